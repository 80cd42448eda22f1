"""Numbers of paragraphs: they run from 1 until a version is issued, and are frozen from then on.

An insertion is numbered behind the paragraph it follows, as negotiators do it: 14 bis, 14 ter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_BEFORE = "ante"
_SUFFIX = re.compile(rf" (?:{'|'.join((*_LATIN, _BEFORE))}|\(\d+\))\b.*$")


def running(count: int) -> list[str]:
    """Return the numbers of so many paragraphs of which none was issued."""
    return [str(number) for number in range(1, count + 1)]


def inserted(frozen: Iterable[str]) -> list[str]:
    """Return the numbers of paragraphs in their order, given the frozen ones ("" where none is).

    A frozen number stays, whatever was put before it; no number is given twice.
    """
    given = list(frozen)
    taken = set(given) - {""}
    first = next((number for number in given if number), "1")
    found: list[str] = []
    before = ""
    for number in given:
        if not number:
            base = _SUFFIX.sub("", before) if before else f"{first} {_BEFORE}"
            number = next(one for one in _behind(base, whole=not before) if one not in taken)
            taken.add(number)
        found.append(number)
        before = number if not number.startswith(f"{first} {_BEFORE}") else before
    return found


def _behind(base: str, *, whole: bool) -> Iterator[str]:
    """Yield the numbers that may follow a number, or (`whole`) that number itself first."""
    if whole:
        yield base
    yield from (f"{base} {word}" for word in _LATIN)
    place = len(_LATIN) + 2
    while True:
        yield f"{base} ({place})"
        place += 1
