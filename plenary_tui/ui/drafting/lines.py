"""A row of the draft's lists, wrapped: what stands before its words, and the words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from plenary_tui.ui.display.lines import wrap_pieces
from plenary_tui.ui.panels import Line, Piece
from plenary_tui.ui.terminal.wrapping import wrap

HANG = 5
"""Cells that the lines after the first stand in."""
NARROWEST = 16
"""Cells that words get at least."""


class DraftRow(NamedTuple):
    """A row. id: what is selected with it; empty where it cannot be.

    label: stands before the words in the first line, and leaves its first cell to the cursor.
    """

    id: str
    label: tuple[Piece, ...]
    words: tuple[Piece, ...] = ()
    hang: int = HANG


@lru_cache(maxsize=8_000)
def height(row: DraftRow, width: int) -> int:
    """Return how many lines a row takes."""
    text = "".join(words for words, _ in row.words)
    return len(wrap(text, *_room(row, width)))


@lru_cache(maxsize=400)
def lines(row: DraftRow, width: int) -> list[Line]:
    """Return a row's lines, as many as `height` says."""
    found = wrap_pieces(row.words, *_room(row, width))
    side: Line = ((" " * row.hang, "plain"),)
    return [(*(side if place else row.label), *line) for place, line in enumerate(found)]


def _room(row: DraftRow, width: int) -> tuple[int, int]:
    before = sum(cell_len(words) for words, _ in row.label)
    return max(NARROWEST, width - before), max(NARROWEST, width - row.hang)
