"""Who attended, by class: those whom the record marks present, whichever sitting it was."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.kinds import Presence
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from ..draft import Listing, Paragraph, Section, Sources
from ..language import Language
from ..summary.gathering import class_rank
from .voice import Voice

_PARTICIPANT = "Participant"


@dataclass(frozen=True)
class Attendance:
    """Delegations by class, Participants first, each class by name."""

    language: Language
    classes: dict[str, tuple[str, ...]]
    sources: Sources

    def paragraph(self, voice: Voice) -> Paragraph | None:
        """Say how many Participants attended, and which Observers and guests."""
        if not self.classes:
            return None
        said = [
            self.language.those_who_came(status, names, named=status != _PARTICIPANT)
            for status, names in self.classes.items()
        ]
        told = voice.say("attended", voice.subject(), by=self.language.joined(said))
        return Paragraph(self.language.sentence(told), self.sources)

    def annex(self) -> Section:
        """List everybody by class."""
        parts = tuple(
            Section(
                self.language.heading_of(status, len(names)),
                (Listing(tuple(Paragraph(name, self.sources) for name in names)),),
            )
            for status, names in self.classes.items()
        )
        return Section(self.language.section("participants"), sections=parts)


def attendance(voice: Voice) -> Attendance:
    """Read who attended; nobody where the record marks nobody present."""
    chronicle = voice.chronicle
    roster = chronicle.meeting.roster
    here: dict[str, str] = {}
    as_what: dict[str, tuple[str, str, str]] = {}
    for entry in chronicle.of(Presence):
        what = entry.what
        if isinstance(what, Presence) and what.act == "here" and voice.is_public(entry):
            on = chronicle.meeting.day_of(entry)
            for code in what.who:
                if code == UNKNOWN_SPEAKER:
                    continue
                here.setdefault(code, entry.id)
                # an applicant admitted during the meeting attended as what it became
                sorted_by = _sorting(chronicle.words.formal_name(code, on))
                as_what[code] = (
                    roster.status(code, on),
                    sorted_by,
                    voice.words.formal_name(code, on),
                )
    classes: dict[str, list[tuple[str, str]]] = {}
    for status, *names in sorted(as_what.values(), key=lambda one: class_rank(one[0])):
        known = _PARTICIPANT if status.casefold() in DECIDES else status
        classes.setdefault(known, []).append((names[0], names[1]))
    # in the English order in every language: a name stands at the same place in both
    found = {
        kind: tuple(name for _, name in sorted(names, key=lambda one: one[0]))
        for kind, names in classes.items()
    }
    return Attendance(voice.language, found, chronicle.sources(*dict.fromkeys(here.values())))


def _sorting(name: str) -> str:
    return name.removeprefix("the ").casefold()
