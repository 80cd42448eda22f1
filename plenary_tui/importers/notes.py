"""Notes of a meeting, in the program's own notation, taken with any editor."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.kinds import Kind, Remark, Spoken, Unread
from plenary_tui.record.notation import logical_lines
from plenary_tui.record.scribe import Stamp

from .imported import BLANK, Imported, Intake, nothing_to_collect

_WORDS = {
    "meeting": "fact", "delegation": "fact", "body": "fact", "delegate": "fact",
    "presiding": "fact", "rapporteur": "fact", "date": "fact", "clock_stopped": "fact",
    "agenda": "agenda item", "item": "agenda item", "sitting_time": "sitting",
    "marking": "sitting", "end": "sitting", "list": "queue change", "limit": "queue change",
    "drafting": "draft change", "outcome": "outcome", "check": "check", "point_of_order":
    "point of order", "walk_out": "walk-out", "amendment_accepted": "amendment",
    "carried_over": "text carried over", "private": "private note", "reply": "replie",
}  # fmt: skip


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
        intake.left_out[BLANK] += 1
        return
    intake.commit(prepared)
    if prepared.note:
        intake.notes.append((number, prepared.note))
    if isinstance(prepared.entry.what, Unread):
        intake.not_understood.append((number, line))
    else:
        intake.counts[_word(prepared.entry.what)] += 1


def _word(what: Kind) -> str:
    """Return what a tally calls an entry."""
    kind: str = what.kind  # type: ignore[attr-defined]
    if isinstance(what, Remark) and not what.author:
        return "remark"
    if isinstance(what, Spoken) and kind == "statement":
        return "statement"
    return _WORDS.get(kind, kind)
