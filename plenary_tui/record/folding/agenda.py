"""How the agenda changes."""

from __future__ import annotations

from dataclasses import replace

from plenary_tui.record.agenda import Item, ItemState
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import AgendaItem, Handlers, ItemChange
from plenary_tui.record.meeting import Meeting

_STATES: dict[str, ItemState] = {
    "taken_up": "taken_up",
    "reopened": "taken_up",
    "concluded": "concluded",
    "not_included": "not_included",
    "deferred": "deferred",
}


def plan_item(meeting: Meeting, entry: Entry, what: AgendaItem) -> None:
    """An item is planned, or planned anew."""
    known = meeting.agenda.get(what.number) or Item(what.number, meeting.count)
    item = replace(
        known,
        title=what.title or known.title,
        body=what.body or known.body,
        history=(*known.history, entry.id),
    )
    meeting.agenda = meeting.agenda.set(what.number, item)


def change_item(meeting: Meeting, entry: Entry, what: ItemChange) -> None:
    """An item is taken up, concluded, reopened, deferred or left out."""
    known = meeting.agenda.get(what.number)
    if known is None:
        known = Item(what.number, meeting.count)
        if meeting.agenda and not what.title:
            meeting.flag(entry, f"item {what.number} was not on the agenda")
    item = replace(
        known,
        title=what.title or known.title,
        state=_STATES[what.act],
        reason=what.text,
        history=(*known.history, entry.id),
    )
    meeting.agenda = meeting.agenda.set(what.number, item)
    if what.act in ("taken_up", "reopened"):
        meeting.change_sitting(entry.sitting, item=what.number, before="")
    elif meeting.sitting(entry.sitting).item == what.number and what.act == "concluded":
        meeting.change_sitting(entry.sitting, item="", before="")


HANDLERS: Handlers = {AgendaItem: plan_item, ItemChange: change_item}
