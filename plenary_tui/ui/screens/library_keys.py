"""What the keys of the library do, apart from opening, making and importing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from plenary_tui.ui.actions import LIBRARY, Action
from plenary_tui.ui.terminal.themes import after

from .anywhere import FromAnywhere


class LibraryKeys(FromAnywhere):
    """The library's actions, each a method `do_<id>` of an action in the registry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.says, id=one.id, show=False)
        for one in LIBRARY
        if one.id != "quit"  # the app's own, wherever one is
    ]

    def __init__(self) -> None:
        super().__init__()
        self.actions = LIBRARY

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def offered(self) -> list[Action]:
        """Return what the palette offers."""
        return [one for one in self.actions if one.id != "commands"]

    def do_help(self) -> None:
        """Show what the columns say and the keys do."""
        from .library_help import LibraryHelp

        self.app.push_screen(LibraryHelp(self.actions))

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_theme(self) -> None:
        """Change to the next theme, for this run."""
        self.app.theme = after(self.app.theme)

    def do_jump(self) -> None:
        """Show a letter beside each place, and go there."""
        from plenary_tui.ui.screens.jump import jump

        jump(self, {})

    def do_settings(self) -> None:
        """Show the settings, and change them."""
        from plenary_tui.ui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
