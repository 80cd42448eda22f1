"""The fold: each entry changes one part of the Meeting, by the handler of its kind.

It is total: it never raises and never refuses. What makes no sense where it lands is kept and
said, as a flag on the entry or as a conflict with both sides.
"""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Handlers, Outcome, Silence
from plenary_tui.record.meeting import Meeting

from . import agenda, decisions, drafting, drafts, floor, setup, sittings, speech, worklist
from .desks import note_at_desk

_HANDLERS: Handlers = {
    **agenda.HANDLERS, **decisions.HANDLERS, **drafting.HANDLERS, **drafts.HANDLERS,
    **floor.HANDLERS,
    **setup.HANDLERS, **sittings.HANDLERS, **speech.HANDLERS, **worklist.HANDLERS,
}  # fmt: skip


def fold_into(meeting: Meeting, entry: Entry) -> None:
    """Fold one entry, as it reads now, into a meeting that nobody else holds. Never raises."""
    fold_part_into(meeting, entry)
    note_at_desk(meeting, entry)
    meeting.last = entry.happened


def fold_part_into(meeting: Meeting, entry: Entry) -> None:
    """Fold what was split off from an entry, right behind it: no station stands there."""
    meeting.count += 1
    handler = _HANDLERS.get(type(entry.what))
    if handler is not None:
        handler(meeting, entry, entry.what)


def note_part(meeting: Meeting, part: Entry) -> None:
    """Note at its station's desk that a part was split off, where that was done."""
    meeting.count += 1
    note_at_desk(meeting, part)


def annul_into(meeting: Meeting, entry: Entry) -> None:
    """Note a retracted entry in the history; the number that it gave reads annulled."""
    meeting.history = (*meeting.history, entry)
    number = getattr(entry.what, "number", "")
    if isinstance(entry.what, Outcome | Silence) and number:
        meeting.annulled = meeting.annulled.set(number, entry.id)
