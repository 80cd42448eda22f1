"""Rows of different heights: which row stands on which line, without looking at every row."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from plenary_tui.ui.seen.views import Row
from plenary_tui.ui.terminal.wrapping import wrap

R = TypeVar("R")

TIME = 6
"""Cells that the time takes at the beginning of an entry."""
WHO = 5
"""Cells that a speaker's code takes; the lines after the first stand under the words."""
NARROWEST = 12


def lines_of(row: Row, width: int) -> list[str]:
    """Return the text of an entry in lines; those after the first stand under its words."""
    room = max(NARROWEST, width - TIME)
    text = f"{row.text} [{row.note}]" if row.note else row.text
    if row.who:
        text = f"{row.who:<{WHO - 1}} {text}"
    return wrap(text, room, room - indent_of(row))


def indent_of(row: Row) -> int:
    """Return how far the lines after the first are indented, behind the time."""
    return WHO if row.who else 2


def height_of(row: Row, width: int) -> int:
    """Return how many lines a row takes, its day above it included."""
    return len(lines_of(row, width)) + (1 if row.head else 0)


class Stacked(ABC, Generic[R]):
    """The rows of a list and where each begins."""

    def __init__(self) -> None:
        self.rows: list[R] = []
        self.width = 80
        self._starts: list[int] = [0]

    @abstractmethod
    def height_of(self, row: R) -> int:
        """Return how many lines a row takes at this width."""

    @property
    def height(self) -> int:
        """The lines of all rows."""
        return self._starts[-1]

    def put(self, rows: Sequence[R]) -> None:
        """Show these rows and no others."""
        self.rows = list(rows)
        self._measure(0)

    def add(self, rows: Iterable[R]) -> None:
        """Add rows at the end."""
        known = len(self.rows)
        self.rows += rows
        self._measure(known)

    def drop(self, count: int) -> None:
        """Take the last rows away."""
        if count:
            del self.rows[-count:]
            del self._starts[-count:]

    def change(self, changes: Iterable[tuple[int, R]]) -> None:
        """Let rows read differently."""
        first = len(self.rows)
        for place, row in changes:
            self.rows[place] = row
            first = min(first, place)
        self._measure(first)

    def resize(self, width: int) -> None:
        """Wrap everything anew."""
        self.width = width
        self._measure(0)

    def at(self, y: int) -> tuple[int, int] | None:
        """Return the row that stands on a line, and which of its lines that is."""
        if not 0 <= y < self.height:
            return None
        place = bisect_right(self._starts, y) - 1
        return place, y - self._starts[place]

    def start(self, place: int) -> int:
        """Return the line on which a row begins."""
        return self._starts[place]

    def end(self, place: int) -> int:
        """Return the line after a row's last."""
        return self._starts[place + 1]

    def _measure(self, first: int) -> None:
        del self._starts[first + 1 :]
        at = self._starts[first]
        for row in self.rows[first:]:
            at += self.height_of(row)
            self._starts.append(at)


class RowIndex(Stacked[Row]):
    """The entries of a record and where each begins."""

    def height_of(self, row: Row) -> int:
        """Return how many lines an entry takes."""
        return height_of(row, self.width)
