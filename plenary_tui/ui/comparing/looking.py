"""What is seen of a comparison: which stretches that are alike are open, which rows are whole."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from plenary_tui.documents.side_by_side import Comparison, Row
from plenary_tui.documents.side_by_side.stretches import Stretch, stretches

from .rows import PairRow

_CLOSED, _OPEN = "▹", "▾"


class Looking:
    """Rows by ids: `r7` is the row at place 7, `s7` the stretch that begins there."""

    def __init__(self, found: Comparison) -> None:
        self.found = found
        self._parts = list(stretches(found.rows))
        self._differ = [place for place, row in enumerate(found.rows) if row.differs]
        self._stretches = {one.first for one in self._parts if isinstance(one, Stretch)}
        self._open: set[int] = set()
        self._whole: set[int] = set()

    def rows(self) -> list[PairRow]:
        """Return the rows to show."""
        found = [PairRow("", said=said, part="warning") for said in self.found.notices]
        place = 0
        for part in self._parts:
            if isinstance(part, Stretch):
                found += self._stretch(part)
                place = part.end
            else:
                found.append(self._row(place))
                place += 1
        return found

    def _stretch(self, part: Stretch) -> Iterator[PairRow]:
        is_open = part.first in self._open
        sign = _OPEN if is_open else _CLOSED
        yield PairRow(f"s{part.first}", said=f"{sign} {self.found.counted(part.alike)} alike")
        if is_open:
            yield from map(self._row, range(part.first, part.end))

    def _row(self, place: int) -> PairRow:
        return PairRow(f"r{place}", self.found.rows[place], whole=place in self._whole)

    def row_of(self, row_id: str) -> Row | None:
        """Return the row of an id; None of a stretch."""
        return self.found.rows[_place(row_id)] if row_id.startswith("r") else None

    def toggle(self, row_id: str) -> None:
        """Open or close a stretch; show a row whole, or in its columns again."""
        if row_id:
            among = self._open if row_id.startswith("s") else self._whole
            among ^= {_place(row_id)}

    def toggle_all(self) -> bool:
        """Open all stretches, or close all where all are open; say whether they are open now."""
        self._open = set() if self._open >= self._stretches else set(self._stretches)
        return bool(self._open)

    def next_difference(self, row_id: str, step: int) -> str:
        """Return the next row that differs behind an id, or before it; empty where none does."""
        here = _place(row_id)
        if step > 0:
            from_here = bisect_left if row_id.startswith("s") or not row_id else bisect_right
            at = from_here(self._differ, here)
        else:
            at = bisect_left(self._differ, here) - 1
        return f"r{self._differ[at]}" if 0 <= at < len(self._differ) else ""

    def number_of(self, row_id: str) -> int:
        """Return which difference a row is, counted from 1; 0 where it is none."""
        at = bisect_left(self._differ, _place(row_id))
        is_one = row_id.startswith("r") and self._differ[at : at + 1] == [_place(row_id)]
        return at + 1 if is_one else 0


def _place(row_id: str) -> int:
    return int(row_id[1:]) if row_id else 0
