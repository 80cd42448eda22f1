"""Lists of rows of pieces, of which only the lines in sight are drawn, as the draft's.

What is selected stays selected, and where it stands on the screen, whatever comes or goes.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, Protocol, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from plenary_tui.ui.drafting.lines import DraftRow, height, lines
from plenary_tui.ui.messages import RowSelected, RowTaken
from plenary_tui.ui.panels import Line

from .inks import ink
from .row_index import Stacked

_INKS = {
    "plain": ("foreground", ""),
    "head": ("foreground", "bold"),
    "title": ("primary", "bold"),
    "quiet": ("text-muted", ""),
    "current": ("accent", "bold"),
    "warning": ("warning", "bold"),
    "inserted": ("success", "bold underline"),
    "deleted": ("error", "strike"),
}
"""Parts of a line, each with a colour of the theme and what says the same without it."""
_STRIPS = 200
"""Rows whose strips are kept."""


class Selectable(Protocol):
    """A row. id: what is selected with it; empty where it cannot be."""

    @property
    def id(self) -> str:
        """What is selected with it."""


R = TypeVar("R", bound=Selectable)


class RowList(ScrollView, Generic[R], can_focus=True):
    """Rows that can be selected where they have an id. Tells `RowSelected` and `RowTaken`."""

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
        self._rows = self.stacked()
        self._places: dict[str, int] = {}
        self._at: int | None = None
        self._strips: dict[int, list[Strip]] = {}
        self._inks: dict[str, Style] = {}

    @abstractmethod
    def stacked(self) -> Stacked[R]:
        """Return what knows where each row stands."""

    @abstractmethod
    def lines_of(self, row: R, width: int) -> list[Line]:
        """Return a row's lines, as many as it is high. The first leaves a cell to the cursor."""

    @property
    def selected(self) -> str:
        """The id of the selected row; empty where none is."""
        return self._rows.rows[self._at].id if self._at is not None else ""

    @property
    def beside_selected(self) -> str:
        """The id of the row after the selected one, else before it."""
        ids = self.ids()
        at = ids.index(self.selected) if self.selected in ids else 0
        return next(iter((*ids[at + 1 :], *reversed(ids[:at]))), "")

    def ids(self) -> list[str]:
        """Return the ids of the rows that can be selected, in order."""
        return list(self._places)

    def put(self, rows: Sequence[R]) -> None:
        """Show these rows; what is selected stays where it is, else what stood nearest to it."""
        # without any width it is out of sight, and comes back at the one that it had
        width = self.scrollable_content_region.width or self._rows.width
        if width == self._rows.width and list(rows) == self._rows.rows:
            return
        was, top = self._rows.height, self.scroll_y
        selected = self.selected
        before = [row.id for row in self._rows.rows[: self._at or 0] if row.id]
        offset = round(self.scroll_y) - self._rows.start(self._at) if self._at is not None else 0
        self._rows.width = width
        self._rows.put(rows)
        self._places = {}
        for place, row in enumerate(rows):
            if row.id:
                self._places.setdefault(row.id, place)
        self._strips.clear()
        nearest = (key for key in (selected, *reversed(before)) if key in self._places)
        self._at = self._places.get(next(nearest, ""), next(iter(self._places.values()), None))
        self._take_height()
        if self._at is not None and selected:
            self.scroll_to(y=max(0, self._rows.start(self._at) + offset), animate=False, force=True)
        self._show_selected()
        if self.selected != selected:
            self.post_message(RowSelected(self.id or "", self.selected))
        drawn = max(was, self._rows.height) if top == self.scroll_y == 0 else self.size.height
        self.refresh(Region(0, 0, self.size.width, max(1, min(drawn, self.size.height))))

    def _take_height(self) -> None:
        """Take the height of all rows. Set as Textual does it, this lays out the whole screen."""
        size = Size(self._rows.width, self._rows.height)
        self.set_reactive(RowList.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        if self.scroll_y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False, force=True)

    def go_to(self, row_id: str) -> bool:
        """Select a row and bring it into sight; False where there is none such."""
        place = self._places.get(row_id)
        if place is None:
            return False
        self._select(place)
        return True

    def _select(self, place: int) -> None:
        changed = place != self._at
        both = [one for one in (self._at, place) if one is not None]
        for one in both:
            self._strips.pop(one, None)
        self._at = place
        top = self.scroll_y
        self._show_selected()
        if self.scroll_y == top:
            self.refresh(*(self._region(one) for one in both))
        else:
            self.refresh()
        if changed:
            self.post_message(RowSelected(self.id or "", self.selected))

    def _region(self, place: int) -> Region:
        """Return the lines of a row in the window."""
        start, end = (at - round(self.scroll_y) for at in (
            self._rows.start(place), self._rows.end(place),
        ))  # fmt: skip
        start, end = max(0, start), min(self.size.height, end)
        return Region(0, start, self.size.width, max(1, end - start))

    def _show_selected(self) -> None:
        """Bring the selected row into sight, its beginning at least.

        It comes to stand a third below the top or above the end, so that few steps scroll: each
        line that moves goes over the network.
        """
        if self._at is None:
            return
        start, end = self._rows.start(self._at), self._rows.end(self._at)
        top, seen = round(self.scroll_y), max(1, self.size.height)
        if start < top or end - start >= seen:
            above = 0 if end - start >= seen else max(0, min(2 * seen // 3, seen - (end - start)))
            self.scroll_to(y=max(0, start - above), animate=False, force=True)
        elif end > top + seen:
            self.scroll_to(y=min(start, max(0, end - seen // 3)), animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew where the width changed."""
        width = self.scrollable_content_region.width
        if width != self._rows.width and width > 0:
            self.put(self._rows.rows)
        else:
            self._show_selected()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._inks.clear()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the window."""
        width = self.size.width
        found = self._rows.at(round(self.scroll_y) + y)
        if found is None:
            return Strip.blank(width, self.rich_style)
        place, line = found
        strips = self._strips.get(place)
        if strips is None:
            if len(self._strips) > _STRIPS:
                self._strips.clear()
            strips = self._strips[place] = self._draw(place)
        ground = self._ink("selected") if self._is_lit(place) else self.rich_style
        return strips[line].adjust_cell_length(width, ground)

    def _is_lit(self, place: int) -> bool:
        return place == self._at and self.has_focus

    def _draw(self, place: int) -> list[Strip]:
        strips = []
        for number, line in enumerate(self.lines_of(self._rows.rows[place], self._rows.width)):
            segments = [Segment(words, self._style(part, place)) for words, part in line if words]
            if not number and place == self._at:
                segments = _marked(segments)
            strips.append(Strip(segments))
        return strips

    def _style(self, part: str, place: int) -> Style:
        own = self._ink(part)
        if not self._is_lit(place):
            return self.rich_style + own
        kept = Style(underline=own.underline, strike=own.strike, bold=own.bold)
        return self._ink("selected") + kept

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

    def action_select(self, step: int) -> None:
        """Select the row before or after; a row that is longer than the window scrolls first."""
        if self._at is None:
            return
        start, end = self._rows.start(self._at), self._rows.end(self._at)
        top, seen = round(self.scroll_y), self.size.height
        if step > 0 and end > top + seen:
            self.scroll_to(y=min(end - seen, top + seen - 1), animate=False, force=True)
            return
        if step < 0 and start < top:
            self.scroll_to(y=max(start, top - seen + 1), animate=False, force=True)
            return
        places = list(self._places.values())
        here = places.index(self._at)
        if 0 <= here + step < len(places):
            self._select(places[here + step])
        elif step < 0:
            self.scroll_to(y=0, animate=False, force=True)

    def action_select_page(self, step: int) -> None:
        """Select a row a window further up or down."""
        if self._at is None:
            return
        y = self._rows.start(self._at) + step * max(1, self.size.height - 1)
        found = self._rows.at(max(0, min(y, self._rows.height - 1)))
        if found is not None:
            places = list(self._places.values())
            after = (place for place in places if place >= found[0])
            before = (place for place in reversed(places) if place <= found[0])
            self._select(next(after if step > 0 else before, places[-1 if step > 0 else 0]))

    def action_select_end(self, place: int) -> None:
        """Select the first or the last row."""
        if self._places:
            self._select(list(self._places.values())[place])

    def action_pick(self) -> None:
        """Take the selected row."""
        if self.selected:
            self.post_message(RowTaken(self.id or "", self.selected))

    def on_focus(self) -> None:
        """Light the selected row."""
        self._strips.clear()

    def on_blur(self) -> None:
        """The selected row keeps its sign, and its light goes."""
        self._strips.clear()

    def on_click(self, event: events.Click) -> None:
        """Select the row under the mouse; a second click takes it."""
        found = self._rows.at(round(self.scroll_y) + event.y)
        if found is not None and self._rows.rows[found[0]].id:
            self.focus()
            self._select(self._places[self._rows.rows[found[0]].id])
            if event.chain > 1:
                self.action_pick()


def _marked(segments: list[Segment]) -> list[Segment]:
    """Return a line with the sign of what is selected in its first cell."""
    if not segments or not segments[0].text:
        return segments
    first = segments[0]
    return [Segment("▸", first.style), Segment(first.text[1:], first.style), *segments[1:]]


class _Rows(Stacked[DraftRow]):
    def height_of(self, row: DraftRow) -> int:
        return height(row, self.width)


class DraftList(RowList[DraftRow]):
    """The paragraphs of a draft, or what stands beside them."""

    def stacked(self) -> Stacked[DraftRow]:
        """Return what knows where each row stands."""
        return _Rows()

    def lines_of(self, row: DraftRow, width: int) -> list[Line]:
        """Return a row's lines."""
        return lines(row, width)
