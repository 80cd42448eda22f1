"""The program that begins with a drill."""

from __future__ import annotations

from textual.screen import Screen

from plenary_tui.importers.drilling import Ready
from plenary_tui.settings import Settings
from plenary_tui.ui.terminal import decoding

from ..app import SCREENS, PlenaryApp
from ..screens.drill import DrillScreen


class DrillApp(PlenaryApp):
    """Begins with a drill; what it leads to is the program as ever."""

    def __init__(self, settings: Settings, ready: Ready) -> None:
        super().__init__(settings, ready.drill.practice)
        self.css_path = [SCREENS / "room" / "room.tcss", SCREENS / "drill" / "drill.tcss"]
        self._drill = ready

    def get_default_screen(self) -> Screen[None]:
        """Begin with the drill."""
        return DrillScreen(
            self._drill, self.settings.writer, preferences=self.settings.preferences
        )  # fmt: skip


def run(settings: Settings, ready: Ready) -> tuple[int, list[str]]:
    """Run the drill; return the exit status, and what to tell on the terminal."""
    decoding.take_any_input()
    app = DrillApp(settings, ready)
    app.run(mouse=settings.preferences.mouse)
    app.flush()
    return app.return_code or 0, app.said
