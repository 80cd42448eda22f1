"""TinyDB's storages: one that appends, for a log, and one that replaces whole, for the catalogue.

TinyDB's own rewrites its file in place and loses what a crash interrupts; neither may.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel
from tinydb.storages import Storage

from plenary_tui.errors import StoreError
from plenary_tui.record.entries import Entry

from .atomic import write_whole
from .chain import Line
from .clock import Clock
from .disk import Disk, RealDisk, not_durable
from .writer import Writer

APPEND_ONLY = "the record is append-only: correct or retract instead"


class View(Mapping[str, Any]):
    """An entry, or a part of one, as a mapping that copies nothing: what queries look into."""

    __slots__ = ("model",)

    def __init__(self, model: BaseModel) -> None:
        self.model = model

    def __getitem__(self, name: str) -> Any:
        if name not in type(self.model).model_fields:
            raise KeyError(name)
        value = getattr(self.model, name)
        return View(value) if isinstance(value, BaseModel) else value

    def __iter__(self) -> Iterator[str]:
        return iter(type(self.model).model_fields)

    def __len__(self) -> int:
        return len(type(self.model).model_fields)


class Documents(Mapping[str, View]):
    """A log's entries as the table that TinyDB reads: running number to entry."""

    def __init__(self, entries: Mapping[int, Entry]) -> None:
        self._entries = entries

    def __getitem__(self, number: str) -> View:
        return View(self._entries[int(number)])

    def __iter__(self) -> Iterator[str]:
        return map(str, self._entries)

    def __len__(self) -> int:
        return len(self._entries)


class AppendStorage(Storage):
    """A station's log as a TinyDB storage. It appends, and never writes anything else."""

    def __init__(
        self, disk: Disk, session: Path, station: str, clock: Clock, salt: Callable[[], str]
    ) -> None:
        self.writer = Writer(disk, session, station, clock, salt)
        self._documents = Documents(self.writer.entries)

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the one table: a view on the entries."""
        return cast("dict[str, dict[str, Any]]", {"_default": self._documents})

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Refuse: TinyDB calls this for everything but an insertion."""
        raise StoreError(APPEND_ONLY)

    def append(self, entries: Sequence[Entry]) -> list[Line]:
        """Make entries durable. Raises NotDurable."""
        return self.writer.append(entries)

    def close(self) -> None:
        """Let go of the log and of its lock."""
        self.writer.close()


def _spell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"a catalogue cannot hold {type(value).__name__}")


class AtomicJSONStorage(Storage):
    """One JSON file, replaced whole: after a power cut it is the old one or the new one.

    What cannot be read counts as empty, since a catalogue can be rebuilt; `unreadable` says so.
    """

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self._path = path
        self._disk = disk or RealDisk()
        self.unreadable = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Return the tables, None where there are none yet."""
        self.unreadable = False
        try:
            if not self._disk.exists(self._path):
                return None
            data = json.loads(self._disk.read(self._path))
        except (OSError, ValueError, RecursionError):
            data = None
        if not isinstance(data, dict):
            self.unreadable = True
            return None
        return data

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file. Raises NotDurable; the old file then stands."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_spell)
        try:
            self._disk.make_folder(self._path.parent)
            write_whole(self._disk, self._path, text.encode("utf-8", "replace"))
        except OSError as error:
            raise not_durable(error) from error
