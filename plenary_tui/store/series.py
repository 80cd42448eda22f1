"""Files that only grow, one after another: how bytes become durable.

Nothing is truncated and nothing rewritten. What a failed append left behind is closed with a
newline by the next one; a file whose sync failed is never trusted again, and the next file of
the series begins with what was not acknowledged.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from .atomic import write_all
from .disk import Disk
from .reading import numbered


class Appended(NamedTuple):
    """Where bytes went: the file's name, how many, and whether they followed on cleanly."""

    name: str
    size: int
    clean: bool


class AppendedFile:
    """One file that only grows."""

    def __init__(self, disk: Disk, path: Path) -> None:
        self._disk = disk
        self._file = disk.open_append(path)
        self._unsure = True
        self.path = path
        self.poisoned = False

    def append(self, data: bytes) -> Appended:
        """Write at once and sync. Raises OSError; `poisoned` then says whether the sync failed."""
        unsure, self._unsure = self._unsure, True
        torn = unsure and self._ends_open()
        if torn:
            data = b"\n" + data
        write_all(self._file.write, data)
        self.sync()
        self._unsure = False
        return Appended(self.path.name, len(data), not torn)

    def _ends_open(self) -> bool:
        size = self._disk.size(self.path)
        return size > 0 and self._disk.read(self.path, size - 1) != b"\n"

    def sync(self) -> None:
        """Sync; after a failure the system may take lost bytes for written, so never again."""
        try:
            self._file.sync()
        except OSError:
            self.poisoned = True
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def _nothing(name: str) -> bytes:
    return b""


class Series:
    """A numbered series of files that only grow, of which the last one is written."""

    def __init__(
        self, disk: Disk, folder: Path, station: str, name: Callable[[str, int], str]
    ) -> None:
        self._disk = disk
        self._folder = folder
        self._station = station
        self._name = name
        self._file: AppendedFile | None = None
        self.sync_failed = False
        """Whether a sync failed in the last append."""

    def _there(self) -> list[tuple[int, str]]:
        return numbered(self._disk, self._folder, self._station)

    def begin(self) -> bool:
        """Open the last file, and sync what a killed program may have left unsynced.

        Returns False when that failed: the next append then opens a new file. Raises OSError.
        """
        there = self._there()
        if not there:
            return True
        self._sync_names()
        path = self._folder / there[-1][1]
        self._file = AppendedFile(self._disk, path)
        try:
            self._file.sync()
        except OSError:
            return False
        finally:
            # A sync that failed in an earlier run left bytes in the cache only.
            with suppress(OSError):
                self._disk.forget(path)
        return True

    def _sync_names(self) -> None:
        self._disk.sync_folder(self._folder)
        self._disk.sync_folder(self._folder.parent)

    def _ready(self) -> AppendedFile:
        if self._file is None or self._file.poisoned:
            number = max((number for number, _ in self._there()), default=0) + 1
            self._disk.make_folder(self._folder)
            self.close()
            file = AppendedFile(self._disk, self._folder / self._name(self._station, number))
            try:
                self._sync_names()
            except OSError:
                file.close()
                raise
            self._file = file
        return self._file

    def append(self, fresh: bytes, again: Callable[[str], bytes] = _nothing) -> Appended:
        """Make bytes durable, behind what `again` says the file of that name still lacks.

        A failed sync is answered with the next file of the series. Raises OSError.
        """
        self.sync_failed = False
        file = self._ready()
        try:
            return file.append(again(file.path.name) + fresh)
        except OSError:
            if not file.poisoned:
                raise
        self.sync_failed = True
        file = self._ready()
        return file.append(again(file.path.name) + fresh)._replace(clean=False)

    def abandon(self) -> None:
        """Trust the last file no further."""
        if self._file is not None:
            self._file.poisoned = True

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
