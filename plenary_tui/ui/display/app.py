"""The program on the projector: one screen that shows a session and records nothing."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen

from plenary_tui.settings import Settings
from plenary_tui.ui.app import SCREENS, PlenaryApp
from plenary_tui.ui.screens.display import DisplayScreen
from plenary_tui.ui.terminal import decoding
from plenary_tui.ui.terminal.themes import LIGHT


class DisplayApp(PlenaryApp):
    """Shows the display of a session.

    It begins light: a projector cannot throw black on a wall, and in a lit room dark grounds
    wash out.
    """

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, settings: Settings, folder: Path, sitting: int = 0) -> None:
        super().__init__(settings, folder)
        self.css_path = [SCREENS / "display.tcss"]
        self._folder = folder
        self._sitting = sitting
        self.theme = LIGHT.name

    def get_default_screen(self) -> Screen[None]:
        """Begin with the display."""
        return DisplayScreen(self._folder, self._sitting)

    def _on_signal(self, signum: int) -> None:
        self.exit(return_code=128 + signum)


def run(settings: Settings, folder: Path, sitting: int = 0) -> tuple[int, list[str]]:
    """Run the display; return the exit status, and what to tell on the terminal."""
    decoding.take_any_input()
    app = DisplayApp(settings, folder, sitting)
    app.run(mouse=False)
    return app.return_code or 0, app.said
