"""The conductor: one open session on a thread of its own, so that no disk ever holds up a key.

It is no worker of a screen: it outlives every screen and ends when it is told to. What is
entered comes before what is understood, that before what is being typed, and that before what
others recorded. What is heavy is imported on its thread, after the first frame.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import PlenaryError
from plenary_tui.preferences import Preferences
from plenary_tui.store.atomic import Typing
from plenary_tui.store.clock import local_now
from plenary_tui.store.disk import Disk, RealDisk
from plenary_tui.store.unfinished import Piece, Unfinished
from plenary_tui.ui.conducting import collector

from .composing import Composing

if TYPE_CHECKING:
    from plenary_tui.record.history import Record
    from plenary_tui.store.company import Company
    from plenary_tui.store.habits import Habits
    from plenary_tui.store.sharing import Share

    from .composing import Compose
    from .events import Event
    from .outbox import Make
    from .recorder import Recorder

TYPED_WITHIN = 0.4
"""Seconds until what is being typed is on disk."""
POLL = 2.0
"""Seconds between two looks at what other stations recorded."""
SHARED_POLL = 1.0
"""The same, where a courier brings it from elsewhere."""
PARTING = 1.5
"""Seconds that each folder beside the session's own gets at the end to take what is new."""

Job = Callable[["Recorder"], "Event | None"]


