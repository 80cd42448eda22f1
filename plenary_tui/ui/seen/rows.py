"""The rows of a record: one an entry, as it reads now, kept up to date as entries arrive."""

from __future__ import annotations

from datetime import date, time, timedelta

from immutables import Map

from plenary_tui.documents.open_points import is_of_session
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.telling.upkeep import upkeep_words
from plenary_tui.record import kinds as k
from plenary_tui.record.delegations import DECIDES
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.streams import is_of_room
from plenary_tui.record.worklist import Todo

from .overtime import Overtime
from .views import Row, Rows, Tone

_AT_ONCE = timedelta(seconds=1)
_LEVELS = {"in_camera": "IN CAMERA", "private": "private", "restricted": "restricted"}
_CHANGES = (k.Correction, k.Retraction, k.Check, k.Done, k.Settled)
"""What is said of other entries."""
_REWRITES = (k.Delegation, k.Body)
"""Kinds after which any row may read differently."""


class RowKeeper:
    """Knows which rows a list shows, and what an arrival changes in it."""

    def __init__(self) -> None:
        self._record: Record | None = None
        self._known = 0
        """How many entries were looked at."""
        self._places: dict[str, int] = {}
        self._spans: list[list[int]] = []
        """At which entries each row begins and ends: one row holds what was asked of a session at
        once. What belongs to the draft's own stream has no row."""
        self._marks: dict[str, tuple[str, ...]] = {}
        self._worklist: Map[str, Todo] = Map()
        self._flags: Map[str, tuple[str, ...]] = Map()
        self._last = ""
        self._overtime = Overtime()

    def update(self, record: Record) -> Rows:
        """Return what the list must change so that it shows the record as it is now."""
        entries = record.entries
        known = self._known
        arrived = entries[known:]
        if (
            record is not self._record
            or (known and (known > len(entries) or entries[known - 1].id != self._last))
            or any(_rewrites(entry) for entry in arrived)
        ):
            return self._whole(record)
        touched = {ref for entry in arrived for ref in _touched(record, entry)}
        touched |= self._look_again(record)
        new = {entry.id: place for place, entry in enumerate(arrived, known)}
        touched |= self._overtime.update(
            record,
            arrived,
            lambda ref: new[ref] if ref in new else self._spans[self._places[ref]][0],
        )
        rows_known = len(self._spans)
        last = list(self._spans[-1]) if self._spans else []
        changed = {self._places[ref] for ref in touched if ref in self._places}
        added = self._rows(record, arrived, known)
        if last and self._spans[rows_known - 1] != last:
            changed.add(rows_known - 1)
        return Rows(
            added,
            tuple((place, self._row(record, place)) for place in sorted(changed)),
        )

    def _whole(self, record: Record) -> Rows:
        self._record = record
        self._places = {}
        self._spans = []
        self._look_again(record)
        self._overtime.whole(record)
        return Rows(self._rows(record, record.entries, 0), whole=True)

    def _look_again(self, record: Record) -> set[str]:
        """Return the entries that are marked or flagged otherwise than at the last look."""
        live, found = record.live, set()
        if live.worklist is not self._worklist:
            before, self._worklist, self._marks = self._marks, live.worklist, _marks(record)
            found |= _differing(before, self._marks)
        if live.flags is not self._flags:
            before, self._flags = dict(self._flags), live.flags
            found |= _differing(before, dict(live.flags))
        return found

    def _rows(self, record: Record, entries: list[Entry], start: int) -> tuple[Row, ...]:
        rows_known = len(self._spans)
        before = record.entries[self._spans[-1][1] - 1] if self._spans else None
        self._known = start + len(entries)
        if entries:
            self._last = entries[-1].id
        for place, entry in enumerate(entries, start):
            if not is_of_room(entry.what):
                continue
            if _goes_with(before, entry):
                self._spans[-1][1] = place + 1
            else:
                self._spans.append([place, place + 1])
            self._places[entry.id] = len(self._spans) - 1
            before = entry
        return tuple(self._row(record, place) for place in range(rows_known, len(self._spans)))

    def _row(self, record: Record, place: int) -> Row:
        start, end = self._spans[place]
        entry = record.entries[start]
        over = self._overtime.notes.get(entry.id, "")
        marks = self._marks.get(entry.id, ())
        before = record.entries[self._spans[place - 1][1] - 1] if place else None
        row = _row(record, entry, before, (over, *marks) if over else marks)
        asked = {one.id for one in record.entries[start:end] if is_of_room(one.what)}
        if len(asked) == 1:
            return row
        left = sum(
            todo.entry.id in asked and not todo.done for todo in record.live.worklist.values()
        )
        said = f"{left} of {len(asked)} points about the session to fill in: F10 goes through them"
        return row._replace(who="", text=said, note="", tone="happening")


def _goes_with(before: Entry | None, entry: Entry) -> bool:
    """Whether an entry was asked of a session together with the one before it, as it was made."""
    return (
        before is not None
        and isinstance(before.what, k.Check)
        and isinstance(entry.what, k.Check)
        and before.what.target == entry.what.target
        and not (before.sitting or entry.sitting)
        and before.station == entry.station
        and entry.at - before.at < _AT_ONCE
    )


def row_of(record: Record, entry: Entry) -> Row:
    """Return the row of an entry without a day over it and what the worklist says of it."""
    return _row(record, entry, None, ())._replace(head="")


