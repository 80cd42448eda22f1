"""The display for the room: what is before the meeting, on a projector."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.getters import query_one
from textual.screen import Screen
from textual.widget import Widget

from plenary_tui.record.clean import clean_line
from plenary_tui.store.clock import local_now
from plenary_tui.store.disk import Disk
from plenary_tui.ui.display.lines import Size
from plenary_tui.ui.display.page import Page, page
from plenary_tui.ui.display.view import DisplayView
from plenary_tui.ui.display.watcher import POLL, Away, Failed, Seen, Watcher
from plenary_tui.ui.messages import Watched
from plenary_tui.ui.panels import Line
from plenary_tui.ui.terminal.themes import after
from plenary_tui.ui.widgets.plain import content

PAINTED_WITHIN = 0.03
"""Seconds that the terminal gets for the first frame before the record's modules are loaded."""
PAGE_STAYS = 20
"""Seconds that a page of a long text stays before the next one comes by itself."""
PAGE_HELD = 120
"""Seconds that a page stays to which somebody turned."""
SILENT = 6.0
"""Seconds without an answer from the folder after which the page says so."""
KEYS_SHOWN = 8
"""Seconds that the keys are shown, at the start and after one that means nothing."""
KEYS = "q leaves · t light, dark or plain · PgUp PgDn turn the text's pages"


class Board(Widget):
    """The whole screen as lines; only those that changed are written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def put(self, lines: list[Line]) -> None:
        """Show lines."""
        before, self.lines = self.lines, lines
        if len(before) != len(lines):
            self.refresh()
            return
        changed = [
            y for y, pair in enumerate(zip(before, lines, strict=True)) if len(set(pair)) > 1
        ]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def render(self) -> Content:
        """Draw the lines."""
        return content(self.lines, coloured=not self.screen.has_class("-closed"))


class DisplayScreen(Screen[None]):
    """Shows one session and follows it. sitting: its number, 0 for the last one opened."""

    CSS_PATH = "display.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.leave", "leaves", show=False),
        Binding("t", "theme", "light or dark", show=False),
        Binding("pagedown,down,space", "turn(1)", "the text's next page", show=False),
        Binding("pageup,up", "turn(-1)", "the text's page before", show=False),
    ]

    board = query_one(Board)

    def __init__(
        self,
        folder: Path,
        sitting: int = 0,
        *,
        disk: Disk | None = None,
        poll: float = POLL,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__()
        self.now = now
        self.watcher = Watcher(folder, self._told, sitting=sitting, disk=disk, poll=poll)
        self.view: DisplayView | None = None
        self._first = DisplayView(zone=now().tzinfo or DisplayView().zone)
        self._away = ""
        self._turn = 0
        self._pages = 1
        self._turns_at = 0.0
        self._keys_until = time.monotonic() + KEYS_SHOWN

    def compose(self) -> ComposeResult:
        """Lay out the display."""
        yield Board()

    def on_mount(self) -> None:
        """Show the time; the record comes behind."""
        self.call_after_refresh(lambda: self.set_timer(PAINTED_WITHIN, self._begin))
        self.set_interval(0.5, self.tick)

    def on_unmount(self) -> None:
        """Follow no longer."""
        self.watcher.stop(0.0)

    def _begin(self) -> None:
        gc.freeze()  # what was loaded stays: looking through it again and again only costs
        gc.enable()
        self.watcher.start()

    def _told(self, sight: Seen | Away | Failed) -> None:
        self.post_message(Watched(sight))

    @on(Watched)
    def take_sight(self, message: Watched) -> None:
        """Show what the watcher sees."""
        match message.sight:
            case Seen(view):
                self._show(view)
            case Away(why):
                self._away = f"since {self._clock()}: {why.rstrip('.')}" if why else ""
            case Failed(error):
                raise error
        self.tick()

    def _show(self, view: DisplayView) -> None:
        before = self.view.text if self.view else None
        self.view = view
        self.set_class(view.marking == "in_camera", "-closed")
        if view.text is None or before is None or view.text.label != before.label:
            self._turn = 0
            self._turns_at = time.monotonic() + PAGE_STAYS

    def on_resize(self) -> None:
        """Draw the page in its new size."""
        self.tick()

    def tick(self) -> None:
        """Draw the page as it is now; turn a long text's page where it is time."""
        if self._pages > 1 and time.monotonic() >= self._turns_at:
            self._turn += 1
            self._turns_at = time.monotonic() + PAGE_STAYS
        shown = self._page()
        self._pages = shown.pages
        self.board.put(shown.lines)

    def _page(self) -> Page:
        size = Size(self.size.width, self.size.height)
        return page(self.view or self._first, self.now(), size, self._turn, self._foot())

    def _foot(self) -> str:
        if time.monotonic() < self._keys_until:
            return KEYS
        silent = time.monotonic() - self.watcher.heard
        if self._away:
            return clean_line(f"Not up to date {self._away}. It goes on by itself.")
        if self.view is None:
            return "Reading the record …"
        if silent > SILENT:
            return f"No answer from the session's folder for {int(silent)} s; it goes on by itself."
        return ""

    def _clock(self) -> str:
        zone = (self.view or self._first).zone
        return f"{self.now().astimezone(zone):%H:%M}"

    def action_theme(self) -> None:
        """Change between light, dark and no colour."""
        self.app.theme = after(self.app.theme)

    def action_turn(self, by: int) -> None:
        """Turn the text's page; it stays for a while then."""
        self._turn = (self._turn + by) % self._pages
        self._turns_at = time.monotonic() + PAGE_HELD
        self.tick()

    def on_key(self) -> None:
        """Show which keys there are."""
        self._keys_until = time.monotonic() + KEYS_SHOWN
        self.tick()
