"""The keys of the room, and those that belong to no part of it alone."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus

from plenary_tui.ui.actions import ROOM, Action, applying, footer
from plenary_tui.ui.messages import Entered
from plenary_tui.ui.widgets.plain import KeyBar

from .desk import DeskKeys
from .entries import EntryKeys
from .procedure import ProcedureKeys

_BY_WIDGET = ("submit",)
_BEFORE_OTHERS = ("gavel", "speakers", "agenda", "check", "roll_call", "text")
"""What takes the keys at once: those that came in the same read are meant for it."""


class RoomKeys(EntryKeys, ProcedureKeys, DeskKeys):
    """The room's actions, each a method `do_<id>` of an action in the registry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            one.key,
            f"do('{one.id}')",
            one.label,
            id=one.id,
            tooltip=one.says,
            show=False,
            priority=one.id in _BEFORE_OTHERS,
        )
        for one in ROOM
        if one.id not in _BY_WIDGET
    ]

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    @on(DescendantFocus)
    def name_the_keys(self) -> None:
        """Say in the footer what Enter does where the keys are now."""
        keys = footer(self.actions, self.view)
        if self.focused is self.record:
            keys = [
                replace(one, id="correct", label="corrects") if one.id == "submit" else one
                for one in keys
            ]
        self.query_one("#keys", KeyBar).show(keys)

    def offered(self) -> list[Action]:
        """Return what the palette offers now."""
        return [
            one for one in applying(self.actions, self.view) if one.id not in ("commands", "back")
        ]

    def do_submit(self) -> None:
        """Record the line, as Enter does."""
        self.back_to_typing()
        self.post_message(Entered(self.capture.text))
        self.capture.put("")

    def do_help(self) -> None:
        """Show where we are and what can be done."""
        from plenary_tui.ui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.view))

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_back(self) -> None:
        """Go back to the capture line; what was offered there is left."""
        here = self.focused is self.capture and not self.menu.display
        self.back_to_typing()
        if here and self.is_offered:
            self.bring_back()
            self.says.last("")
