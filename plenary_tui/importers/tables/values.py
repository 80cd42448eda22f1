"""A table as plain values, and the names of its columns."""

from __future__ import annotations

from dataclasses import dataclass

from plenary_tui.record.clean import clean_line

MOST_ROWS = 20_000
MOST_COLUMNS = 100
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Row:
    """A row that is not blank. number: as the file or the spreadsheet counts it, from 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return the cell of a column, counted from 0; empty where the row is shorter."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """Rows of a file. sheet: of a workbook, the one read; others: those that were not."""

    rows: tuple[Row, ...]
    sheet: str = ""
    others: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row.cells) for row in self.rows), default=0)


def letter(column: int) -> str:
    """Return what a spreadsheet calls a column: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = _LETTERS[rest] + name
    return name


def place_of(letters: str) -> int | None:
    """Return the column that letters name, counted from 0; None where they name none."""
    place = 0
    for one in letters.upper():
        if one not in _LETTERS:
            return None
        place = place * 26 + _LETTERS.index(one) + 1
    return place - 1 if 0 < place <= MOST_COLUMNS else None


def row_of(number: int, cells: list[str]) -> Row | None:
    """Return a row with its cells cleaned, those at its end that are empty left off."""
    cleaned = [clean_line(cell) for cell in cells]
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    return Row(number, tuple(cleaned)) if cleaned else None
