"""Which sessions the library shows, and in what order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from plenary_tui.record.folded import fold_name
from plenary_tui.record.setup import interval

from .pages.shelf import Row, natural, spelt_dates

_KEYS: dict[str, tuple[Callable[[Row], Any], bool]] = {
    "Session": (lambda row: natural(row.name.casefold()), False),
    "Kind": (lambda row: row.kind and natural(row.kind.casefold()), False),
    "Dates": (lambda row: interval(row.dates)[0], True),
    "Place": (lambda row: row.place and natural(fold_name(row.place)), False),
    "State": (lambda row: row.state, False),
    "Entries": (lambda row: (row.entries,), True),
    "Decided": (lambda row: row.decisions, True),
    "Owed": (lambda row: len(row.owed), True),
    "Changed": (lambda row: row.changed, True),
    "Intact": (lambda row: row.integrity, False),
}
ORDERS = ("", *_KEYS)
"""What can be sorted by, in the order in which it is offered: the names of the columns.

The first is the usual order: what is open, then what is prepared, then the latest.
"""


@dataclass(frozen=True)
class Order:
    """The order of the list. by: one of ORDERS. is_turned: the other way round than at first."""

    by: str = ""
    is_turned: bool = False

    @property
    def arrow(self) -> str:
        """Which way it goes: down from the most or the latest, up from the least or from A."""
        return ("↓" if _KEYS[self.by][1] != self.is_turned else "↑") if self.by else ""

    @property
    def said(self) -> str:
        """The order in a sentence."""
        if not self.by:
            return "What is open first, then what is prepared, then the latest."
        return f"Sorted by {self.by.casefold()} {self.arrow}."

    def after(self, step: int) -> Order:
        """Return the order by the column so many further."""
        return Order(ORDERS[(ORDERS.index(self.by) + step) % len(ORDERS)])

    def turned(self) -> Order:
        """Return the order the other way round; the usual one has none."""
        return replace(self, is_turned=not self.is_turned) if self.by else self

    def chosen(self, by: str) -> Order:
        """Return the order by a column, turned round where it is that already."""
        return self.turned() if by == self.by else Order(by)


def in_order(rows: Iterable[Row], order: Order) -> list[Row]:
    """Return rows in an order; where there is nothing in the column comes last either way."""
    found = list(rows)
    if not order.by:
        return found
    key, is_down = _KEYS[order.by]
    filled = [row for row in found if key(row)]
    blank = [row for row in found if not key(row)]
    return sorted(filled, key=key, reverse=is_down != order.is_turned) + blank


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
