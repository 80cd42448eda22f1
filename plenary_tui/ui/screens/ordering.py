"""Putting the list of speakers, or the agenda, in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events as keys
from textual.binding import Binding, BindingType

from plenary_tui.ui.actions import ORDERING
from plenary_tui.ui.menus.arranging import Arrangement, Row
from plenary_tui.ui.panels import Line
from plenary_tui.ui.terminal.wrapping import fit

from .sheet import Sheet

if TYPE_CHECKING:
    from .room.procedure import ProcedureKeys

_HOW = "Up and Down choose; Space takes hold of one, Up and Down then move it."
_HELD = "Up and Down move it; Space lets go of it, Enter records the order."


class OrderingScreen(Sheet):
    """Rows that move up and down. What becomes of them is one line of the notation."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, show=False) for one in ORDERING
    ]
    actions = ORDERING

    def __init__(self, room: ProcedureKeys, of: Literal["speakers", "agenda"]) -> None:
        super().__init__(room)
        self._keys = room
        self._of = of
        self.order = Arrangement(self._rows())

    def _rows(self) -> list[Row]:
        view = self.room.view
        if self._of == "agenda":
            return [(one.number, f"{one.number} {one.title}") for one in view.agenda]
        return list(view.floor.waiting)

    def heading(self) -> str:
        """Return which list it is."""
        return "The list of speakers" if self._of == "speakers" else "The agenda"

    def lines(self, width: int) -> list[Line]:
        """Return the rows."""
        lines: list[Line] = []
        for place, (_, words) in enumerate(self.order.rows):
            here = place == self.order.at
            sign = ("≡" if self.order.held else "▸") if here else " "
            count = f"{place + 1:>2}  " if self._of == "speakers" else ""
            text = fit(f"{sign} {count}{words}", width)
            lines.append(((text, "cursor" if here else "plain"),))
        return lines

    def draw(self) -> None:
        """Take in what changed meanwhile, and show it."""
        self.order.follow(self._rows())
        super().draw()
        self.says.last(_HELD if self.order.held else _HOW, "plain")
        self.call_after_refresh(lambda: self.keep_in_sight(self.order.at))

    def on_key(self, event: keys.Key) -> None:
        """Move the cursor, and with it what is held."""
        if event.key in ("up", "down"):
            self.order.move(-1 if event.key == "up" else 1)
        elif event.key == "space":
            self.order.held = not self.order.held
        else:
            return
        event.stop()
        event.prevent_default()
        self.draw()

    def do_submit(self) -> None:
        """Record the order, where it is another one."""
        order = self.order
        self.dismiss()
        if not order.moved:
            self._keys.says.last("The order is as it was: nothing is recorded.", "quiet")
        elif self._of == "speakers":
            self._keys.send_once(f"q order {', '.join(order.first)}")
        else:
            self._keys.send_once(f"Agenda order: {', '.join(order.moved)}")
