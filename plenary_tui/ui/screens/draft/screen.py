"""The draft screen: the communiqué by sections, what each paragraph rests on, how far it stands."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, ClassVar

from textual import events as keys
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions import DRAFT
from plenary_tui.ui.conducting import events
from plenary_tui.ui.drafting.view import DraftView
from plenary_tui.ui.messages import Chosen, Entered, KeyPassed, NotChosen
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.draft_list import DraftList
from plenary_tui.ui.widgets.letters import letter
from plenary_tui.ui.widgets.menu import Menu
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import KeyBar, Says

from .leading import Leading

if TYPE_CHECKING:
    from textual.command import Provider

    from plenary_tui.ui.screens.room.base import RoomBase

NARROW = 100
"""Columns below which one list is shown at a time."""
TICK = 20.0
"""Seconds between two looks at the clock: a review's countdown goes by the minute."""
_NOT_LATER = ("escape", "f1", "f3")
"""Keys that do something at once, also before there is a draft to see."""
_WHILE_ASKED = ("back", "help", "as_it_stands", "theme")
_TAKEN_BY_LIST = ("acts",)


def _commands() -> type[Provider]:
    from plenary_tui.ui.actions.palette import ActionCommands

    return ActionCommands


class DraftScreen(Leading):
    """Follows the record while it grows; what is selected or typed stays. Escape leaves it.

    entry: of the record, whose first use is shown.
    """

    CSS_PATH = "draft.tcss"
    ACTIONS = "draft"
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(one.key, f"do('{one.id}')", one.label, id=one.id, tooltip=one.says, show=False)
            for one in DRAFT
            if one.id not in _TAKEN_BY_LIST and not one.letter
        ),
        Binding("f3", "do('back')", show=False),
        Binding("shift+up", "shift(-1)", show=False),
        Binding("shift+down", "shift(1)", show=False),
    ]

    alarm = query_one("#draft-alarm", Static)

    def __init__(self, room: RoomBase, entry: str = "") -> None:
        super().__init__(room)
        self._entry = entry
        self._early: deque[keys.Key] = deque()
        """Keys that came before the draft stood there that they are for."""

    def compose(self) -> ComposeResult:
        """Lay out the draft."""
        self._fit()
        yield Static("The draft", id="draft-head", markup=False)
        yield Static("Writing…", id="draft-meter", markup=False)
        yield Static(id="draft-alarm", markup=False)
        with Horizontal(id="draft-middle"):
            yield DraftList(id="draft-list")
            with Vertical(id="draft-beside"):
                yield Static(id="draft-side-head", markup=False)
                yield DraftList(id="draft-side")
        yield Menu(id="draft-menu")
        yield Picker(id="draft-picker")
        yield Says(id="draft-says")
        with Horizontal(id="draft-line"):
            yield Static(id="draft-prompt", markup=False)
            yield CaptureLine(id="draft-edit", one_line=True)
        yield KeyBar((one for one in self.actions if one.footer), id="draft-keys")

    def on_mount(self) -> None:
        """Have the draft composed from now on."""
        self.set_focus(self.text)
        self.editor.takes_first = self.take_first
        self.room.conductor.follow(self.composer)
        self.set_interval(TICK, self.draw_head)

    def on_unmount(self) -> None:
        """Have it composed no more; what is typed stays kept."""
        self.room.conductor.follow(None)
        super().on_unmount()

    def on_resize(self) -> None:
        """Share the columns out."""
        self._fit()
        self.draw_head()

    def _fit(self) -> None:
        self.set_class(self.app.size.width < NARROW, "-narrow")

    def hear(self, event: events.Event) -> None:
        """Show what was composed; learn what became of what was done."""
        match event:
            case events.Drafted(DraftView() as view, _, entries):
                is_first = self.view is None
                self.take_view(view, entries)
                if is_first:
                    self._begin()
                self.call_next(self._press_early)
            case events.Drafted(None, why):
                self.stay_as_shown()
                self._early.clear()
                self.warn(why)
            case events.Kept() | events.NothingToKeep():
                self.learn(event)
                self.draw_head()
            case events.Grew() | events.Opened() | events.Moved():
                self.draw_head()
            case events.NotKept(_, why):
                self.alert(why)
            case events.VersionIssued():
                self.write_file(event)
            case events.ParagraphHistory():
                self.show_history(event)
            case _:
                pass

    def _begin(self) -> None:
        """Go where somebody comes from: to what they were typing, or to an entry's use."""
        paragraphs = self.view.workshop.paragraphs if self.view else {}
        self.text.go_to(next(iter(paragraphs), ""))
        if self._entry:
            self.find_use(self._entry)
        elif self.room.elsewhere_before:
            self.room.elsewhere_before = False
            self.open_left_over()

    async def on_key(self, event: keys.Key) -> None:
        """Do what a key means here, in the order in which they came.

        A binding runs only when its key has bubbled up to the app, behind all others of the same
        read. What comes before the draft is there waits for it.
        """
        if event.key in _NOT_LATER or event.key.startswith("ctrl+"):
            return
        event.stop()
        event.prevent_default()
        if self._early or self.is_turning:
            self._early.append(event)
        else:
            await self._press(event)

    async def _press_early(self) -> None:
        while self._early and not self.is_turning:
            event = self._early.popleft()
            if self.menu.has_focus:
                self.menu.on_key(event)
            else:
                await self._press(event)

    async def _press(self, event: keys.Key) -> None:
        typed = letter(event)
        bound = self.active_bindings.get(event.key)
        if self.asked and event.key == "enter":
            self.enter()
        elif self.asked and typed and not self.editor.read_only:
            self.editor.insert(typed)
        elif typed:
            self.press_letter(typed)
        elif bound is not None and bound.enabled:
            await self.app.run_action(bound.binding.action, bound.node)

    def enter(self) -> None:
        """Do what Enter does in the editor."""
        if not self.take_first("enter"):
            text = self.editor.text
            self.editor.put("")
            self.post_message(Entered(text))

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says; while something is typed, what belongs to it."""
        if self.asked and action_id == "acts":
            self.enter()
            return
        if self.asked and action_id not in _WHILE_ASKED:
            self.set_focus(self.editor)
            return
        if self.refuses(action_id):
            return
        getattr(self, f"do_{action_id}")()

    def do_back(self) -> None:
        """Leave what is open, else go back to the room."""
        if self.picker.display and self.asked:
            self.picker.close()
            return
        if self.asked:
            kept = bool(self.asked.place) and self.asked.place in self.room.elsewhere
            self.close_editor()
            said = "What you typed is kept: the same key brings it back." if kept else ""
            self.says.last(said, "quiet")
        elif self.menu.display:
            self._leave_menu()
        elif not self.unmark():
            if self.has_class("-beside") or self.focused is self.side or self.beside != "sources":
                self.look_at("sources")
            else:
                self.dismiss()

    @property
    def is_held_open(self) -> bool:
        """Whether a table of numbers waits to be recorded."""
        return self._table is not None

    @on(Chosen)
    def take_choice(self, message: Chosen) -> None:
        """Do what was chosen."""
        self._leave_menu()
        self.chosen(message.choice.does)

    @on(NotChosen)
    def _leave_menu(self) -> None:
        self.menu.close()
        self.set_focus(self.text)

    @on(KeyPassed)
    def pass_key(self, message: KeyPassed) -> None:
        """Give a key to the editor that came in the same read as the one that opened it."""
        if self.asked and message.character and message.character.isprintable():
            self.editor.insert(message.character)

    def alert(self, why: str) -> None:
        """Say over everything what is wrong with the disk; empty once nothing is."""
        self.alarm.update(clean_line(why))
        self.set_class(bool(why), "-alarmed")

    @on(keys.DescendantFocus)
    def show_what_has_the_keys(self) -> None:
        """On a narrow screen show the list that has the keys."""
        if self.focused is self.text:
            self.set_class(False, "-beside")
