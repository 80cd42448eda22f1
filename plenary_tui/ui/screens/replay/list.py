"""The list of entries of a replay: it takes no keys, and a click goes to an entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from plenary_tui.ui.replay.signs import MATCHES
from plenary_tui.ui.seen.views import Row
from plenary_tui.ui.widgets.record_list import RecordList


class ReplayList(RecordList, can_focus=False):
    """Entries that a filter leaves are set quietly; those that fit it carry a sign as well."""

    @dataclass
    class Clicked(Message):
        """An entry was clicked."""

        entry: str

    def __init__(self, *, id: str) -> None:
        self._own_ground: Style | None = None
        super().__init__(id=id)
        self.filtered: Callable[[], bool] = lambda: False
        """Whether there is a filter whose rest is shown."""

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self._own_ground = None

    def _ground(self, place: int) -> Style:
        if self._own_ground is None:  # Textual works it out anew for every line
            self._own_ground = self.rich_style
        return self._own_ground

    def _draw(self, row: Row, place: int) -> list[Strip]:
        strips = super()._draw(row, place)
        if not self.filtered() or row.time.endswith(MATCHES):
            return strips
        quiet = self._ink("time")
        return [
            Strip([Segment(one.text, self._ground(place) + quiet) for one in strip])
            for strip in strips
        ]

    def on_click(self, event: events.Click) -> None:
        """Go to the entry under the mouse."""
        event.prevent_default()
        found = self.index.at(round(self.scroll_y) + event.y)
        if found is not None:
            self.post_message(self.Clicked(self.index.rows[found[0]].id))
