"""Numbers of paragraphs: they run from 1 until a version is issued, and are frozen from then on.

An insertion is numbered behind the paragraph it follows, as negotiators do it: 14 bis, 14 ter;
what comes before the first one is 1 ante, 1 ante bis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plenary_tui.record.drafts import AGAIN, ANTE, number_key

_AGAIN = re.compile(rf" (?:{'|'.join(AGAIN)}|\(\d+\))$", re.IGNORECASE)
_ANTE = re.compile(rf" {ANTE}$", re.IGNORECASE)


def running(count: int) -> list[str]:
    """Return the numbers of so many paragraphs of which none was issued."""
    return [str(number) for number in range(1, count + 1)]


def inserted(frozen: Iterable[str], elsewhere: Iterable[str] = ()) -> list[str]:
    """Return the numbers of paragraphs in their order, given the frozen ones ("" where none is).

    A frozen number stays, whatever was put before it; no number is given twice, nor one that is
    frozen `elsewhere` (by its key).
    """
    given = list(frozen)
    taken = {number_key(number) for number in given if number} | set(elsewhere)
    first = next((number for number in given if number), "")
    stem = f"{_ANTE.sub('', _AGAIN.sub('', first))} {ANTE}" if first else ""
    free = _following(stem, whole=True) if stem else iter(map(str, range(1, 10**9)))
    found: list[str] = []
    for number in given:
        if number:
            free = _following(_AGAIN.sub("", number), whole=False)
        else:
            number = next(one for one in free if number_key(one) not in taken)
            taken.add(number_key(number))
        found.append(number)
    return found


def _following(stem: str, *, whole: bool) -> Iterator[str]:
    """Yield the numbers that may follow a number, or (`whole`) that number itself first."""
    if whole:
        yield stem
    yield from (f"{stem} {word}" for word in AGAIN)
    place = len(AGAIN) + 2
    while True:
        yield f"{stem} ({place})"
        place += 1
