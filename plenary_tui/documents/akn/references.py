"""Who and what a debate refers to: delegations, bodies, persons, roles, sittings, items, places.

Each is a `TLC…` element of the metadata (a class of the Top Level Classes), made when the debate
first names it.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.wording import capital
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Spoken
from plenary_tui.record.speech import UNKNOWN_SPEAKER
from plenary_tui.store.names import slug

from .elements import put

OFFICE = "chairs-office"
MEETING = "meeting"


class References:
    """The references of one debate, in the order in which they were first made."""

    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self._made: dict[tuple[str, str], tuple[str, str]] = {}
        self._ids: set[str] = set()
        self.organization(OFFICE, "The Chair’s office")
        self.organization(MEETING, chronicle.words.body)
        roster = chronicle.meeting.roster
        on = chronicle.meeting.first_day
        for code in sorted(roster.delegations):
            self.organization(code, roster.name_of(code, on))

    def organization(self, key: str, name: str) -> str:
        """Return the reference to an organisation: a delegation, a body, the meeting itself."""
        return self._of("Organization", key, name)

    def person(self, name: str) -> str:
        """Return the reference to a person by name."""
        return self._of("Person", name, name)

    def role(self, name: str) -> str:
        """Return the reference to a role: `Participant`, `chair of the Working Group on Mines`."""
        return self._of("Role", name.casefold(), name)

    def event(self, key: str, name: str) -> str:
        """Return the reference to an event: a sitting."""
        return self._of("Event", key, name)

    def concept(self, key: str, name: str) -> str:
        """Return the reference to a concept: an agenda item."""
        return self._of("Concept", key, name)

    def location(self, name: str) -> str:
        """Return the reference to a place."""
        return self._of("Location", name, name)

    def delegation(self, code: str, entry: Entry) -> str:
        """Return the reference to who is named by a code, or by a name as typed."""
        meeting = self._chronicle.meeting
        on = meeting.day_of(entry)
        if code == UNKNOWN_SPEAKER:
            return self._of("Person", code, "An unidentified speaker", slug_="unidentified")
        if code in ("", "Chair"):
            return self._of("Person", "Chair", "The Chair")
        if meeting.roster.delegation(code, on) is not None:
            return self.organization(code, meeting.roster.name_of(code, on))
        if code in meeting.roster.bodies:
            name = self._chronicle.words.body_name(code, on)
            return self.organization(code, capital(name.removeprefix("the ")))
        return self.person(code)

    def speaker(self, entry: Entry) -> tuple[str, str]:
        """Return the references to who speaks and in what role, empty where none is known."""
        what = entry.what
        assert isinstance(what, Spoken)
        meeting = self._chronicle.meeting
        code, _, office = what.capacity.rpartition(" ")
        if code in meeting.roster.bodies and not what.speaker:
            by = self.delegation(code, entry)
        elif what.person and not what.speaker:
            by = self.person(what.person)
        else:
            by = self.delegation(what.speaker, entry)
        if code in meeting.roster.bodies:
            name = self._chronicle.words.body_name(code, meeting.day_of(entry))
            return by, self.role(f"{office} of {name}")
        status = meeting.roster.status(what.speaker, meeting.day_of(entry))
        role = what.capacity or status
        return by, self.role(role) if role else ""

    def write(self, meta: Element) -> None:
        """Write them all."""
        held = put(meta, "references", source=f"#{OFFICE}")
        for (kind, _), (found, name) in self._made.items():
            href = f"/akn/ontology/{kind.casefold()}/{found.partition('_')[2] or found}"
            put(held, f"TLC{kind}", eId=found, href=href, showAs=name or found)

    def _of(self, kind: str, key: str, name: str, slug_: str = "") -> str:
        known = self._made.get((kind, key))
        if known is None:
            plain = key if key in (OFFICE, MEETING) else f"{kind.casefold()}_{slug_ or slug(key)}"
            found, more = plain, 1
            while found in self._ids:
                more += 1
                found = f"{plain}-{more}"
            self._ids.add(found)
            known = self._made[kind, key] = (found, name)
        return f"#{known[0]}"
