"""A document that is composed again as the record grows, on a thread beside the recording one.

It works on a record of its own, made from the same entries, so that nothing waits for it: a key
and an entry cost what they cost without it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plenary_tui.record.entries import Entry
    from plenary_tui.record.history import Record
    from plenary_tui.record.redaction import OpenRecord

    from .events import Event

AT_MOST_EVERY = 0.5
"""Seconds between two times that a document is composed."""
_REST = 4
"""How many times as long as it took to compose is waited before it is composed again."""

Compose = Callable[["Record", datetime], object]
"""An open record and the time to a document, or to what a screen shows of it, or PlenaryError.

What it gives may be an iterator: each thing is told in turn, until the record has grown.
"""


class Composing:
    """Composes what is followed. `tell` is called with `Drafted`, from a thread of its own."""

    def __init__(self, tell: Callable[[Event], None], now: Callable[[], datetime]) -> None:
        self._tell = tell
        self._now = now
        self._compose: Compose | None = None
        self._grown: tuple[list[Entry], frozenset[str]] | None = None
        self._seen = -1
        self._at_once = False
        """Whether somebody waits for what was just done to the draft itself."""
        self.private = 0
        """How many private notes there are: of a record without them nobody could tell."""
        self._stop = False
        self._turn = threading.Condition()
        self._thread: threading.Thread | None = None

    def follow(self, compose: Compose | None) -> None:
        """Compose this from now on, whenever the record has grown; None to leave it."""
        with self._turn:
            self._compose = compose
            self._grown = None
            self._seen = -1
        if compose is not None and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="composing", daemon=True)
            self._thread.start()

    def look(self, record: Record) -> None:
        """Take note of a record as it is now, on the thread whose record it is."""
        with self._turn:
            if self._compose is not None and self._seen != len(record.entries):
                self._seen = len(record.entries)
                self.private = len(record.live.private)
                self._grown = list(record.entries), record.lost
                self._at_once = self._at_once or _is_of_draft(record)
                self._turn.notify()

    def stop(self) -> None:
        """Compose no more; what is being composed is left to itself."""
        with self._turn:
            self._stop = True
            self._turn.notify()

    def _run(self) -> None:
        from plenary_tui.record.history import Record
        from plenary_tui.record.redaction import OpenRecord

        own, shown, due = Record(), OpenRecord(), 0.0
        while (work := self._wait(due)) is not None:
            compose, entries, lost = work
            began = time.monotonic()
            own = _caught_up(own, entries, lost)
            self._tell_of(compose, shown, own)
            due = time.monotonic() + max(AT_MOST_EVERY, _REST * (time.monotonic() - began))

    def _wait(self, due: float) -> tuple[Compose, list[Entry], frozenset[str]] | None:
        with self._turn:
            while not self._stop:
                now = time.monotonic()
                ready = now >= due or self._at_once
                if self._compose is not None and self._grown is not None and ready:
                    (entries, lost), self._grown = self._grown, None
                    self._at_once = False
                    return self._compose, entries, lost
                self._turn.wait(max(0.0, due - now) if self._grown is not None else None)
        return None

    def _tell_of(self, compose: Compose, shown: OpenRecord, own: Record) -> None:
        from .events import Drafted

        try:
            made = compose(shown.update(own), self._now())
            for one in made if isinstance(made, Iterator) else (made,):
                self._tell_if_followed(compose, Drafted(one, entries=len(own.entries)))
                if self._grown is not None:
                    break
        except Exception as error:  # the record goes on, whatever is wrong with a document
            why = f"It cannot be composed ({error or type(error).__name__}): "
            told = Drafted(None, f"{why}the record is whole and goes on.")
            self._tell_if_followed(compose, told)

    def _tell_if_followed(self, compose: Compose, told: Event) -> None:
        if compose is self._compose:
            self._tell(told)


def _is_of_draft(record: Record) -> bool:
    """Whether the last entry is one of the draft's own stream."""
    from plenary_tui.record.kinds import DraftKind, Retraction

    what = record.entries[-1].what if record.entries else None
    return isinstance(what, DraftKind) or (isinstance(what, Retraction) and what.of == "draft")


def _caught_up(own: Record, entries: list[Entry], lost: Iterable[str]) -> Record:
    """Return a record of these entries: the one at hand, where they only follow on it."""
    from plenary_tui.record.history import Record

    known = len(own.entries)
    follows = known <= len(entries) and (not known or entries[known - 1] is own.entries[-1])
    if follows and own.lost == lost:
        own.add(entries[known:])
        if len(own.entries) == len(entries):
            return own
    return Record(entries, lost=lost)
