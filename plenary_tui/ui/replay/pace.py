"""How long a replay stays at an entry: as long as the meeting did, within reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from zoneinfo import ZoneInfo

from plenary_tui.record.entries import Entry

from .landmarks import Stretch, is_timed

LONGEST_WAIT = 3600.0
"""Seconds of real time: nobody waits through a night between two sittings."""
LONGEST_BREAK = 3.0
"""Seconds of real time that are waited where no sitting is open, or it is suspended."""
READING = 5.0
"""Seconds of the meeting's time that an entry gets of which only the day is known."""
LONGEST_SHOWN = 600.0
"""Seconds that a pause takes up on the timeline at most."""


class Pace:
    """The time between entries. gaps: seconds before each entry; timed: whether it has a time."""

    def __init__(self, entries: Sequence[Entry], first: int, stretches: Sequence[Stretch],
                 zone: ZoneInfo) -> None:  # fmt: skip
        self.timed = [is_timed(entry, zone) for entry in entries]
        happened = [entry.happened for entry in entries]
        self.gaps = [0.0] * len(entries)
        for at in range(first + 1, len(entries)):
            known = self.timed[at] and self.timed[at - 1]
            apart = (happened[at] - happened[at - 1]).total_seconds() if known else READING
            self.gaps[at] = max(0.0, apart)
        self.is_break = _breaks(len(entries) + 1, stretches)
        shown = (min(gap, LONGEST_SHOWN) for gap in self.gaps)
        self.offsets = [*accumulate(shown, initial=0.0)]
        """Seconds on the timeline at each position."""

    def wait(self, position: int, speed: float) -> float:
        """Return how many seconds of real time to wait at a position for the next entry."""
        if position >= len(self.gaps):
            return 0.0
        most = LONGEST_BREAK if self.is_break[position] else LONGEST_WAIT
        return min(self.gaps[position] / speed, most)


def _breaks(size: int, stretches: Sequence[Stretch]) -> list[bool]:
    """Return at which positions no sitting goes on, where any is known to have been held."""
    if not stretches:
        return [False] * size
    changes = [0] * (size + 1)
    for one in stretches:
        spans = [(one.begin, one.end, 1), *((begin, end, -1) for begin, end in one.breaks)]
        for begin, end, going_on in spans:
            changes[begin] += going_on
            changes[min(end, size)] -= going_on
    return [open_ones <= 0 for open_ones in accumulate(changes)][:size]
