"""A station's log: a TinyDB store that only appends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from tinydb import TinyDB
from tinydb.table import Document, Table

from plenary_tui.errors import StoreError
from plenary_tui.record.entries import Entry

from .chain import Line
from .clock import Clock
from .disk import Disk, RealDisk
from .reading import Damage
from .station import check_station
from .storages import APPEND_ONLY, AppendStorage, View
from .writer import random_salt


class EntryDocument(Document):
    """An entry found by a query: its fields as a dict, its running number as `doc_id`."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        plain = value.model.model_dump() if isinstance(value, View) else value
        super().__init__(plain, doc_id)


def _entry(document: Mapping[str, Any]) -> Entry:
    if isinstance(document, View) and isinstance(document.model, Entry):
        return document.model
    # The log gives both; what a document from elsewhere says is not looked at.
    return Entry.model_validate({**document, "id": "", "order": ""})


class AppendOnlyTable(Table):
    """A table that only inserts. Queries are TinyDB's."""

    document_class = EntryDocument

    def insert(self, document: Mapping[str, Any]) -> int:
        """Record one entry and return its running number. Raises NotDurable."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Record entries with one write and one sync. Raises NotDurable."""
        lines = self.record([_entry(document) for document in documents])
        return [line.entry.number for line in lines]

    def record(self, entries: Sequence[Entry]) -> list[Line]:
        """Record entries, and return their lines. Raises NotDurable."""
        storage = self.storage
        if not isinstance(storage, AppendStorage) or self.name != TinyDB.default_table_name:
            raise StoreError("a log has one table, and entries go into that one")
        lines = storage.append(entries)
        self.clear_cache()
        return lines

    def _update_table(self, updater: Callable[[dict[int, Any]], None]) -> NoReturn:
        """Refuse: `update`, `upsert`, `remove` and `truncate` all come through here."""
        raise StoreError(APPEND_ONLY)


class StationLog(TinyDB):
    """One station's log in a session's folder, open for writing, alone.

    Raises LogBusy where another program has it, NotDurable where it cannot be written.
    """

    table_class = AppendOnlyTable

    def __init__(
        self,
        session: Path,
        station: str,
        *,
        disk: Disk | None = None,
        clock: Clock | None = None,
        salt: Callable[[], str] = random_salt,
    ) -> None:
        self.clock = clock or Clock()
        self.station = check_station(station)
        self._log = AppendStorage(disk or RealDisk(), session, station, self.clock, salt)
        super().__init__(storage=lambda: self._log)

    def append(self, entry: Entry) -> Line:
        """Record an entry durably: one write and one sync.

        `id` and `order` are the log's to give; what they hold is replaced. An entry equal to one
        that an earlier call could not acknowledge is recorded once. Raises NotDurable.
        """
        return self.append_all([entry])[0]

    def append_all(self, entries: Sequence[Entry]) -> list[Line]:
        """Record entries with one write and one sync: all are acknowledged, or none."""
        table = self.table(self.default_table_name)
        assert isinstance(table, AppendOnlyTable)
        return table.record(entries)

    @property
    def entries(self) -> list[Entry]:
        """This station's entries with their sealed words, in the order of the log."""
        return list(self._log.writer.entries.values())

    def standing(self) -> list[Line]:
        """Return the lines that stand, or may, and were never acknowledged."""
        return self._log.writer.standing()

    def claim(self, lines: Sequence[Line]) -> None:
        """Go on where another copy of this log ended, of which `lines` were not acknowledged."""
        self._log.writer.claim(lines)

    @property
    def next_id(self) -> str:
        """The id that the next entry gets."""
        return self._log.writer.next_id

    @property
    def damages(self) -> list[Damage]:
        """What was found in the log's files that is no entry."""
        return self._log.writer.damages

    @property
    def notices(self) -> list[str]:
        """What a person should be told about the disk."""
        return self._log.writer.notices
