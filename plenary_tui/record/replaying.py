"""A record seen again, entry by entry in the order of when things happened, from any moment.

`Record.until` folds everything anew; this goes on from checkpoints. One is good for another
moment where the same entries come before it and nothing changed how they read in between.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from copy import copy
from datetime import datetime
from itertools import accumulate
from typing import NamedTuple

from .entries import Entry
from .history import CHANGES, CHECKPOINT, Record, is_planned
from .meeting import Meeting
from .ordering import Beginning, Ordering, needs

NEAR = 1_500
"""Entries that are gone through sooner than a record as it stood is put together."""
_CLOSE = 512
"""How many of the checkpoints that are close to each other are kept."""
FAR = 2 * CHECKPOINT
"""More entries than this to fold and a moment is prepared beforehand."""


class _Mark(NamedTuple):
    """What the entries before a place add up to, as they read at a position."""

    position: int
    meeting: Meeting


_NOTHING = _Mark(0, Meeting())


class Past(Record):
    """A record as it stood at a moment, which goes on to later ones.

    sure: how many of its first entries stand as they do in the whole record.
    """

    def __init__(
        self, whole: Record, ordering: Ordering, sure: int, late: list[Entry], *, applied: bool
    ) -> None:
        """Place `late` entries behind the `sure` ones of an ordering.

        applied: what is corrected reads so from the start, as in the whole.
        """
        self._applied = applied
        super().__init__()
        self._lost = whole.lost
        self._ordering = ordering
        self.sure = min(sure, ordering.add(late))
        if applied:
            self._corrections, self._retracted = whole._corrections, whole._retracted

    @property
    def lost(self) -> frozenset[str]:
        """Ids for which nothing waits: damaged on disk, or pointed at before they were told."""
        ordering = self._ordering
        late = (ref for entry in ordering.placed[self.sure :] for ref in needs(entry))
        return self._lost | {ref for ref in late if ref not in ordering}

    @property
    def begun_at(self) -> int:
        """The place from which it was folded; what changes before that costs more."""
        return self._checkpoints[1][0] if len(self._checkpoints) > 1 else 0

    def begin(self, place: int, meeting: Meeting, changes: list[Entry]) -> None:
        """Fold on from a place up to which the meeting is known.

        changes: what changes the reading of others among the first `sure` entries.
        """
        if not self._applied:
            late = (
                one for one in self._ordering.placed[self.sure :] if isinstance(one.what, CHANGES)
            )
            self._remember([*changes, *late])
        if place:
            self._checkpoints.append((place, meeting))
        self._folded, self._live, self._handed_out = place, meeting.snapshot(), None
        self._advance()

    def go_on(self, entries: list[Entry], sure: int) -> None:
        """Take in what happened next; `sure` is how it stands afterwards."""
        self.add(entries)
        self.sure = sure

    def _note(self, entries: list[Entry], *, anew: bool = False) -> set[str]:
        return set() if self._applied else super()._note(entries, anew=anew)


class Replaying:
    """Goes through a record in time. It keeps the record as it was: a position is good for ever.

    entries: in the order of when they happened, those told at once in the order of folding; what
    was planned comes first, and counts from the start. first: how many that are. A position is
    the number of entries that have happened.
    """

    def __init__(self, record: Record, *, applied: bool = False) -> None:
        """applied: corrected words stand from the start, and what is taken back never counts."""
        placed = record.entries
        self._record = record
        self.applied = applied
        planned = [is_planned(entry) for entry in placed]
        order = sorted(range(len(placed)), key=lambda at: (not planned[at], placed[at].happened))
        self.entries = [placed[at] for at in order]
        self.first = sum(planned)
        self._times = [entry.happened for entry in self.entries[self.first :]]
        self._positions = [0] * len(placed)
        for position, at in enumerate(order):
            self._positions[at] = position
        self._places = {entry.id: at for at, entry in enumerate(placed)}
        self._sure = [*accumulate(reversed(order), min, initial=len(placed))][::-1]
        self._highest = [*accumulate(order, max, initial=-1)]
        self._changes = [at for at, one in enumerate(placed) if isinstance(one.what, CHANGES)]
        self._in_order = not record.ordering.delayed()
        reached = sorted((self._positions[at], self._reach(placed[at])) for at in self._changes)
        self._reached_at = [position for position, _ in reached]
        self._reached = [place for _, place in reached]
        self._marks: dict[int, list[_Mark]] = {}
        self._close: dict[int, _Mark] = {}
        self._keep(record, len(placed), len(placed))
        self._position = 0
        self._ids = {*self._places, *record.lost}
        self._past = self._put_together(0)

    def twin(self) -> Replaying:
        """Return another one, for another thread; what either prepares is quick for both."""
        other = copy(self)
        other._ids, other._close, other._position = set(self._ids), {}, 0
        other._past = other._put_together(0)
        return other

    def __len__(self) -> int:
        return len(self.entries)

    def position_of(self, entry_id: str) -> int:
        """Return the position just after an entry; the end where there is none."""
        place = self._places.get(entry_id)
        return len(self) if place is None else self._positions[place] + 1

    def position_at(self, moment: datetime) -> int:
        """Return the position at a moment, all that happened then included."""
        return self.first + bisect_right(self._times, moment)

    def at(self, position: int) -> Meeting:
        """Return the Meeting as it stood there."""
        return self.record_at(position).meeting

    def record_at(self, position: int) -> Past:
        """Return the record as it stood there; it is good until the next call."""
        position = max(0, min(position, len(self)))
        if self._is_next(position):
            self._past.go_on(self.entries[self._position : position], self._sure[position])
        else:
            self._past = self._put_together(position)
        self._position = position
        self._keep(self._past, position, self._past.sure)
        return self._past

    def prepare(self) -> Iterator[int]:
        """Make every moment quick to reach; yields, after each step, how far that is.

        Where something said long before is corrected, what stood in between is folded both ways.
        """
        for position in (*self._reached_at, len(self)):
            sure = self._sure[position]
            if sure - self._best(position, sure)[0] > FAR:
                self.record_at(position)
                yield position

    def _is_next(self, position: int) -> bool:
        """Whether to go on from here is right, and quicker than to begin from a checkpoint."""
        here = self._position
        if not (self._in_order and here <= position <= here + NEAR):
            return False
        return min(self._between(here, position), default=len(self)) >= self._past.begun_at

    def _put_together(self, position: int) -> Past:
        sure, highest = self._sure[position], self._highest[position] + 1
        told = zip(self._record.entries[sure:highest], self._positions[sure:highest], strict=True)
        late = [entry for entry, at in told if at < position]
        ordering = Beginning(self._record.ordering, sure, self._places, self._ids)
        past = Past(self._record, ordering, sure, late, applied=self.applied)
        noted = self._changes[: bisect_left(self._changes, past.sure)]
        place, meeting = self._best(position, past.sure)
        past.begin(place, meeting, [self._record.entries[at] for at in noted])
        return past

    def _best(self, position: int, sure: int) -> tuple[int, Meeting]:
        """Return the last place up to which the meeting is known at a position."""
        low = sure // CHECKPOINT * CHECKPOINT
        close = [(at, mark) for at, mark in self._close.items() if low < at <= sure]
        for place, mark in sorted(close, reverse=True):
            if self._reads_the_same(place, mark.position, position):
                return place, mark.meeting
        for place in range(low, 0, -CHECKPOINT):
            for mark in reversed(self._marks.get(place, ())):
                if self._reads_the_same(place, mark.position, position):
                    return place, mark.meeting
        return 0, Meeting()

    def _reads_the_same(self, place: int, one: int, other: int) -> bool:
        """Whether nothing between two positions changes how what is before a place reads."""
        return min(self._between(one, other), default=len(self)) >= place

    def _between(self, one: int, other: int) -> list[int]:
        """Return the places to which changes reach back that happened between two positions."""
        if self.applied:
            return []
        low, high = sorted((one, other))
        at = self._reached_at
        return self._reached[bisect_left(at, low) : bisect_left(at, high)]

    def _keep(self, record: Record, position: int, sure: int) -> None:
        """Keep the checkpoints of a record that stands at a position."""
        for place, meeting in record.close_checkpoints:
            if place <= sure and self._close.get(place, _NOTHING).meeting is not meeting:
                self._close.pop(place, None)
                self._close[place] = _Mark(position, meeting)
        for place in list(self._close)[:-_CLOSE]:
            del self._close[place]
        for place, meeting in record.checkpoints:
            if not place or place % CHECKPOINT or place > sure:
                continue
            marks = self._marks.setdefault(place, [])
            if not any(self._reads_the_same(place, one.position, position) for one in marks):
                marks.append(_Mark(position, meeting))

    def _reach(self, entry: Entry) -> int:
        """Return the first place whose reading a correction or retraction changes."""
        what = entry.what
        here = self._places[entry.id]
        if not isinstance(what, CHANGES):
            return here
        target = self._record.entry(what.target)
        if target is None or self._places.get(target.id, here) >= here:
            return here
        return min(self._places[target.id], self._reach(target))
