"""The lines of the display: how large the screen is, and text fitted to it. Pure.

Lines are those of `panels`: (text, part) pieces; nothing is told by a colour alone.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from plenary_tui.ui.panels import Line, Piece
from plenary_tui.ui.terminal.wrapping import fit, wrap


class Size(NamedTuple):
    """The screen in cells, with how many times as large as can be things are drawn on it."""

    width: int
    height: int

    @property
    def scale(self) -> int:
        """How many times as large clock and timer are drawn."""
        if self.width >= 160 and self.height >= 48:
            return 3
        return 2 if self.width >= 104 and self.height >= 34 else 1

    @property
    def margin(self) -> int:
        """Empty columns at either side."""
        return (1, 3, 5)[self.scale - 1]

    @property
    def room(self) -> int:
        """Columns between the margins."""
        return max(1, self.width - 2 * self.margin)


def within(line: Line, width: int) -> Line:
    """Return a line as it is, cut only on a screen that is too narrow for anything."""
    if sum(cell_len(text) for text, _ in line) <= width:
        return line
    return tuple(cut(list(line), width))


def cut(pieces: list[Piece], width: int) -> list[Piece]:
    """Return pieces in exactly `width` cells."""
    found, left = [], width
    for text, part in pieces:
        text = fit(text, left)
        found.append((text, part))
        left -= cell_len(text)
    return [*found, (" " * left, found[-1][1] if found else "plain")]


def padded(pieces: list[Piece], size: Size, part: str = "plain") -> Line:
    """Return pieces as a whole line between the margins, which are of the given part."""
    side = " " * min(size.margin, size.width // 2)
    return ((side, part), *cut(pieces, size.room), (side, part))


def spread(left: str, right: str, width: int) -> str:
    """Return two texts at either end of a line; the right one goes where there is no room."""
    gap = width - cell_len(left) - cell_len(right)
    return f"{left}{' ' * gap}{right}" if gap >= 2 else left


def wrap_pieces(pieces: tuple[Piece, ...], width: int, rest: int = 0) -> list[Line]:
    """Return pieces as lines of at most `width` cells, each word in its part.

    rest: the cells of the lines after the first, where they are other ones.
    """
    text = "".join(words for words, _ in pieces)
    parts = [part for words, part in pieces for _ in words]
    found: list[Line] = []
    at = 0
    for line in wrap(text, width, rest or width):
        start = max(at, text.find(line, at))
        at = start + len(line)
        kept: list[Piece] = []
        for sign, part in zip(line, parts[start:at], strict=False):
            if kept and kept[-1][1] == part:
                kept[-1] = (kept[-1][0] + sign, part)
            else:
                kept.append((sign, part))
        found.append(tuple(kept))
    return found
