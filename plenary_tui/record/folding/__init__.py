"""The fold: each entry changes one part of the Meeting, by the handler of its kind.

It is total: it never raises and never refuses. What makes no sense where it lands is kept and
said, as a flag on the entry or as a conflict with both sides.
"""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Handlers, Outcome, Silence
from plenary_tui.record.meeting import Meeting

from . import agenda, decisions, drafting, floor, setup, sittings, speech, worklist
from .desks import note_at_desk

_HANDLERS: Handlers = {
    **agenda.HANDLERS, **decisions.HANDLERS, **drafting.HANDLERS, **floor.HANDLERS,
    **setup.HANDLERS, **sittings.HANDLERS, **speech.HANDLERS, **worklist.HANDLERS,
}  # fmt: skip


def fold_into(meeting: Meeting, entry: Entry) -> None:
    """Fold one entry, as it reads now, into a meeting that nobody else holds. Never raises."""
    meeting.count += 1
    handler = _HANDLERS.get(type(entry.what))
    if handler is not None:
        handler(meeting, entry, entry.what)
    note_at_desk(meeting, entry)
    meeting.last = entry.happened


def annul_into(meeting: Meeting, entry: Entry) -> None:
    """Note a retracted entry in the history; the number that it gave reads annulled."""
    meeting.history = (*meeting.history, entry)
    number = getattr(entry.what, "number", "")
    if isinstance(entry.what, Outcome | Silence) and number:
        meeting.annulled = meeting.annulled.set(number, entry.id)
