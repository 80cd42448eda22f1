"""A replay without a screen: the record at a position, what is shown of it, and ways to move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.replaying import Past, Replaying
from plenary_tui.ui.seen.picture import room_view
from plenary_tui.ui.seen.rows import row_of
from plenary_tui.ui.seen.views import RoomView, Rows

from .blocks import blocks_of, day_of
from .filtering import Filter, matcher, read_filter
from .finding import find, named, next_of, next_turn
from .ground import Ground
from .landmarks import UPKEEP, Kind, Landmarks, stations
from .pace import Pace
from .rows import Shown
from .timeline import Timeline
from .transport import Transport


class _Reading(NamedTuple):
    """The record in one of its readings, with what there is to go to in it."""

    replaying: Replaying
    landmarks: Landmarks
    timeline: Timeline
    shown: Shown


class Player:
    """Plays one record, which must be an open one. applied: corrections read so from the start.

    begin, end: positions between which an excerpt is taken. pinned: the station whose room is
    shown; empty where it is that of whoever wrote last.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.applied = False
        self.filter = Filter()
        self.begin: int | None = None
        self.end: int | None = None
        self.pinned = ""
        self._readings: dict[bool, _Reading] = {}
        self._matching: bytearray | None = None
        self._counted: Sequence[int] = ()
        replaying = Replaying(record)
        landmarks = Landmarks(replaying.entries)
        first = replaying.first
        while first < len(replaying) and isinstance(replaying.entries[first].what, UPKEEP):
            first += 1  # what the session is was told before anything happened
        self._first = first
        self.zone = record.live.zone
        self.pace = Pace(replaying.entries, first, landmarks.stretches, self.zone)
        self._readings[False] = self._read(replaying, landmarks)
        self.transport = Transport(self.pace, first)
        self._counted = self._reading.landmarks.speeches

    @property
    def _reading(self) -> _Reading:
        found = self._readings.get(self.applied)
        if found is None:
            replaying = Replaying(self.record, applied=self.applied)
            gone = self.record.retracted if self.applied else frozenset()
            found = self._read(replaying, Landmarks(replaying.entries, gone))
            self._readings[self.applied] = found
        return found

    def _read(self, replaying: Replaying, landmarks: Landmarks) -> _Reading:
        entries, first = replaying.entries, self._first
        items = [(at, _number(entries[at - 1])) for at in landmarks.of("item")]
        blocks = blocks_of(entries, first, landmarks.stretches, self.zone)
        timeline = Timeline(landmarks, self.pace, first, items, blocks)
        shown = Shown(replaying, first)
        return _Reading(replaying, landmarks, timeline, shown)

    @property
    def entries(self) -> Sequence[Entry]:
        """The entries in the order of when they happened."""
        return self._readings[False].replaying.entries

    @property
    def position(self) -> int:
        """How many entries have happened."""
        return self.transport.position

    @property
    def past(self) -> Past:
        """The record as it stands there; good until the position changes."""
        return self._reading.replaying.record_at(self.position)

    @property
    def last(self) -> Entry | None:
        """The entry that happened last; None before the first."""
        at = self.position - 1
        return self.entries[at] if at >= self.transport.first else None

    @property
    def now(self) -> datetime:
        """The time of the meeting there."""
        entries, at = self.entries, self.position
        if not entries:
            return datetime.now(self.zone)
        happened = entries[max(0, at - 1)].happened
        if at == self.transport.first and at < len(entries):  # what was planned is of no time
            happened = entries[at].happened
        return self.transport.moment(happened).astimezone(self.zone)

    @property
    def is_timed(self) -> bool:
        """Whether more than the day is known."""
        at = max(self.position - 1, min(self.transport.first, len(self.entries) - 1))
        return bool(self.entries) and self.pace.timed[at]

    def view(self) -> RoomView:
        """Return the room as it stood: the pinned one, else where the last entry was written."""
        last = self.last
        station = self.pinned or (last.station if last else "")
        view = room_view(self.past, station, self.now)
        return view if self.is_timed else _untimed(view)

    def pin(self, station: str) -> None:
        """Stay in a station's room; without one, follow whoever writes. Raises WrongUse."""
        rooms = stations(self.entries)
        if station and station not in rooms:
            raise WrongUse(f"No sitting was written at {station}: choose {' or '.join(rooms)}.")
        self.pinned = station

    def pin_next(self) -> None:
        """Go from following to the first room, from each to the next, and back to following."""
        rooms = stations(self.entries)
        if len(rooms) < 2:
            raise WrongUse("All of it was written at one station: there is no other room.")
        self.pinned = ["", *rooms, ""][["", *rooms].index(self.pinned) + 1]

    def rows(self) -> Rows:
        """Return what the list of entries must change."""
        return self._reading.shown.move(self.past, self.position)

    @property
    def timeline(self) -> Timeline:
        """The timeline of the reading at hand."""
        return self._reading.timeline

    @property
    def counted(self) -> Sequence[int]:
        """The positions whose density the timeline shows."""
        return self._counted

    def prepare(self, stopped: Callable[[], bool]) -> None:
        """Make every moment quick to reach, on a thread of its own."""
        for _ in self.twin(applied=False).prepare():
            if stopped():
                return

    def twin(self, *, applied: bool) -> Replaying:
        """Return the record in a reading that was at hand, for another thread to move in."""
        return self._readings[applied].replaying.twin()

    def position_of(self, limit: datetime | str) -> int:
        """Return the position just after an entry, or at a moment with all that happened then."""
        replaying = self._reading.replaying
        if isinstance(limit, str):
            return replaying.position_of(limit)
        return replaying.position_at(limit)

    def go_to(self, position: int) -> None:
        """Go to a position."""
        self.transport.go_to(position)

    def step(self, by: int) -> None:
        """Go an entry on, or back; with a filter, to the next one that is looked at."""
        at = self.position + by
        while self.transport.first < at < self.transport.last and not self._stops(at):
            at += by
        self.go_to(at)

    def go_to_next(self, kind: Kind, step: int = 1) -> None:
        """Go to what comes next of a kind, or before. Raises WrongUse where nothing does."""
        self.go_to(next_of(kind, self._ground, step))

    def go_to_turn(self, step: int = 1) -> None:
        """Go to the next turn of who spoke last. Raises WrongUse."""
        who = ""
        for at in range(self.position - 1, self.transport.first - 1, -1):
            what = self.entries[at].what
            if isinstance(what, k.Spoken) and (who := what.speaker):
                break
        if not who:
            raise WrongUse("Nobody has spoken yet.")
        self.go_to(next_turn(who, self._ground, step))

    def find(self, typed: str, step: int = 1) -> str:
        """Go where a typed line leads; return what is to be said of it, empty for nothing.

        Raises WrongUse, saying why it leads nowhere.
        """
        found = find(typed, self._ground, step)
        self.go_to(found.position)
        return found.note

    def foretell(self, typed: str) -> str:
        """Say where a typed line leads that names its place; empty where it names none."""
        try:
            found = named(typed, self._ground)
        except WrongUse:
            return ""
        if found is None or found.position <= self.transport.first:
            return ""
        entry = self.entries[found.position - 1]
        row = row_of(self.record, entry)
        return " ".join(filter(None, ("→", day_of(entry, self.zone), row.time, row.who, row.text)))

    @property
    def _ground(self) -> Ground:
        reading = self._reading
        return Ground(
            self.record, reading.replaying, reading.landmarks, self._first, self.position
        )  # fmt: skip

    def read_otherwise(self) -> None:
        """Change between corrections as they were made and corrections applied."""
        self.applied = not self.applied
        self.look_at(self.filter)
        self._reading.shown.anew()

    def ask(self, typed: str) -> None:
        """Look at nothing but what is typed; at everything without a word. Raises WrongUse."""
        before = self.filter
        self.look_at(read_filter(typed, self.record.live) if typed.strip() else Filter())
        if not self.matching:
            self.look_at(before)
            raise WrongUse(f"Nothing here is all of “{' '.join(typed.split())}”: ask for less.")

    def look_at(self, asked: Filter) -> None:
        """Look at what fits a filter."""
        self.filter = asked
        reading = self._reading
        if not asked.typed:
            self._matching, self._counted = None, reading.landmarks.speeches
            reading.shown.matches = None
        else:
            fits = matcher(asked, self.record.live)
            reads = self.record.reads
            first = self.transport.first
            found = bytearray(len(self.entries) + 1)
            for at, entry in enumerate(self.entries[first:], first + 1):
                found[at] = fits(reads(entry.id) or entry)
            self._matching = found
            self._counted = [at for at in range(first + 1, len(found)) if found[at]]
            reading.shown.matches = self._stops
        self.transport.stops = self._stops
        reading.shown.anew()

    @property
    def matching(self) -> Sequence[int]:
        """The positions after what is looked at; of everything, where there is no filter."""
        if self._matching is not None:
            return self._counted
        return range(self.transport.first + 1, len(self.entries) + 1)

    @property
    def hides(self) -> bool:
        """Whether what is not looked at is hidden."""
        return self._reading.shown.left_out

    def leave_out(self) -> bool:
        """Leave out what is not looked at, or show it again; return whether it is left out."""
        shown = self._reading.shown
        shown.left_out = not shown.left_out
        shown.anew()
        return shown.left_out

    def is_looked_at(self, entry_id: str) -> bool:
        """Whether an entry fits the filter."""
        return self._stops(self.position_of(entry_id))

    def _stops(self, position: int) -> bool:
        return self._matching is None or bool(self._matching[position])

    def chosen(self) -> list[str]:
        """Return the ids of the entries of the excerpt: between its marks, what is looked at."""
        low = self.begin if self.begin is not None else self.transport.first + 1
        high = self.end if self.end is not None else len(self.entries)
        return [self.entries[at - 1].id for at in self.matching if low <= at <= high]


def _untimed(view: RoomView) -> RoomView:
    """Return the room without how long anything took: nobody knows it."""
    floor = replace(view.floor, began=None, since=None, used=0.0)
    agenda = tuple(one._replace(used=0.0, since=None) for one in view.agenda)
    return replace(view, floor=floor, agenda=agenda)


def _number(entry: Entry) -> str:
    return entry.what.number if isinstance(entry.what, k.ItemChange) else ""
