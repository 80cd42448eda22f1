"""Tables from outside: rows of cells, whatever program wrote them."""

from __future__ import annotations

from .csv_text import looks_like_a_table, table_of_text
from .values import MOST_COLUMNS, MOST_ROWS, Row, Table, letter, place_of
from .workbook import table_of_workbook

__all__ = [
    "MOST_COLUMNS",
    "MOST_ROWS",
    "Row",
    "Table",
    "letter",
    "looks_like_a_table",
    "place_of",
    "table_of_text",
    "table_of_workbook",
]
