"""The program `plenary` in a pseudo-terminal, on a folder of sessions of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from plenary_tui.record.history import Record
from plenary_tui.store.session import Session
from tests.store.sessions import new_session
from tests.terminal.terminal import Terminal, plain_env

ROOT = Path(__file__).parents[2]


@dataclass
class House:
    """A folder of sessions and the terminals that the test opened on it."""

    folder: Path
    _open: ExitStack

    def start(
        self,
        *args: str,
        size: tuple[int, int] = (80, 24),
        env: dict[str, str] | None = None,
        program: str = "",
    ) -> Terminal:
        """Start `plenary` with these arguments, or the text of another program."""
        head = ["-c", program] if program else ["-m", "plenary_tui"]
        settings = {
            "PLENARY_SESSIONS": str(self.folder),
            "PLENARY_STATION": "desk",
            "PYTHONPATH": str(ROOT),
            "XDG_DATA_HOME": str(self.folder.parent / "home"),
            "XDG_STATE_HOME": str(self.folder.parent / "state"),
        }
        terminal = Terminal(
            [sys.executable, *head, *args],
            env={**plain_env(os.environ), **settings, **(env or {})},
            cwd=str(self.folder.parent), size=size,
        )  # fmt: skip
        return self._open.enter_context(terminal)

    def new(self, name: str = "demo", *lines: str) -> Path:
        """Make a session with an open sitting, recorded at another station."""
        return new_session(self.folder / name, *lines)

    def record(self, name: str = "demo") -> Record:
        """Return a session's record as it is on disk."""
        return Session(self.folder / name).record

    def on_disk(self, name: str = "demo") -> int:
        """Return how many entries the station at the desk has on disk."""
        log = self.folder / name / "log" / "desk.1.jsonl"
        return log.read_bytes().count(b"\n") if log.exists() else 0

    def wait_on_disk(self, terminal: Terminal, count: int, name: str = "demo") -> None:
        """Wait until the desk has so many entries on disk."""
        terminal.wait(lambda: self.on_disk(name) >= count, f"expected {count} entries on disk")

    def said(self, name: str = "demo") -> list[str]:
        """Return the texts that stand in a session's entries, in order."""
        return [getattr(entry.what, "text", "") for entry in self.record(name).entries]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A folder without sessions; whatever was started in it has ended afterwards."""
    with ExitStack() as stack:
        yield House(tmp_path / "sessions", stack)
