"""Picking a file: a path that is typed, and under it a list of what lies there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from plenary_tui.ui.conducting.arrivals import completed, typed_path
from plenary_tui.ui.importing.folders import Offer, above, begun, offers
from plenary_tui.ui.terminal.wrapping import fit

from .plain_input import Completing, PlainInput

_NOTHING = "nothing here begins so: Backspace goes up"
_KIND = 14


class FileList(Widget):
    """What lies under the path, one of them chosen; a click takes one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"file-list--cursor", "file-list--other"}
    DEFAULT_CSS = """
    FileList { height: 5; margin: 0 0 1 14; }
    FileList > .file-list--cursor { text-style: reverse; }
    FileList > .file-list--other { color: $text-muted; }
    """

    @dataclass
    class Taken(Message):
        """One was clicked."""

        offer: Offer

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._offers: Sequence[Offer] = ()
        self._at = -1

    @property
    def chosen(self) -> Offer | None:
        """The one that Enter takes; none before anything was typed or an arrow pressed."""
        return self._offers[self._at] if 0 <= self._at < len(self._offers) else None

    def show(self, found: Sequence[Offer], *, choose: bool) -> None:
        """Show others; the first of them is chosen or none is."""
        self._offers, self._at = found, 0 if choose and found else -1
        self.refresh()

    def move(self, step: int) -> None:
        """Choose the next one or the one before."""
        if self._offers:
            self._at = max(0, min(len(self._offers) - 1, self._at + step))
            self.refresh()

    @property
    def _top(self) -> int:
        return max(0, self._at - self.size.height + 1)

    def render_line(self, y: int) -> Strip:
        """Draw one: a folder with a slash, a file with its kind where it can be imported."""
        width, place = self.size.width, self._top + y
        if place >= len(self._offers):
            style = self.get_component_rich_style("file-list--other")
            said = _NOTHING if not self._offers and not y else ""
            return Strip([Segment(fit(said, width), style)]).extend_cell_length(width, style)
        one = self._offers[place]
        if place == self._at:
            style = self.get_component_rich_style("file-list--cursor")
        elif one.is_folder or one.kind:
            style = self.rich_style
        else:
            style = self.get_component_rich_style("file-list--other")
        mark = "▸" if place == self._at else " "
        name = fit(f"{mark} {one.name}{'/' if one.is_folder else ''}", max(0, width - _KIND))
        kind = "" if one.is_folder else f"✓ {one.kind}" if one.kind else "not read"
        room = max(0, width - _KIND)
        left = Strip([Segment(name, style)]).extend_cell_length(room, style)
        right = Strip([Segment(kind, style)]).extend_cell_length(_KIND, style)
        return Strip.join([left, right]).crop(0, width)

    def on_click(self, event: events.Click) -> None:
        """Take the one under the mouse."""
        place = self._top + event.y
        if place < len(self._offers):
            self.post_message(self.Taken(self._offers[place]))


class PathInput(PlainInput):
    """The path; up, down, Enter and Backspace go through the list of its screen.

    Enter goes into the chosen folder or takes the chosen file; of a path to a file that is there
    it is what it is in any other field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("pageup", "choose(-6)", show=False),
        Binding("pagedown", "choose(6)", show=False),
    ]

    def __init__(self, files: Callable[[], FileList], *, id: str, placeholder: str) -> None:
        super().__init__(id=id, placeholder=placeholder, suggester=Completing(completed))
        self._files = files

    def on_mount(self) -> None:
        """Show what lies here."""
        self.call_after_refresh(self.look)

    def look(self) -> None:
        """Show what lies under the path as it is typed."""
        path = typed_path(self.value)
        is_there = path is not None and path.is_file()
        self._files().show(offers(self.value), choose=bool(begun(self.value)) and not is_there)

    def watch_value(self) -> None:
        """Follow the path."""
        if self.is_mounted:
            self.look()

    def take(self, offer: Offer) -> None:
        """Put what was chosen into the path."""
        self.value = offer.typed
        self.cursor_position = len(self.value)
        self.focus()

    def action_choose(self, step: int) -> None:
        """Choose another one in the list."""
        self._files().move(step)

    async def action_submit(self) -> None:
        """Take what is chosen in the list, else do what the form does."""
        chosen = self._files().chosen
        if chosen is None or chosen.typed == self.value:
            await super().action_submit()
        else:
            self.take(chosen)

    def action_delete_left(self) -> None:
        """Behind a slash, or where nothing is typed, go up a folder."""
        at_end = self.cursor_position == len(self.value) and self.selection.is_empty
        if at_end and not begun(self.value):
            self.take(Offer("", above(self.value), is_folder=True))
        else:
            super().action_delete_left()
