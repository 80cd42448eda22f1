"""The roll call: who is here, marked by their codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events as keys
from textual.binding import Binding, BindingType

from plenary_tui.ui.actions import ROLL_CALL
from plenary_tui.ui.conducting import events
from plenary_tui.ui.pages.roll import Roll
from plenary_tui.ui.panels import Line
from plenary_tui.ui.widgets.letters import letter

from .sheet import Sheet

if TYPE_CHECKING:
    from .room.procedure import ProcedureKeys

_HOW = "Type codes, as: os, ke tr. Backspace takes the last back. Arrows, then Space."
_STEPS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


class RollCallScreen(Sheet):
    """Nothing is recorded before Enter, and then all of it in one line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, show=False) for one in ROLL_CALL
    ]
    actions = ROLL_CALL

    def __init__(self, room: ProcedureKeys) -> None:
        super().__init__(room)
        self._keys = room
        self.roll = Roll(room.names, room.view.present)

    def heading(self) -> str:
        """Return how many are here, by class."""
        return f"Roll call: {self.roll.counts()}"

    def lines(self, width: int) -> list[Line]:
        """Return the delegations, marked or not."""
        return self.roll.lines(width)

    def hear(self, event: events.Event) -> None:
        """Follow the roster."""
        if isinstance(event, events.NamesKnown):
            self.roll.put(event.names)
        super().hear(event)

    def draw(self) -> None:
        """Show the roll and what the last key did."""
        super().draw()
        roll = self.roll
        self.says.last(roll.said or _HOW, "warning" if roll.wrong else "plain")
        self.says.now(f"▸ {roll.typed}▏" if roll.typed else "▸ ▏", "plain")
        self.call_after_refresh(lambda: self.keep_in_sight(roll.line_of_cursor))

    def on_key(self, event: keys.Key) -> None:
        """Take a letter of a code, or move and mark."""
        if event.key in _STEPS:
            self.roll.move(*_STEPS[event.key])
        elif event.key == "space":
            self.roll.space()
        elif event.key == "backspace":
            self.roll.back()
        elif (typed := letter(event)) and typed.isalnum():
            self.roll.type(typed)
        elif typed in (",", ";"):  # a list may be typed as a list
            self.roll.separate()
        else:
            return
        event.stop()
        event.prevent_default()
        self.draw()

    def on_click(self, event: keys.Click) -> None:
        """Mark whoever is under the mouse."""
        if event.widget is self.text:
            found = self.roll.at(event.y, event.x, self.width)
            if found:
                self.roll.cursor = found
                self.roll.toggle()
                self.draw()

    def do_submit(self) -> None:
        """Record who is here, and who is no longer; a code half typed is looked at first."""
        if not self.roll.whole():
            self.draw()
            return
        lines = self.roll.to_record(self.room.view.present)
        self.dismiss()
        for line in lines:
            self._keys.send_once(line)
        if not lines:
            self._keys.says.last("The roll is as it was: nothing is recorded.", "quiet")
