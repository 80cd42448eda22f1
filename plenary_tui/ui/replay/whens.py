"""Times as they are typed where to go: `10:31`, `9:5`, `11 nov`, `wed 10:00`, `+10 min`. Pure.

Months are those of the notation's four languages, days of the week those of the CLDR.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record.notation.dates import read_day
from plenary_tui.record.notation.lexicon import LANGUAGES, LEXICON, bare, fold

_HALF = r"(?: ?([ap])\.?m\.?)"
_CLOCK = re.compile(
    rf"(\d{{1,2}})(?:(?:[:h](\d{{1,2}})|\.(\d\d))(?::(\d{{1,2}}))?{_HALF}?| ?(?:h|uhr)|{_HALF})"
)
_APART = re.compile(rf"(?:(.+?),?(?: at| a| as| um|t)? ?)??(?<![\d.])({_CLOCK.pattern})")
_STEP = re.compile(r"([+-]) ?(\d+) ?([^\W\d]*)\.?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:er|º|\.|st|nd|rd|th)? (?:de |of )?([^\W\d]{3,})\.?")
_MONTH_DAY = re.compile(r"([^\W\d]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?")
_IN_NUMBERS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})?")
_HOURS = frozenset({"h", "hr", "hrs", "hour", "hours", "heure", "heures", "hora", "horas", "std",
                    "stunde", "stunden"})  # fmt: skip
_MARKET_DAY = "-feira"
"""What Portuguese adds to five days of the week, and people leave out."""
_SHORTEST_ALONE = 3
"""Letters of a day of the week that stands alone: two are more often a delegation."""


class When(NamedTuple):
    """A moment to go to. day: no time was typed, its beginning is meant. minute: all of it."""

    at: datetime
    day: bool = False
    minute: bool = False
    step: bool = False
    """Whether it was typed as so much later, or earlier."""


def read_when(typed: str, here: datetime, days: Sequence[date], step: int = 1) -> When | None:
    """Read a time; None where it is none. here: where one is, with the session's zone.

    days: those on which anything happened, in order; of a day typed without its year it is the
    one among them, of a day of the week the next. step: -1 goes the other way by what is typed as
    so much later. Raises WrongUse for an hour that there is not.
    """
    text = bare(fold(" ".join(typed.split())))
    if by := _STEP.fullmatch(text):
        length = _length(int(by[2]), by[3])
        if length is None:
            return None
        return When(here + length * (step if by[1] == "+" else -step), step=True)
    parted = _APART.fullmatch(text)
    on = _day(parted[1], here, days) if parted and parted[1] else here.date()
    if parted and on:
        clock = _clock(parted[2], typed)
        return When(datetime.combine(on, clock, here.tzinfo), minute=not clock.second)
    alone = _day(text, here, days) if len(text) >= _SHORTEST_ALONE else None
    return When(datetime.combine(alone, time.min, here.tzinfo), day=True) if alone else None


def _length(count: int, unit: str) -> timedelta | None:
    if not unit or unit == "m" or LEXICON.is_little("minutes", unit):
        return timedelta(minutes=count)
    if unit == "s" or LEXICON.is_little("seconds", unit):
        return timedelta(seconds=count)
    return timedelta(hours=count) if unit in _HOURS else None


def _clock(text: str, typed: str) -> time:
    found = _CLOCK.fullmatch(text)
    assert found is not None
    hour, colon, dotted, second, *halves = found.groups()
    half = next((one for one in halves if one), "")
    try:
        if half and not 1 <= int(hour) <= 12:
            raise ValueError
        whole = int(hour) % 12 + 12 * (half == "p") if half else int(hour)
        return time(whole, int(colon or dotted or 0), int(second or 0))
    except ValueError:
        raise WrongUse(
            f"“{typed}” is no time: hours go to {12 if half else 23}, minutes and seconds to 59."
        ) from None


def _day(text: str, here: datetime, days: Sequence[date]) -> date | None:
    if day := read_day(text):
        return day
    if found := _IN_NUMBERS.fullmatch(text):
        number, month, year = int(found[1]), int(found[2]), found[3]
        return _dated(number, month, days, int(year) if year else 0, here)
    if found := _DAY_MONTH.fullmatch(text):
        return _dated(int(found[1]), _month(found[2]), days, 0, here)
    if found := _MONTH_DAY.fullmatch(text):
        return _dated(int(found[2]), _month(found[1]), days, 0, here)
    weekday = _weekdays().get(text.rstrip(".").removesuffix(_MARKET_DAY))
    if weekday is None:
        return None
    such = [day for day in days if day.weekday() == weekday]
    return next((day for day in such if day >= here.date()), such[0] if such else None)


def _dated(number: int, month: int, days: Sequence[date], year: int, here: datetime) -> date | None:
    for day in days:
        if (day.day, day.month) == (number, month) and year in (0, day.year):
            return day
    try:
        return date(year or here.year, month, number)
    except ValueError:
        return None


def _month(name: str) -> int:
    """Return the number of a month by its name or how that begins; 0 where it is none, or two."""
    if name in LEXICON.months:
        return LEXICON.months[name]
    found = {number for one, number in LEXICON.months.items() if one.startswith(name)}
    return found.pop() if len(found) == 1 else 0


@cache
def _weekdays() -> dict[str, int]:
    """Return the days of the week by name and short name in the four languages, Monday 0."""
    from babel.dates import get_day_names

    return {
        bare(fold(name)).rstrip(".").removesuffix(_MARKET_DAY): number
        for language in LANGUAGES
        for width in ("abbreviated", "wide")
        for number, name in get_day_names(width, locale=language).items()
    }


def told(days: Sequence[date]) -> str:
    """Say from when to when anything happened."""
    if not days:
        return "nothing happened at all"
    first, last = (f"{one.day} {one:%B %Y}" for one in (days[0], days[-1]))
    return f"all of it was on {first}" if first == last else f"it went from {first} to {last}"
