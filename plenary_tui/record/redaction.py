"""The record as it reads without its sealed words.

Every export, the search index and the catalogue are made from this record, so that what was
said in camera or noted in private cannot reach them: it is not there.
"""

from __future__ import annotations

from .entries import Entry
from .history import Record
from .kinds import Continuation, Correction, Marking, Sealed

_CARRY_WORDS = (Continuation, Correction)


def open_record(record: Record) -> Record:
    """Return the record without private notes and what was said in camera."""
    return Record(redact(record), lost=record.lost)


def redact(record: Record) -> list[Entry]:
    """Return the entries in fold order, those that belong under seal without their words.

    An outcome in camera is open because it was adopted; one gavelled over an objection was not.
    """
    hidden = hidden_ids(record)
    disputed = {
        gavel.entry
        for text in record.live.texts.values()
        for gavel in text.gavels
        if gavel.state == "disputed"
    }
    covered = record.live.covered
    return [
        entry.redacted() if entry.id in hidden
        else _without(entry)
        if entry.id in disputed and (entry.marking == "in_camera" or entry.id in covered)
        else entry
        for entry in record.entries
    ]  # fmt: skip


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
