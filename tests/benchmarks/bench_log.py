"""How fast a log is, as ratios of one run: `python tests/benchmarks/bench_log.py`.

An entry made durable against a bare write and fdatasync of the same bytes (goal: at most 2, the
same at 100 and at 100,000 entries); opening a log against validating and hashing the same lines
(goal: at most 2). It prints and judges nothing: the clock of a shared machine gates nobody.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Intervention
from plenary_tui.store.disk import RealDisk
from plenary_tui.store.log import StationLog
from plenary_tui.store.reading import LogReader, segment_name

ROUNDS = 400
TEXT = "proposes that the sub-team on alluvial mines meets between the sessions, and reports {}."


def entry(number: int) -> Entry:
    """Make an ordinary intervention, no two alike."""
    return Entry(
        id="",
        at=datetime.now(UTC),
        order="",
        sitting="bench-1",
        by="A. Rapporteur",
        item="4.2",
        what=Intervention(speaker="NV", text=TEXT.format(number)),
    )


def seconds(work: Callable[[], object]) -> float:
    """Time one piece of work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def durable(session: Path, size: int) -> None:
    """Compare an entry with a bare write, in turns, at a log of `size` entries."""
    bare = os.open(session.parent / "bare", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    ours: list[float] = []
    theirs: list[float] = []
    with StationLog(session, "bench") as log:
        log.append_all([entry(n) for n in range(size - len(log))])
        raw = log.append(entry(0)).raw + b"\n"

        def write_bare() -> None:
            os.write(bare, raw)
            os.fdatasync(bare)

        for n in range(ROUNDS):
            theirs.append(seconds(write_bare))
            ours.append(seconds(lambda n=n: log.append(entry(n))))  # type: ignore[misc]
    os.close(bare)
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"durable at {size:>7,}: {a * 1e3:.3f} ms, bare {b * 1e3:.3f} ms, ratio {a / b:.2f}")


def opening(session: Path) -> None:
    """Compare opening a log with validating and hashing its lines."""
    path = session / "log" / segment_name("bench", 1)
    lines = path.read_bytes().split(b"\n")[:-1]

    def plainly() -> None:
        kept = []
        for raw in lines:
            blake2b(raw, digest_size=16).hexdigest()
            kept.append(Entry.model_validate_json(raw))

    def read() -> None:
        LogReader(RealDisk(), session, "bench").poll()

    def opened() -> None:
        StationLog(session, "bench").close()

    works = {"plainly": plainly, "read": read, "opened": opened}
    # In turns, so that what else the machine does strikes all three.
    rounds = [{name: _collected(work) for name, work in works.items()} for _ in range(5)]
    best = {name: min(each[name] for each in rounds) for name in works}
    for name in ("read", "opened"):
        print(
            f"{name} {len(lines):>7,}: {best[name]:.3f} s, validating and hashing "
            f"{best['plainly']:.3f} s, ratio {best[name] / best['plainly']:.2f}"
        )


def _collected(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        return seconds(work)
    finally:
        gc.enable()


def main(most: int = 100_000) -> None:
    """Run at 100 entries and at `most`."""
    with tempfile.TemporaryDirectory() as folder:
        for size in (100, most):
            session = Path(folder) / str(size)
            durable(session, size)
            opening(session)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
