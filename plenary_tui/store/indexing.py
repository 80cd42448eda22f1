"""The index kept up to date while a session is recorded, on a thread of its own.

It works on a record of its own, made from the same entries, a slice at a time, with a connection
of its own; no key waits for it. What goes wrong is said once and harms nothing: the record is on
disk, and the next search takes in what is missing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

EVERY = 60.0
"""Seconds between two times, at least."""
IDLE = 10.0
"""Seconds without an entry after which it is not waited any longer."""
_REST = 50
"""How many times as long as it took is waited before the next time."""
_PAUSE = 0.002
"""Seconds that everybody else gets after each slice."""


class Indexing:
    """Brings the index up to date with what `look` is shown. `tell` hears what went wrong, once.

    `tell` is called from the indexing thread.
    """

    def __init__(
        self, sessions: Path, folder: Path, tell: Callable[[str], object], *,
        every: float = EVERY, idle: float = IDLE,
    ) -> None:  # fmt: skip
        self._sessions = sessions
        self._folder = folder
        self._tell = tell
        self._every = every
        self._idle = idle
        self._seen = -1
        self._grown: tuple[list[Entry], frozenset[str], str] | None = None
        self._grown_at = 0.0
        self._stop = False
        self._has_told = False
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None

    def look(self, record: Record) -> None:
        """Take note of a record as it is now, on the thread whose record it is."""
        from .derived import fingerprint

        if self._seen == len(record.entries):
            return
        is_first, self._seen = self._seen < 0, len(record.entries)
        if is_first:
            return  # what was there before is looked at when somebody searches
        try:
            print_ = fingerprint(self._folder)
        except OSError:
            return
        with self._turn:
            self._grown = list(record.entries), record.lost, print_
            self._grown_at = time.monotonic()
            self._turn.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="indexing", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Index no more; what is under way ends by itself."""
        with self._turn:
            self._stop = True
            self._turn.notify()

    def _run(self) -> None:
        due = earliest = time.monotonic()
        while (work := self._wait(earliest, due + self._every)) is not None:
            began = time.monotonic()
            try:
                self._index(*work)
            except Exception as error:  # whatever it is, the record goes on
                if not self._has_told:
                    self._has_told = True
                    self._tell(
                        f"What is recorded cannot be searched yet ({str(error).rstrip('.')}); "
                        "the record is on disk and goes on."
                    )
            due = time.monotonic()
            earliest = due + _REST * (due - began)

    def _wait(self, earliest: float, due: float) -> tuple[list[Entry], frozenset[str], str] | None:
        with self._turn:
            while not self._stop:
                if self._grown is None:
                    self._turn.wait()
                    continue
                wanted = max(earliest, min(due, self._grown_at + self._idle))
                left = wanted - time.monotonic()
                if left <= 0:
                    work, self._grown = self._grown, None
                    return work
                self._turn.wait(left)
        return None

    def _index(self, entries: list[Entry], lost: frozenset[str], print_: str) -> None:
        from .search import Index
        from .statements import findable, record_of

        found = findable(record_of(entries, lost, _give_way), _give_way)
        Index(self._sessions).take_found(self._folder.name, found, print_)


def _give_way() -> None:
    time.sleep(_PAUSE)
