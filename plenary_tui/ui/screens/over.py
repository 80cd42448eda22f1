"""A screen laid over a room: it hears what the room is told, and records by the room's one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from plenary_tui.store.unfinished import Piece

if TYPE_CHECKING:
    from plenary_tui.ui.events import Event
    from plenary_tui.ui.outbox import Outgoing

    from .room.base import RoomBase


class OverRoom(Screen[None]):
    """Shows something of a room's record while the room goes on below."""

    def __init__(self, room: RoomBase) -> None:
        super().__init__()
        self.room = room

    def hear(self, event: Event) -> None:
        """Take what the room was told, once the room has taken it."""

    def give_back(self, outgoing: Outgoing) -> None:
        """Take back a line of this screen that the disk did not take."""

    def keep(self, text: str, corrects: str = "") -> None:
        """Keep on disk what is being typed here, as the room keeps its own."""
        self.room.typed_over = Piece(text, corrects=corrects)
        self.room.keep_typing()

    def on_unmount(self) -> None:
        """Keep nothing of it any longer."""
        self.room.typed_over = Piece()
