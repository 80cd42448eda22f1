"""How long it is to an event, also where its days are told loosely: `first half of March 2027`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plenary_tui.record.notation.dates import read_span
from plenary_tui.record.notation.lexicon import LEXICON, fold
from plenary_tui.record.setup import interval

_TOKEN = re.compile(r"[^\W\d]+|\d+")
_FIRST = {"first", "early", "1st", "premiere", "premier", "debut", "primera", "primer", "primeira",
          "primeiro", "inicio"}  # fmt: skip
_SECOND = {"second", "late", "end", "2nd", "seconde", "deuxieme", "fin", "segunda", "segundo",
           "fim"}  # fmt: skip
_HALF = {"half", "early", "late", "end", "quinzaine", "moitie", "semestre", "debut", "fin",
         "quincena", "mitad", "quinzena", "metade", "inicio", "fim"}  # fmt: skip
_WEEKS_UP_TO, _YEARS_FROM = 45, 730
"""Days from which on it is told in months, and in years."""


class Days(NamedTuple):
    """The first and the last day that may be meant. is_exact: they were named."""

    first: date
    last: date
    is_exact: bool


def read_days(told: str) -> Days | None:
    """Read days as people tell them in the four languages; None where there is no year.

    Days by number count, else months, else the year; the half of one where a half is told.
    """
    first, last = interval(told)
    if first is None or last is None:
        first, last = interval(read_span(told) or "")
    if first is not None and last is not None:
        return Days(first, last, is_exact=True)
    words = [_bare(word) for word in _TOKEN.findall(told)]
    spans = list(_spans(words))
    if not spans:
        return None
    first, last = min(one for one, _ in spans), max(one for _, one in spans)
    if _HALF & set(words):
        middle = _middle(first, last)
        if _SECOND & set(words):
            first = middle + timedelta(days=1)
        elif _FIRST & set(words):
            last = middle
    return Days(first, last, is_exact=False)


def countdown(first: date | None, last: date | None, today: date) -> str:
    """Return how long it is to an event: `in 12 days`, `now`, `past`; empty without a day."""
    if first is None or last is None:
        return ""
    if last < today:
        return "past"
    days = (first - today).days
    if days <= 0:
        return "now"
    return "tomorrow" if days == 1 else f"in {days:,} days"


def time_to(days: Days | None, today: date) -> str:
    """Return how long it is: to the day where days were named, else `in about 3 months`."""
    if days is None:
        return ""
    if days.is_exact or days.last < today:
        return countdown(days.first, days.last, today)
    away = (days.first - today).days
    if away <= 0:
        return "about now"
    for length, noun, up_to in ((7, "week", _WEEKS_UP_TO), (30.44, "month", _YEARS_FROM)):
        if away < up_to:
            return f"in about {_counted(max(1, round(away / length)), noun)}"
    return f"in about {_counted(round(away / 365.25), 'year')}"


def _spans(words: list[str]) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each month that is named, else of each year."""
    years = {place: int(word) for place, word in enumerate(words) if _is_year(word)}
    months = [
        (place, LEXICON.months[word]) for place, word in enumerate(words) if word in LEXICON.months
    ]
    if not years:
        return
    for year in () if months else years.values():
        yield date(year, 1, 1), date(year, 12, 31)
    for place, month in months:
        year = next((year for at, year in years.items() if at > place), max(years.values()))
        last = monthrange(year, month)[1]
        named = [int(word) for word in words[max(0, place - 3) : place] if _is_day(word, last)]
        yield date(year, month, min(named, default=1)), date(year, month, max(named, default=last))


def _middle(first: date, last: date) -> date:
    """Return the last day of the first half: of a month its 15th, of a year the end of June."""
    if (first.year, first.month) == (last.year, last.month):
        return first.replace(day=15)
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return date(first.year, 6, 30)
    return first + (last - first) // 2


def _bare(word: str) -> str:
    from plenary_tui.record.folded import fold_name

    folded = fold(word)
    return folded if folded in LEXICON.months else fold_name(word)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")


def _is_day(word: str, last: int) -> bool:
    return word.isdigit() and 1 <= int(word) <= last


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
