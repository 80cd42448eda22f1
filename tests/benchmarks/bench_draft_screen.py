"""The draft screen over a long meeting: `python tests/benchmarks/bench_draft_screen.py`.

500 paragraphs of 10,000 entries: a key's way to the terminal in the list and in the editor, the
bytes it costs, and how long an act takes until it is seen in the draft. Judges nothing.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from tests.benchmarks.screens import Screen, environment, opened
from tests.store.sessions import SETUP, clock

PARAGRAPHS = 500
ENTRIES = 10_000
KEYS = 100


def main() -> None:
    """Make the session, press keys, and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _session(folder / "long")
        with opened(environment(folder), "long") as one:
            began = one.send(b"\x1bOR")
            opened_at, _ = one.until(b"no bracket open")
            print(f"F3 to the draft: {opened_at - began:.2f} s")
            one.take(5.0)
            _told("selection, key to bytes", [_key(one, b"\x1b[B") for _ in range(KEYS)])
            one.send(b"e")
            one.take(1.0)
            letters = [_key(one, b"x") for _ in range(KEYS)]
            _told("a letter in the editor", letters)
            one.send(b"\r")
            one.take(3.0)
            acts = []
            for _ in range(5):
                at = one.send(b"p")
                acts.append((one.until("▶ ".encode())[0] - at, 0))
                one.send(b"p")
                one.take(3.0)
            _told("an act, key to the draft", acts)


def _key(one: Screen, key: bytes) -> tuple[float, int]:
    one.take(0.05)
    at = one.send(key)
    first, size = one.until(b"\x1b[")
    return first - at, size + one.quiet(0.05)


def _told(what: str, found: list[tuple[float, int]]) -> None:
    took = sorted(seconds for seconds, _ in found)
    sent = statistics.median(size for _, size in found)
    late = took[int(len(took) * 0.95) - 1] if len(took) > 1 else took[0]
    print(f"{what}: p50 {statistics.median(took) * 1e3:.1f} ms, p95 {late * 1e3:.1f} ms, "
          f"{sent:.0f} bytes")  # fmt: skip


def _session(folder: Path) -> None:
    folder.mkdir(parents=True)
    now = clock()
    lines = [*SETUP]
    for number in range(PARAGRAPHS):
        lines += [f"Draft decision NV: Mine number {number} reports every month of the year.",
                  "Adopted:"]  # fmt: skip
    said = "welcomes with the chair that the working group reports in May"
    lines += [f"NV: says number {n}, and {said}." for n in range(ENTRIES - len(lines))]
    with Capture(Session(folder, now=now), "hall", live=True, gather=True, now=now) as capture:
        for line in lines:
            capture.take(line)


if __name__ == "__main__":
    began = time.perf_counter()
    main()
    print(f"{time.perf_counter() - began:.0f} s in all")
