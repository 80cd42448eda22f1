"""The list of sessions: a Line-API widget, so that thousands of rows open as fast as ten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui.pages.shelf import Row, spelt_dates
from plenary_tui.ui.shelving import Order
from plenary_tui.ui.terminal.wrapping import fit

_FLEXIBLE = 0


@dataclass(frozen=True)
class Column:
    """One column. width: cells, 0 for what is left over. least: the list's width it needs."""

    heading: str
    width: int
    text: Callable[[Row, date], str]
    least: int = 0
    to_the_right: bool = False


def _owed(row: Row, today: date) -> str:
    late = any(owed.is_overdue(today) for owed in row.owed)
    return f"{len(row.owed)}{'!' if late else ' '}" if row.owed else ""


def _entries(row: Row, today: date) -> str:
    return f"{row.entries:,}" if row.is_session and row.is_read else ""


COLUMNS = (
    Column("Session", _FLEXIBLE, lambda row, today: clean_line(row.name)),
    Column("Kind", 14, lambda row, today: row.kind, least=118),
    Column("Dates", 19, lambda row, today: spelt_dates(row.dates), least=48),
    Column("Place", 20, lambda row, today: row.place, least=140),
    Column("State", 12, lambda row, today: row.state, least=30),
    Column("Entries", 8, _entries, least=72, to_the_right=True),
    Column("Decided", 8, lambda row, today: f"{row.decisions or ''}", least=88, to_the_right=True),
    Column("Owed", 5, _owed, least=64, to_the_right=True),
    Column("Changed", 10, lambda row, today: row.changed[:10], least=110),
    Column("Intact", 10, lambda row, today: row.integrity, least=99),
)
_USUAL = Order()
_MARK = "▶ "
_NO_MARK = "  "


def _spread(width: int) -> Iterator[tuple[Column, int]]:
    """Yield the columns that a list of that width shows, each with its width."""
    shown = [column for column in COLUMNS if width >= column.least]
    taken = len(_MARK) + sum(column.width for column in shown) + len(shown) - 1
    for column in shown:
        yield column, column.width or max(8, width - taken)


def fitted(text: str, width: int, *, to_the_right: bool = False) -> str:
    """Return a text that is exactly so many cells wide, with an ellipsis where it was cut."""
    text = fit(text, width)
    space = " " * (width - cell_len(text))
    return space + text if to_the_right else text + space


def heading(width: int, order: Order = _USUAL) -> str:
    """Return the line of the columns' names; the one that is sorted by has an arrow."""
    cells = (
        fitted(
            column.heading + (order.arrow if column.heading == order.by else ""), cells,
            to_the_right=column.to_the_right,
        )
        for column, cells in _spread(width)
    )  # fmt: skip
    return _NO_MARK + " ".join(cells)


def column_at(width: int, x: int) -> str:
    """Return the name of the column in whose heading a cell lies."""
    end = len(_NO_MARK)
    name = ""
    for column, cells in _spread(width):
        end += cells + 1
        name = column.heading
        if x < end:
            break
    return name


class ListHeading(Static):
    """The columns' names; a click on one sorts by it."""

    @dataclass
    class Clicked(Message):
        """Somebody clicked on a column's name."""

        column: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._width = 0

    def show(self, width: int, order: Order) -> None:
        """Show the names over a list of that width."""
        self._width = width
        self.update(heading(width, order))

    def on_click(self, event: events.Click) -> None:
        """Tell whose name it was."""
        self.post_message(self.Clicked(column_at(self._width, event.x)))


class SessionList(ScrollView, can_focus=True):
    """Rows to choose from. cursor: the row that is chosen, counted from 0."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "session-list--cursor",
        "session-list--open",
        "session-list--damaged",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "move(-1000000)", show=False),
        Binding("end", "move(1000000)", show=False),
    ]

    cursor = reactive(0)

    class Highlighted(Message):
        """Another row is chosen, or there is none."""

    class Opened(Message):
        """The chosen row is to be opened."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: list[Row] = []
        self._today = date.today()
        self._is_chosen = False

    @property
    def row(self) -> Row | None:
        """The row that is chosen."""
        return self._rows[self.cursor] if self._rows else None

    def show(self, rows: Sequence[Row], today: date, *, choose: str = "") -> None:
        """Show other rows.

        The choice goes to the session `choose`, stays on the one that a person chose, or is the
        first.
        """
        kept = self.row.name if self.row and self._is_chosen else ""
        self._rows, self._today = list(rows), today
        places = {row.name: place for place, row in enumerate(self._rows)}
        place = places.get(choose or kept, min(self.cursor, max(0, len(self._rows) - 1)))
        self._is_chosen = self._is_chosen or bool(choose)
        self.set_reactive(SessionList.cursor, place)
        self._fit()
        self._look_at_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    def on_resize(self) -> None:
        """Spread the columns anew."""
        self._fit()

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))

    def _look_at_cursor(self) -> None:
        self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Return one line of the list."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if place >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[place]
        cells = (
            fitted(column.text(row, self._today), cells, to_the_right=column.to_the_right)
            for column, cells in _spread(width)
        )
        mark = _MARK if place == self.cursor else _NO_MARK
        line = Strip([Segment(mark + " ".join(cells), self._style(row, place))])
        return line.adjust_cell_length(width, self.rich_style)

    def _style(self, row: Row, place: int) -> Style:
        if place == self.cursor:
            return self.get_component_rich_style("session-list--cursor")
        state = row.state
        if state in ("damaged", "no session", "sitting open"):
            return self.get_component_rich_style(
                f"session-list--{'open' if state == 'sitting open' else 'damaged'}"
            )
        return self.rich_style

    def action_move(self, by: int) -> None:
        """Choose another row."""
        self._is_chosen = True
        self.cursor = max(0, min(len(self._rows) - 1, self.cursor + by))

    def action_page(self, by: int) -> None:
        """Choose a row a page away."""
        self.action_move(by * max(1, self.size.height - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Show where the choice is."""
        self._look_at_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse; open it with a second click."""
        place = event.y + self.scroll_offset.y
        if not 0 <= place < len(self._rows):
            return
        if place == self.cursor and event.chain > 1:
            self.post_message(self.Opened())
        self._is_chosen = True
        self.cursor = place
