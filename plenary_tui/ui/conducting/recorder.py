"""One station's recording as a room needs it: lines go in, events come out. No thread here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from plenary_tui.documents.telling.understanding import oddities, understood
from plenary_tui.documents.telling.upkeep import upkeep_words
from plenary_tui.errors import PlenaryError, StoreError, WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.correcting import WORDS, holds
from plenary_tui.record.delegations import Roster
from plenary_tui.record.entries import Entry
from plenary_tui.store.capture import Answer, Capture
from plenary_tui.store.disk import Disk
from plenary_tui.store.habits import Habits
from plenary_tui.store.indexing import Indexing
from plenary_tui.store.session import Session
from plenary_tui.upkeep import bring_up_to_date, ends_a_sitting, is_closed

from ..menus.mending import change
from ..menus.names import names_of
from ..owed import overdue
from ..pages.original import told
from ..pages.points import points
from ..seen.open_texts import open_texts
from ..seen.picture import over_since, room_view
from ..seen.rows import RowKeeper
from ..seen.views import RoomView
from .events import (
    Event,
    Grew,
    Kept,
    Listed,
    Moved,
    NamesKnown,
    NotHere,
    NothingToKeep,
    NotKept,
    Opened,
    Original,
    Texts,
    ToCorrect,
    ToSplit,
    Understood,
)
from .outbox import Make

_NOT_CORRECTED = (k.Correction, k.Retraction, k.Sealed, k.Unknown)
_SPLIT = (k.Spoken, k.Remark, k.Continuation)


class Recorder:
    """Records at one station and shows what became of it.

    The session is read at once; where the station's log cannot be written (another program has
    it, the folder is read-only), `trouble` says so, and every line tries again. Raises StoreError,
    WrongUse where there is no session to read.
    """

    def __init__(
        self,
        folder: Path,
        station: str,
        sessions: Path,
        disk: Disk,
        now: Callable[[], datetime],
        habits: Habits | None = None,
    ) -> None:
        self._station = station
        self._sessions = sessions
        self._now = now
        self.habits = habits or Habits()
        self._rows = RowKeeper()
        self._told: set[str] = set()
        self._roster: Roster | None = None
        self._recorded = False
        self._has_closed = False
        self.session = Session(folder, disk, now=now)
        self._said = list(filter(None, [over_since(self.session.record.live, now())]))
        self._indexing: Indexing | None = Indexing(sessions, folder, self._said.append)
        self._index()
        self.capture: Capture | None = None
        self.trouble = ""
        self._begin()

    def _begin(self) -> None:
        try:
            self.capture = Capture(self.session, self._station, live=True, now=self._now)
            self.trouble = ""
        except (StoreError, WrongUse) as error:
            self.trouble = str(error)

    def _index(self) -> None:
        """Let what was recorded be searched, in a while."""
        if self._indexing is not None:
            self._indexing.look(self.session.record)

    @property
    def view(self) -> RoomView:
        """The room as it stands."""
        return room_view(self.session.record, self._station, self._now())

    @property
    def last_id(self) -> str:
        """The id of this station's last entry that is on disk; number 0 before the first."""
        return f"{self._station}-{self.last_number}"

    @property
    def last_number(self) -> int:
        """The running number of this station's last entry that is on disk."""
        return int(self.capture.log.next_id.rpartition("-")[2]) - 1 if self.capture else 0

    def opened(self) -> Opened:
        """Return the whole list and the room."""
        late = overdue(self.session.record.live, self._now())
        return Opened(self._rows.update(self.session.record), self.view, late)

    def take(self, line: str) -> Event:
        """Record a line, behind what the person's settings put into the record."""
        return self._keep(line, lambda capture: self._take(capture, line))

    def _take(self, capture: Capture, line: str) -> Answer | None:
        self.habits.before(capture, line, self._now())
        return capture.take(line)

    def correct(self, entry_id: str, words: str) -> Event:
        """Record that an entry's words read otherwise."""
        entry = self.session.record.reads(entry_id)
        field = _field(entry) if entry else ""
        if entry is None or not field:
            return NothingToKeep("There are no words to correct: F8 takes the entry back.")
        found = change(getattr(entry.what, field), words)
        if found is None:
            return NothingToKeep()
        old, new = found
        if holds(entry.what, old) != field:
            old, new = getattr(entry.what, field), words
        command = k.Correction(target=entry_id, old=old, new=new)
        return self._keep(words, lambda capture: capture.enter(command))

    def enter(self, make: Make, line: str) -> Event:
        """Record what `make` makes; what a rule refuses is not kept, for nobody typed it."""
        try:
            command = make(self.session, self._now())
        except PlenaryError as error:
            return NothingToKeep(str(error))
        if self.capture is not None:
            prepared = self.capture.scribe.enter(command, self._now())
            if prepared.verdict != "ok":
                return NothingToKeep("; ".join((prepared.why, *prepared.ways_out)))
        return self._keep(line, lambda capture: capture.enter(command))

    def to_correct(self, entry_id: str) -> Event:
        """Return the words of an entry, or of this station's last one that holds any."""
        record = self.session.record
        trail = record.live.desk(self._station).trail or ()
        candidates = [record.entry(entry_id)] if entry_id else trail
        for entry in candidates:
            if entry is None or entry.id in record.retracted:
                continue
            if isinstance(entry.what, k.Unread):
                return ToCorrect(entry.id, entry.what.line, again=True)
            reads = record.reads(entry.id) or entry
            if field := _field(reads):
                return ToCorrect(entry.id, getattr(reads.what, field))
        return NotHere("There are no words to correct there.")

    def to_split(self, entry_id: str) -> Event:
        """Return the words of an entry that can be parted in two."""
        reads = self.session.record.reads(entry_id)
        if reads is None or entry_id in self.session.record.retracted:
            return NotHere("There are no words to split there.")
        if not isinstance(reads.what, _SPLIT) or len(reads.what.text.split()) < 2:
            return NotHere("Only what was said, in two words or more, can be split.")
        return ToSplit(entry_id, reads.what.text)

    def original(self, entry_id: str) -> Event:
        """Return what an entry read before."""
        record = self.session.record
        entry = record.entry(entry_id)
        if entry is None:
            return NotHere("That entry is not in the record.")
        local = entry.happened.astimezone(record.live.zone)
        return Original(f"The entry of {local:%H:%M}, as it was entered:", told(record, entry))

    def _keep(self, line: str, enter: Callable[[Capture], Answer | None]) -> Event:
        if self.capture is None:
            self._begin()
        if self.capture is None:
            return NotKept(line, self.trouble)
        try:
            answer = enter(self.capture)
        except StoreError as error:
            return NotKept(line, str(error))
        if answer is None:
            return NothingToKeep()
        self._recorded = True
        self._index()
        record = self.session.record
        self._has_closed |= ends_a_sitting(answer.entry) and is_closed(self.session)
        return Kept(
            self._rows.update(record),
            self.view,
            answer.entry.id,
            answer.verdict,
            upkeep_words(record, answer.entry) or understood(answer.entry, record.live),
            oddities(answer.entry, answer.flags, record.live),
            answer.why,
            answer.ways_out,
        )

    def understand(self, line: str) -> Understood:
        """Return what a line would be recorded as, if it were entered now."""
        prepared = self.capture.scribe.prepare(line, self._now()) if self.capture else None
        if prepared is None:
            return Understood(line, "ok", "")
        live = self.session.record.live
        entry = prepared.entry
        record = self.session.record
        words = upkeep_words(record, entry) or understood(entry, live)
        if prepared.verdict != "ok":
            words = ""
        text = live.texts.get(live.sitting(entry.sitting).before)
        if text is not None and text.label and isinstance(entry.what, k.Intervention):
            words += f", on {text.label}"
        notes = (prepared.note,) if prepared.note else ()
        note = "; ".join(oddities(entry, notes, live)) if prepared.verdict == "ok" else ""
        return Understood(line, prepared.verdict, words, prepared.why, note)

    def poll(self) -> Event | None:
        """Take in what other stations recorded meanwhile."""
        if not self.session.poll():
            return None
        if self.capture is not None:
            self.capture.scribe.record = self.session.record
        self._index()
        return Grew(self._rows.update(self.session.record), self.view)

    def listed(self) -> Listed:
        """Return what is open."""
        return Listed(points(self.session.record))

    def texts(self) -> Texts:
        """Return the texts that are open."""
        return Texts(open_texts(self.session.record.live, self._station))

    def names(self) -> NamesKnown | None:
        """Return whom the session lists, where that changed since the last look."""
        live = self.session.record.live
        if live.roster is self._roster:
            return None
        self._roster = live.roster
        return NamesKnown(names_of(live, self._now().astimezone(live.zone).date()))

    def notices(self) -> list[str]:
        """Return what a person should know about this copy and its disk, each thing once."""
        source = self.capture or self.session
        known = (*source.notices, *self._said)
        fresh = [notice for notice in known if notice not in self._told]
        self._told.update(fresh)
        return fresh

    def catch_up(self) -> str:
        """Bring up to date what has to be there once the last sitting is closed."""
        if not self._has_closed:
            return ""
        self._has_closed = False
        return bring_up_to_date(self._sessions, self.session, documents=True)

    def moved(self, capture: Capture) -> Moved:
        """Go on with a capture in another folder."""
        self.capture, self.session = capture, capture.session
        self.trouble = ""
        self._stop_indexing()  # what is made from the record lies with the session
        self._rows = RowKeeper()
        return Moved(self._rows.update(self.session.record), self.view)

    def _stop_indexing(self) -> None:
        if self._indexing is not None:
            self._indexing.stop()
            self._indexing = None

    def close(self) -> None:
        """Let go of the log, and bring up to date what is made from the record."""
        self._stop_indexing()
        if self.capture is not None:
            self.capture.close()
            self.capture = None
        if self._recorded:
            bring_up_to_date(self._sessions, self.session, documents=is_closed(self.session))


def _field(entry: Entry) -> str:
    """Return the name of the field that holds an entry's words; empty if none does."""
    if isinstance(entry.what, _NOT_CORRECTED):
        return ""
    held = entry.what.__dict__
    return next((name for name in WORDS if held.get(name) and isinstance(held[name], str)), "")
