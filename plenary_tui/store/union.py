"""The union of two logs of one station: where each line belongs, whichever copy it came from.

What comes out depends on the set of lines alone, so that merging gives every copy the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from .chain import Line
from .forks import fork_name


def united(lines: Iterable[Line]) -> dict[str, Line]:
    """Return the lines by their hash; one with its words goes before one without."""
    pool: dict[str, Line] = {}
    for line in lines:
        known = pool.get(line.h)
        if known is None or (known.sealed and not line.sealed):
            pool[line.h] = line
    return pool


def branches(station: str, pool: dict[str, Line]) -> dict[str, list[Line]]:
    """Return a station's lines as branches, each in the order of its chain, by name.

    Where two lines follow the same one, the earlier keeps the name and the other begins a
    branch. Past a damaged line the log goes on with the next higher number.
    """
    following: dict[str, list[Line]] = {}
    for line in sorted(pool.values(), key=_by_order):
        following.setdefault(line.p if line.p in pool else "", []).append(line)
    # The beginning has one line; what else follows nothing known stands behind damage.
    severed = sorted(following.pop("", []), key=_by_number)
    found = {station: _chain(severed.pop(0), following, severed)} if severed else {}
    while heads := [line for rest in following.values() for line in rest] or severed[:1]:
        head = min(heads, key=_by_order)
        _take(head, following, severed)
        found[_free_name(station, head, found)] = _chain(head, following, severed)
    return found


def _by_order(line: Line) -> tuple[str, str]:
    return (line.entry.order, line.h)


def _by_number(line: Line) -> tuple[int, bool, str, str]:
    return (line.entry.number, line.p != "", *_by_order(line))


def _take(line: Line, following: dict[str, list[Line]], severed: list[Line]) -> None:
    rest = following.get(line.p, severed)
    rest.remove(line)
    if not rest:
        following.pop(line.p, None)


def _chain(head: Line, following: dict[str, list[Line]], severed: list[Line]) -> list[Line]:
    """Return the lines that follow on from `head`, and take them out."""
    chain = [head]
    while True:
        last = chain[-1]
        rest = following.get(last.h) or [
            line for line in severed if line.entry.number > last.entry.number
        ]
        if not rest:
            return chain
        chain.append(rest[0])
        _take(rest[0], following, severed)


def _free_name(station: str, head: Line, taken: dict[str, list[Line]]) -> str:
    digits = 4
    while (name := fork_name(station, head.h, digits)) in taken:
        digits += 1
    return name
