"""An agenda as plain text or Markdown: headings, lists, tables, or lines with numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.importers.source import Source
from plenary_tui.record.clean import clean_line

from . import grammar
from .reading import BULLET, programme_of_pieces
from .values import Piece, Programme

_BULLET = re.compile(r"\s*[-*+•]\s+(?:\[[ xX]\]\s+)?")
_COUNTED = re.compile(r"(?P<indent>[ \t]*)(?P<own>\d{1,2})[.)][ \t]+(?=\S)")
_DEEPER = 2
"""Columns by which a list within a list stands further right, at least."""
_HEADING = re.compile(r"\s*#{1,6}\s+|\s*>\s?")
_RULE = re.compile(r"[\s|:=_*–—-]+")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.{1,400}?)(?<=\S)\1")
_LINK = re.compile(r"\[([^\[\]]{1,400})\]\([^()\s]{0,400}\)")
_CELLS = re.compile(r"(?<!\\)\|")
_LOOKED_AT = 300
_FEWEST = 2
_MOSTLY = 0.5
_KEYWORD = re.compile(
    r"\s*(?:\d{1,2}[:.h]\d\d\s+)?(?:meeting|kind|dates|place|chair|agenda \S+|opened|closed|sitting"
    r"|proposal|adopted|agreed|present[+-]|q[+-]|presiding|rapporteur|item \S+ concluded)\b\s*:",
    re.IGNORECASE,
)


def programme_of_text(source: Source) -> Programme:
    """Read a text. Raises WrongUse where it holds no agenda."""
    return programme_of_pieces(source.name, "line", _pieces(source.text))


def looks_like_an_agenda(text: str) -> bool:
    """Whether a text is an agenda and no notes: mostly numbers with titles, and no notation."""
    lines = [line for line in text[: _LOOKED_AT * 400].splitlines() if line.strip()][:_LOOKED_AT]
    if any(_KEYWORD.match(line[:200]) for line in lines):
        return False
    bare = [_bare(line[:400])[0] for line in lines]
    numbers = sum(1 for line in bare if _is_item(line))
    marks = sum(1 for line in lines if _HEADING.match(line[:20]) or line.lstrip().startswith("|"))
    said = sum(1 for line in bare if not _is_item(line) and re.match(r"[^:]{1,40}: \S", line))
    return numbers >= _FEWEST and numbers + marks >= _MOSTLY * len(lines) and not said * 4 > numbers


def _is_item(line: str) -> bool:
    said = grammar.times(line)
    return bool(grammar.numbered(said[1] if said else line))


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the lines that say something; one that goes on, indented, belongs to the one above."""
    held: Piece | None = None
    blank = True
    nested = _Nested()
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        line = nested.numbered(line)
        if not line.strip():
            blank = True
            continue
        if held is not None and not blank and _goes_on(line, held):
            held = Piece(held.number, f"{held.text} {clean_line(line)}")
            continue
        if held is not None:
            yield held
        held, blank = _piece(number, line), False
    if held is not None:
        yield held


class _Nested:
    """Numbers the lists within a list: `1.` below and right of `3.` is 3.1 (CommonMark, 5.2)."""

    def __init__(self) -> None:
        self._above: list[tuple[int, str, int]] = []
        """Of each level its indent, the number above it, and the last of its own."""

    def numbered(self, line: str) -> str:
        """Return a line with its whole number, where it stands in a list within a list."""
        found = _COUNTED.match(line)
        if found is None:
            if line.strip() and not line[:1].isspace():
                self._above = []
            return line
        indent, own = len(found["indent"].expandtabs(4)), int(found["own"])
        deeper = bool(self._above) and indent >= self._above[-1][0] + _DEEPER
        if deeper and own == 1:
            _, above, last = self._above[-1]
            self._above.append((indent, f"{above}{last}.", own))
        else:
            while len(self._above) > 1 and indent < self._above[-1][0]:
                self._above.pop()
            above = self._above[-1][1] if self._above else ""
            self._above = [*self._above[:-1], (min(indent, self._indent(indent)), above, own)]
        above = self._above[-1][1]
        return f"{found['indent']}{above}{own}. {line[found.end() :]}" if above else line

    def _indent(self, otherwise: int) -> int:
        return self._above[-1][0] if self._above else otherwise


def _goes_on(line: str, above: Piece) -> bool:
    return (
        line[:1].isspace()
        and above.cells is None
        and len(above.text) < 400
        and not _BULLET.match(line[:20])
        and not _is_item(line.strip()[:400])
        and grammar.lettered(line.strip()[:400]) is None
    )


def _piece(number: int, line: str) -> Piece | None:
    if line.lstrip().startswith("|"):
        cells = [_plain(cell) for cell in _CELLS.split(line.strip().strip("|"))]
        text = " ".join(cell for cell in cells if cell)
        return None if _RULE.fullmatch(line[:400]) else Piece(number, text, tuple(cells))
    if _RULE.fullmatch(line[:400]) and len(line) <= 400:
        return None
    bare, bullet = _bare(line)
    return Piece(number, (BULLET if bullet else "") + bare) if bare else None


def _bare(line: str) -> tuple[str, bool]:
    """Return a line without the signs of Markdown, and whether it is of a list."""
    if heading := _HEADING.match(line):
        line = line[heading.end() :]
    bullet = _BULLET.match(line)
    if bullet:
        line = line[bullet.end() :]
    return _plain(line), bullet is not None


def _plain(text: str) -> str:
    if len(text) <= 2_000:
        text = _LINK.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    return clean_line(text).strip("# ")
