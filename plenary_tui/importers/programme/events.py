"""The events of a calendar file (iCalendar, RFC 5545): their lines, texts and moments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from plenary_tui.errors import WrongUse
from plenary_tui.importers.source import Source
from plenary_tui.record.clean import clean_line

from .zones import known_zone, tzid_of

_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$', re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MOST_EVENTS = 2_000
_MOST_REPEATS = 50
"""Lines of one event that say when it repeats."""


@dataclass
class Event:
    """One VEVENT. number: the line of the file it begins on. values: the first of each name.

    repeats: its RRULE, RDATE and EXDATE, of which there may be several.
    """

    number: int
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    repeats: list[tuple[str, str, str]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """Return a text, unescaped, on one line."""
        return clean_line(unescaped(self.values.get(name, ("", ""))[1]))

    def moment(self, name: str, zone: tzinfo) -> datetime | date | None:
        """Return a moment in the zone it is given in, `zone` where it floats, or a whole day."""
        parameters, value = self.values.get(name, ("", ""))
        return moment_of(value.strip(), parameters, zone)

    def replaces(self, zone: tzinfo) -> tuple[str, datetime | date] | None:
        """Return which time of which event this one stands for; None for an event of its own."""
        at, uid = self.moment("RECURRENCE-ID", zone), self.text("UID")
        return (uid, at) if at is not None and uid else None


def unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Yield content lines with the number of the line they begin on (RFC 5545, 3.1)."""
    begins, parts = 0, list[str]()
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
            continue
        if parts:
            yield begins, "".join(parts)
        begins, parts = number, [line]
    if parts:
        yield begins, "".join(parts)


def events_of(source: Source) -> Iterator[Event]:
    event: Event | None = None
    inside = 0
    count = 0
    for number, line in unfolded(source.text):
        bare = line.strip().upper()
        if bare == "BEGIN:VEVENT":
            count += 1
            if count > _MOST_EVENTS:
                raise WrongUse(f"{source.name} holds more than {_MOST_EVENTS:,} events: export "
                               "the calendar of the one meeting.")  # fmt: skip
            if event is not None:  # the one before never ended
                yield event
            event, inside = Event(number), 0
        elif event is None:
            continue
        elif bare == "END:VEVENT":
            yield event
            event = None
        elif bare.startswith(("BEGIN:", "END:")):
            inside += 1 if bare.startswith("BEGIN:") else -1  # an alarm within the event
        elif inside <= 0 and (found := _PROPERTY.match(line)):
            if found[1].upper() in ("RRULE", "RDATE", "EXDATE"):
                if len(event.repeats) < _MOST_REPEATS:
                    event.repeats.append((found[1].upper(), found[2], found[3].strip()))
                continue
            event.values.setdefault(found[1].upper(), (found[2], found[3]))
    if event is not None:
        yield event


def said_first(text: str, *names: str) -> str:
    """Return what a calendar says of itself in the first of the properties named."""
    for _, line in unfolded(text[:20_000]):
        found = _PROPERTY.match(line)
        if found and found[1].upper() in names:
            return clean_line(unescaped(found[3]))[:200]
    return ""


def zone_said(text: str, events: Iterable[Event]) -> str:
    """Return the zone that a calendar is in: its own word for it, else that of most events."""
    stated = known_zone(said_first(text, "X-WR-TIMEZONE", "TIMEZONE-ID"))
    named = (known_zone(tzid_of(one.values.get("DTSTART", ("", ""))[0])) for one in events)
    often = Counter(one.key for one in named if one).most_common(1)
    return stated.key if stated else often[0][0] if often else ""


def unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def moment_of(value: str, parameters: str, zone: tzinfo) -> datetime | date | None:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z)?)?", value)
    if found is None or not _FIRST_YEAR <= int(found[1]) <= _LAST_YEAR:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        moment = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]))
        if found[6]:
            return moment.replace(tzinfo=UTC)
        return moment.replace(tzinfo=known_zone(tzid_of(parameters)) or zone)
    except (ValueError, OverflowError):
        return None
