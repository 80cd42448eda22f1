"""A sheet over the room: a heading, lines that scroll, what was said last, and its own keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import panels
from plenary_tui.ui.actions import Action
from plenary_tui.ui.conducting import events
from plenary_tui.ui.panels import Line
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

from .over import OverRoom


class Sheet(OverRoom):
    """Draws anew whatever the record or the window does; what is chosen on it stays."""

    CSS_PATH = "sheet.tcss"

    actions: tuple[Action, ...] = ()

    head = query_one("#sheet-head", Static)
    body = query_one("#sheet-body", VerticalScroll)
    text = query_one("#sheet-text", Static)
    says = query_one("#sheet-says", Says)

    def compose(self) -> ComposeResult:
        """Lay out the sheet."""
        yield Static(id="sheet-head", markup=False)
        with VerticalScroll(id="sheet-body", can_focus=True):
            yield Static(id="sheet-text", markup=False)
        yield Says(id="sheet-says")
        yield KeyBar((one for one in self.actions if one.footer), id="sheet-keys")

    def on_mount(self) -> None:
        """Take the keys."""
        self.body.focus()

    def on_resize(self) -> None:
        """Lay out anew."""
        self.draw()

    def hear(self, event: events.Event) -> None:
        """Follow the record."""
        if isinstance(event, events.Kept | events.Grew | events.Opened | events.NamesKnown):
            self.draw()

    def heading(self) -> str:
        """Return what the sheet is about."""
        raise NotImplementedError

    def lines(self, width: int) -> list[Line]:
        """Return what stands on it."""
        raise NotImplementedError

    @property
    def width(self) -> int:
        """The cells that a line of it has."""
        return max(20, self.body.scrollable_content_region.width or self.size.width - 2)

    def draw(self) -> None:
        """Show it as it is now."""
        view = self.room.view
        self.set_class(view.marking == "in_camera", "-closed")
        words = (*panels.how_closed(view), self.heading())
        self.head.update(clean_line(" · ".join(words)))
        self.text.update(content(self.lines(self.width)))

    def keep_in_sight(self, line: int) -> None:
        """Scroll so that a line is seen."""
        top, height = self.body.scroll_offset.y, self.body.size.height
        if line < top:
            self.body.scroll_to(y=max(0, line - 1), animate=False)
        elif line >= top + height:
            self.body.scroll_to(y=line - height + 1, animate=False)

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def do_back(self) -> None:
        """Go back to the room."""
        self.dismiss()

    def do_help(self) -> None:
        """Show what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view))
