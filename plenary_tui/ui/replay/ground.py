"""What is looked through for a place to go to, and which of several places comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record
from plenary_tui.record.replaying import Replaying

from .landmarks import Landmarks, beside

TICK = timedelta(microseconds=1)


class Ground(NamedTuple):
    """What is looked through, and from where. begin: the position before anything happened."""

    record: Record
    replaying: Replaying
    landmarks: Landmarks
    begin: int
    position: int

    @property
    def here(self) -> datetime:
        """When the last entry happened; before the first, when that did."""
        return self.at(max(self.begin + 1, self.position))

    def at(self, position: int) -> datetime:
        """Return when the entry that leads to a position happened, in the session's zone."""
        entries = self.replaying.entries
        entry = entries[min(position, len(entries)) - 1]
        return entry.happened.astimezone(self.record.live.zone)

    @property
    def days(self) -> list[date]:
        """The days on which anything happened, in order."""
        found: list[date] = []
        position, last = self.begin, len(self.replaying)
        while position < last:
            found.append(self.at(position + 1).date())
            midnight = datetime.combine(found[-1], time.max, self.record.live.zone)
            position = max(position + 1, self.replaying.position_at(midnight))
        return found


class Found(NamedTuple):
    """Where a line leads. note: what is to be said of it, where it is not just what was typed."""

    position: int
    note: str = ""


def on(places: Sequence[int], what: str, ground: Ground, step: int) -> int:
    """Return the next of some positions, not round past the last. Raises WrongUse."""
    at = beside(places, ground.position, step)
    if at is not None:
        return at
    if not places:
        raise WrongUse(f"There is no {what} here.")
    after, before = ("after", "before") if step > 0 else ("before", "after")
    raise WrongUse(f"There is no {what} {after} this; there is one {before} it.")


def around(places: Sequence[int], what: str, ground: Ground, step: int) -> Found:
    """Return the next of some positions, past the last one the first. Raises WrongUse."""
    at = beside(places, ground.position, step)
    if at is not None:
        return Found(at)
    if not places:
        raise WrongUse(f"There is no {what} here.")
    at = places[0 if step > 0 else -1]
    return Found(at, round_to(at, what, ground, step, len(places)))


def round_to(position: int, what: str, ground: Ground, step: int, count: int = 0) -> str:
    """Say that one went on with the first, or the last, of so many. count: 0 where unknown."""
    moment = ground.at(position)
    told = f"{moment:%a} {moment.day} {moment:%b}"
    told += "" if moment.time() == time.min else f" at {moment:%H:%M}"
    if count == 1 or position == ground.position:
        return f"The only one: {what}, {told}."
    side, end = ("after", "first") if step > 0 else ("before", "last")
    of = f" of {count}" if count else ""
    return f"None {side} that, so the {end}{of}: {what}, {told}."
