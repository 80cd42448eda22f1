"""How fast the room is, in a real pseudo-terminal: `python tests/benchmarks/bench_room.py`.

First paint with 2,000 entries against a bare Textual app, the runs interleaved and the minima
compared (goal: at most 1.5); until the whole Meeting is there (goal: one second); from a key to
its paint beside 10,000 entries (goal: p95 16 ms) and what a key makes it write (3.5 kB); from
Enter to the entry on disk and shown (p99 50 ms); memory. It prints and judges nothing.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

from plenary_tui.store.log import StationLog
from tests.benchmarks.bench_open import entries

ROOT = Path(__file__).parents[2]
ROUNDS = 15
KEYS = 150
LINES = 40
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("bare-app-ready")

Bare().run()
"""


class Screen:
    """A program in a pseudo-terminal; only its bytes are looked at."""

    def __init__(self, command: list[str], env: dict[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:
            os.execvpe(command[0], command, env)
        ioctl(self._fd, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, mark: bytes, within: float = 30.0) -> tuple[float, int]:
        """Read until a mark; return when it came and how many bytes did."""
        seen = b""
        until = time.perf_counter() + within
        while mark not in seen:
            if not select.select([self._fd], [], [], max(0.0, until - time.perf_counter()))[0]:
                raise TimeoutError(f"{mark!r} did not come; the last was {seen[-300:]!r}")
            seen += os.read(self._fd, 1 << 16)
        return time.perf_counter(), len(seen)

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


def session(folder: Path, name: str, count: int) -> None:
    """Make a session of `count` entries."""
    with StationLog(folder / name, "bench") as log:
        log.append_all(list(entries(count)))


def environment(folder: Path) -> dict[str, str]:
    """Return what the programs run in."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("TEXTUAL")},
        "PYTHONPATH": str(ROOT),
        "PLENARY_SESSIONS": str(folder),
        "PLENARY_STATION": "desk",
        "TERM": "xterm-256color",
    }


def first_paint(env: dict[str, str]) -> Iterator[str]:
    """Compare the first frame of the room with that of a bare app."""
    bare, room, whole = [], [], []
    for _ in range(ROUNDS):
        one = Screen([sys.executable, "-c", BARE], env)
        bare.append(one.until(b"bare-app-ready")[0] - one.began)
        one.end()
        one = Screen([sys.executable, "-m", "plenary_tui", "run", "small"], env)
        painted = one.until(b"gavel")[0]
        room.append(painted - one.began)
        whole.append(one.until(b"on disk")[0] - painted)
        one.end()
    yield (
        f"first paint, 2,000 entries: {min(room) * 1e3:.0f} ms, bare app {min(bare) * 1e3:.0f} ms:"
        f" {min(room) / min(bare):.2f} x (goal 1.5)"
    )
    yield f"whole Meeting after it: {min(whole) * 1e3:.0f} ms, at most {max(whole) * 1e3:.0f} ms"


def keys(env: dict[str, str]) -> Iterator[str]:
    """Measure keys and entries beside 10,000 entries."""
    one = Screen([sys.executable, "-m", "plenary_tui", "run", "large"], env)
    one.until(b"on disk")
    one.quiet(1.0)
    took, sizes = [], []
    for number in range(KEYS):
        letter = b"abcdefghijklmnopqrstuvwxyz"[number % 26 : number % 26 + 1]
        at = one.send(letter)
        painted, size = one.until(letter)
        took.append(painted - at)
        sizes.append(size + one.quiet(0.12))
    spread = statistics.quantiles(took, n=20)
    yield (
        f"key to paint, 10,000 entries: p50 {spread[9] * 1e3:.1f} ms, p95 {spread[18] * 1e3:.1f} ms"
        f" (goal 8 and 16); {statistics.median(sizes):.0f} bytes a key (goal 3,500)"
    )
    one.send(b"\x15")
    one.quiet(0.5)
    kept = []
    for number in range(LINES):
        one.send(b"NV: says that this is number %d" % number)
        one.quiet(0.2)
        at = one.send(b"\r")
        kept.append(one.until("✓".encode())[0] - at)
        one.quiet(0.2)
    yield (
        f"Enter to disk and shown: p50 {statistics.median(kept) * 1e3:.0f} ms, "
        f"most {max(kept) * 1e3:.0f} ms (goal p99 50)"
    )
    yield f"memory with 10,000 entries: {one.memory():.0f} MiB"
    one.end()


def main() -> None:
    """Print how fast the room is."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session(folder, "small", 2_000)
        session(folder, "large", 10_000)
        env = environment(folder)
        for line in (*first_paint(env), *keys(env)):
            print(line)


if __name__ == "__main__":
    main()
