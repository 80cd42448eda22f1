"""Which typed line is of which thing that was kept: by words, speaker, kind and moment.

Each is first paired with one; then what was typed in two lines, or two things typed in one, is
put to the pairs that are there. Nothing is paired over more than a quarter of an hour.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from plenary_tui.record.folded import fold_name

from .likeness import alike, stems
from .units import Unit

EARLY = 60.0
"""Seconds that a line may be entered before the words are over: who follows closely is ahead."""
WINDOW = 900.0
"""Seconds after which nobody catches up with something."""
NEAR = 60.0
"""Seconds within which who and what are enough, whatever the words."""
_ALIKE = 0.34
_HARDLY = 0.12
"""How much two wordings have in common where nothing else, or the speaker too, is the same."""
_AT_LEAST = 2
"""Words in common by which a line under no name is known."""
_PART = 0.5
"""The share of a line's words that are those of what it goes with."""

_PARTS = re.compile(r"[^\W_]+")

Whose = Literal["same", "some", "open", "other"]
"""open: nobody is named yet. some: some of those named are right."""
_WHOSE: dict[Whose, float] = {"same": 1.0, "some": 0.7, "open": 0.4, "other": 0.0}


class Placed(NamedTuple):
    """A unit with the second of the drill at which it was heard, or entered."""

    unit: Unit
    at: float
    stems: frozenset[str]


def placed(unit: Unit, at: float) -> Placed:
    """Return a unit with its second; an outcome without words is known by its verb."""
    words = unit.words or (unit.sort if unit.group == "outcome" else "")
    return Placed(unit, at, stems(words) if words else frozenset())


class Matched(NamedTuple):
    """typed: of each thing kept, the places of the lines that are its own, the first one first.

    extra: the places of lines that are of none.
    """

    typed: tuple[tuple[int, ...], ...]
    extra: tuple[int, ...]


def match(kept: Sequence[Placed], typed: Sequence[Placed]) -> Matched:
    """Pair what was kept with what was typed; `typed` is in the order of its seconds."""
    found: dict[int, list[int]] = {}
    taken: set[int] = set()
    for _, _, place, line in sorted(_candidates(kept, typed)):
        if place not in found and line not in taken:
            found[place] = [line]
            taken.add(line)
    _more_lines(kept, typed, found, taken)
    _in_one_line(kept, typed, found)
    lines = tuple(tuple(sorted(found.get(place, ()))) for place in range(len(kept)))
    return Matched(lines, tuple(line for line in range(len(typed)) if line not in taken))


def _candidates(
    kept: Sequence[Placed], typed: Sequence[Placed]
) -> list[tuple[float, float, int, int]]:  # fmt: skip
    times = [one.at for one in typed]
    found = []
    for place, one in enumerate(kept):
        low = bisect_left(times, one.at - EARLY)
        high = bisect_right(times, one.at + WINDOW)
        for line in range(low, high):
            score = _score(one, typed[line])
            if score:
                found.append((-score, abs(times[line] - one.at), place, line))
    return found


def _score(kept: Placed, typed: Placed) -> float:
    one, other = kept.unit, typed.unit
    late = abs(typed.at - kept.at)
    common = alike(kept.stems, typed.stems)
    who = whose(one, other)
    is_near = late <= NEAR and one.group == other.group
    if kept.stems and typed.stems:
        fits = common >= _ALIKE or (who in ("same", "some") and common >= _HARDLY)
        fits = fits or (who == "open" and len(kept.stems & typed.stems) >= _AT_LEAST)
        fits = fits or (is_near and who == "same")
    elif other.family == "unread" and not kept.stems:  # a line that was meant for it
        fits = late <= NEAR and bool(one.who) and who == "same"
    else:
        common = common if one.sort == other.sort else 0.0
        fits = is_near and (who != "other" or one.sort == other.sort)
        fits = fits or (one.sort == other.sort and who == "same")
    if not fits:
        return 0.0
    kind = 1.0 if one.sort == other.sort else 0.6 if one.group == other.group else 0.0
    return 4 * common + 2 * _WHOSE[who] + kind + 1 - late / (WINDOW + EARLY)


def whose(kept: Unit, typed: Unit) -> Whose:
    """Return whether a line is under the name of whoever it is of."""
    if kept.capacity and kept.capacity == typed.capacity:
        return "same"
    if typed.family == "unread":
        line = fold_name(typed.words)
        return "same" if all(name in line for name in kept.who) else "open"
    if not kept.who:
        is_other = kept.family == typed.family and typed.who and typed.capacity != "chair"
        return "other" if is_other else "same"
    if not typed.who or not typed.is_known:
        return "same" if kept.who == typed.who else "open"
    if len(kept.who) == len(typed.who) == 1:
        return "same" if _is_one_name(kept.who[0], typed.who[0]) else "other"
    common = {*kept.who} & {*typed.who}
    return "same" if {*kept.who} == {*typed.who} else "some" if common else "other"


def _is_one_name(one: str, other: str) -> bool:
    """Whether two names are one, also where only a part of it was typed."""
    words, others = {*_PARTS.findall(one)}, {*_PARTS.findall(other)}
    return words <= others or others <= words


def _more_lines(
    kept: Sequence[Placed], typed: Sequence[Placed], found: dict[int, list[int]], taken: set[int]
) -> None:  # fmt: skip
    """Put lines that go on with what was caught already beside the line that caught it."""
    for line, one in enumerate(typed):
        if line in taken:
            continue
        best = max(
            ((_goes_with(kept[place], one), -abs(one.at - kept[place].at), place)
             for place in found if -EARLY <= one.at - kept[place].at <= WINDOW),
            default=(0.0, 0.0, -1),
        )  # fmt: skip
        if best[0]:
            found[best[2]].append(line)
            taken.add(line)


def _goes_with(kept: Placed, typed: Placed) -> float:
    one, other = kept.unit, typed.unit
    if not typed.stems and not kept.stems:
        return float(one.sort == other.sort and bool(other.who) and {*other.who} <= {*one.who})
    if not typed.stems or whose(one, other) == "other":
        return 0.0
    share = len(typed.stems & kept.stems) / len(typed.stems)
    return share if share >= _PART else 0.0


def _in_one_line(
    kept: Sequence[Placed], typed: Sequence[Placed], found: dict[int, list[int]]
) -> None:
    """Find what was typed together with something else, in one line."""
    lines = {line for own in found.values() for line in own}
    for place, one in enumerate(kept):
        if place in found:
            continue
        holding = [
            line for line in lines
            if -EARLY <= typed[line].at - one.at <= WINDOW and _goes_with(typed[line], one)
        ]  # fmt: skip
        if holding:
            found[place] = [min(holding, key=lambda line: abs(typed[line].at - one.at))]
