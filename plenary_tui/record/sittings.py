"""Sittings: when, which bodies, who presides, who is here, how closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    pass

SittingState = Literal["planned", "open", "suspended", "closed"]
Level = Literal["open", "restricted", "in_camera"]

OPEN_STATES = ("open", "suspended")


class Turn(NamedTuple):
    """One of a sitting's times: what it was, when, why, and the entry that says so."""

    act: str
    at: datetime
    reason: str
    entry: str


@dataclass(frozen=True, slots=True)
class SittingRecord:
    """A sitting. Its id is that of the entry that announced it, or opened it unannounced.

    number: counted by opening, 0 before. item: the item taken up. item_since: from when its time
    runs, None while it does not. before: the text on the floor.
    last_text: the text last on it. day: the official day where the clock was stopped.
    """

    id: str
    rank: int = 0
    number: int = 0
    bodies: tuple[str, ...] = ()
    room: str = ""
    state: SittingState = "planned"
    turns: tuple[Turn, ...] = ()
    presiding: str = ""
    person: str = ""
    item: str = ""
    item_since: datetime | None = None
    marking: Level = "open"
    before: str = ""
    last_text: str = ""
    present: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    day: date | None = None

    @property
    def opened(self) -> datetime | None:
        """When it was opened."""
        return next((turn.at for turn in self.turns if turn.act == "opened"), None)

    @property
    def closed(self) -> datetime | None:
        """When it was closed, while it is."""
        return self.turns[-1].at if self.state == "closed" and self.turns else None

    @property
    def official_day(self) -> date | None:
        """The day it is dated: the one the clock was stopped at, else that of its opening."""
        return self.day or (self.opened.date() if self.opened else None)


NO_SITTING = SittingRecord("")
"""The room outside any sitting."""

_FROM: dict[str, tuple[SittingState, ...]] = {
    "opened": ("planned",),
    "suspended": ("open",),
    "resumed": ("suspended",),
    "closed": ("open", "suspended"),
}


def may(sitting: SittingRecord, act: str) -> bool:
    """Whether a sitting in this state can be opened, suspended, resumed or closed."""
    return sitting.state in _FROM[act]
