"""The program that shows two things side by side."""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from plenary_tui.documents.side_by_side import Comparison
from plenary_tui.settings import Settings
from plenary_tui.ui.terminal import decoding

from ..app import SCREENS, PlenaryApp
from ..screens.compare import CompareScreen


class CompareApp(PlenaryApp):
    """Begins with the comparison. compared: makes it, beside the screen."""

    def __init__(self, settings: Settings, compared: Callable[[], Comparison]) -> None:
        super().__init__(settings)
        self.css_path = [SCREENS / "compare.tcss"]
        self._compared = compared

    def get_default_screen(self) -> Screen[None]:
        """Begin with the comparison."""
        return CompareScreen(self._compared)

    def _on_signal(self, signum: int) -> None:
        self.exit(return_code=128 + signum)


def run(settings: Settings, compared: Callable[[], Comparison]) -> tuple[int, list[str]]:
    """Show a comparison; return the exit status, and what to tell on the terminal."""
    decoding.take_any_input()
    app = CompareApp(settings, compared)
    app.run(mouse=settings.preferences.mouse)
    return app.return_code or 0, app.said
