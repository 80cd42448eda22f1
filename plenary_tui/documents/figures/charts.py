"""Charts, as what they show: whoever draws one, for the screen, a page or Word, draws this."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..draft import Table
from . import words
from .brackets import Step
from .shares import By, Measure, Share, shown
from .support import Support
from .times import OverTime, time_of

MOST_BARS = 20
"""Bars that a page has room for; the smallest ones are put together."""
_PAIRS = 12

Unit = Literal["time", "count"]


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers, one for each category; a time in seconds. shown: as printed beside them."""

    name: str
    values: tuple[int, ...]
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: horizontal bars, or columns along a time; several series stand on each other.

    says: the same in a sentence, for those who do not see it.
    """

    kind: Literal["bars", "columns"]
    title: str
    says: str
    unit: Unit
    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def most(self) -> int:
        """The height of the highest stack."""
        return max((sum(stack) for stack in self.stacks), default=0)

    @property
    def stacks(self) -> list[tuple[int, ...]]:
        """The numbers of each category, one for each series."""
        return list(zip(*(one.values for one in self.series), strict=True))


@dataclass(frozen=True, slots=True)
class Charted(Table):
    """A table with the chart of it: a writer that cannot draw writes the table."""

    chart: Chart


def of_shares(given: Sequence[Share], by: By, measure: Measure) -> Chart | None:
    """Return the bars of shares; None where there is nothing to see.

    A class that does not decide has a bar for each of its delegations, since industry and civil
    society are both Observers.
    """
    leaves = [
        (f"{leaf.label} ({one.label})" if one.parts else leaf.label, leaf)
        for one in given for leaf in one.leaves if leaf.of(measure)
    ]  # fmt: skip
    if by in ("class", "delegation"):
        leaves.sort(key=lambda one: -one[1].of(measure))
    if not leaves:
        return None
    kept, rest = leaves[:MOST_BARS], [share for _, share in leaves[MOST_BARS:]]
    if rest:
        others = Share(
            "", "", seconds=sum(one.seconds for one in rest),
            turns=sum(one.turns for one in rest),
            interventions=sum(one.interventions for one in rest),
        )  # fmt: skip
        kept.append((f"{len(rest)} others", others))
    name = words.MEASURED[measure]
    return Chart(
        "bars", f"{name} by {words.GROUPED[by]}", words.of_shares(given, by, measure),
        "time" if measure == "time" else "count",
        tuple(label for label, _ in kept),
        (Series(name, tuple(one.of(measure) for _, one in kept),
                tuple(shown(one, measure) for _, one in kept)),),
    )  # fmt: skip


def of_times(found: OverTime) -> Chart | None:
    """Return the columns of interventions, every slot from the first to the last of each day."""
    slots = [
        (f"{one.day.day}/{one.day.month} {time_of(at)}", len(one.slots.get(at, ())))
        for one in found.days if one.slots
        for at in range(min(one.slots), max(one.slots) + 1, found.minutes)
    ]  # fmt: skip
    if not slots:
        return None
    numbers = tuple(number for _, number in slots)
    return Chart(
        "columns", "Interventions over time", words.of_times(found), "count",
        tuple(label for label, _ in slots), (Series("Interventions", numbers),),
    )  # fmt: skip


def of_steps(steps: Sequence[Step], in_draft_now: int) -> Chart | None:
    """Return the columns of open brackets, one for each time that their number changed."""
    if not steps:
        return None
    return Chart(
        "columns", "Open brackets over time", words.of_steps(steps, in_draft_now), "count",
        tuple(f"{one.at.day}/{one.at.month} {one.at:%H:%M}" for one in steps),
        (
            Series("In texts of the room", tuple(one.room for one in steps)),
            Series("In the draft", tuple(one.draft for one in steps)),
        ),
    )  # fmt: skip


def of_support(found: Support) -> Chart | None:
    """Return the bars of those who supported each other most."""
    if not found.pairs:
        return None
    pairs = found.pairs[:_PAIRS]
    return Chart(
        "bars", "Who supported whom most often", words.of_support(found), "count",
        tuple(f"{one.who.name} → {one.whom.name}" for one in pairs),
        (Series("Times", tuple(one.times for one in pairs),
                tuple(str(one.times) for one in pairs)),),
    )  # fmt: skip
