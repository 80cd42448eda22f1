"""Reading a station's log: without a lock, at any moment, and on as it grows."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from .chain import Line, LineError, TornLineError, Words, decode, join, read_words
from .clock import is_order
from .disk import Disk
from .names import LOG

SEALED = "sealed"
_FILE = re.compile(r"([a-z0-9][a-z0-9-]{0,23})(?:\.([1-9]\d{0,8}))?\.jsonl", re.ASCII)


DamageKind = Literal["scar", "damaged", "break", "twin", "unreadable"]


@dataclass(frozen=True)
class Damage:
    """Something in a file that is no entry as it was written.

    `line` counts from 1, `offset` is in bytes. A *scar* is what a crash or a full disk left of a
    line that was not acknowledged; a line is *damaged* when it has its form and does not verify.
    Neither took anything from the record unless a *break* follows: the next line does not follow
    the last, so one between them is missing or was changed. A *twin* is a second, different
    entry under an id; *unreadable*: the disk does not give the file out.
    """

    file: str
    line: int
    offset: int
    what: str
    kind: DamageKind

    def __str__(self) -> str:
        return f"{self.file}, line {self.line} (byte {self.offset}): {self.what}"


@dataclass
class Batch:
    """What a reading found: the lines of each file, in order, and the damage."""

    by_file: dict[str, list[Line]] = field(default_factory=dict)
    damages: list[Damage] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All lines in the order of the log."""
        return [line for lines in self.by_file.values() for line in lines]


@dataclass
class _Place:
    """How far a file was read: `offset` bytes, the last of them in line `line`."""

    offset: int = 0
    line: int = 0
    told: int = -1


def _damage(name: str, line: int, offset: int, error: LineError) -> Damage:
    return Damage(
        name, line, offset, str(error), "scar" if isinstance(error, TornLineError) else "damaged"
    )


def segment_name(station: str, number: int) -> str:
    """Return the name of a station's log segment, counted from 1."""
    return f"{station}.{number}.jsonl"


def sealed_name(station: str, number: int) -> str:
    """Return the name of a station's sealed file; a second one only follows a failed sync."""
    return f"{station}.jsonl" if number == 1 else f"{station}.{number}.jsonl"


def numbered(disk: Disk, folder: Path, station: str) -> list[tuple[int, str]]:
    """Return the numbers and names of a station's files in a folder, in order."""
    found = (_FILE.fullmatch(name) for name in disk.names(folder))
    return sorted(
        (int(match[2] or 1), match[0]) for match in found if match and match[1] == station
    )


def segments(disk: Disk, session: Path, station: str) -> list[str]:
    """Return the names of a station's log segments, in order."""
    return [name for _, name in numbered(disk, session / LOG, station)]


def sealed_files(disk: Disk, session: Path, station: str) -> list[str]:
    """Return the names of a station's sealed files, in order."""
    return [name for _, name in numbered(disk, session / SEALED, station)]


def stations(disk: Disk, session: Path) -> list[str]:
    """Return the stations that have a log in a session."""
    found = (_FILE.fullmatch(name) for name in disk.names(session / LOG))
    return sorted({match[1] for match in found if match})


