"""A draft with tracked changes against an earlier one: accepted it is the later, rejected the
earlier one.

Both are written as they would be alone; then the paragraphs and rows that went are put into the
later one and marked as deleted, and its own as inserted where they came (ECMA-376 part 1, 17.13.5).
How a paragraph is set is not tracked. Numbers are those of the later draft; a paragraph that went
keeps its number as text, so that it does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Literal

from ..annotated import Explain
from ..comparing import Compared, ComparedRow, Span, compare
from ..draft import Draft
from .body import Body, add_own_number
from .cutting import Cutter
from .elements import Element, add, new, put, w
from .notes import Notes
from .numbering import COUNTING, printed
from .package import base_part
from .runs import fit
from .writer import packaged

_Mark = Literal["ins", "del"]

_P, _R, _T, _DELETED, _VAL = w("p"), w("r"), w("t"), w("delText"), w("val")
_TBL, _GRID, _TR, _TC, _TCPR, _SPAN = (
    w("tbl"), w("tblGrid"), w("tr"), w("tc"), w("tcPr"), w("gridSpan"),
)  # fmt: skip
_PPR, _INDENT = w("pPr"), w("ind")
_ID, _AUTHOR, _DATE = w("id"), w("author"), w("date")
_MARKS = {w("bookmarkStart"), w("bookmarkEnd")}


def redline(
    before: Draft, after: Draft, author: str, at: datetime, explain: Explain | None = None
) -> bytes:
    """Write `after` as a .docx file with its changes against `before` tracked.

    author, at: who made the changes and when, as the file says; `at` knows its zone. explain: as
    for the annotated variant.
    """
    notes = Notes(explain, after.made) if explain else None
    body, old = Body(after, notes), Body(before, None)
    stamp = fit(author), f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    marker = _Marker(stamp, body.bookmarks)
    body.elements = marker.merged(compare(before, after), old.elements, body.elements)
    return packaged(after, body, notes, stamp)


class _Marker:
    """Marks what came and went. first: the number of the first change; each has its own."""

    def __init__(self, stamp: tuple[str, str], first: int) -> None:
        self._author, self._date = stamp
        self._next = first

    def merged(
        self, compared: Iterable[Compared], before: list[Element], after: list[Element]
    ) -> list[Element]:
        """Return the elements of both drafts in one order, marked."""
        found: list[Element] = []
        was, now = iter(before), iter(after)
        for one in compared:
            gone: Element = next(was) if one.was else None
            came: Element = next(now) if one.now else None
            if one.was and one.now:
                self._change(gone, came, one)
                element = came
            elif one.was:
                self._take_out(gone, one)
                element = gone
            else:
                self._put_in(came)
                element = came
            if element.tag == _TBL and found and found[-1].tag == _TBL:
                found[-1] = _one_table(found[-1], element, as_second=one.now is not None)
            else:
                found.append(element)
        return found

    def _put_in(self, element: Element) -> None:
        if element.tag == _TBL:
            for row in element.iterchildren(_TR):
                self._row(row, "ins")
        else:
            self._paragraph(element, "ins")

    def _take_out(self, element: Element, one: Compared) -> None:
        if element.tag == _TBL:
            for row in element.iterchildren(_TR):
                self._row(row, "del")
            return
        for mark in [child for child in element if child.tag in _MARKS]:
            element.remove(mark)
        style = element[0][0].get(_VAL)
        if style in COUNTING and one.was:
            _number_as_text(element, fit(printed(one.was.number)))
        self._paragraph(element, "del")

    def _change(self, gone: Element, came: Element, one: Compared) -> None:
        if one.change == "same":
            return
        if came.tag == _TBL:
            self._rows(gone, came, one.rows)
        else:
            self._words(gone, came, one.spans)

    def _paragraph(self, element: Element, mark: _Mark) -> None:
        """Mark a whole paragraph, its end included: else an empty one would be left."""
        self._stamped(add(put(element[0], "rPr"), mark))
        element[1:] = list(self._wrapped(list(element)[1:], mark))

    def _row(self, row: Element, mark: _Mark) -> None:
        self._stamped(add(row[0], mark))
        for cell in row.iterchildren(_TC):
            for paragraph in cell.iterchildren(_P):
                self._paragraph(paragraph, mark)

    def _rows(self, gone: Element, came: Element, rows: Iterable[ComparedRow]) -> None:
        old, now = iter(gone.findall(_TR)), iter(came.findall(_TR))
        last = came.find(_GRID)
        widths = [column.get(w("w")) for column in last]
        for row in rows:
            if row.change == "deleted":
                element = next(old)
                for width, cell in zip(widths, element.iter(w("tcW")), strict=True):
                    cell.set(w("w"), width)
                last.addnext(element)
                self._row(element, "del")
            else:
                element = next(now)
                if row.change == "same":
                    next(old)
                else:
                    self._row(element, "ins")
            last = element

    def _words(self, gone: Element, came: Element, spans: Iterable[Span]) -> None:
        """Put the words that went between those that stayed, and mark both."""
        old, now = Cutter(gone), Cutter(came)
        merged = now.number
        for span in spans:
            length = len(span.text)
            if span.change == "deleted":
                merged += self._wrapped(old.words(length), "del")
                continue
            pieces = now.take(length)
            if span.change == "same":
                old.skip(length)
                merged += pieces
            else:
                merged += self._wrapped(pieces, "ins")
        came[1:] = [*merged, *now.rest()]

    def _wrapped(self, elements: Iterable[Element], mark: _Mark) -> Iterator[Element]:
        """Mark runs; what stands between them, as the anchor of a comment, stays as it is."""
        around: Element = None
        for element in elements:
            if element.tag != _R:
                around = None
                yield element
                continue
            if around is None:
                around = self._stamped(new(mark))
                yield around
            if mark == "del":
                for text in element.iterchildren(_T):
                    text.tag = _DELETED
            around.append(element)

    def _stamped(self, element: Element) -> Element:
        for name, value in ((_ID, str(self._next)), (_AUTHOR, self._author), (_DATE, self._date)):
            element.set(name, value)
        self._next += 1
        return element


@cache
def _indents() -> dict[str, dict[str, str]]:
    """Return how far each style of counted paragraphs is set in."""
    return {
        style.get(w("styleId")): dict(style.find(f"{_PPR}/{_INDENT}").attrib)
        for style in base_part("styles.xml").iterchildren(w("style"))
        if style.get(w("styleId")) in COUNTING
    }


def _number_as_text(element: Element, number: str) -> None:
    """Print the number of a paragraph as text in place of Word's own (list 0 is none).

    Without a list office programs forget how far the style is set in, so that it is said again.
    """
    properties = element[0]
    put(properties, "ind").attrib.update(_indents()[properties[0].get(_VAL)])
    for counted in properties.findall(w("numPr")):
        properties.remove(counted)
    add(put(properties, "numPr"), "numId", val="0")
    add_own_number(element, number)
    element.insert(1, element[-1])


def _one_table(first: Element, second: Element, *, as_second: bool) -> Element:
    """Put the rows of two tables that stand together into one, for they would become one.

    as_second: whether it is set as the second. Short rows end in a cell as wide as is left.
    """
    table, other = (second, first) if as_second else (first, second)
    grid, grid_of_other = table.find(_GRID), other.find(_GRID)
    rows = [*first.iterchildren(_TR), *second.iterchildren(_TR)]
    if len(grid_of_other) > len(grid):
        table.replace(grid, grid_of_other)
    columns = max(len(grid), len(grid_of_other))
    for row in rows:
        cells = row.findall(_TC)
        span = row.find(f"{_TC}/{_TCPR}/{_SPAN}")
        if span is None and len(cells) < columns:
            put(cells[-1][0], "gridSpan", val=str(columns - len(cells) + 1))
        table.append(row)
    return table
