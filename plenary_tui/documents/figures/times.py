"""Interventions over time: how many were made in each slot of each day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .cells import SHORTEST, Slot
from .counted import ALL, Chosen

SLOTS = (SHORTEST, 10, 15, 20, 30, 60)
"""Lengths of a slot, in minutes; each divides an hour."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The interventions of one day. slots: how many by the minute after midnight that a slot
    begins with (from 1440 on: after midnight, the day going on). untimed: at no known time."""

    day: date
    slots: dict[int, tuple[str, ...]]
    untimed: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many there were."""
        return sum(map(len, self.slots.values())) + len(self.untimed)


@dataclass(frozen=True, slots=True)
class OverTime:
    """Interventions over time. minutes: the length of a slot."""

    minutes: int
    days: tuple[Hours, ...]

    @property
    def first(self) -> int:
        """The minute after midnight that the earliest slot begins with, on a full hour."""
        return min((at for one in self.days for at in one.slots), default=0) // 60 * 60

    @property
    def last(self) -> int:
        """The minute after midnight that the latest slot ends with."""
        return max((at for one in self.days for at in one.slots), default=0) + self.minutes

    @property
    def most(self) -> int:
        """The most interventions in one slot."""
        return max((len(some) for one in self.days for some in one.slots.values()), default=0)

    @property
    def busiest(self) -> tuple[date, int] | None:
        """The day and the slot with the most interventions, the first of such."""
        every = [
            (-len(some), one.day, at) for one in self.days for at, some in one.slots.items()
        ]  # fmt: skip
        return min(every)[1:] if every else None


def over_time(slots: Iterable[Slot], minutes: int = 30, chosen: Chosen = ALL) -> OverTime:
    """Return the interventions by day and slot."""
    days: dict[date, dict[int | None, list[str]]] = {}
    for one in slots:
        if chosen.takes(one.item, one.day, one.bodies):
            begins = None if one.minute is None else one.minute // minutes * minutes
            days.setdefault(one.day, {}).setdefault(begins, []).extend(one.entries)
    found = []
    for day, held in sorted(days.items()):
        timed = {at: tuple(held[at]) for at in sorted(at for at in held if at is not None)}
        found.append(Hours(day, timed, tuple(held.get(None, ()))))
    return OverTime(minutes, tuple(found))


def slot_for(slots: Iterable[Slot], room: int, chosen: Chosen = ALL) -> int:
    """Return the shortest slot, in minutes, with which the hours of a day fit into `room`."""
    hours = over_time(slots, 60, chosen)
    span = hours.last - hours.first
    return next((one for one in SLOTS if span // one <= room), SLOTS[-1])


def time_of(minute: int) -> str:
    """Return a minute after midnight as a time, `09:30`."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
