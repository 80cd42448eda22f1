"""A screen laid over a room: it hears what the room is told, and records by the room's one way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.getters import app as app_getter
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.store.unfinished import Piece
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.personal import PersonalApp

from .anywhere import FromAnywhere

if TYPE_CHECKING:
    from plenary_tui.ui.conducting.events import Event
    from plenary_tui.ui.conducting.outbox import Outgoing

    from .room.base import RoomBase


class OverRoom(FromAnywhere):
    """Shows something of a room's record while the room goes on below."""

    ACTIONS: ClassVar[str] = ""
    """The registry of actions whose keys work here, by its name."""
    app = app_getter(PersonalApp)
    alarm: Static
    """The line on top that says what is wrong with the disk, where a screen has one."""

    def __init__(self, room: RoomBase) -> None:
        super().__init__()
        self.room = room

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here, with the person's keys."""
        return self.app.keymap.screens[self.ACTIONS]

    @property
    def session_folder(self) -> Path:
        """The folder of the room's session."""
        return self.room.conductor.folder

    def hear(self, event: Event) -> None:
        """Take what the room was told, once the room has taken it."""

    def alert(self, why: str) -> None:
        """Say over everything what is wrong with the disk; empty once nothing is."""
        self.alarm.update(clean_line(why))
        self.set_class(bool(why), "-alarmed")

    def give_back(self, outgoing: Outgoing) -> None:
        """Take back a line of this screen that the disk did not take."""

    def keep(self, text: str, corrects: str = "") -> None:
        """Keep on disk what is being typed here, as the room keeps its own."""
        self.room.typed_over = Piece(text, corrects=corrects)
        self.room.keep_typing()

    def on_unmount(self) -> None:
        """Keep nothing of it any longer."""
        self.room.typed_over = Piece()
