"""The program that shows one past session again."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen

from plenary_tui.settings import Settings
from plenary_tui.ui.terminal import decoding

from ..app import SCREENS, PlenaryApp
from ..screens.replay import ReplayScreen


class ReplayApp(PlenaryApp):
    """Begins with the replay of a session. until, speed, room: as `ReplayScreen` takes them."""

    def __init__(
        self, settings: Settings, folder: Path, until: str | None = None,
        speed: float | None = None, room: str = "",
    ) -> None:  # fmt: skip
        super().__init__(settings, folder)
        self.css_path = [SCREENS / "replay" / "replay.tcss"]
        self._replay = folder, until, speed, room

    def get_default_screen(self) -> Screen[None]:
        """Begin with the replay."""
        return ReplayScreen(*self._replay)

    def _on_signal(self, signum: int) -> None:
        self.exit(return_code=128 + signum)


def run(
    settings: Settings, folder: Path, until: str | None = None, speed: float | None = None,
    room: str = "",
) -> tuple[int, list[str]]:  # fmt: skip
    """Run the replay; return the exit status, and what to tell on the terminal."""
    decoding.take_any_input()
    app = ReplayApp(settings, folder, until, speed, room)
    app.run(mouse=settings.preferences.mouse)
    return app.return_code or 0, app.said
