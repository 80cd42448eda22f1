"""Where a version stands, in words: how long corrections may still come, and since when not."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plenary_tui.documents.wording import Wording
from plenary_tui.errors import WrongUse
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.notation.times import read_clock
from plenary_tui.record.reviewing import StageNow

_SINCE = {
    "closed": "closed for corrections since",
    "signed_off": "signed off",
    "adopted": "adopted",
    "published": "published",
}
A_WEEK = timedelta(days=7)
"""For how long corrections are taken where nobody says otherwise."""
NO_VERSION = "no version was issued yet"


def countdown(stage: StageNow, meeting: Meeting, now: datetime) -> str:
    """Say where a version stands: `version 2 under review: 2 d 4 h left, until 27 June 2018, …`.

    Moments are in the meeting's zone and name it.
    """
    if stage.version is None:
        return NO_VERSION
    called = f"version {stage.version.label}"
    words = Wording(meeting)
    if stage.name == "draft":
        return f"{called}, not under review"
    if stage.name == "under_review":
        if stage.until is None:
            return f"{called} under review, without a deadline"
        until = words.moment(stage.until)
        return f"{called} under review: {left(stage.until - now)} left, until {until}"
    at = f" {words.moment(stage.since)}" if stage.since else ""
    return f"{called} {_SINCE[stage.name]}{at}"


def left(time: timedelta) -> str:
    """Return a span of time in its two largest parts: `2 d 4 h`, `3 h 20 min`, `12 min`."""
    minutes = max(0, int(time.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    if days:
        return f"{days} d {hours} h"
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else "less than a minute"


def deadline(typed: str, meeting: Meeting, now: datetime) -> datetime:
    """Return the moment until which corrections are taken; a week from now where nobody says.

    typed: `2018-06-27 18:00 CEST`; without a zone it is the meeting's, without a time the end of
    the day, without a day today. Raises WrongUse.
    """
    typed = typed.strip()
    zone = meeting.zone
    if not typed:
        return (now + A_WEEK).astimezone(zone).replace(second=0, microsecond=0)
    try:
        return datetime.combine(date.fromisoformat(typed), time(23, 59), zone)
    except ValueError:
        pass
    clock = read_clock(typed)
    if clock is None or clock.letters or typed[clock.end :].strip():
        raise WrongUse(
            f"{typed} is no moment: write 2018-06-27 18:00, with its zone where it is not the "
            "meeting's (UTC, CET, CEST, +02:00 or Africa/Johannesburg)."
        )
    on = clock.day or now.astimezone(clock.zone or zone).date()
    return datetime.combine(on, clock.at, clock.zone or zone)
