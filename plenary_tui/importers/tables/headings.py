"""What the heading of a column stands for: `data/headings.toml`, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from plenary_tui.record.folded import fold_name

from .values import Row, Table

Kind = Literal["participants", "agenda"]

_PARTS = re.compile(r"[/|–—(\n]| - ")
_EDGES = " .:*?)"
_FIRST_ROWS = 15
_FEWEST = 2
_LONGEST = 60


@cache
def _known(kind: Kind) -> dict[str, str]:
    path = files("plenary_tui") / "data" / "headings.toml"
    fields = tomllib.loads(path.read_text(encoding="utf-8"))[kind]
    return {_bare(heading): field for field, words in fields.items() for heading in words}


def _bare(heading: str) -> str:
    return fold_name(heading).strip(_EDGES)


def fields_of(kind: Kind) -> tuple[str, ...]:
    """Return the columns that are understood, in the order of the file."""
    return tuple(dict.fromkeys(_known(kind).values()))


def field_of(heading: str, kind: Kind) -> str:
    """Return the column that a heading stands for; empty where it stands for none, or several."""
    if len(heading) > _LONGEST:
        return ""
    known = _known(kind)
    whole = known.get(_bare(heading))
    if whole:
        return whole
    parts = [_bare(part) for part in _PARTS.split(heading)]
    found = {known[part] for part in parts if part in known}
    return found.pop() if len(found) == 1 else ""


def headed(row: Row, kind: Kind) -> dict[str, int]:
    """Return the columns that a row of headings names, by what they stand for."""
    columns: dict[str, int] = {}
    for place, cell in enumerate(row.cells):
        field = field_of(cell, kind) if cell else ""
        if field:
            columns.setdefault(field, place)
    return columns


def heading_row(table: Table, kind: Kind) -> tuple[int, dict[str, int]]:
    """Return which of a table's first rows holds its headings, and what they name.

    The first row is the place 0; -1, and nothing, where no row has two headings that are known.
    """
    best, columns = -1, dict[str, int]()
    for place, row in enumerate(table.rows[:_FIRST_ROWS]):
        found = headed(row, kind)
        if len(found) >= _FEWEST and len(found) > len(columns):
            best, columns = place, found
    return best, columns
