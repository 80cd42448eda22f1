"""The record as it reads without its sealed words.

Every export, the search index and the catalogue are made from this record, so that what was
said in camera or noted in private cannot reach them: it is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_

from .entries import Entry
from .history import Record
from .kinds import Continuation, Correction, Marking, Sealed, Split

_CARRY_WORDS = (Continuation, Correction, Split)


def open_record(record: Record) -> Record:
    """Return the record without private notes and what was said in camera."""
    return Record(redact(record), lost=record.lost)


class OpenRecord:
    """The open record of a record that grows: what `open_record` gives, at the cost of what came.

    It is folded anew only where what came changes the words that belong under seal.
    """

    def __init__(self) -> None:
        self._open = Record()
        self._placed: list[Entry] = []
        self._under_seal: tuple[set[str], set[str]] = (set(), set())

    def update(self, record: Record) -> Record:
        """Return the open record of `record` as it stands now; it is valid until the next call."""
        placed, before = record.entries, len(self._placed)
        hidden, withheld = under_seal = _under_seal(record)
        new = placed[before:]
        fresh = {entry.id for entry in new}
        goes_on = (
            record.lost == self._open.lost
            and before <= len(placed)
            and all(map(is_, self._placed, placed))
            and (hidden - fresh, withheld - fresh) == self._under_seal
        )
        if goes_on:
            self._open.add(_redacted(new, hidden, withheld))
        else:
            self._open = Record(_redacted(placed, hidden, withheld), lost=record.lost)
        self._placed = self._placed + new if goes_on else list(placed)
        self._under_seal = under_seal
        return self._open


def redact(record: Record) -> list[Entry]:
    """Return the entries in fold order, those that belong under seal without their words.

    An outcome in camera is open because it was adopted; one gavelled over an objection was not.
    """
    return _redacted(record.entries, *_under_seal(record))


def _redacted(entries: Iterable[Entry], hidden: set[str], withheld: set[str]) -> list[Entry]:
    return [
        entry.redacted() if entry.id in hidden
        else _without(entry) if entry.id in withheld
        else entry
        for entry in entries
    ]  # fmt: skip


def _under_seal(record: Record) -> tuple[set[str], set[str]]:
    """Return the ids of what is hidden, and of the outcomes in camera that were not adopted."""
    covered = record.live.covered
    disputed = {
        gavel.entry
        for text in record.live.texts.values()
        for gavel in text.gavels
        if gavel.state == "disputed"
    }
    found = (record.entry(entry_id) for entry_id in disputed)
    withheld = {
        entry.id for entry in found
        if entry is not None and (entry.marking == "in_camera" or entry.id in covered)
    }  # fmt: skip
    return hidden_ids(record), withheld


def _without(entry: Entry) -> Entry:
    return entry.model_copy(update={"what": Sealed(), "by": "", "item": ""})


def hidden_ids(record: Record, *, in_camera: bool = False) -> set[str]:
    """Return the ids of the entries whose words belong under seal.

    Under seal is what is marked so, what a later "In camera from …" covers, and what continues
    or corrects either. With `in_camera`, only private notes and what carries their words.
    """
    covered = frozenset[str]() if in_camera else covered_ids(record)
    hidden: set[str] = set()
    for entry in record.entries:
        what = entry.what
        seals = entry.marking == "private" if in_camera else entry.seals
        carries = isinstance(what, _CARRY_WORDS) and what.target in hidden
        if seals or carries or (entry.id in covered and what.open_part() is not what):
            hidden.add(entry.id)
    return hidden


def covered_ids(record: Record) -> frozenset[str]:
    """Return the ids of the entries that came under seal after they were written.

    The fold passes over what was taken back; its words are in the log all the same.
    """
    taken_back: list[Entry] = []
    covered = record.live.covered
    for entry in record.entries:
        what = entry.what
        if entry.id in record.retracted:
            taken_back.append(entry)
        elif isinstance(what, Marking) and what.level == "in_camera" and what.since is not None:
            since = what.since
            covered |= {
                old.id
                for old in taken_back
                if old.sitting == entry.sitting and old.happened >= since
            }
    return covered
