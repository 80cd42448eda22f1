"""Who had the floor when something was gavelled, for the line at a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plenary_tui.documents.telling import Teller
from plenary_tui.record.replaying import Past, Replaying

from .landmarks import kinds_of

if TYPE_CHECKING:
    from plenary_tui.record.entries import Entry


class Gavels:
    """Tells of each decision who had the floor; each is looked up once."""

    def __init__(self, replaying: Replaying) -> None:
        self._replaying = replaying
        self._beside: Replaying | None = None
        """Moves to decisions that are shown, without moving what the rest of the screen shows."""
        self._told: dict[int, str] = {}

    def told(self, past: Past, at: int) -> str:
        """Return the words for the entry at a place in time; empty where it is no decision.

        past: the record as it stands, after that entry or later ones.
        """
        entry = self._replaying.entries[at]
        if "decision" not in kinds_of(entry) or not entry.sitting:
            return ""
        if at not in self._told:
            self._told[at] = _words(self._then(past, at + 1), entry)
        return self._told[at]

    def _then(self, past: Past, position: int) -> Past:
        if len(past.entries) == position:
            return past
        if self._beside is None:
            self._beside = self._replaying.twin()
        return self._beside.record_at(position)


def _words(past: Past, entry: Entry) -> str:
    floor = past.live.floor(entry.sitting)
    if not floor.speaker:
        return "at the gavel nobody had the floor"
    capacity = getattr(floor.began.what, "capacity", "") if floor.began else ""
    name = Teller(past.live).name(floor.speaker)
    return f"at the gavel: {name}{f' as {capacity}' if capacity else ''} had the floor"
