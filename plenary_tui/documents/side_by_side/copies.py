"""Two copies of a session side by side: their entries, and what the Meetings read differently."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date, time
from operator import is_
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import redact
from plenary_tui.store.disk import Disk
from plenary_tui.store.names import LOG
from plenary_tui.store.pairing import Pair, Side, entries_of, open_copy, pairs
from plenary_tui.store.reading import collector_paused
from plenary_tui.store.session import Session

from ..comparing import Span, words
from ..telling import Teller
from ..titles import Titles
from .meetings import meeting_rows
from .rows import Comparison, Half, Row

READS_DIFFERENTLY, ENTRIES = "What the meetings read differently", "Entries"


def copies(left: Path, right: Path, disk: Disk | None = None) -> Comparison:
    """Compare two copies of a session by their folders; nothing is changed in either.

    Words under seal are never shown, only on which side they are at hand. Raises WrongUse where
    a folder holds no session.
    """
    with collector_paused():
        return _compared((left, right), (open_copy(left, disk), open_copy(right, disk)))


def _compared(folders: tuple[Path, Path], sides: tuple[Session, Session]) -> Comparison:
    met = pairs(*sides)
    read = _Read(sides[0]), _Read(sides[1])
    known = {pair.ids[1]: pair.ids[0] for pair in met if pair.same}
    points = list(meeting_rows(read[0].record, read[1].record, lambda one: known.get(one, one)))
    if points:
        points = [_heading(READS_DIFFERENTLY, 1), *points, _heading(ENTRIES, 1)]
    return Comparison(
        _names(*folders),
        (_facts(sides[0], met, "left"), _facts(sides[1], met, "right")),
        ("entry", "entries"),
        (*points, *_entry_rows(met, *read)),
        tuple(_notices(sides, met)),
    )


class _Read:
    """How one copy reads, without its sealed words."""

    def __init__(self, session: Session) -> None:
        self.record = _open(session.record)
        self.waiting = session.record.waiting()
        self._teller = Teller(self.record.meeting, titles=Titles(self.record))
        self._zone = self.record.meeting.zone

    def day(self, entry: Entry) -> date:
        """Return the day on which an entry happened."""
        return entry.happened.astimezone(self._zone).date()

    def half(self, entry: Entry) -> Half:
        """Return an entry as it reads here, corrections applied."""
        shown = self.record.reads(entry.id) or (entry.redacted() if entry.seals else entry)
        local = entry.happened.astimezone(self._zone)
        # of what has midnight to the millisecond, only the day is known
        lead = "" if local.time() == time.min else f"{local:%H:%M}"
        return Half(lead, " ".join(self._teller.sentence(shown).split()))

    def marks(self, entry: Entry) -> frozenset[str]:
        """Return what was done to an entry since, and what it waits for."""
        own, reads = self.record.entry(entry.id), self.record.reads(entry.id)
        found = {"corrected"} if own and reads and own.what != reads.what else set()
        if entry.id in self.record.retracted:
            found.add("taken back")
        if entry.id in self.waiting:
            found.add(f"waiting for {', '.join(self.waiting[entry.id])}")
        return frozenset(found)


def _open(record: Record) -> Record:
    """Return a record without its sealed words; itself where it has none, which costs less."""
    shown = redact(record)
    has_none = all(map(is_, shown, record.entries))
    return record if has_none else Record(shown, lost=record.lost)


def _entry_rows(met: Sequence[Pair], left: _Read, right: _Read) -> Iterator[Row]:
    day = None
    apart: set[str] = set()
    for pair in met:
        first = pair.left or pair.right
        assert first is not None
        on = (left if pair.left else right).day(first)
        if on != day:
            day = on
            yield _heading(f"{on:%A} {on.day} {on:%B %Y}", 2)
        yield _entry_row(pair, left, right, apart)


def _entry_row(pair: Pair, left: _Read, right: _Read, apart: set[str]) -> Row:
    """Return the row of an entry. apart: the stations whose logs went on apart before it."""
    was = left.half(pair.left) if pair.left else None
    now = right.half(pair.right) if pair.right else None
    about = pair.ids[0] or pair.ids[1]
    if was is None or now is None:
        spans = words(was.text if was else "", now.text if now else "")
        damaged = f"in the {pair.damaged} copy its line does not verify" if pair.damaged else ""
        told = (damaged,) if damaged else ()
        return Row(was, now, "left" if was else "right", spans, about, told)
    assert pair.left is not None and pair.right is not None
    notes = tuple(_notes(pair, left.marks(pair.left), right.marks(pair.right), apart))
    is_alike = pair.same and pair.words is None and was.text == now.text
    is_alike = is_alike and left.marks(pair.left) == right.marks(pair.right)
    spans = (Span("same", now.text),) if was.text == now.text else words(was.text, now.text)
    return Row(was, now, "same" if is_alike else "changed", spans, about, notes)


def _notes(
    pair: Pair, ours: frozenset[str], theirs: frozenset[str], apart: set[str]
) -> Iterator[str]:  # fmt: skip
    here, there = pair.ids
    if not pair.same:
        station = here.rpartition("-")[0]
        yield "another line in each copy" + ("" if here == there else f", on the right {there}")
        if station not in apart:
            apart.add(station)
            yield f"the log of {station} reads otherwise from here on"
    elif here != there:
        yield f"read as {there} on the right"
    if pair.words:
        yield f"its words under seal are at hand on the {pair.words} only"
    yield from (f"{mark} on the left only" for mark in sorted(ours - theirs))
    yield from (f"{mark} on the right only" for mark in sorted(theirs - ours))


def _heading(said: str, level: int) -> Row:
    half = Half("", said)
    return Row(half, half, "same", (Span("same", said),), heading=level)


def _names(left: Path, right: Path) -> tuple[str, str]:
    """Return what to call two folders: by their names, else by where their paths part."""
    ours, theirs = left.absolute(), right.absolute()
    if ours.name != theirs.name or ours == theirs:
        return ours.name, theirs.name
    shared = Path(os.path.commonpath((ours, theirs)))
    return str(ours.relative_to(shared)), str(theirs.relative_to(shared))


def _facts(session: Session, met: Sequence[Pair], side: Side) -> tuple[str, ...]:
    place = 0 if side == "left" else 1
    only = sum(1 for pair in met if pair.ids[place] and not pair.ids[1 - place])
    count = len(entries_of(session))
    stations = len(session.stations)
    return (
        f"{count:,} {'entry' if count == 1 else 'entries'}",
        f"{only:,} only here",
        f"{stations} {'station' if stations == 1 else 'stations'}",
    )


def _notices(sides: tuple[Session, Session], met: Sequence[Pair]) -> Iterator[str]:
    if met and not any(pair.same for pair in met):
        yield ("The two copies have no entry in common: look whether they are of one session.")
    for name, session in zip(("Left", "Right"), sides, strict=True):
        for said in session.notices:
            yield f"{name}: {said}"
        for tail in session.tails:
            yield f"{name}: {LOG}/{tail}: an entry that is being written, or was never finished."
