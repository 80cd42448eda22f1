"""The sittings that the times of items make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from .grammar import Times
from .values import PlannedSitting

_GAP = timedelta(minutes=60)


@dataclass(frozen=True)
class Timed:
    """When an item is to be taken. place: where it stands in the file."""

    place: int
    day: date | None
    when: Times
    room: str = ""


def sittings_of(timed: Iterable[Timed]) -> Iterator[PlannedSitting]:
    """Yield the sittings that timed items make: an hour without one parts two of them."""
    current: PlannedSitting | None = None
    for one in timed:
        begins, ends = one.when
        if current is not None and current.day == one.day and current.room == one.room:
            last = current.ends or current.begins
            if last is not None and begins >= last and _after(last, begins) < _GAP:
                current = replace(current, ends=ends or current.ends)
                continue
        if current is not None:
            yield current
        current = PlannedSitting(one.place, (), one.room, one.day, begins, ends)
    if current is not None:
        yield current


def _after(first: time, second: time) -> timedelta:
    on = date(2000, 1, 1)
    return datetime.combine(on, second) - datetime.combine(on, first)
