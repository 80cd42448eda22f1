"""A session's record as it lay here when it had a certain hash."""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record

from .forks import reader_of
from .reading import stations
from .session import Session, hash_of


def record_of_hash(session: Session, wanted: str) -> Record | None:
    """Return the record whose hash was `wanted` (`Session.hash`); None where it never had that.

    Between stations the lines are taken as they were written; a station that was offline then
    may keep a moment from being found.
    """
    if session.hash() == wanted:
        return session.record
    lines = [
        (line.entry.at, name, line.h, line.entry)
        for name in stations(session.disk, session.folder)
        for line in reader_of(session.disk, session.folder, name).poll().lines
    ]
    lines.sort(key=lambda one: (one[0], one[1]))
    lasts: dict[str, str] = {}
    kept: list[Entry] = []
    for _, name, line_hash, entry in lines:
        lasts[name] = line_hash
        kept.append(entry)
        if hash_of(lasts) == wanted:
            return Record(kept, lost=session.record.lost)
    return None
