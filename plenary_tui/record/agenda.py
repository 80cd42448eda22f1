"""The agenda: what was planned, what became of each item, and how it got there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from immutables import Map

from .kinds import AgendaItem, Handlers, ItemChange

if TYPE_CHECKING:
    from .entries import Entry
    from .meeting import Meeting

ItemState = Literal["planned", "taken_up", "concluded", "not_included", "deferred"]

_STATES: dict[str, ItemState] = {
    "taken_up": "taken_up",
    "reopened": "taken_up",
    "concluded": "concluded",
    "not_included": "not_included",
    "deferred": "deferred",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `history` holds the ids of the entries that made it what it is, in order."""

    number: str
    rank: int
    title: str = ""
    body: str = ""
    state: ItemState = "planned"
    reason: str = ""
    history: tuple[str, ...] = ()


def item_key(number: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts `4.2` before `4.10` and both before `5`."""
    parts = number.replace("(", ".").replace(")", "").split(".")
    return tuple((int(part), "") if part.isdigit() else (10**6, part) for part in parts)


def find_item(items: Map[str, Item], title: str) -> Item | None:
    """Return the item of that title that came first, if the agenda has one."""
    wanted = title.casefold()
    found = [item for item in items.values() if item.title.casefold() == wanted]
    return min(found, key=lambda item: item.rank, default=None)


def next_number(items: Map[str, Item]) -> str:
    """Return the number for an item that was not planned: one after the highest."""
    whole = [int(head) for item in items if (head := item.partition(".")[0]).isdigit()]
    return str(max(whole, default=0) + 1)


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
