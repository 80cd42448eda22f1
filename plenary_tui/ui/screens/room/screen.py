"""The room: the record grows here, line by line, and everything stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from plenary_tui.preferences import Preferences
from plenary_tui.record.clean import clean_line
from plenary_tui.store.clock import local_now
from plenary_tui.store.disk import Disk
from plenary_tui.store.unfinished import Piece
from plenary_tui.ui import panels
from plenary_tui.ui.actions import footer
from plenary_tui.ui.actions.keymap import Keymap, keymap
from plenary_tui.ui.conducting import collector
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.conducting.tail import read_tail
from plenary_tui.ui.messages import (
    Left,
    Told,
)
from plenary_tui.ui.seen.views import RoomView, Rows
from plenary_tui.ui.widgets.capture_line import CaptureLine
from plenary_tui.ui.widgets.menu import Menu
from plenary_tui.ui.widgets.past import Past
from plenary_tui.ui.widgets.picker import Picker
from plenary_tui.ui.widgets.plain import OPENING, Header, KeyBar, Says, Side
from plenary_tui.ui.widgets.record_list import RecordList

from .choosing import placeholder
from .keys import RoomKeys
from .moving import Moving
from .sending import TYPED_BEFORE, Sending

if TYPE_CHECKING:
    from textual.command import Provider

    from plenary_tui.store.sharing import Share
    from plenary_tui.ui.conducting import events

TAIL = 100
"""Entries that the first frame shows."""
PAINTED_WITHIN = 0.03
"""Seconds that the terminal gets for the first frame before the record's modules are loaded."""
NARROW = 100
"""Columns below which the agenda stands over the floor and not beside the record."""
WIDE = 160
"""Columns from which on the text before the meeting has a panel of its own."""
_MENDING = {
    "": "", "correct": "CORRECTING", "split": "SPLIT", "speaker": "WHO", "second": "WHO",
    "item": "ITEM",
}  # fmt: skip
"""What stands before the capture line while it serves for something else than a new entry."""


def _commands() -> type[Provider]:
    """Return the palette's provider, once somebody opens it."""
    from plenary_tui.ui.actions.palette import RoomCommands

    return RoomCommands


def _first_of(troubles: tuple[str, ...]) -> str:
    """Say the first thing that is wrong in the settings, and how to hear of the others."""
    more = f" `plenary settings` says what else ({len(troubles) - 1})." if troubles[1:] else ""
    return troubles[0] + more if troubles else ""


