"""A table as text: comma, semicolon, tab or bar between the cells (RFC 4180 and its cousins)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

from plenary_tui.errors import WrongUse
from plenary_tui.importers.source import Source

from .values import MOST_COLUMNS, MOST_ROWS, Row, Table, row_of

_SIGNS = ",;\t|"
_CALLED = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_LOOKED_AT = 200
_LONGEST_CELL = 131_072
_REGULAR = 0.8
_FEWEST = 2


def table_of_text(source: Source) -> Table:
    """Cut a text into rows. Raises WrongUse, naming the file and the row, where it cannot be."""
    sign = _sign(source.text) or ","
    _refuse_two_signs(source, sign)
    rows: list[Row] = []
    for number, cells in _cut(source, sign):
        row = row_of(number, cells)
        if row is not None:
            rows.append(row)
        if len(rows) > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise WrongUse(
                f"{source.name}, row {number}: more than {MOST_ROWS:,} rows or {MOST_COLUMNS} "
                "columns are no list of a meeting; keep those that belong to it."
            )
    return Table(tuple(rows))


def _refuse_two_signs(source: Source, sign: str) -> None:
    """Refuse a table whose headings are cut by one sign and all rows below by another one.

    Raises WrongUse.
    """
    lines = [line for line in source.text[: _LOOKED_AT * 400].splitlines() if line.strip()]
    first, rest = lines[:1], lines[1:_LOOKED_AT]
    if not rest or _width(first[0], sign) < _FEWEST or any(_width(line, sign) > 1 for line in rest):
        return
    for other in _SIGNS:
        if other != sign and all(_width(line, other) > 1 for line in rest):
            raise WrongUse(
                f"{source.name}: its headings are parted by {_CALLED[sign]} and its rows by "
                f"{_CALLED[other]}; save it with one of them throughout."
            )


def looks_like_a_table(text: str) -> bool:
    """Whether most of a text's rows are cut by one sign into the same number of cells."""
    return bool(_sign(text))


def _cut(source: Source, sign: str) -> Iterator[tuple[int, list[str]]]:
    lines = source.text.removeprefix("\ufeff").replace("\0", "\ufffd").splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=sign)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise WrongUse(
            f"{source.name}, row {begins}: the table cannot be read on ({error}); look for a "
            "quotation mark that is never closed, and save it as CSV again."
        ) from error


def _sign(text: str) -> str:
    """Return the sign that cuts the rows most evenly; empty where none does."""
    lines = [line for line in text[: _LOOKED_AT * 400].splitlines() if line.strip()][:_LOOKED_AT]
    best, cells = "", 1
    for sign in _SIGNS:
        widths = Counter(_width(line, sign) for line in lines)
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        if width > cells and times >= max(_FEWEST, _REGULAR * len(lines)):
            best, cells = sign, width
    return best


def _width(line: str, sign: str) -> int:
    if len(line) > _LONGEST_CELL:
        return 1
    try:
        return len(next(csv.reader([line], delimiter=sign)))
    except (csv.Error, StopIteration):
        return 1
