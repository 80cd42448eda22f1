"""The library: the sessions, what each is and owes, and the ways to open, make and import one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings
from plenary_tui.ui.actions import Action, checked
from plenary_tui.ui.arrivals import Made
from plenary_tui.ui.shelf import Row, caught_up, known_rows
from plenary_tui.ui.widgets.plain import KeyBar
from plenary_tui.ui.widgets.session_detail import SessionDetail
from plenary_tui.ui.widgets.session_list import SessionList, heading

LIBRARY = checked((
    Action("open", "enter", "open", "opens the chosen session in the room", "Sessions",
           footer=True),
    Action("make", "ctrl+n", "new", "makes a session from a template or a plan", "Sessions",
           footer=True),
    Action("bring_in", "ctrl+l", "import", "imports notes or an IRC log", "Sessions", footer=True),
    Action("read_again", "f5", "read again", "reads the sessions that changed", "Sessions",
           footer=True),
))  # fmt: skip
"""What can be done in the library."""

_EMPTY = "There is no session here yet: Ctrl+N makes one, Ctrl+L imports a file of notes."


class _StoppedError(Exception):
    """Nobody looks at the library any more."""


class LibraryScreen(Screen[None]):
    """All sessions of a folder. A session is opened by posting `Chosen`."""

    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.says, show=False) for one in LIBRARY
    ]

    @dataclass
    class Chosen(Message):
        """A session is to be opened in the room."""

        folder: Path

    @dataclass
    class CaughtUp(Message):
        """The catalogue is up to date, or could not be brought so."""

        rows: list[Row]
        trouble: str

    @dataclass
    class Reading(Message):
        """Sessions are being read."""

        place: int
        total: int

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._folder = settings.folder
        self._left = Event()
        self._reader: Thread | None = None

    def compose(self) -> ComposeResult:
        """Lay out the library."""
        yield Static(id="library-title", markup=False)
        yield Static(id="library-heading", markup=False)
        yield SessionList(id="library-list")
        yield SessionDetail(id="library-detail")
        yield Static(id="library-said", markup=False)
        yield KeyBar((one for one in LIBRARY if one.footer), id="library-keys")

    def on_mount(self) -> None:
        """Show what the catalogue knows; the rest follows."""
        self._show(known_rows(self._folder))

    @on(events.ScreenResume)
    def action_read_again(self) -> None:
        """Read the sessions that changed."""
        if self._reader is None or not self._reader.is_alive():
            self._reader = Thread(target=self._catch_up, name="library")
            self._reader.start()

    def on_unmount(self) -> None:
        """Let the reading stop."""
        self._left.set()

    def _catch_up(self) -> None:
        def tell(_: str, place: int, total: int) -> None:
            if self._left.is_set():
                raise _StoppedError
            if place % 25 == 1:
                self.post_message(self.Reading(place, total))

        try:
            rows, trouble = caught_up(self._folder, tell)
        except _StoppedError:
            return
        except Exception as error:  # the list stands as it is, whatever went wrong with the rest
            rows, trouble = known_rows(self._folder), f"The sessions could not be read: {error}."
        self.post_message(self.CaughtUp(rows, trouble))

    @on(Reading)
    def _tell_reading(self, reading: Reading) -> None:
        if reading.total > 25:
            self._say(f"Reading session {reading.place:,} of {reading.total:,} …")

    @on(CaughtUp)
    def _take(self, caught: CaughtUp) -> None:
        self._show(caught.rows)
        if caught.trouble:
            self._say(caught.trouble)
        elif self._said.startswith("Reading"):
            self._say("")

    def _show(self, rows: list[Row], *, choose: str = "") -> None:
        self._count = len(rows)
        self.query_one(SessionList).show(rows, date.today(), choose=choose)
        self._fit()
        if not rows:
            self._say(_EMPTY)
        elif self._said == _EMPTY:
            self._say("")

    _said = ""
    _count = 0

    def _say(self, text: str) -> None:
        self._said = clean_line(text)
        self.query_one("#library-said", Static).update(self._said)

    @on(events.Resize)
    def _fit(self) -> None:
        sessions = self.query_one(SessionList)
        where = clean_line(str(self._folder))
        number = "1 session" if self._count == 1 else f"{self._count:,} sessions"
        self.query_one("#library-title", Static).update(f"Library · {number} in {where}")
        width = sessions.scrollable_content_region.width or self.size.width
        self.query_one("#library-heading", Static).update(heading(width))

    @on(SessionList.Highlighted)
    def _tell(self) -> None:
        self.query_one(SessionDetail).show(self.query_one(SessionList).row, date.today())

    async def action_do(self, name: str) -> None:
        """Do what an action of `LIBRARY` says."""
        await self.run_action(name)

    @on(SessionList.Opened)
    def action_open(self) -> None:
        """Open the chosen session in the room."""
        row = self.query_one(SessionList).row
        if row is None:
            self._say(_EMPTY)
        elif row.trouble:
            self._say(f"{clean_line(row.name)} cannot be opened: {row.trouble}")
        else:
            self._say("")
            self.post_message(self.Chosen(self._folder / row.name))

    def action_make(self) -> None:
        """Ask for a new session."""
        from plenary_tui.ui.screens.new_session import NewSession

        self.app.push_screen(NewSession(self._settings), self._arrived)

    def action_bring_in(self) -> None:
        """Ask for a file to import."""
        from plenary_tui.ui.screens.import_session import ImportSession

        self.app.push_screen(ImportSession(self._settings), self._arrived)

    def _arrived(self, made: Made | None) -> None:
        if made is not None:
            self._show(known_rows(self._folder), choose=made.name)
            self._say(" ".join(made.said) + " Enter opens it.")
