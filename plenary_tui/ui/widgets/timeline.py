"""The timeline over the foot of a replay: a click goes there, and so does drawing along it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from plenary_tui.ui.panels import Line

from .plain import content

Draw = Callable[[int, int], list[Line]]
"""A width and a height to the lines of a timeline."""


class TimelineBar(Widget):
    """Draws only the lines that read differently."""

    @dataclass
    class Wanted(Message):
        """A column was clicked. width: of how many."""

        column: int
        width: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._draw: Draw | None = None
        self._shown: list[Line] = []

    def show(self, draw: Draw) -> None:
        """Take what draws the timeline."""
        self._draw = draw
        self.update()

    def update(self) -> None:
        """Draw anew what has changed."""
        for y, (line, shown) in enumerate(zip_longest(self._lines(), self._shown)):
            if line != shown:
                self.refresh(Region(0, y, self.size.width, 1))

    def _lines(self) -> list[Line]:
        size = self.content_size
        return self._draw(size.width, size.height) if self._draw and size.height else []

    def render(self) -> Content:
        """Draw the lines."""
        self._shown = self._lines()
        return content(self._shown)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the column under the mouse."""
        self.capture_mouse()
        self._want(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go along with the mouse while its button is held."""
        if event.button and self.app.mouse_captured is self:
            self._want(event)

    def on_mouse_up(self) -> None:
        """Let go of the mouse."""
        self.release_mouse()

    def _want(self, event: events.MouseEvent) -> None:
        width = self.content_size.width
        at = event.x - self.gutter.left
        self.post_message(self.Wanted(max(0, min(at, width - 1)), width))
