"""What there is to go to in a record: decisions, objections, sittings, items, turns, changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import time
from typing import Literal, NamedTuple, get_args
from zoneinfo import ZoneInfo

from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry

Kind = Literal["decision", "objection", "sitting", "item", "change", "turn"]
"""change: what says that something is open, or puts other words in place of those said."""

KINDS: tuple[Kind, ...] = get_args(Kind)
_SPEECH = (k.Intervention, k.Statement, k.Presentation, k.Paper, k.Reply, k.PointOfOrder)
_CHANGES = (k.Check, k.Correction, k.Split, k.Retraction, k.Unread, k.Settled)
UPKEEP = (k.MeetingFact, k.Delegation, k.Body, k.Delegate, k.Provenance, k.Abbreviations)
"""Kinds that tell of the record and of no happening."""


class Stretch(NamedTuple):
    """A sitting on the way. begin, end: positions; breaks: when it was suspended, the same way."""

    number: int
    begin: int
    end: int
    breaks: tuple[tuple[int, int], ...] = ()


class Landmarks:
    """Positions just after entries of a kind, in order. Pure: entries in time give positions."""

    def __init__(self, entries: Sequence[Entry], gone: frozenset[str] = frozenset()) -> None:
        """gone: the ids of what is taken back, where it is not to be found."""
        self._at: dict[Kind, list[int]] = {kind: [] for kind in KINDS}
        self.speeches: list[int] = []
        """Positions after what was said, for counting."""
        for position, entry in enumerate(entries, 1):
            if entry.id in gone:
                continue
            for kind in kinds_of(entry):
                self._at[kind].append(position)
            if isinstance(entry.what, _SPEECH):
                self.speeches.append(position)
        self.stretches = tuple(_stretches(entries, self.of("sitting")))

    def of(self, kind: Kind) -> Sequence[int]:
        """Return the positions after entries of a kind."""
        return self._at[kind]

    def next(self, kind: Kind, position: int, step: int = 1) -> int | None:
        """Return the first position of a kind after this one, or before it; None past the last."""
        return beside(self._at[kind], position, step)


def beside(positions: Sequence[int], position: int, step: int) -> int | None:
    """Return the next of some positions, or with a negative step the one before."""
    at = bisect_right(positions, position) if step > 0 else bisect_left(positions, position) - 1
    return positions[at] if 0 <= at < len(positions) else None


def kinds_of(entry: Entry) -> Iterable[Kind]:
    """Return what an entry is to be found as."""
    what = entry.what
    if isinstance(what, k.Spoken) and what.speaker:
        yield "turn"
    if isinstance(what, k.Outcome) or (isinstance(what, k.Silence) and what.act == "passed"):
        yield "decision"
    elif _objects(entry):
        yield "objection"
    elif isinstance(what, k.SittingTime) and what.act == "opened":
        yield "sitting"
    elif isinstance(what, k.ItemChange) and what.act == "taken_up":
        yield "item"
    elif isinstance(what, _CHANGES):
        yield "change"


def _objects(entry: Entry) -> bool:
    what = entry.what
    if isinstance(what, k.Position):
        return what.form == "objection"
    return isinstance(what, k.Silence) and what.act == "broken"


def _stretches(entries: Sequence[Entry], opened: Sequence[int]) -> Iterable[Stretch]:
    """Yield the sittings in the order in which they were opened."""
    times: dict[str, list[tuple[int, str]]] = {}
    for position, entry in enumerate(entries, 1):
        if isinstance(entry.what, k.SittingTime):
            key = entry.what.target or entry.id
            times.setdefault(key, []).append((position, entry.what.act))
    held = sorted(
        (found for found in times.values() if any(act == "opened" for _, act in found)),
        key=lambda found: next(position for position, act in found if act == "opened"),
    )
    for number, found in enumerate(held, 1):
        begin = next(position for position, act in found if act == "opened")
        closed = [position for position, act in found if act == "closed"]
        end = closed[-1] if closed else len(entries)
        stops = [position for position, act in found if act == "suspended"]
        again = [position for position, act in found if act == "resumed"]
        breaks = tuple((stop, beside(again, stop, 1) or end) for stop in stops)
        yield Stretch(number, begin, end, breaks)


def is_timed(entry: Entry, zone: ZoneInfo) -> bool:
    """Whether more than the day of an entry is known."""
    return entry.happened.astimezone(zone).time() != time.min


def stations(entries: Sequence[Entry]) -> list[str]:
    """Return the stations that wrote in sittings, in the order in which they began."""
    return list(dict.fromkeys(
        one.station for one in entries if one.sitting or isinstance(one.what, k.SittingTime)
    ))  # fmt: skip
