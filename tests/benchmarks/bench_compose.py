"""How long the documents of a long meeting take: `python -m tests.benchmarks.bench_compose`.

Each document is composed from 10,000 entries (goal: at most 0.3 s), the communiqué again after
one more entry (goal: at most 16 ms), against the folding of the same entries in the same run. It
prints and judges nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from statistics import median
from time import perf_counter

from plenary_tui.documents.communique import GrowingCommunique
from plenary_tui.documents.draft import Draft
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import OpenRecord, open_record
from tests.documents.meetings import plenary
from tests.record.rooms import Room

from .bench_open import best

COUNT = 10_000
KINDS = ("communique", "news", "summary", "journal", "decisions")


def meeting(count: int) -> Room:
    """Type a meeting of at least `count` entries of the usual kinds."""
    room = plenary()
    turn = 0
    while len(room.entries) < count:
        turn += 1
        room(f"NV: proposes that point {turn} be studied", f"OS: welcomes point {turn}", "+ KE",
             f"The secretariat took stock of point {turn}")  # fmt: skip
        if turn % 20 == 0:
            room(f"Draft decision NV: Point {turn} is kept", "+ OS", "Adopted:")
        if turn % 33 == 0:
            room(f"Proposal OS: Point {turn} waits", "Deferred: the next Plenary")
        if turn % 50 == 0:
            room(f"Item {turn // 50 + 10}: Points from {turn}")
    return room


def main(count: int) -> None:
    """Print how long each document takes, in milliseconds and against the fold."""
    room = meeting(count)
    entries, now = list(room.entries), room.now
    record = open_record(room.record)
    folded = best(lambda: Record(entries))
    print(f"{len(entries)} entries, the best of several runs")
    print(f"{'folded':<14}{folded * 1e3:8.1f} ms   1.00")
    for kind in KINDS:
        compose: Callable[..., Draft] = getattr(
            import_module(f"plenary_tui.documents.{kind}"), kind
        )
        taken = best(lambda compose=compose: compose(record, now))  # type: ignore[misc]
        print(f"{kind:<14}{taken * 1e3:8.1f} ms   {taken / folded:4.2f}")
    for what, line in (("a speech", "NV: returns to it"), ("a proposal", "Proposal NV: a matter")):
        again = one_more(room, line)
        print(f"after {what:<10}{again * 1e3:6.1f} ms   {again / folded:4.2f}")


def one_more(room: Room, line: str) -> float:
    """Return the median time in seconds of composing the communiqué after one more entry."""
    shown, growing = OpenRecord(), GrowingCommunique()
    growing.workshop(shown.update(room.record), room.now)
    taken = []
    for _ in range(9):
        room(line)
        began = perf_counter()
        growing.workshop(shown.update(room.record), room.now)
        taken.append(perf_counter() - began)
    return median(taken)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
