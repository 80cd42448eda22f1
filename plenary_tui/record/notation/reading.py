"""What a reader of lines must know of the meeting, and what a line says once it is read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Protocol

from plenary_tui.record.kinds import Kind


class Names(Protocol):
    """Who is who in a meeting, as far as a line needs it."""

    @property
    def classes(self) -> frozenset[str]:
        """The classes that delegations have, in small letters."""

    def code(self, typed: str, *, live: bool) -> str | None:
        """Return the code of the delegation or body that `typed` names, or None.

        A code in small letters counts only in a line typed `live`.
        """

    def body(self, typed: str) -> str | None:
        """Return the code of the working body that `typed` names, or None."""

    def person(self, typed: str) -> bool:
        """Tell whether `typed` is the name of a known person."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The circumstances in which a line is read.

    zone: of the session. day: the one that bare times belong to. last: the last time read, in a
    `file` only; a `Date:` line makes it None again. live: small letters name a delegation.
    header: nothing but header lines came before. text_on_floor: a text is before the meeting.
    """

    roster: Names
    zone: tzinfo
    day: date | None = None
    last: datetime | None = None
    live: bool = False
    file: bool = False
    header: bool = False
    text_on_floor: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """An entry's context where a file states it; None where it says nothing.

    `sitting` is the label of the entry that made the sitting, without its `@`. rules: `off` for a
    line of a file that is to be recorded just as it says, whatever the rules would make of it.
    """

    sitting: str | None = None
    item: str | None = None
    by: str | None = None
    marking: str | None = None
    rules: str | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one line says.

    command: what it asks for; None for an empty line, a comment, a lone label or a lone time.
    when: the line's own time, with a zone. label: `12` for a line that began with `#12`.
    note: what a person should look at, though the line could be read.
    """

    command: Kind | None
    when: datetime | None = None
    label: str = ""
    context: Context | None = None
    note: str = ""


class Misfit(Exception):
    """A line has not the form of its row.

    With a reason it is unclear and goes on the worklist; without one it is prose.
    """

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why
