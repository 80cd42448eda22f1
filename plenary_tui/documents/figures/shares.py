"""Who had how much of the floor: turns, time and interventions, put together in four ways.

Whatever they are put together by, they add up to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from plenary_tui.record.agenda import Item
from plenary_tui.record.delegations import DECIDES

from ..summary.gathering import class_rank
from ..wording import weekday
from .cells import Cell
from .counted import ALL, BODY, NOT_KNOWN, NOT_LISTED, PRESIDING, Chosen

By = Literal["class", "delegation", "item", "day"]
Measure = Literal["time", "turns", "interventions"]
BYS: tuple[By, ...] = get_args(By)
MEASURES: tuple[Measure, ...] = get_args(Measure)

OUTSIDE = "outside any item"
_LAST = (BODY, NOT_LISTED, NOT_KNOWN)


@dataclass(frozen=True, slots=True)
class Share:
    """The share of one class, delegation, item or day.

    kind: of a delegation its class. seconds: of the turns whose time is known; `untimed` is the
    number of the others. parts: of a class that does not decide, its delegations.
    """

    key: str
    label: str
    kind: str = ""
    turns: int = 0
    interventions: int = 0
    seconds: int = 0
    untimed: int = 0
    cells: tuple[Cell, ...] = ()
    parts: tuple[Share, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The entries that it rests on."""
        return tuple(entry for cell in self.cells for entry in cell.entries)

    @property
    def is_timed(self) -> bool:
        """Whether the time of any of its turns is known."""
        return self.turns > self.untimed

    def of(self, measure: Measure) -> int:
        """Return its number of seconds, turns or interventions."""
        return self.seconds if measure == "time" else getattr(self, measure)

    @property
    def leaves(self) -> tuple[Share, ...]:
        """What it consists of: its parts, else itself."""
        return self.parts or (self,)


def shares(
    cells: Iterable[Cell], by: By, chosen: Chosen = ALL, agenda: Iterable[Item] = ()
) -> tuple[Share, ...]:  # fmt: skip
    """Return the shares: classes by rank, items in the order of the agenda, days in theirs.

    Delegations come by class and name; `ordered` puts the largest first. agenda: its items in
    their order, for their titles.
    """
    taken = [one for one in cells if chosen.takes(one.item, one.day, one.bodies)]
    if by == "item":
        return _by_item(taken, agenda)
    if by == "day":
        days = _gathered(taken, lambda one: (one.day.isoformat(), ""))
        found = [replace(one, label=_day(one.key)) for one in days.values()]
        return tuple(sorted(found, key=lambda one: one.key))
    if by == "delegation":
        return _delegations(taken)
    classes = _gathered(taken, lambda one: (one.who.kind, one.who.kind))
    found = [
        replace(share, parts=_parts([one for one in taken if one.who.kind == kind], kind))
        for kind, share in classes.items()
    ]
    return tuple(sorted(found, key=lambda one: _rank(one.key)))


def ordered(given: Iterable[Share], measure: Measure) -> tuple[Share, ...]:
    """Return shares with the largest first, their parts too; equal ones stay in their order."""
    inside = (replace(one, parts=ordered(one.parts, measure)) for one in given)
    return tuple(sorted(inside, key=lambda one: -one.of(measure)))


def total(given: Iterable[Share]) -> Share:
    """Return what shares add up to."""
    every = list(given)
    return Share(
        "", "Total", "",
        sum(one.turns for one in every), sum(one.interventions for one in every),
        sum(one.seconds for one in every), sum(one.untimed for one in every),
    )  # fmt: skip


def best_measure(cells: Iterable[Cell], chosen: Chosen = ALL) -> Measure:
    """Return the measure that says most: time where any is known, else interventions."""
    known = any(
        one.turns > one.untimed for one in cells if chosen.takes(one.item, one.day, one.bodies)
    )
    return "time" if known else "interventions"


def clock(seconds: int) -> str:
    """Return a length of time: `1 h 02 min`, `4 min`, `40 s`."""
    if seconds < 60:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"


def shown(share: Share, measure: Measure) -> str:
    """Return a number as it is printed; a time that is not known is a dash."""
    if measure != "time":
        return str(share.of(measure))
    return clock(share.seconds) if share.is_timed else "–"


def percent(part: int, whole: int) -> str:
    """Return a share of a whole: `31 %`; a share that is not none is never 0 %."""
    if not whole:
        return "–"
    per = 100 * part / whole
    return "< 1 %" if 0 < per < 0.5 else f"{round(per)} %"


def _by_item(taken: list[Cell], agenda: Iterable[Item]) -> tuple[Share, ...]:
    items = {item.number: (place, item.title) for place, item in enumerate(agenda)}
    found = _gathered(taken, lambda one: (one.item, ""))
    named = [
        replace(one, label=f"{key} {items.get(key, (0, ''))[1]}".strip() if key else OUTSIDE)
        for key, one in found.items()
    ]
    return tuple(
        sorted(named, key=lambda one: (not one.key, items.get(one.key, (len(items), ""))[0]))
    )


def _delegations(taken: list[Cell]) -> tuple[Share, ...]:
    found = _gathered(taken, lambda one: (one.who.key, one.who.name))
    kinds = {one.who.key: one.who for one in taken}
    named = [
        replace(one, label=_called(kinds[key].name, kinds[key].kind), kind=kinds[key].kind)
        for key, one in found.items()
    ]
    return tuple(sorted(named, key=lambda one: (_rank(one.kind), one.label.casefold())))


def _parts(taken: list[Cell], kind: str) -> tuple[Share, ...]:
    """Return the delegations of a class; not of one that decides, nor of those who presided."""
    return () if kind == PRESIDING or kind.casefold() in DECIDES else _delegations(taken)


def _called(name: str, kind: str) -> str:
    return f"{name}, presiding" if kind == PRESIDING and name != "Chair" else name


def _rank(kind: str) -> tuple[int, tuple[bool, int, str]]:
    place = 1 if kind == PRESIDING else 2 + _LAST.index(kind) if kind in _LAST else 0
    return place, class_rank(kind)


def _day(key: str) -> str:
    return weekday(date.fromisoformat(key))


def _gathered(taken: Iterable[Cell], key: Callable[[Cell], tuple[str, str]]) -> dict[str, Share]:
    """Return the sums by key. key: gives the key of what is counted, and its label."""
    groups: dict[str, tuple[str, list[Cell]]] = {}
    for one in taken:
        name, label = key(one)
        groups.setdefault(name, (label, []))[1].append(one)
    return {name: _summed(name, label, some) for name, (label, some) in groups.items()}


def _summed(key: str, label: str, some: list[Cell]) -> Share:
    return Share(
        key, label, "", sum(one.turns for one in some), sum(one.interventions for one in some),
        sum(one.seconds for one in some), sum(one.untimed for one in some), tuple(some),
    )  # fmt: skip
