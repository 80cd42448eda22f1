"""Which line of one version is which of another: by id, then by equal words, then by similar ones.

The pairs keep the order of both sides; what has the same id and stands elsewhere has moved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

How = Literal["id", "same", "similar"]

SIMILAR = 0.5
"""The share of words in common from which two lines are versions of one."""

_BAND = 12
"""So many places before and after its own a line is looked for among similar ones: a long text
that was rewritten throughout takes seconds otherwise."""

_WORDS = re.compile(r"\w+")
_FIRST_SIGN, _SIGNS = 0x10000, 0x100000


class Key(NamedTuple):
    """What a line is known by. group: only lines of one group are versions of each other."""

    text: str
    group: str = ""
    id: str = ""


class Pair(NamedTuple):
    """The places of one line on both sides, and how it was recognised."""

    was: int
    now: int
    how: How


class Aligned(NamedTuple):
    """pairs: in the order of both sides. moved: of the same id, out of that order."""

    pairs: tuple[Pair, ...]
    moved: tuple[Pair, ...]


def align(before: Sequence[Key], after: Sequence[Key]) -> Aligned:
    """Return which line of `before` is which of `after`; what is in no pair came or went."""
    known = _by_id(before, after)
    kept = _longest_rising(known)
    moved = tuple(sorted(set(known) - set(kept)))
    gone, came = {one.was for one in moved}, {one.now for one in moved}
    pairs: list[Pair] = []
    ends = [Pair(-1, -1, "id"), *kept, Pair(len(before), len(after), "id")]
    for last, following in pairwise(ends):
        old = [at for at in range(last.was + 1, following.was) if at not in gone]
        new = [at for at in range(last.now + 1, following.now) if at not in came]
        if old and new:
            pairs += _gap(before, after, old, new)
        if following.was < len(before):
            pairs.append(following)
    return Aligned(tuple(pairs), moved)


def _by_id(before: Sequence[Key], after: Sequence[Key]) -> list[Pair]:
    """Return the pairs of equal id and group, in the order of `after`; an id seen twice is none."""
    old, new = _places(before), _places(after)
    return [
        Pair(old[one], at, "id")
        for one, at in new.items()
        if one in old and before[old[one]].group == after[at].group
    ]


def _places(keys: Sequence[Key]) -> dict[str, int]:
    count = Counter(one.id for one in keys if one.id)
    return {one.id: at for at, one in enumerate(keys) if count[one.id] == 1}


def _longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the most pairs whose places rise on both sides (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    below: list[int] = []
    for at, pair in enumerate(pairs):
        pile = bisect_left(tops, pair.was)
        below.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [pair.was]
        piles[pile : pile + 1] = [at]
    found: list[Pair] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        found.append(pairs[at])
        at = below[at]
    return found[::-1]


def _gap(
    before: Sequence[Key], after: Sequence[Key], old: list[int], new: list[int]
) -> Iterator[Pair]:  # fmt: skip
    """Pair the lines between two that are known: equal words first, then similar ones."""
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes([before[at][:2] for at in old], [after[at][:2] for at in new])
    left_old: list[int] = []
    left_new: list[int] = []
    for step in steps:
        if step.tag != "equal":
            left_old += old[step.src_start : step.src_end]
            left_new += new[step.dest_start : step.dest_end]
            continue
        yield from _similar(before, after, left_old, left_new)
        left_old, left_new = [], []
        for a, b in zip(
            old[step.src_start : step.src_end], new[step.dest_start : step.dest_end], strict=True
        ):
            yield Pair(a, b, "same")
    yield from _similar(before, after, left_old, left_new)


def _similar(
    before: Sequence[Key], after: Sequence[Key], old: list[int], new: list[int]
) -> Iterable[Pair]:
    """Pair similar lines in their order, so that the most words are common to all pairs."""
    if not old or not new:
        return ()
    from rapidfuzz.distance import Indel

    signs = _Signs()
    words_old = [signs.of(before[at].text) for at in old]
    words_new = [signs.of(after[at].text) for at in new]
    band = max(_BAND, -(-len(new) // len(old)))
    below = _Totals(0, [0.0] * len(new))
    totals: list[_Totals] = [below]
    taken: set[tuple[int, int]] = set()
    for row in range(len(old) - 1, -1, -1):
        middle = row * len(new) // len(old)
        low, high = max(0, middle - band), min(len(new), middle + band + 1)
        here = _Totals(low, [0.0] * (high - low))
        for column in range(high - 1, low - 1, -1):
            best = max(below.of(column), here.of(column + 1))
            score = 0.0
            one, other = words_old[row], words_new[column]
            if one and other and before[old[row]].group == after[new[column]].group:
                score = Indel.normalized_similarity(one, other, score_cutoff=SIMILAR)
            if score and score + below.of(column + 1) > best:
                best = score + below.of(column + 1)
                taken.add((row, column))
            here.values[column - low] = best
        totals.append(here)
        below = here
    return _walk(old, new, totals[::-1], taken)


class _Signs(dict[str, str]):
    """A sign for each word: lines compare as texts several times faster than as lists of words."""

    def __missing__(self, word: str) -> str:
        sign = self[word] = chr(_FIRST_SIGN + len(self) % _SIGNS)
        return sign

    def of(self, text: str) -> str:
        """Return a text with a sign in place of each word."""
        return "".join([self[word] for word in _WORDS.findall(text)])


class _Totals(NamedTuple):
    """What the lines from one on have in common with those from each place on; `low` is the
    first place that was looked at, and no place before it does better."""

    low: int
    values: list[float]

    def of(self, column: int) -> float:
        place = max(0, column - self.low)
        return self.values[place] if place < len(self.values) else 0.0


def _walk(
    old: list[int], new: list[int], totals: list[_Totals], taken: set[tuple[int, int]]
) -> Iterator[Pair]:  # fmt: skip
    row = column = 0
    while row < len(old) and column < len(new):
        if (row, column) in taken:
            yield Pair(old[row], new[column], "similar")
            row, column = row + 1, column + 1
        elif totals[row + 1].of(column) > totals[row].of(column + 1):
            row += 1
        else:
            column += 1


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words in common, in order, from 0 to 1; 0 below what counts."""
    from rapidfuzz.distance import Indel

    if not one or not other:
        return 0.0
    return float(Indel.normalized_similarity(one, other, score_cutoff=SIMILAR))
