"""The contract of a log, and the sweep that holds it against everything a disk may do.

Every acknowledged entry is there once and in order; nothing is invented; the words of what is
sealed are there before the line that seals them; no byte that was in a file ever changes; every
scar is told with its place; and appending works afterwards.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from plenary_tui.errors import LogBusy, NotDurable
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Intervention, Private, Proposal

from .simulated_disk import Fault, PowerCut, SimulatedDisk

SESSION = Path("/sessions/s")
BEGAN = datetime(2018, 6, 19, 10, 31, tzinfo=UTC)


class Store(NamedTuple):
    """The modules under test: the shipped ones, or a mutant's."""

    log: ModuleType
    reading: ModuleType
    clock: ModuleType


class BrokenContractError(AssertionError):
    """The log did what it must not."""


class Run:
    """One run of a program against a disk, remembering what it was promised."""

    def __init__(self, store: Store, disk: SimulatedDisk) -> None:
        self.store = store
        self.disk = disk
        self.acknowledged: list[str] = []
        self.attempted: set[str] = set()
        self.half_batch = False
        """Whether a batch was refused or cut: of it, a power cut may leave any lines."""

    def open(self, disk: SimulatedDisk) -> Any:
        """Open the station's log with a clock and salts that repeat from run to run."""
        ticks = iter(range(10_000))
        salts = iter(range(10_000))
        clock = self.store.clock.Clock(lambda: BEGAN + timedelta(seconds=next(ticks)))
        return self.store.log.StationLog(
            SESSION, "antwerp", disk=disk, clock=clock, salt=lambda: f"{next(salts):032x}"
        )

    def record(self, log: Any, batch: Sequence[Entry], retries: int) -> None:
        """Append, and enter again what was refused, as a rapporteur would."""
        self.attempted |= {words(entry) for entry in batch}
        half, self.half_batch = self.half_batch, self.half_batch or len(batch) > 1
        for _ in range(retries + 1):
            try:
                lines = log.append_all(batch)
            except NotDurable:
                continue
            if [words(line.entry) for line in lines] != [words(entry) for entry in batch]:
                raise BrokenContractError("acknowledged something else")
            self.acknowledged += [words(entry) for entry in batch]
            self.half_batch = half
            return

    def work(self, batches: Sequence[Sequence[Entry]], retries: int = 3) -> None:
        """Open the log, again where that fails, and record the batches."""
        for _ in range(retries + 1):
            try:
                log = self.open(self.disk)
                break
            except NotDurable:
                continue
        else:
            return
        for batch in batches:
            self.record(log, batch, retries)
        log.close()


def words(entry: Entry) -> str:
    """Return what tells one entry from another."""
    return str(getattr(entry.what, "text", entry.what))


def entry(text: str, marking: str = "open") -> Entry:
    """Make an entry for the workload; a long text fills whole sectors."""
    what = Private(text=text) if marking == "private" else Intervention(speaker="NV", text=text)
    return Entry(id="", at=BEGAN, order="", marking=marking, by="R", item="4.2", what=what)


def workload() -> list[list[Entry]]:
    """A short session: lines of all sizes, sealed ones, and a batch as an import makes it."""
    proposal = Proposal(text="the draft decision, as before")
    return [
        [entry("first")],
        [entry("a private thought", "private")],
        [entry("at length " + "and on " * 260)],
        [Entry(id="", at=BEGAN, order="", what=proposal), entry("two"), entry("é \u2028 three")],
        [entry("behind closed doors", "in_camera"), entry("last but one")],
        [entry("last")],
    ]


def check(run: Run, disk: SimulatedDisk) -> None:
    """Hold the contract against what is on a disk, then append, and hold it again."""
    _hold(run, disk, run.acknowledged)
    log = run.open(disk)
    before = _logs(disk)
    try:
        run.open(disk)
    except LogBusy:
        pass
    else:
        raise BrokenContractError("two programs write one log")
    log.append_all([entry("afterwards")])
    log.close()
    for path, data in before.items():
        if not _logs(disk).get(path, b"").startswith(data):
            raise BrokenContractError(f"{path.name} was rewritten")
    run.attempted.add("afterwards")
    _hold(run, disk, [*run.acknowledged, "afterwards"])
    for later in disk.after_cut():
        _hold(run, later, [*run.acknowledged, "afterwards"])


def _logs(disk: SimulatedDisk) -> dict[Path, bytes]:
    return {path: disk.read(path) for path in disk.files if path.suffix == ".jsonl"}


