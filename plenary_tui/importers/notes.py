"""Notes of a meeting, in the program's own notation, taken with any editor."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.kinds import Kind, Unread
from plenary_tui.record.notation import logical_lines
from plenary_tui.record.scribe import Stamp

from .imported import COMMENTS, Imported, Intake, nothing_to_collect

_WORDS = {
    **dict.fromkeys(
        ["meeting", "delegation", "body", "delegate", "presiding", "rapporteur", "date"], "fact"
    ),
    **dict.fromkeys(["sitting_time", "clock_stopped", "marking", "end"], "sitting"),
    **dict.fromkeys(["list", "limit"], "queue change"),
    "agenda": "agenda item",
    "item": "agenda item",
    "drafting": "draft change",
    "amendment_accepted": "amendment",
    "carried_over": "text carried over",
    "private": "private note",
}


def import_notes(
    text: str, station: str, stamp: Stamp, now: datetime, *, source: str = ""
) -> Imported:
    """Read notes into a record of their own, written `now` by `station`.

    stamp: gives each entry its id and order. source: the file's name, where the record is to
    end by saying what it was imported from.
    """
    intake = Intake(station, stamp, now, "notes")
    lines = logical_lines(text)
    with nothing_to_collect():
        for number, line in lines:
            _take(intake, number, line)
    return intake.done(len(lines), source)


def _take(intake: Intake, number: int, line: str) -> None:
    prepared = intake.scribe.prepare(line, intake.now)
    if prepared is None:
        intake.left_out[COMMENTS] += 1
        return
    intake.commit(prepared)
    if prepared.note:
        intake.notes.append((number, prepared.note))
    if isinstance(prepared.entry.what, Unread):
        intake.not_understood.append((number, line))
    else:
        intake.counts[_word(prepared.entry.what)] += 1


def _word(what: Kind) -> str:
    """Return what a tally calls an entry: the word of its kind, or of several that go together."""
    kind: str = what.kind  # type: ignore[attr-defined]
    return _WORDS.get(kind, kind.replace("_", " "))
