"""Who attended, by class: those whom the record marks present, whichever sitting it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plenary_tui.record.delegations import DECIDES, Roster
from plenary_tui.record.kinds import Presence
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .communique_voice import Voice
from .draft import Listing, Paragraph, Section, Sources
from .wording import joined, sentence

_PARTICIPANT = "Participant"
_ORDER = ("observer", "independent observer", "applicant", "guest", "guest of the chair")


@dataclass(frozen=True)
class Attendance:
    """Delegations by class, Participants first, each class by name."""

    classes: dict[str, tuple[str, ...]]
    sources: Sources

    def paragraph(self, voice: Voice) -> Paragraph | None:
        """Say how many Participants attended, and which Observers and guests."""
        if not self.classes:
            return None
        said = []
        for status, names in self.classes.items():
            many = len(names) > 1
            if status == _PARTICIPANT:
                said.append(f"by {len(names)} Participant{'s' * many}")
            else:
                said.append(f"by the {status}{'s' * many} {joined(names)}")
        told = f"{voice.chronicle.words.body} was attended {joined(said)}"
        return Paragraph(sentence(told), self.sources)

    def annex(self) -> Section:
        """List everybody by class."""
        parts = tuple(
            Section(
                f"{status}s" if len(names) > 1 else status,
                (Listing(tuple(Paragraph(name, self.sources) for name in names)),),
            )
            for status, names in self.classes.items()
        )
        return Section("Participants", sections=parts)


def attendance(voice: Voice) -> Attendance:
    """Read who attended; nobody where the record marks nobody present."""
    chronicle = voice.chronicle
    roster = chronicle.meeting.roster
    here: dict[str, str] = {}
    as_what: dict[str, tuple[str, str]] = {}
    for entry in chronicle.entries:
        what = entry.what
        if isinstance(what, Presence) and what.act == "here" and voice.is_public(entry):
            on = chronicle.meeting.day_of(entry)
            for code in what.who:
                if code == UNKNOWN_SPEAKER:
                    continue
                here.setdefault(code, entry.id)
                # an applicant admitted during the meeting attended as what it became
                as_what[code] = roster.status(code, on), _printed(roster, code, on)
    classes: dict[str, list[str]] = {}
    for status, name in sorted(as_what.values(), key=lambda one: _rank(one[0])):
        known = _PARTICIPANT if status.casefold() in DECIDES else status
        classes.setdefault(known, []).append(name)
    found = {kind: tuple(sorted(names, key=_sorting)) for kind, names in classes.items()}
    return Attendance(found, chronicle.sources(*dict.fromkeys(here.values())))


def _rank(status: str) -> tuple[bool, int, str]:
    kind = status.casefold()
    return kind not in DECIDES, _ORDER.index(kind) if kind in _ORDER else len(_ORDER), kind


def _printed(roster: Roster, code: str, on: date) -> str:
    """Return a Participant's formal name on a day, an organisation's everyday one."""
    fact = roster.delegation(code, on)
    names = fact.names if fact else ()
    if len(names) > 1 and roster.status(code, on).casefold() in DECIDES:
        return names[1]
    return names[0] if names else code


def _sorting(name: str) -> str:
    return name.removeprefix("the ").casefold()
