"""Rows that are alike, put together: a reader looks at what differs and under which heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .rows import Row

_LEAST = 2
"""So many rows at least are put together; one says more than its number."""


class Stretch(NamedTuple):
    """Rows that are alike, from one place to before another. alike: how many, without headings."""

    first: int
    end: int
    alike: int


def stretches(rows: Sequence[Row]) -> Iterator[Stretch | Row]:
    """Yield the rows that differ, each under its heading, and between them what is alike."""
    start = 0
    for place, row in enumerate(rows):
        if row.differs:
            yield from _alike(rows, start, place, stays=True)
            yield row
            start = place + 1
    yield from _alike(rows, start, len(rows), stays=False)


def _alike(
    rows: Sequence[Row], start: int, end: int, *, stays: bool
) -> Iterator[Stretch | Row]:  # fmt: skip
    """Yield what is alike before a difference. stays: whether its last headings are shown."""
    heads: list[int] = []
    if stays:
        level = 0
        for place in range(end - 1, start - 1, -1):
            heading = rows[place].heading
            if heading and (not level or heading < level):
                heads.append(place)
                level = heading
    at = start
    for place in [*reversed(heads), end]:
        yield from _together(rows, at, place)
        if place < end:
            yield rows[place]
        at = place + 1


def _together(rows: Sequence[Row], start: int, end: int) -> Iterator[Stretch | Row]:
    count = sum(1 for row in rows[start:end] if not row.heading)
    if end - start < _LEAST:
        yield from rows[start:end]
    elif count:
        yield Stretch(start, end, count)
    else:
        yield from rows[start:end]
