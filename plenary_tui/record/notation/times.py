"""Clock times and moments: read from what was typed, written so that they read back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from plenary_tui.record.kinds.base import as_kept

from .lexicon import same
from .reading import Misfit, Reading

KNOWN_ZONES: dict[str, tzinfo] = {
    "UTC": UTC,
    "GMT": UTC,
    "Z": UTC,
    "CET": timezone(timedelta(hours=1), "CET"),
    "CEST": timezone(timedelta(hours=2), "CEST"),
}
OTHER_ZONES = frozenset({
    "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "AST", "ADT",
    "BST", "IST", "WET", "WEST", "EET", "EEST", "MSK", "SAST", "CAT", "EAT",
    "WAT", "JST", "KST", "HKT", "SGT", "PKT", "AEST", "AEDT", "ACST", "AWST",
    "NZST", "NZDT", "BRT", "ART",
})  # fmt: skip
"""Letters that people write for a zone and that mean several, or that we do not know."""

NEXT_DAY_AFTER = timedelta(hours=6)
"""In a file, a time that lies more than this before the last one belongs to the next day."""

_CLOCK = r"([01]?\d|2[0-3])([:hH.])([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,6}))?)?"
_NAMED = r"UTC|GMT|CET|CEST|[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+"
_ZONE = rf"(Z(?![A-Za-z])|[+-]\d\d:?[0-5]\d|(?: (?:{_NAMED})(?![\w:])))"
_START = re.compile(rf"(?:(\d{{4}}-\d\d-\d\d)[ T])?{_CLOCK}(?: ?{_ZONE})?(?!\w|:\d)")
_LETTERS = re.compile(r" ([A-Z]{2,5})(?=\s|$)")
_TAKEN = re.compile(rf" ?{_ZONE}(?!\w|:\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as typed: its day where stated, its zone where stated, where the rest begins."""

    at: time
    day: date | None
    zone: tzinfo | None
    end: int
    dotted: bool
    letters: str = ""


def read_clock(text: str) -> Clock | None:
    """Read the time that `text` begins with, or None where there is none."""
    found = _START.match(same(text[:80]))
    if found is None:
        return None
    day, hour, sign, minute, second, fraction, zone = found.groups()
    a_range = bool(zone) and zone[0] == "-" and not day and text[found.start(7) - 1] != " "
    zone_read = _zone(zone.strip()) if zone and not a_range else None
    end = found.end() if zone_read or not zone else found.start(7)
    try:
        on = date.fromisoformat(day) if day else None
    except ValueError:
        return None
    after = None if zone_read else _LETTERS.match(text, end)
    at = time(int(hour), int(minute), int(second or 0), _microseconds(fraction))
    return Clock(at, on, zone_read, end, sign == ".", after[1] if after else "")


def taken_for_a_zone(line: str) -> bool:
    """Tell whether a time before `line` would take its first word for a zone."""
    line = " " + same(line[:80])
    zone, letters = _TAKEN.match(line), _LETTERS.match(line)
    if letters is not None and letters[1] in OTHER_ZONES:
        return True
    return zone is not None and _zone(zone[1].strip()) is not None


def _microseconds(fraction: str | None) -> int:
    return int(f"{fraction:0<6}"[:3]) * 1000 if fraction else 0


@lru_cache(maxsize=256)
def _zone(name: str) -> tzinfo | None:
    if name in KNOWN_ZONES:
        return KNOWN_ZONES[name]
    if name[0] in "+-":
        shift = timedelta(hours=int(name[1:3]), minutes=int(name[-2:]))
        return timezone(-shift if name[0] == "-" else shift) if shift.days == 0 else None
    return named_zone(name)


def named_zone(name: str) -> tzinfo | None:
    """Return the zone of an IANA name, or None where there is none of that name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def moment(clock: Clock, reading: Reading) -> datetime | None:
    """Place a clock time on its day; None where no day is known.

    In a file, a bare time more than six hours before the last one belongs to the next day.
    """
    zone = clock.zone or reading.zone
    if clock.day is not None:
        return as_kept(datetime.combine(clock.day, clock.at, zone))
    last = reading.last.astimezone(zone) if reading.file and reading.last else None
    days = [day for day in (reading.day, last.date() if last else None) if day]
    if not days:
        return None
    placed = datetime.combine(max(days), clock.at, zone)
    if last is not None and last - placed > NEXT_DAY_AFTER:
        placed += timedelta(days=1)
    return as_kept(placed)


def refuse_letters(clock: Clock, reading: Reading, *, any_letters: bool) -> None:
    """Raise Misfit where a time is followed by letters for a zone that nobody can be sure of."""
    letters = clock.letters
    known = letters in OTHER_ZONES and reading.roster.code(letters, live=False) is None
    if letters and (any_letters or known):
        raise Misfit(
            f"the zone {letters} is not known: write UTC, GMT, CET, CEST, an offset such as"
            " +02:00, or a name such as Africa/Johannesburg"
        )


def spell_clock(at: time) -> str:
    """Write a time of day as short as it is exact: `10:31`, `10:31:05`, `10:31:05.123`."""
    if at.microsecond:
        return at.isoformat(timespec="milliseconds")
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def spell_moment_in(zone: tzinfo, at: datetime, *, offset: bool = False) -> str:
    """Write a moment with its day; with its offset where the session's zone does not say it."""
    local = at.replace(tzinfo=None)
    text = f"{local.date().isoformat()} {spell_clock(local.time())}"
    plain = local.replace(tzinfo=zone, fold=0)
    if not offset and plain.utcoffset() == at.utcoffset():
        return text
    shift = at.utcoffset() or timedelta(0)
    return text + (spell_offset(shift) if shift else " UTC")


def spell_offset(shift: timedelta) -> str:
    """Write a shift from UTC: `+02:00`."""
    minutes = int(shift.total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
