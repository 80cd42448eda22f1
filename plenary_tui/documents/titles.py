"""What sittings and the agenda's items are called: an item may be given another title later."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import AgendaItem, ItemChange
from plenary_tui.record.sittings import SittingRecord

from .wording import joined

if TYPE_CHECKING:
    from .chronicle import Chronicle


class Titles:
    """The titles of one record's agenda items."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def at(self, number: str, entry_id: str) -> str:
        """Return an item's title at an entry; its last where it had none yet, or none is known."""
        item = self._record.meeting.agenda.get(number)
        if item is None:
            return ""
        place = self._places.get(entry_id, len(self._places))
        given = (self._given(one) for one in item.history if self._places[one] <= place)
        return ([title for title in given if title] or [item.title])[-1]

    def _given(self, entry_id: str) -> str:
        entry = self._record.reads(entry_id)
        if entry is None or not isinstance(entry.what, AgendaItem | ItemChange):
            return ""
        return entry.what.title

    @cached_property
    def _places(self) -> dict[str, int]:
        return {entry.id: place for place, entry in enumerate(self._record.entries)}


def sitting_title(chronicle: Chronicle, sitting: SittingRecord) -> str:
    """Return what a sitting is called: its number, its bodies, its room, when it is to open."""
    on = sitting.official_day or chronicle.meeting.first_day or date.max
    bodies = joined(chronicle.words.body_name(code, on) for code in sitting.bodies)
    if len(sitting.bodies) > 1:
        bodies = f"joint sitting of {bodies}"
    bodies = bodies.removeprefix("the ")
    name = f"Sitting {sitting.number}" if sitting.number else "Sitting"
    planned = "" if sitting.number else str(sitting.planned)
    return ", ".join(part for part in (name, bodies, sitting.room, planned) if part)


def item_title(chronicle: Chronicle, number: str, entry_id: str) -> str:
    """Return what an agenda item was called at an entry."""
    item = chronicle.meeting.agenda.get(number)
    if not number or item is None:
        return f"Item {number}" if number else "General"
    title = chronicle.titles.at(number, entry_id)
    title = f"Item {number}: {title}" if title else f"Item {number}"
    return f"{title} ({item.body})" if item.body else title
