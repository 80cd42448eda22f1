"""Whether a copy of a session holds: every line, the chains, and the sealed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record

from .chain import Line, read_words
from .copies import id_of_words
from .debris import Run, runs
from .disk import Disk, RealDisk
from .forks import ForkReader, reader_of
from .names import LOG
from .reading import SEALED, Batch, LogReader, sealed_files, stations
from .session import Session

_MERGE = "merge another copy of this session with `plenary merge`, which may have it whole"
_SCAR = (
    "an append that was never acknowledged: nothing to do, unless somebody cut the file, and "
    "then merge another copy with `plenary merge`"
)
_READABLE = "record.txt"
_UNREADABLE = "look after the disk and the rights of the file, then verify again"
_ADVICE = {
    "scar": _SCAR,
    "damaged": _MERGE,
    "break": _MERGE,
    "twin": "one of the two was put in by hand: compare with another copy",
    "unreadable": _UNREADABLE,
}


@dataclass(frozen=True)
class VerifyReport:
    """What was found. holds: no line, chain or seal is broken. lines: what is wrong or remarkable.

    entries: how many lines verified.
    """

    holds: bool
    lines: tuple[str, ...]
    entries: int


def verify(folder: Path, disk: Disk | None = None) -> VerifyReport:
    """Check everything in a session's folder, and say what is wrong, where, and what to do.

    What a copy may lack (sealed words, another station's log) is told and breaks nothing.
    Raises WrongUse where there is no session.
    """
    disk = disk or RealDisk()
    if not disk.exists(folder / LOG):
        raise WrongUse(f"{folder} holds no session: name the folder that its log/ is in.")
    session = Session(folder, disk)
    broken: list[str] = []
    remarks: list[str] = []
    entries = 0
    for name in stations(disk, folder):
        reader = reader_of(disk, folder, name, words=False)
        batch = reader.poll()
        entries += len(batch.lines)
        for damage, sentence in _damages(reader, batch):
            (remarks if damage.kind == "scar" else broken).append(sentence)
        for breaks, sentence in _words(disk, folder, reader, batch.lines):
            (broken if breaks else remarks).append(sentence)
    if not entries and not broken and disk.exists(folder / _READABLE):
        broken.append(f"{LOG}/ holds no entry, though {_READABLE} was written from some; {_MERGE}.")
    remarks += session.fork_notices()
    remarks += _missing(session.record)
    remarks += _decisions(session.record)
    return VerifyReport(not broken, (*broken, *remarks), entries)


def _damages(reader: LogReader, batch: Batch) -> Iterator[tuple[Run, str]]:
    """Return the damages, those of the chain told by what the whole log shows."""
    known = {line.h for line in batch.lines}
    breaks = iter(_breaks(reader, batch.lines))
    found = [*batch.damages, *([reader.tail] if reader.tail else [])]
    for damage in runs(found, is_all=not batch.lines):
        what = str(damage)
        advice = _ADVICE[damage.kind]
        if damage.kind == "break":
            line = next(breaks)
            if line.p in known or not line.p:
                what = what.partition("): ")[0] + f"): {line.entry.id} stands out of its place"
                advice = "its lines were put in another order: " + _MERGE
        yield damage, f"{LOG}/{what}; {advice}."


def _breaks(reader: LogReader, lines: list[Line]) -> Iterator[Line]:
    """Return the lines that do not follow the one before them, in the order of the log."""
    last = lines[0].p if lines and isinstance(reader, ForkReader) else ""
    for line in lines:
        if line.p != last:
            yield line
        last = line.h


def _words(
    disk: Disk, folder: Path, reader: LogReader, lines: list[Line]
) -> Iterator[tuple[bool, str]]:
    """Return what is wrong with a station's sealed words, and whether it breaks the seal.

    Words are written before their line: what a crash left without one is no damage.
    """
    sealed = {line.entry.id: line.digest for line in lines if line.sealed}
    digests = set(sealed.values())
    found: dict[str, str] = {}
    doubtful: list[tuple[str, str]] = []
    for name in sealed_files(disk, folder, reader.station):
        try:
            data = disk.read(folder / SEALED / name)
        except OSError as error:
            yield True, f"{SEALED}/{name} cannot be read ({error.strerror}); {_UNREADABLE}."
            continue
        offset = 0
        for number, raw in enumerate(data.split(b"\n"), 1):
            where = f"{SEALED}/{name}, line {number} (byte {offset})"
            offset += len(raw) + 1
            words = read_words(raw)
            if words is not None and words.digest in digests:
                found[words.digest] = where
            elif raw:
                doubtful.append((where, id_of_words(raw)))
    if doubtful and not lines:
        station = reader.station
        yield (
            False,
            f"{SEALED}/: no entry of {station} can be read, so {len(doubtful)} of its lines under "
            "seal have no place.",
        )
        return
    for where, told in doubtful:
        if told and sealed.get(told, "") not in ("", *found):
            yield True, f"{where}: these are not the words that were sealed for {told}; {_MERGE}."
        else:
            yield False, f"{where}: no entry's words; {_SCAR}."


def _missing(record: Record) -> Iterator[str]:
    """Return what the record waits for, and the words that are not in this copy."""
    waiting = record.waiting()
    if waiting:
        wanted = sorted({need for needs in waiting.values() for need in needs} - waiting.keys())
        yield (
            f"{_many(len(waiting))} cannot be placed until {_list(wanted)} are here; "
            "merge the copy of the station that recorded them."
        )
    sealed = len(record.live.sealed)
    if sealed:
        yield f"Of {_many(sealed)} the words are under seal and not in this copy."
    for entry in record.live.unknown:
        yield f"{entry.id} is of a kind that this version does not know; a newer one reads it."


def _decisions(record: Record) -> Iterator[str]:
    """Return holes in the decisions' numbers, and what makes no sense together."""
    meeting = record.live
    for number in _holes([*meeting.numbers, *meeting.annulled]):
        yield f"There is no decision {number}, although there is a later one; look for it."
    for conflict in meeting.conflicts:
        yield f"{conflict.what[:1].upper()}{conflict.what[1:]}: {_list(conflict.entries)}."


def _holes(numbers: list[str]) -> Iterator[str]:
    by_form: dict[tuple[str, str], list[int]] = {}
    for number in numbers:
        found = re.fullmatch(r"(.*?)(\d{1,6})(\D*)", number, re.ASCII | re.DOTALL)
        if found:
            by_form.setdefault((found[1], found[3]), []).append(int(found[2]))
    for (before, after), used in sorted(by_form.items()):
        for missing in sorted(set(range(1, max(used))) - set(used))[:20]:
            yield f"{before}{missing}{after}"


def _many(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"


def _list(ids: list[str] | tuple[str, ...]) -> str:
    shown = [*ids[:8], "…"] if len(ids) > 8 else ids
    return ", ".join(shown)
