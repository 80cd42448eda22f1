"""The record as documents for everybody are drawn from, whoever hands it over."""

from __future__ import annotations

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Sealed
from plenary_tui.record.redaction import hidden_ids, open_record


def public(record: Record) -> Record:
    """Return a record without sealed words: the same one where it holds none."""
    hidden = hidden_ids(record)
    speaks = any(
        entry.id in hidden
        and not isinstance(entry.what, Sealed)
        and (entry.redacted().what != entry.what or entry.by or entry.item)
        for entry in record.entries
    )
    return open_record(record) if speaks else record
