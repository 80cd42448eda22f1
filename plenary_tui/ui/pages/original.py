"""What an entry read before, and what was done to it since: in words, each with time and who."""

from __future__ import annotations

from plenary_tui.documents.telling import Teller
from plenary_tui.documents.telling.upkeep import upkeep_words
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record


def told(record: Record, entry: Entry) -> tuple[str, ...]:
    """Return one line as it was entered, and one for each change, in the order of the record.

    Of what was split off the whole is told.
    """
    while isinstance(entry.what, k.Split) and (whole := record.entry(entry.what.target)):
        entry = whole
    what = entry.what
    words = what.line if isinstance(what, k.Unread) else Teller(record.live).sentence(entry)
    lines = [f"{_when(record, entry)}: {' '.join(words.split())}"]
    known = {entry.id}
    for other in record.entries:
        if not isinstance(other.what, k.Correction | k.Split | k.Retraction):
            continue
        if other.what.target in known:
            known.add(other.id)
            gone = " (taken back)" if other.id in record.retracted else ""
            lines.append(f"{_when(record, other)}: {change_words(record, other)}{gone}")
    return tuple(lines) if len(lines) > 1 else (*lines, "Nothing was changed in it.")


def change_words(record: Record, entry: Entry) -> str:
    """Return what a change did, without saying again to what."""
    return upkeep_words(record, entry).partition(": ")[2] or entry.what.kind


def _when(record: Record, entry: Entry) -> str:
    local = entry.at.astimezone(record.live.zone)
    return f"{local:%H:%M} {entry.by or entry.station}"
