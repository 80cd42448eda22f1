"""The library: the sessions, what each is and owes, and the ways to open, make and import one."""

from __future__ import annotations

import gc
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from plenary_tui.preferences import Preferences
from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.keymap import Keymap, keymap
from plenary_tui.ui.actions.palette import ActionCommands
from plenary_tui.ui.conducting import collector
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.conducting.catching_up import CatchingUp, Known, Reading
from plenary_tui.ui.pages.shelf import Row, first_rows, known_rows
from plenary_tui.ui.screens.library_acts import LibraryActs
from plenary_tui.ui.shelving import Order, having, in_order
from plenary_tui.ui.widgets.letters import letter
from plenary_tui.ui.widgets.plain import KeyBar
from plenary_tui.ui.widgets.session_detail import SessionDetail
from plenary_tui.ui.widgets.session_list import ListHeading, SessionList

_READING = "Reading session"
LOW = 20
"""Lines of a window below which less is told of the chosen session; LOWEST: nothing."""
LOWEST = 10
PAINTED_WITHIN = 0.05
"""Seconds that the terminal gets for the first frame."""


class LibraryScreen(LibraryActs):
    """All sessions of a folder. A session is opened by posting `Chosen`."""

    CSS_PATH = "library.tcss"
    COMMANDS: ClassVar = {ActionCommands}
    BINDINGS: ClassVar[list[BindingType]] = [Binding("shift+tab", "sort_before", show=False)]

    @dataclass
    class Chosen(Message):
        """A session is to be opened in the room."""

        folder: Path

    @dataclass
    class Told(Message):
        """The reading of the sessions tells something."""

        event: Reading | Known

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        keys = keymap(settings.preferences)
        self.actions = keys.screens["library"]
        self._trouble = " ".join((*settings.preferences.troubles, *keys.troubles)[:1])
        self._folder = settings.folder
        self._said = ""
        self._rows: list[Row] = []
        self._wanted = ""
        """What was typed: only sessions that hold all its words are shown."""
        self._order = Order()
        self._catching_up = CatchingUp(
            self._folder, lambda event: self.post_message(self.Told(event))
        )

    def compose(self) -> ComposeResult:
        """Lay out the library."""
        yield Static(id="library-title", markup=False)
        yield ListHeading(id="library-heading")
        yield SessionList(id="library-list")
        yield SessionDetail(id="library-detail")
        yield Static(id="library-said", markup=False)
        yield KeyBar(self._footer(None), id="library-keys")

    def on_mount(self) -> None:
        """Show what the catalogue knows; the rest follows."""
        self._show(first_rows(self._folder))
        if self._trouble:
            self._say(self._trouble)

    @on(events.ScreenResume)
    def _read_behind(self) -> None:
        """Let the first frame out before what reads the sessions is loaded beside it."""
        self.call_after_refresh(lambda: self.set_timer(PAINTED_WITHIN, self._begin))

    def _begin(self) -> None:
        if not gc.isenabled():  # it rests until the first frame is out
            collector.spare_what_lives()
        self.do_read_again()

    def do_read_again(self) -> None:
        """Read the sessions that changed."""
        self._catching_up.start()

    def on_unmount(self) -> None:
        """Let the reading stop."""
        self._catching_up.leave()

    @on(Told)
    def _take(self, told: Told) -> None:
        event = told.event
        if isinstance(event, Reading):
            self._say(f"{_READING} {event.place:,} of {event.total:,} …")
            return
        self._show(event.rows)
        if event.trouble:
            self._say(event.trouble)
        elif self._said.startswith(_READING):
            self._say(self._trouble)

    def _show(self, rows: list[Row], *, choose: str = "") -> None:
        self._rows = rows
        self._arrange(choose)
        if not rows:
            self._say(self._empty)
        elif self._said == self._empty:
            self._say("")

    def _arrange(self, choose: str = "") -> None:
        """Show the sessions that are wanted, in the order that is."""
        shown = in_order(having(self._rows, self._wanted), self._order)
        self.query_one(SessionList).show(shown, date.today(), choose=choose)
        self._fit(shown)

    @property
    def _nothing(self) -> str:
        """What to say where no session is chosen."""
        if self._rows:
            return f"No session has “{self._wanted}”: Escape shows all of them."
        return self._empty

    @property
    def _empty(self) -> str:
        keys = {one.id: one.shown_key for one in self.actions}
        return (
            f"There is no session here yet: {keys['new']} makes one, {keys['import']} imports "
            "a file."
        )

    def _say(self, text: str) -> None:
        self._said = clean_line(text)
        self.query_one("#library-said", Static).update(self._said)

    @on(events.Resize)
    def _resized(self) -> None:
        self.set_class(self.size.height < LOW, "-low")
        self.set_class(self.size.height < LOWEST, "-lowest")
        self._arrange()

    def _fit(self, shown: list[Row]) -> None:
        where = clean_line(str(self._folder))
        count = sum(row.is_session for row in self._rows)
        number = "1 session" if count == 1 else f"{count:,} sessions"
        if others := len(self._rows) - count:
            number += f" and {others:,} other folder{'s' if others > 1 else ''}"
        if self._wanted:
            number = f"{len(shown):,} of {number} with “{self._wanted}”"
        self.query_one("#library-title", Static).update(f"Library · {number} in {where}")
        sessions = self.query_one(SessionList)
        width = sessions.scrollable_content_region.width or self.size.width
        self.query_one(ListHeading).show(width, self._order)

    def on_key(self, event: events.Key) -> None:
        """Keep only the sessions that hold what is typed."""
        typed = letter(event)
        if event.key == "backspace" and self._wanted:
            self._wanted = self._wanted[:-1]
        elif typed and (typed != " " or self._wanted):
            self._wanted += clean_line(typed) or " "
        else:
            return
        event.stop()
        self._arrange()

    def do_back(self) -> None:
        """Show all sessions again, in the usual order."""
        self._wanted, self._order = "", Order()
        self._arrange()

    def do_sort(self) -> None:
        """Sort by the next column."""
        self._sort(self._order.after(1))

    def action_sort_before(self) -> None:
        """Sort by the column before."""
        self._sort(self._order.after(-1))

    def do_turn(self) -> None:
        """Sort the other way round."""
        self._sort(self._order.turned())

    @on(ListHeading.Clicked)
    def _sort_by(self, clicked: ListHeading.Clicked) -> None:
        self._sort(self._order.chosen(clicked.column))

    def _sort(self, order: Order) -> None:
        self._order = order
        self._arrange()
        keys = {one.id: one.shown_key for one in self.actions}
        turns = f"{keys['turn']} turns it round, " if order.by else ""
        self._say(f"{order.said} {turns}{keys['back']} goes back to the usual order.")

    @on(SessionList.Highlighted)
    def _tell(self) -> None:
        row = self.chosen
        keys = {one.id: one.shown_key for one in self.actions}
        self.query_one(SessionDetail).show(row, date.today(), keys["room"])
        self.query_one(KeyBar).show(self._footer(row))

    def _footer(self, row: Row | None) -> list[Action]:
        """Return the keys that matter; of a meeting that is over Enter is the replay."""
        if row is None or not row.is_over:
            return [one for one in self.actions if one.footer]
        of = {one.id: one for one in self.actions}
        instead = {"open": replace(of["open"], label=of["replay"].label), "replay": of["room"]}
        return [instead.get(one.id, one) for one in self.actions if one.footer]

    @on(SessionList.Opened)
    def do_open(self) -> None:
        """Open the chosen session: in the room, where it has ended as a replay."""
        row = self.chosen
        if row is not None and row.is_over:
            self.do_replay()
        else:
            self.do_room()

    def do_room(self) -> None:
        """Open the chosen session in the room."""
        row = self._readable("opened")
        if row is not None:
            self._say("")
            self.post_message(self.Chosen(self._folder / row.name))

    def take_preferences(self, preferences: Preferences, keys: Keymap) -> None:
        """Use other settings from now on."""
        self.actions = keys.screens["library"]
        self.query_one(KeyBar).show(self._footer(self.chosen))

    def do_replay(self) -> None:
        """Show the chosen session again."""
        row = self._readable("replayed")
        if row is None:
            return
        from plenary_tui.ui.screens.replay import ReplayScreen

        self._say("")
        self.app.push_screen(ReplayScreen(self._folder / row.name))

    def do_new(self) -> None:
        """Ask for a new session."""
        from plenary_tui.ui.screens.new_session import NewSession

        self.app.push_screen(NewSession(self._settings), self._arrived)

    def do_import(self) -> None:
        """Ask for a file to import."""
        from plenary_tui.ui.screens.import_session import ImportSession

        self.app.push_screen(ImportSession(self._settings), self._arrived)

    @property
    def settings(self) -> Settings:
        """Where the sessions lie, and which station writes."""
        return self._settings

    @property
    def chosen(self) -> Row | None:
        """The session that is chosen."""
        return self.query_one(SessionList).row

    @property
    def others(self) -> list[Row]:
        """All sessions but the chosen one."""
        return [row for row in self._rows if row != self.chosen]

    def say(self, text: str) -> None:
        """Say something under the list."""
        self._say(text or self._nothing)

    def read_anew(self) -> None:
        """Show what the catalogue has now."""
        self._show(known_rows(self._folder))

    def arrived(self, made: Made | None) -> None:
        """Show a session that was made, chosen."""
        self._arrived(made)

    def _arrived(self, made: Made | None) -> None:
        if made is not None:
            self._show(known_rows(self._folder), choose=made.name)
            self._say(" ".join(made.said) + " Enter opens it.")
