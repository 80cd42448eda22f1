"""The record as it reads without its sealed words.

Every export, the search index and the catalogue are made from this record, so that what was
said in camera or noted in private cannot reach them: it is not there.
"""

from __future__ import annotations

from .entries import Entry
from .history import Record
from .kinds import Continuation, Correction

_CARRY_WORDS = (Continuation, Correction)


def open_record(record: Record) -> Record:
    """Return the record without private notes and what was said in camera."""
    return Record(redact(record), lost=record.lost)


def redact(record: Record) -> list[Entry]:
    """Return the entries in fold order, those that belong under seal without their words.

    Under seal is what is marked so, what a later "In camera from …" covers, and what continues
    or corrects either.
    """
    hidden: set[str] = set()
    entries = []
    for entry in record.entries:
        carries = isinstance(entry.what, _CARRY_WORDS) and entry.what.target in hidden
        if entry.seals or carries or is_covered(entry, record):
            hidden.add(entry.id)
            entries.append(entry.redacted())
        else:
            entries.append(entry)
    return entries


def is_covered(entry: Entry, record: Record) -> bool:
    """Whether an entry came under seal after it was written."""
    return entry.id in record.live.covered and entry.what.open_part() is not entry.what
