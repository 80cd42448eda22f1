"""Wrapping: text into lines of a number of cells, at spaces, never inside a grapheme."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


def wrap(text: str, first: int, rest: int) -> list[str]:
    """Return `text` as lines, the first at most `first` cells wide and the others `rest`.

    A break of its own stays one; a word wider than a line is cut between graphemes.
    """
    lines: list[str] = []
    first, rest = max(1, first), max(1, rest)
    for paragraph in text.split("\n"):
        width = rest if lines else first
        if len(paragraph) <= width and paragraph.isascii():
            lines.append(paragraph)
        elif paragraph.isascii():
            _wrap_plain(lines, paragraph, width, rest)
        else:
            _wrap_cells(lines, paragraph, width, rest)
    return lines


def _wrap_plain(lines: list[str], text: str, width: int, rest: int) -> None:
    """Wrap where every character is one cell, the ordinary case."""
    start, end = len(text) - len(text.lstrip(" ")), len(text)
    while end - start > width:
        at = text.rfind(" ", start, start + width + 1)
        if at <= start:
            at = start + width
        lines.append(text[start:at])
        start = at
        while text[start : start + 1] == " ":
            start += 1
        width = rest
    lines.append(text[start:])


def _wrap_cells(lines: list[str], text: str, width: int, rest: int) -> None:
    line, used = "", 0
    for word in text.split(" "):
        size = cell_len(word)
        gap = 1 if line else 0
        if used + gap + size <= width:
            line += " " * gap + word
            used += gap + size
            continue
        if line:
            lines.append(line)
            width = rest
        while size > width:
            piece = chop_cells(word, max(width, 2))[0]
            lines.append(piece)
            word = word[len(piece) :]
            width = rest
            size = cell_len(word)
        line, used = word, size
    lines.append(line)


def fit(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, cut with an ellipsis where it is longer."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    return next(iter(chop_cells(text, width - 1)), "") + "…" if width > 1 else "…"
