"""How the agenda changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plenary_tui.record.agenda import Item, ItemState
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import AgendaItem, AgendaOrder, Handlers, ItemChange
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
        minutes=what.minutes or known.minutes,
        history=known.history + (entry.id,),  # noqa: RUF005 - unpacking is five times as slow
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
        history=known.history + (entry.id,),  # noqa: RUF005 - unpacking is five times as slow
    )
    meeting.agenda = meeting.agenda.set(what.number, item)
    if what.act in ("taken_up", "reopened"):
        stop_item(meeting, entry.sitting, entry.happened)
        meeting.change_sitting(entry.sitting, item=what.number, before="")
        start_item(meeting, entry.sitting, entry.happened)
    elif meeting.sitting(entry.sitting).item == what.number and what.act == "concluded":
        stop_item(meeting, entry.sitting, entry.happened)
        meeting.change_sitting(entry.sitting, item="", before="")


def start_item(meeting: Meeting, sitting: str, at: datetime) -> None:
    """Time goes on for the item that a sitting is on, unless it is suspended or closed."""
    room = meeting.sitting(sitting)
    if room.item and room.state not in ("suspended", "closed"):
        meeting.change_sitting(sitting, item_since=at)


def stop_item(meeting: Meeting, sitting: str, at: datetime) -> None:
    """The time of the item that a sitting is on stops."""
    room = meeting.sitting(sitting)
    if room.item_since is None:
        return
    item = meeting.agenda.get(room.item)
    if item is not None:
        used = item.used + max(0.0, (at - room.item_since).total_seconds())
        meeting.agenda = meeting.agenda.set(item.number, replace(item, used=used))
    meeting.change_sitting(sitting, item_since=None)


def order_items(meeting: Meeting, entry: Entry, what: AgendaOrder) -> None:
    """Items are to be taken in another order."""
    meeting.agenda_orders = (*meeting.agenda_orders, what.numbers)


HANDLERS: Handlers = {
    AgendaItem: plan_item,
    AgendaOrder: order_items,
    ItemChange: change_item,
}