def _hold(run: Run, disk: SimulatedDisk, acknowledged: Sequence[str]) -> None:
    reader = run.store.reading.LogReader(disk, SESSION, "antwerp")
    batch = reader.poll()
    found = [words(line.entry) for line in batch.lines]
    if len(set(found)) != len(found):
        raise BrokenContractError(f"recorded twice: {found}")
    if invented := set(found) - run.attempted:
        raise BrokenContractError(f"invented: {invented}")
    if [text for text in found if text in set(acknowledged)] != list(acknowledged):
        raise BrokenContractError(f"acknowledged {acknowledged}, found {found}")
    numbers = [line.entry.number for line in batch.lines]
    if numbers != sorted(numbers) or (
        not run.half_batch and numbers != list(range(1, len(found) + 1))
    ):
        raise BrokenContractError("the running numbers have holes")
    if orders_of(batch.lines) != sorted(set(orders_of(batch.lines))):
        raise BrokenContractError("the clock went back")
    if any(line.sealed and not line.joined for line in batch.lines):
        raise BrokenContractError("a line is sealed whose words are not there")
    harmless = ("scar", "damaged", "break") if run.half_batch else ("scar", "damaged")
    if wrong := [damage for damage in batch.damages if damage.kind not in harmless]:
        raise BrokenContractError(f"the chain is broken: {wrong}")
    told = {(damage.file, damage.offset) for damage in batch.damages if damage.kind != "break"}
    if reader.tail is not None:
        told.add((reader.tail.file, reader.tail.offset))
    if told != set(_scars(disk, {line.raw for line in batch.lines})):
        raise BrokenContractError("the scars are not told with their places")


def orders_of(lines: Sequence[Any]) -> list[str]:
    """Return the clock's positions."""
    return [line.entry.order for line in lines]


def _scars(disk: SimulatedDisk, lines: set[bytes]) -> Iterator[tuple[str, int]]:
    for path, data in _logs(disk).items():
        if path.parent.name != "log":
            continue
        offset = 0
        for piece in data.split(b"\n"):
            if piece and piece not in lines:
                yield path.name, offset
            offset += len(piece) + 1


def count_operations(store: Store) -> list[str]:
    """Return the operations of a run without faults."""
    disk = SimulatedDisk()
    Run(store, disk).work(workload())
    return disk.log


def cuts(store: Store, stride: int) -> int:
    """Cut the power at every operation, tearing lines at every `stride`th byte.

    Returns how many states were looked at, as the other sweeps do; 1 looks everywhere.
    """
    states = 0
    for at in range(1, len(count_operations(store)) + 1):
        run = Run(store, SimulatedDisk(cut_at=at))
        with suppress(PowerCut):
            run.work(workload())
        for disk in run.disk.after_cut(stride):
            check(run, disk)
            states += 1
    return states


def faults(operations: Sequence[str], *, thorough: bool) -> Iterator[Fault]:
    """Every way in which every operation may fail, for a moment and for a while."""
    spans = (1, 2, 3, 7) if thorough else (1, 4)
    for at, operation in enumerate(operations, 1):
        if "typing" in operation:
            continue
        codes = [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO]
        if operation.startswith("sync"):
            codes = [errno.EIO]
        for lasting in spans:
            for code in codes if thorough else codes[:1]:
                yield Fault(at, code, 0, lasting)
            if operation.startswith("write"):
                takes = range(1, 420, 7) if thorough else (1, 200, 380, 100_000)
                for take in takes:
                    yield Fault(at, errno.ENOSPC, take, lasting)


def failures(store: Store, stride: int) -> int:
    """Let every operation fail, with and without entering the line again; then cut the power."""
    states = 0
    for fault in faults(count_operations(store), thorough=stride == 1):
        for retries in (3, 0):
            run = Run(store, SimulatedDisk(fault=fault))
            run.work(workload(), retries)
            run.disk.fault = None
            for disk in run.disk.after_cut():
                check(run, disk)
                states += 1
            check(run, run.disk.killed())
    return states


def failures_then_cuts(store: Store, stride: int) -> int:
    """Let an operation fail, and cut the power a few operations later."""
    states = 0
    step = 1 if stride == 1 else 5
    for fault in list(faults(count_operations(store), thorough=False))[::step]:
        for later in range(1, 9, 1 if stride == 1 else 3):
            run = Run(store, SimulatedDisk(fault=fault, cut_at=fault.at + later))
            with suppress(PowerCut):
                run.work(workload())
            for disk in run.disk.after_cut():
                check(run, disk)
                states += 1
    return states
