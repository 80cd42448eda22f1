"""Ten minutes of typing at 35 entries a minute: `python tests/benchmarks/bench_room_typing.py 20`.

The argument says how many times faster than that it is typed; 1 lasts ten minutes. Letter by
letter, at an even pace; then the log is compared with what was typed, word for word. Prints what
was dropped and how late the last letters were on the screen, and judges nothing.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from plenary_tui.store.session import Session
from tests.benchmarks.screens import environment, opened, session

A_MINUTE = 35
MINUTES = 10
REST = 0.06
"""Seconds before and after Enter: a finger takes as long, and who pastes has none."""
TEXT = "says number {}, and welcomes with the chair that the working group reports in May."


def main(faster: float) -> None:
    """Type ten minutes, and print what became of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session(folder, "typed", 2_000)
        texts = [TEXT.format(number) for number in range(A_MINUTE * MINUTES)]
        shown = []
        with opened(environment(folder), "typed") as one:
            began = time.perf_counter()
            for number, text in enumerate(texts):
                line = f"NV: {text}"
                each = max(0.0, 60 / A_MINUTE / faster - 2 * REST) / len(line)
                for letter in line:
                    one.send(letter.encode())
                    one.take(each)
                one.take(REST)
                at = one.send(b"\r")
                shown.append(one.until("✓".encode(), b"number %d," % number)[0] - at)
                due = began + (number + 1) * 60 / A_MINUTE / faster
                one.take(max(REST, due - time.perf_counter()))
            took = time.perf_counter() - began
        said = [
            getattr(entry.what, "text", "") for entry in Session(folder / "typed").record.entries
        ]
        kept = said[-len(texts) :]
        print(f"{len(texts)} lines in {took:.0f} s, {MINUTES * 60 / took:.1f} times the pace asked")
        print(
            f"dropped or changed: {sum(a != b for a, b in zip(texts, kept, strict=True))} (goal 0)"
        )
        cuts = statistics.quantiles(shown, n=100)
        print(f"Enter to disk and shown: p50 {cuts[49] * 1e3:.0f} ms, p99 {cuts[98] * 1e3:.0f} ms")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 20.0)
