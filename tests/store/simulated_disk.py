"""A disk in memory that fails on demand, and tells what a power cut may leave of it.

What is written is *dirty* until a sync makes it *durable*; a failed sync makes it *lost*: readable
until the power goes, and never written by a later sync (as on Linux, where the failed pages are
marked clean). Names count only after a sync of their folder.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise, product
from pathlib import Path

SECTOR = 512


class PowerCut(BaseException):
    """The power goes; no `except OSError` or `except Exception` survives it."""


@dataclass(frozen=True)
class Fault:
    """An operation that fails: `take` bytes of a write are taken before it does.

    `lasting`: how many operations in a row fail, before the disk recovers.
    """

    at: int
    code: int
    take: int = 0
    lasting: int = 1


@dataclass
class Chunk:
    """Bytes written at once, and what became of them."""

    data: bytes
    state: str = "dirty"


@dataclass
class SimulatedContent:
    """What a file holds."""

    chunks: list[Chunk] = field(default_factory=list)

    def now(self) -> bytes:
        """What a program reads."""
        return b"".join(chunk.data for chunk in self.chunks)

    def left(self, stride: int) -> list[bytes]:
        """What a power cut may leave: first all of it, then none of what is not durable.

        The rest is torn at every `stride`th byte; with 1, sectors take every combination too.
        """
        sure = [chunk.state == "durable" for chunk in self.chunks]
        whole = self.now()
        if all(sure):
            return [whole]
        end = max((i + 1 for i, durable in enumerate(sure) if durable), default=0)
        base = self.chunks[:end]
        variants = [
            b"".join(c.data if c.state == "durable" else spoil(c.data) for c in base)
            for spoil in (bytes, lambda data: b"\0" * len(data), lambda data: b"x" * len(data))
        ]
        if all(sure[:end]):
            variants = variants[:1]
        certain = len(variants[0])
        torn = range(certain, len(whole), stride)
        near = {certain, certain + 1, len(whole) - 1}
        found = [whole, variants[-1]]
        for start in variants:
            found += [start + whole[certain:cut] for cut in sorted({*torn, *near})]
            found += _sectors(start, whole, stride)
        return list(dict.fromkeys(found))


def _sectors(start: bytes, whole: bytes, stride: int) -> Iterator[bytes]:
    """Each sector behind the sure part kept, zeroed, or filled with something else."""
    first = -(-len(start) // SECTOR) * SECTOR
    edges = [*range(first, len(whole), SECTOR), len(whole)]
    shared = start + whole[len(start) : first]
    sectors = [whole[a:b] for a, b in pairwise(edges)]
    choices = product(("kept", "zeroed", "random"), repeat=len(sectors))
    for number, choice in enumerate(choices):
        if number and (number % stride == 0 or choice.count("kept") == len(sectors) - 1):
            yield shared + b"".join(map(_spoilt, sectors, choice))


def _spoilt(sector: bytes, how: str) -> bytes:
    # Letters are the worst garbage: inside a long text they leave perfect JSON.
    return {"kept": sector, "zeroed": b"\0" * len(sector), "random": b"x" * len(sector)}[how]


class SimulatedFile:
    """An open file."""

    def __init__(self, disk: SimulatedDisk, path: Path, content: SimulatedContent) -> None:
        self._disk = disk
        self._path = path
        self._content = content

    def write(self, data: bytes | memoryview) -> int:
        """Append; a fault may take a part first, and say so as a short write."""
        fault = self._disk.operate("write", self._path)
        taken = bytes(data) if fault is None else bytes(data)[: fault.take]
        if taken:
            self._content.chunks.append(Chunk(taken))
        self._disk.cut_now()
        if fault is not None and not taken:
            raise OSError(fault.code, os.strerror(fault.code))
        return len(taken)

    def sync(self) -> None:
        """Make dirty bytes durable; a failure loses them."""
        fault = self._disk.operate("sync", self._path)
        self._disk.cut_now()
        for chunk in self._content.chunks:
            if chunk.state == "dirty":
                chunk.state = "durable" if fault is None else "lost"
        if fault is not None:
            raise OSError(fault.code, os.strerror(fault.code))

    def lock(self) -> bool:
        """Take the lock of the file."""
        if self._path in self._disk.locks:
            return False
        self._disk.locks[self._path] = self
        return True

    def close(self) -> None:
        """Let go of the lock, if this is the one that holds it."""
        if self._disk.locks.get(self._path) is self:
            del self._disk.locks[self._path]


class SimulatedDisk:
    """The disk. `cut_at` and the faults count the operations that change something."""

    def __init__(self, *, fault: Fault | None = None, cut_at: int = 0) -> None:
        self.fault = fault
        self.cut_at = cut_at
        self.count = 0
        self.log: list[str] = []
        self.files: dict[Path, SimulatedContent] = {}
        self.kept_files: dict[Path, SimulatedContent] = {}
        self.folders: set[Path] = {Path("/sessions")}
        self.kept_folders: set[Path] = {Path("/sessions")}
        self.locks: dict[Path, SimulatedFile] = {}

    def operate(self, what: str, path: Path) -> Fault | None:
        """Count an operation, and return the fault that strikes it."""
        self.count += 1
        self.log.append(f"{what} {path}")
        fault = self.fault
        if fault is None or not fault.at <= self.count < fault.at + fault.lasting:
            return None
        return fault if self.count == fault.at else replace(fault, take=0)

    def cut_now(self) -> None:
        """Cut the power if this operation is the one."""
        if self.cut_at and self.count >= self.cut_at:
            raise PowerCut

    def _change(self, what: str, path: Path) -> None:
        fault = self.operate(what, path)
        if fault is not None:
            raise OSError(fault.code, os.strerror(fault.code))

    def open_append(self, path: Path) -> SimulatedFile:
        """Open, or make and open."""
        if path not in self.files:
            if path.parent not in self.folders:
                raise FileNotFoundError(errno.ENOENT, str(path))
            self._change("make", path)
            self.files[path] = SimulatedContent()
            self.cut_now()
        return SimulatedFile(self, path, self.files[path])

    def create(self, path: Path) -> SimulatedFile:
        """Open, empty."""
        self.files.pop(path, None)
        return self.open_append(path)

    def read(self, path: Path, start: int = 0) -> bytes:
        """Read."""
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, str(path))
        return self.files[path].now()[start:]

    def size(self, path: Path) -> int:
        """Return the length in bytes."""
        return len(self.read(path))

    def exists(self, path: Path) -> bool:
        """Whether there is such a file or folder."""
        return path in self.files or path in self.folders

    def names(self, folder: Path) -> list[str]:
        """List a folder."""
        return sorted(path.name for path in self.files if path.parent == folder)

    def make_folder(self, folder: Path) -> None:
        """Make a folder and what lies above it, durably."""
        if folder in self.folders or folder == folder.parent:
            return
        self.make_folder(folder.parent)
        self._change("folder", folder)
        self.folders.add(folder)
        self.cut_now()
        self.sync_folder(folder.parent)

    def replace(self, source: Path, target: Path) -> None:
        """Rename."""
        self._change("rename", target)
        self.files[target] = self.files.pop(source)
        self.cut_now()

    def remove(self, path: Path) -> None:
        """Remove."""
        self._change("remove", path)
        self.files.pop(path, None)
        self.cut_now()

    def sync_folder(self, folder: Path) -> None:
        """Make names durable."""
        fault = self.operate("sync folder", folder)
        self.cut_now()
        if fault is not None:
            raise OSError(fault.code, os.strerror(fault.code))
        self.kept_folders |= {path for path in self.folders if path.parent == folder}
        for path in {*self.files, *self.kept_files}:
            if path.parent == folder:
                if path in self.files:
                    self.kept_files[path] = self.files[path]
                else:
                    del self.kept_files[path]

    def forget(self, path: Path) -> None:
        """Show what the medium holds: nothing of what a failed sync lost."""
        for chunk in self.files[path].chunks:
            if chunk.state == "lost":
                chunk.data = b"\0" * len(chunk.data)

    def killed(self) -> SimulatedDisk:
        """What the next program finds after `kill -9`: everything, and no lock."""
        self.locks = {}
        self.fault, self.cut_at = None, 0
        return self

    def after_cut(self, stride: int = 1000) -> Iterator[SimulatedDisk]:
        """Every disk that a power cut may leave now."""
        for files in (self.kept_files, self.files):
            if files is self.files and files == self.kept_files:
                continue
            left = {path: content.left(stride) for path, content in files.items()}
            seen = set()
            for path, variants in left.items():
                for variant in variants:
                    for others in (0, 1):
                        state = {p: v[min(others, len(v) - 1)] for p, v in left.items()}
                        state[path] = variant
                        key = tuple(state.values())
                        if key not in seen:
                            seen.add(key)
                            yield self._with(state, kept=files is self.kept_files)
            if not left:
                yield self._with({}, kept=files is self.kept_files)

    def _with(self, state: dict[Path, bytes], *, kept: bool) -> SimulatedDisk:
        disk = SimulatedDisk()
        disk.folders = set(self.kept_folders if kept else self.folders)
        disk.kept_folders = set(disk.folders)
        for path, data in state.items():
            if path.parent in disk.folders:
                disk.files[path] = SimulatedContent([Chunk(data, "durable")])
        disk.kept_files = dict(disk.files)
        return disk
