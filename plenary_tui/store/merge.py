"""The union of two copies of a session."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.errors import LogBusy, WrongUse

from .chain import Line, read_words
from .commit import change_files, finish
from .copies import Copy, id_of_words, read_copy, rewritten
from .disk import Disk, RealDisk, not_durable
from .names import LOG
from .reading import SEALED, sealed_name, segment_name, stations
from .union import branches, united


@dataclass(frozen=True)
class MergeReport:
    """What a merge did. lines: sentences for a person. added: the ids of the entries new here."""

    lines: tuple[str, ...]
    added: tuple[str, ...] = ()
    forks: tuple[str, ...] = ()


def merge(
    session: Path, other: Path, *, own: Collection[str] = (), disk: Disk | None = None
) -> MergeReport:
    """Make a session the union of itself and of another copy, which is only read.

    In-camera words come along, and private notes only of the stations in `own`. All files change
    or none. Raises WrongUse, LogBusy while a station records here, NotDurable.
    """
    disk = disk or RealDisk()
    for folder in (session, other):
        if not disk.exists(folder / LOG):
            raise WrongUse(f"{folder} holds no session: name the folder that its log/ is in.")
    try:
        with _locked(disk, session):
            finish(disk, session)
            return _merge(disk, session, read_copy(disk, other), own)
    except OSError as error:
        raise not_durable(error) from error


@contextmanager
def _locked(disk: Disk, session: Path) -> Iterator[None]:
    """Keep every station from recording here meanwhile."""
    with ExitStack() as locks:
        for station in stations(disk, session):
            path = session / LOG / segment_name(station, 1)
            lock = disk.open_append(path)
            locks.callback(lock.close)
            if not lock.lock():
                raise LogBusy(f"{station} records here just now: close it, then merge again.")
        yield


def _merge(disk: Disk, session: Path, theirs: Copy, own: Collection[str]) -> MergeReport:
    ours = read_copy(disk, session)
    work = _Work(ours, theirs, own)
    for origin in sorted({one.origin for copy in (ours, theirs) for one in copy.kept.values()}):
        work.unite(origin)
    change_files(disk, session, work.files)
    return MergeReport(tuple(work.told()), tuple(work.added), tuple(work.forks))


class _Work:
    """The files to change, and what to tell."""

    def __init__(self, ours: Copy, theirs: Copy, own: Collection[str]) -> None:
        self._ours = ours
        self._theirs = theirs
        self._own = own
        self.files: dict[str, bytes | None] = {}
        self.added: list[str] = []
        self.forks: list[str] = []
        self._lines: list[str] = []
        self._private: dict[str, int] = {}

    def unite(self, origin: str) -> None:
        """Bring one station's log to the union."""
        here = united(self._ours.lines_of(origin))
        pool = united([*here.values(), *self._theirs.lines_of(origin)])
        found = branches(origin, pool)
        new = [line for line in pool.values() if line.h not in here]
        self.added += [line.entry.id for line in new]
        if new:
            many = "one entry" if len(new) == 1 else f"{len(new)} entries"
            self._lines.append(f"{origin}: {many} from the other copy.")
        self._tell_forks(origin, found)
        for name in self._names_here(origin) - set(found):
            kept = self._ours.kept[name]
            self._change(LOG, dict.fromkeys(kept.files, None))
            self._change(SEALED, dict.fromkeys(kept.sealed_files, None))
        words = self._words(origin, pool)
        everywhere = {line.digest for line in pool.values()}
        for name, lines in found.items():
            self._lay_log(name, lines)
            self._lay_words(name, lines, words, everywhere)

    def _names_here(self, origin: str) -> set[str]:
        return {name for name, one in self._ours.kept.items() if one.origin == origin}

    def _tell_forks(self, origin: str, found: dict[str, list[Line]]) -> None:
        for name, lines in found.items():
            if name != origin and name not in self._ours.kept:
                self.forks.append(name)
                self._lines.append(
                    f"The log of {origin} went on apart in the two copies from "
                    f"{lines[0].entry.id}: both are kept, and the second reads as {name}."
                )

    def _change(self, folder: str, files: dict[str, bytes | None]) -> None:
        self.files.update({f"{folder}/{name}": data for name, data in files.items()})

    def _lay_log(self, name: str, lines: list[Line]) -> None:
        kept = self._ours.kept.get(name)
        raws = [line.raw for line in lines]
        before = [line.raw for line in kept.lines] if kept else []
        if raws == before:
            return
        if kept and raws[: len(before)] == before:
            file = list(kept.files)[-1]
            self._change(LOG, {file: _grown(kept.files[file], raws[len(before) :])})
            return
        first = segment_name(name, 1)
        later = {file: None for file in (kept.files if kept else ()) if file != first}
        self._change(LOG, {**later, first: rewritten(kept, lines)})

    def _words(self, origin: str, pool: dict[str, Line]) -> dict[str, bytes]:
        """Return the sealed words that may lie here: ours, and theirs that may come along."""
        ours, theirs = self._ours.words_of(origin), self._theirs.words_of(origin)
        marking = {line.digest: line.entry.marking for line in pool.values()}
        for digest in theirs.keys() - ours.keys():
            if marking.get(digest) == "private" and origin not in self._own:
                self._private[origin] = self._private.get(origin, 0) + 1
            elif digest in marking:
                ours[digest] = theirs[digest]
        return ours

    def _lay_words(
        self, name: str, lines: list[Line], words: dict[str, bytes], everywhere: set[str]
    ) -> None:
        """Lay out a log's sealed words: those here stay, unless they belong to another branch."""
        kept = self._ours.kept.get(name)
        wanted = {line.digest: line for line in lines if line.sealed and line.digest in words}
        before = kept.words if kept else []
        known = {raw: read_words(raw) for raw in before}
        at_hand = {found.digest for found in known.values() if found}
        missing = [digest for digest in wanted if digest not in at_hand]
        replaced = {wanted[digest].entry.id for digest in missing}
        stay = [
            raw
            for raw, found in known.items()
            if (found and found.digest in wanted)
            or not ((found and found.digest in everywhere) or id_of_words(raw) in replaced)
        ]
        if not missing and len(stay) == len(before):
            return
        fresh = [words[digest] for digest in missing]
        if kept and kept.sealed_files and len(stay) == len(before):
            file = list(kept.sealed_files)[-1]
            self._change(SEALED, {file: _grown(kept.sealed_files[file], fresh)})
            return
        first = sealed_name(name, 1)
        later = {file: None for file in (kept.sealed_files if kept else ()) if file != first}
        self._change(SEALED, {**later, first: _grown(b"", [*stay, *fresh])})

    def told(self) -> list[str]:
        """Return what to tell a person."""
        told = list(self._lines)
        for origin, count in self._private.items():
            notes = "One private note" if count == 1 else f"{count} private notes"
            verb = "stays" if count == 1 else "stay"
            told.append(
                f"{notes} of {origin} {verb} in the other copy: private notes never travel."
            )
        told += [
            f"In the other copy {LOG}/{damage}."
            for one in self._theirs.kept.values()
            for damage in one.damages
        ]
        if not self._ours.hashes & self._theirs.hashes:
            told.append(
                "The two copies had no entry in common: look whether they are of one session."
            )
        if not self.files:
            told.append("Nothing to add: this copy had everything already.")
        return told


def _grown(data: bytes, raws: list[bytes]) -> bytes:
    """Return a file's bytes with more lines; a torn end is closed, and nothing dropped."""
    closed = data + b"\n" if data and not data.endswith(b"\n") else data
    return closed + b"".join(raw + b"\n" for raw in raws)
