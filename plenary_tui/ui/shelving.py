"""Which sessions the library shows, and in what order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from plenary_tui.record.folded import fold_name
from plenary_tui.record.setup import interval

from .pages.shelf import Row, spelt_dates

USUAL = ""
"""What is open first, then what is prepared, then the latest."""

_KEYS: dict[str, tuple[Callable[[Row], Any], bool]] = {
    "Session": (lambda row: row.name, False),
    "Kind": (lambda row: row.kind.casefold(), False),
    "Dates": (lambda row: interval(row.dates)[0] or date.min, True),
    "Place": (lambda row: fold_name(row.place), False),
    "State": (lambda row: row.state, False),
    "Entries": (lambda row: row.entries, True),
    "Decided": (lambda row: row.decisions, True),
    "Owed": (lambda row: len(row.owed), True),
    "Changed": (lambda row: row.changed, True),
    "Copy": (lambda row: row.integrity, False),
}
ORDERS = (USUAL, *_KEYS)
"""What can be sorted by, in the order in which it is offered: the names of the columns."""


def in_order(rows: Iterable[Row], by: str) -> list[Row]:
    """Return rows by a column, the most or the latest first where it is a number or a day."""
    found = list(rows)
    if by == USUAL:
        return found
    key, is_down = _KEYS[by]
    return sorted(found, key=key, reverse=is_down)


def having(rows: Iterable[Row], words: str) -> list[Row]:
    """Return the rows that hold all the words, however written, in any of what is shown of them."""
    wanted = fold_name(words).split()
    if not wanted:
        return list(rows)
    return [row for row in rows if all(word in _told(row) for word in wanted)]


def _told(row: Row) -> str:
    parts = (
        row.name, row.title, row.kind, row.dates, spelt_dates(row.dates), row.place, row.state,
        row.integrity,
    )  # fmt: skip
    return fold_name(" ".join(parts))
