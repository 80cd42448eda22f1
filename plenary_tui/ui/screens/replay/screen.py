"""The replay: the room as it stood, moved through in time. It reads, and records nothing."""

from __future__ import annotations

import sys
import threading
import time
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from plenary_tui.errors import PlenaryError
from plenary_tui.preferences import Preferences
from plenary_tui.store.clock import local_now
from plenary_tui.store.disk import Disk
from plenary_tui.ui import panels
from plenary_tui.ui.actions import REPLAY, Action
from plenary_tui.ui.actions.anywhere import ANYWHERE
from plenary_tui.ui.actions.keymap import Keymap
from plenary_tui.ui.conducting import collector
from plenary_tui.ui.replay.head import status
from plenary_tui.ui.seen.views import RoomView
from plenary_tui.ui.widgets.plain import KeyBar, Side
from plenary_tui.ui.widgets.plain_input import PlainInput
from plenary_tui.ui.widgets.timeline import TimelineBar

from .list import ReplayList
from .looking import Looking, ReplayHead

if TYPE_CHECKING:
    from textual.command import Provider

    from plenary_tui.ui.replay.player import Player

FRAMES = 30
"""Times a second that the picture is looked at while playing."""
PAINTED_WITHIN = 0.03
"""Seconds that the terminal gets for the first frame before the record's modules are loaded."""
GIVE_WAY = 0.0005
"""Seconds after which what composes beside the playing gives way: Python's own 5 ms, again and
again in a frame, would cost it."""
SPARED_AFTER = 1_000
"""Entries gone by after which what they made is spared too: to go through it would cost a frame."""
_AT_ONCE = frozenset({
    "go_to", "find_words", "filter", "export_excerpt", "replay_draft", "up", "down", "theme",
    "commands", "help", "back", *(one.id for one in ANYWHERE),
})  # fmt: skip
"""What can be done while the record is read; the rest is done once it is there."""
NARROW, WIDE, LOW = 100, 160, 20
"""Columns and rows below, from, and below which the picture is laid out otherwise."""


def _commands() -> type[Provider]:
    """Return the palette's provider, once somebody opens it."""
    from plenary_tui.ui.actions.palette import ActionCommands

    return ActionCommands


