"""The panel of a drill in which one hears what is said in the room."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

from plenary_tui.ui.panels import Line

from .plain import content

Lines = Callable[[int, int], list[Line]]
"""Given a width and a height, the lines that stand there."""


class Heard(Widget):
    """Draws the lines that it is given for its size."""

    def __init__(self, lines: Lines, *, id: str) -> None:
        super().__init__(id=id)
        self._lines = lines

    def render(self) -> Content:
        """Draw where the drill stands, and the last turns."""
        return content(self._lines(self.content_size.width, self.content_size.height))
