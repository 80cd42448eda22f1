"""A moment in a record, as somebody types it for --until."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record

_BARE_TIME = re.compile(r"(\d{1,2})[:h.](\d{2})(?::(\d{2}))?")
_MILLISECOND = timedelta(milliseconds=1)


def limit_of(record: Record, typed: str | None) -> datetime | str | None:
    """Return what `Record.until` takes: a moment, or the id of an entry; None without a limit.

    A day counts to its end, a minute to its last second. Raises WrongUse.
    """
    if not typed:
        return None
    typed = typed.strip()
    return typed if record.entry(typed) is not None else _moment(record, typed)


def start_of(record: Record, typed: str) -> datetime:
    """Return the moment from which something typed counts: a day from its first, a minute too.

    Raises WrongUse.
    """
    moment = moment_of(record, limit_of(record, typed))
    assert moment is not None
    if moment.time() == time.max:
        return moment.replace(hour=0, minute=0, second=0, microsecond=0)
    is_end = moment.second == 59 and moment.microsecond == 999_000
    return moment.replace(second=0, microsecond=0) if is_end else moment


def record_until(record: Record, limit: datetime | str | None) -> Record:
    """Return the record as it stood then."""
    return record if limit is None else record.until(limit)


def moment_of(record: Record, limit: datetime | str | None) -> datetime | None:
    """Return when a limit was; None for now."""
    if isinstance(limit, str):
        entry = record.entry(limit)
        return entry.happened if entry else None
    return limit


def _moment(record: Record, typed: str) -> datetime:
    zone = record.meeting.zone
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        pass
    else:
        return datetime.combine(day, time.max, zone)
    bare = _BARE_TIME.fullmatch(typed)
    try:
        if bare:
            clock = time(int(bare[1]), int(bare[2]), int(bare[3] or 0))
            moment = datetime.combine(_only_day(record, typed), clock, zone)
        else:
            moment = datetime.fromisoformat(typed)
    except ValueError:
        raise WrongUse(
            f"{typed} is neither a time nor the id of an entry here: write 2018-06-19T10:31, "
            "2018-06-19, 10:31, or an id such as antwerp-12."
        ) from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    if not moment.second and not moment.microsecond:
        moment += timedelta(minutes=1) - _MILLISECOND
    return moment


def _only_day(record: Record, typed: str) -> date:
    """Return the one day of the meeting, for a time that names none."""
    zone = record.meeting.zone
    sittings = record.meeting.sittings.values()
    days = {opened.astimezone(zone).date() for one in sittings if (opened := one.opened)}
    if not days:
        days = {entry.happened.astimezone(zone).date() for entry in record.entries[-1:]}
    if len(days) != 1:
        raise WrongUse(
            f"Which day: {' or '.join(str(day) for day in sorted(days))}? Write "
            f"{min(days, default='2018-06-19')}T{typed}."
        )
    return days.pop()
