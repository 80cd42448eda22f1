"""The blocks of the timeline: sittings with their days, else the days themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo

from plenary_tui.record.entries import Entry

from .landmarks import Stretch
from .timeline import Block


def blocks_of(
    entries: Sequence[Entry], first: int, stretches: Iterable[Stretch], zone: ZoneInfo
) -> list[Block]:
    """Return the sittings as blocks; of a meeting told by days no sittings may be known."""
    found = [
        Block(one.begin, one.end, _labels(f"{one.number}", day_of(entries[one.begin - 1], zone)),
              one.breaks)
        for one in stretches
    ]  # fmt: skip
    return found or _days(entries, first, zone)


def _days(entries: Sequence[Entry], first: int, zone: ZoneInfo) -> list[Block]:
    found: list[Block] = []
    for at, entry in enumerate(entries[first:], first + 1):
        day = day_of(entry, zone)
        if found and found[-1].labels[0] == f" {day} ":
            found[-1] = found[-1]._replace(end=at)
        else:
            found.append(Block(at, at, (f" {day} ", f" {day[:3]} ")))
    return found


def day_of(entry: Entry, zone: ZoneInfo) -> str:
    """Return the day of an entry in short: `Tue 19 Jun`."""
    local = entry.happened.astimezone(zone)
    return f"{local:%a} {local.day} {local:%b}"


def _labels(number: str, day: str) -> tuple[str, ...]:
    return f" {number} {day} ", f" {number} ", number
