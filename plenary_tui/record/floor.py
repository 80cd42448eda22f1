"""The floor: who has it, who waits for it, for how long it is given, and how long it was held."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .entries import Entry

MOST_REPLIES = 2
"""Rights of reply a delegation has on one item (UN custom: 10 minutes, then 5)."""
REPLY_SECONDS = (600, 300)
"""How long the first and the second right of reply may be, in seconds (UN custom)."""
REPLIES = "replies"
"""What a time limit of rights of reply is kept under."""


class Interrupted(NamedTuple):
    """Who was interrupted by a point of order: they go on after the ruling."""

    speaker: str
    used: float
    began: Entry | None
    reply: int


class Floor(NamedTuple):
    """A sitting's floor. limit: seconds, 0 for none. order_point: an unruled point of order.

    since: from when the time runs, None while it does not. used: seconds spoken before that.
    began: the entry that the turn began with. reply: which right of reply it is, 0 for none.
    limits: seconds by class of speaker (in small letters), by delegation, or for `replies`.
    """

    speaker: str = ""
    since: datetime | None = None
    waiting: tuple[str, ...] = ()
    closed: bool = False
    limit: int = 0
    last_called: str = ""
    order_point: str = ""
    used: float = 0.0
    began: Entry | None = None
    reply: int = 0
    limits: tuple[tuple[str, int], ...] = ()
    interrupted: Interrupted | None = None

    @property
    def presides(self) -> bool:
        """Whether it is the Chair who speaks, whom no limit binds."""
        return self.began is not None and getattr(self.began.what, "capacity", "") == "chair"

    def allowed(self, status: str) -> int:
        """Return how many seconds whoever speaks may speak, 0 without a limit."""
        if self.presides:
            return 0
        limits = dict(self.limits)
        if self.speaker in limits:
            return limits[self.speaker]
        if self.reply:
            return limits.get(REPLIES) or REPLY_SECONDS[min(self.reply, MOST_REPLIES) - 1]
        return limits.get(status.casefold(), self.limit)

    def spoken(self, at: datetime) -> float:
        """Return how many seconds the speaker has had the floor, pauses left out."""
        running = (at - self.since).total_seconds() if self.since is not None else 0.0
        return self.used + max(0.0, running)


class Speaking(NamedTuple):
    """A turn at the floor that is over. allowed: its limit in seconds, 0 for none."""

    speaker: str
    sitting: str
    item: str
    began: datetime
    seconds: float
    allowed: int

    @property
    def over(self) -> float:
        """The seconds beyond the limit."""
        return max(0.0, self.seconds - self.allowed) if self.allowed else 0.0
