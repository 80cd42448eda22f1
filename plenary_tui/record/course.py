"""The course of a drill: what was heard when, in seconds that it played. Pauses stand still."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict

from .kinds import Moment
from .words import Line

Act = Literal["opened", "played", "paused", "begun", "said", "again", "speed", "ended"]
"""opened: the program was, and nothing plays. begun, said: the first and the last word of a turn
were heard. ended: by somebody, or left once all was heard."""


class Step(BaseModel):
    """One thing that happened to a drill. turn: the entry that is heard. speed: from here on."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    at: Moment
    act: Act
    turn: Line = ""
    speed: float = 0.0


class _Mark(NamedTuple):
    at: datetime
    seconds: float
    plays: bool


class Course:
    """The steps of a drill as times. typed: when lines were entered, which shows that it still ran
    when the program was killed after its last step."""

    def __init__(self, steps: Sequence[Step], typed: Iterable[datetime] = ()) -> None:
        self.steps = steps
        self._marks: list[_Mark] = []
        self.begun: dict[str, float] = {}
        """The seconds at which each turn was first heard, by its entry."""
        self.said: dict[str, float] = {}
        self.pauses = 0
        entered = sorted(typed)
        seconds, plays = 0.0, False
        last: datetime | None = None
        for step in steps:
            if last is not None and plays:
                until = step.at
                if step.act == "opened":  # it was killed: it ran as long as anything shows
                    before = bisect_right(entered, step.at)
                    until = max(last, entered[before - 1]) if before else last
                seconds += max(0.0, (until - last).total_seconds())
            if step.act in ("opened", "paused", "ended"):
                self.pauses += step.act == "paused"
                plays = False
            elif step.act == "played":
                plays = True
            elif step.act == "begun":
                self.begun.setdefault(step.turn, seconds)
            elif step.act == "said":
                self.said.setdefault(step.turn, seconds)
            last = step.at
            self._marks.append(_Mark(step.at, seconds, plays))
        self._times = [one.at for one in self._marks]

    @property
    def last_begun(self) -> str:
        """The turn that was heard last; empty before the first."""
        return next((one.turn for one in reversed(self.steps) if one.act == "begun"), "")

    @property
    def is_over(self) -> bool:
        """Whether it came to its end."""
        return bool(self.steps) and self.steps[-1].act == "ended"

    @property
    def speed(self) -> float:
        """How fast it went last; 0 where that was never said."""
        return next((one.speed for one in reversed(self.steps) if one.speed), 0.0)

    def seconds(self, at: datetime) -> float:
        """Return how long it had played at a moment."""
        place = bisect_right(self._times, at) - 1
        if place < 0:
            return 0.0
        mark = self._marks[place]
        if not mark.plays:
            return mark.seconds
        gone = mark.seconds + (at - mark.at).total_seconds()
        if place + 1 < len(self._marks):
            return min(gone, self._marks[place + 1].seconds)
        return gone
