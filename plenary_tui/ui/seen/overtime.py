"""Which speeches went over their limit, told at the row where they begin in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from plenary_tui.record.entries import Entry
from plenary_tui.record.floor import Speaking
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Correction, Retraction, Split, Spoken
from plenary_tui.record.meeting import Meeting

from ..panels import clock_of

_AHEAD = 40
"""Entries behind the one that gave the floor, among which the speech itself is looked for."""
_RETELLS = (Correction, Retraction, Split)
"""Kinds after which turns that are over may have been others, or longer."""


class Overtime:
    """Knows what to say of which entry. Only turns that began or ended are looked at anew."""

    def __init__(self) -> None:
        self._running: frozenset[str] = frozenset()
        self._rows: dict[str, str] = {}
        """By the entry that a turn began with, the entry at which it is told."""
        self.notes: dict[str, str] = {}

    def whole(self, record: Record) -> None:
        """Look at all turns."""
        self._rows, self.notes = {}, {}
        self._running = _running(record.live)
        over = {began for began, turn in record.live.speaking.items() if turn.over >= 1}
        for place, entry in enumerate(record.entries) if over else ():
            if entry.id in over:
                self._look(record, entry.id, place)

    def update(
        self, record: Record, arrived: Iterable[Entry], place_of: Callable[[str], int]
    ) -> set[str]:
        """Look at the turns that began or ended since; return the entries that read otherwise.

        place_of: gives the place of an entry in the record, by its id.
        """
        arrived = tuple(arrived)
        if any(isinstance(entry.what, _RETELLS) for entry in arrived):
            known = self.notes
            self.whole(record)
            return {one for one, _ in known.items() ^ self.notes.items()}
        before, self._running = self._running, _running(record.live)
        looked_at = before ^ self._running
        looked_at |= {entry.id for entry in arrived if entry.id in record.live.speaking}
        changed: set[str] = set()
        for began in looked_at:
            changed |= self._look(record, began, place_of(began))
        return changed

    def _look(self, record: Record, began: str, place: int) -> set[str]:
        told = self._rows.pop(began, "")
        changed = {told} if told and self.notes.pop(told, "") else set()
        turn = record.live.speaking.get(began)
        if turn is not None and turn.over >= 1:
            told = _speech(record, place, turn)
            self._rows[began] = told
            self.notes[told] = f"over by {clock_of(int(turn.over))}"
            changed.add(told)
        return changed


def _running(live: Meeting) -> frozenset[str]:
    """Return the entries with which the turns began that are not over, or are interrupted."""
    found = set()
    for floor in live.floors.values():
        for began in (floor.began, floor.interrupted.began if floor.interrupted else None):
            if began is not None:
                found.add(began.id)
    return frozenset(found)


def _speech(record: Record, place: int, turn: Speaking) -> str:
    """Return the entry of the first words of a turn, that which gave the floor where none came."""
    for entry in record.entries[place : place + _AHEAD]:
        what = entry.what
        is_theirs = isinstance(what, Spoken) and what.speaker == turn.speaker
        if is_theirs and entry.sitting == turn.sitting and entry.id not in record.retracted:
            return entry.id
    return record.entries[place].id
