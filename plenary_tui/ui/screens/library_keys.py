"""What the keys of the library do, apart from opening, making and importing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from plenary_tui.ui.actions import Action, checked

LIBRARY = checked((
    Action("open", "enter", "open", "opens the chosen session in the room", "Sessions",
           footer=True),
    Action("new", "ctrl+n", "new", "makes a session from a template or a plan", "Sessions",
           footer=True),
    Action("import", "ctrl+l", "import", "imports notes or an IRC log", "Sessions", footer=True),
    Action("read_again", "f5", "read again", "reads the sessions that changed", "Sessions"),
    Action("help", "f1", "help", "what the columns say and the keys do", "Help", footer=True),
    Action("commands", "ctrl+p", "commands", "finds anything that can be done now", "Help",
           footer=True),
    Action("theme", "ctrl+t", "light or dark", "changes between light and dark", "Screen"),
    Action("quit", "ctrl+q", "leave", "leaves the program", "Screen", footer=True),
))  # fmt: skip
"""What can be done in the library."""


class LibraryKeys(Screen[None]):
    """The library's actions, each a method `do_<id>` of an action in the registry."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.says, show=False)
        for one in LIBRARY
        if one.id != "quit"  # the app's own, wherever one is
    ]

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def offered(self) -> list[Action]:
        """Return what the palette offers."""
        return [one for one in LIBRARY if one.id != "commands"]

    def do_help(self) -> None:
        """Show what the columns say and the keys do."""
        from .library_help import LibraryHelp

        self.app.push_screen(LibraryHelp())

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_theme(self) -> None:
        """Change between light and dark."""
        dark = self.app.theme == "plenary-dark"
        self.app.theme = "plenary-light" if dark else "plenary-dark"

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
