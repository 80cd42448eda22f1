"""Asks for a key by having it pressed, and refuses at once what cannot be one."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from plenary_tui.ui.actions.keymap import plain_key


class KeyPrompt(ModalScreen[str | None]):
    """Dismissed with the key that was pressed, None for Escape.

    refused: why a key cannot be; empty where it can.
    """

    takes_every_key = True
    """No action of the app comes before: its key may be the one that is meant."""

    CSS = """
    KeyPrompt { align: center middle; background: transparent; }
    #key-prompt { width: 64; max-width: 100%; height: auto; border: solid $primary; padding: 0 1;
                  background: $surface; }
    #key-refused { text-style: bold; color: $text-error; min-height: 2; height: auto; }
    """

    def __init__(self, label: str, now: str, refused: Callable[[str], str]) -> None:
        super().__init__()
        self._label = label
        self._now = now
        self._refused = refused
        self._has_left = False

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="key-prompt"):
            yield Static(Content(f"Press the new key for “{self._label}”; now it is {self._now}."))
            yield Static(Content("Ctrl or Alt with a letter, or F1 to F12. Escape leaves it."))
            yield Static(id="key-refused", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Take the key, or say why it cannot be."""
        event.stop()
        event.prevent_default()
        if self._has_left:  # keys that come in one read come here still
            return
        key = plain_key(event.key)
        why = "" if key == "escape" else self._refused(key)
        if why:
            self.query_one("#key-refused", Static).update(Content(why))
            return
        self._has_left = True
        self.dismiss(None if key == "escape" else key)
