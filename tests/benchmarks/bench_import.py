"""How fast an import is, as a ratio of one run: `python tests/benchmarks/bench_import.py`.

The real logs, repeated to 82,700 lines, are read, decided, folded and written as lines of a log,
against constructing, dumping and hashing as many entries (goal: at most 4). It prints and judges
nothing: the clock of a shared machine gates nobody. Without the real logs it says so.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from pathlib import Path

from plenary_tui.importers.imported import Imported
from plenary_tui.importers.irc import import_irc
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Intervention
from plenary_tui.store.chain import encode
from plenary_tui.store.clock import Clock

LINES = 82_700
NOW = datetime(2024, 1, 8, 9, tzinfo=UTC)
TEXT = "proposes that the sub-team on alluvial mines meets between the sessions, and reports {}."
SALT = "0" * 32


def real_logs() -> list[Path]:
    """Return the real logs, none where they are absent."""
    beside = Path(__file__).parents[2].parent / "shared" / "real"
    folder = Path(os.environ.get("PLENARY_REAL_LOGS") or beside)
    return sorted([*folder.glob("*/*.log"), *folder.glob("*/*.txt")])


def repeated(texts: list[str]) -> str:
    """Return the texts one after another, again and again, up to the size that is measured."""
    lines = [line for text in texts for line in text.splitlines()]
    return "\n".join((lines * (LINES // len(lines) + 1))[:LINES]) + "\n"


def stamps() -> Callable[[datetime], tuple[str, str]]:
    """Return what gives entries their ids and orders."""
    clock = Clock(lambda: NOW)
    count = 0

    def stamp(now: datetime) -> tuple[str, str]:
        nonlocal count
        count += 1
        return f"bench-{count}", clock.tick()

    return stamp


def imported(text: str) -> Imported:
    """Import a text and write its entries as lines of a log."""
    result = import_irc(text, "bench", stamps(), NOW)
    p = ""
    for entry in result.entries:
        p = encode(entry, p, SALT).line.h
    return result


def construct(count: int) -> None:
    """Construct, dump and hash as many entries of the ordinary kind."""
    stamp = stamps()
    for number in range(count):
        id_, order = stamp(NOW)
        entry = Entry(
            id=id_, at=NOW, when=NOW + timedelta(seconds=number), order=order, sitting="bench-3",
            by="A. Rapporteur", item="4.2",
            what=Intervention(speaker="NV", text=TEXT.format(number)),
        )  # fmt: skip
        raw = entry.model_dump_json().encode()
        blake2b(blake2b(raw, digest_size=16).digest() + raw, digest_size=16).hexdigest()


def seconds(work: Callable[[], object]) -> float:
    """Time one piece of work, in seconds of the processor: other programs do not count."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> int:
    """Print the figures."""
    logs = real_logs()
    if not logs:
        print("the real logs are not here: name their folder in PLENARY_REAL_LOGS")
        return 0
    text = repeated([path.read_text("utf-8") for path in logs])
    result: list[Imported] = []

    def ours() -> None:
        result[:] = [imported(text)]

    took = min(seconds(ours) for _ in range(2))
    count = len(result[0].entries)
    bare = min(seconds(lambda: construct(count)) for _ in range(2))
    print(result[0].closing)
    print(f"import {took:.2f} s, {took / LINES * 1e6:.0f} µs a line, for {count} entries")
    print(f"constructing, dumping and hashing as many: {bare:.2f} s; ratio {took / bare:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
