"""A recording under way: a line goes to disk, and what follows from it is looked after."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.errors import NotDurable, PlenaryError
from plenary_tui.record.entries import Entry
from plenary_tui.settings import Settings
from plenary_tui.store.capture import Answer, Capture
from plenary_tui.store.clock import local_now
from plenary_tui.store.company import Company
from plenary_tui.store.habits import Habits
from plenary_tui.store.indexing import Indexing
from plenary_tui.store.session import Session
from plenary_tui.upkeep import ends_a_sitting, is_closed

from .closing import bring_up_to_date
from .console import complain
from .stopping import Signals


class Recording:
    """One station's recording. last: the id of the last entry recorded, empty before.

    file: the lines come from a file or a pipe. Raises what `Capture` does.
    """

    def __init__(self, settings: Settings, folder: Path, signals: Signals, *, file: bool) -> None:
        self.signals = signals
        self.last = ""
        self._settings = settings
        self._file = file
        self._folder = folder
        self._habits = Habits(settings.preferences.abbreviations, settings.preferences.limits)
        self._told: set[str] = set()
        # At a prompt a sentence waits until the line is entered; else it is said at once.
        self.company = Company(
            folder, settings.writer, settings.share_of, tell=self._say if file else None
        )
        self.company.begin()
        self._indexing = Indexing(settings.folder, folder, self._say_once)
        self.capture = self._opened(Session(folder))
        self.tell()

    def _opened(self, session: Session) -> Capture:
        station = self._settings.writer
        try:
            return Capture(session, station, live=True, file=self._file)
        except NotDurable as error:
            if self._settings.second is None:
                raise
            capture = self.company.go_on(session, None, self._settings.second, file=self._file)
            self._tell_moved(error, capture)
            return capture

    def _tell_moved(self, error: NotDurable, capture: Capture) -> None:
        why = str(error).partition(", then enter")[0]
        self._say(f"{why}; the record goes on in {capture.session.folder}.")

    def _say(self, sentence: str) -> None:
        complain(f"Note: {sentence}")

    def _say_once(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._say(sentence)

    def tell(self) -> None:
        """Say what a person should know about this copy and its disk, each thing once."""
        for notice in self.capture.notices:
            self._say_once(notice)
        for notice in self.company.said():
            self._say(notice)

    def take(self, line: str) -> Answer | None:
        """Record a line. Raises NotDurable: it is not recorded."""
        if not self._file:
            self._habits.before(self.capture, line, local_now())
        answer = self.capture.take(line)
        if answer is not None:
            self.last = answer.entry.id
        return answer

    def go_on(self, error: NotDurable) -> bool:
        """Go on in the second folder, where one is named; whether a line may be tried again."""
        folder = self._settings.second
        if folder is None or self.company.second is not None:
            return False
        try:
            self.capture = self.company.go_on(
                self.capture.session, self.capture, folder, file=self._file
            )
        except PlenaryError as trouble:
            self._say_once(str(trouble))
            return False
        self._tell_moved(error, self.capture)
        return True

    def after(self, entry: Entry) -> None:
        """Bring up to date what has to be there in a while, or once a sitting is closed."""
        self.tell()
        if self.company.second is None:
            self._indexing.look(self.capture.session.record)
        if ends_a_sitting(entry) and is_closed(self.capture.session):
            self._bring_up_to_date(documents=True)

    def _bring_up_to_date(self, *, documents: bool) -> None:
        """What is made from the record lies with the session, and waits for its own folder."""
        session = self.capture.session
        if self.company.is_home:
            session = Session(self._folder)
        if self.company.is_home or self.company.second is None:
            bring_up_to_date(self._settings.folder, session, documents=documents)

    def close(self) -> None:
        """Let go of the log. Raises NotDurable."""
        self._indexing.stop()
        self.capture.close()

    def part(self, within: float) -> None:
        """Let the others have what is new, in so many seconds, and say what is not level."""
        for notice in self.company.part(within):
            self._say(notice)

    def finish(self) -> None:
        """Bring up to date what is made from the record, where anything was recorded."""
        if self.last:
            self._bring_up_to_date(documents=is_closed(self.capture.session))
            self.tell()
