"""From a command to the screens, and what is said before they open and once they are gone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from plenary_tui.settings import Settings

from .console import complain


def open_screens(settings: Settings, folder: Path | None = None, *, on_draft: bool = False) -> int:
    """Open the room of a session or its draft, or the library; return the exit status."""
    say_troubles(settings)
    if settings.preferences.kitty_keys:
        # Read when Textual is imported; whoever sets it by hand knows better still.
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "0")
    from plenary_tui.ui.app import run

    return told(run(settings, folder, on_draft=on_draft))


def told(ended: tuple[int, list[str]]) -> int:
    """Tell on the terminal what screens left to say once they are gone; return the exit status."""
    code, said = ended
    with suppress(OSError):  # a closed window takes the terminal with it
        for sentence in said:
            complain(sentence)
    return code


def say_troubles(settings: Settings) -> None:
    """Say what in the person's settings does not hold; the program goes on with its defaults."""
    preferences = settings.preferences
    if preferences.keys or preferences.troubles:
        from plenary_tui.ui.actions.keymap import keymap

        for trouble in (*preferences.troubles, *keymap(preferences).troubles):
            complain(trouble)
