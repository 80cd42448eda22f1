"""The facts of the meeting as a whole, its roster, its day, and what became of the record."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    pass

UTC = ZoneInfo("UTC")


@lru_cache
def zone_of(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; UTC where there is none such."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ValueError, OSError, KeyError):
        return UTC


@lru_cache
def interval(dates: str) -> tuple[date | None, date | None]:
    """Return the first and last day of an ISO interval or day; None for what is none."""
    first, _, last = dates.partition("/")
    try:
        start = date.fromisoformat(first)
        return start, date.fromisoformat(last) if last else start
    except ValueError:
        return None, None
