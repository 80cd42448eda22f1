"""How fast the archive is searched: `python tests/benchmarks/bench_search.py`.

Queries over 100,000 statements (goal: at most 10 ms each), against a scan of the same texts in
one run. It prints and judges nothing.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Intervention
from plenary_tui.store.log import StationLog
from plenary_tui.store.search import Index

COUNT = 100_000
SESSIONS = 20
ROUNDS = 30
DELEGATIONS = ("NV", "OS", "TR", "KE", "GDA")
WORDS = [f"{stem}{end}" for stem in (
    "diamant", "reserv", "communiq", "alluv", "certif", "transf", "monitor", "particip",
    "observ", "compli", "statist", "smelt", "quarr", "brok", "export", "import",
) for end in ("", "s", "ed", "ing", "ation", "al", "ive", "or", "ure", "ity")]  # fmt: skip


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
        for number in range(SESSIONS):
            spoken = []
            for place_ in range(count // SESSIONS):
                common = chance.choices(WORDS, weights=range(len(WORDS), 0, -1), k=12)
                text = " ".join([*common, f"rare{number}x{place_}" if place_ % 500 == 0 else "yes"])
                texts.append(text)
                what = Intervention(speaker=chance.choice(DELEGATIONS), text=text)
                spoken.append(Entry(id="", at=datetime.now(UTC), order="", what=what))
            folder = sessions / f"session-{number}"
            folder.mkdir()
            with StationLog(folder, "bench") as log:
                log.append_all(spoken)
        index = Index(sessions)
        began = time.perf_counter()
        index.rebuild()
        built = time.perf_counter() - began
        scan = median(lambda: [text for text in texts if "monitoring" in text and "quarr" in text])
        print(f"{count} statements in {SESSIONS} sessions, indexed in {built:.1f} s")
        print(f"{'a scan of the texts in memory':<38}{scan * 1e3:7.2f} ms   1.00")
        for name, query, filters in (
            ("a rare word", "rare3x500", {}),
            ("two words", "monitoring quarring", {}),
            ("a common word", "diamant", {}),
            ("a phrase", '"diamant reserv"', {}),
            ("a beginning", "smelt*", {}),
            ("two words of one delegation", "monitoring quarring", {"delegation": "NV"}),
            ("a common word in one session", "diamant", {"session": "session-3"}),
        ):
            taken = median(lambda: index.search(query, **filters))  # type: ignore[arg-type]  # noqa: B023
            print(f"{name:<38}{taken * 1e3:7.2f} ms   {taken / scan:4.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)
