"""The menu: lines that are offered, under the list. It never stands between a key and the text."""

from __future__ import annotations

import time

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from plenary_tui.ui.messages import Chosen, KeyPassed, NotChosen
from plenary_tui.ui.seen.views import Choice
from plenary_tui.ui.terminal.wrapping import fit

from .inks import ink
from .letters import letter

MOST = 12
"""Choices that are shown at once."""
SLIP = 0.3
"""Seconds within which the key that led to a menu, pressed again, is no choice in it."""
UNASKED = 0.7
"""Seconds for which a menu that nobody asked for takes every key for text."""


class Menu(Widget, can_focus=True):
    """Lines that are offered. A digit or Enter takes one; any letter goes back to typing."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._title = ""
        self._choices: list[Choice] = []
        self._at = 0
        self._first = 0
        self._since = 0.0
        self._is_left = False
        """Whether a key has left it: others that came in the same read come here still."""
        self._took = ("", 0.0)
        """The key that took a choice last, and when."""

    def offer(self, title: str, choices: list[Choice], *, asked: bool = True) -> None:
        """Show choices and take the keys; not `asked` for: in a moment, since somebody types."""
        self._since = 0.0 if asked else time.monotonic()
        self._is_left = False
        self._title = title
        self._choices = choices
        self._at = next((place for place, one in enumerate(choices) if one.line), 0)
        self._first = 0
        self.styles.height = min(len(choices), MOST) + 1
        self.display = True
        self.screen.set_focus(self)  # at once: the next key may have come with the last one
        self.refresh()

    def close(self) -> None:
        """Go away."""
        self.display = False

    def render_line(self, y: int) -> Strip:
        """Draw the title, or a choice with its number."""
        width = self.size.width
        if y == 0:
            style = ink(self.app, "primary", "panel", "bold")
            more = self._more()
            title = fit(self._title, width - len(more)) + more
            return Strip([Segment(title, style)]).extend_cell_length(width, style)
        place = self._first + y - 1
        if place >= len(self._choices):
            return Strip.blank(width, self.rich_style)
        choice = self._choices[place]
        if place == self._at:
            style = ink(self.app, "block-cursor-foreground", "block-cursor-background", "bold")
        else:
            style = ink(self.app, "foreground", "panel")
        mark = "▸" if place == self._at else " "
        number = str(place + 1) if place < 9 and choice.line else " "
        said = f"{choice.line}   {choice.says}" if choice.line else choice.says
        text = fit(f"{mark} {number} {said}", width)
        return Strip([Segment(text, style)]).extend_cell_length(width, style)

    def _more(self) -> str:
        """Say how many choices are out of sight."""
        above, below = self._first, max(0, len(self._choices) - self._first - MOST)
        said = [f"{above} above"] * bool(above) + [f"{below} below"] * bool(below)
        return f"  … {', '.join(said)}" if said else ""

    def on_key(self, event: events.Key) -> None:
        """Move, take, or leave."""
        key, typed = event.key, letter(event)
        if self._is_left:
            self.post_message(KeyPassed(key, event.character))
        elif time.monotonic() < self._since + UNASKED and event.character:
            if typed:
                self._leave(typed)
        elif key == self._took[0] and time.monotonic() < self._took[1] + SLIP:
            pass
        elif key in ("up", "down"):
            self._move(-1 if key == "up" else 1)
        elif key == "enter":
            self._take(self._at, key)
        elif key.isdigit() and 0 < int(key) <= len(self._choices):
            self._take(int(key) - 1, key)
        elif typed:
            self._leave(typed)
        elif key in ("escape", "backspace"):
            self._leave()
        else:
            return
        event.stop()

    def _leave(self, typed: str = "") -> None:
        self._is_left = True
        self.post_message(NotChosen(typed))

    def _move(self, step: int) -> None:
        places = [place for place, one in enumerate(self._choices) if one.line]
        if places:
            here = places.index(self._at) if self._at in places else 0
            self._at = places[(here + step) % len(places)]
            self._first = max(self._at - MOST + 1, min(self._first, self._at))
            self.refresh()

    def _take(self, place: int, key: str = "") -> None:
        if place < len(self._choices) and self._choices[place].line:
            self._is_left = True
            self._took = (key, time.monotonic())
            self.post_message(Chosen(self._choices[place], key))

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the mouse."""
        if event.y:
            self._take(self._first + event.y - 1)
