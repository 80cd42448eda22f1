"""Carrying over: what a session left open, ticked, and into which session it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, SelectionList, Static
from textual.widgets.selection_list import Selection

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.settings import Settings
from plenary_tui.store.clock import local_now
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput

if TYPE_CHECKING:
    from plenary_tui.importers.carrying import Matter

_KEYS = "Enter to the list · Space ticks · F2 all or none · F4 carries them · Esc back"


class CarryScreen(Screen[Made | None]):
    """A checklist of what is open; dismissed with what was carried, or None."""

    CSS = """
    CarryScreen { layout: vertical; background: $background; color: $foreground; }
    #carry-head { height: 1; padding: 0 1; background: $panel; text-style: bold; }
    #carry-into { height: 1; border: none; padding: 0 1; background: $background; }
    #carry-list { height: 1fr; border: none; background: $background; }
    #carry-said { height: auto; max-height: 3; padding: 0 1; text-style: bold; }
    #carry-keys { height: 1; padding: 0 1; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("f2", "tick_all", "all or none", show=False),
        Binding("f4", "carry", "carry", show=False),
    ]

    @dataclass
    class Told(Message):
        """What is open was read, or carried; `trouble` says what went wrong."""

        matters: Sequence[Matter] = ()
        made: Made | None = None
        trouble: str = ""

    def __init__(self, settings: Settings, old: str, others: Sequence[str]) -> None:
        super().__init__()
        self._settings = settings
        self._old = old
        self._others = list(others)
        self._is_busy = False
        self._lines: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out the checklist."""
        head = f"Carry over what {clean_line(self._old)} left open"
        yield Static(head, id="carry-head", markup=False)
        yield PlainInput(
            id="carry-into", compact=True, suggester=Completing(self._completed),
            placeholder="into which session? Its name, or the beginning of it",
        )  # fmt: skip
        yield SelectionList[str](id="carry-list", compact=True)
        yield Static(id="carry-said", markup=False)
        yield Static(_KEYS, id="carry-keys", markup=False)

    def _completed(self, typed: str) -> str:
        fits = [one for one in self._others if typed and one.startswith(typed)]
        return fits[0] if fits else ""

    def on_mount(self) -> None:
        """Read what is open."""
        later = [one for one in self._others if one > self._old]
        into = self.query_one(PlainInput)
        into.value = min(later, default="")
        into.focus()
        self._begin(self._read)

    def _begin(self, work: object) -> None:
        self._is_busy = True
        Thread(target=self._run, args=(work,), name="carrying").start()

    def _run(self, work: object) -> None:
        try:
            told = work()  # type: ignore[operator]
        except PlenaryError as error:
            told = self.Told(trouble=str(error))
        except Exception as error:  # a person waits for an answer, whatever went wrong
            told = self.Told(trouble=f"It failed ({error or type(error).__name__}).")
        self.post_message(told)

    def _read(self) -> Told:
        from plenary_tui.importers.carrying import open_matters
        from plenary_tui.store.session import Session

        matters = open_matters(Session(self._settings.folder / self._old).record)
        none = "" if matters else "Nothing is open: everything was concluded, agreed and done."
        return self.Told(matters, trouble=none)

    @on(Told)
    def _take(self, told: Told) -> None:
        self._is_busy = False
        if told.made is not None:
            self.dismiss(told.made)
            return
        self._say(told.trouble)
        if told.matters:
            listed = self.query_one(SelectionList)
            listed.clear_options()
            self._lines = [_line(one) for one in told.matters]
            listed.add_options(
                Selection(Content(_ticked(_line(one), is_ticked=True)), one.entry, True)
                for one in told.matters
            )
            self._say(f"{len(told.matters)} open, all ticked.")

    @on(SelectionList.SelectedChanged)
    def _mark(self) -> None:
        """Say by a sign what is ticked: the list itself does so by colour alone."""
        listed: SelectionList[str] = self.query_one(SelectionList)
        chosen = set(listed.selected)
        for place, line in enumerate(self._lines):
            is_ticked = listed.get_option_at_index(place).value in chosen
            listed.replace_option_prompt_at_index(
                place, Content(_ticked(line, is_ticked=is_ticked))
            )
        all_of_them = len(chosen) == len(self._lines)
        self._say(f"{len(self._lines)} open, {'all' if all_of_them else len(chosen)} ticked.")

    def _say(self, text: str) -> None:
        self.query_one("#carry-said", Static).update(clean_line(text))

    @on(Input.Submitted)
    def _to_list(self) -> None:
        self.query_one(SelectionList).focus()

    def action_tick_all(self) -> None:
        """Tick everything; where everything is, nothing."""
        listed: SelectionList[str] = self.query_one(SelectionList)
        if len(listed.selected) == listed.option_count:
            listed.deselect_all()
        else:
            listed.select_all()

    def action_carry(self) -> None:
        """Carry what is ticked."""
        if self._is_busy:
            return
        typed = self.query_one(PlainInput).value.strip()
        listed: SelectionList[str] = self.query_one(SelectionList)
        chosen = list(listed.selected)
        if not chosen or not typed:
            self._say("Name the session it goes into, and tick what goes.")
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

    def action_leave(self) -> None:
        """Go back; nothing was carried."""
        if not self._is_busy:
            self.dismiss(None)


def _line(one: Matter) -> str:
    return clean_line(f"{one.of}, {one.state}: {one.words}")


def _ticked(line: str, *, is_ticked: bool) -> str:
    return f"{'✓' if is_ticked else '·'} {line}"
