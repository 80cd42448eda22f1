"""What of the numbers is looked at: which chart, by what, and of which item, day and body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeVar, get_args

from plenary_tui.documents.figures import Figures
from plenary_tui.documents.figures.counted import Chosen
from plenary_tui.documents.figures.shares import (
    BYS,
    MEASURES,
    By,
    Measure,
    Share,
    best_measure,
    ordered,
    shares,
)
from plenary_tui.documents.figures.support import STANDS, Stand

T = TypeVar("T")
View = Literal["floor", "times", "brackets", "support"]
VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True, slots=True)
class Looking:
    """What is looked at. measure: None for the one that says most. largest: whether the largest
    come first; None where that is usual, which it is of classes and delegations."""

    view: View = "floor"
    by: By = "class"
    measure: Measure | None = None
    stand: Stand = "supports"
    largest: bool | None = None
    item: str | None = None
    day: date | None = None
    body: str | None = None

    @property
    def chosen(self) -> Chosen:
        """The limits within which is counted."""
        return Chosen(self.item, self.day, self.body)

    @property
    def is_by_size(self) -> bool:
        """Whether the largest come first."""
        return self.by in ("class", "delegation") if self.largest is None else self.largest

    def next_view(self) -> Looking:
        """Return the next chart."""
        return replace(self, view=_after(VIEWS, self.view))

    def next_by(self) -> Looking:
        """Return the same put together by the next thing."""
        return replace(self, by=_after(BYS, self.by), largest=None)

    def next_measure(self, found: Figures) -> Looking:
        """Return the next measure, or in the chart of support the next stand."""
        if self.view == "support":
            return replace(self, stand=_after(STANDS, self.stand))
        return replace(self, measure=_after(MEASURES, self.measured(found)))

    def next_item(self, found: Figures, by: int = 1) -> Looking:
        """Return the next item alone; behind the last one all."""
        return replace(self, item=_after((None, *found.items), self.item, by))

    def next_day(self, found: Figures) -> Looking:
        """Return the next day alone; behind the last one all."""
        return replace(self, day=_after((None, *found.days), self.day))

    def next_body(self, found: Figures) -> Looking:
        """Return the next body alone; behind the last one all."""
        return replace(self, body=_after((None, *found.bodies), self.body))

    def of_all(self) -> Looking:
        """Return it of all items, days and bodies."""
        return replace(self, item=None, day=None, body=None)

    def shares(self, found: Figures) -> tuple[Share, ...]:
        """Return the shares that are looked at, in their order."""
        given = shares(found.cells, self.by, self.chosen, found.agenda)
        return ordered(given, self.measured(found)) if self.is_by_size else given

    def measured(self, found: Figures) -> Measure:
        """Return what is measured."""
        return self.measure or best_measure(found.cells, self.chosen)


def _after(every: Sequence[T], one: T, by: int = 1) -> T:
    """Return what follows one, around the end; the first where it is not among them."""
    return every[(every.index(one) + by) % len(every)] if one in every else every[0]
