"""Days and spans of days, as people write them in the four languages."""

from __future__ import annotations

import re
from datetime import date

from .lexicon import LEXICON, fold

_ISO = r"\d{4}-\d\d-\d\d"
_ISO_DAY = re.compile(rf"{_ISO}$")
_ISO_SPAN = re.compile(rf"({_ISO}) ?(?:/|-|to|au|a|à|bis) ?({_ISO})$")
_WORDS = re.compile(r"(\d{1,2})(?:er|º|\.)? (?:de )?([^\W\d]+)\.?,? (?:de )?(\d{4})$")
_WORDS_US = re.compile(r"([^\W\d]+)\.? (\d{1,2}),? (\d{4})$")
_SPAN = re.compile(
    r"(?:du |von )?(\d{1,2})(?:er|º|\.)?(?: (?:de )?([^\W\d]+))?(?: (?:de )?(\d{4}))?"
    r" ?(?:-|to|au|a|à|bis) ?(\d{1,2}.*)$"
)


def read_day(text: str) -> date | None:
    """Read a day: `2018-06-19`, `19 June 2018`, `June 19, 2018`, `19 de junho de 2018`."""
    typed = fold(text).strip()
    try:
        if _ISO_DAY.match(typed):
            return date.fromisoformat(typed)
        if found := _WORDS.match(typed):
            day, name, year = found.groups()
        elif found := _WORDS_US.match(typed):
            name, day, year = found.groups()
        else:
            return None
        month = LEXICON.months.get(name)
        return date(int(year), month, int(day)) if month else None
    except ValueError:
        return None


def read_span(text: str) -> str | None:
    """Read a span of days as an ISO interval, a single day as that day; None where it is none."""
    day = read_day(text)
    if day is not None:
        return day.isoformat()
    typed = fold(text).strip()
    if found := _ISO_SPAN.match(typed):
        first, last = read_day(found[1]), read_day(found[2])
    elif found := _SPAN.match(typed):
        last = read_day(found[4])
        first = _begin(found, last) if last else None
    else:
        return None
    if first is None or last is None or first > last:
        return None
    return f"{first.isoformat()}/{last.isoformat()}"


def _begin(found: re.Match[str], last: date) -> date | None:
    """Complete the first day of `18-22 June 2018` or `30 May - 2 June 2018` from the last."""
    month = LEXICON.months.get(found[2]) if found[2] else last.month
    try:
        return date(int(found[3] or last.year), month, int(found[1])) if month else None
    except ValueError:
        return None
