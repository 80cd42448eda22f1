"""Handing over: the card that says where we are, and one line for the relief rapporteur's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static, TextArea

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import panels
from plenary_tui.ui.actions import HANDOVER
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.messages import Entered
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.plain import KeyBar, Says

from .over import OverRoom

if TYPE_CHECKING:
    from plenary_tui.documents.draft import Draft
    from plenary_tui.record.history import Record

_ASKS = "Enter records who takes over; without a name nothing is handed over."


class HandoverScreen(OverRoom):
    """Shows the card, which follows the record. The name is all that handing over needs."""

    CSS_PATH = "handover.tcss"
    ACTIONS = "handover"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False)
          for one in HANDOVER
          if one.id != "submit"),
        Binding("f4", "do('back')", show=False),
    ]  # fmt: skip

    head = query_one("#card-head", Static)
    alarm = query_one("#card-alarm", Static)
    body = query_one("#card-body", VerticalScroll)
    text = query_one("#card-text", Static)
    says = query_one("#card-says", Says)
    editor = query_one("#card-name", CaptureLine)

    @dataclass
    class Printed(Message):
        """The card was written, or why it was not."""

        said: str
        more: str
        is_trouble: bool = False

    draft: Draft | None = None
    _sent = 0
    _is_printing = False

    def compose(self) -> ComposeResult:
        """Lay out the card over the line for the name."""
        yield Static("Hand-over card", id="card-head", markup=False)
        yield Static(id="card-alarm", markup=False)
        with VerticalScroll(id="card-body", can_focus=False):
            yield Static("Writing…", id="card-text", markup=False)
        yield Says(id="card-says")
        with Horizontal(id="card-line"):
            yield Static("Relief rapporteur ▸", id="card-prompt", markup=False)
            yield CaptureLine(id="card-name")
        yield KeyBar((one for one in self.actions if one.footer), id="card-keys")

    def on_mount(self) -> None:
        """Have the card composed from now on; ask for the name."""
        from plenary_tui.documents.card import Desk, card

        conductor = self.room.conductor
        desk = Desk(
            conductor.station, str(conductor.folder.absolute()), self.room.unfinished().text
        )

        def compose(record: Record, now: datetime) -> Draft:
            return card(record, now, replace(desk, private=conductor.private_notes))

        conductor.follow(compose)
        self.editor.takes_first = self._take_first
        self.editor.focus()
        self.says.last(_ASKS, "plain")

    def on_unmount(self) -> None:
        """Have it composed no more."""
        self.room.conductor.follow(None)
        super().on_unmount()

    def hear(self, event: events.Event) -> None:
        """Show the card as it is now; learn what became of the name."""
        from plenary_tui.documents.draft import Draft

        match event:
            case events.Drafted(Draft() as draft, _):
                self.draft = draft
                self.set_class(self.room.view.marking == "in_camera", "-closed")
                marking = panels.MARKINGS[self.room.view.marking] or draft.marking
                said = " · ".join(part for part in (marking, draft.register, draft.title) if part)
                self.head.update(said)
                self.text.update(Content("\n").join(_lines(draft)))
            case events.Drafted(None, why):
                self.text.update(Content(clean_line(why)))
            case events.Kept() as kept:
                self._learn(kept)
            case events.NotKept(_, why):
                self.alert(why)
            case _:
                pass

    def _learn(self, kept: events.Kept) -> None:
        self.alert("")
        if self._sent:
            self._sent -= 1
            if not self._sent:
                said = f"✓ {clean_line(kept.words)}. The card is for the relief: Escape leaves it."
                self.says.last(said, "current")

    def give_back(self, outgoing: Outgoing) -> None:
        """Put the name back that the disk did not take."""
        self._sent = 0
        self.editor.put(outgoing.line.removeprefix(_LINE))

    @on(TextArea.Changed)
    def take_text(self) -> None:
        """Write through what is typed."""
        self.keep(_LINE + self.editor.text if self.editor.text.strip() else "")

    @on(Entered)
    def take_name(self, message: Entered) -> None:
        """Hand over to whoever is named."""
        name = " ".join(message.line.split())
        if not name:
            self.says.last(_ASKS, "warning")
            return
        self.room.put(Outgoing(_LINE + name))
        self._sent = len(self.room.outbox)

    def _take_first(self, key: str) -> bool:
        """Scroll the card: the name has one line, and needs no keys for that."""
        if key in ("up", "down"):
            self.body.scroll_relative(y=-1 if key == "up" else 1, animate=False)
        elif key in ("pageup", "pagedown"):
            self.action_do("up" if key == "pageup" else "down")
        else:
            return False
        return True

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def do_up(self) -> None:
        """Scroll up."""
        self.body.scroll_page_up(animate=False)

    def do_down(self) -> None:
        """Scroll down."""
        self.body.scroll_page_down(animate=False)

    def do_submit(self) -> None:
        """Hand over to whoever is named, as Enter does."""
        self.post_message(Entered(self.editor.text))
        self.editor.put("")

    def do_back(self) -> None:
        """Go back to the room."""
        self.dismiss()

    def do_help(self) -> None:
        """Show what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view))

    def do_print(self) -> None:
        """Write the card as files, beside the screen."""
        if self.draft is None or self._is_printing:
            return
        self._is_printing = True
        self.says.last("Writing it …", "quiet")
        Thread(target=self._print, args=(self.draft,), name="printing").start()

    def _print(self, draft: Draft) -> None:
        from plenary_tui.store.disk import not_durable
        from plenary_tui.ui.conducting.printing import print_draft

        conductor = self.room.conductor
        now = self.room.now().astimezone(self.room.view.zone)
        try:
            paths = print_draft(draft, conductor.disk, conductor.folder, "card", now)
            printed = self.Printed(f"✓ Written: {paths[0].name} and .md, in", str(paths[0].parent))
        except OSError as error:
            printed = self.Printed("The card was not written:", str(not_durable(error)), True)
        self.post_message(printed)

    @on(Printed)
    def tell_printed(self, printed: Printed) -> None:
        """Say where the card is."""
        self._is_printing = False
        part = "warning" if printed.is_trouble else "current"
        self.says.last(clean_line(printed.said), part)
        self.says.now(clean_line(printed.more), part)


_LINE = "Rapporteur: "


def _lines(draft: Draft) -> Iterator[Content]:
    from plenary_tui.ui.widgets.draft_text import draft_lines

    yield Content(" · ".join(draft.about))
    yield from draft_lines(draft)
