"""How fast the turns of a drill follow each other: as in the session, without its long waits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from zoneinfo import ZoneInfo

from plenary_tui.documents.drill.turns import Turn
from plenary_tui.record.kinds import SittingTime
from plenary_tui.ui.replay.pace import LONGEST_BREAK, Pace

WORDS_A_SECOND = 2.5
"""How fast somebody speaks: 150 words a minute."""
STAGE = 1.5
"""Seconds that what happens without words takes to be seen."""
LONGEST_SILENCE = 60.0
"""Seconds of the session's time after the last word of a turn at most: as long as it takes to
write down two lines. The words kept of a speech are spoken sooner than the speech was."""
LONGEST_STAGE = 20.0
"""The same after what happens without words, which is one short line."""
LEAD = 3.0
"""Seconds of real time before the first turn."""
LAST = 30.0
"""Seconds after the last word of all: the last line is still being typed."""
_NOTED = 5.0
"""Seconds by which a wait must be shorter than the session's for that to be said."""


class DrillPace(Pace):
    """The waits of a drill. A position is the number of turns that have begun."""

    def __init__(self, turns: Sequence[Turn], zone: ZoneInfo) -> None:
        super().__init__([one.entry for one in turns], 0, (), zone)
        self._spoken = [spoken(one) for one in turns]
        self._has_words = [bool(one.words) for one in turns]
        self._after_break = [
            isinstance(one.entry.what, SittingTime) and one.entry.what.act in ("opened", "resumed")
            for one in turns
        ]
        waits = (self.wait(one, 1.0) for one in range(len(turns), -1, -1))
        self._left = [*accumulate(waits)][::-1]

    def wait(self, position: int, speed: float) -> float:
        """Return the seconds of real time from the last turn's first word to the next one's."""
        if position == 0:
            return LEAD
        said = self._spoken[position - 1]
        if position >= len(self.gaps):
            return (said + LAST) / speed
        if self._after_break[position]:
            return max(said / speed, LONGEST_BREAK)
        silence = LONGEST_SILENCE if self._has_words[position - 1] else LONGEST_STAGE
        return max(said, min(self.gaps[position], said + silence)) / speed

    def left_out(self, position: int) -> float:
        """Return how many seconds of the session the wait for a turn leaves out; 0 for few."""
        if not 0 < position < len(self.gaps):
            return 0.0
        saved = self.gaps[position] - self.wait(position, 1.0)
        return saved if saved > _NOTED else 0.0

    def left(self, position: int) -> float:
        """Return about how many seconds of real time it goes on from a position, at ×1."""
        return self._left[position]


def spoken(turn: Turn) -> float:
    """Return the seconds that a turn's words take to be spoken."""
    return max(STAGE, len(turn.words.split()) / WORDS_A_SECOND)
