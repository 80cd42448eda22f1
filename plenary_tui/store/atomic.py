"""Files that are replaced whole: the catalogue, and what is being typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from os import getpid
from pathlib import Path
from threading import get_native_id

from .disk import Disk, not_durable
from .unfinished import Unfinished, read, spell

TYPING = "typing"
_BESIDE = ".beside-"
"""Between the station and what tells a program that was not alone there from others."""


def write_whole(disk: Disk, path: Path, data: bytes) -> None:
    """Replace a file: after a power cut it holds the old bytes or the new, never a mixture.

    Raises OSError; the old file then stands.
    """
    # Another program or thread may replace the same file at this moment: each writes its own.
    aside = path.with_name(f"{path.name}.{get_native_id()}.new")
    try:
        file = disk.create(aside)
        try:
            write_all(file.write, data)
            file.sync()
        finally:
            file.close()
        disk.replace(aside, path)
    except OSError:
        with suppress(OSError):
            disk.remove(aside)
        raise
    disk.sync_folder(path.parent)


def write_all(write: Callable[[memoryview], int], data: bytes) -> None:
    """Write every byte: a disk that fills up takes a part and says how much."""
    rest = memoryview(data)
    while rest:
        rest = rest[write(rest) :]


class Typing:
    """What is typed at a station and not yet recorded: `typing/<station>`."""

    def __init__(self, disk: Disk, session: Path, station: str) -> None:
        self._disk = disk
        self._path = session / TYPING / station
        self._log = session / "log" / f"{station}.1.jsonl"

    @property
    def name(self) -> str:
        """What the file is called in its folder."""
        return self._path.name

    def write(self, unfinished: Unfinished) -> None:
        """Keep it as it stands now. Raises NotDurable."""
        try:
            self._disk.make_folder(self._path.parent)
            write_whole(self._disk, self._path, spell(unfinished).encode("utf-8", "replace"))
        except OSError as error:
            raise not_durable(error) from error

    def read(self) -> Unfinished:
        """Return what was being typed when the program last stopped, cleaned; else nothing."""
        try:
            return read(self._disk.read(self._path).decode("utf-8", "replace"))
        except OSError:
            return Unfinished()

    def beside(self) -> Typing:
        """Return where a program keeps its own while another one records at the station."""
        name, folder = f"{self._path.name}{_BESIDE}{getpid()}", self._path.parent
        names = (f"{name}-{number}" for number in count(1))
        free = next(one for one in names if not self._disk.exists(folder / one))
        return Typing(self._disk, folder.parent, free)

    def left_beside(self) -> list[Typing]:
        """Return what such programs left there."""
        try:
            names = sorted(self._disk.names(self._path.parent))
        except OSError:
            return []
        starts = f"{self._path.name}{_BESIDE}"
        found = (one for one in names if one.startswith(starts) and not one.endswith(".new"))
        return [Typing(self._disk, self._path.parent.parent, one) for one in found]

    def remove(self) -> None:
        """Take the file away, once what it holds is kept elsewhere."""
        with suppress(OSError):
            self._disk.remove(self._path)

    def is_another_program(self) -> bool:
        """Whether another program records at the station: what is being typed is its own then."""
        try:
            if not self._disk.exists(self._log):
                return False
            log = self._disk.open_append(self._log)
            try:
                return not log.lock()
            finally:
                log.close()
        except OSError:
            return False

    def empty(self) -> None:
        """Forget it, once it was entered."""
        if self.read() != Unfinished():
            self.write(Unfinished())
