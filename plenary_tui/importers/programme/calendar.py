"""A programme from a calendar (iCalendar, RFC 5545): its events are sittings, or items of them.

An event whose title begins with a number is an item; any other is a sitting, whose description
may hold its items, one a line. Repetitions are not followed: each meeting is planned once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from plenary_tui.errors import WrongUse
from plenary_tui.importers.source import Source
from plenary_tui.record.clean import clean, clean_line
from plenary_tui.record.setup import zone_of

from . import grammar
from .reading import BREAKS
from .values import PlannedItem, PlannedSitting, Programme

_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$', re.DOTALL)
_ESCAPED = re.compile(r"\\([\\;,nN])")
_LENGTH = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?$|P(\d{1,2})W$")
_MOST_EVENTS = 2_000
_CANCELLED = "cancelled events"
_MOST_MINUTES = 24 * 60
_CLOSED = ("CONFIDENTIAL", "PRIVATE")


@dataclass
class _Event:
    """One VEVENT. number: the line of the file it begins on."""

    number: int
    values: dict[str, tuple[str, str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a text, unescaped, on one line."""
        return clean_line(_unescaped(self.values.get(name, ("", ""))[1]))

    def moment(self, name: str, zone: tzinfo) -> datetime | date | None:
        """Return a moment in the meeting's zone, or a whole day."""
        parameters, value = self.values.get(name, ("", ""))
        return _moment(value.strip(), parameters, zone)


def programme_of_calendar(source: Source, zone: str = "") -> Programme:
    """Read a calendar; times are put into `zone`, a floating one is of the place.

    Raises WrongUse, naming the file, where it holds no event that can be read.
    """
    events = list(_events(source))
    name = _calendar_name(source.text)
    zone = zone or next(
        (found[1] for line in _unfolded(source.text)
         if (found := re.match(r"X-WR-TIMEZONE:(\S+)$", line[1]))), ""
    )  # fmt: skip
    reading = _Reading(zone_of(zone))
    for event in events:
        reading.read(event)
    if not reading.items and not reading.sittings:
        raise WrongUse(
            f"{source.name} holds no event with a title and a time: export the calendar of the "
            "meeting as .ics again."
        )
    days = sorted(one.day for one in reading.sittings if one.day)
    dates = "" if not days else "/".join(dict.fromkeys(
        day.isoformat() for day in (days[0], days[-1])
    ))  # fmt: skip
    return Programme(
        source.name, "event", len(events), name, "", dates, tuple(reading.items),
        tuple(reading.planned()), reading.restricted, dict(reading.counts),
        dict(reading.left_out), tuple(reading.not_understood), tuple(reading.notes),
    )  # fmt: skip


class _Reading:
    def __init__(self, zone: tzinfo) -> None:
        self.zone = zone
        self.items: list[PlannedItem] = []
        self.sittings: list[PlannedSitting] = []
        self.counts: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.not_understood: list[tuple[int, str]] = []
        self.notes: list[str] = []
        self.restricted = False

    def read(self, event: _Event) -> None:
        """Make an item or a sitting of an event."""
        title = event.text("SUMMARY")
        begins, ends = event.moment("DTSTART", self.zone), self._end(event)
        if event.text("STATUS").upper() == "CANCELLED":
            self.left_out[_CANCELLED] += 1
            return
        if grammar.is_break(title):
            self.left_out[BREAKS] += 1
            return
        if not title or begins is None:
            self.not_understood.append((event.number, title or "an event without a title"))
            return
        self.restricted |= event.text("CLASS").upper() in _CLOSED
        if "RRULE" in event.values or "RDATE" in event.values:
            self.notes.append(f"line {event.number}: “{title}” repeats: only the first is planned")
        day = begins.date() if isinstance(begins, datetime) else begins
        clock = begins.time() if isinstance(begins, datetime) else None
        until = ends.time() if isinstance(ends, datetime) and clock else None
        sitting = PlannedSitting(
            event.number, (), event.text("LOCATION"), day, clock, until
        )  # fmt: skip
        item = grammar.numbered(title)
        if item is not None and not any(one.number == item[0] for one in self.items):
            minutes = _minutes(begins, ends)
            self.items.append(PlannedItem(event.number, *item, minutes=minutes))
            self.counts["agenda item"] += 1
            self.sittings.append(sitting)
            return
        if item is not None:
            self.not_understood.append((event.number, title))
            return
        self.counts["planned sitting"] += 1
        self.sittings.append(replace(sitting, bodies=(title,)))
        self._described(event)

    def _end(self, event: _Event) -> datetime | date | None:
        ends = event.moment("DTEND", self.zone)
        if ends is not None:
            return ends
        begins = event.moment("DTSTART", self.zone)
        found = _LENGTH.match(event.values.get("DURATION", ("", ""))[1].strip())
        if found is None or not isinstance(begins, datetime):
            return None
        days, hours, minutes, weeks = (int(part or 0) for part in found.groups())
        try:
            return begins + timedelta(days=days + 7 * weeks, hours=hours, minutes=minutes)
        except OverflowError:
            return None

    def _described(self, event: _Event) -> None:
        """Take the items that the description of a sitting lists, one a line."""
        text = clean(_unescaped(event.values.get("DESCRIPTION", ("", ""))[1]))
        for line in text.split("\n"):
            said = grammar.times(line[:600].lstrip("-*• ").strip())
            found = grammar.numbered(said[1] if said else line[:600].lstrip("-*• ").strip())
            if found is None or any(one.number == found[0] for one in self.items):
                continue
            minutes, title = grammar.length(found[1])
            if title:
                minutes = minutes or (said[0].minutes if said else 0)
                self.items.append(PlannedItem(event.number, found[0], title, minutes=minutes))

    def planned(self) -> Iterator[PlannedSitting]:
        """Return the sittings in order of time; items of one room that follow on are one."""
        current: PlannedSitting | None = None
        for one in sorted(self.sittings, key=_when):
            if current is not None and not one.bodies and not current.bodies and _joins(
                current, one
            ):  # fmt: skip
                current = replace(current, ends=one.ends or current.ends)
                continue
            if current is not None:
                yield current
            current = one
        if current is not None:
            yield current


