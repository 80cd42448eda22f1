"""The floor: who has it, who waits for it, and for how long it is given."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    pass

MOST_REPLIES = 2
"""Rights of reply a delegation has on one item (UN custom: 10 minutes, then 5)."""


class Floor(NamedTuple):
    """A sitting's floor. limit: seconds, 0 for none. order_point: an unruled point of order."""

    speaker: str = ""
    since: datetime | None = None
    waiting: tuple[str, ...] = ()
    closed: bool = False
    limit: int = 0
    last_called: str = ""
    order_point: str = ""
