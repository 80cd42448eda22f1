"""A draft with tracked changes against an earlier one: accepted it is the later, rejected the
earlier one.

Both are written as they would be alone; then the paragraphs and rows that went are put into the
later one and marked as deleted, and its own as inserted where they came (ECMA-376 part 1, 17.13.5).
How a paragraph is set is not tracked. Numbers are those of the later draft; a paragraph that went
keeps its number as text, so that it does not count. How far a paragraph is agreed is tracked too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Literal

from lxml.etree import SubElement

from ..annotated import Explain
from ..comparing import Compared, ComparedRow, Span, compare
from ..draft import Draft
from .apart import moments
from .body import Body, add_own_number
from .cutting import Cutter, agreed_of, plain_run, words_of
from .elements import SPACE, Element, add, new, put, w
from .language import language_of
from .notes import notes_of
from .numbering import COUNTING, indents, printed, set_indent
from .options import PLAIN, WordOptions
from .runs import fit
from .writer import packaged

_Mark = Literal["ins", "del"]

_P, _R, _T, _DELETED, _VAL = w("p"), w("r"), w("t"), w("delText"), w("val")
_TBL, _GRID, _TR, _TC, _TCPR, _SPAN = (
    w("tbl"), w("tblGrid"), w("tr"), w("tc"), w("tcPr"), w("gridSpan"),
)  # fmt: skip
_INS, _DEL = w("ins"), w("del")
_ID, _AUTHOR, _DATE = w("id"), w("author"), w("date")
_PPR, _RPR = w("pPr"), w("rPr")
_OUTSIDE = frozenset(map(w, (
    "pPr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
)))  # fmt: skip


def redline(
    before: Draft, after: Draft, author: str, at: datetime, explain: Explain | None = None,
    options: WordOptions = PLAIN,
) -> bytes:  # fmt: skip
    """Write `after` as a .docx file with its changes against `before` tracked.

    author, at: who made the changes and when, as the file says; `at` knows its zone. explain,
    options: as for any Word file of `after`.
    """
    notes = notes_of(explain, after, options)
    body = Body(after, notes, options.width)
    old = Body(before, None, options.width, anchored=False)
    body.column = max(body.column, old.column)
    moment, apart = moments(at)
    stamp = fit(author), moment
    marker = _Marker(stamp, apart, body, language_of(before).letter)
    body.elements = marker.merged(compare(before, after), old.elements, body.elements)
    return packaged(after, body, notes, options, stamp)


class _Marker:
    """Marks what came and went in a body, stamped with author and moment.

    apart: the moment of what must not become one change with what follows. letter: the form of
    letters before the paragraphs that went.
    """

    def __init__(self, stamp: tuple[str, str], apart: str, body: Body, letter: str) -> None:
        self._author, self._date = stamp
        self._apart = apart
        self._next = body.bookmarks
        self._set_in = indents(body.column)
        self._letter = letter

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
            if found:
                self._keep_apart(found[-1], element)
            if element.tag == _TBL and found and found[-1].tag == _TBL:
                found[-1] = _one_table(found[-1], element, as_second=one.now is not None)
            else:
                found.append(element)
        return found

    def _keep_apart(self, before: Element, element: Element) -> None:
        """Keep a change at the end of a paragraph apart from one that the next begins with."""
        if before.tag != _P or element.tag != _P:
            return
        last, first = _outer(before, reverse=True), _outer(element)
        if last.tag not in (_INS, _DEL) or first.tag != last.tag:
            return
        if before.find(f"{_PPR}/{_RPR}/{last.tag}") is None:
            moment = self._apart if last.get(_DATE) == self._date else self._date
            first.set(_DATE, moment)
            for mark in element.iterfind(f"{_PPR}/{_RPR}/{first.tag}"):
                for one in (mark, *element.iterchildren(first.tag)):
                    one.set(_DATE, moment)

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
        style = element[0][0].get(_VAL)
        if style in COUNTING and one.was:
            number = fit(printed(one.was.number, self._letter))
            _number_as_text(element, number, self._set_in[style])
        self._paragraph(element, "del")

    def _change(self, gone: Element, came: Element, one: Compared) -> None:
        if came.tag == _TBL:
            if one.change != "same":
                self._rows(gone, came, one.rows)
            return
        was, now = agreed_of(gone), agreed_of(came)
        if one.change != "same":
            self._words(gone, came, one.spans)
        if (was is not None or now is not None) and words_of(was) != words_of(now):
            self._agreed(came, was, now)

    def _agreed(self, came: Element, was: Element | None, now: Element | None) -> None:
        """Mark that a paragraph was agreed in between, or is so no longer."""
        found = list(self._wrapped([was], "del")) if was is not None else []
        found += self._wrapped([now], "ins") if now is not None else []
        came.extend(found)

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
        plain_was, plain_now = plain_run(gone), plain_run(came)
        if plain_was is not None and plain_now is not None:
            self._plain_words(plain_was, plain_now, spans)
            return
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

    def _plain_words(self, was: Element, now: Element, spans: Iterable[Span]) -> None:
        """Do the same where both are one run without formatting: the ordinary case, and fast."""
        old, new = was[0].text, now[0].text
        parent = now.getparent()
        behind = list(parent)[parent.index(now) + 1 :]
        parent[parent.index(now) :] = []
        gone = came = 0
        for span in spans:
            change, length = span.change, len(span.text)
            inside = parent
            if change == "deleted":
                text = old[gone : gone + length]
                inside = SubElement(parent, _DEL, self._stamp())
                gone += length
            else:
                text = new[came : came + length]
                came += length
                if change == "inserted":
                    inside = SubElement(parent, _INS, self._stamp())
                else:
                    gone += length
            element = SubElement(SubElement(inside, _R), _DELETED if change == "deleted" else _T)
            element.text = text
            if text[0] == " " or text[-1] == " ":
                element.set(SPACE, "preserve")
        parent.extend(behind)

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
        for name, value in self._stamp().items():
            element.set(name, value)
        return element

    def _stamp(self) -> dict[str, str]:
        """Return what says of the next change whose it is."""
        self._next += 1
        return {_ID: str(self._next - 1), _AUTHOR: self._author, _DATE: self._date}


def _outer(paragraph: Element, *, reverse: bool = False) -> Element:
    """Return what a paragraph begins or ends with: a run or a change, else its properties."""
    for one in paragraph.iterchildren(reversed=reverse):
        if one.tag not in _OUTSIDE:
            return one
    return paragraph[0]


def _number_as_text(element: Element, number: str, set_in: tuple[int, int]) -> None:
    """Print the number of a paragraph as text in place of Word's own (list 0 is none).

    Without a list office programs forget how far the style is set in, so that it is said again.
    """
    properties = element[0]
    set_indent(put(properties, "ind"), *set_in)
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