class RoomScreen(Sending, Moving, RoomKeys):
    """One session, recorded at one station."""

    CSS_PATH = "room.tcss"
    COMMANDS: ClassVar = {_commands}

    head = query_one("#head", Header)
    alarm = query_one("#alarm", Static)
    prompt = query_one("#prompt", Static)

    def __init__(
        self,
        folder: Path,
        station: str,
        *,
        disk: Disk | None = None,
        now: Callable[[], datetime] = local_now,
        preferences: Preferences | None = None,
        second: Path | None = None,
        share_of: Callable[[Path], Share | None] = lambda session: None,
    ) -> None:
        super().__init__()
        self.now = now
        self.second = second
        self.preferences = preferences or Preferences()
        self.conductor = Conductor(
            folder, station, self._told, disk=disk, now=now, share_of=share_of,
            preferences=self.preferences,
        )  # fmt: skip
        self._on_disk = OPENING
        self.view = RoomView(title=folder.name, zone=now().tzinfo or self.view.zone)
        self._tail = read_tail(self.conductor.disk, folder, TAIL)
        self._trouble = ""
        self._retired = False
        keys = keymap(self.preferences)
        self.actions = keys.screens["room"]
        self._notice = _first_of((*self.preferences.troubles, *keys.troubles))
        self._texts: dict[Static, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the room."""
        self._fit()
        yield Header(self.now, id="head")
        yield Static(id="alarm", markup=False)
        with Horizontal(id="middle"):
            yield Side(self.now, "agenda", id="agenda")
            yield RecordList(id="record")
            yield Side(self.now, "text", id="text")
            yield Side(self.now, "floor", id="floor")
        yield Menu(id="menu")
        yield Past(id="past")
        yield Picker(id="picker")
        yield Says(id="says")
        with Horizontal(id="line"):
            yield Static("▸", id="prompt", markup=False)
            yield CaptureLine(self.conductor.left_over.now.text, id="capture")
        yield KeyBar(footer(self.actions, self.view), id="keys")

    def on_mount(self) -> None:
        """Show the end of the record and take text; the rest comes behind."""
        self.record.apply(Rows(tuple(self._tail), whole=True))
        self._put_back()
        self.capture.takes_first = self.take_key
        self.capture.focus()
        self.head.view = self.view
        self.head.time_format = self.preferences.time_format
        self._alert()
        self.call_after_refresh(lambda: self.set_timer(PAINTED_WITHIN, self._begin))
        self._ticking = self.set_interval(1.0, self._tick)

    def _put_back(self) -> None:
        """Put what was being typed when the program last stopped where it was, cursor and all."""
        before = self.conductor.left_over
        self.left_over = before.sent
        self.aside = list(self.keep_elsewhere((before.now, *before.aside)))
        self.bring_back()
        if self.elsewhere:
            said = f"Words typed for the draft are kept: {self.key_of('draft')} opens it."
            self.says.last(said, "warning")
        elif before.text:
            self.says.last(TYPED_BEFORE, "warning")

    def _begin(self) -> None:
        collector.spare_what_lives()
        self.conductor.start()

    def retire(self) -> list[str]:
        """End with everything on disk, for good; return what to tell once the screens are gone."""
        if self._retired:
            return []
        self._retired = True
        self._ticking.stop()
        self.conductor.stop()
        collector.look_through_all()
        return list(self.conductor.left_behind)

    def on_unmount(self) -> None:
        """Let go of what the room held."""
        collector.look_through_all()

    def on_resize(self) -> None:
        """Share the columns out: one panel, two, or three."""
        self._fit()
        narrow, wide = self.has_class("-narrow"), self.has_class("-wide")
        floor = self.query_one("#floor", Side)
        floor.parts = "both" if narrow else "speakers" if wide else "floor"
        for side in self.query(Side):
            side.update()

    def _fit(self) -> None:
        self.set_class(self.app.size.width < NARROW, "-narrow")
        self.set_class(self.app.size.width >= WIDE, "-wide")

    def _told(self, event: events.Event) -> None:
        self.post_message(Told(event))

    def _tick(self) -> None:
        self.head.update()
        for side in self.query(Side):
            side.update()

    def show(self, view: RoomView, rows: Rows) -> None:
        """Show the room as it is now."""
        self.view = view
        self.record.apply(rows)
        self.head.view = view
        for side in self.query(Side):
            side.view, side.warn = view, self.preferences.warning
        self.set_class(view.marking == "in_camera", "-closed")
        self.mark_prompt()
        self._tick()
        if not self.picker.display:
            self.show_hint()
        if self.capture.text:
            self.ask()

    def take_preferences(self, preferences: Preferences, keys: Keymap) -> None:
        """Use other settings from now on."""
        self.preferences = preferences
        self.conductor.prefer(preferences)
        self.actions = keys.screens["room"]
        self.head.time_format = preferences.time_format
        self.head.update()
        self.query_one("#keys", KeyBar).show(footer(self.actions, self.view))

    def mark_prompt(self) -> None:
        """Say before the capture line how closed the sitting is, and what is being mended."""
        closed = panels.how_closed(self.view)
        mending = _MENDING[self.mending.act]
        text = placeholder(self.view, self.mending.act, self.key_of, self.now())
        if self.capture.placeholder != text:
            self.capture.placeholder = text
        self._put_text(self.prompt, " ".join(part for part in (*closed, mending, "▸") if part))

    def _put_text(self, widget: Static, text: str) -> None:
        """Change a text that may change the layout, only where it does change."""
        if self._texts.get(widget) != text:
            self._texts[widget] = text
            widget.update(Content(text))

    def _alert(self) -> None:
        """Say over everything what is wrong with the disk, else what to know about this copy."""
        offer = f" {self.key_of('second_folder')} goes on in a second folder."
        said = self._trouble and self._trouble + offer
        said = said or (self._notice and f"{self._notice} (Escape puts this away)")
        self._put_text(self.alarm, clean_line(said))
        self.set_class(bool(said), "-alarmed")
        self.head.disk = "✗ NOT ON DISK" if self._trouble else self._on_disk
        self.head.update()

    @on(Told)
    def take_told(self, message: Told) -> None:
        """Take what the conductor tells."""
        from plenary_tui.ui.conducting import events

        match message.event:
            case events.Opened(rows, view, overdue):
                if overdue and not self.capture.text:
                    self.says.last(f"{overdue} {self.key_of('registers')} shows all.", "quiet")
                if self._on_disk == OPENING:
                    self._on_disk = panels.on_disk()
                self.head.disk = self._on_disk
                self.show(view, rows)
            case events.Kept() as kept:
                self._kept(kept)
            case events.NothingToKeep(why):
                self.says.last(why, "warning")
                self.outbox.kept()
                self.send_next()
                self.show_outbox()
                self.go_on_leaving(wanted=False)
            case events.NotHere(why):
                self.says.last(why, "warning")
            case events.NotKept(line, why):
                self._not_kept(line, why)
            case events.Grew(rows, view):
                self.show(view, rows)
            case events.Understood() as understood:
                self.understood(understood)
            case events.ToCorrect() as words:
                self.to_correct(words)
            case events.ToSplit() as words:
                self.to_split(words)
            case events.Original(title, lines):
                self.past.show(title, lines)
            case events.NamesKnown(names):
                self.names = names
                self.show_hint()
            case events.LeftOver(pieces):
                self.show_left_over(pieces)
            case events.TypingKept(why):
                self._trouble = why or self.outbox.failing
                self._alert()
            case events.Moved(rows, view):
                self._moved(view, rows)
            case events.Lies(second, sharing):
                self._on_disk = panels.on_disk(second, sharing)
                self._alert()
            case events.Notice(text):
                self._notice = text
                self._alert()
            case events.Broke(error):
                raise error
        for over in self.over:
            over.hear(message.event)

    def _kept(self, kept: events.Kept) -> None:
        self.outbox.kept()
        self._trouble = ""
        self._alert()
        self.show(kept.view, kept.rows)
        self.send_next()
        self.show_outbox()
        words = clean_line("; ".join((kept.words, *kept.flags)))
        self.go_on_leaving(wanted=kept.verdict == "ok")
        if kept.verdict == "ok":
            self.says.last(f"✓ {words}", "quiet")
            return
        where = "on the worklist" if kept.verdict == "unclear" else "without effect"
        self.says.last(f"✗ {kept.verdict}, kept as typed {where}: {kept.why}", "warning")
        if kept.ways_out and not self.capture.text and not self.over:
            from plenary_tui.ui.menus import gavel

            title = f"Refused: {kept.why}. Ways out:"
            self.menu.offer(title, gavel.out_of(kept.ways_out), asked=False)

    def _moved(self, view: RoomView, rows: Rows) -> None:
        self._trouble = self.outbox.failing = ""
        self.show(view, rows)
        self._alert()
        self.send_next()
        self.show_outbox()
        again = " Enter records what stands here." if self.capture.text else ""
        self.says.last(f"Everything is in the second folder, and goes on there.{again}", "quiet")

    def _not_kept(self, line: str, why: str) -> None:
        self.outbox.refused(why)
        self.go_on_leaving(wanted=False)
        over = self.over
        if line and (over or not self.capture.unsent.strip("\n")):
            back = self.outbox.take_back()
            if back is not None and over:
                over[-1].give_back(back)
            elif back is not None:
                self.lay_aside(Piece(back.line, corrects=back.corrects))
                self.bring_back()
        self.show_outbox()
        self._trouble = why
        self._alert()

    def do_back(self) -> None:
        """Go back to the capture line; a notice that was read goes away."""
        if self._notice:
            self._notice = ""
            self._alert()
        super().do_back()

    def leave(self, to: str) -> None:
        """Leave the program, or the room for the library."""
        self.app.post_message(Left(to))
