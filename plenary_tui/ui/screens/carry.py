"""Carrying over: what a session left open, ticked, and into which session it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings
from plenary_tui.store.clock import local_now
from plenary_tui.ui.actions import Action
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.pages.shelf import Row, known_rows
from plenary_tui.ui.successors import is_past, successor, told
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput

if TYPE_CHECKING:
    from plenary_tui.importers.carrying import Matter

_ABOUT = (
    "What this session left open: items not concluded, texts and paragraphs of the draft not "
    "agreed, follow-ups not done. What is ticked goes into the session named above the list, "
    "where it becomes what it is here; both logs say so, and here it is open no more.",
    "A session is proposed only where one of the same kind or series is still to come, and then "
    "all is ticked. Otherwise write its name, or the beginning of it, and tick what goes there.",
    "Nothing sealed or restricted is among it, and nothing is carried twice.",
)
_DO = (
    Action("to_list", "enter", "list", "goes from the name to the list", "Carry"),
    Action("tick", "space", "tick", "ticks a line, or unticks it", "Carry"),
    Action("tick_all", "f2", "all or none", "ticks everything, or nothing", "Carry"),
    Action("carry", "f4", "carry", "carries what is ticked", "Carry"),
    Action("to_name", "tab", "name", "goes back to the name", "Carry"),
    Action("leave", "escape", "back", "goes back; nothing is carried", "Carry"),
)
_KEYS = "Enter list · Space tick · F2 all or none · F4 carry · F1 help · Esc back"


class CarryScreen(Screen[Made | None]):
    """A checklist of what is open; dismissed with what was carried, or None."""

    CSS = """
    CarryScreen { layout: vertical; background: $background; color: $foreground; }
    #carry-head { height: 1; padding: 0 1; background: $panel; text-style: bold; }
    #carry-to { height: 1; padding: 0 1; }
    #carry-label { width: auto; text-style: bold; }
    #carry-into { height: 1; border: none; padding: 0; width: 1fr; background: $background; }
    #carry-told { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    #carry-list { height: 1fr; border: none; background: $background; padding: 0 1; }
    #carry-said { height: auto; max-height: 3; padding: 0 1; text-style: bold; }
    #carry-keys { height: 1; padding: 0 1; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("f1", "help", "help", show=False),
        Binding("f2", "tick_all", "all or none", show=False),
        Binding("f4", "carry", "carry", show=False),
        Binding("space", "tick", "tick", show=False),
    ]

    @dataclass
    class Told(Message):
        """What is open was read, or carried; `trouble` says what went wrong."""

        matters: Sequence[Matter] = ()
        rows: Sequence[Row] = ()
        made: Made | None = None
        trouble: str = ""

    def __init__(self, settings: Settings, old: str, others: Sequence[str]) -> None:
        super().__init__()
        self._settings = settings
        self._old = old
        self._others = list(others)
        self._is_busy = False
        self._matters: list[Matter] = []
        self._ticked: set[str] = set()
        self._rows: Sequence[Row] = ()
        self._warned_of = ""

    def compose(self) -> ComposeResult:
        """Lay out the checklist."""
        head = f"Carry over what {clean_line(self._old)} left open"
        yield Static(head, id="carry-head", markup=False)
        with Horizontal(id="carry-to"):
            yield Static("Into session: ", id="carry-label", markup=False)
            yield PlainInput(
                id="carry-into", compact=True, suggester=Completing(self._completed),
                placeholder="its name, or the beginning of it",
            )  # fmt: skip
        yield Static(id="carry-told", markup=False)
        yield OptionList(id="carry-list", compact=True)
        yield Static(id="carry-said", markup=False)
        yield Static(_KEYS, id="carry-keys", markup=False)

    def _completed(self, typed: str) -> str:
        fits = [one for one in self._others if typed and one.startswith(typed)]
        return fits[0] if fits else ""

    def on_mount(self) -> None:
        """Read what is open."""
        self.query_one(PlainInput).focus()
        self._begin(self._read)

    def _begin(self, work: object) -> None:
        self._is_busy = True
        Thread(target=self._run, args=(work,), name="carrying").start()

    def _run(self, work: object) -> None:
        try:
            said = work()  # type: ignore[operator]
        except PlenaryError as error:
            said = self.Told(trouble=str(error))
        except Exception as error:  # a person waits for an answer, whatever went wrong
            said = self.Told(trouble=f"It failed ({error or type(error).__name__}).")
        self.post_message(said)

    def _read(self) -> Told:
        from plenary_tui.importers.carrying import open_matters
        from plenary_tui.store.session import Session

        matters = open_matters(Session(self._settings.folder / self._old).record)
        none = "" if matters else "Nothing is open: everything was concluded, agreed and done."
        return self.Told(matters, known_rows(self._settings.folder), trouble=none)

    @on(Told)
    def _take(self, told: Told) -> None:
        self._is_busy = False
        if told.made is not None:
            self.dismiss(told.made)
            return
        self._say(told.trouble)
        if not told.matters:
            return
        self._matters, self._rows = list(told.matters), told.rows
        into = self.query_one(PlainInput)
        proposed = successor(self._rows, self._old, date.today())
        if proposed is not None and proposed.name in self._others and not into.value:
            into.value = proposed.name
            into.select_all()  # whoever types names another
            self._ticked = {one.entry for one in self._matters}
        listed = self.query_one(OptionList)
        listed.add_options(Option(self._line(one), id=one.entry) for one in self._matters)
        listed.highlighted = 0
        self._count()

    def _line(self, one: Matter) -> Content:
        tick = "x" if one.entry in self._ticked else " "
        return Content(clean_line(f"[{tick}] {one.of}, {one.state}: {one.words}"))

    def _mark(self, entries: set[str]) -> None:
        changed, self._ticked = self._ticked ^ entries, entries
        listed = self.query_one(OptionList)
        for place, one in enumerate(self._matters):
            if one.entry in changed:
                listed.replace_option_prompt_at_index(place, self._line(one))
        self._count()

    def _count(self) -> None:
        of = len(self._matters)
        many = {0: "none", of: "all"}.get(len(self._ticked), str(len(self._ticked)))
        self._say(f"{of} open, {many} ticked.")

    def _say(self, text: str) -> None:
        self.query_one("#carry-said", Static).update(clean_line(text))

    @on(Input.Changed)
    def _tell(self, changed: Input.Changed) -> None:
        known = [row for row in self._rows if row.name in self._others]
        said = told(known, changed.value.strip(), date.today())
        self.query_one("#carry-told", Static).update(clean_line(said))

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def action_tick(self) -> None:
        """Tick the line at hand, or untick it."""
        at = self.query_one(OptionList).highlighted
        if at is not None and self._matters:
            self._mark(self._ticked ^ {self._matters[at].entry})

    def action_tick_all(self) -> None:
        """Tick everything; where everything is, nothing."""
        everything = {one.entry for one in self._matters}
        self._mark(set() if self._ticked == everything else everything)

    def action_carry(self) -> None:
        """Carry what is ticked; into a session that is over only when asked twice."""
        if self._is_busy:
            return
        typed = self.query_one(PlainInput).value.strip()
        chosen = [one.entry for one in self._matters if one.entry in self._ticked]
        if not chosen or not typed:
            self._say("Name the session it goes into, and tick what goes.")
            return
        today = date.today()
        over = [row for row in self._rows if row.name.startswith(typed) and is_past(row, today)]
        if over and typed != self._warned_of:
            self._warned_of = typed
            self._say(f"{over[0].name} is over: name another, or F4 again carries all the same.")
            return
        self._say("Carrying …")
        self._begin(lambda: self._carried(typed, chosen))

    def _carried(self, typed: str, chosen: list[str]) -> Told:
        from plenary_tui.importers.carrying import carry
        from plenary_tui.store.session import Session
        from plenary_tui.upkeep import bring_up_to_date

        folder = self._settings.folder
        old, new = Session(folder / self._old), Session(self._settings.session(typed))
        done = carry(old, new, self._settings.writer, chosen, local_now())
        trouble = [bring_up_to_date(folder, one, documents=False) for one in (old, new)]
        said = f"Carried {len(done.matters)} from {old.name} into {new.name}; both logs say so."
        return self.Told(made=Made(new.name, tuple(filter(None, (said, *trouble)))))

    def action_help(self) -> None:
        """Say what this does and what the keys do."""
        from .list_help import ListHelp

        self.app.push_screen(ListHelp(_ABOUT, _DO))

    def action_leave(self) -> None:
        """Go back; nothing was carried."""
        if not self._is_busy:
            self.dismiss(None)
