"""How fast the archive is searched: `python tests/benchmarks/bench_search.py`.

Queries over 100,000 statements (goal: at most 10 ms each; `bench_search.py 1000000`: 50 ms), as
they are while they are typed, against a scan of the same texts in one run. It prints and judges
nothing.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Delegation, Intervention
from plenary_tui.store.asking import asked
from plenary_tui.store.search import FILE, Index
from plenary_tui.store.statements import findable

COUNT = 100_000
SESSIONS = 20
ROUNDS = 30
DELEGATIONS = ("NV", "OS", "TR", "KE", "GDA")
WORDS = [f"{stem}{end}" for stem in (
    "diamant", "reserv", "communiq", "alluv", "certif", "transf", "monitor", "particip",
    "observ", "compli", "statist", "smelt", "quarr", "brok", "export", "import",
) for end in ("", "s", "ed", "ing", "ation", "al", "ive", "or", "ure", "ity")]  # fmt: skip

QUERIES = (
    "rare3x500", "diamant", "diam", "di", "monitoring quarring", '"diamant reserv"', "smelt*",
    "monitoring quarring delegation:NV", "diamant delegation:NV since:2004 until:2009",
    "diamant session:session-3", "diamant reserv session:session-3", "delegation:NV",
    "importity participity brokity delegation:KE", "nothing",
)  # fmt: skip


def median(work: Callable[[], object]) -> float:
    """Return the median seconds of several runs."""
    found = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return statistics.median(found)


def main(count: int) -> None:
    """Make an archive of `count` statements and print what queries take."""
    chance = random.Random(2018)
    texts: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        sessions = Path(place)
        index = Index(sessions)
        began = time.perf_counter()
        spent = 0.0
        with index.made_anew():
            for number in range(SESSIONS):
                start = time.perf_counter()
                record = _record(chance, number, count // SESSIONS, texts)
                spent += time.perf_counter() - start
                index.take_found(f"session-{number}", findable(record), "")
        built = time.perf_counter() - began - spent
        scan = median(lambda: [text for text in texts if "monitoring" in text and "quarr" in text])
        size = (sessions / FILE).stat().st_size >> 20
        print(f"{count:,} statements in {SESSIONS} sessions, indexed in {built:.1f} s, {size} MB")
        print(f"{'a scan of the texts in memory':<44}{scan * 1e3:7.2f} ms   1.00")
        for typed in QUERIES:
            wanted = asked(typed)
            taken = median(lambda: index.look(wanted, live=True))  # noqa: B023
            print(f"{typed:<44}{taken * 1e3:7.2f} ms   {taken / scan:4.2f}")
        wanted = asked("monitoring quarring delegation:NV")
        taken = median(lambda: index.positions(wanted))
        print(
            f"{'all positions of NV on two words':<44}{taken * 1e3:7.2f} ms   {taken / scan:4.2f}"
        )


def _record(chance: random.Random, number: int, count: int, texts: list[str]) -> Record:
    """Return a session in which so many interventions were made, one every ten seconds."""
    begins = datetime(2001 + number, 11, 9, 9, tzinfo=UTC)
    spoken = []
    for place in range(count):
        common = chance.choices(WORDS, weights=range(len(WORDS), 0, -1), k=12)
        text = " ".join([*common, f"rare{number}x{place}" if place % 500 == 0 else "yes"])
        texts.append(text)
        what = Intervention(speaker=chance.choice(DELEGATIONS), text=text)
        at = begins + timedelta(seconds=10 * place)
        spoken.append(Entry(id=f"hall-{place + 1}", at=at, order=f"{place:013d}.0000", what=what))
    setup = [
        Entry(id=f"desk-{place}", at=begins, order="", what=Delegation(code=code, names=(code,)))
        for place, code in enumerate(DELEGATIONS, 1)
    ]
    return Record([*setup, *spoken])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
