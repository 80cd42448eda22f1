"""The list of what is laid side by side: two columns that scroll as one."""

from __future__ import annotations

from plenary_tui.ui.comparing.rows import PairRow, height, lines
from plenary_tui.ui.panels import Line

from .draft_list import RowList
from .row_index import Stacked


class _Pairs(Stacked[PairRow]):
    def height_of(self, row: PairRow) -> int:
        return height(row, self.width)


class PairList(RowList[PairRow]):
    """Rows of two columns."""

    def stacked(self) -> Stacked[PairRow]:
        """Return what knows where each row stands."""
        return _Pairs()

    def lines_of(self, row: PairRow, width: int) -> list[Line]:
        """Return a row's lines."""
        return lines(row, width)
