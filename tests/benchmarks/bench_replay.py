"""How fast a replay is: `python tests/benchmarks/bench_replay.py`.

Seeking and stepping in 100,000 entries, with corrections near and far, against folding the same
entries anew; and the frames that the screen draws while it plays at ×1000, 50 and 1,000 entries a
second going by. It prints each beside its goal and judges nothing.
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Correction
from plenary_tui.record.replaying import Replaying
from plenary_tui.settings import Settings
from plenary_tui.store.log import StationLog
from plenary_tui.ui.replay.app import ReplayApp
from plenary_tui.ui.replay.player import Player
from plenary_tui.ui.screens.replay import ReplayScreen
from tests.benchmarks.bench_open import entries

COUNT = 100_000
SEEKS = 200
STEPS = 2_000
SECONDS = 8.0
SPEED = 1_000.0
BEGIN = datetime(2027, 11, 9, 9, tzinfo=UTC)


def spaced(count: int, apart: float, corrected: int = 0) -> Iterator[Entry]:
    """Make entries so many seconds apart; every so often one corrects one before it."""
    for number, entry in enumerate(entries(count), 1):
        at = BEGIN + timedelta(seconds=number * apart)
        change = {"id": f"bench-{number}", "order": f"{number:013d}.0000", "at": at}
        if corrected and number % corrected == 0:
            target = f"bench-{number - 7 if number % (50 * corrected) else number // 2 + 1}"
            change["what"] = Correction(target=target, old="proposes", new="asks")
        yield entry.model_copy(update=change).slim()


def timed(work: list[int], replaying: Replaying) -> str:
    """Go to positions in turn; return how long that took."""
    took = []
    for position in work:
        began = time.perf_counter()
        replaying.record_at(position)
        took.append((time.perf_counter() - began) * 1e3)
    cuts = statistics.quantiles(took, n=100)
    return f"median {cuts[49]:.2f} ms, p99 {cuts[98]:.2f} ms, at most {max(took):.2f} ms"


def seeking() -> Iterator[str]:
    """Seek and step in a long record."""
    kept = list(spaced(COUNT, 20.0, corrected=40))
    began = time.perf_counter()
    record = Record(kept)
    yield f"folding {COUNT:,} entries: {(time.perf_counter() - began) * 1e3:.0f} ms"
    began = time.perf_counter()
    replaying = Replaying(record)
    yield f"made ready to be replayed: {(time.perf_counter() - began) * 1e3:.0f} ms"
    began = time.perf_counter()
    folds = len(list(replaying.prepare()))
    took = (time.perf_counter() - began) * 1e3
    yield f"prepared for {folds} corrections of long before: {took:.0f} ms"
    chance = random.Random(6)
    anywhere = [chance.randrange(COUNT) for _ in range(SEEKS)]
    yield f"seeking anywhere: {timed(anywhere, replaying)} (goal 100)"
    middle = COUNT // 2
    on = list(range(middle, middle + STEPS))
    yield f"an entry on: {timed(on, replaying)} (goal 5)"
    yield f"an entry back: {timed(on[::-1], replaying)} (goal 5)"
    player = Player(record)
    player.prepare(lambda: False)
    shown = []
    for position in anywhere:
        began = time.perf_counter()
        player.go_to(position)
        player.rows()
        player.view()
        shown.append((time.perf_counter() - began) * 1e3)
    yield (
        f"seeking anywhere, with what is shown: median {statistics.median(shown):.1f} ms, at most "
        f"{max(shown):.1f} ms (goal 100)"
    )


async def playing(folder: Path, name: str, apart: float) -> str:
    """Play a session on a screen; return how many frames came, and how far apart."""
    session = folder / name
    with StationLog(session, "bench") as log:
        kept = spaced(20_000, apart)
        log.append_all([one.model_copy(update={"when": one.at}) for one in kept])
    app = ReplayApp(Settings(sessions=str(folder)), session, None, SPEED)
    frames: list[float] = []
    busy: list[float] = []
    async with app.run_test(size=(120, 40)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        while screen.player is None:
            await pilot.pause(0.05)
        tick = screen.tick

        def measured() -> None:
            began = time.perf_counter()
            tick()
            frames.append(began)
            busy.append(time.perf_counter() - began)

        screen.tick = measured  # type: ignore[method-assign]
        screen.set_interval(1 / 30, screen.tick)
        screen._ticking.stop()
        before = screen.player.position
        await asyncio.sleep(SECONDS)
        gone = screen.player.position - before
        counted, works = list(frames), list(busy)
    apart_by = [(b - a) * 1e3 for a, b in pairwise(counted)]
    cuts = statistics.quantiles(apart_by, n=100)
    return (
        f"×1000, {gone / SECONDS:.0f} entries a second: {len(counted) / SECONDS:.1f} frames a "
        f"second (goal 30), p50 {cuts[49]:.0f} and p95 {cuts[94]:.0f} ms apart, a frame's own work "
        f"{statistics.median(works) * 1e3:.1f} ms"
    )


def main() -> None:
    """Print how fast a replay is."""
    gc.disable()
    for line in seeking():
        print(line, flush=True)
    gc.collect()
    gc.enable()
    with tempfile.TemporaryDirectory() as name:
        for session, apart in (("sparse", 20.0), ("dense", 1.0)):
            print(asyncio.run(playing(Path(name), session, apart)), flush=True)


if __name__ == "__main__":
    main()
