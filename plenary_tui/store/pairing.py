"""Two copies of a session beside each other: the entries that both have, and those of one only.

Nothing is written to either copy, not even what a merge that was interrupted left to finish.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from plenary_tui.errors import WrongUse
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Sealed

from .commit import is_unfinished
from .copies import id_of_words
from .disk import Disk, RealDisk
from .names import LOG
from .session import Session

Side = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry in two copies, under the ids that each reads it by; None where it is not there.

    same: both have the very line; else two lines stand under one id. words: the only side on
    which its words are at hand. damaged: the side on which its line does not verify.
    """

    left: Entry | None
    right: Entry | None
    same: bool = False
    words: Side | None = None
    damaged: Side | None = None

    @property
    def ids(self) -> tuple[str, str]:
        """The entry's id on both sides, empty where it is not there."""
        return (self.left.id if self.left else "", self.right.id if self.right else "")


def open_copy(folder: Path, disk: Disk | None = None) -> Session:
    """Open a copy of a session to be read only. Raises WrongUse."""
    disk = disk or RealDisk()
    if not disk.exists(folder / LOG):
        raise WrongUse(f"{folder} holds no session: name the folder that its log/ is in.")
    if is_unfinished(disk, folder):
        raise WrongUse(
            f"A merge of {folder.name} was interrupted: open it once, which finishes the merge, "
            "then compare again."
        )
    return Session(folder, disk)


def pairs(left: Session, right: Session) -> list[Pair]:
    """Return every entry of both copies once, in the order of when it happened."""
    ours, theirs = _by_hash(left), _by_hash(right)
    found = [
        Pair(one, theirs[h], same=True, words=_words_at(one, theirs[h]))
        for h, one in ours.items()
        if h in theirs
    ]
    found += _apart(
        _by_written_id(left, (one for h, one in ours.items() if h not in theirs)),
        _by_written_id(right, (one for h, one in theirs.items() if h not in ours)),
        (_damaged(left), _damaged(right)),
    )
    return sorted(found, key=_place)


def entries_of(session: Session) -> list[Entry]:
    """Return all entries of a copy, also those that wait for one that is not there."""
    record = session.record
    waiting = (record.entry(entry_id) for entry_id in record.waiting())
    return [*record.entries, *(entry for entry in waiting if entry)]


def _by_hash(session: Session) -> dict[str, Entry]:
    return {session.written(entry.id)[1]: entry for entry in entries_of(session)}


def _by_written_id(session: Session, entries: Iterator[Entry]) -> dict[str, list[Entry]]:
    """Return entries by the id in their lines, which two branches of a log may both have."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(session.written(entry.id)[0], []).append(entry)
    return found


def _apart(
    ours: dict[str, list[Entry]],
    theirs: dict[str, list[Entry]],
    damaged: tuple[frozenset[str], frozenset[str]],
) -> Iterator[Pair]:
    """Yield what is on one side only, or another line on each."""
    for written in dict.fromkeys((*ours, *theirs)):
        left, right = ours.get(written, []), theirs.get(written, [])
        both = min(len(left), len(right))
        yield from (Pair(*sides) for sides in zip(left, right, strict=False))
        yield from (
            Pair(one, None, damaged="right" if written in damaged[1] else None)
            for one in left[both:]
        )
        yield from (
            Pair(None, one, damaged="left" if written in damaged[0] else None)
            for one in right[both:]
        )


def _damaged(session: Session) -> frozenset[str]:
    """Return the ids that lines which do not verify say they are of."""
    found = set()
    for damage in session.damages:
        if damage.kind == "damaged":
            data = session.disk.read(session.folder / LOG / damage.file, damage.offset)
            found.add(id_of_words(data.partition(b"\n")[0]))
    return frozenset(found - {""})


def _words_at(left: Entry, right: Entry) -> Side | None:
    if _lacks_words(left, right):
        return "right"
    return "left" if _lacks_words(right, left) else None


def _lacks_words(one: Entry, other: Entry) -> bool:
    if isinstance(one.what, Sealed) or isinstance(other.what, Sealed):
        return isinstance(one.what, Sealed) and not isinstance(other.what, Sealed)
    return one.what != other.what and one.what == other.what.open_part()


def _place(pair: Pair) -> tuple[datetime, str, str]:
    sides = (pair.left, pair.right)
    return min((one.happened, one.order, one.id) for one in sides if one is not None)
