"""A fork: two copies of one station's log that went on apart. Both are kept.

One branch keeps the station's name. The lines of the other, unchanged and with their own chain,
lie in files of a name of their own (`antwerp-fork-ab12`); its entries are read under ids of that
name, counted from 1, and what it points at among its own lines is read so too.
"""

from __future__ import annotations

import re
from pathlib import Path

from plenary_tui.record.entries import Entry

from .chain import Line, LineError, decode
from .disk import Disk
from .names import LOG
from .reading import LogReader, segments
from .station import LONGEST

_NAME = re.compile(r"[a-z0-9-]{1,14}-fork-[0-9a-f]{4,}", re.ASCII)
_TAIL = 10  # -fork-ab12


def fork_name(station: str, h: str, digits: int = 4) -> str:
    """Return the name for a branch of a station's log whose first own line has the hash `h`."""
    stem = station[: LONGEST - _TAIL - (digits - 4)].rstrip("-")
    return f"{stem}-fork-{h[:digits]}"


def first_of_fork(disk: Disk, session: Path, name: str) -> Line | None:
    """Return the first line of a branch kept under that name; None where it is no branch."""
    if not _NAME.fullmatch(name):
        return None
    for file in segments(disk, session, name):
        try:
            data = disk.read(session / LOG / file)
        except OSError:
            continue
        for raw in data.split(b"\n"):
            try:
                line = decode(raw)
            except LineError:
                continue
            return line if line.entry.station != name else None
    return None


def reader_of(disk: Disk, session: Path, name: str, *, words: bool = True) -> LogReader:
    """Return the reader of what is kept under that name: a station's log, or a branch of one."""
    first = first_of_fork(disk, session, name)
    if first is None:
        return LogReader(disk, session, name, words=words)
    return ForkReader(disk, session, name, first, words=words)


class ForkReader(LogReader):
    """Reads a branch that is kept under a name of its own."""

    def __init__(
        self, disk: Disk, session: Path, name: str, first: Line, *, words: bool = True
    ) -> None:
        super().__init__(disk, session, name, words=words)
        self.parent: ForkReader | None = None
        """The branch that this one left, where that was a fork itself."""
        self.origin = first.entry.station
        self.start = first.entry.number
        self.last_h = self._first_p = first.p
        self.last_number = self.start - 1
        self._prefix = f"{self.origin}-"

    def _number(self, line: Line) -> int:
        station, _, number = line.entry.id.rpartition("-")
        if station != self.origin or not number.isdecimal() or int(number) < self.start:
            raise LineError(f"it is no entry of the branch {self.station}")
        return int(number)

    def left_from(self, other: ForkReader) -> bool:
        """Whether this branch left the other one, which is a branch of the same log."""
        return other.origin == self.origin and other.hash_of(self.start - 1) == self._first_p

    def renamed(self, entry: Entry) -> Entry:
        """Return an entry of the branch as it is read: under ids of the branch's own name."""
        return entry.model_copy(
            update={
                "id": self.id_of(entry.id),
                "sitting": self.id_of(entry.sitting),
                "what": entry.what.with_refs(self.id_of),
            }
        )

    def id_of(self, entry_id: str) -> str:
        """Return the id under which an entry of the origin is read from within this branch."""
        station, _, number = entry_id.rpartition("-")
        if station != self.origin or not number.isdecimal():
            return entry_id
        if int(number) < self.start:
            return self.parent.id_of(entry_id) if self.parent else entry_id
        return f"{self.station}-{int(number) - self.start + 1}"
