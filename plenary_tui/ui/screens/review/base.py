"""How the review is drawn, what is heard of the record, and what is on its way to the disk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import panels
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.drafting import reviewing
from plenary_tui.ui.screens.over import OverRoom
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

if TYPE_CHECKING:
    from plenary_tui.record.kinds import Kind
    from plenary_tui.ui.drafting.review import Review
    from plenary_tui.ui.screens.room.base import RoomBase

Asks = Literal["", "refuse", "sign_off", "under_review", "extract"]
"""What the editor is open for."""

TICK = 5.0
"""Seconds between two looks at the clock: the countdown goes by the minute."""
_AROUND = 3
"""Cells beside the corrections: a margin on both sides, and the scroll bar, there or not."""
_PROMPTS: dict[Asks, str] = {
    "refuse": "Why it is refused ▸", "sign_off": "Who signs it off ▸",
    "under_review": "Corrections until ▸", "extract": "Extract for ▸",
}  # fmt: skip


class ReviewBase(OverRoom):
    """Lists the corrections by delegation, under the countdown of the version's review."""

    CSS_PATH = "review.tcss"
    ACTIONS = "review"
    head = query_one("#review-head", Static)
    alarm = query_one("#review-alarm", Static)
    body = query_one("#review-body", VerticalScroll)
    text = query_one("#review-text", Static)
    says = query_one("#review-says", Says)
    prompt = query_one("#review-prompt", Static)
    editor = query_one("#review-edit", CaptureLine)

    @dataclass
    class Printed(Message):
        """A document was written, or why it was not."""

        said: str
        more: str
        is_trouble: bool = False

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.review: Review | None = None
        self.chosen = ""
        self.asks: Asks = ""
        self.about = ""
        """The correction that is being refused, whatever is chosen meanwhile."""
        self.typed = ""
        self.waits = 0
        self._then = ""

    def compose(self) -> ComposeResult:
        """Lay out the review."""
        yield Static("Review", id="review-head", markup=False)
        yield Static(id="review-alarm", markup=False)
        with VerticalScroll(id="review-body", can_focus=True):
            yield Static("Reading …", id="review-text", markup=False)
        yield Says(id="review-says")
        with Horizontal(id="review-line"):
            yield Static(id="review-prompt", markup=False)
            yield CaptureLine(id="review-edit")
        yield KeyBar((one for one in self.actions if one.footer), id="review-keys")

    def on_mount(self) -> None:
        """Ask how it stands, and let the countdown run."""
        self.body.focus()
        self.set_interval(TICK, self._draw_head)
        self._look()

    def _look(self) -> None:
        self.room.conductor.ask(reviewing.the_review())

    def on_resize(self) -> None:
        """Wrap anew."""
        self.draw()

    def hear(self, event: events.Event) -> None:
        """Follow the record; learn what became of what was asked and sent."""
        match event:
            case events.Looked(found):
                self._take(found)
            case events.Kept() as kept:
                self._learn(kept)
                self._look()
            case events.NothingToKeep(why):
                self.waits, self._then = 0, ""
                self.says.last(clean_line(f"✗ {why[:1].upper()}{why[1:]}"), "warning")
            case events.Grew() | events.Opened() | events.Moved():
                self._look()
            case events.NotKept(_, why):
                self.alert(why)
            case _:
                pass

    def _take(self, found: object) -> None:
        from plenary_tui.ui.drafting.review import Review

        match found:
            case Review():
                self.review = found
                ids = [one.id for one in found.corrections]
                if self.chosen not in ids:
                    self.chosen = found.after("", waiting=True) or (ids[0] if ids else "")
                self.draw()
            case reviewing.Answers(commands, said):
                self.send(commands, said)
            case reviewing.Document():
                self._print(found)
            case reviewing.Trouble(why):
                self.says.last(clean_line(why), "warning")

    def send(self, commands: tuple[Kind, ...], said: str) -> None:
        """Hand commands to the disk, one behind the other; say the rest once all are there."""
        self._then = said
        for command in commands:
            self.room.put(Outgoing.of(command))
        self.waits = len(self.room.outbox)

    def _learn(self, kept: events.Kept) -> None:
        self.alert("")
        if not self.waits:
            return
        self.waits -= 1
        if self.waits == 0:
            self.typed = ""
            said, self._then = self._then or kept.words, ""
            self.says.last(clean_line("; ".join((f"✓ {said}", *kept.flags))), "quiet")
            if self.review is not None and self.chosen:
                self.chosen = self.review.after(self.chosen, waiting=True)

    def give_back(self, outgoing: Outgoing) -> None:
        """Say that it is to be done again; a reason that was typed is put back."""
        self.waits, self._then = 0, ""
        if self.typed and self.about:
            self.open_editor("refuse", self.typed)
        self.says.last("It is not recorded: try it again.", "warning")

    def draw(self) -> None:
        self._draw_head()
        if self.review is None:
            return
        from plenary_tui.ui.drafting.review import lines

        width = max(20, self.size.width - _AROUND)
        shown, place = lines(self.review, self.chosen, width)
        self.text.update(content(shown))
        top, height = self.body.scroll_offset.y, self.body.size.height
        if place < top or place + 3 > top + height:
            self.body.scroll_to(y=max(0, place - 1), animate=False)

    def _draw_head(self) -> None:
        """Say how long corrections may still come, by the minute."""
        view = self.room.view
        self.set_class(view.marking == "in_camera", "-closed")
        said = self.review.heading(self.now()) if self.review else "Review"
        parts = (panels.MARKINGS[view.marking], said)
        self.head.update(clean_line(" · ".join(part for part in parts if part)))

    def now(self) -> datetime:
        return self.room.now().astimezone(self.room.view.zone)

    def open_editor(self, asks: Asks, begun: str = "") -> None:
        self.asks = asks
        self.set_class(True, "-asking")
        self.prompt.update(_PROMPTS[asks])
        self.says.last("Enter takes it, Escape leaves it.", "quiet")
        self.editor.put(begun)
        self.editor.focus()

    def close_editor(self) -> None:
        self.asks = ""
        self.set_class(False, "-asking")
        self.editor.put("")
        self.body.focus()
        self.keep("")

    def _print(self, document: reviewing.Document) -> None:
        Thread(target=self._write, args=(document,), name="printing").start()

    def _write(self, document: reviewing.Document) -> None:
        from plenary_tui.store.disk import not_durable
        from plenary_tui.ui.conducting.printing import print_draft

        conductor = self.room.conductor
        try:
            paths = print_draft(
                document.draft, conductor.disk, conductor.folder, document.name, self.now()
            )
            printed = self.Printed(f"✓ Written: {paths[0].name} and .md, in", str(paths[0].parent))
        except OSError as error:
            printed = self.Printed("It was not written:", str(not_durable(error)), True)
        self.post_message(printed)

    @on(Printed)
    def tell_printed(self, printed: Printed) -> None:
        """Say where the document is."""
        part = "warning" if printed.is_trouble else "current"
        self.says.last(clean_line(printed.said), part)
        self.says.now(clean_line(printed.more), part)
