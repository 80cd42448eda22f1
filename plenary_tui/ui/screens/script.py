"""The Chair's script: what to read out now, large, with each way out as a key that records it."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import events as keys
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.record.clean import clean_line
from plenary_tui.ui import panels
from plenary_tui.ui.actions import SCRIPT
from plenary_tui.ui.conducting import events
from plenary_tui.ui.conducting.outbox import Outgoing
from plenary_tui.ui.pages.script import Place, page
from plenary_tui.ui.widgets.letters import letter
from plenary_tui.ui.widgets.plain import KeyBar, Says, content

from .over import OverRoom

if TYPE_CHECKING:
    from plenary_tui.documents.script.parts import Way
    from plenary_tui.record.history import Record

    from .room.base import RoomBase

LOOKED_AT_EVERY = 2.0
"""Seconds after which the clock may have changed what is to be read out."""
TWICE = 0.8
"""Seconds after a step has changed within which a key was meant for the one before."""


class ScriptScreen(OverRoom):
    """Shows the script, and follows the record. A letter typed here is meant for the room."""

    CSS_PATH = "script.tcss"
    ACTIONS = "script"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False) for one in SCRIPT),
        Binding("f5", "do('back')", show=False),
        Binding("right", "do('later')", show=False),
        Binding("left", "do('before')", show=False),
    ]

    head = query_one("#script-head", Static)
    alarm = query_one("#script-alarm", Static)
    body = query_one("#script-body", VerticalScroll)
    text = query_one("#script-text", Static)
    says = query_one("#script-says", Says)

    def __init__(self, room: RoomBase) -> None:
        super().__init__(room)
        self.place = Place()
        self._moved_at = 0.0
        self._is_asked = False

    def compose(self) -> ComposeResult:
        """Lay out the script."""
        yield Static(id="script-head", markup=False)
        yield Static(id="script-alarm", markup=False)
        with VerticalScroll(id="script-body", can_focus=True):
            yield Static(id="script-text", markup=False)
        yield Says(id="script-says")
        yield KeyBar((one for one in self.actions if one.footer), id="script-keys")

    def on_mount(self) -> None:
        """Ask for the script, and again as time goes by."""
        self.body.focus()
        self.ask()
        self.set_interval(LOOKED_AT_EVERY, self.ask)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._draw()

    def ask(self) -> None:
        """Ask for the script as it is now; one question at a time."""
        if self._is_asked:
            return
        self._is_asked = True
        station, language = self.room.conductor.station, self.room.script_language
        self.room.conductor.ask(lambda record, now: _script(record, station, now, language))

    def hear(self, event: events.Event) -> None:
        """Follow the record; say what became of what was sent."""
        match event:
            case events.Script(steps):
                self._is_asked = False
                if self.place.put(steps):
                    self._moved_at = time.monotonic()
                    self.body.scroll_home(animate=False)
                self._draw()
            case events.Kept() as kept:
                self.alert("")
                self.says.became(kept)
                self.ask()
            case events.Grew() | events.Opened() | events.Moved():
                self.ask()
            case events.NotKept(_, why):
                self.alert(why)
            case _:
                pass

    def give_back(self, outgoing: Outgoing) -> None:
        """Say that a way out was not recorded."""
        self.says.last("It is not recorded: take it again once the disk takes it.", "warning")

    def _draw(self) -> None:
        view = self.room.view
        self.set_class(view.marking == "in_camera", "-closed")
        parts = (panels.MARKINGS[view.marking], "Script for the Chair", view.sitting, view.item)
        self.head.update(clean_line(" · ".join(part for part in parts if part)))
        region = self.body.scrollable_content_region
        width = max(20, region.width or self.size.width - 2)
        height = max(4, region.height or self.size.height - 5)
        self.text.update(content(page(self.place, width, height)))

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says."""
        getattr(self, f"do_{action_id}")()

    def do_take(self) -> None:
        """Take the chosen way out."""
        self._take(self.place.chosen)

    def do_later(self) -> None:
        """Look at the next step."""
        self._go(1)

    def do_before(self) -> None:
        """Look at the step before."""
        self._go(-1)

    def do_language(self) -> None:
        """Change to the next language."""
        from plenary_tui.documents.language.phrases import languages

        known = languages()
        now = known.index(self.room.script_language)
        self.room.script_language = known[(now + 1) % len(known)]
        self._is_asked = False
        self.ask()

    def do_help(self) -> None:
        """Show what can be done here."""
        from .help import HelpScreen

        self.app.push_screen(HelpScreen(self.actions, self.room.view))

    def do_back(self) -> None:
        """Go back to the room."""
        self.dismiss()

    def _go(self, by: int) -> None:
        self.place.go(by)
        self.body.scroll_home(animate=False)
        self._draw()

    def _take(self, way: Way | None) -> None:
        """Record a way out, or begin its line in the room where something is to be added."""
        if way is None:
            return
        if time.monotonic() - self._moved_at < TWICE:
            self.says.last("The script has just moved on: press it again if it is meant.", "quiet")
        elif way.whole:
            self._moved_at = time.monotonic()
            self.room.put(Outgoing(way.line))
        else:
            self.dismiss()
            self.room.offer_line(f"{way.line} ")

    def on_key(self, event: keys.Key) -> None:
        """Choose a way out, or take it by its number; a letter was meant for the room."""
        if event.key in ("up", "down"):
            self.place.choose(-1 if event.key == "up" else 1)
            self._draw()
        elif event.character and event.character.isdecimal():
            self._take(self.place.numbered(event.character))
        elif typed := letter(event):
            self.dismiss()
            self.room.back_to_typing(typed)
        else:
            return
        event.stop()
        event.prevent_default()


def _script(record: Record, station: str, now: datetime, language: str) -> events.Event:
    from plenary_tui.documents.script.running import running

    meeting = record.live
    return events.Script(running(meeting, meeting.station_sitting(station), now, language))
