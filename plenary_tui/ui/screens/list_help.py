"""Help on a screen with a list: what it shows, and what the keys do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from plenary_tui.ui.actions import Action


class ListHelp(Screen[None]):
    """Shows the help. Escape, F1 or Enter goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "app.pop_screen", "back", show=False)
    ]
    CSS = "ListHelp { padding: 0 1; background: $background; }"

    def __init__(self, about: Iterable[str], actions: Iterable[Action]) -> None:
        super().__init__()
        self._about = list(about)
        self._actions = list(actions)

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static(Content("\n").join(self._lines()), markup=False)
        scroll.focus()

    def _lines(self) -> Iterator[Content]:
        for sentence in self._about:
            yield Content(sentence)
            yield Content()
        for one in self._actions:
            yield Content.assemble((f"{one.shown_key:<7}", "bold"), f"{one.label}: {one.says}")
