"""Tables: widths that fit what stands in the columns, a header row, rows that do not break."""

from __future__ import annotations

from ..draft import Table
from .elements import Element, add, put
from .notes import Notes
from .runs import add_runs, fit
from .scripts import runs_right_to_left

_SIGN, _CAPITAL = 105, 55
"""About the width of a sign in the size of a table, and how much more a capital takes, in
twentieths of a point."""

_PADDING, _NARROWEST = 216, 700


def add_table(
    parent: Element, table: Table, caption: str, notes: Notes | None, width: int
) -> None:  # fmt: skip
    """Append a table. caption: its title for those who do not see it. width: of the text."""
    element = add(parent, "tbl")
    _properties(element, caption, width)
    widths = columns(table, width)
    grid = add(element, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=str(width))
    head = _row(element)
    put_header(head)
    for cell, words in zip(_cells(head, widths), table.columns, strict=True):
        _paragraph(cell, "TableHeading", words)
    for row in table.rows:
        line = _row(element)
        for number, (cell, words) in enumerate(
            zip(_cells(line, widths), row.cells, strict=True)
        ):  # fmt: skip
            note = notes.of_sources(row.sources) if notes and not number else ""
            _paragraph(cell, "TableText", words, note, notes)


def columns(table: Table, width: int) -> list[int]:
    """Return the widths of the columns, which fill the width, in twentieths of a point.

    Narrow columns get what they want, so that a date does not break; the others share the rest.
    """
    texts = [
        [head, *(row.cells[at] for row in table.rows)] for at, head in enumerate(table.columns)
    ]
    wanted = [
        max(
            _NARROWEST,
            max(_wide(line) for text in one for line in text.split("\n")) + _PADDING,
        )
        for one in texts
    ]
    widths = [0] * len(wanted)
    left = width
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for place, column in enumerate(order):
        widths[column] = min(wanted[column], left // (len(order) - place))
        left -= widths[column]
    widths[order[-1]] += left
    return widths


def _wide(line: str) -> int:
    return len(line) * _SIGN + sum(map(str.isupper, line)) * _CAPITAL


def _properties(element: Element, caption: str, width: int) -> None:
    properties = add(element, "tblPr")
    put(properties, "tblStyle", val="Register")
    put(properties, "tblW", w=str(width), type="dxa")
    put(properties, "tblLayout", type="fixed")
    put(
        properties, "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0",
        lastColumn="0", noHBand="1", noVBand="1",
    )  # fmt: skip
    if caption:
        put(properties, "tblCaption", val=caption)


def _row(element: Element) -> Element:
    row = add(element, "tr")
    add(add(row, "trPr"), "cantSplit")
    return row


def put_header(row: Element) -> None:
    """Repeat a row on every page that the table runs over, and read it as the columns' names."""
    add(row[0], "tblHeader")


def _cells(row: Element, widths: list[int]) -> list[Element]:
    cells = []
    for width in widths:
        cell = add(row, "tc")
        add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        cells.append(cell)
    return cells


def _paragraph(
    cell: Element, style: str, text: str, note: str = "", notes: Notes | None = None
) -> None:  # fmt: skip
    text = fit(text)
    paragraph = add(cell, "p")
    properties = add(paragraph, "pPr")
    put(properties, "pStyle", val=style)
    right_to_left = runs_right_to_left(text)
    if right_to_left:
        put(properties, "bidi")
    if note and notes:
        notes.begin(paragraph, note)
    if text:
        add_runs(paragraph, text, right_to_left=right_to_left)
    if note and notes:
        notes.end(paragraph, note)
