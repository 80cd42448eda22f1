"""The list of what was found: headings and lines, drawn as they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plenary_tui.ui.searching.lines import Line, in_cells
from plenary_tui.ui.terminal.wrapping import fit

from .inks import ink

_MARK = "▶ "
_NO_MARK = "  "


class FoundList(ScrollView, can_focus=True):
    """Lines to choose from. Only a line with an entry can be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    class Highlighted(Message):
        """Another line is chosen, or there is none."""

    class Opened(Message):
        """The chosen line is to be opened."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._at = 0

    @property
    def line(self) -> Line | None:
        """The line that is chosen."""
        return self._lines[self._at] if self._at < len(self._lines) else None

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the choice stays on its entry where that is still there."""
        chosen = self.line
        self._lines = lines
        kept = (
            place for place, one in enumerate(lines)
            if chosen and (one.session, one.entry) == (chosen.session, chosen.entry)
        )  # fmt: skip
        first = next((place for place, one in enumerate(lines) if one.entry), len(lines))
        self._at = next(kept, first)
        self.on_resize()
        self._look()

    def on_resize(self) -> None:
        """Fit the lines."""
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._lines))

    def _look(self) -> None:
        top = max(0, self._at - 1) if self._at and not self._lines[self._at - 1].entry else self._at
        for row in (top, self._at):
            self.scroll_to_region(Region(0, row, 1, 1), animate=False, force=True)
        self.refresh()
        self.post_message(self.Highlighted())

    def choose(self, entry: str) -> None:
        """Choose the line of an entry, where there is one."""
        for place, one in enumerate(self._lines):
            if one.entry == entry:
                self._at = place
                self._look()
                return

    def action_move(self, by: int) -> None:
        """Choose another line, past the headings."""
        step = 1 if by > 0 else -1
        at = self._at
        for _ in range(abs(by)):
            there = at + step
            while 0 <= there < len(self._lines) and not self._lines[there].entry:
                there += step
            if not 0 <= there < len(self._lines):
                break
            at = there
        if at != self._at:
            self._at = at
            self._look()

    def action_page(self, by: int) -> None:
        """Choose a line a page away."""
        self.action_move(by * max(1, self.size.height - 1))

    def on_click(self, event: events.Click) -> None:
        """Choose the line under the mouse; open it with a second click."""
        place = event.y + self.scroll_offset.y
        if place < len(self._lines) and self._lines[place].entry:
            if place == self._at and event.chain > 1:
                self.post_message(self.Opened())
            self._at = place
            self._look()

    def render_line(self, y: int) -> Strip:
        """Draw one line: what was looked for is bold and underlined, never only coloured."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[place]
        if not line.entry:
            style = ink(self.app, "primary", "background", "bold")
            return Strip([Segment(fit(line.lead, width), style)]).extend_cell_length(width, style)
        is_chosen = place == self._at
        plain, found = self._styles(is_chosen=is_chosen)
        lead = fit(line.lead, max(0, width - len(_MARK)))
        room = width - len(_MARK) - cell_len(lead) - 1
        segments = [Segment(f"{_MARK if is_chosen else _NO_MARK}{lead} ", plain)]
        segments += [
            Segment(text, found if is_found else plain)
            for text, is_found in in_cells(line.words, room)
        ]
        return Strip(segments).adjust_cell_length(width, plain)

    def _styles(self, *, is_chosen: bool) -> tuple[Style, Style]:
        if is_chosen:
            colours = "block-cursor-foreground", "block-cursor-background"
        else:
            colours = "foreground", "background"
        return ink(self.app, *colours), ink(self.app, *colours, "bold underline")
