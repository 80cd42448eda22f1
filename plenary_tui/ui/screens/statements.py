"""The statements handed in: take one in, look at one, check one while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events as keys
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.ui import panels
from plenary_tui.ui.actions import PREPARED
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.pages.statements import HandedIn, handed_in, listing
from plenary_tui.ui.widgets.letters import letter
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

from .over import OverRoom

if TYPE_CHECKING:
    from .room.base import RoomBase


class StatementsScreen(OverRoom):
    """Lists the statements handed in. A letter typed here is meant for the room.

    check: the statement to check at once, empty to look at the list.
    """

    CSS_PATH = "statements.tcss"
    ACTIONS = "prepared"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False) for one in PREPARED
    ]

    head = query_one("#statements-head", Static)
    alarm = query_one("#statements-alarm", Static)
    body = query_one("#statements-body", Static)
    says = query_one("#statements-says", Says)

    def __init__(self, room: RoomBase, check: str = "") -> None:
        super().__init__(room)
        self.statements: tuple[HandedIn, ...] = ()
        self.at = 0
        self._check = check

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Static(id="statements-head", classes="over-head", markup=False)
        yield Static(id="statements-alarm", classes="over-alarm", markup=False)
        yield Static(id="statements-body", classes="over-body", markup=False)
        says = Says(id="statements-says")
        yield says.add_class("over-says")
        bar = KeyBar((one for one in self.actions if one.footer), id="statements-keys")
        yield bar.add_class("over-keys")

    def on_mount(self) -> None:
        """Ask what was handed in."""
        self._ask()

    def _ask(self) -> None:
        self.room.conductor.ask(lambda record, now: events.Statements(handed_in(record, now)))

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    def hear(self, event: events.Event) -> None:
        """Follow the record; say what became of what was sent."""
        match event:
            case events.Statements(statements):
                self.statements = statements
                self.at = min(self.at, max(0, len(statements) - 1))
                check, self._check = self._check, ""
                self._draw()
                if found := next((one for one in statements if one.id == check), None):
                    self._open(found)
            case events.Kept() as kept:
                self.alert("")
                self.says.became(kept)
                self._ask()
            case events.Grew() | events.Opened() | events.Moved():
                self._ask()
            case events.NotKept(_, why):
                self.alert(why)
            case _:
                pass

    def give_back(self, outgoing: Outgoing) -> None:
        """Put a statement that the disk did not take where it is not lost: into the room's line."""
        self.dismiss()
        self.room.offer_line(outgoing.line)

    def _draw(self) -> None:
        view = self.room.view
        self.set_class(view.marking == "in_camera", "-closed")
        waiting = sum(not one.delivered for one in self.statements)
        parts = (panels.MARKINGS[view.marking], "Statements handed in, under seal",
                 f"{waiting} not delivered yet")  # fmt: skip
        self.head.update(" · ".join(part for part in parts if part))
        width = max(20, self.body.content_size.width or self.size.width - 2)
        height = max(4, self.body.content_size.height or self.size.height - 5)
        self.body.update(content(listing(self.statements, self.at, width, height)))

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def do_deliver(self) -> None:
        """Check the chosen statement while it is read."""
        if not self.statements:
            return
        chosen = self.statements[self.at]
        if chosen.delivered:
            self.says.last("It was delivered: it stands in the record.", "quiet")
        else:
            self._open(chosen)

    def _open(self, statement: HandedIn) -> None:
        from .delivery import DeliveryScreen

        self.app.switch_screen(DeliveryScreen(self.room, statement))

    def do_take_in(self) -> None:
        """Ask for a file."""
        from .hand_in import HandIn

        def take(made: Made | None) -> None:
            if made is not None:
                self.room.put(Outgoing(made.name))

        self.app.push_screen(HandIn(self.room.names, self.room.view.floor.code), take)

    def do_paste(self) -> None:
        """Begin the line of a statement in the room."""
        self.dismiss()
        self.room.offer_line("Prepared ")

    def do_help(self) -> None:
        """Show what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view))

    def do_back(self) -> None:
        """Go back to the room."""
        self.dismiss()

    def on_key(self, event: keys.Key) -> None:
        """Choose a statement; a letter was meant for the room."""
        if event.key in ("up", "down"):
            step = -1 if event.key == "up" else 1
            self.at = max(0, min(self.at + step, len(self.statements) - 1))
            self._draw()
        elif typed := letter(event):
            self.dismiss()
            self.room.back_to_typing(typed)
        else:
            return
        event.stop()
        event.prevent_default()