class ReplayScreen(Looking):
    """One past session. until: where it begins, stopped. speed: how fast it plays from there.

    room: the station whose room is shown.
    """

    CSS_PATH = "replay.tcss"
    COMMANDS: ClassVar = {_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(one.key, f"do('{one.id}')", one.says, id=one.id, show=False) for one in REPLAY),
        Binding("up", "do('up')", show=False),
        Binding("down", "do('down')", show=False),
    ]

    timeline = query_one("#timeline", TimelineBar)

    @dataclass(eq=False)
    class Loaded(Message):
        """The session was read, or it cannot be."""

        player: Player | None
        error: Exception | None = None

    def __init__(
        self, folder: Path, until: str | None = None, speed: float | None = None,
        room: str = "", disk: Disk | None = None,
    ) -> None:  # fmt: skip
        super().__init__(folder)
        self._until, self._begin_speed, self._disk = until, speed, disk
        self._room = room
        self._ticked = 0.0
        self._at = -1
        self._spared_at = 0
        self._gave_way = sys.getswitchinterval()

    def compose(self) -> ComposeResult:
        """Lay out the replay."""
        yield ReplayHead(self._now, id="replay-head")
        with Horizontal(id="replay-middle"):
            yield Side(self._now, "agenda", id="agenda")
            yield ReplayList(id="record")
            with VerticalScroll(id="draft", can_focus=False):
                yield Static(id="draft-text", markup=False)
            yield Side(self._now, "text", id="text")
            yield Side(self._now, "floor", id="floor")
        yield Static(id="replay-says", markup=False)
        yield TimelineBar(id="timeline")
        with Horizontal(id="replay-ask"):
            yield Static(id="replay-asks", markup=False)
            yield PlainInput(id="replay-input", disabled=True)
        yield KeyBar((one for one in self.actions if one.footer), id="replay-keys")

    def on_mount(self) -> None:
        """Read the session on a thread; the picture comes behind."""
        sys.setswitchinterval(GIVE_WAY)
        self.head.view = RoomView(title=self.folder.name)
        self.head.disk = "reading the record …"
        self.head.time_format = self.app.settings.preferences.time_format
        self.record.filtered = lambda: bool(
            self.player and self.player.filter.typed and not self.player.hides
        )
        self._ticking = self.set_interval(1 / FRAMES, self.tick)
        self.call_after_refresh(lambda: self.set_timer(PAINTED_WITHIN, self._begin))

    def _begin(self) -> None:
        threading.Thread(target=self._load, daemon=True).start()

    def on_unmount(self) -> None:
        """Compose no more drafts."""
        self.end_drafting()
        sys.setswitchinterval(self._gave_way)
        collector.look_through_all()

    def _load(self) -> None:
        from plenary_tui.ui.replay.loading import load

        try:
            loaded = self.Loaded(load(self.folder, self._until, self._disk, self._room))
        except Exception as error:
            loaded = self.Loaded(None, error)
        self.post_message(loaded)

    def _prepare(self, player: Player) -> None:
        player.prepare(lambda: not self.is_running)

    def _now(self) -> datetime:
        return self.player.now if self.player is not None else local_now()

    @on(Loaded)
    def take_loaded(self, message: Loaded) -> None:
        """Show the session where it begins; where it cannot be read, say why."""
        later, self.later = self.later or [], None
        if message.player is None:
            error = message.error or RuntimeError("nothing was read")
            if len(self.app.screen_stack) < 2 or not isinstance(error, PlenaryError | OSError):
                raise error
            self.head.disk = "not read"
            self.head.update()
            self.say(getattr(error, "strerror", None) or str(error))
            return
        self.player = self.head.player = message.player
        collector.spare_what_lives()
        if self._begin_speed is not None:
            self.player.transport.speed = self._begin_speed
            self.player.transport.playing = True
        self.begin_drafting(self.player)
        threading.Thread(target=self._prepare, args=(self.player,), daemon=True).start()
        self._ticked = time.monotonic()
        self.timeline.show(self._drawn_timeline)
        self.show()
        for act in later:
            act()

    def tick(self) -> None:
        """Let the time since the last tick go by, and show what it brought."""
        now = time.monotonic()
        gone, self._ticked = now - self._ticked, now
        player = self.player
        if player is None or not player.transport.playing:
            return
        player.transport.advance(gone)
        if abs(player.position - self._spared_at) > SPARED_AFTER:
            self._spared_at = player.position
            collector.spare_what_lives()
        if player.position != self._at or not player.transport.playing:
            self.show()
        else:
            self._update()

    def show(self) -> None:
        """Show where the player is now."""
        player = self.player
        if player is None:
            return
        self.record.apply(player.rows())
        self._at = player.position
        view = self.head.view = player.view()
        for side in self.query(Side):
            side.view = view
        self.set_class(view.marking == "in_camera", "-closed")
        said = status(player, max(20, self.says.content_size.width))
        self.put([said])
        self.want_draft(player)
        self._update()

    def _update(self) -> None:
        self.head.update()
        for side in self.query(Side):
            side.update()
        self.timeline.update()

    def _drawn_timeline(self, width: int, height: int) -> list[panels.Line]:
        player = self.player
        if player is None:
            return []
        marks = player.begin, player.end
        return player.timeline.lines(
            width, player.position, player.counted, marks, height, only=bool(player.filter.typed)
        )

    @on(TimelineBar.Wanted)
    def go_along(self, message: TimelineBar.Wanted) -> None:
        """Go to where the timeline was clicked."""
        if self.player is not None:
            self.player.go_to(self.player.timeline.position_at(message.column, message.width))
            self.show()

    @on(ReplayList.Clicked)
    def go_to_entry(self, message: ReplayList.Clicked) -> None:
        """Go to the entry that was clicked."""
        if self.player is not None:
            self.player.go_to(self.player.position_of(message.entry))
            self.show()

    def on_resize(self) -> None:
        """Share the columns and rows out."""
        size = self.app.size
        narrow, wide = size.width < NARROW, size.width >= WIDE
        self.set_class(narrow, "-narrow")
        self.set_class(wide, "-wide")
        self.set_class(size.height < LOW, "-low")
        floor = self.query_one("#floor", Side)
        floor.parts = "both" if narrow else "speakers" if wide else "floor"
        self.call_after_refresh(self.show)

    def take_preferences(self, preferences: Preferences, keys: Keymap) -> None:
        """Use other settings from now on."""
        self.head.time_format = preferences.time_format
        self.query_one(KeyBar).show(one for one in self.actions if one.footer)

    def on_screen_suspend(self) -> None:
        """Stand still while something else is looked at."""
        if self.player is not None and self.player.transport.playing:
            self.player.transport.playing = False
            self.show()

    def action_do(self, action_id: str) -> None:
        """Do what an action of the registry says, once there is what it needs."""
        if self.later is not None and action_id not in _AT_ONCE:
            self.later.append(partial(self.action_do, action_id))
        else:
            getattr(self, f"do_{action_id}")()

    def offered(self) -> list[Action]:
        """Return what the palette offers."""
        return [one for one in self.actions if one.id not in ("commands", "back")]
