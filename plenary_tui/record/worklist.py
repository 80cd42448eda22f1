"""The worklist: what a rapporteur looks at again; and follow-ups, events and annexes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .entries import Entry

FollowUpState = Literal["open", "done", "carried_over"]


@dataclass(frozen=True, slots=True)
class Todo:
    """A point of the worklist. entry: what it is about. done: the entry that settled it."""

    entry: Entry
    rank: int
    what: str
    text: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What somebody owes. done: the entry that settled it; carried: the one that says that it went
    on into another session. result: what was done, or where it went."""

    entry: Entry
    rank: int
    owner: str
    text: str
    due: date | None
    done: str = ""
    result: str = ""
    carried: str = ""

    @property
    def state(self) -> FollowUpState:
        """How it stands."""
        return "done" if self.done else "carried_over" if self.carried else "open"

    @property
    def is_open(self) -> bool:
        """Whether it is still owed here."""
        return self.state == "open"

    @property
    def ended(self) -> str:
        """The entry that says that it is no longer owed here."""
        return self.done or self.carried
