"""The record as it reads without its sealed words.

Every export, the search index and the catalogue are made from this record, so that what was
said in camera or noted in private cannot reach them: it is not there.
"""

from __future__ import annotations

from collections.abc import Iterable
from operator import is_

from .entries import Entry
from .history import Record
from .kinds import (
    Continuation,
    Correction,
    CorrectionAnswered,
    CorrectionAsked,
    Marking,
    Sealed,
    Split,
)

_CARRY_WORDS = (Continuation, Correction, CorrectionAsked, CorrectionAnswered, Split)


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
        self._covering: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    def update(self, record: Record) -> Record:
        """Return the open record of `record` as it stands now; it is valid until the next call."""
        placed, before = record.entries, len(self._placed)
        new = placed[before:]
        fresh = {entry.id for entry in new}
        follows = (
            record.lost == self._open.lost
            and before <= len(placed)
            and all(map(is_, self._placed, placed))
        )
        covering = record.live.covered, record.retracted
        if follows and covering == self._covering and not _has_marking(new):
            hidden = set(self._under_seal[0])
            _hide(new, covering[0], hidden, in_camera=False)
            withheld = _withheld(record)
        else:
            hidden, withheld = _under_seal(record)
        under_seal = hidden, withheld
        goes_on = follows and (hidden - fresh, withheld - fresh) == self._under_seal
        self._covering = covering
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


def _has_marking(entries: Iterable[Entry]) -> bool:
    """Whether a marking is among them, which may cover what was taken back before."""
    return any(isinstance(entry.what, Marking) for entry in entries)


def _redacted(entries: Iterable[Entry], hidden: set[str], withheld: set[str]) -> list[Entry]:
    return [
        entry.redacted() if entry.id in hidden
        else _without(entry) if entry.id in withheld
        else entry
        for entry in entries
    ]  # fmt: skip


def _under_seal(record: Record) -> tuple[set[str], set[str]]:
    """Return the ids of what is hidden, and of the outcomes in camera that were not adopted."""
    return hidden_ids(record), _withheld(record)


def _withheld(record: Record) -> set[str]:
    covered = record.live.covered
    disputed = {
        gavel.entry
        for text in record.live.texts.values()
        for gavel in text.gavels
        if gavel.state == "disputed"
    }
    found = (record.entry(entry_id) for entry_id in disputed)
    return {
        entry.id for entry in found
        if entry is not None and (entry.marking == "in_camera" or entry.id in covered)
    }  # fmt: skip


def _without(entry: Entry) -> Entry:
    return entry.model_copy(update={"what": Sealed(), "by": "", "item": ""})


def hidden_ids(record: Record, *, in_camera: bool = False) -> set[str]:
    """Return the ids of the entries whose words belong under seal.

    Under seal is what is marked so, what a later "In camera from …" covers, and what continues
    or corrects either. With `in_camera`, only private notes and what carries their words.
    """
    covered = frozenset[str]() if in_camera else covered_ids(record)
    hidden: set[str] = set()
    _hide(record.entries, covered, hidden, in_camera=in_camera)
    return hidden


def _hide(
    entries: Iterable[Entry], covered: frozenset[str], hidden: set[str], *, in_camera: bool
) -> None:
    """Add those of some entries that belong under seal, given what is before them."""
    for entry in entries:
        what = entry.what
        seals = entry.marking == "private" if in_camera else entry.seals
        carries = hidden and isinstance(what, _CARRY_WORDS) and what.target in hidden
        if seals or carries or (entry.id in covered and what.open_part() is not what):
            hidden.add(entry.id)


def covered_ids(record: Record) -> frozenset[str]:
    """Return the ids of the entries that came under seal after they were written.

    The fold passes over what was taken back; its words are in the log all the same.
    """
    taken_back: list[Entry] = []
    covered, retracted = record.live.covered, record.retracted
    for entry in record.entries:
        what = entry.what
        if entry.id in retracted:
            taken_back.append(entry)
        elif isinstance(what, Marking) and what.level == "in_camera" and what.since is not None:
            since = what.since
            covered |= {
                old.id
                for old in taken_back
                if old.sitting == entry.sitting and old.happened >= since
            }
    return covered
