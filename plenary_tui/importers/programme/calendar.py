"""A programme from a calendar (iCalendar, RFC 5545): its events are items, or sittings.

An event whose title is that of a sitting or of a body is a sitting, whose description may hold
its items, one a line. Any other is an item, and its time is planned; where none has a number,
they are counted in their order. One that repeats is planned each time, within bounds; a single
time that was moved or cancelled (RECURRENCE-ID) stands for the one that it replaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from plenary_tui.errors import WrongUse
from plenary_tui.importers.source import Source
from plenary_tui.record.clean import clean
from plenary_tui.record.setup import zone_of

from . import grammar
from .events import Event, events_of, said_first, unescaped, zone_said
from .reading import BREAKS
from .repeating import times_of
from .values import PlannedItem, PlannedSitting, Programme
from .zones import known_zone, tzid_of

_LENGTH = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?)?$|P(\d{1,2})W$")
_MOST_SERIES = 20
_MOST_SITTINGS = 500
_CANCELLED = "cancelled events"
_WHOLE_DAYS = "whole-day events"
_MOST_MINUTES = 24 * 60
_CLOSED = ("CONFIDENTIAL", "PRIVATE")


def programme_of_calendar(source: Source, zone: str = "", here: str = "") -> Programme:
    """Read a calendar; times are put into `zone`, a floating one is of the place.

    zone: of the session; empty where the calendar may say it, `here` where it does not. Raises
    WrongUse, naming the file, where it holds no event that can be read.
    """
    events = list(events_of(source))
    name = said_first(source.text, "NAME", "X-WR-CALNAME")
    own = zone_said(source.text, events)
    reading = _Reading(zone_of(zone or own or here))
    if own and own != reading.zone.key:
        reading.notes.append(f"the calendar is in {own}; its times are those of {reading.zone.key} "
                             "here, as the session is")  # fmt: skip
    for event in events:
        if (known := event.replaces(reading.zone)) is not None:
            reading.replaced.add(known)
    for event in events:
        reading.read(event)
    reading.settle()
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
        source.name, "event", len(events) + reading.repeats, name, "", dates, tuple(reading.items),
        tuple(reading.planned()), reading.restricted,
        {what: count for what, count in reading.counts.items() if count},
        dict(reading.left_out), tuple(reading.not_understood), tuple(reading.notes), own,
    )  # fmt: skip


class _Reading:
    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.items: list[PlannedItem] = []
        self.loose: list[tuple[PlannedItem, PlannedSitting]] = []
        self.unknown_zones: dict[str, int] = {}
        self.sittings: list[PlannedSitting] = []
        self.counts: Counter[str] = Counter()
        self.left_out: Counter[str] = Counter()
        self.not_understood: list[tuple[int, str]] = []
        self.notes: list[str] = []
        self.restricted = False
        self.replaced: set[tuple[str, datetime | date]] = set()
        self.series = 0
        self.unfollowed = 0
        self.cut = 0
        self.repeats = 0
        """Times that are planned beside the first of each event."""

    def read(self, event: Event) -> None:
        """Make an item or a sitting of an event."""
        title = event.text("SUMMARY")
        begins, ends = event.moment("DTSTART", self.zone), self._end(event)
        if event.text("STATUS").upper() == "CANCELLED":
            self.left_out[_CANCELLED] += 1
            return
        if grammar.is_break(title):
            self.left_out[BREAKS if isinstance(begins, datetime) else _WHOLE_DAYS] += 1
            return
        if not title or begins is None:
            self.not_understood.append((event.number, title or "an event without a title"))
            return
        self._note_zone(event)
        self.restricted |= event.text("CLASS").upper() in _CLOSED
        if "RANGE=THISANDFUTURE" in event.values.get("RECURRENCE-ID", ("", ""))[0].upper():
            self.notes.append(f"line {event.number}: “{title}” moves all times that follow: only "
                              "the one is moved")  # fmt: skip
        times = self._times(event, title, begins)
        if not times:
            self.left_out[_CANCELLED] += 1
            return
        sittings = [self._sitting(event, one, begins, ends) for one in times]
        item, minutes = grammar.numbered(title), _minutes(begins, ends)
        if item is not None:
            if any(one.number == item[0] for one in self.items):
                self.not_understood.append(
                    (event.number, f"{title}: the number {item[0]} is taken already")
                )
                return
            self.items.append(PlannedItem(event.number, *item, minutes=minutes))
            self._count("agenda item", sittings)
        elif self._described(event) or grammar.is_sitting(title) or grammar.is_body(title):
            self._count("planned sitting", [replace(one, bodies=(title,)) for one in sittings])
        else:
            self.loose.append((PlannedItem(event.number, "", title, "", minutes), sittings[0]))
            self._count("agenda item", sittings)

    def _note_zone(self, event: Event) -> None:
        """Say of a zone that nobody knows what its times are taken as."""
        said = tzid_of(event.values.get("DTSTART", ("", ""))[0])
        if said and known_zone(said) is None and said not in self.unknown_zones:
            self.unknown_zones[said] = event.number
            self.notes.append(f"line {event.number}: its time zone “{said}” is not known, and its "
                              f"times are taken as those of {self.zone.key}")  # fmt: skip

    def _count(self, what: str, sittings: list[PlannedSitting]) -> None:
        """Keep the times of an event; those beside the first are planned sittings in any case."""
        self.counts[what] += 1
        if len(sittings) > 1:
            self.counts["planned sitting"] += len(sittings) - 1
            self.repeats += len(sittings) - 1
        self.sittings += sittings

    def _times(
        self, event: Event, title: str, begins: datetime | date
    ) -> list[datetime | date]:  # fmt: skip
        """Return when an event is held, and say what of its repetitions was left out."""
        if not any(name != "EXDATE" for name, *_ in event.repeats) or event.replaces(self.zone):
            return [begins]
        if self.series >= _MOST_SERIES or len(self.sittings) > _MOST_SITTINGS:
            self.unfollowed += 1
            return [begins]
        self.series += 1
        moved = [at for of, at in self.replaced if of == event.text("UID")]
        found = times_of(event, begins, self.zone, moved)
        said = "once" if len(found.starts) == 1 else f"{len(found.starts)} times"
        more = ", what comes after them is left out" if found.cut else ""
        odd = ", by a rule that is not followed here" if found.odd else ""
        where = f"line {event.number}: “{title}” repeats"
        self.cut += found.cut
        self.notes.append(f"{where}{odd}: it is planned {said}{more}")
        return list(found.starts)

    def settle(self) -> None:
        """Count the items without a number, and say what only the whole file tells.

        Beside items that have numbers one without is not understood; its time stays planned.
        """
        if self.items:
            for item, _ in self.loose:
                self.counts["agenda item"] -= 1
                why = "it has no number, as others have; only its time is planned"
                self.not_understood.append((item.place, f"{item.title}: {why}"))
            self.not_understood.sort()
        else:
            self.items = [
                replace(item, number=str(place), counted=True)
                for place, (item, _) in enumerate(sorted(self.loose, key=lambda one: _when(one[1])),
                                                  1)
            ]  # fmt: skip
        self._note_bounds()

    def _note_bounds(self) -> None:
        """Say of several events that repeat what they come to, before what is said of each."""
        if self.unfollowed:
            many = _counted(self.unfollowed, "more event repeats", "more events repeat")
            self.notes.insert(0, f"{many}: only the first time of each is planned")
        if self.series > 1:
            cut = f"; {self.cut} of them go on, and that is left out" if self.cut else ""
            self.notes.insert(0, f"{self.series} events repeat: {self.repeats} times are planned "
                                 f"beside the first of each{cut}")  # fmt: skip

    def _sitting(
        self, event: Event, at: datetime | date, begins: datetime | date,
        ends: datetime | date | None,
    ) -> PlannedSitting:  # fmt: skip
        """Return the sitting of an event that begins at `at`, as long as its first one."""
        room = event.text("LOCATION")
        if not isinstance(at, datetime):
            return PlannedSitting(event.number, (), room, at)
        until = None
        if isinstance(ends, datetime) and isinstance(begins, datetime):
            until = (at + (ends - begins)).astimezone(self.zone).time()
        here = at.astimezone(self.zone)
        return PlannedSitting(event.number, (), room, here.date(), here.time(), until)

    def _end(self, event: Event) -> datetime | date | None:
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

    def _described(self, event: Event) -> bool:
        """Take the items that the description of a sitting lists, one a line; is there one?"""
        before = len(self.items)
        text = clean(unescaped(event.values.get("DESCRIPTION", ("", ""))[1]))
        for line in text.split("\n"):
            said = grammar.times(line[:600].lstrip("-*• ").strip())
            found = grammar.numbered(said[1] if said else line[:600].lstrip("-*• ").strip())
            if found is None or any(one.number == found[0] for one in self.items):
                continue
            minutes, title = grammar.length(found[1])
            if title:
                minutes = minutes or (said[0].minutes if said else 0)
                self.items.append(PlannedItem(event.number, found[0], title, minutes=minutes))
        return len(self.items) > before

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


def _counted(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


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
