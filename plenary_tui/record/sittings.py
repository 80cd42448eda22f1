"""Sittings: when, which bodies, who presides, who is here, how closed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal, NamedTuple

SittingState = Literal["planned", "open", "suspended", "closed"]
Level = Literal["open", "restricted", "in_camera"]

OPEN_STATES = ("open", "suspended")


class Turn(NamedTuple):
    """One of a sitting's times: what it was, when, why, and the entry that says so."""

    act: str
    at: datetime
    reason: str
    entry: str


class PlannedTime(NamedTuple):
    """When a sitting is to be held, in the session's zone; None for what nobody said."""

    day: date | None = None
    begins: time | None = None
    ends: time | None = None

    @property
    def is_said(self) -> bool:
        """Whether anything is."""
        return any(part is not None for part in self)

    @property
    def clock(self) -> str:
        """The times without the day: `10:00–13:00`."""
        return "–".join(f"{one:%H:%M}" for one in (self.begins, self.ends) if one is not None)

    def __str__(self) -> str:
        """Return it as people read it: `2018-06-19 10:00–13:00`."""
        return " ".join(filter(None, (self.day.isoformat() if self.day else "", self.clock)))


_CLOCK = r"(?:[01]?\d|2[0-3])(?:[:hH.][0-5]\d|[hH])"
_PLANNED = re.compile(
    rf"(?:(?P<day>\d{{4}}-\d\d-\d\d)(?:[ T]|$))?"
    rf"(?P<begins>{_CLOCK})?(?:\s*[-–—−]\s*(?P<ends>{_CLOCK}))?"
)


def read_planned(text: str) -> PlannedTime | None:
    """Read when a sitting is to be: `10:00-13:00`, `10h-13h`, `2018-06-19 10:00`; else None.

    `4.10` alone is a room.
    """
    found = _PLANNED.fullmatch(text.strip())
    if (
        not found
        or not (found["day"] or found["begins"])
        or (found["ends"] and not found["begins"])
    ):
        return None
    if not found["day"] and not found["ends"] and "." in found["begins"]:
        return None
    try:
        day = date.fromisoformat(found["day"]) if found["day"] else None
    except ValueError:
        return None
    return PlannedTime(day, _time(found["begins"]), _time(found["ends"]))


def _time(text: str | None) -> time | None:
    if not text:
        return None
    hour, minute = re.split(r"[:hH.]", text)
    return time(int(hour), int(minute or 0))


def parted(room: str) -> tuple[str, PlannedTime]:
    """Return a room and the time behind it: programmes were told so once."""
    before, _, last = room.rpartition(",")
    planned = read_planned(last)
    return (before.strip(), planned) if planned is not None else (room, NOT_PLANNED)


NOT_PLANNED = PlannedTime()


@dataclass(frozen=True, slots=True)
class SittingRecord:
    """A sitting. Its id is that of the entry that announced it, or opened it unannounced.

    number: counted by opening, 0 before. item: the item taken up. item_since: from when its time
    runs, None while it does not. before: the text on the floor.
    last_text: the text last on it. day: the official day where the clock was stopped.
    planned: when it was to be held.
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
    planned: PlannedTime = NOT_PLANNED

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


def next_planned(
    sittings: Iterable[SittingRecord], today: date, *, later: bool = False
) -> SittingRecord | None:  # fmt: skip
    """Return the sitting that is next of those announced and not opened.

    One of today by its time comes first, then those without a day as they were announced; with
    `later`, those of days to come follow. Where nothing was ever planned for today, as in a
    rehearsal, any day will do. None where there is none.
    """
    known = [one for one in sittings if one.id]
    any_day = today not in {one.planned.day for one in known}
    ahead = [
        one for one in known
        if one.state == "planned" and (
            any_day or one.planned.day in (None, today) or (later and one.planned.day > today)
        )
    ]  # fmt: skip
    return min(ahead, key=lambda one: _place_in(one, today), default=None)


def _place_in(one: SittingRecord, today: date) -> tuple[int, date, time, int]:
    planned = one.planned
    if planned.day is None:
        return 1, today, time.min, one.rank
    return 2 * (planned.day > today), planned.day, planned.begins or time.max, one.rank


def may(sitting: SittingRecord, act: str) -> bool:
    """Whether a sitting in this state can be opened, suspended, resumed or closed."""
    return sitting.state in _FROM[act]
