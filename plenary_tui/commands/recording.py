"""A recording under way: a line goes to disk, and what follows from it is looked after."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.store.capture import Answer, Capture
from plenary_tui.upkeep import ends_a_sitting, is_closed

from .closing import bring_up_to_date
from .console import complain
from .stopping import Signals


class Recording:
    """One station's recording. last: the id of the last entry recorded, empty before."""

    def __init__(self, capture: Capture, signals: Signals, sessions: Path) -> None:
        self.capture = capture
        self.signals = signals
        self.last = ""
        self._sessions = sessions
        self._told: set[str] = set()
        self.tell()

    def tell(self) -> None:
        """Say what a person should know about this copy and its disk, each thing once."""
        for notice in self.capture.notices:
            if notice not in self._told:
                self._told.add(notice)
                complain(f"Note: {notice}")

    def take(self, line: str) -> Answer | None:
        """Record a line. Raises NotDurable: it is not recorded."""
        answer = self.capture.take(line)
        if answer is not None:
            self.last = answer.entry.id
        return answer

    def after(self, entry: Entry) -> None:
        """Bring up to date what has to be there once a sitting is closed."""
        self.tell()
        if ends_a_sitting(entry) and is_closed(self.capture.session):
            bring_up_to_date(self._sessions, self.capture.session, documents=True)

    def finish(self) -> None:
        """Bring up to date what is made from the record, where anything was recorded."""
        if self.last:
            session = self.capture.session
            bring_up_to_date(self._sessions, session, documents=is_closed(session))
            self.tell()
