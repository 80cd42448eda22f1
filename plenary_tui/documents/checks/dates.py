"""How dates are written: `20 June 2018`, and a weekday that fits it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plenary_tui.documents.wording import day

from .finding import Finding
from .passages import Passage

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(_MONTHS)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_STYLE = "dates are written as in 20 June 2018"

_FIGURES = re.compile(
    r"(?<![\w/.:-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\w/-]|\.\d)"
)
_ISO = re.compile(r"(?<![\w/-])(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\w/-])")
_TURNED = re.compile(rf"\b(?P<m>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y>\d{{4}})\b")
_ORDINAL = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th) (?:of )?(?P<m>{_MONTH})(?:,? (?P<y>\d{{4}}))?\b"
)
_CUT = re.compile(
    rf"\b(?P<d>\d{{1,2}}) (?P<m>{_SHORT})(?:\.|\b)(?!\w) ?(?P<y>\d{{4}})\b"
)  # fmt: skip
_TWO_FIGURES = re.compile(
    rf"\b(?P<d>\d{{1,2}}) (?P<m>{_MONTH}) (?P<apostrophe>['’]?)(?P<y>\d{{2}})(?=[).,;:]|\s*$)"
)
_FULL = re.compile(
    rf"\b(?:(?P<week>{'|'.join(_DAYS)}),? (?:the )?)?"
    rf"(?P<d>\d{{1,2}}) (?P<m>{_MONTH}) (?P<y>\d{{4}})\b"
)
_SPOILT = (_FIGURES, _ISO, _TURNED, _ORDINAL, _CUT, _TWO_FIGURES)


def dates(passage: Passage) -> Iterator[Finding]:
    """Find dates in another style, days that no month has, and weekdays that do not fit."""
    for pattern in _SPOILT:
        for found in pattern.finditer(passage.bare):
            if pattern is not _FIGURES or _is_date(found):
                why = f"“{found[0]}”: {_STYLE}."
                yield passage.finding("date", why, found.span(), _written(found))
    for found in _FULL.finditer(passage.bare):
        on = _day(found)
        if on is None:
            why = f"“{found[0]}”: there is no such day."
            yield passage.finding("date", why, found.span())
        elif found["week"] and found["week"] != _DAYS[on.weekday()]:
            fits = _DAYS[on.weekday()]
            why = f"{day(on)} was a {fits}, not a {found['week']}."
            yield passage.finding("date", why, found.span("week"), fits)


def _is_date(found: re.Match[str]) -> bool:
    """Whether three figures can be a day, a month and a year, whichever comes first."""
    one, two = int(found["d"]), int(found["m"])
    return 1 <= min(one, two) <= 12 and max(one, two) <= 31


def _written(found: re.Match[str]) -> str:
    """Return a date as documents print it; empty where it may be read in two ways."""
    if (
        found.re is _FIGURES
        and max(int(found["d"]), int(found["m"])) <= 12
        and (found["d"] != found["m"])
    ):
        return ""
    if not found["y"]:
        return f"{int(found['d'])} {found['m']}"
    on = _day(found)
    return day(on) if on else ""


def _day(found: re.Match[str]) -> date | None:
    number, month, year = int(found["d"]), found["m"], int(found["y"])
    if month.isdigit():
        which = int(month)
        if which > 12:
            number, which = which, number
    else:
        which = next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
    try:
        return date(year if year > 99 else 2000 + year, which, number)
    except ValueError:
        return None
