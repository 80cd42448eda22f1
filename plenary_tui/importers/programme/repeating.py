"""When an event of a calendar repeats (RFC 5545, 3.8.5): its days and times, and no more than some.

The rules themselves are python-dateutil's; here stands what keeps a file from asking for too much.
"""

from __future__ import annotations

import re
from calendar import isleap, weekday
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import NamedTuple

from .events import Event, moment_of

MOST_TIMES = 60
"""Times that one event is planned, the first included."""
LONGEST = timedelta(days=366)
"""How long after its first time an event is followed."""

_PARTS = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST")
)
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_LONGEST_RULE = 300
_MOST_DATES = 200


class Repeated(NamedTuple):
    """The times of an event in order, as its first one is given: moments, or whole days.

    cut: there are more. odd: a rule that was not followed.
    """

    starts: tuple[datetime | date, ...]
    cut: bool = False
    odd: bool = False


def times_of(
    event: Event, begins: datetime | date, floating: tzinfo, moved: Iterable[datetime | date]
) -> Repeated:  # fmt: skip
    """Return when an event is held. floating: the zone of times that say none.

    moved: those of its times that another event stands for.
    """
    zone = begins.tzinfo if isinstance(begins, datetime) else None
    first = _local(begins, zone)
    horizon = first + LONGEST
    added = (_local(one, zone) for one in _dates(event, "RDATE", floating))
    found, cut, odd = {first, *(one for one in added if first <= one <= horizon)}, False, False
    for name, _, rule in event.repeats:
        if name != "RRULE":
            continue
        until = _until(rule, zone, floating)
        if not _is_followed(rule):
            odd = True
            continue
        end = min(until or horizon, horizon)
        try:
            for one in islice(_by_rule(first, rule), MOST_TIMES + 1):
                if one > end:
                    cut = cut or end == horizon
                    break
                found.add(one)
        except (ValueError, OverflowError):
            odd = True
    without = [*_dates(event, "EXDATE", floating), *moved]
    moments = {_local(one, zone) for one in without if isinstance(one, datetime)}
    days = {one for one in without if not isinstance(one, datetime)}
    kept = sorted(one for one in found if one not in moments and one.date() not in days)
    starts: list[datetime | date] = [
        one.replace(tzinfo=zone) if isinstance(begins, datetime) else one.date()
        for one in kept[:MOST_TIMES]
    ]  # fmt: skip
    return Repeated(tuple(starts), cut or len(kept) > MOST_TIMES, odd)


def _is_followed(rule: str) -> bool:
    """Whether a rule is of the kinds by which meetings repeat, and can be gone through."""
    if len(rule) > _LONGEST_RULE:
        return False
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";") if part)
    return (
        set(parts) <= _PARTS
        and parts.get("FREQ") in _FREQUENCIES
        and re.fullmatch(r"0*[1-9]\d{0,3}", parts.get("INTERVAL", "1")) is not None
        and re.fullmatch(r"\d{1,9}", parts.get("COUNT", "1")) is not None
    )


def _by_rule(first: datetime, rule: str) -> Iterator[datetime]:
    """Yield the times of a rule, right for `LONGEST`.

    One that matches no day is gone through to the year 9999: so all of it is done in years just
    before, whose days fall on the same weekdays.
    """
    from dateutil.rrule import rrulestr  # loaded where an event repeats, and nowhere else

    twin = _twin(first.year)
    bare = ";".join(one for one in rule.split(";") if not one.upper().startswith("UNTIL="))
    for one in rrulestr(bare, dtstart=first.replace(year=twin)):
        year = one.year - twin + first.year
        if one.month == 2 and one.day == 29 and not isleap(year):
            return  # years after those that are followed
        yield one.replace(year=year)


def _twin(year: int) -> int:
    """Return the last year before 9997 that it and the two years after it have the days of."""
    return next(
        one for one in range(9_996, 0, -1)
        if all(
            isleap(one + more) == isleap(year + more)
            and weekday(one + more, 1, 1) == weekday(year + more, 1, 1)
            for more in (0, 1, 2)
        )
    )  # fmt: skip


def _local(at: datetime | date, zone: tzinfo | None) -> datetime:
    """Return a moment as a clock in a zone shows it."""
    if not isinstance(at, datetime):
        return datetime.combine(at, time())
    return at.astimezone(zone).replace(tzinfo=None) if zone else at.replace(tzinfo=None)


def _dates(event: Event, name: str, zone: tzinfo) -> Iterator[datetime | date]:
    """Yield the dates that an event names, of a period its beginning."""
    values = (
        (one.partition("/")[0].strip(), parameters)
        for known, parameters, value in event.repeats if known == name
        for one in value.split(",")
    )  # fmt: skip
    found = (
        moment_of(value, parameters, zone) for value, parameters in islice(values, _MOST_DATES)
    )
    yield from (one for one in found if one is not None)


def _until(rule: str, zone: tzinfo | None, floating: tzinfo) -> datetime | None:
    """Return the end of a rule as a clock of its event shows it; a day counts to its end."""
    said = re.search(r"UNTIL=([0-9TZ]+)", rule, re.IGNORECASE)
    at = moment_of(said[1].upper(), "", zone or floating) if said else None
    if at is None:
        return None
    local = _local(at, zone)
    return local if isinstance(at, datetime) else datetime.combine(local.date(), time.max)
