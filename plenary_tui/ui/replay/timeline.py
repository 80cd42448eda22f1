"""The timeline over the foot: sittings, items, how much was said, decisions and objections.

Pure: landmarks and a width give lines. Each thing has a sign of its own, so that nothing is told
by a colour alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from plenary_tui.ui.panels import Line

from .landmarks import Kind, Landmarks
from .pace import Pace
from .signs import BARS, BOTH, DECISION, OBJECTION, SITS, STOPS

LINES = 3
_SIGNED: tuple[Kind, Kind] = ("decision", "objection")


class Block(NamedTuple):
    """A sitting, or a day of a meeting whose sittings are not known. labels: longest first."""

    begin: int
    end: int
    labels: tuple[str, ...]
    breaks: tuple[tuple[int, int], ...] = ()


class Timeline:
    """Draws one record's way in so many columns. items: at which positions which is taken up."""

    def __init__(
        self, landmarks: Landmarks, pace: Pace, first: int, items: Iterable[tuple[int, str]],
        blocks: Sequence[Block],
    ) -> None:  # fmt: skip
        self._landmarks = landmarks
        self._offsets = pace.offsets
        self._first = first
        self._items = list(items)
        self._blocks = blocks
        self._drawn: tuple[int, Sequence[int], list[list[str]]] | None = None

    def column(self, position: int, width: int) -> int:
        """Return the column in which a position lies."""
        total = self._offsets[-1] - self._offsets[self._first]
        if not total:
            return 0
        gone = self._offsets[position] - self._offsets[self._first]
        return max(0, min(width - 1, int(gone / total * (width - 1))))

    def position_at(self, column: int, width: int) -> int:
        """Return the first position in a column, else the last one before it."""
        low, high = self._first, len(self._offsets) - 1
        while low < high:
            middle = (low + high) // 2
            if self.column(middle, width) < column:
                low = middle + 1
            else:
                high = middle
        is_there = self.column(low, width) == column
        return low if is_there or low == self._first else low - 1

    def lines(
        self, width: int, position: int, counted: Sequence[int],
        marks: tuple[int | None, int | None] = (None, None), lines: int = LINES, *,
        only: bool = False,
    ) -> list[Line]:  # fmt: skip
        """Return the timeline with its cursor, the undermost of its lines where there are less.

        counted: the positions of which the density is shown. marks: of an excerpt. only: whether
        of the decisions and objections too nothing else is shown.
        """
        if width < 1:
            return []
        drawn = self._drawn
        if drawn is None or drawn[0] != width or drawn[1] is not counted:
            self._drawn = drawn = width, counted, self._draw(width, counted, only=only)
        rows = drawn[2]
        here = self.column(position, width)
        found = []
        for number, row in enumerate(rows):
            cells = list(row)
            if number == 1:
                for sign, mark in zip("[]", marks, strict=True):
                    if mark is not None:
                        cells[self.column(mark, width)] = sign
            parts = ["cursor" if at == here else _PARTS[number] for at in range(width)]
            found.append(_line(cells, parts))
        return found[-lines:]

    def _draw(self, width: int, counted: Sequence[int], *, only: bool) -> list[list[str]]:
        sittings = [" "] * width
        begins = [self.column(one.begin, width) for one in self._blocks]
        for one, begin, after in zip(self._blocks, begins, [*begins, width][1:], strict=True):
            end = self.column(one.end, width)
            sittings[begin : end + 1] = SITS * (end + 1 - begin)
            for stop, again in one.breaks:
                low, high = self.column(stop, width), self.column(again, width)
                sittings[low : high + 1] = STOPS * (high + 1 - low)
            sittings[begin] = "┣"
            room = min(end, after) - begin
            for label in one.labels:
                if len(label) < room:
                    sittings[begin + 1 : begin + 1 + len(label)] = label
                    break
        return [sittings, self._numbers(width), self._signs(width, counted, only=only)]

    def _numbers(self, width: int) -> list[str]:
        """Return the items' numbers where they were taken up, as many as stand side by side."""
        cells = [" "] * width
        free = 0
        for position, number in self._items:
            at = self.column(position, width)
            if at >= free and at + len(number) <= width:
                cells[at : at + len(number)] = number
                free = at + len(number) + 1
        return cells

    def _signs(self, width: int, counted: Sequence[int], *, only: bool) -> list[str]:
        columns = Counter(self.column(one, width) for one in counted)
        most = max(columns.values(), default=1)
        cells = [" "] * width
        for at, count in columns.items():
            cells[at] = BARS[max(1, round(count / most * (len(BARS) - 1)))]
        shown = frozenset(counted) if only else None
        decided, opposed = (
            {self.column(one, width) for one in self._landmarks.of(kind)
             if shown is None or one in shown}
            for kind in _SIGNED
        )  # fmt: skip
        for at in decided | opposed:
            both = at in decided and at in opposed
            cells[at] = BOTH if both else DECISION if at in decided else OBJECTION
        return cells


_PARTS = ("plain", "quiet", "current")


def _line(cells: list[str], parts: list[str]) -> Line:
    both = groupby(zip(cells, parts, strict=True), key=lambda pair: pair[1])
    return tuple(("".join(cell for cell, _ in group), part) for part, group in both)
