"""The search: over all sessions, as somebody types; and all positions over the years."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import app as app_getter
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.keymap import Keymap
from plenary_tui.ui.actions.personal import PersonalApp
from plenary_tui.ui.actions.search import SEARCH
from plenary_tui.ui.searching.asker import Answer, Asker, Progress, Question
from plenary_tui.ui.searching.lines import pieces
from plenary_tui.ui.widgets.found_detail import FoundDetail
from plenary_tui.ui.widgets.found_list import FoundList
from plenary_tui.ui.widgets.plain import KeyBar
from plenary_tui.ui.widgets.plain_input import PlainInput

from .found import FoundScreen

_HINT = 'words, "a phrase", a beginning; delegation:NV since:2018-01; F2 picks'
_ABOUT = (
    "Type words: what holds all of them is shown at once, the latest session first. Accents and "
    "capitals do not count. “Words in quotation marks” are looked for as they stand; the last "
    "word may be a beginning, and so may any word with a * behind it.",
    "delegation: body: item: stance: kind: since: until: session: narrow it down. A delegation is "
    "found under every code and name that it ever had; a day may be a month or a year.",
    "A delegation whose name is typed is offered first: Enter then shows all that it said.",
    "All the words of the chosen line stand below the list; Shift-Down and Shift-Up scroll them.",
    "Private notes, what was said in camera and what is restricted are never found.",
)


class SearchScreen(FoundScreen):
    """Finds what was said. It stays as it was while a session is looked at."""

    CSS_PATH = "search.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False, priority=True)
            for one in SEARCH
            if one.id != "open"  # the line's own, which Enter submits
        ),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("shift+up", "turn_detail(-1)", show=False, priority=True),
        Binding("shift+down", "turn_detail(1)", show=False, priority=True),
    ]

    @dataclass
    class Told(Message):
        """The index tells something."""

        event: Answer | Progress

    app = app_getter(PersonalApp)
    line = query_one("#search-line", PlainInput)

    def __init__(self, folder: Path, typed: str = "") -> None:
        super().__init__(folder)
        self._typed = typed
        self._years = False
        self._asker = Asker(folder, lambda event: self.post_message(self.Told(event)))

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here, with the person's keys."""
        return self.app.keymap.screens["search"]

    def compose(self) -> ComposeResult:
        """Lay out the search."""
        yield Static("Search · all sessions", id="search-head", classes="found-head", markup=False)
        yield PlainInput(self._typed, placeholder=_HINT, id="search-line", compact=True)
        yield FoundList(id="search-list").add_class("found-list")
        yield FoundDetail(classes="found-detail")
        yield Static(id="search-said", classes="found-said", markup=False)
        bar = KeyBar((one for one in self.actions if one.footer), id="search-keys")
        yield bar.add_class("found-keys")

    def on_mount(self) -> None:
        """Take words at once; what is new is taken in beside."""
        self.list.can_focus = False  # the line keeps the keys
        self.line.focus()
        self._asker.begin()
        self._ask()

    def on_unmount(self) -> None:
        """Let the threads stop."""
        self._asker.leave()

    def take_preferences(self, preferences: object, keys: Keymap) -> None:
        """Use other keys from now on."""
        shown = (one for one in keys.screens["search"] if one.footer)
        self.query_one("#search-keys", KeyBar).show(shown)

    @on(Input.Changed)
    def _ask(self) -> None:
        self._asker.ask(Question(self.line.value, self._years))

    @on(Told)
    def _take(self, told: Told) -> None:
        event = told.event
        if isinstance(event, Progress):
            self._take_progress(event)
        elif event.question == Question(self.line.value, self._years):
            self.list.show(event.lines)
            self._say(event.trouble or _counted(event))

    def _take_progress(self, event: Progress) -> None:
        state = f" · reading session {event.place:,} of {event.total:,} …" if event.total else ""
        way = "over the years" if self._years else "the latest first"
        self.query_one("#search-head", Static).update(f"Search · all sessions, {way}{state}")
        if event.trouble:
            self._say(event.trouble)
        if not event.total:
            self._ask()

    def _say(self, text: str) -> None:
        self.query_one("#search-said", Static).update(clean_line(text))

    @on(FoundList.Highlighted)
    def _tell(self) -> None:
        line = self.list.line
        told = [
            Content.assemble(*((text, "bold underline" if found else "") for text, found in
                               pieces(part)))
            for part in (line.detail if line else ())
        ]  # fmt: skip
        self.query_one(FoundDetail).show(Content("\n").join(told))

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def action_move(self, by: int) -> None:
        """Choose another line."""
        self.list.action_move(by)

    def action_page(self, by: int) -> None:
        """Choose a line a page away."""
        self.list.action_page(by)

    def action_turn_detail(self, by: int) -> None:
        """Scroll through all the words of the chosen line."""
        self.query_one(FoundDetail).action_turn(by)

    @on(Input.Submitted)
    @on(FoundList.Opened)
    def do_open(self) -> None:
        """Open the session at the chosen entry, or ask for what is offered."""
        line = self.list.line
        if line is not None and line.asks:
            self.line.value = line.asks
            self.line.cursor_position = len(self.line.value)
        elif line is not None and line.entry:
            from plenary_tui.ui.searching.opening import open_at

            open_at(self.app, self._folder / line.session, line.entry)

    def do_narrow(self) -> None:
        """Pick a filter, and put it behind what was typed."""
        from .narrow import Narrow

        def take(picked: str | None) -> None:
            if picked:
                before = self.line.value.rstrip()
                self.line.value = f"{before} {picked}".lstrip()
                self.line.cursor_position = len(self.line.value)

        self.app.push_screen(Narrow(self._folder), take)

    def do_years(self) -> None:
        """Show all positions in order of time, or the latest again."""
        self._years = not self._years
        self.list.show(())
        self._take_progress(Progress())

    def do_write(self) -> None:
        """Ask where to write all positions."""
        from .write_found import WritePositions

        self.app.push_screen(WritePositions(self._folder, self.line.value), self._wrote)

    def _wrote(self, made: object) -> None:
        if made is not None:
            self._say(" ".join(getattr(made, "said", ())))

    def do_help(self) -> None:
        """Show what can be typed and what the keys do."""
        from .list_help import ListHelp

        self.app.push_screen(ListHelp(_ABOUT, self.actions))

    def do_back(self) -> None:
        """Go back: from all the years to the latest, else to where one was."""
        if self._years:
            self.do_years()
        else:
            self.dismiss()


def _counted(answer: Answer) -> str:
    if not answer.question.typed.strip():
        return ""
    if not answer.count:
        return "Nothing was found: fewer words, or a beginning, find more."
    number = f"{answer.count:,} found" if answer.count > 1 else "1 found"
    return number if answer.is_all else f"The latest {answer.count:,} of more: narrow it down."
