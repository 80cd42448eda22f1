"""Two copies of a session, or two drafts, side by side: in two columns that scroll as one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import app as app_getter
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.actions import Action
from plenary_tui.ui.actions.compare import COMPARE
from plenary_tui.ui.actions.keymap import Keymap
from plenary_tui.ui.actions.personal import PersonalApp
from plenary_tui.ui.comparing.looking import Looking
from plenary_tui.ui.comparing.rows import head, notes
from plenary_tui.ui.conducting import collector
from plenary_tui.ui.messages import RowSelected, RowTaken
from plenary_tui.ui.terminal.themes import after
from plenary_tui.ui.widgets.pair_list import PairList
from plenary_tui.ui.widgets.plain import KeyBar, content

if TYPE_CHECKING:
    from textual.command import Provider

    from plenary_tui.documents.side_by_side import Comparison

PAINTED_WITHIN = 0.03
"""Seconds that the terminal gets for the first frame before what reads both sides is loaded."""
_READING = "Reading both …"
_ABOUT = (
    "On the left stands the one, on the right the other. A row with - is on the left only, one "
    "with + on the right only; ~ says that both have it and that it is not alike. {-Words-} that "
    "the left alone has stand between such signs, and so do {+words+} of the right.",
    "What is alike is put together: Enter opens it. Enter on a row shows all of its words over the "
    "whole width; below the list stands what it is called and what else is to be known of it.",
    "Copies of a session: entries go by when they happened. Another line in each copy under one "
    "id comes from a log that went on apart, or from a line that somebody altered; plenary verify "
    "says more. Nothing is changed in either copy; plenary merge makes the union of the two.",
    "Drafts: paragraphs that were moved are shown at both places. The same as tracked changes in "
    "Word: plenary export NAME communique --version 2 --against 1.",
)


def _commands() -> type[Provider]:
    from plenary_tui.ui.actions.palette import ActionCommands

    return ActionCommands


class CompareScreen(Screen[None]):
    """A comparison, which `compared` makes beside the screen. It changes nothing."""

    CSS_PATH = "compare.tcss"
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False)
        for one in COMPARE
        if one.id != "open_row"  # the list's own
    ]

    @dataclass(eq=False)
    class Compared(Message):
        """Both sides were read, or one cannot be."""

        found: Comparison | None
        error: Exception | None = None

    app = app_getter(PersonalApp)
    pairs = query_one("#compare-list", PairList)

    def __init__(self, compared: Callable[[], Comparison]) -> None:
        super().__init__()
        self._compared = compared
        self._looking: Looking | None = None
        self._said = _READING

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be done here, with the person's keys."""
        return self.app.keymap.screens["compare"]

    def compose(self) -> ComposeResult:
        """Lay out the comparison."""
        yield Static(id="compare-head", markup=False)
        yield PairList(id="compare-list")
        yield Static(_READING, id="compare-says", markup=False)
        yield KeyBar((one for one in self.actions if one.footer), id="compare-keys")

    def on_mount(self) -> None:
        """Read both sides on a thread; the picture comes behind."""
        self.set_focus(self.pairs)
        self.call_after_refresh(lambda: self.set_timer(PAINTED_WITHIN, self._begin))

    def _begin(self) -> None:
        Thread(target=self._compare, name="comparing", daemon=True).start()

    def on_unmount(self) -> None:
        """Let go of what was read."""
        collector.look_through_all()

    def _compare(self) -> None:
        try:
            told = self.Compared(self._compared())
        except Exception as error:  # whatever is wrong with one side is said, not thrown
            told = self.Compared(None, error)
        self.post_message(told)

    @on(Compared)
    def take_compared(self, compared: Compared) -> None:
        """Show what was found; where nothing else is open and it cannot be shown, end with why."""
        collector.spare_what_lives()
        error = compared.error
        if error is not None and self._is_all:
            raise error
        if compared.found is None:
            why = error if isinstance(error, PlenaryError) else f"It failed ({error!r})."
            self._say(f"They cannot be compared: {why}")
            return
        self._looking = Looking(compared.found)
        self._draw_head()
        self.pairs.put(self._looking.rows())
        if first := self._looking.next_difference("", 1):
            self.pairs.go_to(first)
        self._tell()

    @property
    def _is_all(self) -> bool:
        """Whether nothing else is open, as after `plenary compare`."""
        return len(self.app.screen_stack) == 1

    def take_preferences(self, preferences: object, keys: Keymap) -> None:
        """Use other keys from now on."""
        shown = (one for one in keys.screens["compare"] if one.footer)
        self.query_one("#compare-keys", KeyBar).show(shown)

    def on_resize(self) -> None:
        """Share the columns out."""
        self._draw_head()

    def _draw_head(self) -> None:
        """Draw what the two are over their columns, or one below the other."""
        if self._looking is None:
            return
        width = self.app.size.width - 1  # the last cell is the scrollbar's
        lines = head(self._looking.found, width)
        self.query_one("#compare-head", Static).update(content(lines))

    @on(RowSelected)
    def _tell(self) -> None:
        """Say which difference is selected, and what is to be known of it."""
        looking = self._looking
        if looking is None:
            return
        row = looking.row_of(self.pairs.selected) if self.pairs.selected else None
        number, total = looking.number_of(self.pairs.selected), looking.found.differences
        where = f"Difference {number:,} of {total:,}" if number else looking.found.says
        self._say(f"{where}\n{notes(row) if row is not None else ''}")

    def _say(self, text: str) -> None:
        first, _, second = text.partition("\n")
        self._said = "\n".join(clean_line(one) for one in (first, second))
        self.query_one("#compare-says", Static).update(self._said)

    @on(RowTaken)
    def do_open_row(self) -> None:
        """Open what is alike, or show a row whole; or close it again."""
        if self._looking is not None:
            self._looking.toggle(self.pairs.selected)
            self.pairs.put(self._looking.rows())

    def do_open_all(self) -> None:
        """Open everything that is alike, or close it again."""
        if self._looking is not None:
            is_open = self._looking.toggle_all()
            self.pairs.put(self._looking.rows())
            self._say("All that is alike is open." if is_open else "What is alike is closed.")

    def do_next_difference(self) -> None:
        """Go to the next difference."""
        self._to_difference(1, "There is no difference further down.")

    def do_difference_before(self) -> None:
        """Go to the difference before."""
        self._to_difference(-1, "There is no difference further up.")

    def _to_difference(self, step: int, otherwise: str) -> None:
        looking = self._looking
        if looking is None:
            return
        there = looking.next_difference(self.pairs.selected, step)
        if not self.pairs.go_to(there):
            self._say(otherwise if looking.found.differences else looking.found.says)

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def offered(self) -> list[Action]:
        """Return what the palette offers."""
        return [one for one in self.actions if one.id not in ("commands", "back")]

    def do_theme(self) -> None:
        """Change to the next theme, for this run."""
        self.app.theme = after(self.app.theme)

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def do_help(self) -> None:
        """Show what the signs say and what the keys do."""
        from .list_help import ListHelp

        self.app.push_screen(ListHelp(_ABOUT, self.actions))

    def do_back(self) -> None:
        """Go back; where nothing else is open, leave: with 1 where the two differ."""
        if self._is_all:
            differs = self._looking is not None and self._looking.found.differences
            self.app.exit(return_code=1 if differs else 0)
        else:
            self.dismiss()

    do_quit = do_back
