"""The keys by which one moves in time, and what is looked at on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plenary_tui.errors import PlenaryError
from plenary_tui.ui.terminal.themes import after

from .base import ReplayBase

if TYPE_CHECKING:
    from plenary_tui.ui.replay.landmarks import Kind


class Moving(ReplayBase):
    """Play, step, go to what comes next of a kind; mark an excerpt."""

    def do_play(self) -> None:
        """Play on, or stop."""
        if self.player is not None:
            self.player.transport.toggle()
            self.show()

    def do_step_on(self) -> None:
        """Show the next entry."""
        self._step(1)

    def do_step_back(self) -> None:
        """Go back by an entry."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if self.player is not None:
            self.player.transport.playing = False
            self.attempt(self.player, "step", by)

    def do_faster(self) -> None:
        """Play faster."""
        self._speed(1)

    def do_slower(self) -> None:
        """Play slower."""
        self._speed(-1)

    def _speed(self, step: int) -> None:
        if self.player is not None:
            self.player.transport.change_speed(step)
            self.show()

    def do_to_start(self) -> None:
        """Go to the beginning."""
        if self.player is not None:
            self.attempt(self.player, "go_to", self.player.transport.first)

    def do_to_end(self) -> None:
        """Go to the end."""
        if self.player is not None:
            self.attempt(self.player, "go_to", self.player.transport.last)

    def do_next_decision(self) -> None:
        """Go to the next decision."""
        self._next("decision", 1)

    def do_last_decision(self) -> None:
        """Go to the decision before."""
        self._next("decision", -1)

    def do_next_objection(self) -> None:
        """Go to the next objection."""
        self._next("objection", 1)

    def do_last_objection(self) -> None:
        """Go to the objection before."""
        self._next("objection", -1)

    def do_next_item(self) -> None:
        """Go to where the next item is taken up."""
        self._next("item", 1)

    def do_last_item(self) -> None:
        """Go to where the item before was taken up."""
        self._next("item", -1)

    def do_next_sitting(self) -> None:
        """Go to the opening of the next sitting."""
        self._next("sitting", 1)

    def do_last_sitting(self) -> None:
        """Go to the opening before."""
        self._next("sitting", -1)

    def do_next_change(self) -> None:
        """Go to the next flag, correction or taking back."""
        self._next("change", 1)

    def do_last_change(self) -> None:
        """Go to the flag, correction or taking back before."""
        self._next("change", -1)

    def _next(self, kind: Kind, step: int) -> None:
        if self.player is not None:
            self.attempt(self.player, "go_to_next", kind, step)

    def do_next_turn(self) -> None:
        """Go to the next turn of who spoke last."""
        self._turn(1)

    def do_last_turn(self) -> None:
        """Go to the turn before of who spoke last."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        if self.player is not None:
            self.attempt(self.player, "go_to_turn", step)

    def do_go_again(self) -> None:
        """Go on to the next place of what was typed last."""
        self._again(1)

    def do_go_again_back(self) -> None:
        """Go back to the place before of what was typed last."""
        self._again(-1)

    def _again(self, step: int) -> None:
        if self.typed:
            self.find(step)

    def find(self, step: int = 1) -> bool:
        """Go to where what was typed last leads, or say why it leads nowhere."""
        if self.player is None:
            return False
        try:
            note = self.player.find(self.typed, step)
        except PlenaryError as error:
            self.say(str(error))
            return False
        self.show()
        if note:
            self.say(note, "plain")
        return True

    def do_leave_out(self) -> None:
        """Hide what the filter leaves, or show it again."""
        if self.player is not None:
            if not self.player.filter.typed:
                self.say("There is no filter: f asks for one.")
                return
            self.player.leave_out()
            self.show()

    def do_stay_in_room(self) -> None:
        """Stay in the room of a station, in the next one's, or follow whoever writes."""
        if self.player is not None and self.attempt(self.player, "pin_next"):
            pinned = self.player.pinned
            self.say(f"The room of {pinned}." if pinned else "The room of whoever writes.", "plain")

    def do_reading(self) -> None:
        """Show corrections as they were made, or as everything reads in the end."""
        if self.player is not None:
            self.player.read_otherwise()
            self.show()

    def do_excerpt_begins(self) -> None:
        """Begin an excerpt with the entry that happened last; the same key there takes it away."""
        if self.player is not None:
            here = self.player.position
            self.player.begin = None if self.player.begin == here else here
            self.show()

    def do_excerpt_ends(self) -> None:
        """End an excerpt with the entry that happened last; the same key there takes it away."""
        if self.player is not None:
            here = self.player.position
            self.player.end = None if self.player.end == here else here
            self.show()

    def do_theme(self) -> None:
        """Change between light, dark and no colour."""
        self.app.theme = after(self.app.theme)

    def do_commands(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()
