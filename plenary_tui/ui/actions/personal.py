"""What of a person's settings concerns every screen: the colours and the keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.app import App
from textual.filter import LineFilter

from plenary_tui.preferences import Preferences
from plenary_tui.settings import Settings

from ..terminal.colourless import Colourless
from ..terminal.themes import PLAIN, THEMES, theme_name
from .keymap import Keymap, keymap

_COLOURLESS = Colourless()


class PersonalApp(App[None], inherit_bindings=False):
    """An app in the colours and with the keys of a person.

    A binding takes the person's key if its id is that of the action.
    """

    def __init__(self, settings: Settings, css_path: Path) -> None:
        super().__init__(css_path=css_path)
        for theme in THEMES:
            self.register_theme(theme)
        self.settings = settings
        self.keymap: Keymap = keymap(settings.preferences)
        self.theme = theme_name(settings.preferences.theme)
        self.set_keymap(self.keymap.keys)

    def validate_theme(self, name: str) -> str:
        """Keep colour away where NO_COLOR asks for that, whatever is chosen."""
        return PLAIN.name if self.no_color else name

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what takes the colours out, where there should be none."""
        return [_COLOURLESS] if self.theme == PLAIN.name else super().get_line_filters()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave every key to a screen that asks for one to be pressed."""
        return not getattr(self.screen, "takes_every_key", False)

    def take_preferences(self, preferences: Preferences) -> None:
        """Use other settings from now on, on every screen that is open."""
        if preferences.theme != self.settings.preferences.theme:
            self.theme = theme_name(preferences.theme)
        self.settings.preferences = preferences
        self.keymap = keymap(preferences)
        self.set_keymap(self.keymap.keys)
        for stack in self._screen_stacks.values():
            for screen in stack:
                take = getattr(screen, "take_preferences", None)
                if take is not None:
                    take(preferences, self.keymap)
