"""Whom somebody means who begins to type a name. Pure: names and a room give a ranking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from plenary_tui.record.folded import fold_name

from ..seen.views import FloorView, Name

MOST = 8
"""Rows that a picker shows."""
SHORTEST_HINT = 2
"""Letters from which on a name is hinted at."""
_SURE = 4
"""From this many matches on nobody needs what only looks alike."""
_ALIKE = 70.0
"""How much alike, of a hundred."""
_LONGEST = 40
_NOT_SPOKEN = 10_000
_WORD = 3
"""Of `_fits`: a word inside a name begins so."""

_TIME = re.compile(r"\s*(?:\d{1,2}[:h.]\d\d(?::\d\d)?\s+)?")
_LIST = re.compile(r"(?:q\s?first|q[+\-]|present[+\-]|aligned|[+\-])\s+(?:[^:]*[,\s])?", re.I)
_WORDS = re.compile(r"\w+")
_NO_NAME = re.compile(r"[:\\@#<?…\n]|\.\.|s[/|]")


class Begun(NamedTuple):
    """A name that is being typed. start: where it begins in the line; after: what follows it."""

    start: int
    typed: str
    after: str


class Pick(NamedTuple):
    """A row of the picker. put: what takes the place of what was typed; mark: why it stands up
    there, in words.
    """

    put: str
    name: str
    beside: str = ""
    mark: str = ""


def begun(before: str) -> Begun | None:
    """Return the name that stands before the cursor, None where none can be meant there.

    At the beginning of a line, behind its time, it is a speaker; on a list, the last of it.
    """
    time = _TIME.match(before)
    start = time.end() if time else 0
    rest = before[start:]
    if listed := _LIST.match(rest):
        return Begun(start + listed.end(), rest[listed.end() :], "")
    if len(rest) > _LONGEST or _NO_NAME.search(rest):
        return None
    return Begun(start, rest, ": ")


def ranked(
    names: Sequence[Name], typed: str, floor: FloorView, spoke: Iterable[str], most: int = MOST
) -> list[Pick]:
    """Return the names that `typed` can mean: who has the floor first, who waits for it, who spoke
    last; what is spelled so comes before what only looks alike.
    """
    near, marks = _nearness(floor, spoke)
    folded = fold_name(typed)
    found = []
    for place, name in enumerate(names):
        fits = _fits(name, folded)
        if fits is not None:
            exact = not fits and bool(folded)
            found.append(((not exact, near.get(name.code, _NOT_SPOKEN), fits, place), name))
    found.sort(key=lambda one: one[0])
    chosen = [name for _, name in found[:most]]
    if len(folded) > SHORTEST_HINT and len(chosen) < min(_SURE, most):
        known = {name.code for name in chosen}
        others = [name for name in names if name.code not in known]
        chosen += _alike(others, folded, near)[: most - len(chosen)]
    return [Pick(one.code, one.name, one.status, marks.get(one.code, "")) for one in chosen]


def hint(names: Sequence[Name], typed: str, floor: FloorView, spoke: Iterable[str]) -> list[Pick]:
    """Return the first few names that begin with what was typed; none for prose."""
    folded = fold_name(typed)
    if len(folded) < SHORTEST_HINT or typed.count(" ") > 1:
        return []
    sure = [name for name in names if (fits := _fits(name, folded)) is not None and fits < _WORD]
    return ranked(sure, typed, floor, spoke, 3)


def _fits(name: Name, folded: str) -> int | None:
    """Return how well a name begins so: 0 it is the code, 1 its code, 2 a name, 3 a word of one."""
    if not folded:
        return 0
    code, *spellings = name.spelled
    if code == folded:
        return 0
    if code.startswith(folded):
        return 1
    if any(spelling.startswith(folded) for spelling in spellings):
        return 2
    words = _beginnings(folded)
    return _WORD if any(words.search(spelling) for spelling in spellings) else None


@lru_cache(maxsize=8)
def _beginnings(folded: str) -> re.Pattern[str]:
    """Return what finds words that begin with the typed ones, in their order."""
    return re.compile(r"\b" + r".*\b".join(map(re.escape, folded.split())))


def _alike(names: Sequence[Name], folded: str, near: dict[str, int]) -> list[Name]:
    """Return the names of which a word begins much like what was typed, the most alike first."""
    from rapidfuzz import fuzz, process  # only who mistypes a name needs it

    begins: list[str] = []
    owners: list[Name] = []
    for name in names:
        for spelling in name.spelled[1:]:
            for word in _WORDS.finditer(spelling):
                begins.append(spelling[word.start() : word.start() + len(folded)])
                owners.append(name)
    best: dict[str, tuple[float, int, Name]] = {}
    for _, score, place in process.extract(
        folded, begins, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
    ):
        name = owners[place]
        best.setdefault(name.code, (-score, near.get(name.code, _NOT_SPOKEN), name))
    return [name for *_, name in sorted(best.values(), key=lambda one: one[:2])]


def _nearness(floor: FloorView, spoke: Iterable[str]) -> tuple[dict[str, int], dict[str, str]]:
    """Return how near each is to the floor, and that in words."""
    near: dict[str, int] = {}
    marks: dict[str, str] = {}
    if floor.code:
        near[floor.code], marks[floor.code] = 0, "has the floor"
    for place, (code, _) in enumerate(floor.waiting, 1):
        near.setdefault(code, place)
        marks.setdefault(code, f"{place} on the list")
    for place, code in enumerate(spoke, 1_000):
        near.setdefault(code, place)
    return near, marks
