"""The titles of the agenda's items as they stood: an item may be given another one later."""

from __future__ import annotations

from functools import cached_property

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import AgendaItem, ItemChange


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
