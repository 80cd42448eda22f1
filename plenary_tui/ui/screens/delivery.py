"""A statement checked against its delivery while it is read, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events as keys
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.getters import query_one
from textual.widgets import Static, TextArea

from plenary_tui.record.clean import clean_line
from plenary_tui.record.delivery import Delivery, begin, difference
from plenary_tui.ui import panels
from plenary_tui.ui.actions import DELIVERY
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.messages import Entered
from plenary_tui.ui.pages.statements import HandedIn, Reading, line_of, reading
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.letters import letter
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

from .over import OverRoom

if TYPE_CHECKING:
    from .room.base import RoomBase

Asked = Literal["", "changed", "added"]
_ASKS = {"changed": "Said instead", "added": "Added"}
_MARKS = "Space read · x left out · X all the rest · e otherwise · a added · ↑ back"


class DeliveryScreen(OverRoom):
    """Goes with the speaker through a statement. What is marked stays when the screen is left."""

    CSS_PATH = "statements.tcss"
    ACTIONS = "delivery"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False) for one in DELIVERY
    ]

    head = query_one("#delivery-head", Static)
    alarm = query_one("#delivery-alarm", Static)
    body = query_one("#delivery-body", Static)
    says = query_one("#delivery-says", Says)
    prompt = query_one("#delivery-prompt", Static)
    editor = query_one("#delivery-edit", CaptureLine)

    def __init__(self, room: RoomBase, statement: HandedIn) -> None:
        super().__init__(room)
        self.statement = statement
        self.reading = room.deliveries.setdefault(statement.id, Reading(begin(statement.text)))
        self.asked: Asked = ""
        self._sent = False

    @property
    def delivery(self) -> Delivery:
        """How far the statement was read, and how."""
        return self.reading.delivery

    def compose(self) -> ComposeResult:
        """Lay out the statement over the line for what was said otherwise."""
        yield Static(id="delivery-head", classes="over-head", markup=False)
        yield Static(id="delivery-alarm", classes="over-alarm", markup=False)
        body = Static(id="delivery-body", classes="over-body", markup=False)
        body.can_focus = True
        yield body
        yield Says(id="delivery-says").add_class("over-says")
        with Horizontal(id="delivery-line"):
            yield Static(id="delivery-prompt", markup=False)
            yield CaptureLine(id="delivery-edit")
        bar = KeyBar((one for one in self.actions if one.footer), id="delivery-keys")
        yield bar.add_class("over-keys")

    def on_mount(self) -> None:
        """Begin where it was left."""
        self.body.focus()
        self._keep()
        self._draw()
        self.says.now(_MARKS, "quiet")

    def on_resize(self) -> None:
        """Wrap anew."""
        self.call_after_refresh(self._draw)

    def hear(self, event: events.Event) -> None:
        """Learn what became of the statement; the room's own lines before it come first."""
        match event:
            case events.Kept() as kept if self._sent and not len(self.room.outbox):
                self._sent = False
                if kept.verdict == "ok":
                    self.room.deliveries.pop(self.statement.id, None)
                    said = f"✓ {self.statement.name} delivered {self._difference()}"
                    self.dismiss()
                    self.room.says.last(said, "quiet")
                else:
                    self.says.became(kept)
            case events.NotKept(_, why):
                self.alert(why)
            case events.Kept() | events.Grew():
                self.alert("")
                self._draw()
            case _:
                pass

    def give_back(self, outgoing: Outgoing) -> None:
        """Go on here: what was marked is not lost."""
        self._sent = False
        self.says.last("It is not recorded: press Enter again once the disk takes it.", "warning")

    def _difference(self) -> str:
        said = difference(self.delivery)
        return said if not self.delivery.is_changed else f"with changes: {said}"

    def _keep(self) -> None:
        """Keep on disk, as the line that would record it, what was marked otherwise."""
        self.keep(self._line() if self.delivery.is_changed or self._edited() else "")

    def _edited(self) -> str:
        return self.editor.text.strip() if self.asked else ""

    def _line(self) -> str:
        delivery = self.delivery
        if self.asked:
            delivery = self._with(self._edited())
        return line_of(self.statement, delivery.text)

    def _draw(self) -> None:
        view, delivery = self.room.view, self.delivery
        self.set_class(view.marking == "in_camera", "-closed")
        count = len(delivery.parts)
        where = "the end" if delivery.is_over else f"sentence {delivery.at + 1} of {count}"
        named = f"{self.statement.head}: {self.statement.name}"
        parts = (panels.MARKINGS[view.marking], named, where, difference(delivery))
        self.head.update(clean_line(" · ".join(part for part in parts if part)))
        width = max(20, self.body.content_size.width or self.size.width - 2)
        height = max(3, self.body.content_size.height or self.size.height - 5)
        self.body.update(content(reading(delivery, width, height)))

    def _go(self, delivery: Delivery) -> None:
        self.reading.delivery = delivery
        self.says.last("")
        self._keep()
        self._draw()

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says; while the editor is open, close it first."""
        if not self.asked or action_id == "help":
            getattr(self, f"do_{action_id}")()
        elif action_id == "back":
            self._close()
            self.says.last("What you typed comes back when you press the same key here.", "quiet")

    def do_record(self) -> None:
        """Record the statement as it was delivered."""
        delivery = self.delivery
        if self._sent:
            return
        if not delivery.is_over:
            left = "1 sentence is" if delivery.left == 1 else f"{delivery.left} sentences are"
            self.says.last(f"{left} not passed yet: PgDn passes the rest as written, X leaves it "
                           "out.", "warning")  # fmt: skip
        elif not delivery.text:
            self.says.last("Nothing is left of it: go back, or leave it undelivered.", "warning")
        else:
            self._sent = True
            self.room.put(Outgoing(self._line()))

    def do_rest(self) -> None:
        """Pass the rest as it is written."""
        self._go(self.delivery.rest("written"))

    def do_help(self) -> None:
        """Show what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view))

    def do_back(self) -> None:
        """Go back to the room; what is marked stays."""
        self.dismiss()
        self.room.says.last(f"{self.statement.head}: what you marked stays for later.", "quiet")

    def on_key(self, event: keys.Key) -> None:
        """Mark the present sentence."""
        if self.asked or self._sent:
            return
        delivery, typed = self.delivery, letter(event)
        if event.key in ("space", "down"):
            self._go(delivery.read("written"))
        elif event.key == "up":
            self._go(delivery.back())
        elif typed == "x":
            self._go(delivery.read("left_out"))
        elif typed == "X":
            self._go(delivery.rest("left_out"))
        elif typed == "e" and not delivery.is_over:
            self._ask("changed", delivery.mark.words or delivery.parts[delivery.at].strip())
        elif typed == "a":
            self._ask("added", delivery.marks[max(0, delivery.at - 1)].after)
        elif typed:
            self.says.last(_MARKS, "quiet")
        else:
            return
        event.stop()
        event.prevent_default()

    def _ask(self, asked: Asked, words: str) -> None:
        self.asked = asked
        self.set_class(True, "-asking")
        self.prompt.update(f"{_ASKS[asked]} ▸")
        self.editor.put(self.reading.typed.get((self.delivery.at, asked), words))
        self.editor.focus()
        self.says.last("Enter takes it, Escape leaves it.", "quiet")
        self.says.now("")

    def _close(self) -> None:
        self.asked = ""
        self.set_class(False, "-asking")
        self.editor.put("")
        self.body.focus()
        self.says.now(_MARKS, "quiet")
        self._keep()
        self._draw()

    def _with(self, words: str) -> Delivery:
        delivery = self.delivery
        return delivery.added(words) if self.asked == "added" else delivery.read("changed", words)

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Keep what is typed."""
        if self.asked:
            self.reading.typed[(self.delivery.at, self.asked)] = self.editor.text
            self._keep()

    @on(Entered)
    def take_line(self, message: Entered) -> None:
        """Take what was said otherwise, or added; nothing typed takes it away."""
        if self.asked:
            self.reading.typed.pop((self.delivery.at, self.asked), None)
            self.reading.delivery = self._with(message.line)
            self._close()
            self.says.last("")
