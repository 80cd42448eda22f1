"""A copy of a session that is read on as it grows, and to which another copy's lines are added.

Lines are known by their hashes: a copy gets those that it lacks, whole, each behind the line that
it follows. A line that cannot follow there, because another one stands in its place, begins a
branch under a name of its own. Nothing that stands in a copy is ever changed.
"""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .atomic import write_whole
from .chain import Line, read_words
from .disk import Disk
from .forks import ForkReader, fork_name, reader_of
from .names import LOG
from .reading import (
    SEALED,
    Damage,
    LogReader,
    sealed_files,
    sealed_name,
    segment_name,
    segments,
    stations,
)
from .series import AppendedFile


class ReplacedError(OSError):
    """A file lost what it held: somebody put another one in its place."""

    def __init__(self, name: str) -> None:
        super().__init__(errno.EIO, f"{name} is not the file that it was")


class GrowingCopy:
    """One copy of a session. Every method may raise OSError; then read the copy anew.

    locks: whether programs that record in it lock their logs.

    `hashes`: of all lines read. `words`: the raw lines of its sealed files, by digest, and
    `private` the digests of private notes. `begun` names the branches
    that the last `add` began. `damages`: what in its logs is no entry.
    """

    def __init__(self, disk: Disk, folder: Path, *, locks: bool = True) -> None:
        self._disk = disk
        self._locks = locks
        self._readers: dict[str, LogReader] = {}
        self._sizes: dict[Path, int] = {}
        self._seals: dict[str, str] = {}
        self.folder = folder
        self.hashes: set[str] = set()
        self.private: set[str] = set()
        self.words: dict[str, bytes] = {}
        self.begun: list[str] = []
        self.damages: list[Damage] = []

    def poll(self) -> list[Line]:
        """Return the lines that are new, each station's in the order of its log."""
        fresh: list[Line] = []
        for name in stations(self._disk, self.folder):
            files = [self.folder / LOG / one for one in segments(self._disk, self.folder, name)]
            if self._grew(files):
                reader = self._readers.get(name)
                if reader is None:
                    reader = reader_of(self._disk, self.folder, name, words=False)
                    self._readers[name] = reader
                batch = reader.poll(strict=True)
                self.damages += batch.damages
                fresh += [line for line in batch.lines if line.h not in self.hashes]
                self._note(name, batch.lines)
        # Words are written before their line: now those of every line read are there.
        for name in self._readers:
            self._read_words(name)
        return fresh

    def _grew(self, files: Iterable[Path]) -> bool:
        """Whether a file has another size than before. Raises ReplacedError where one shrank."""
        sizes = {path: self._disk.size(path) for path in files}
        for path, size in sizes.items():
            if size < self._sizes.get(path, 0):
                raise ReplacedError(path.name)
        grew = any(self._sizes.get(path) != size for path, size in sizes.items())
        self._sizes.update(sizes)
        return grew

    def _note(self, name: str, lines: Iterable[Line]) -> None:
        for line in lines:
            self.hashes.add(line.h)
            if line.sealed:
                self._seals[line.digest] = name
                if line.entry.marking == "private":
                    self.private.add(line.digest)

    def _read_words(self, name: str) -> None:
        for file in sealed_files(self._disk, self.folder, name):
            path = self.folder / SEALED / file
            if self._grew([path]):
                for raw in self._disk.read(path).split(b"\n"):
                    words = read_words(raw)
                    if words is not None:
                        self.words[words.digest] = raw

    def has_open(self, line: Line) -> bool:
        """Whether a line stands here with its words in the open."""
        return line.h in self.hashes and line.digest not in self._seals

    def lacks(self, digest: str) -> bool:
        """Whether an entry stands here whose words were sealed and are not here."""
        return digest in self._seals and digest not in self.words

    def add(
        self, lines: Sequence[Line], words: Mapping[str, bytes], *, own: str = ""
    ) -> list[Line]:
        """Add the lines that are lacking, and of `words`, by digest, those that belong here.

        What a line holds as `raw` is written. While another program writes a station's log here,
        its lines are left and returned; those of `own`, the log that this program itself has
        open, begin a branch.
        """
        origins = {line.entry.station for line in lines}
        origins |= {self._origin(self._seals[digest]) for digest in words if self.lacks(digest)}
        self.begun = []
        with self._locked(origins) as busy:
            kept_out = {self._origin(name) for name in busy if name != own}
            left = [line for line in lines if line.entry.station in kept_out]
            placed: dict[str, list[bytes]] = {}
            for line in lines:
                if line.h not in self.hashes and line.entry.station not in kept_out:
                    name = self._place(line, busy)
                    self._note(name, [line])
                    placed.setdefault(name, []).append(line.raw)
            spoken: dict[str, list[bytes]] = {}
            for digest, raw in words.items():
                if self.lacks(digest) and self._seals[digest] not in busy:
                    spoken.setdefault(self._seals[digest], []).append(raw)
                    self.words[digest] = raw
            for name, raws in spoken.items():
                files = sealed_files(self._disk, self.folder, name) or [sealed_name(name, 1)]
                self._append(self.folder / SEALED / files[-1], raws)
            for name, raws in placed.items():
                files = segments(self._disk, self.folder, name) or [segment_name(name, 1)]
                self._append(self.folder / LOG / files[-1], raws)
        return left

    def _origin(self, name: str) -> str:
        reader = self._readers[name]
        return reader.origin if isinstance(reader, ForkReader) else name

    def _names(self, origins: Collection[str]) -> list[str]:
        return [name for name in self._readers if self._origin(name) in origins]

    @contextmanager
    def _locked(self, origins: Collection[str]) -> Iterator[set[str]]:
        """Hold the logs of these stations, and give the names of those that others hold."""
        busy: set[str] = set()
        with ExitStack() as locks:
            for name in self._names(origins) if self._locks else ():
                path = self.folder / LOG / segments(self._disk, self.folder, name)[0]
                lock = self._disk.open_append(path)
                locks.callback(lock.close)
                if not lock.lock():
                    busy.add(name)
            yield busy

    def _place(self, line: Line, busy: Collection[str]) -> str:
        """Return the name under which a line belongs, and take note of it there."""
        origin = line.entry.station
        open_ = {name: self._readers[name] for name in self._names([origin]) if name not in busy}
        name = _home(line, open_, self.hashes)
        if not name and origin not in self._readers:
            name = origin
            self._readers[name] = LogReader(self._disk, self.folder, name, words=False)
        elif not name:
            digits = 4
            while (name := fork_name(origin, line.h, digits)) in self._readers:
                digits += 1
            self.begun.append(name)
            self._readers[name] = ForkReader(self._disk, self.folder, name, line, words=False)
        self._readers[name].accept(line)
        return name

    def _append(self, path: Path, raws: Iterable[bytes]) -> None:
        data = b"".join(raw + b"\n" for raw in raws)
        if not self._disk.exists(path):
            # Whole at once: the first line of a file tells whose log it is.
            self._disk.make_folder(path.parent)
            write_whole(self._disk, path, data)
            return
        file = AppendedFile(self._disk, path)
        try:
            file.append(data)
        finally:
            file.close()


def _home(line: Line, logs: Mapping[str, LogReader], hashes: Collection[str]) -> str:
    """Return under which of a station's logs a line can stand; empty where under none."""
    number = line.entry.number
    for name, log in logs.items():
        if log.last_h == line.p:
            return name
    for name, log in logs.items():
        if log.hash_of(number) is None:
            # A place that damage took, or, behind a line that no copy has, any free number.
            follows = log.hash_of(number - 1) == line.p
            if follows or (name == line.entry.station and line.p not in hashes):
                return name
    return ""
