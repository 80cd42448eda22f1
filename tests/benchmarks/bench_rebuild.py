"""How long `plenary rebuild` takes: `python tests/benchmarks/bench_rebuild.py [SESSIONS ENTRIES]`.

Goals: within three times what reading and hashing the same bytes and FTS5's own insertion of the
same words take in the same run, and at most 300 MiB, all processes together. Of the rebuild the
seconds of all processors are printed as well. It prints and judges nothing.
"""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import blake2b
from pathlib import Path

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Delegation, Intervention, MeetingFact
from plenary_tui.store.chain import decode
from plenary_tui.store.finding import prepare
from plenary_tui.store.log import StationLog
from tests.benchmarks.bench_search import DELEGATIONS, WORDS

SESSIONS, ENTRIES = 1_000, 1_000
LOGS = "*/log/*.jsonl"


def main(sessions: int, entries: int) -> None:
    """Make an archive, and print what it takes to read it, to index its words, and to rebuild."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        texts = _archive(folder, sessions, entries)
        size = sum(log.stat().st_size for log in folder.glob(LOGS))
        hashed = _seconds(partial(_hash, folder))
        read = _seconds(partial(_read, folder))
        inserted = _inserted(folder / "plain.sqlite", texts)
        del texts
        done = subprocess.run(
            [sys.executable, "-c", _REBUILD, str(folder)],
            capture_output=True,
            text=True,
            check=True,
        )
        took, spent, memory = (float(one) for one in done.stdout.split())
        print(f"{sessions:,} sessions, {sessions * entries:,} entries, {size >> 20} MB of logs")
        print(f"reading the bytes and hashing the lines  {hashed:7.1f} s")
        print(f"reading and validating the entries       {read:7.1f} s")
        print(f"FTS5's own insertion of the words        {inserted:7.1f} s")
        print(f"rebuild                                  {took:7.1f} s, {spent:.1f} of processors")
        print(f"  of three times the validated reading and the insertion  "
              f"{took / 3 / (read + inserted):5.2f}")  # fmt: skip
        print(f"  of three times the hashed bytes and the insertion       "
              f"{took / 3 / (hashed + inserted):5.2f}")  # fmt: skip
        print(f"  memory {memory:.0f} MiB, with those that read for it")


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _hash(folder: Path) -> None:
    for log in sorted(folder.glob(LOGS)):
        for raw in log.read_bytes().split(b"\n"):
            blake2b(raw, digest_size=16).hexdigest()


def _read(folder: Path) -> None:
    for log in sorted(folder.glob(LOGS)):
        for raw in log.read_bytes().split(b"\n")[:-1]:
            decode(raw)


_REBUILD = """
import os, resource, sys, time
from multiprocessing import active_children
from pathlib import Path
from plenary_tui.store.rebuilding import rebuild
most = 0
def look(*_):
    global most
    most = max(most, len(active_children()))
began = time.perf_counter()
assert not rebuild(Path(sys.argv[1]), look)
took = time.perf_counter() - began
own = int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
# What a process began with counts as its own: of one that was forked, all that the other held.
readers = most * resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(took, sum(os.times()[:4]), (own + readers) / 1024)
"""


def _archive(folder: Path, sessions: int, entries: int) -> list[str]:
    chance = random.Random(2018)
    texts = []
    for number in range(sessions):
        begins = datetime(1990, 1, 1, 9, tzinfo=UTC) + timedelta(days=7 * number)
        setup = [MeetingFact(field="title", value=f"Session {number}")]
        made = [*setup, *(Delegation(code=code, names=(code,)) for code in DELEGATIONS)]
        spoken = []
        for _ in range(entries - len(made)):
            text = " ".join(chance.choices(WORDS, weights=range(len(WORDS), 0, -1), k=12))
            texts.append(text)
            spoken.append(Intervention(speaker=chance.choice(DELEGATIONS), text=text))
        target = folder / f"session-{number:04}"
        target.mkdir()
        with StationLog(target, "bench") as log:
            log.append_all([
                Entry(id="", at=begins + timedelta(seconds=10 * place), order="", what=what)
                for place, what in enumerate([*made, *spoken])
            ])  # fmt: skip
    return texts


def _inserted(path: Path, texts: list[str]) -> float:
    base = sqlite3.connect(path)
    prepare(base)
    began = time.perf_counter()
    with base:
        base.executemany(
            "INSERT INTO words (rowid, text, speaker, topic, marks) VALUES (?, ?, 'NV', '', 'n1')",
            enumerate(texts, 1),
        )
    took = time.perf_counter() - began
    base.close()
    path.unlink()
    return took


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]] or [SESSIONS, ENTRIES]
    main(*numbers)
