"""Help in a form: what it makes, what each field asks for, and the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

_KEYS = (
    ("Tab", "goes to the next field, Shift-Tab to the one before"),
    ("Right", "takes what is suggested behind the cursor"),
    ("Enter", "does it; what it says is said in the form, and nothing is made by halves"),
    ("Esc", "leaves the form without doing anything"),
)


class FormHelp(Screen[None]):
    """Shows the help. Escape, F1 or Enter goes back to the form, which stays as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter", "app.pop_screen", "back", show=False)
    ]
    CSS = "FormHelp { padding: 0 1; background: $background; }"

    def __init__(self, heading: str, fields: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._heading = heading
        self._fields = list(fields)

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static(Content("\n").join(self._lines()), markup=False)
        scroll.focus()

    def _lines(self) -> Iterator[Content]:
        yield Content.assemble((self._heading, "bold $primary"))
        for lines in (self._fields, _KEYS):
            yield Content()
            for name, says in lines:
                yield Content.assemble((f"{name:<14}", "bold"), says)
