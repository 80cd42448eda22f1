"""The one who writes a station's log: lock, running numbers, chain, and what failed."""

from __future__ import annotations

import os
import secrets
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plenary_tui.errors import LogBusy
from plenary_tui.record.entries import Entry

from .atomic import TYPING, write_whole
from .chain import Encoded, Line, encode
from .clock import Clock
from .disk import Disk, OpenFile, not_durable
from .names import LOG
from .reading import SEALED, Batch, Damage, LogReader, sealed_name, segment_name
from .series import Series

SPOKEN = ("what", "when", "sitting", "marking", "by", "item")


def random_salt() -> str:
    """Return 32 hex digits that nobody can guess."""
    return secrets.token_hex(16)


class _Pending(NamedTuple):
    """A line that stands and is not known to be durable; `file` has it already."""

    file: str
    line: Line


def _same(one: Entry, other: Entry) -> bool:
    """Whether two entries are the same line entered twice: all but number and clock."""
    return all(getattr(one, name) == getattr(other, name) for name in SPOKEN)


class Writer:
    """Appends to one station's log, alone. Raises LogBusy, or NotDurable on opening."""

    def __init__(
        self, disk: Disk, session: Path, station: str, clock: Clock, salt: Callable[[], str]
    ) -> None:
        self._disk = disk
        self._session = session
        self._clock = clock
        self._salt = salt
        self._turn = threading.Lock()
        self._pending: list[_Pending] = []
        self._unclaimed: list[Line] = []
        self._attempt: list[Line] = []
        self._must_stand = False
        self._who = session / TYPING / f"{station}.who"
        self._reader = LogReader(disk, session, station)
        self._log = Series(disk, session / LOG, station, segment_name)
        self._sealed = Series(disk, session / SEALED, station, sealed_name)
        self.station = station
        self.entries: dict[int, Entry] = {}
        self.damages: list[Damage] = []
        self.notices: list[str] = []
        try:
            self._lock = self._take_lock()
            try:
                self._open()
            except OSError:
                self.close()
                raise
        except OSError as error:
            raise not_durable(error) from error

    def _take_lock(self) -> OpenFile:
        """Lock the first segment: it is there as long as the log is."""
        path = self._session / LOG / segment_name(self.station, 1)
        self._disk.make_folder(path.parent)
        lock = self._disk.open_append(path)
        try:
            if not lock.lock():
                raise LogBusy(self._busy())
        except BaseException:
            lock.close()
            raise
        with suppress(OSError):  # only a help for whoever comes second
            self._disk.make_folder(self._who.parent)
            who = f"process {os.getpid()} on {socket.gethostname()}"
            write_whole(self._disk, self._who, who.encode())
        return lock

    def _busy(self) -> str:
        who = "another program"
        with suppress(OSError):
            who += f" ({self._disk.read(self._who).decode(errors='replace')[:80]})"
        return (
            f"{who[0].upper()}{who[1:]} already records here as {self.station}: close it, or "
            "take another station with --station."
        )

    def _open(self) -> None:
        # An earlier run may have been stopped between making the folder and syncing its name.
        self._disk.sync_folder(self._session.parent)
        trusted = self._log.begin()
        self._sealed.begin()
        batch = self._reader.poll(strict=True)
        self._absorb(batch)
        if not trusted and batch.by_file:
            file = list(batch.by_file)[-1]
            self._pending = [_Pending(file, line) for line in batch.by_file[file]]
        self._clock.resume(self._reader.last_order)

    def _absorb(self, batch: Batch) -> None:
        self.damages += batch.damages
        for lines in batch.by_file.values():
            self.entries.update({line.entry.number: line.entry for line in lines})

    @property
    def next_id(self) -> str:
        """The id that the next entry gets."""
        return f"{self.station}-{self._reader.last_number + 1}"

    def append(self, entries: Sequence[Entry]) -> list[Line]:
        """Make entries durable, with one write and one sync, and return their lines.

        Each gets the next id and the clock's next order. An entry whose append failed before,
        but whose whole line is in the log, is acknowledged and not recorded twice. Raises
        NotDurable: then none is acknowledged.
        """
        with self._turn:
            try:
                self._settle()
                return self._append(entries)
            except OSError as error:
                raise not_durable(error) from error

    def _settle(self) -> None:
        """After a failed append: find out what of it stands."""
        if not self._attempt:
            return
        try:
            batch = self._reader.poll(strict=True)
        except OSError:
            self._log.abandon()
            self._must_stand = True
            batch = Batch()
        self.damages += batch.damages
        stands = [(file, line) for file, lines in batch.by_file.items() for line in lines]
        if self._must_stand:
            # Nobody knows what of it a power cut would leave: it stands, and is written again.
            known = {line.h for _, line in stands}
            stands += [("", line) for line in self._attempt if line.h not in known]
        for file, line in stands:
            self._pending.append(_Pending(file, line))
            self._unclaimed.append(line)
            self._reader.accept(line)
        self._attempt = []
        self._must_stand = False

    def standing(self) -> list[Line]:
        """Return the lines that stand in the log, or may, and were never acknowledged."""
        with self._turn:
            self._settle()
            found = [*(pending.line for pending in self._pending), *self._unclaimed]
            return list({line.h: line for line in found}.values())

    def claim(self, lines: Sequence[Line]) -> None:
        """Take lines that were read here as never acknowledged: an equal entry is that line."""
        with self._turn:
            self._unclaimed = list(lines)

    def _standing(self, entries: Sequence[Entry]) -> list[Line]:
        """Return the lines that stand already for the first of `entries`."""
        for start in range(len(self._unclaimed)):
            run = []
            for entry, line in zip(entries, self._unclaimed[start:], strict=False):
                if not _same(entry, line.entry):
                    break
                run.append(line)
            if run:
                return run
        return []

    def _append(self, entries: Sequence[Entry]) -> list[Line]:
        standing = self._standing(entries)
        if self._pending:
            self._secure()
        fresh = self._encoded(entries[len(standing) :])
        lines = [encoded.line for encoded in fresh]
        words = b"".join(encoded.sealed + b"\n" for encoded in fresh if encoded.sealed)
        if words:
            # First the words: a line in the log never waits for words that a crash took.
            self._sealed.append(words)
        if lines:
            self._write(lines)
        self._unclaimed = []
        return [*standing, *lines]

    def _write(self, lines: list[Line]) -> None:
        self._attempt = lines
        try:
            done = self._log.append(b"".join(line.raw + b"\n" for line in lines))
        except OSError:
            self._must_stand = self._log.sync_failed
            raise
        self._attempt = []
        if done.clean:
            self._reader.advance(done.name, done.size, lines)
        else:
            self._catch_up(done.name)
        self._durable(lines)

    def _secure(self) -> None:
        """Make durable what stands, before anything that follows it is written."""
        self._catch_up(self._log.append(b"", self._again).name)
        self._durable([pending.line for pending in self._pending])
        self._pending = []

    def _durable(self, lines: list[Line]) -> None:
        for line in lines:
            self._reader.accept(line)
            self.entries[line.entry.number] = line.entry

    def _again(self, file: str) -> bytes:
        lacking = (pending.line.raw for pending in self._pending if pending.file != file)
        return b"".join(raw + b"\n" for raw in lacking)

    def _encoded(self, entries: Sequence[Entry]) -> list[Encoded]:
        fresh: list[Encoded] = []
        p, number = self._reader.last_h, self._reader.last_number
        for entry in entries:
            number += 1
            stamp = {"id": f"{self.station}-{number}", "order": self._clock.tick()}
            encoded = encode(entry.model_copy(update=stamp).slim(), p, self._salt())
            p = encoded.line.h
            fresh.append(encoded)
        return fresh

    def _catch_up(self, file: str) -> None:
        """Read past a healed scar or into a new file, so that damage is told with its place."""
        with suppress(OSError):  # it is durable all the same; the next reading tells
            self.damages += self._reader.poll(strict=True).damages
        if self._log.sync_failed:
            self.notices.append(
                f"The disk failed once; the record goes on in {file}: "
                "copy this session to another disk soon."
            )

    def close(self) -> None:
        """Let go of the log and of its lock."""
        self._log.close()
        self._sealed.close()
        with suppress(OSError):
            self._disk.remove(self._who)
        self._lock.close()
