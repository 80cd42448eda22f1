"""What every part of the room shares: its widgets, its view, and the way to the capture line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.getters import query_one
from textual.screen import Screen

from plenary_tui.preferences import Preferences
from plenary_tui.ui.actions import ROOM
from plenary_tui.ui.conductor import Conductor
from plenary_tui.ui.outbox import Outbox
from plenary_tui.ui.views import RoomView
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.menu import Menu
from plenary_tui.ui.widgets.plain import Says
from plenary_tui.ui.widgets.record_list import RecordList


class RoomBase(Screen[None]):
    """The room without its keys. Each part of it adds methods `do_<id>` of the registry."""

    capture = query_one("#capture", CaptureLine)
    record = query_one("#record", RecordList)
    menu = query_one("#menu", Menu)
    says = query_one("#says", Says)

    conductor: Conductor
    now: Callable[[], datetime]

    def __init__(self) -> None:
        super().__init__()
        self.actions = ROOM
        self.preferences = Preferences()
        self.view = RoomView()
        self.outbox = Outbox()
        self.aside = ""
        """What was being typed when another line was offered; it comes back after that one."""
        self.correcting = ""

    def offer_line(self, line: str) -> None:
        """Put a line into the capture line; what stood there comes back after it."""
        if self.capture.text and not self.aside and not self.correcting:
            self.aside = self.capture.text
            self.says.last("What you were typing comes back after this line.", "quiet")
        self.correcting = ""
        self.back_to_typing()
        self.capture.put(line)

    def back_to_typing(self, typed: str = "") -> None:
        """Leave menu and list for the capture line."""
        self.menu.close()
        self.capture.focus()
        if typed:
            self.capture.insert(typed)

    def stamp(self) -> str:
        """Return the time now, as a line begins with it."""
        return f"{self.now().astimezone(self.view.zone):%H:%M:%S}"

    def send(self, line: str) -> None:
        """Hand a line to the disk."""
        raise NotImplementedError

    def leave(self, to: str) -> None:
        """Leave for good."""
        raise NotImplementedError

    def mark_prompt(self) -> None:
        """Say before the capture line what is typed there."""
        raise NotImplementedError
