"""The numbers as plain tables, each row with the entries that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..draft import Row, Table
from ..wording import day
from .brackets import Step
from .cells import Cell
from .shares import OUTSIDE, By, Share, percent, shown, total
from .support import STANDS, Backing, support
from .times import OverTime, time_of
from .words import mean

_HEADS: dict[By, tuple[str, ...]] = {
    "class": ("Class",), "delegation": ("Delegation", "Class"), "item": ("Agenda item",),
    "day": ("Day",),
}  # fmt: skip


def floor(given: Sequence[Share], by: By) -> Table:
    """Return who had how much of the floor, and what that adds up to.

    Under a class that does not decide its delegations follow, as part of it.
    """
    whole = total(given)
    measured = ("Turns", "Interventions", "Time", "Share of time", "Time a turn")
    rows = []
    for one in given:
        rows.append(_row(one, whole, by))
        rows += [_row(part, whole, by, before="– ") for part in one.parts]
    if len(given) > 1:
        rows.append(_row(whole, whole, by))
    return Table((*_HEADS[by], *measured), tuple(rows))


def _row(one: Share, whole: Share, by: By, before: str = "") -> Row:
    named = (before + one.label, one.kind) if by == "delegation" else (before + one.label,)
    time = percent(one.seconds, whole.seconds) if one.is_timed else "–"
    return Row(
        (*named, str(one.turns), str(one.interventions), shown(one, "time"), time, mean(one)),
        one.sources,
    )


def over_time(found: OverTime) -> Table:
    """Return the interventions in each slot; without a time where only the day is known."""
    rows = []
    for one in found.days:
        on = day(one.day)
        rows += [
            Row((on, time_of(at), time_of(at + found.minutes), str(len(some))), some)
            for at, some in one.slots.items()
        ]
        if one.untimed:
            rows.append(Row((on, "", "", str(len(one.untimed))), one.untimed))
    return Table(("Day", "From", "To", "Interventions"), tuple(rows))


def brackets_over_time(steps: Iterable[Step]) -> Table:
    """Return how many brackets were open after each change."""
    rows = [
        Row(
            (day(one.at.date()), f"{one.at:%H:%M}", str(one.room), str(one.draft), one.issued),
            (one.entry,),
        )
        for one in steps
    ]
    return Table(
        ("Day", "Time", "In texts of the room", "In the draft", "Version issued"), tuple(rows)
    )


def who_supported_whom(backings: Sequence[Backing]) -> Table:
    """Return for each whom who supported, opposed or was flexible towards them, and how often."""
    found = [support(backings, stand) for stand in STANDS]
    whom = list(dict.fromkeys(one for each in found for one in each.columns))
    rows = []
    for one in whom:
        cells, sources = [one.name], []
        for each in found:
            pairs = [pair for pair in each.pairs if pair.whom == one]
            cells.append(", ".join(_times(pair.who.name, pair.times) for pair in pairs))
            sources += [source for pair in pairs for source in pair.sources]
        rows.append(Row(tuple(cells), tuple(dict.fromkeys(sources))))
    return Table(("Delegation", "Supported by", "Opposed by", "Flexible towards them"), tuple(rows))


def _times(name: str, times: int) -> str:
    return name if times == 1 else f"{name} ({times} times)"


def facts(cells: Iterable[Cell], titles: dict[str, str]) -> Table:
    """Return the numbers for a spreadsheet's own sums: a row for each delegation, class, day, item
    and bodies. titles: of the items."""
    rows = [
        Row(
            (
                one.who.code, one.who.name, one.who.kind, one.day.isoformat(), one.item,
                titles.get(one.item, "") if one.item else OUTSIDE, " + ".join(one.bodies),
                str(one.turns), str(one.interventions),
                str(one.seconds) if one.turns > one.untimed else "", str(one.untimed),
            ),
            one.entries,
        )
        for one in cells
    ]  # fmt: skip
    columns = (
        "Code", "Delegation", "Class", "Date", "Item", "Title", "Bodies", "Turns",
        "Interventions", "Seconds", "Turns without time",
    )  # fmt: skip
    return Table(columns, tuple(rows))
