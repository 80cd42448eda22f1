"""How fast two copies are compared: `python tests/benchmarks/bench_compare.py`.

Two copies of 10,000 entries that went on apart at two stations, against opening the two (goal: a
few seconds), and what the list of the screen takes where all that is alike is open. It prints and
judges nothing.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from plenary_tui.documents.side_by_side.copies import copies
from plenary_tui.store.log import StationLog
from plenary_tui.store.pairing import open_copy, pairs
from plenary_tui.ui.comparing.looking import Looking
from plenary_tui.ui.comparing.rows import height
from tests.benchmarks.bench_open import best, entries

COUNT, APART = 10_000, 200
WIDTH = 79


def write(folder: Path, station: str, count: int) -> None:
    """Write so many entries as a station does; stances point at those of the first station."""
    folder.mkdir(exist_ok=True)
    with StationLog(folder, station) as log:
        log.append_all(list(entries(count)))


def main() -> None:
    """Make two copies and print what comparing them takes."""
    with tempfile.TemporaryDirectory() as place:
        one, two = Path(place) / "one", Path(place) / "two"
        write(one, "bench", COUNT)
        shutil.copytree(one, two)
        write(one, "antwerp", APART)
        write(two, "brussels", APART)
        opened = best(lambda: (open_copy(one), open_copy(two)))
        sides = open_copy(one), open_copy(two)
        print(f"opening both           {opened:6.2f} s")
        print(f"pairing their entries  {best(lambda: pairs(*sides)):6.2f} s")
        print(f"comparing, all of it   {best(lambda: copies(one, two)):6.2f} s")
        looking = Looking(copies(one, two))
        looking.toggle_all()
        began = time.perf_counter()
        lines = sum(height(row, WIDTH) for row in looking.rows())
        print(f"{lines:,} lines measured {time.perf_counter() - began:8.3f} s")


if __name__ == "__main__":
    main()
