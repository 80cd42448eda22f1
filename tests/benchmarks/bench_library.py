"""How fast the library opens: `python -m tests.benchmarks.bench_library [SESSIONS]`.

To the first frame with its sessions, against a bare Textual app in the same run, the runs
interleaved and the minima compared (goal: at most 1.5 times with 2,000 sessions); and until the
catalogue is read and shown. It prints and judges nothing.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Action, Delegation, Intervention, Kind, MeetingFact
from plenary_tui.store.library import Library
from plenary_tui.store.log import StationLog
from tests.benchmarks.screens import Screen, bare, environment

SESSIONS = 2_000
ROUNDS = 7


def main(sessions: int) -> None:
    """Make sessions and their catalogue, and print what a bare app and the library take."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "sessions"
        for number in range(sessions):
            with StationLog(folder / f"session-{number:04}", "bench") as log:
                log.append_all(list(_entries(number)))
        Library(folder).rebuild()
        size = (folder / "library.json").stat().st_size
        env = {**environment(Path(place)), "PLENARY_SESSIONS": str(folder)}
        plain, first, whole = [], [], []
        for _ in range(ROUNDS):
            one = bare(env)
            plain.append(one.until(b"bare-app-ready")[0] - one.began)
            one.end()
            one = Screen([sys.executable, "-m", "plenary_tui"], env)
            painted = one.until(b"session-", b"leave")[0]
            first.append(painted - one.began)
            whole.append(one.until(b"prepared")[0] - painted)
            one.end()
        yard, ours = min(plain), min(first)
        print(f"{sessions:,} sessions, a catalogue of {size >> 10:,} KiB, the best of {ROUNDS}")
        print(
            f"first frame: {ours * 1e3:.0f} ms, bare app {yard * 1e3:.0f} ms: "
            f"{ours / yard:.2f} x (goal 1.5)"
        )
        print(f"what the catalogue says of each, after it: {min(whole) * 1e3:.0f} ms")


def _entries(number: int) -> Iterator[Entry]:
    """Yield a small session: a roster, a few interventions, a follow-up."""
    begins = datetime(1990, 1, 1, 9, tzinfo=UTC) + timedelta(days=7 * number)
    made: list[Kind] = [
        MeetingFact(field="title", value=f"Session {number}"),
        MeetingFact(field="dates", value=begins.date().isoformat()),
        *(Delegation(code=f"D{place}", names=(f"Land {place}",)) for place in range(20)),
        *(Intervention(speaker=f"D{place}", text="says so") for place in range(10)),
        Action(owner="D1", text="a report", due=begins.date()),
    ]
    for place, what in enumerate(made):
        yield Entry(id="", at=begins + timedelta(seconds=10 * place), order="", what=what)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SESSIONS)
