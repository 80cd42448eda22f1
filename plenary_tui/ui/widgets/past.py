"""What an entry read before: a few lines over the capture line, until Escape or the next letter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from plenary_tui.ui.messages import NotChosen

from .letters import letter


class Past(VerticalScroll, can_focus=True):
    """An entry's words as they were entered, and what was done to them since, by whom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "leave", show=False),
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
    ]

    def show(self, title: str, lines: Iterable[str]) -> None:
        """Show a heading and lines."""
        self.query(Static).remove()
        head = Content.assemble((title, "bold $primary"), ("   Escape goes back", "$text-muted"))
        self.mount(Static(Content("\n").join([head, *map(Content, lines)]), markup=False))
        self.scroll_home(animate=False)
        self.display = True
        self.focus()

    def close(self) -> None:
        """Go away."""
        self.display = False

    def action_leave(self) -> None:
        """Go back to the capture line."""
        self.post_message(NotChosen())

    def on_key(self, event: events.Key) -> None:
        """What is typed here was meant for the capture line."""
        if typed := letter(event):
            event.stop()
            self.post_message(NotChosen(typed))
