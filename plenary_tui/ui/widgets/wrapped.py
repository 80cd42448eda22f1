"""The capture line's text in lines of the screen, wrapped anew only where it changed.

Textual wraps and cuts a whole paragraph at every key, which at 10,000 characters takes longer
than a key may (8.2.8). A line of the screen depends on nothing before it: from the first one that
comes out as it was, all the rest stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from rich.cells import cell_len
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument

from plenary_tui.ui.terminal import graphemes

_CHUNK = re.compile(r"\S+\s*|\s+")
_BEFORE = 2
"""Lines before the changed one that are looked at again: a shorter word may move up."""


def breaks(text: str, width: int, start: int = 0) -> Iterator[int]:
    """Yield where lines after the first begin, from `start`, where one begins.

    A word goes to the next line with the space behind it; one wider than a line is cut.
    """
    used = 0
    for chunk in _CHUNK.finditer(text, start):
        begin, words = chunk.start(), chunk[0]
        size = cell_len(words)
        if used + size <= width:
            used += size
            continue
        if used:
            yield begin
        used = size
        while used > width:
            end = _cut(text, begin, chunk.end(), width)
            if end >= chunk.end():
                break
            yield end
            begin = end
            used = cell_len(text[begin : chunk.end()])


def _cut(text: str, begin: int, end: int, width: int) -> int:
    """Return how far a word fits into a line, at least one letter of it."""
    place = graphemes.after(text, begin)
    used = cell_len(text[begin:place])
    while place < end:
        further = graphemes.after(text, place)
        used += cell_len(text[place:further])
        if used > width:
            break
        place = further
    return place


class Wrapped(WrappedDocument):
    """A document without tabs, in lines of the screen."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap everything; a width of 0 wraps nothing."""
        self._width = width
        if tab_width:
            self._tab_width = tab_width
        self._wrap_offsets = [self._breaks(line) for line in self.document.lines]
        self._lengths = [len(line) for line in self.document.lines]
        self._number()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap anew what an edit changed, once it was made."""
        row, column = min(start, old_end)
        last = max(start, old_end)[0]
        now = max(row, new_end[0])
        if last != row or now != row or len(self._lengths) != self.document.line_count:
            self.wrap(self._width)
            return
        line = self.document[row]
        known = self._wrap_offsets[row]
        moved = len(line) - self._lengths[row]
        changed_to = max(new_end[1], column)
        keep = max(0, bisect_right(known, column) - _BEFORE)
        found = known[:keep]
        for place in breaks(line, self._width, found[-1] if found else 0) if self._width else ():
            at = bisect_left(known, place - moved, keep)
            if place > changed_to and at < len(known) and known[at] == place - moved:
                found += [one + moved for one in known[at:]]
                break
            found.append(place)
        self._lengths[row] = len(line)
        self._wrap_offsets[row] = found
        if len(found) != len(known):
            self._number()

    def _breaks(self, line: str) -> list[int]:
        return list(breaks(line, self._width)) if self._width else []

    def _number(self) -> None:
        """Note which line of the screen shows which part of which line."""
        self._offset_to_line_info = [
            (row, section)
            for row, places in enumerate(self._wrap_offsets)
            for section in range(len(places) + 1)
        ]
        self._line_index_to_offsets = [[] for _ in self._wrap_offsets]
        for at, (row, _) in enumerate(self._offset_to_line_info):
            self._line_index_to_offsets[row].append(at)

    def part(self, y: int) -> tuple[int, int, int] | None:
        """Return the line that a line of the screen shows, from where to where; None past all."""
        if not 0 <= y < len(self._offset_to_line_info):
            return None
        row, section = self._offset_to_line_info[y]
        places = self._wrap_offsets[row]
        start = places[section - 1] if section else 0
        return row, start, places[section] if section < len(places) else len(self.document[row])

    def get_sections(self, line_index: int) -> list[str]:
        """Return the parts of a line, one for each line of the screen."""
        line, places = self.document[line_index], self._wrap_offsets[line_index]
        return [
            line[start:end] for start, end in zip([0, *places], [*places, len(line)], strict=True)
        ]
