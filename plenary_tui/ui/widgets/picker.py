"""The picker: names over the capture line, which keeps the keys, so that typing filters them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from plenary_tui.ui.menus.picking import MOST, Pick
from plenary_tui.ui.messages import Picked
from plenary_tui.ui.terminal.wrapping import fit

from .inks import ink

NOBODY = "nobody on the roster fits: Escape goes back to what you typed"
_CODE = 6


class Picker(Widget):
    """At most eight rows: code, name, class of speaker, and why somebody stands up there."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._picks: Sequence[Pick] = ()
        self._at = 0
        self._none = NOBODY

    def show(self, picks: Sequence[Pick], none: str = NOBODY) -> None:
        """Show these rows, the first of them chosen; `none` is said where there are none."""
        if tuple(picks) != tuple(self._picks):
            self._at = 0
        self._picks, self._none = picks[:MOST], none
        self.styles.height = max(1, len(self._picks))
        self.display = True
        self.refresh()

    def close(self) -> None:
        """Go away."""
        self.display = False

    @property
    def chosen(self) -> Pick | None:
        """The row that Enter takes."""
        return self._picks[self._at] if self._picks else None

    def move(self, step: int) -> None:
        """Choose the row before or after, round the ends."""
        if self._picks:
            self._at = (self._at + step) % len(self._picks)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        width = self.size.width
        if not self._picks:
            style = ink(self.app, "text-muted", "panel")
            text = fit(f"  {self._none}", width) if not y else ""
            return Strip([Segment(text, style)]).extend_cell_length(width, style)
        if y >= len(self._picks):
            return Strip.blank(width, self.rich_style)
        pick = self._picks[y]
        if y == self._at:
            style = ink(self.app, "block-cursor-foreground", "block-cursor-background", "bold")
        else:
            style = ink(self.app, "foreground", "panel")
        parts = [part for part in (pick.name, pick.beside) if part]
        said = f"{'▸' if y == self._at else ' '} {pick.put:<{_CODE}} {' · '.join(parts)}"
        mark = f"  {pick.mark} " if pick.mark else ""
        room = max(0, width - len(mark))
        left = Strip([Segment(fit(said, room), style)]).extend_cell_length(room, style)
        return Strip.join([left, Strip([Segment(mark, style)])]).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Take the row under the mouse."""
        if event.y < len(self._picks):
            self._at = event.y
            self.post_message(Picked())
