"""What the eye takes for one letter: with its accents, a flag of two signs, a joined emoji."""

from __future__ import annotations

from rich.cells import split_graphemes

_LOOK = 64
"""Characters looked at beside a place; no letter is longer."""


def before(text: str) -> int:
    """Return how many characters the last letter of `text` has."""
    piece = text[-_LOOK:]
    if not piece or piece.isascii():
        return min(1, len(piece))
    flags = len(piece) - len(piece.rstrip(_INDICATORS))
    if flags:
        return 2 if flags % 2 == 0 else 1
    spans, _ = split_graphemes(piece)
    return len(piece) - spans[-1][0]


def after(text: str) -> int:
    """Return how many characters the first letter of `text` has."""
    piece = text[:_LOOK]
    if not piece or piece.isascii():
        return min(1, len(piece))
    if piece[0] in _INDICATORS:
        return 2 if piece[1:2] and piece[1] in _INDICATORS else 1
    spans, _ = split_graphemes(piece)
    return spans[0][1]


_INDICATORS = "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: rich takes each for a letter of its own, two of them are one flag."""
