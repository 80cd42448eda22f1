"""Bringing the catalogue up to date beside the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from .shelf import Row, caught_up, known_rows

EVERY = 25
"""Sessions between two words about how far it got."""


@dataclass(frozen=True)
class Reading:
    """So many sessions were read of so many."""

    place: int
    total: int


@dataclass(frozen=True)
class CaughtUp:
    """The catalogue is up to date; `trouble` says why it is not, in a sentence."""

    rows: list[Row]
    trouble: str


class _LeftError(Exception):
    """Nobody looks at the sessions any more."""


class CatchingUp:
    """Reads the sessions that changed, on a thread of its own, from which `tell` is called."""

    def __init__(self, folder: Path, tell: Callable[[Reading | CaughtUp], object]) -> None:
        self._folder = folder
        self._tell = tell
        self._left = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin, unless it is at it."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._run, name="library")
            self._thread.start()

    def leave(self) -> None:
        """Stop after the session at hand."""
        self._left.set()

    def _run(self) -> None:
        try:
            done = CaughtUp(*caught_up(self._folder, self._progress))
        except _LeftError:
            return
        except Exception as error:  # the list stands as it is, whatever went wrong with the rest
            done = CaughtUp(known_rows(self._folder), f"The sessions could not be read: {error}.")
        self._tell(done)

    def _progress(self, name: str, place: int, total: int) -> None:
        if self._left.is_set():
            raise _LeftError
        if total > EVERY and place % EVERY == 1:
            self._tell(Reading(place, total))
