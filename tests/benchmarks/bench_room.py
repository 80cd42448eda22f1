"""How fast the room is, in a real pseudo-terminal: `python tests/benchmarks/bench_room.py`.

First paint with 2,000 entries against a bare Textual app, the runs interleaved and the minima
compared; a key and an entry beside 10,000 and beside 100,000 entries, in turns, against a bare
app that echoes a key and a bare write and sync; what a key makes the room write. It prints each
beside its goal and judges nothing.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.screens import Screen, bare, durable, environment, opened, room, session

ROUNDS = 15
KEYS = 200
LINES = 200
SIZES = {"10,000": 10_000, "100,000": 100_000}
LETTERS = b"abcdefgijkopqrstuvwxyz"
"""None of those that end a terminal's own sequences."""


def first_paint(env: dict[str, str]) -> Iterator[str]:
    """Compare the first frame of the room with that of a bare app."""
    plain, ours, whole = [], [], []
    for _ in range(ROUNDS):
        one = bare(env)
        plain.append(one.until(b"bare-app-ready")[0] - one.began)
        one.end()
        one = room(env, "small")
        painted = one.until(b"gavel")[0]
        ours.append(painted - one.began)
        whole.append(one.until(b"on disk")[0] - painted)
        one.end()
    yield (
        f"first paint, 2,000 entries: {min(ours) * 1e3:.0f} ms, bare app {min(plain) * 1e3:.0f} ms:"
        f" {min(ours) / min(plain):.2f} x (goal 1.5)"
    )
    yield f"whole Meeting after it: {min(whole) * 1e3:.0f} ms, at most {max(whole) * 1e3:.0f} ms"


def keys(rooms: dict[str, Screen], plain: Screen) -> Iterator[str]:
    """Press keys in turns, and measure each until it is painted."""
    took: dict[str, list[float]] = {name: [] for name in (*rooms, "bare")}
    sizes = []
    for number in range(KEYS):
        letter = LETTERS[number % len(LETTERS) :][:1]
        for name, one in (*rooms.items(), ("bare", plain)):
            at = one.send(letter)
            painted, size = one.until(letter)
            took[name].append(painted - at)
            size += one.quiet(0.12)
            if name != "bare":
                sizes.append(size)
    for name, seconds in took.items():
        beside = "in a bare app" if name == "bare" else f"beside {name} entries (goal 8 and 16)"
        yield f"key to paint {beside}: {_spread(seconds, 50, 95)}"
    few, many = (statistics.median(took[name]) for name in rooms)
    yield f"a key beside 100,000 entries against 10,000: {many / few:.2f} x (goal 1.2)"
    yield f"written a key: {statistics.median(sizes):.0f} bytes (goal 3,500)"


def lines(rooms: dict[str, Screen], disk: Path) -> Iterator[str]:
    """Enter lines in turns, and measure each until it is on disk and in the list."""
    took: dict[str, list[float]] = {name: [] for name in rooms}
    alone = []
    for one in rooms.values():
        one.send(b"\x15")
        one.quiet(0.5)
    for number in range(LINES):
        text = b"says that this is number %d." % number
        for name, one in rooms.items():
            one.send(b"NV: " + text)
            one.quiet(0.1)
            alone.append(durable(disk / "alone", bytes(400)))
            at = one.send(b"\r")
            took[name].append(one.until("✓".encode(), text)[0] - at)
            one.quiet(0.1)
    yield f"a bare write and sync: {_spread(alone, 50, 99)}"
    for name, seconds in took.items():
        yield f"Enter to disk and shown beside {name}: {_spread(seconds, 50, 99)} (goal p99 50)"


def _spread(seconds: list[float], *percents: int) -> str:
    cuts = statistics.quantiles(seconds, n=100)
    return ", ".join(f"p{percent} {cuts[percent - 1] * 1e3:.1f} ms" for percent in percents)


def main() -> None:
    """Print how fast the room is."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        env = environment(folder)
        session(folder, "small", 2_000)
        for line in first_paint(env):
            print(line, flush=True)
        rooms = {}
        for shown, count in SIZES.items():
            session(folder, f"n{count}", count)
            rooms[shown] = stack.enter_context(opened(env, f"n{count}"))
        plain = bare(env)
        stack.callback(plain.end)
        plain.until(b"bare-app-ready")
        time.sleep(1.0)
        for line in (*keys(rooms, plain), *lines(rooms, folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
