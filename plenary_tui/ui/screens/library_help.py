"""Help in the library: what the columns say, and what the keys do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from .library_keys import LIBRARY

_TEXT = """\
The library shows every session in the folder, what is open first. A session is a folder of
plain files; what is shown here is read from their logs and can be made anew at any time.

State     sitting open    a sitting was opened and not closed: Enter goes on with it
          prepared        no sitting was held yet
          held            sittings were held, and none is open
          ended           the meeting was closed
          damaged         something in its files does not verify: the lines below say what, and
                          what can be done; the other sessions are not touched by it
Entries   how many the record holds
Owed      follow-ups that are still open; ! says that one is overdue

What a session decided and who owes what stands below the list. A session is read as plain text
with  plenary replay NAME --plain  and written from with  plenary export NAME.
"""


class LibraryHelp(Screen[None]):
    """Shows the help. Escape, F1 or Enter goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "app.pop_screen", "back", show=False)
    ]
    CSS = "LibraryHelp { padding: 0 1; background: $background; }"

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static(Content(_TEXT), markup=False)
            yield Static(Content("\n").join(self._keys()), markup=False)
        scroll.focus()

    def _keys(self) -> list[Content]:
        return [
            Content.assemble((f"{one.shown_key:<8}", "bold"), f"{one.label}: {one.says}")
            for one in LIBRARY
        ]
