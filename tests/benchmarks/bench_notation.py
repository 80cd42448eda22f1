"""What reading and writing a line costs: `python -m tests.benchmarks.bench_notation`.

Prints microseconds a line, and how many times the cost of making the command alone that is.
"""

from __future__ import annotations

import timeit
from collections.abc import Callable

from plenary_tui.record.kinds import Intervention
from plenary_tui.record.notation import parse, spell
from tests.record.notation.meeting import LIVE, TYPED

SPEECH = "We support the proposal of the working group, and would like to see more on sampling."
LINES = {
    "speech": f"NV: {SPEECH}",
    "speech, timed": f"10:31 NV: {SPEECH}",
    "speech, not ASCII": f"NV : « {SPEECH} » – Côte",
    "speech, person and group": f"NV (Ms Lee) for Friends: {SPEECH}",
    "unlisted speaker": f"manu: {SPEECH}",
    "more": f"... {SPEECH}",
    "prose": SPEECH,
    "prose with a colon": f"The Chair said to all who were there: {SPEECH}",
    "stance": "+ NV OS",
    "adoption": f"Adopted P3: {SPEECH}",
    "written procedure": "Silence P3: until 2018-11-30 18:00 CET",
}
ROUNDS = 20_000


def microseconds(call: Callable[[], object]) -> float:
    """Return the best of three runs, per call."""
    return min(timeit.repeat(call, number=ROUNDS, repeat=3)) / ROUNDS * 1e6


def main() -> None:
    """Print the table."""
    made = microseconds(lambda: Intervention(speaker="NV", text=SPEECH))
    print(f"{'making an intervention':28}{made:8.1f} µs")
    for name, line in LINES.items():
        cost = microseconds(lambda line=line: parse(line, LIVE))  # type: ignore[misc]
        print(f"{'reading ' + name:36}{cost:8.1f} µs {cost / made:6.1f} ×")
    command = parse(LINES["speech"], TYPED).command
    assert command is not None
    cost = microseconds(lambda: spell(command, TYPED))
    print(f"{'writing speech':36}{cost:8.1f} µs {cost / made:6.1f} ×")


if __name__ == "__main__":
    main()
