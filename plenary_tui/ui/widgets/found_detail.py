"""The pane below a list of what was found: all of the chosen line, to be scrolled through."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

MORE = "Shift-Down shows more"


class FoundDetail(VerticalScroll, can_focus=False):
    """Shows a text from its beginning, and says where there is more than fits."""

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield Static(id="search-detail", markup=False)

    def on_mount(self) -> None:
        """Say whether there is more whenever that may have changed."""
        for what in ("show_vertical_scrollbar", "virtual_size", "scroll_y"):
            self.watch(self, what, self._say_more)

    def show(self, told: Content) -> None:
        """Show another text."""
        self.query_one("#search-detail", Static).update(told)
        self.scroll_home(animate=False)

    def action_turn(self, by: int) -> None:
        """Show what stands below, or above."""
        self.scroll_relative(y=by, animate=False)

    def _say_more(self) -> None:
        is_cut = self.show_vertical_scrollbar and self.max_scroll_y > self.scroll_offset.y
        self.border_title = MORE if is_cut else ""
