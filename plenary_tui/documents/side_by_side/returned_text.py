"""A Word file that came back, as the lines of a draft: what it says now, every change accepted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from plenary_tui.record.clean import clean

from ..draft import Draft
from ..lines import Cells, Line, lines
from ..returned import Returned, ReturnedParagraph


def returned_lines(read: Returned, issued: Draft) -> Iterator[Line]:
    """Yield the lines of a file in its own order; those of the issued text keep what they are.

    A table stands where its first cell does. A paragraph that was split is two lines.
    """
    places = _Places(tuple(lines(issued)), read)
    for one in read.paragraphs:
        line = places.line_of(one)
        if line is None:
            yield from (Line("paragraph", text) for text in one.now.split("\n") if text)
        elif line.kind == "table":
            if rows := places.table(line):
                yield replace(line, rows=rows)
        elif one.now:
            first, *rest = one.now.split("\n")
            yield replace(line, text=first)
            yield from (Line("paragraph", text) for text in rest if text)


class _Places:
    """Which line of the issued text a paragraph of the file belongs to: by its id, else its words.

    Every paragraph of the issued text that has words comes back once, gone or not.
    """

    def __init__(self, issued: tuple[Line, ...], read: Returned) -> None:
        self._by_id = {line.id: line for line in issued if line.id}
        self._by_words: dict[str, deque[Line]] = {}
        self._now: dict[str, deque[str]] = {}
        self._laid: set[int] = set()
        cells: set[str] = set()
        for line in issued:
            for text in (cell for row in line.rows for cell in row if cell):
                cells.add(clean(text))
                self._by_words.setdefault(clean(text), deque()).append(line)
            if not line.id and not line.rows:
                self._by_words.setdefault(clean(line.text), deque()).append(line)
        for one in read.paragraphs:
            if not one.id and one.was in cells:
                self._now.setdefault(one.was, deque()).append(one.now)

    def line_of(self, one: ReturnedParagraph) -> Line | None:
        """Return the issued line that it is of, None where it is new."""
        if one.id in self._by_id:
            return self._by_id[one.id]
        found = self._by_words.get(one.was) if one.was else None
        return found.popleft() if found else None

    def table(self, line: Line) -> tuple[Cells, ...]:
        """Return the rows of a table as they read now; none where it was returned already."""
        if id(line) in self._laid:
            return ()
        self._laid.add(id(line))
        rows = (tuple(self._cell(cell) for cell in row) for row in line.rows)
        return tuple(row for row in rows if any(row))

    def _cell(self, cell: str) -> str:
        now = self._now.get(clean(cell)) if cell else None
        return now.popleft() if now else cell
