"""The registers over all sessions: decisions, follow-ups, events, corrections, officers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import app as app_getter
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from plenary_tui.documents.across import NAMES, Name, Register, as_draft, register
from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.keymap import Keymap
from plenary_tui.ui.actions.personal import PersonalApp
from plenary_tui.ui.actions.search import REGISTERS
from plenary_tui.ui.conducting.catching_up import CatchingUp, Known, Reading
from plenary_tui.ui.searching.shelved import columns, day_in, documents, head, lines
from plenary_tui.ui.widgets.found_detail import FoundDetail
from plenary_tui.ui.widgets.found_list import FoundList
from plenary_tui.ui.widgets.plain import KeyBar
from plenary_tui.ui.widgets.plain_input import PlainInput

from .found import FoundScreen
from .write_found import WriteFound

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft, Table

_ABOUT = (
    "What all sessions decided and promised. Type to keep only the rows that hold all the words: "
    "a name, a year, a session, “overdue”, “open”.",
    "Decisions show their numbers, dissent, effect and history; follow-ups who owes what by when "
    "and where it was taken up again; events how long it is to them; corrections what became of "
    "them; officers and classes since when. on:2018-06-19 keeps those of that day.",
    "The pane below the list says all of the chosen row; Shift-Down and Shift-Up scroll it.",
    "Sealed words and restricted ones stand in none. plenary registers prints the same.",
)

_HINT = "type to keep only the rows with these words"
_HINTS = {"officers": "type words to keep rows; on:2018-06-19 keeps what held on that day"}


class RegistersScreen(FoundScreen):
    """Shows one register after the other, narrowed down by what is typed."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False, priority=True)
            for one in REGISTERS
            if one.id != "open"  # the line's own, which Enter submits
        ),
        Binding("shift+tab", "turn(-1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("shift+up", "turn_detail(-1)", show=False, priority=True),
        Binding("shift+down", "turn_detail(1)", show=False, priority=True),
    ]

    @dataclass
    class Told(Message):
        """The reading of the sessions tells something."""

        event: Reading | Known

    @dataclass
    class Read(Message):
        """The catalogue was read."""

        documents: list[Mapping[str, Any]]

    app = app_getter(PersonalApp)
    line = query_one("#search-line", PlainInput)

    def __init__(self, folder: Path, name: Name = "decisions", typed: str = "") -> None:
        super().__init__(folder)
        self._register = name
        self._typed = typed
        self._documents: list[Mapping[str, Any]] = []
        self._day: date | None = None
        self._whole = register(name, (), date.today())
        self._shown: Register = self._whole
        self._catching_up = CatchingUp(folder, lambda event: self.post_message(self.Told(event)))

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here, with the person's keys."""
        return self.app.keymap.screens["registers"]

    def compose(self) -> ComposeResult:
        """Lay out the registers."""
        yield Static(id="search-head", classes="found-head", markup=False)
        yield PlainInput(self._typed, id="search-line", compact=True)
        yield Static(id="search-heads", classes="found-heads", markup=False)
        yield FoundList(id="search-list").add_class("found-list")
        yield FoundDetail(classes="found-detail")
        yield Static(id="search-said", classes="found-said", markup=False)
        bar = KeyBar((one for one in self.actions if one.footer), id="search-keys")
        yield bar.add_class("found-keys")

    def on_mount(self) -> None:
        """Show what the catalogue has; what is new follows."""
        self.list.can_focus = False  # the line keeps the keys
        self.line.focus()
        self._show()
        self._catching_up.start()

    def on_unmount(self) -> None:
        """Let the reading stop."""
        self._catching_up.leave()

    def take_preferences(self, preferences: object, keys: Keymap) -> None:
        """Use other keys from now on."""
        shown = (one for one in keys.screens["registers"] if one.footer)
        self.query_one("#search-keys", KeyBar).show(shown)

    @on(Told)
    def _hear(self, told: Told) -> None:
        event = told.event
        if isinstance(event, Reading):
            self._say(f"Reading session {event.place:,} of {event.total:,} …")
            return
        self._say(event.trouble)
        Thread(target=self._read, name="registers", daemon=True).start()

    def _read(self) -> None:
        self.post_message(self.Read(documents(self._folder)))

    @on(Read)
    def _take(self, read: Read) -> None:
        self._documents = read.documents
        self._show()

    def _show(self) -> None:
        self.line.placeholder = _HINTS.get(self._register, _HINT)
        self._make()
        self._narrow()

    def _make(self) -> None:
        self._whole = register(self._register, self._documents, date.today(), self._day)

    @on(Input.Changed)
    def _narrow(self) -> None:
        try:
            words, day = day_in(self.line.value)
        except WrongUse as error:
            self._say(str(error))
            return
        if day != self._day:
            self._day = day
            self._make()
            self._say("")
        self._shown = self._whole.having(words)
        self._lay()
        late = sum(row.is_late for row in self._shown.rows)
        parts = [
            self._whole.title, f"{len(self._shown.rows):,} of {len(self._whole.rows):,}",
            f"{late} overdue" if late else "",
        ]  # fmt: skip
        told = " · ".join(filter(None, parts))
        self.query_one("#search-head", Static).update(f"Registers of all sessions · {told}")

    def on_resize(self) -> None:
        """Fit the columns."""
        self._lay()

    def _lay(self) -> None:
        cells = columns(self._whole, self.size.width)
        self.query_one("#search-heads", Static).update(head(self._whole, cells))
        self.list.show(lines(self._shown, cells))

    def _say(self, text: str) -> None:
        self.query_one("#search-said", Static).update(clean_line(text))

    @on(FoundList.Highlighted)
    def _tell(self) -> None:
        line = self.list.line
        told = Content("\n".join(line.detail if line else ()))
        self.query_one(FoundDetail).show(told)

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def action_move(self, by: int) -> None:
        """Choose another row."""
        self.list.action_move(by)

    def action_page(self, by: int) -> None:
        """Choose a row a page away."""
        self.list.action_page(by)

    def action_turn_detail(self, by: int) -> None:
        """Scroll through all that is said of the chosen row."""
        self.query_one(FoundDetail).action_turn(by)

    def action_turn(self, by: int) -> None:
        """Show the next register, or the one before."""
        place = (NAMES.index(self._register) + by) % len(NAMES)
        self._register = NAMES[place]
        self._show()

    def do_after(self) -> None:
        """Show the next register."""
        self.action_turn(1)

    @on(Input.Submitted)
    @on(FoundList.Opened)
    def do_open(self) -> None:
        """Open the session at the chosen row."""
        line = self.list.line
        if line is None:
            return
        from plenary_tui.ui.searching.opening import open_at

        open_at(self.app, self._folder / line.session, "" if line.entry == "-" else line.entry)

    def do_write(self) -> None:
        """Ask where to write the register as it is shown."""
        self.app.push_screen(WriteRegister(self._shown, self.line.value), self._wrote)

    def _wrote(self, made: object) -> None:
        if made is not None:
            self._say(" ".join(getattr(made, "said", ())))

    def do_help(self) -> None:
        """Show what the registers hold and what the keys do."""
        from .list_help import ListHelp

        self.app.push_screen(ListHelp(_ABOUT, self.actions))

    def do_back(self) -> None:
        """Leave what was typed; without it, go back."""
        if self.line.value:
            self.line.value = ""
        else:
            self.dismiss()


class WriteRegister(WriteFound):
    """Writes a register as it is shown."""

    HEADING = "Write this register"

    def __init__(self, shown: Register, asked: str) -> None:
        super().__init__(f"{shown.name}.docx")
        self._shown = shown
        self._asked = asked

    def made(self) -> tuple[Draft, Table]:
        """Return the document and its table."""
        return as_draft(self._shown, date.today(), self._asked), self._shown.table
