"""Plays the turns of a drill: which one is heard, and how many of its words are out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from plenary_tui.documents.drill.turns import Stretch, Turn
from plenary_tui.record.course import Act, Course, Step

from .pace import WORDS_A_SECOND, DrillPace, spoken

SPEEDS = (1.0, 1.5, 2.0, 3.0, 5.0)
"""Faster than five times nobody writes anything down; --speed may say otherwise."""


class DrillPlayer:
    """A stretch on the way. `note` is told every step, with the moment of `now`."""

    def __init__(
        self, stretch: Stretch, course: Course, speed: float, note: Callable[[Step], None],
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self.stretch = stretch
        self.turns = stretch.turns
        self.pace = DrillPace(stretch.turns, stretch.record.live.zone)
        self.speed = course.speed or speed
        self.playing = False
        self.is_over = self._ended = course.is_over
        self._note = note
        self._now = now
        self._said: set[str] = {*course.said}
        self._elapsed = 0.0
        """Seconds of real time since the first word of the turn that is heard."""
        places = {one.id: place for place, one in enumerate(self.turns, 1)}
        self.begun = places.get(course.last_begun, 0)
        """How many turns have begun."""

    @property
    def turn(self) -> Turn | None:
        """The turn that is heard; None before the first."""
        return self.turns[self.begun - 1] if self.begun else None

    @property
    def words(self) -> str:
        """The words of the turn that are out by now."""
        turn = self.turn
        if turn is None:
            return ""
        words = turn.words.split()
        count = int(self._elapsed * self.speed * WORDS_A_SECOND) + 1
        return " ".join(words[:count]) + (" …" if count < len(words) else "")

    @property
    def speaks(self) -> bool:
        """Whether the turn's last word is not out yet."""
        turn = self.turn
        return turn is not None and self._elapsed * self.speed < spoken(turn)

    def play(self) -> None:
        """Go on, or begin."""
        if self.playing or self.is_over:
            return
        self.playing = True
        self._tell("played", speed=self.speed)

    def pause(self) -> None:
        """Stand still."""
        if self.playing:
            self.playing = False
            self._tell("paused")

    def toggle(self) -> None:
        """Stand still, or go on."""
        (self.pause if self.playing else self.play)()

    def again(self) -> None:
        """Let the turn be said again, from its first word; the next one waits for it."""
        if self.turn is None or self.is_over:
            return
        self._elapsed = 0.0
        self._tell("again", self.turn.id)
        self.play()

    def skip(self) -> None:
        """Begin the next turn now."""
        if self.is_over:
            return
        self.play()
        self._finish()
        if self.begun < len(self.turns):
            self._begin()
        else:
            self.end()

    def faster(self) -> None:
        """Take the next speed; after the last one the first."""
        higher = [one for one in SPEEDS if one > self.speed]
        self._elapsed *= self.speed
        self.speed = higher[0] if higher else SPEEDS[0]
        self._elapsed /= self.speed
        self._tell("speed", speed=self.speed)

    def end(self) -> None:
        """End for good: opened again, another drill begins."""
        self.playing = False
        self.is_over = True
        if not self._ended:
            self._ended = True
            self._tell("ended")

    def advance(self, seconds: float) -> bool:
        """Let real time go by; return whether anything else is to be seen."""
        if not self.playing:
            return False
        before = self.words
        left = seconds
        while left > 0 and self.playing:
            step = min(left, self._until_next())
            self._elapsed += step
            left -= step
            if self.turn is not None and not self.speaks:
                self._finish()
            if self._until_next() <= 0:
                if self.begun >= len(self.turns):  # the last lines may still be typed
                    self.pause()
                    self.is_over = True
                else:
                    self._begin()
        return self.words != before or not self.playing

    def _until_next(self) -> float:
        return max(0.0, self.pace.wait(self.begun, self.speed) - self._elapsed)

    def _begin(self) -> None:
        self.begun += 1
        self._elapsed = 0.0
        self._tell("begun", self.turns[self.begun - 1].id)

    def _finish(self) -> None:
        turn = self.turn
        if turn is not None and turn.id not in self._said:
            self._said.add(turn.id)
            self._tell("said", turn.id)

    def _tell(self, act: Act, turn: str = "", speed: float = 0.0) -> None:
        self._note(Step(at=self._now(), act=act, turn=turn, speed=speed))
