"""The procedure at hand: the gavel, the floor and the list of speakers."""

from __future__ import annotations

import time

from plenary_tui.store.unfinished import Piece

from .base import RoomBase

TWICE = 1.0
"""Seconds within which a second press of the same key was a slip of the finger."""


class ProcedureKeys(RoomBase):
    """Give the floor, take requests for it, and stamp the gavel."""

    def __init__(self) -> None:
        super().__init__()
        self._next_at = 0.0

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
        else:
            self.lay_aside(Piece(begun))
        self.back_to_typing()

    def do_gavel(self) -> None:
        """Stamp the time and offer what the gavel can mean."""
        from plenary_tui.ui import gavel

        stamp = self.stamp()
        about = f", on {self.view.text.label}" if self.view.text else ""
        self.menu.offer(f"The gavel at {stamp}{about}:", gavel.at_the_gavel(self.view, stamp))

    def do_script(self) -> None:
        """Show what the Chair reads out now."""
        from plenary_tui.ui.screens.script import ScriptScreen

        self.app.push_screen(ScriptScreen(self))

    def do_list(self) -> None:
        """Begin a request for the floor."""
        self.offer_line("q+ ")
