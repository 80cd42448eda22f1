"""What the keys of the room do."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.screen import Screen

from plenary_tui.ui.actions import ROOM, Action, applying
from plenary_tui.ui.conductor import Conductor
from plenary_tui.ui.messages import Entered
from plenary_tui.ui.outbox import Outbox
from plenary_tui.ui.views import RoomView
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.menu import Menu
from plenary_tui.ui.widgets.plain import Says
from plenary_tui.ui.widgets.record_list import RecordList

TWICE = 1.0
"""Seconds within which a second press of the same key was a slip of the finger."""
_BY_WIDGET = ("submit",)


class RoomKeys(Screen[None]):
    """The room's actions, each a method `do_<id>` of an action in the registry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, tooltip=one.says, show=False)
        for one in ROOM
        if one.id not in _BY_WIDGET
    ]

    capture = query_one("#capture", CaptureLine)
    record = query_one("#record", RecordList)
    menu = query_one("#menu", Menu)
    says = query_one("#says", Says)

    conductor: Conductor
    now: Callable[[], datetime]

    def __init__(self) -> None:
        super().__init__()
        self.view = RoomView()
        self.outbox = Outbox()
        self.aside = ""
        """What was being typed when another line was offered; it comes back after that one."""
        self.correcting = ""
        self._next_at = 0.0

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def offered(self) -> list[Action]:
        """Return what the palette offers now."""
        return [one for one in applying(ROOM, self.view) if one.id not in ("commands", "back")]

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

    def do_submit(self) -> None:
        """Record the line, as Enter does."""
        self.back_to_typing()
        self.post_message(Entered(self.capture.text))
        self.capture.put("")

    def do_help(self) -> None:
        """Show where we are and what can be done."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(ROOM, self.view))

    def do_check(self) -> None:
        """Offer the marks for the worklist."""
        if self.view.can_undo:
            from plenary_tui.ui import gavel

            self.menu.offer("The last entry, for the worklist:", gavel.checks())
        else:
            self.says.last("You have recorded nothing yet that could be marked.", "warning")

    def do_draft(self) -> None:
        """Show what is written from the record."""
        from .draft import DraftScreen

        self.app.push_screen(DraftScreen())
        self.conductor.draft()

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_next(self) -> None:
        """Give the floor to the next speaker, and begin their line."""
        if not self.view.floor.waiting:
            self.says.last("Nobody is on the list of speakers: q+ NV puts one on it.", "warning")
            return
        if time.monotonic() - self._next_at < TWICE:
            return
        self._next_at = time.monotonic()
        code, _ = self.view.floor.waiting[0]
        begun = f"{code}: "
        self.send("next")
        if not self.capture.text:
            self.capture.put(begun)
        elif not self.aside:
            self.aside = begun
        self.back_to_typing()

    def do_gavel(self) -> None:
        """Stamp the time and offer what the gavel can mean."""
        from plenary_tui.ui import gavel

        stamp = self.stamp()
        about = f", on {self.view.text.label}" if self.view.text else ""
        self.menu.offer(f"The gavel at {stamp}{about}:", gavel.at_the_gavel(self.view, stamp))

    def do_list(self) -> None:
        """Begin a request for the floor."""
        self.offer_line("q+ ")

    def do_correct(self) -> None:
        """Put the words of an entry into the capture line, to be mended."""
        self.conductor.to_correct(self.record.selected_entry)

    def do_undo(self) -> None:
        """Take back the selected entry, else the last one."""
        chosen = self.record.selected_entry
        if not chosen and not self.view.can_undo:
            self.says.last("There is nothing of yours to take back.", "warning")
            return
        self.send(f"undo @{chosen}" if chosen else "undo")

    def do_redo(self) -> None:
        """Put back what was taken back."""
        if self.view.can_redo:
            self.send("redo")
        else:
            self.says.last("Nothing was taken back that could be put back.", "warning")

    def do_split(self) -> None:
        """Record what stands in the capture line, one entry a line."""
        from plenary_tui.record.notation.lines import logical_lines

        text = self.capture.text
        self.capture.put("")
        for _, line in logical_lines(text):
            self.post_message(Entered(line))

    def do_back(self) -> None:
        """Go back to the capture line; what was offered there is left."""
        here = self.focused is self.capture and not self.menu.display
        self.back_to_typing()
        if here and (self.correcting or self.aside):
            self.correcting = ""
            self.capture.put(self.aside)
            self.aside = ""
            self.says.last("")
            self.mark_prompt()

    def do_theme(self) -> None:
        """Change between light and dark."""
        dark = self.app.theme == "plenary-dark"
        self.app.theme = "plenary-light" if dark else "plenary-dark"

    def do_library(self) -> None:
        """Leave the room for the library."""
        self._leave("library")

    def do_quit(self) -> None:
        """Leave the program."""
        self._leave("quit")

    def _leave(self, to: str) -> None:
        if len(self.outbox):
            self.says.last(
                "Something is not on disk yet: wait for it, or mend what the top line says.",
                "warning",
            )
        elif self.view.open_sittings:
            from plenary_tui.ui import gavel

            self.menu.offer(
                "A sitting is open. To leave never ends it; Escape stays here:",
                gavel.before_leaving(to),
            )
        else:
            self.leave(to)

    def send(self, line: str) -> None:
        """Hand a line to the disk."""
        raise NotImplementedError

    def leave(self, to: str) -> None:
        """Leave for good."""
        raise NotImplementedError

    def mark_prompt(self) -> None:
        """Say before the capture line what is typed there."""
        raise NotImplementedError
