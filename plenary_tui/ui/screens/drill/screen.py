"""The drill: the real room on a practice session, and over it what is heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one

from plenary_tui.errors import PlenaryError
from plenary_tui.importers.drilling import Ready, resume
from plenary_tui.preferences import Preferences
from plenary_tui.record.course import Course, Step
from plenary_tui.store.clock import local_now
from plenary_tui.ui.actions import DRILL, footer
from plenary_tui.ui.actions.keymap import Keymap, keymap
from plenary_tui.ui.drilling.heard import heard
from plenary_tui.ui.drilling.player import DrillPlayer
from plenary_tui.ui.panels import Line
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.widgets.heard import Heard
from plenary_tui.ui.widgets.plain import KeyBar

if TYPE_CHECKING:
    from plenary_tui.documents.drill.judging import Judged

_TICK = 0.1
"""Seconds between two looks at the time: a word lasts four of them."""
_OWN = "drill_"
"""How the ids of what only a drill has begin."""


class DrillScreen(RoomScreen):
    """A room that records only what is typed here, while a past session is said again."""

    CSS_PATH: ClassVar = ["../room/room.tcss", "drill.tcss"]  # type: ignore[assignment]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(one.key, f"do('{one.id}')", one.label, id=one.id, show=False, priority=True)
        for one in DRILL
        if one.id.startswith(_OWN)
    ]

    heard = query_one("#heard", Heard)

    def __init__(
        self, ready: Ready, station: str, *, preferences: Preferences | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:  # fmt: skip
        super().__init__(ready.drill.practice, station, now=now, preferences=preferences)
        self.actions = keymap(self.preferences).screens["drill"]
        self.ready = ready
        self.said: list[str] = []
        """What could not be written of the drill's course."""
        course = resume(ready, now())
        self.player = DrillPlayer(
            ready.stretch, course, ready.drill.sheet.speed, self._note, now
        )  # fmt: skip

    def compose(self) -> ComposeResult:
        """Lay out the room, with the panel under its header."""
        for place, widget in enumerate(super().compose()):
            yield widget
            if not place:
                yield Heard(self._lines, id="heard")

    def on_mount(self) -> None:
        """Begin to look at the time; nothing is said before somebody asks for it."""
        super().on_mount()
        self._looked = monotonic()
        self._listening = self.set_interval(_TICK, self._look)

    def _look(self) -> None:
        now = monotonic()
        gone, self._looked = now - self._looked, now
        if self.player.advance(gone):
            self.heard.refresh()

    def _lines(self, width: int, height: int) -> list[Line]:
        return heard(
            self.player, width, height, self.key_of("drill_play"), self.key_of("drill_compare")
        )  # fmt: skip

    def _note(self, step: Step) -> None:
        try:
            self.ready.drill.note(step)
        except PlenaryError as error:
            self.says.last(f"What is heard cannot be noted: {error}", "warning")

    def take_preferences(self, preferences: Preferences, keys: Keymap) -> None:
        """Use other settings from now on."""
        super().take_preferences(preferences, keys)
        self.actions = keys.screens["drill"]
        self.query_one("#keys", KeyBar).show(footer(self.actions, self.view))

    def do_drill_play(self) -> None:
        """Begin, stand still, or go on."""
        self.player.toggle()
        self.heard.refresh()

    def do_drill_again(self) -> None:
        """Let the last turn be said again."""
        self.player.again()
        self.heard.refresh()

    def do_drill_skip(self) -> None:
        """Begin the next turn now."""
        self.player.skip()
        self.heard.refresh()

    def do_drill_speed(self) -> None:
        """Take the next speed."""
        self.player.faster()
        self.heard.refresh()

    def do_drill_compare(self) -> None:
        """Stand still, and show what was kept beside what was typed."""
        from .result import DrillResultScreen

        self.player.pause()
        self.heard.refresh()
        self.app.push_screen(DrillResultScreen(self))

    def do_drill_end(self) -> None:
        """End for good, and show how it went."""
        self.player.end()
        self.do_drill_compare()

    def judged(self) -> Judged:
        """Return how the drill goes so far, from what is on disk."""
        from plenary_tui.documents.drill.judging import judge
        from plenary_tui.store.session import Session

        course = Course(self.ready.drill.steps())
        typed = Session(self.ready.drill.practice).record
        return judge(self.ready.stretch.units, typed, course)

    def retire(self) -> list[str]:
        """End with everything on disk; say how the drill goes on."""
        self._listening.stop()
        self.player.pause()
        if self.player.is_over:
            self.player.end()
        self.ready.drill.close()
        sheet, player = self.ready.drill.sheet, self.player
        stands = "is over" if player.is_over else (
            f"stands at turn {player.begun} of {len(player.turns)}: `plenary drill "
            f"{sheet.session}` goes on"
        )  # fmt: skip
        said = f"The drill {stands}; `plenary drill {sheet.session} --result` shows how it went."
        return [*super().retire(), said]
