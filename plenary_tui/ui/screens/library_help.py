"""Help in the library: what the columns say, and what the keys do."""

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

_ABOUT = (
    "The library shows every session in the folder, what is open first. It is read from their "
    "logs and can be made anew at any time. What a session decided and who owes what stands "
    "below the list."
)
_STATES = (
    ("sitting open", "a sitting was opened and not closed: Enter goes on with it"),
    ("prepared", "no sitting was held yet"),
    ("held", "sittings were held, and none is open"),
    ("ended", "the meeting was closed: Enter replays it and writes nothing; ^O adds to it"),
    ("empty", "nothing is recorded in it"),
    ("damaged", "something does not verify: what, and what to do, stands below"),
    ("no session", "a folder that lies there and holds no record: what it is stands below"),
    (
        "Intact",
        "whole; sealed: words under seal are not in it; incomplete: entries are missing; "
        "torn end: its last line is unfinished",
    ),
    ("Owed", "how many follow-ups are open; ! says that one is overdue"),
)
_BESIDE = (
    "What has no column in a narrow window stands below the list. A click on a column's name sorts "
    "by it, and again the other way round. Type to keep only the sessions that hold the words; "
    "Escape shows all again. A session is read as plain text with plenary replay NAME --plain, and "
    "written from with plenary export NAME."
)


class LibraryHelp(Screen[None]):
    """Shows the help. Escape, F1 or Enter goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "app.pop_screen", "back", show=False)
    ]
    CSS = "LibraryHelp { padding: 0 1; background: $background; }"

    def __init__(self, actions: Iterable[Action]) -> None:
        super().__init__()
        self._actions = list(actions)

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static(Content("\n").join(self._lines()), markup=False)
        scroll.focus()

    def _lines(self) -> Iterator[Content]:
        yield Content(_ABOUT)
        yield Content()
        for state, says in _STATES:
            yield Content.assemble((f"{state:<14}", "bold"), says)
        yield Content()
        yield Content(_BESIDE)
        yield Content()
        for one in self._actions:
            yield Content.assemble((f"{one.shown_key:<7}", "bold"), f"{one.label}: {one.says}")
