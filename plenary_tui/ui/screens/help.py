"""Help: where I am, what I can do here, and the notation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from plenary_tui.documents.notation_help import NOTATION
from plenary_tui.ui.actions import Action
from plenary_tui.ui.seen.views import RoomView

_ROOM = (
    "Type a line and press Enter: it is recorded once it is on disk. Up goes to the record, where "
    "Enter corrects an entry. Escape goes back to typing.",
)


class HelpScreen(Screen[None]):
    """Shows the registry of actions, and the notation. Escape, F1 or Enter goes back.

    about: what to know first, where it is not the room.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "app.pop_screen", "back", show=False)
    ]
    CSS = "HelpScreen { padding: 0 1; background: $background; }"

    def __init__(
        self, actions: Iterable[Action], view: RoomView, about: Iterable[str] = _ROOM
    ) -> None:
        super().__init__()
        self._about = list(about)
        self._actions = list(actions)
        self._view = view

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        with VerticalScroll(can_focus=True) as scroll:
            yield Static(self._text(), markup=False)
        scroll.focus()

    def _text(self) -> Content:
        view = self._view
        parts = [part for part in (view.day, view.sitting, view.item) if part]
        lines = [
            Content.assemble(("Here: ", "bold $primary"), f"{view.title} · {' · '.join(parts)}"),
            *map(Content, self._about),
            Content(),
        ]  # fmt: skip
        group = ""
        groups = list(dict.fromkeys(one.group for one in self._actions))
        for action in sorted(self._actions, key=lambda one: groups.index(one.group)):
            if action.group != group:
                group = action.group
                lines.append(Content.assemble((group, "bold $primary")))
            now = "" if action.when(view) else "  (not now)"
            lines.append(
                Content.assemble(
                    (f"  {action.shown_key:<7}", "bold"), f"{action.label}: {action.says}{now}"
                )
            )
        # where letters are keys no line of the notation can be typed
        if not any(one.letter for one in self._actions):
            lines += [Content(), Content.assemble(("The notation", "bold $primary"))]
            lines += [Content(line) for line in NOTATION.splitlines()]
        return Content("\n").join(lines)
