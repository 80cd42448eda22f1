"""What is computed from the logs of all sessions, and how it notices that it is out of date."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

from .names import LOG, session_names
from .session import Session

Progress = Callable[[str, int, int], None]
"""Told the session at hand, its place from 1, and how many there are."""


def fingerprint(folder: Path) -> str:
    """Return what changes whenever a session's logs do: their names, sizes and times."""
    found = []
    for path in sorted((folder / LOG).glob("*.jsonl")):
        status = path.stat()
        found.append(f"{path.name}:{status.st_size}:{status.st_mtime_ns}")
    return " ".join(found)


class Derived(ABC):
    """Something over all sessions that can be made anew from their logs at any time."""

    def __init__(self, sessions: Path) -> None:
        self.sessions = sessions
        self.troubles: dict[str, str] = {}
        """The sessions that could not be taken in, each with the reason."""

    @abstractmethod
    def known(self) -> dict[str, str]:
        """Return the sessions that it holds, with the fingerprints they had."""

    @abstractmethod
    def take(self, session: Session, fingerprint: str) -> None:
        """Hold a session as it is now."""

    @abstractmethod
    def forget(self, name: str) -> None:
        """Hold a session no longer."""

    def update(self, session: Session) -> None:
        """Bring it up to date with one session. Raises NotDurable, StoreError."""
        seen = fingerprint(session.folder)
        session.poll()
        self.take(session, seen)

    def refresh(self, progress: Progress | None = None) -> None:
        """Take in what changed, and forget what is gone. A session that fails harms no other."""
        known = self.known()
        there = session_names(self.sessions)
        self.troubles = {}
        for place, name in enumerate(there, 1):
            if progress is not None:
                progress(name, place, len(there))
            try:
                if known.get(name) != fingerprint(self.sessions / name):
                    self.update(Session(self.sessions / name))
            except Exception as error:  # whatever is wrong with it, the others are wanted
                self.troubles[name] = str(error) or type(error).__name__
        for name in known.keys() - set(there):
            self.forget(name)
