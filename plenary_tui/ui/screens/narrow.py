"""Picking a filter: first which, then what it may be, from what the index holds."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from plenary_tui.errors import PlenaryError
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name
from plenary_tui.store.asking import FILTERS
from plenary_tui.ui.widgets.plain_input import PlainInput

MOST = 200
"""Choices that are shown; a letter more shows others."""
_TYPED = {"since": "2018-01", "until": "2018-12", "item": "4.2"}
"""Filters whose value is typed, each with an example."""


class Narrow(ModalScreen[str | None]):
    """Dismissed with a filter to type behind the words, `delegation:NV`, or with None."""

    CSS = """
    Narrow { align: center middle; background: transparent; }
    #narrow { width: 76; max-width: 100%; height: 18; padding: 0 1; background: $panel;
              border: solid $primary; color: $foreground; }
    #narrow-line { height: 1; border: none; padding: 0; background: $panel; }
    #narrow-list { height: 1fr; border: none; background: $panel; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", show=False),
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._filter = ""
        self._choices: list[tuple[str, str]] = [(name, "") for name in FILTERS]

    def compose(self) -> ComposeResult:
        """Lay out the picker."""
        with Vertical(id="narrow"):
            yield Static("Narrow down by", id="narrow-head", markup=False)
            yield PlainInput(id="narrow-line", placeholder="type to find", compact=True)
            yield OptionList(id="narrow-list", compact=True)

    def on_mount(self) -> None:
        """Offer the filters."""
        self.query_one(OptionList).can_focus = False
        self.query_one(PlainInput).focus()
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        wanted = fold_name(self.query_one(PlainInput).value)
        shown = [one for one in self._choices if wanted in fold_name(" ".join(one))][:MOST]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content(clean_line(f"{name:<16} {says}".rstrip())), id=str(place))
            for place, (name, says) in enumerate(self._choices) if (name, says) in shown
        )  # fmt: skip
        if shown:
            options.highlighted = 0

    def action_move(self, by: int) -> None:
        """Choose another line."""
        options = self.query_one(OptionList)
        (options.action_cursor_up if by < 0 else options.action_cursor_down)()

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self._take(self._choices[int(event.option.id or 0)][0])

    @on(Input.Submitted)
    def _entered(self) -> None:
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            option = options.get_option_at_index(options.highlighted)
            self._take(self._choices[int(option.id or 0)][0])

    def _take(self, value: str) -> None:
        if self._filter:
            self.dismiss(f"{self._filter}:" + (f'"{value}"' if " " in value else value))
        elif value in _TYPED:
            self.dismiss(f"{value}:")
        else:
            self._go_on_with(value)

    def _go_on_with(self, name: str) -> None:
        from plenary_tui.store.search import Index

        head = self.query_one("#narrow-head", Static)
        try:
            self._choices = Index(self._folder).choices(name)
        except PlenaryError as error:
            head.update(clean_line(str(error)))
            return
        self._filter = name
        head.update(f"Narrow down by {name}")
        self.query_one(PlainInput).value = ""
        self._offer()

    def action_leave(self) -> None:
        """Pick nothing."""
        self.dismiss(None)
