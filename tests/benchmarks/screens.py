"""What the benchmarks of the room share: programs in pseudo-terminals, and sessions to open."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

from plenary_tui.store.log import StationLog
from tests.benchmarks.bench_open import entries

WITHIN = 60.0
"""Seconds that anything may take."""
ROOT = Path(__file__).parents[2]
BARE = """
from textual.app import App
from textual.widgets import Input, Static

class Bare(App):
    def compose(self):
        yield Static("bare-app-ready")
        yield Input()

Bare().run()
"""
"""A Textual app that does nothing but show a line and take keys."""


class Screen:
    """A program in a pseudo-terminal; only its bytes are looked at."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, env)
        ioctl(self._fd, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, *marks: bytes) -> tuple[float, int]:
        """Read until every mark has come; return when the last did, and how many bytes came."""
        seen = b""
        until = time.perf_counter() + WITHIN
        while not all(mark in seen for mark in marks):
            if not select.select([self._fd], [], [], max(0.0, until - time.perf_counter()))[0]:
                raise TimeoutError(f"{marks!r} did not come; the last was {seen[-300:]!r}")
            seen += os.read(self._fd, 1 << 16)
        return time.perf_counter(), len(seen)

    def take(self, seconds: float) -> None:
        """Read what comes within so long."""
        until = time.perf_counter() + seconds
        while select.select([self._fd], [], [], max(0.0, until - time.perf_counter()))[0]:
            os.read(self._fd, 1 << 16)

    def quiet(self, seconds: float) -> int:
        """Read until nothing comes for so long; return how many bytes came."""
        count = 0
        while select.select([self._fd], [], [], seconds)[0]:
            count += len(os.read(self._fd, 1 << 16))
        return count

    def send(self, keys: bytes) -> float:
        """Send keys; return when."""
        at = time.perf_counter()
        os.write(self._fd, keys)
        return at

    def memory(self) -> float:
        """Return what it holds in MiB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def end(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def bare(env: dict[str, str]) -> Screen:
    """Start the bare app."""
    return Screen([sys.executable, "-c", BARE], env)


def room(env: dict[str, str], name: str) -> Screen:
    """Start the room of a session."""
    return Screen([sys.executable, "-m", "plenary_tui", "run", name], env)


@contextmanager
def opened(env: dict[str, str], name: str) -> Iterator[Screen]:
    """Start the room of a session, wait until it is whole and quiet, and end it afterwards."""
    one = room(env, name)
    try:
        one.until("● on disk".encode())
        one.take(1.0)
        yield one
    finally:
        one.end()


def session(folder: Path, name: str, count: int) -> None:
    """Make a session of `count` entries."""
    with StationLog(folder / name, "bench") as log:
        log.append_all(list(entries(count)))


def environment(folder: Path) -> dict[str, str]:
    """Return what the programs run in: as installed, their modules compiled once and kept."""
    return {
        **{
            name: value
            for name, value in os.environ.items()
            if not name.startswith("TEXTUAL") and name != "PYTHONDONTWRITEBYTECODE"
        },
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONPATH": str(ROOT),
        "PLENARY_SESSIONS": str(folder),
        "PLENARY_STATION": "desk",
        "XDG_CONFIG_HOME": str(folder / "home"),
        "XDG_STATE_HOME": str(folder / "home"),
        "TERM": "xterm-256color",
    }


def durable(path: Path, data: bytes) -> float:
    """Append to a file and sync it; return the seconds that the disk takes for that alone."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    at = time.perf_counter()
    os.write(file, data)
    os.fsync(file)
    took = time.perf_counter() - at
    os.close(file)
    return took
