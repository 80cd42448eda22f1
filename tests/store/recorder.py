"""A small program that records: says `ok ID` once a line is durable. Tests kill it."""

from __future__ import annotations

import sys
from pathlib import Path

from plenary_tui.store.log import StationLog
from tests.store.sweep import entry


def main(session: str, run: str) -> None:
    """Record lines as fast as the disk takes them."""
    with StationLog(Path(session), "antwerp") as log:
        number = 0
        while True:
            number += 1
            marking = "private" if number % 5 == 0 else "open"
            line = log.append(entry(f"{run}/{number} " + "x" * (number % 700), marking))
            print(f"ok {line.entry.id} {run}/{number}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
