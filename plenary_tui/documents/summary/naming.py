"""Names as a record prints them that is read from its beginning: in full once, then in short."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Spoken
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from ..chronicle import Chronicle
from ..wording import Wording

NOBODY = ("", "Chair")
"""How whoever presides is called where nobody knows who does."""


@dataclass
class Told:
    """What a reader knows by now: classes, persons, bodies, who presides; and who just spoke."""

    classes: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    persons: dict[str, str] = field(default_factory=dict)
    chair: tuple[str, str] | None = None
    goes_on: str = ""


@dataclass(frozen=True)
class Introducing(Wording):
    """The words of a record. What stands in brackets behind a name is printed at its first use.

    A class is said once, a person again where another one spoke for the delegation since, a body
    has its letters once and goes by them from there on. Every name asked for counts as printed.
    """

    told: Told = field(default_factory=Told, compare=False)

    def begin(self, chair: tuple[str, str] | None = None) -> None:
        """Begin a part that may be read by itself. chair: who presides, where that is told."""
        self.told.__dict__.update(Told(chair=chair).__dict__)

    def preside(self, code: str, person: str) -> None:
        """Say who presides from here on: the reader was just told."""
        self.told.chair = (code, person)

    def go_on(self, entry_id: str) -> None:
        """Say of which entry the speaker is the one of the sentence before it; empty for none."""
        self.told.goes_on = entry_id

    def name(self, code: str, on: date, person: str = "") -> str:
        """Return a name, with the person where it is another one than was last named."""
        if code == UNKNOWN_SPEAKER:
            return super().name(code, on, person)
        if self.told.persons.get(code) == person:
            person = ""
        elif person:
            self.told.persons[code] = person
        return super().name(code, on, person)

    def _mark(self, code: str, on: date) -> str:
        known = code in self.told.classes
        self.told.classes.add(code)
        return "" if known else super()._mark(code, on)

    def body_name(self, code: str, on: date) -> str:
        """Return a body by its name and letters, and by its letters once they are known."""
        name = super().body_name(code, on)
        if code in self.told.bodies:
            return self.letters(code)
        if name in (code, self.letters(code)):
            return name
        self.told.bodies.add(code)
        return f"{name} ({code})"

    def speaker(self, entry: Entry) -> str:
        """Return who speaks; a pronoun for a delegation that goes on."""
        what = entry.what
        assert isinstance(what, Spoken)
        if entry.id == self.told.goes_on:
            return self._again(what, self.meeting.day_of(entry))
        if what.capacity != "chair":
            return super().speaker(entry)
        if self._is_known_chair(what):
            return "the Chair" + (f", on behalf of {what.group}" if what.group else "")
        if what.speaker not in NOBODY:
            self.told.chair = (what.speaker, what.person)
        return super().speaker(entry)

    def _is_known_chair(self, what: Spoken) -> bool:
        if not self.told.chair:
            return False
        code, person = self.told.chair
        return what.speaker in (*NOBODY, code) and what.person in ("", person)

    def _again(self, what: Spoken, on: date) -> str:
        if what.capacity == "chair":
            return "the Chair"
        roster = self.meeting.roster
        is_listed = what.speaker in roster.delegations or what.speaker in roster.bodies
        return "it" if is_listed or not what.speaker else self.name(what.speaker, on)


class Narrated(Chronicle):
    """A chronicle whose words are those of a record that is read from its beginning."""

    @cached_property
    def words(self) -> Introducing:
        """How the record names things, at the place that it has come to."""
        return Introducing(self.meeting)
