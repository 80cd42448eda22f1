"""Bringing the catalogue up to date beside the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from ..pages.shelf import Row, caught_up, known_rows

EVERY = 25
"""Sessions between two words about how far it got."""


@dataclass(frozen=True)
class Reading:
    """So many sessions were read of so many."""

    place: int
    total: int


@dataclass(frozen=True)
class Known:
    """What is known of the sessions; `trouble` says in a sentence why it may be out of date."""

    rows: list[Row]
    trouble: str


class _LeftError(Exception):
    """Nobody looks at the sessions any more."""


class CatchingUp:
    """Reads the sessions that changed, on a thread of its own, from which `tell` is called.

    It tells first what the catalogue holds, and last what it holds once it is up to date.
    """

    def __init__(self, folder: Path, tell: Callable[[Reading | Known], object]) -> None:
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
        self._tell(Known(known_rows(self._folder), ""))
        try:
            done = Known(*caught_up(self._folder, self._progress))
        except _LeftError:
            return
        except Exception as error:  # the list stands as it is, whatever went wrong with the rest
            done = Known(known_rows(self._folder), f"The sessions could not be read: {error}.")
        self._tell(done)

    def _progress(self, name: str, place: int, total: int) -> None:
        if self._left.is_set():
            raise _LeftError
        if total > EVERY and place % EVERY == 1:
            self._tell(Reading(place, total))
