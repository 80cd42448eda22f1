"""A session's folder: the logs of its stations as one ordered record, tailed as they grow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from plenary_tui.errors import StoreError, WrongUse
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

from .clock import Clock, local_now
from .commit import finish
from .disk import Disk, RealDisk
from .forks import ForkReader, reader_of
from .names import LOG
from .reading import Damage, LogReader, collector_paused, stations

HEAL = "another copy of this session may have it whole: `plenary merge`"


class _Station:
    """One station's log, or a branch of one, as the session reads it."""

    def __init__(self, reader: LogReader) -> None:
        self.reader = reader
        self.fork = reader if isinstance(reader, ForkReader) else None
        self._count = 0
        self.lost: frozenset[str] = frozenset()
        """The ids of entries that are missing between others."""

    def poll(self) -> tuple[list[Entry], list[Damage]]:
        """Return what is new, under the ids that it is read by."""
        batch = self.reader.poll()
        entries = [line.entry for line in batch.lines]
        if not entries:
            return entries, batch.damages
        if self.fork is not None:
            entries = [self.fork.renamed(entry) for entry in entries]
        self._count += len(entries)
        before = self.fork.start - 1 if self.fork else 0
        if self._count < self.reader.last_number - before or self.lost:
            missing = self.reader.missing(before)
            self.lost = frozenset(f"{self.reader.station}-{number - before}" for number in missing)
        return entries, batch.damages


def _beginning(station: _Station) -> int:
    return station.fork.start if station.fork else 0


class Session:
    """A session as all its logs tell it.

    Reads at any moment, also while stations record, and takes no lock. What is damaged is told
    in `notices` and stops nothing. Raises WrongUse where there is no such folder, StoreError where
    an interrupted merge cannot be finished.
    """

    def __init__(
        self, folder: Path, disk: Disk | None = None, *, now: Callable[[], datetime] = local_now
    ) -> None:
        self.folder = folder
        self.name = folder.name
        self.disk = disk or RealDisk()
        self._now = now
        self._stations: dict[str, _Station] = {}
        self._damages: list[Damage] = []
        self.record = Record()
        try:
            finish(self.disk, folder)
        except OSError as error:
            raise StoreError(
                f"A merge of {self.name} was interrupted and cannot be finished here "
                f"({error.strerror or error}): make its folder writable."
            ) from error
        if not self.disk.exists(folder):
            raise WrongUse(f"There is no session in {folder}: look at the name.")
        self.poll()

    @property
    def stations(self) -> list[str]:
        """The stations that wrote here; a branch of a forked log is one of its own."""
        return sorted(self._stations)

    @property
    def damages(self) -> list[Damage]:
        """What was found in the logs that is no entry as it was written."""
        return list(self._damages)

    @property
    def tails(self) -> list[Damage]:
        """The unfinished last lines of the logs: being written just now, or torn."""
        return [one.reader.tail for one in self._stations.values() if one.reader.tail]

    def written(self, entry_id: str) -> tuple[str, str]:
        """Return the id that an entry has in its own line, and the hash of that line.

        Both are the same in every copy, whatever branch it is read in and with its words or
        without.
        """
        name, _, number = entry_id.rpartition("-")
        station = self._stations[name]
        before = station.fork.start - 1 if station.fork else 0
        origin = station.fork.origin if station.fork else name
        place = int(number) + before
        return f"{origin}-{place}", station.reader.hash_of(place) or ""

    @property
    def forks(self) -> list[ForkReader]:
        """The branches that are kept under names of their own."""
        return [one.fork for one in self._stations.values() if one.fork is not None]

    def poll(self) -> list[Entry]:
        """Take in what was recorded since the last time, and return the entries that are new.

        `record` is another object afterwards where entries proved to be lost.
        """
        self._meet()
        with collector_paused():
            return self._take_in()

    def _take_in(self) -> list[Entry]:
        arrived: list[Entry] = []
        forks = self.forks
        # A branch of a branch is read after the one that it left.
        for station in sorted(self._stations.values(), key=_beginning):
            if station.fork is not None and station.fork.parent is None:
                station.fork.parent = next(filter(station.fork.left_from, forks), None)
            entries, damages = station.poll()
            arrived += entries
            self._damages += damages
        known = self.record.entry
        is_first = not self.record.entries
        fresh = arrived if is_first else [one for one in arrived if known(one.id) is None]
        lost = frozenset[str]().union(*(one.lost for one in self._stations.values()))
        if lost != self.record.lost:
            waiting = (known(entry_id) for entry_id in self.record.waiting())
            before = [*self.record.entries, *(entry for entry in waiting if entry)]
            self.record = Record([*before, *fresh], lost=lost)
        elif fresh:
            self.record.add(fresh)
        return fresh

    def _meet(self) -> None:
        """Begin to read the stations that are new here."""
        for name in stations(self.disk, self.folder):
            if name not in self._stations:
                self._stations[name] = _Station(reader_of(self.disk, self.folder, name))

    def last_orders(self) -> dict[str, str]:
        """Return the order of each station's last entry."""
        return {name: one.reader.last_order for name, one in self._stations.items()}

    def hash(self) -> str:
        """Return the hash of the record as it lies here: of the last line of each station's log.

        That line's own hash holds the one before it, and so all of them.
        """
        return hash_of({name: self._stations[name].reader.last_h for name in self.stations})

    @property
    def notices(self) -> list[str]:
        """What a person should know about this copy, one sentence each."""
        told = [f"{LOG}/{damage}; {HEAL}." for damage in self._damages]
        told += self.fork_notices()
        clock = Clock(self._now)
        told += filter(None, (clock.observe(*last) for last in self.last_orders().items()))
        sealed, unknown = len(self.record.live.sealed), len(self.record.live.unknown)
        if sealed:
            told.append(f"Of {_count(sealed)} the words are under seal and not in this copy.")
        if unknown:
            told.append(
                f"{_count(unknown).capitalize()} of a kind that this version does not know: "
                "kept and passed over; a newer version reads them."
            )
        return told

    def fork_notices(self) -> list[str]:
        """Return what to know about logs that went on apart in two copies."""
        told = []
        for fork in self.forks:
            told.append(
                f"The log of {fork.origin} went on apart in two copies from {fork.origin}-"
                f"{fork.start}: both are kept, and the second reads as {fork.station}."
            )
            for entry in self.record.entries:
                unsure = [ref for ref in entry.what.refs() if self._is_twofold(ref, entry, fork)]
                told += [
                    f"{entry.id} points at {ref}, which both copies have: look which is meant."
                    for ref in unsure
                ]
        return told

    def _is_twofold(self, ref: str, entry: Entry, fork: ForkReader) -> bool:
        return (
            fork.id_of(ref) != ref
            and entry.station != fork.origin
            and self.record.entry(fork.id_of(ref)) is not None
        )


def _count(number: int) -> str:
    return "one entry" if number == 1 else f"{number} entries"


def hash_of(lasts: Mapping[str, str]) -> str:
    """Return the hash of a record, given the hash of the last line of each station's log."""
    told = "".join(f"{name} {lasts[name]}\n" for name in sorted(lasts))
    return blake2b(told.encode(), digest_size=16).hexdigest()
