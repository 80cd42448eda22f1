"""How fast a session opens, as ratios of one run: `python tests/benchmarks/bench_open.py`.

A session of 100,000 entries is read, verified and ordered, and then folded as well, against
validating and hashing the same lines (goal: at most 2). It prints and judges nothing.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Intervention, Stance
from plenary_tui.record.ordering import Ordering
from plenary_tui.store.disk import RealDisk
from plenary_tui.store.log import StationLog
from plenary_tui.store.reading import LogReader, collector_paused, segment_name
from plenary_tui.store.session import Session

COUNT = 100_000
ROUNDS = 5
TEXT = "proposes that the sub-team on alluvial mines meets between the sessions, and reports {}."
DELEGATIONS = ("NV", "OS", "TR", "KE", "GDA")


def entries(count: int) -> Iterator[Entry]:
    """Make interventions, no two alike, and now and then a stance on the one before."""
    for number in range(1, count + 1):
        speaker = DELEGATIONS[number % len(DELEGATIONS)]
        what = (
            Stance(target=f"bench-{number - 1}", stance="supports", who=(speaker,))
            if number % 8 == 0
            else Intervention(speaker=speaker, text=TEXT.format(number))
        )
        yield Entry(
            id="", at=datetime.now(UTC), order="", by="A. Rapporteur", item="4.2", what=what
        )


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several runs."""
    found = []
    for _ in range(ROUNDS):
        gc.collect()
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return min(found)


def yardstick(lines: list[bytes]) -> None:
    """Validate and hash every line."""
    with collector_paused():
        kept = []
        for line in lines:
            blake2b(line, digest_size=16).hexdigest()
            kept.append(Entry.model_validate_json(line))


def ordered(folder: Path) -> None:
    """Read, verify and order a session without folding it."""
    with collector_paused():
        batch = LogReader(RealDisk(), folder, "bench").poll()
        Ordering().add(line.entry for line in batch.lines)


def main(count: int) -> None:
    """Make a session of `count` entries and print how opening it compares."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "session"
        folder.mkdir()
        with StationLog(folder, "bench") as log:
            log.append_all(list(entries(count)))
        lines = (folder / "log" / segment_name("bench", 1)).read_bytes().splitlines()
        plain = best(lambda: yardstick(lines))
        read = best(lambda: LogReader(RealDisk(), folder, "bench").poll())
        placed = best(lambda: ordered(folder))
        folded = best(lambda: Session(folder))
        print(f"{count} entries, the best of {ROUNDS}")
        print(f"validating and hashing the lines  {plain * 1e3:8.1f} ms   1.00")
        for name, taken in (
            ("read and verified", read),
            ("read, verified and ordered", placed),
            ("opened: ordered and folded", folded),
        ):
            print(f"{name:<34}{taken * 1e3:8.1f} ms   {taken / plain:4.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
