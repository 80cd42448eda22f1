"""A chart on the screen: lines of bars and numbers that scroll, drawn once and not at every key."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from plenary_tui.ui.panels import Line

from .plain import content


class Bars(VerticalScroll, can_focus=True):
    """Shows the lines of a chart; another chart begins at its top."""

    DEFAULT_CSS = """
    Bars { height: 1fr; padding: 0 1; scrollbar-size-vertical: 1; }
    Bars > Static { height: auto; width: auto; }
    """
    BESIDE = 3
    """Columns that a line cannot have: a margin on both sides, and the scroll bar, there or not."""

    def compose(self) -> ComposeResult:
        """Lay out the one text that there is."""
        yield Static(markup=False)

    def show(self, lines: Iterable[Line], *, anew: bool) -> None:
        """Show lines. anew: they are of another chart."""
        self.query_one(Static).update(content(lines))
        if anew:
            self.scroll_home(animate=False, force=True)