class Conductor:
    """Serves one room. `tell` is called with every event, from the conductor's thread."""

    def __init__(
        self,
        folder: Path,
        station: str,
        tell: Callable[[Event], None],
        *,
        disk: Disk | None = None,
        now: Callable[[], datetime] = local_now,
        share_of: Callable[[Path], Share | None] = lambda session: None,
        preferences: Preferences | None = None,
    ) -> None:
        self.folder = folder
        self.station = station
        self.disk = disk or RealDisk()
        self.left_behind: list[str] = []
        """What to tell once everything has ended: what is not level in other folders."""
        self._now = now
        self._tell = tell
        self._share_of = share_of
        self._preferences = preferences or Preferences()
        self._company: Company | None = None
        self._told_lies: Event | None = None
        self._every = POLL
        self._composing = Composing(tell, now)
        self._typing = Typing(self.disk, folder, station)
        self._beside: Typing | None = None
        """Where it is kept instead while another program records at the station."""
        self._taken_in: dict[Typing, str] = {}
        """What such programs left that is offered here, until that is kept with the rest."""
        self._is_ours = not self._typing.is_another_program()
        self.left_over = self._typing.read() if self._is_ours else Unfinished()
        """What was being typed when the program last stopped; not what another one has now."""
        self._written = self._typed = self.left_over
        self._claimed = False
        self._done = self._done_when_typed = 0
        self._due = 0.0
        self._typing_failed = ""
        self._jobs: deque[Job] = deque()
        self._line: str | None = None
        self._next_poll = 0.0
        self._stop = False
        self._turn = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="conductor", daemon=True)

    def start(self) -> None:
        """Open the session and begin to serve, after the first frame."""
        if self._thread.ident is None:
            self._thread.start()

    def record(self, line: str) -> None:
        """Record a line: `Kept`, `NothingToKeep` or `NotKept` follows."""
        self._add(lambda recorder: self._counted(recorder.take(line)))

    def correct(self, entry_id: str, words: str) -> None:
        """Record that an entry's words read otherwise."""
        self._add(lambda recorder: self._counted(recorder.correct(entry_id, words)))

    def enter(self, make: Make, line: str) -> None:
        """Record what `make` makes; where that cannot be, `NothingToKeep` says why.

        line: what says the same.
        """
        self._add(lambda recorder: self._counted(recorder.enter(make, line)))

    def to_correct(self, entry_id: str = "") -> None:
        """Ask for the words of an entry, or of the last one: `ToCorrect` follows."""
        self._add(lambda recorder: recorder.to_correct(entry_id))

    def to_split(self, entry_id: str) -> None:
        """Ask for the words of an entry, to part them: `ToSplit` follows."""
        self._add(lambda recorder: recorder.to_split(entry_id))

    def original(self, entry_id: str) -> None:
        """Ask what an entry read before: `Original` follows."""
        self._add(lambda recorder: recorder.original(entry_id))

    def follow(self, compose: Compose | None) -> None:
        """Compose a document whenever the record has grown: `Drafted` follows. None: no more."""
        self._composing.follow(compose)
        self._add(lambda recorder: None)

    @property
    def private_notes(self) -> int:
        """How many private notes the record has that a document is composed of."""
        return self._composing.private

    def ask(self, look: Callable[[Record, datetime], Event]) -> None:
        """Have something looked up in the record, at the time now: what it returns follows."""
        self._add(lambda recorder: look(recorder.session.record, self._now()))

    def list_points(self) -> None:
        """Ask for what is open: `Listed` follows."""
        self._add(lambda recorder: recorder.listed())

    def go_on_in(self, folder: Path) -> None:
        """Go on recording in a second folder: `Moved` follows, or `NotHere` with the reason."""
        self._add(lambda recorder: self._go_on(recorder, folder))

    def list_texts(self) -> None:
        """Ask for the texts that are open: `Texts` follows."""
        self._add(lambda recorder: recorder.texts())

    def prefer(self, preferences: Preferences) -> None:
        """Let what the person has set now count from the next line on."""
        self._add(lambda recorder: _take_up(recorder, preferences))

    def understand(self, line: str) -> None:
        """Ask what a line says: `Understood` follows, for the last line asked about."""
        with self._turn:
            self._line = line
            self._turn.notify()

    def typing(self, unfinished: Unfinished, done: int = 0) -> None:
        """Say what is typed and not recorded; it is on disk within a second.

        done: how many of the lines given to `record` and `correct` were answered by then.
        """
        with self._turn:
            self._done_when_typed = done
            if unfinished == self._typed:
                return
            if self._typed == self._written:
                self._due = time.monotonic() + TYPED_WITHIN
            self._typed = unfinished
            self._turn.notify()

    def stop(self, within: float = 5.0) -> bool:
        """End, with everything on disk that was entered or typed; False where it takes longer."""
        with self._turn:
            self._stop = True
            self._turn.notify()
        self._write_before_opening()
        if self._jobs or self._typed != self._written:
            self.start()  # somebody was quicker than the first frame
        if self._thread.ident is not None:
            self._thread.join(within)
        return not self._thread.is_alive()

    def _add(self, job: Job) -> None:
        with self._turn:
            self._jobs.append(job)
            self._turn.notify()

    def _run(self) -> None:
        from .events import Broke, NotKept

        recorder: Recorder | None = None
        self._write_before_opening()
        try:
            from plenary_tui.store.company import Company

            from .recorder import Recorder

            self._company = Company(self.folder, self.station, self._share_of, disk=self.disk)
            self._company.begin()
            recorder = Recorder(
                self.folder, self.station, self.folder.parent, self.disk, self._now,
                _habits(self._preferences),
            )  # fmt: skip
            opened = recorder.opened()
            collector.spare_what_lives()
            self._tell(opened)
            if recorder.trouble:
                self._tell(NotKept("", recorder.trouble))
            self._claim(recorder)
            self._tell_news(recorder)
            while (job := self._wait(recorder)) is not None:
                event = job(recorder)
                if event is not None:
                    self._tell(event)
                self._composing.look(recorder.session.record)
                self._claim(recorder)
                self._tell_news(recorder)
        except Exception as error:
            self._tell(Broke(error))
        finally:
            self._composing.stop()
            if recorder is not None:
                self._write_typed(recorder)
                with suppress(PlenaryError):
                    recorder.close()
            if self._company is not None:
                self.left_behind = self._company.part(PARTING)
                if self._company.is_home:
                    self._bring_home()

    def _wait(self, recorder: Recorder) -> Job | None:
        """Return what is to be done next, as soon as there is something; None to end."""
        with self._turn:
            while True:
                if self._jobs:
                    return self._jobs.popleft()
                if self._stop:
                    return None
                if self._line is not None:
                    line, self._line = self._line, None
                    return lambda one: one.understand(line)
                now = time.monotonic()
                due = self._due if self._typed != self._written else self._next_poll
                if self._typed != self._written and now >= due:
                    return self._write_typed
                if now >= self._next_poll:
                    self._next_poll = now + self._every
                    return _look_around
                self._turn.wait(max(0.01, min(due, self._next_poll) - now))

    def _tell_news(self, recorder: Recorder) -> None:
        """Tell what changed beside what was asked for."""
        from .events import Lies, Notice

        names = recorder.names()
        if names is not None:
            self._tell(names)
        assert self._company is not None
        lies = Lies(str(self._company.second or ""), self._company.sharing)
        self._every = SHARED_POLL if lies.second or lies.sharing else POLL
        if lies not in (self._told_lies, Lies()):
            self._tell(lies)
        self._told_lies = lies
        for notice in (*recorder.notices(), *self._company.said()):
            self._tell(Notice(notice))

    def _bring_home(self) -> None:
        """Make anew in the session's own folder what is made from the record."""
        from plenary_tui.store.session import Session
        from plenary_tui.upkeep import bring_up_to_date, is_closed

        with suppress(PlenaryError):
            session = Session(self.folder, self.disk, now=self._now)
            bring_up_to_date(self.folder.parent, session, documents=is_closed(session))

    def _go_on(self, recorder: Recorder, folder: Path) -> Event:
        """Go on in a second folder, and keep what is being typed there too."""
        from .events import NotHere

        assert self._company is not None
        try:
            capture = self._company.go_on(recorder.session, recorder.capture, folder, now=self._now)
        except PlenaryError as error:
            return NotHere(str(error))
        with self._turn:
            self._typing = Typing(self.disk, capture.session.folder, self.station)
            self._written, self._due = Unfinished(), 0.0
        self._typing_failed = ""
        return recorder.moved(capture)

    def _counted(self, event: Event) -> Event:
        """Count the lines that went to the disk, or that say nothing."""
        from .events import NotKept

        if not isinstance(event, NotKept):
            self._done += 1
        return event

    def _claim(self, recorder: Recorder) -> None:
        """Tell, once the log is ours, what an earlier run left that is not in it."""
        from .events import LeftOver

        if self._claimed or recorder.capture is None:
            return
        self._claimed = True
        found = self.left_over if self._is_ours else self._typing.read()
        pieces = found.but_recorded(recorder.last_number)
        if not self._is_ours:
            pieces = (*pieces, *(one for one in (found.now, *found.aside) if one.text))
        pieces = (*pieces, *self._take_in())
        if pieces or found.sent:
            self._tell(LeftOver(pieces))

    def _take_in(self) -> list[Piece]:
        """Return what was typed here beside another program and is in no file of ours yet."""
        own, self._beside = self._beside, None
        found: list[Piece] = []
        for left in self._typing.left_beside():
            held = left.read()
            is_own = own is not None and left.name == own.name
            if not held.text or (is_own and not self._typed.text):
                left.remove()
                continue
            self._taken_in[left] = "" if is_own else held.text
            if not is_own:
                pieces = (*held.sent, held.now, *held.aside)
                found += [piece for piece in pieces if piece.text]
        if own is not None:
            self._written = Unfinished()
        return found

    def _file(self, recorder: Recorder) -> Typing:
        """The file of what is being typed goes with the log: it may be another program's too."""
        if recorder.capture is not None:
            return self._typing
        self._beside = self._beside or self._typing.beside()
        return self._beside

    def _write_before_opening(self) -> None:
        """Keep what is typed while the record is still being read, which takes its time."""
        if self._is_ours and not self._claimed and self._typed != self._written:
            with suppress(PlenaryError):  # said when it is written again, once the log is open
                self._typing.write(self._typed)

    def _write_typed(self, recorder: Recorder) -> Event | None:
        from .events import TypingKept

        with self._turn:
            typed, answered = self._typed, self._done - self._done_when_typed
        if typed == self._written:
            return None
        # What went to the disk since the screen said what is on its way is on its way no more.
        sent = typed.sent[answered:]
        try:
            file = self._file(recorder)
            file.write(replace(typed, sent=sent, after=recorder.last_id if sent else ""))
        except PlenaryError as error:
            self._due = time.monotonic() + POLL
            self._typing_failed = str(error)
            return TypingKept(self._typing_failed)
        with self._turn:
            self._written = typed
            self._due = time.monotonic() + TYPED_WITHIN
        for left, text in list(self._taken_in.items()) if file is self._typing else ():
            if all(line in typed.text for line in text.split("\n")):  # offered, and kept now
                left.remove()
                del self._taken_in[left]
        failed, self._typing_failed = self._typing_failed, ""
        return TypingKept() if failed else None


def _look_around(recorder: Recorder) -> Event | None:
    from .events import Notice

    trouble = recorder.catch_up()
    return Notice(trouble) if trouble else recorder.poll()


def _habits(preferences: Preferences) -> Habits:
    from plenary_tui.store.habits import Habits

    return Habits(preferences.abbreviations, preferences.limits)


def _take_up(recorder: Recorder, preferences: Preferences) -> None:
    recorder.habits = _habits(preferences)