def _differing(before: dict[str, tuple[str, ...]], now: dict[str, tuple[str, ...]]) -> set[str]:
    return {one for one in before.keys() | now.keys() if before.get(one) != now.get(one)}


def _rewrites(entry: Entry) -> bool:
    what = entry.what
    return isinstance(what, _REWRITES) or (isinstance(what, k.Marking) and what.since is not None)


def _marks(record: Record) -> dict[str, tuple[str, ...]]:
    """Return what the worklist says of entries, by their id."""
    marks: dict[str, tuple[str, ...]] = {}
    for todo in sorted(record.live.worklist.values(), key=lambda todo: todo.rank):
        what = todo.entry.what
        if todo.done or isinstance(what, k.Unread) or is_of_session(record, todo):
            continue
        about = what.target if isinstance(what, k.Check) and what.target else todo.entry.id
        marks[about] = (*marks.get(about, ()), f"⚑ {todo.what}")
    return marks


def _touched(record: Record, entry: Entry) -> set[str]:
    """Return the entries that read differently because of this one."""
    found: set[str] = set()
    step: Entry | None = entry
    while step is not None and isinstance(
        step.what, k.Correction | k.Split | k.Retraction | k.Check | k.Done
    ):
        target = step.what.target
        if not target or target in found:
            break
        found.add(target)
        step = record.entry(target)
    return found


def _row(record: Record, entry: Entry, before: Entry | None, marks: tuple[str, ...]) -> Row:
    meeting = record.live
    reads = record.reads(entry.id) or entry
    local = entry.happened.astimezone(meeting.zone)
    day = local.date()
    head = ""
    if before is None or before.happened.astimezone(meeting.zone).date() != day:
        head = f"{day:%A} {day.day} {day:%B %Y}"
    clock = "" if local.time() == time.min else f"{local:%H:%M}"  # only the day is known
    who, text = _words(record, reads, day)
    note = ", ".join((*_notes(record, entry, reads, day), *marks))
    return Row(entry.id, clock, who, text, note, _tone(record, entry), head)


def _words(record: Record, entry: Entry, day: date) -> tuple[str, str]:
    what = entry.what
    if isinstance(what, k.Intervention) and what.speaker:
        beside = " ".join(
            part
            for part in (
                f"({what.person})" if what.person else "",
                f"as {what.capacity}" if what.capacity else "",
                f"for {what.group}" if what.group else "",
            )
            if part
        )
        return what.speaker, f"{beside}: {what.text}" if beside else what.text
    if isinstance(what, k.Unread):
        return "", what.line
    return "", upkeep_words(record, entry) or Teller(record.live).sentence(entry)


def _mended(record: Record, entry: Entry, reads: Entry) -> list[str]:
    """Return how an entry reads otherwise than it was entered."""
    notes = []
    what = entry.what
    if isinstance(what, k.Split):
        target = record.entry(what.target)
        local = target.happened.astimezone(record.live.zone) if target else None
        return [f"split off at {local:%H:%M}"] if local and reads.what is not what else []
    if isinstance(reads.what, k.Continuation) and not isinstance(what, k.Continuation):
        above = record.entry(reads.what.target)
        local = above.happened.astimezone(record.live.zone) if above else None
        notes.append(f"goes on from {local:%H:%M}" if local else "goes on")
    elif entry.id in record.live.ends:
        notes.append("split")
    elif reads.what != what:
        notes.append("corrected")
    if reads.item != entry.item:
        notes.append(f"item {reads.item}")
    return notes


def _notes(record: Record, entry: Entry, reads: Entry, day: date) -> list[str]:
    meeting = record.live
    what = entry.what
    notes: list[str] = []
    if entry.id in record.retracted:
        notes.append("undone" if isinstance(what, k.Retraction) else "taken back")
    if isinstance(what, k.Unread):
        notes.append(f"{what.state}, no effect: {what.why}")
    if isinstance(what, k.Intervention):
        status = meeting.roster.status(what.speaker, day)
        if status.casefold() not in DECIDES:
            notes.append(status)
        if what.prepared:
            notes.append(_prepared(record, what, reads))
    notes += _mended(record, entry, reads)
    if entry.marking != "open" and entry.what.open_part() is not entry.what:
        notes.append(_LEVELS[entry.marking])
    elif entry.id in meeting.covered:
        notes.append("IN CAMERA")
    if entry.id not in record.retracted:
        notes += meeting.flags.get(entry.id, ())
    return notes


def _prepared(record: Record, what: k.Intervention, reads: Entry) -> str:
    """Return how a statement was delivered that was handed in; where that is here to compare."""
    held = record.live.prepared.get(what.prepared)
    said = getattr(reads.what, "text", "")
    changed = held is not None and held.what.text != said
    return "prepared statement, delivered with changes" if changed else "prepared statement"


def _tone(record: Record, entry: Entry) -> Tone:
    what = entry.what
    if entry.id in record.retracted:
        return "gone"
    if isinstance(what, k.Unread):
        return "unread"
    if isinstance(what, _CHANGES):
        return "change"
    if isinstance(what, k.Sealed):
        return "sealed"
    if isinstance(what, k.Outcome | k.Silence | k.Pronouncement):
        return "outcome"
    return "said" if isinstance(what, k.Spoken) and what.speaker else "happening"
