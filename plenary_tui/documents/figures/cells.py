"""What is counted, put together once into the smallest parts that anybody asks for.

A meeting of many thousand interventions has a few hundred of them, so that each chart is there
at once whatever it is put together by.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .counted import Counted, Who

SHORTEST = 5
"""The shortest slot of time, in minutes."""
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What one delegation did on one day and item, in sittings of the same bodies.

    seconds: of the turns whose time is known; `untimed` is the number of the others. entries:
    those that it rests on.
    """

    who: Who
    day: date
    item: str
    bodies: tuple[str, ...]
    turns: int
    interventions: int
    seconds: int
    untimed: int
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Interventions of one item and the same bodies in one slot of a day.

    minute: after midnight, that it begins with (from 1440 on: after midnight, the day going on);
    None where the time is not known.
    """

    day: date
    item: str
    bodies: tuple[str, ...]
    minute: int | None
    entries: tuple[str, ...]


def cells(counted: Iterable[Counted]) -> tuple[Cell, ...]:
    """Return the cells of what is counted."""
    groups: dict[tuple[Who, date, str, tuple[str, ...]], list[Counted]] = {}
    for one in counted:
        groups.setdefault((one.who, one.day, one.item, one.bodies), []).append(one)
    return tuple(_cell(*key, some) for key, some in groups.items())


def slots(counted: Iterable[Counted]) -> tuple[Slot, ...]:
    """Return the slots of the interventions among what is counted."""
    groups: dict[tuple[date, str, tuple[str, ...], int | None], list[str]] = {}
    for one in counted:
        if one.said:
            key = (one.day, one.item, one.bodies, _minute(one))
            groups.setdefault(key, []).append(one.entry)
    return tuple(Slot(*key, tuple(some)) for key, some in groups.items())


def _cell(
    who: Who, day: date, item: str, bodies: tuple[str, ...], some: list[Counted]
) -> Cell:  # fmt: skip
    turns = [one.seconds for one in some if not one.said]
    timed = [seconds for seconds in turns if seconds is not None]
    return Cell(
        who, day, item, bodies, len(turns), len(some) - len(turns), sum(timed),
        len(turns) - len(timed), tuple(dict.fromkeys(one.entry for one in some)),
    )  # fmt: skip


def _minute(one: Counted) -> int | None:
    if one.at is None:
        return None
    late = (one.at.date() - one.day).days
    minute = late * _DAY + one.at.hour * 60 + one.at.minute
    return minute // SHORTEST * SHORTEST
