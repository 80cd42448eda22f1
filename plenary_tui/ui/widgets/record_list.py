"""The record: a list of entries that scales, since only what is seen is ever drawn."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size, Spacing
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plenary_tui.ui.messages import LeftDownwards, RowPicked
from plenary_tui.ui.seen.views import Row, Rows

from .inks import ink
from .letters import letter
from .row_index import TIME, WHO, RowIndex, indent_of, lines_of

_INKS = {
    "time": ("text-muted", ""),
    "who": ("primary", "bold"),
    "said": ("foreground", ""),
    "happening": ("secondary", ""),
    "outcome": ("accent", "bold"),
    "sealed": ("error", ""),
    "gone": ("text-muted", "strike"),
    "unread": ("warning", ""),
    "change": ("secondary", ""),
    "head": ("primary", "bold"),
}
_STRIPS = 150
"""Rows whose strips are kept: two screens of the largest window, some 10 kB a row."""


class RecordList(ScrollView, can_focus=True):
    """The entries of a session. It follows the end until somebody scrolls away from it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "select(-1)", show=False),
        Binding("down", "select(1)", show=False),
        Binding("pageup", "select_page(-1)", show=False),
        Binding("pagedown", "select_page(1)", show=False),
        Binding("home", "select_end(0)", show=False),
        Binding("end", "select_end(-1)", show=False),
        Binding("enter", "pick", show=False),
    ]

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.index = RowIndex()
        self.selected: int | None = None
        self._pending = 0
        self._follows = True
        self._strips: dict[int, list[Strip]] = {}
        self._inks: dict[str, Style] = {}

    @property
    def selected_entry(self) -> str:
        """The id of the selected entry; empty where none is."""
        if self.selected is None or self.selected >= len(self.index.rows) - self._pending:
            return ""
        return self.index.rows[self.selected].id

    def last_of(self, station: str) -> str:
        """Return the id of a station's last entry that is not taken back; empty without any."""
        found = (
            row.id
            for row in self._recorded()
            if row.tone not in ("gone", "change") and row.id.rpartition("-")[0] == station
        )
        return next(found, "")

    def said_above(self, entry: str) -> str:
        """Return the id of what was said last before an entry; empty where nothing was."""
        rows = self._recorded()
        for row in rows:
            if row.id == entry:
                return next((one.id for one in rows if one.who and one.tone != "gone"), "")
        return ""

    def row_of(self, entry: str) -> Row | None:
        """Return the row of an entry."""
        return next((row for row in self._recorded() if row.id == entry), None)

    def _recorded(self) -> Iterator[Row]:
        """Yield the rows of what is recorded, the last first."""
        return islice(reversed(self.index.rows), self._pending, None)

    def apply(self, rows: Rows) -> None:
        """Bring the list up to date."""
        waiting = self._take_pending()
        if rows.whole:
            anchor = self._anchor()
            self._strips.clear()
            self.index.put(rows.added)
        else:
            anchor = self._anchor() if rows.changed else None
            for place, _ in rows.changed:
                self._strips.pop(place, None)
            if rows.changed:
                self.index.change(rows.changed)
            self.index.add(rows.added)
        self._put_pending(waiting)
        self._settle(anchor)

    def wait_for(self, rows: list[Row]) -> None:
        """Show lines at the end that are entered and not on disk yet."""
        if not rows and not self._pending:
            return
        self._take_pending()
        self._put_pending(rows)
        self._settle(None)

    def _take_pending(self) -> list[Row]:
        if not self._pending:
            return []
        waiting = self.index.rows[-self._pending :]
        for place in range(len(self.index.rows) - self._pending, len(self.index.rows)):
            self._strips.pop(place, None)
        self.index.drop(self._pending)
        self._pending = 0
        return waiting

    def _put_pending(self, rows: list[Row]) -> None:
        self.index.add(rows)
        self._pending = len(rows)

    def _anchor(self) -> tuple[str, int] | None:
        """Return the entry at the top and how far it is scrolled, None at the end of the list."""
        top = self.index.at(round(self.scroll_y))
        if self._follows or top is None:
            return None
        return self.index.rows[top[0]].id, top[1]

    def _settle(self, anchor: tuple[str, int] | None) -> None:
        """Take the list's new height, and stay at its end or where somebody had scrolled to."""
        size = Size(self.index.width, self.index.height)
        if self.show_vertical_scrollbar and size.height > self.size.height:
            # Set as Textual does it, this lays out the whole screen anew, for the scrollbar alone.
            self.set_reactive(RecordList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
        else:
            self.virtual_size = size
        if self._follows:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        elif anchor is not None:
            for place, row in enumerate(self.index.rows):
                if row.id == anchor[0]:
                    line = min(self.index.start(place) + anchor[1], self.index.end(place) - 1)
                    self.scroll_to(y=line, animate=False, force=True)
                    break
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Follow the end again once somebody has scrolled there."""
        super().watch_scroll_y(old_value, new_value)
        self._follows = round(new_value) >= self.max_scroll_y

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew where the width changed; the place stays."""
        follows = self._follows or not self.index.rows
        width = self.scrollable_content_region.width
        if width != self.index.width:
            anchor = None if follows else self._anchor()
            self._strips.clear()
            self.index.resize(width)
            self._follows = follows
            self._settle(anchor)
        elif follows:
            self._follows = True
            self._settle(None)

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._inks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.size.width
        found = self.index.at(round(self.scroll_y) + y)
        if found is None:
            return Strip.blank(width, self.rich_style)
        place, line = found
        strips = self._strips.get(place)
        if strips is None:
            if len(self._strips) > _STRIPS:
                self._strips.clear()
            strips = self._strips[place] = self._draw(self.index.rows[place], place)
        return strips[line].adjust_cell_length(width, self._ground(place))

    def _ground(self, place: int) -> Style:
        if place == self.selected and self.has_focus:
            return self._ink("selected")
        return self.rich_style

    def _ink(self, part: str) -> Style:
        style = self._inks.get(part)
        if style is None:
            if part == "selected":
                style = ink(self.app, "block-cursor-foreground", "block-cursor-background")
            else:
                name, attributes = _INKS[part]
                style = ink(self.app, name, attributes=attributes)
            self._inks[part] = style
        return style

    def _draw(self, row: Row, place: int) -> list[Strip]:
        ground = self._ground(place)
        time, who, words, head = map(self._ink, ("time", "who", row.tone, "head"))
        if place == self.selected and self.has_focus:
            time = who = words = Style()
        strips = []
        if row.head:
            strips.append(Strip([Segment(f"── {row.head} ──", self.rich_style + head)]))
        for number, line in enumerate(lines_of(row, self.index.width)):
            if number:
                indent = " " * (TIME + indent_of(row))
                segments = [Segment(indent, ground), Segment(line, ground + words)]
            else:
                segments = [Segment(f"{row.time:<{TIME}}", ground + time)]
                if row.who:
                    cut = max(WHO, len(row.who) + 1)
                    segments.append(Segment(line[:cut], ground + who))
                    line = line[cut:]
                segments.append(Segment(line, ground + words))
            strips.append(Strip(segments))
        return strips

    def action_select(self, step: int) -> None:
        """Select the entry before or after; past the last one is the capture line."""
        last = len(self.index.rows) - self._pending - 1
        if last < 0:
            self.post_message(LeftDownwards())
            return
        here = last + 1 if self.selected is None else self.selected
        if here + step > last:
            self.post_message(LeftDownwards())
            return
        self.select(max(0, here + step))

    def action_select_page(self, step: int) -> None:
        """Select an entry a window further up or down."""
        here = len(self.index.rows) - 1 if self.selected is None else self.selected
        if here < 0:
            return
        y = self.index.start(here) + step * max(1, self.size.height - 1)
        found = self.index.at(max(0, min(y, self.index.height - 1)))
        if found is not None:
            self.select(min(found[0], len(self.index.rows) - self._pending - 1))

    def action_select_end(self, place: int) -> None:
        """Select the first or the last entry."""
        last = len(self.index.rows) - self._pending - 1
        if last >= 0:
            self.select(last if place else 0)

    def action_pick(self) -> None:
        """Correct the selected entry."""
        if self.selected_entry:
            self.post_message(RowPicked(self.selected_entry))

    def select(self, place: int | None) -> None:
        """Select an entry, or none, and bring it into sight."""
        for one in (self.selected, place):
            if one is not None:
                self._strips.pop(one, None)
        self.selected = place
        if place is not None:
            start, end = self.index.start(place), self.index.end(place)
            self.scroll_to_region(
                Region(0, start, 1, min(end - start, self.size.height)), spacing=Spacing(),
                animate=False, force=True,
            )  # fmt: skip
        self.refresh()

    def on_focus(self) -> None:
        """Begin at the last entry."""
        if self.selected is None:
            self.action_select(-1)
        self._strips.clear()

    def on_blur(self) -> None:
        """Nothing stays selected once the list is left."""
        self.select(None)
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Select the entry under the mouse."""
        found = self.index.at(round(self.scroll_y) + event.y)
        if found is not None and found[0] < len(self.index.rows) - self._pending:
            self.focus()
            self.select(found[0])

    def on_key(self, event: events.Key) -> None:
        """What is typed here was meant for the capture line."""
        if typed := letter(event):
            event.stop()
            self.post_message(LeftDownwards(typed))
