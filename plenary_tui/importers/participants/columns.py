"""Which column holds what: by its heading, else by what stands in it; and as a person says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from plenary_tui.errors import WrongUse
from plenary_tui.importers.tables import Row, Table, letter, place_of
from plenary_tui.importers.tables.headings import field_of, fields_of, heading_row
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name

from .naming import Names
from .words import status_of

FIELDS = fields_of("participants")
"""What a column may hold, in the order in which they are shown."""

SAMPLES = 3
_LOOKED_AT = 60
_MOSTLY = 0.6
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?:[ ,]+[^\W\d_][\w.'’-]*){1,5}\.?$")


@dataclass(frozen=True)
class Columns:
    """The mapping of a table. places: field -> column, from 0. heads: the row of headings, or -1.

    guessed: fields that were recognised by what stands in their columns, with no heading.
    """

    table: Table
    heads: int
    places: Mapping[str, int]
    guessed: frozenset[str] = frozenset()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the list itself."""
        return self.table.rows[self.heads + 1 :]

    def cell(self, row: Row, field: str) -> str:
        """Return what a row says of a field; empty where no column holds it."""
        place = self.places.get(field)
        return "" if place is None else row.cell(place)

    def heading(self, column: int) -> str:
        """Return what stands above a column; empty where the table has no headings."""
        return self.table.rows[self.heads].cell(column) if self.heads >= 0 else ""

    def field(self, column: int) -> str:
        """Return what a column is taken for; empty for one that is not read."""
        return next((name for name, place in self.places.items() if place == column), "")

    def samples(self, column: int) -> tuple[str, ...]:
        """Return what stands in a column in the first rows of the list."""
        return tuple(row.cell(column) for row in self.rows[:SAMPLES])

    def taking(self, column: int, field: str) -> Columns:
        """Return the mapping with a column taken for `field`, or, where that is empty, not read."""
        places = {name: place for name, place in self.places.items()
                  if place != column and name != field}  # fmt: skip
        if field:
            places[field] = column
        return replace(self, places=places, guessed=self.guessed - {field})

    def shown(self) -> list[str]:
        """Return the mapping as lines of a table: column, heading, what it is taken for, rows."""
        head = ("column", "heading", "taken for", *(f"row {row.number}" for row in
                                                    self.rows[:SAMPLES]))  # fmt: skip
        lines = [head]
        for column in range(self.table.width):
            field = self.field(column)
            said = f"{field} (by content)" if field in self.guessed else field or "not read"
            samples = self.samples(column)
            if not field and not self.heading(column) and not any(samples):
                continue
            lines.append((letter(column), self.heading(column), said, *samples))
        cut = [[_short(cell) for cell in line] for line in lines]
        widths = [max(len(line[at]) for line in cut) for at in range(len(head))]
        return [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in cut
        ]  # fmt: skip


def _short(cell: str, most: int = 22) -> str:
    return cell if len(cell) <= most else cell[: most - 1] + "…"


def recognise(table: Table, names: Names) -> Columns:
    """Find out which column holds what. names: the delegations that can be told by content."""
    heads, found = heading_row(table, "participants")
    places = dict(found)
    columns = Columns(table, heads, places)
    guessed: set[str] = set()
    for column in range(table.width):
        if column in places.values() or columns.heading(column):
            continue
        cells = [cell for row in columns.rows[:_LOOKED_AT] if (cell := row.cell(column))]
        field = _by_content(cells, names)
        if field and field not in places and not (field == "name" and "last" in places):
            places[field] = column
            guessed.add(field)
    return Columns(table, heads, places, frozenset(guessed))


def _by_content(cells: list[str], names: Names) -> str:
    """Return what most cells of a column are; empty where that cannot be told."""
    if not cells:
        return ""
    tests = {
        "code": lambda cell: names.is_code(cell),
        "delegation": lambda cell: bool(names.exact(cell)) and not names.is_code(cell),
        "status": lambda cell: bool(status_of(cell)),
        "name": lambda cell: _PERSON.match(cell) is not None and not names.exact(cell),
    }
    for field, test in tests.items():
        if sum(map(test, cells)) > _MOSTLY * len(cells):
            return field if field != "name" or len(set(cells)) > _MOSTLY * len(cells) else ""
    return ""


def with_choices(columns: Columns, said: str) -> Columns:
    """Return the mapping as a person says it: `code=A,name=C,function=`, or by a heading.

    Raises WrongUse, naming the part that says nothing.
    """
    for part in said.split(","):
        if not part.strip():
            continue
        field, sign, where = (one.strip() for one in part.partition("="))
        field = field_of(field, "participants") if field not in FIELDS else field
        if not sign or not field:
            raise WrongUse(
                f"“{clean_line(part)}” names no column: write --columns \"code=A,name=C\", with "
                f"{', '.join(FIELDS)}."
            )  # fmt: skip
        if not where:
            columns = columns.taking(-1, field)
            columns = replace(columns, places={
                name: place for name, place in columns.places.items() if name != field
            })  # fmt: skip
            continue
        column = _column(columns, where)
        if column is None:
            last = letter(max(0, columns.table.width - 1))
            raise WrongUse(f"There is no column {clean_line(where)}: there are A to {last}.")
        columns = columns.taking(column, field)
    return columns


def _column(columns: Columns, where: str) -> int | None:
    for column in range(columns.table.width):
        if columns.heading(column) and fold_name(columns.heading(column)) == fold_name(where):
            return column
    place = place_of(where)
    return place if place is not None and place < columns.table.width else None