@contextmanager
def collector_paused() -> Iterator[None]:
    """Entries hold no cycles: collecting between a hundred thousand of them only costs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class LogReader:
    """Reads a station's log from where it last stopped, and joins what is sealed.

    `words=False` never opens the sealed file. Every id comes once; what a failed sync made the
    writer repeat is passed over.
    """

    def __init__(self, disk: Disk, session: Path, station: str, *, words: bool = True) -> None:
        self._disk = disk
        self._session = session
        self._prefix = f"{station}-"
        self._words = words
        self._book: dict[str, Words] = {}
        self._book_places: dict[str, int] = {}
        self._places: dict[str, _Place] = {}
        self._hashes: dict[int, str] = {}
        self.station = station
        self.last_h = ""
        self.last_number = 0
        self.last_order = ""
        self.tail: Damage | None = None
        """An unfinished last line, as it stands now: being written, or torn."""

    def poll(self, *, strict: bool = False) -> Batch:
        """Return what is new since the last call.

        What cannot be read is told as damage, and tried again next time; `strict` raises
        OSError instead, for a writer that must not go on without knowing.
        """
        batch = Batch()
        names = segments(self._disk, self._session, self.station)
        with collector_paused():
            for name in names:
                place = self._places.setdefault(name, _Place())
                try:
                    data = self._disk.read(self._session / LOG / name, place.offset)
                except OSError as error:
                    if strict:
                        raise
                    self._tell_unreadable(batch, name, place, error)
                    continue
                self._scan(batch, name, place, data, last=name == names[-1])
        return batch

    def _tell_unreadable(self, batch: Batch, name: str, place: _Place, error: OSError) -> None:
        if place.told == place.offset:
            return
        place.told = place.offset
        what = f"it cannot be read ({error.strerror or error})"
        batch.damages.append(Damage(name, place.line + 1, place.offset, what, "unreadable"))

    def _scan(self, batch: Batch, name: str, place: _Place, data: bytes, *, last: bool) -> None:
        *pieces, rest = data.split(b"\n")
        lines = batch.by_file.setdefault(name, [])
        for raw in pieces:
            place.line += 1
            # An empty piece is the newline that closed a scar.
            if raw:
                self._take(batch, lines, name, place, raw)
            place.offset += len(raw) + 1
        if last:
            self.tail = None
        if rest:
            self._end(batch, lines, name, place, rest, last=last)

    def _end(
        self, batch: Batch, lines: list[Line], name: str, place: _Place, rest: bytes, *, last: bool
    ) -> None:
        """Look at an end without a newline: whole already, still growing, or left for good."""
        try:
            decode(rest)
        except LineError as error:
            torn = _damage(name, place.line + 1, place.offset, error)
            if last:
                self.tail = torn
                return
            batch.damages.append(torn)
        else:
            place.line += 1
            self._take(batch, lines, name, place, rest)
            place.line -= 1
        place.offset += len(rest)

    def _take(self, batch: Batch, lines: list[Line], name: str, place: _Place, raw: bytes) -> None:
        try:
            line = decode(raw)
            number = self._number(line)
        except LineError as error:
            batch.damages.append(_damage(name, place.line, place.offset, error))
            return
        known = self._hashes.get(number)
        if known == line.h:
            return
        if known is not None:
            what = f"{line.entry.id} stands here a second time, with other words"
            batch.damages.append(Damage(name, place.line, place.offset, what, "twin"))
            return
        if line.p != self.last_h:
            last = f"{self._prefix}{self.last_number}" if self.last_number else "the beginning"
            what = f"{line.entry.id} does not follow {last}: what stood between is missing"
            batch.damages.append(Damage(name, place.line, place.offset, what, "break"))
        lines.append(self._with_words(line) if line.sealed and self._words else line)
        self._note(line, number)

    def _number(self, line: Line) -> int:
        entry = line.entry
        station, _, number = entry.id.rpartition("-")
        if station != self.station or not (number.isascii() and number.isdecimal()):
            raise LineError(f"it is no entry of {self.station}")
        if not is_order(entry.order) or not (
            entry.sitting.isascii() and entry.sitting.isprintable()
        ):
            raise LineError("its order or its sitting is none")
        return int(number)

    def _note(self, line: Line, number: int) -> None:
        self._hashes[number] = line.h
        self.last_h = line.h
        if number > self.last_number:
            self.last_number = number
        if line.entry.order > self.last_order:
            self.last_order = line.entry.order

    def hash_of(self, number: int) -> str | None:
        """Return the hash of the line of that running number, None where none was read."""
        return self._hashes.get(number)

    def missing(self, before: int = 0) -> list[int]:
        """Return the numbers behind `before` that are not in the log, though later ones are."""
        return [one for one in range(before + 1, self.last_number) if one not in self._hashes]

    def accept(self, line: Line) -> None:
        """Take note of a line that this program wrote itself, if it was not read already."""
        number = self._number(line)
        if number not in self._hashes:
            self._note(line, number)

    def advance(self, name: str, size: int, lines: list[Line]) -> None:
        """Go on behind `size` bytes that this program appended to a clean file."""
        place = self._places.setdefault(name, _Place())
        place.offset += size
        place.line += len(lines)
        for line in lines:
            self.accept(line)

    def _with_words(self, line: Line) -> Line:
        if line.digest not in self._book:
            self._read_book()
        words = self._book.pop(line.digest, None)
        if words is None:
            return line
        try:
            return join(line, words)
        except LineError:
            return line

    def _read_book(self) -> None:
        for name in sealed_files(self._disk, self._session, self.station):
            start = self._book_places.get(name, 0)
            try:
                data = self._disk.read(self._session / SEALED / name, start)
            except OSError:
                continue
            *pieces, rest = data.split(b"\n")
            self._book_places[name] = start + len(data) - len(rest)
            for raw in (*pieces, rest):
                words = read_words(raw)
                if words is not None:
                    self._book[words.digest] = words
