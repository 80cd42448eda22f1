"""Play, pause, step and speed: where a replay stands as real time goes by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from .pace import Pace

SPEEDS = (1, 2, 5, 10, 20, 60, 100, 200, 500, 1000)


def _any(position: int) -> bool:
    return True


class Transport:
    """A position that moves. stops: at which positions a replay stays; others pass at once."""

    def __init__(self, pace: Pace, first: int) -> None:
        self.pace = pace
        self.first = first
        self.last = len(pace.gaps)
        self.position = first
        self.playing = False
        self.speed: float = SPEEDS[0]
        self.stops: Callable[[int], bool] = _any
        self._waited = 0.0
        """Seconds of real time since the position was reached."""

    def go_to(self, position: int) -> None:
        """Go to a position; it plays on from there."""
        self.position = max(self.first, min(position, self.last))
        self._waited = 0.0

    def advance(self, seconds: float) -> None:
        """Let real time go by."""
        if not self.playing:
            return
        self._waited += seconds
        while self.position < self.last:
            wait = self.pace.wait(self.position, self.speed) if self.stops(self.position) else 0.0
            if self._waited < wait:
                return
            self._waited -= wait
            self.position += 1
        self.playing = False
        self._waited = 0.0

    def toggle(self) -> None:
        """Play or pause; at the end it plays from the start."""
        if not self.playing and self.position >= self.last:
            self.go_to(self.first)
        self.playing = not self.playing

    def change_speed(self, step: int) -> None:
        """Take the next higher or lower speed."""
        known = [one for one in SPEEDS if (one > self.speed if step > 0 else one < self.speed)]
        if known:
            self._waited *= self.speed
            self.speed = known[0] if step > 0 else known[-1]
            self._waited /= self.speed

    def moment(self, happened: datetime) -> datetime:
        """Return the time of the meeting, `happened` being that of the last entry."""
        if self.position >= self.last:
            return happened
        gone = min(self._waited * self.speed, self.pace.gaps[self.position])
        return happened + timedelta(seconds=gone)
