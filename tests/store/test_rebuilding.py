"""Catalogue and index made anew together: the same, however many processes read."""

from __future__ import annotations

import concurrent.futures
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from multiprocessing import active_children
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from plenary_tui.store import rebuilding
from plenary_tui.store.library import Library
from plenary_tui.store.rebuilding import rebuild
from plenary_tui.store.search import Hit, Index

from .sessions import new_session

COUNT = 7


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a few sessions, one of which cannot be read; of each it is worth while to read it."""
    for number in range(COUNT):
        new_session(
            tmp_path / f"20{number:02}-11-goma",
            f"NV: diamonds of the year {number}",
            "Proposal OS: a matter for later",
            "Noted:",
        )
    rmtree(tmp_path / "2003-11-goma" / "log")
    (tmp_path / "2003-11-goma" / "log").touch()
    monkeypatch.setattr(rebuilding, "_WORTH", 1)
    return tmp_path


class Broken:
    """Processes that read two sessions, and are gone."""

    error: Exception = BrokenExecutor("A process was ended")

    def __init__(self, *_: object) -> None:
        self._left = 2

    def submit(self, work: Callable[[Path], Any], folder: Path) -> Future[Any]:
        """Read at once, or fail as a reader does that was ended."""
        future: Future[Any] = Future()
        if self._left:
            future.set_result(work(folder))
        else:
            future.set_exception(self.error)
        self._left = max(0, self._left - 1)
        return future

    def shutdown(self, *, cancel_futures: bool) -> None:
        """Be gone."""


def made(
    sessions: Path, readers: int = 0
) -> tuple[dict[str, str], list[Hit], list[dict[str, Any]]]:
    """Make both anew, with so many other processes; return the troubles and what both hold."""
    seen: list[tuple[str, int, int]] = []
    reading = set[int | None]()

    def tell(*told: Any) -> None:
        seen.append(told)
        reading.update(one.pid for one in active_children())

    troubles = rebuild(sessions, tell)
    assert len(reading) == readers
    assert [(place, of) for _, place, of in seen] == [(at + 1, COUNT) for at in range(COUNT)]
    index, library = Index(sessions), Library(sessions)
    assert set(index.known()) == {name for name, _, _ in seen} - troubles.keys()
    rows = sorted(library.table.all(), key=lambda row: str(row["session"]))
    return troubles, index.search("diamonds"), [dict(row) for row in rows]


def test_several_processes_make_what_one_makes(
    sessions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    by_several = made(sessions, readers=2)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    by_one = made(sessions)
    assert by_several == by_one
    troubles, hits, rows = by_one
    assert list(troubles) == ["2003-11-goma"]
    assert len(hits) == COUNT - 1
    assert [row["session"] for row in rows if row["trouble"]] == ["2003-11-goma"]


@pytest.mark.parametrize("error", [Broken.error, ValueError("bad value(s) in fds_to_keep")])
def test_what_ended_readers_leave_is_read_all_the_same(
    sessions: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.setattr(Broken, "error", error)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    by_one = made(sessions)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", Broken)
    assert made(sessions) == by_one


BEHIND_A_SCREEN = """
import os, sys
from multiprocessing import active_children
from pathlib import Path
from plenary_tui.store import rebuilding

class Captured:
    def write(self, text): pass
    def flush(self): pass
    def fileno(self): return -1

sys.stdout, sys.stderr, out = Captured(), Captured(), sys.stdout
os.cpu_count, rebuilding._WORTH = lambda: 2, 1
reading = set()
tell = lambda *_: reading.update(one.pid for one in active_children())
print(len(rebuilding.rebuild(Path(sys.argv[1]), tell)), len(reading), file=out)
"""


def test_several_processes_read_behind_a_screen_too(sessions: Path) -> None:
    command = [sys.executable, "-c", BEHIND_A_SCREEN, str(sessions)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "1 2\n"
