"""The order of entries: a hybrid logical clock.

Wall time in milliseconds with a counter, so that entries of several stations sort as people
would expect, and one station's entries sort strictly as it wrote them even when its wall clock
jumps back. After S. Kulkarni et al., "Logical Physical Clocks", 2014.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

COUNTS = 10_000
PULL = timedelta(seconds=60)
"""How far a peer's clock may draw ours ahead of our own wall clock."""

_LATEST_MS = 7_258_118_400_000  # the year 2200: leaves room for counting on within 13 digits
_ORDER = re.compile(r"(\d{13})\.(\d{4})", re.ASCII)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def local_now() -> datetime:
    """Return the wall clock's time with its local offset."""
    return datetime.now().astimezone()


def spell_order(ms: int, count: int) -> str:
    """Write a position of the clock: fixed width, so that text sorts as numbers do."""
    return f"{ms:013d}.{count:04d}"


def read_order(order: str) -> tuple[int, int] | None:
    """Read a position of the clock, None where it is none."""
    found = _ORDER.fullmatch(order)
    return (int(found[1]), int(found[2])) if found else None


def is_order(order: str) -> bool:
    """Whether a text is a position of the clock."""
    return _ORDER.fullmatch(order) is not None


class Clock:
    """A station's clock. `now` is injected; `last` is the order of the station's last entry."""

    def __init__(self, now: Callable[[], datetime] = local_now, last: str = "") -> None:
        self.now = now
        self._last = read_order(last) or (0, -1)
        self.ahead: dict[str, timedelta] = {}
        """How far each peer's clock was ahead of ours when last heard, where over a minute."""

    def _wall(self) -> int:
        return min(max((self.now() - _EPOCH) // _MS, 0), _LATEST_MS)

    def tick(self) -> str:
        """Return the order of the next entry: later than everything given or seen before."""
        ms, count = self._last
        wall = self._wall()
        if wall > ms:
            self._last = (wall, 0)
        elif count + 1 < COUNTS:
            self._last = (ms, count + 1)
        else:
            self._last = (ms + 1, 0)
        return spell_order(*self._last)

    def resume(self, last: str) -> None:
        """Go on after the station's own last entry, however far its clock was then."""
        self._last = max(self._last, read_order(last) or (0, -1))

    def observe(self, station: str, order: str) -> str:
        """Take note of a peer's entry; say so when its clock is more than a minute ahead.

        No peer is refused, and none draws this clock further than `PULL` ahead of the wall.
        """
        seen = read_order(order)
        if seen is None:
            return ""
        wall = self._wall()
        ahead = timedelta(milliseconds=seen[0] - wall)
        if ahead <= PULL:
            self.ahead.pop(station, None)
            self._last = max(self._last, seen)
            return ""
        self.ahead[station] = ahead
        self._last = max(self._last, (wall + PULL // _MS, 0))
        return f"The clock of {station} is {spell_span(ahead)} ahead of this computer's."


def spell_span(span: timedelta) -> str:
    """Say a span of time in its largest fitting unit."""
    minutes = round(span / timedelta(minutes=1))
    if minutes < 120:
        return f"{minutes} min"
    return f"{round(minutes / 60)} h" if minutes < 2880 else f"{round(minutes / 1440)} days"