def _joins(one: PlannedSitting, other: PlannedSitting) -> bool:
    if (one.day, one.room) != (other.day, other.room) or not (one.ends and other.begins):
        return False
    gap = (other.begins.hour - one.ends.hour) * 60 + other.begins.minute - one.ends.minute
    return gap < 60


def _when(sitting: PlannedSitting) -> tuple[date, str]:
    return sitting.day or date.max, f"{sitting.begins:%H:%M}" if sitting.begins else ""


def _minutes(begins: datetime | date, ends: datetime | date | None) -> int:
    if not isinstance(begins, datetime) or not isinstance(ends, datetime):
        return 0
    minutes = int((ends - begins).total_seconds()) // 60
    return minutes if 0 < minutes < _MOST_MINUTES else 0


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
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


def _events(source: Source) -> Iterator[_Event]:
    event: _Event | None = None
    inside = 0
    count = 0
    for number, line in _unfolded(source.text):
        bare = line.strip().upper()
        if bare == "BEGIN:VEVENT":
            count += 1
            if count > _MOST_EVENTS:
                raise WrongUse(f"{source.name} holds more than {_MOST_EVENTS:,} events: export "
                               "the calendar of the one meeting.")  # fmt: skip
            if event is not None:  # the one before never ended
                yield event
            event, inside = _Event(number), 0
        elif event is None:
            continue
        elif bare == "END:VEVENT":
            yield event
            event = None
        elif bare.startswith(("BEGIN:", "END:")):
            inside += 1 if bare.startswith("BEGIN:") else -1  # an alarm within the event
        elif inside <= 0 and (found := _PROPERTY.match(line)):
            event.values.setdefault(found[1].upper(), (found[2], found[3]))
    if event is not None:
        yield event


def _calendar_name(text: str) -> str:
    for _, line in _unfolded(text[:20_000]):
        found = _PROPERTY.match(line)
        if found and found[1].upper() in ("NAME", "X-WR-CALNAME"):
            return clean_line(_unescaped(found[3]))[:200]
    return ""


def _unescaped(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _moment(value: str, parameters: str, zone: tzinfo) -> datetime | date | None:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z)?)?", value)
    if found is None:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        if found[4] is None:
            return day
        moment = datetime(day.year, day.month, day.day, int(found[4]), int(found[5]))
        named = re.search(r'TZID="?([^";:]+)', parameters, re.IGNORECASE)
        if found[6]:
            return moment.replace(tzinfo=UTC).astimezone(zone)
        known = zone_of(named[1]) if named else None
        if named and known is not None and known.key == named[1]:
            return moment.replace(tzinfo=known).astimezone(zone)
        return moment.replace(tzinfo=zone)
    except (ValueError, OverflowError):
        return None
