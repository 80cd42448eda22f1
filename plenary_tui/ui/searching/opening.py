"""From what was found to the session: its replay, at that entry."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App


def open_at(app: App[Any], folder: Path, entry: str) -> None:
    """Show a session as it stood at an entry, else from its beginning, over what is shown now."""
    from plenary_tui.ui.screens.replay import ReplayScreen

    app.push_screen(ReplayScreen(folder, until=entry or None))
