"""The parts that stand after the colon of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from .dates import read_day, read_span
from .form import Fields, Scan
from .lexicon import LEXICON, fold, same
from .reading import Misfit
from .times import moment, named_zone, read_clock, refuse_letters, spell_moment_in

_UNTIL = re.compile(rf"(?:{LEXICON.alternatives('until')})\s+(?=\d)", re.IGNORECASE)
_DUE = re.compile(rf"^(.*)\s(?:{LEXICON.alternatives('due')})\s+([^\n]+)$", re.I | re.DOTALL)
_MINUTES = re.compile(rf"(\d{{1,4}})\s*(?:{LEXICON.alternatives('minutes')})", re.IGNORECASE)
_LONGEST_DAY = 30
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Prose:
    """All that follows, as it stands."""

    name: str = "text"

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the text."""
        fields[self.name] = text
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the text."""
        return str(getattr(command, self.name))


TEXT = Prose()


@dataclass(frozen=True)
class TimeAndReason:
    """When it happened, why, or nothing; where `timely`, words without a time are unclear."""

    reason: bool = True
    timely: bool = False

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the time into `when` and the words after it into `reason`."""
        if not text:
            return ""
        clock = read_clock(text)
        if clock is not None and not (clock.dotted and scan.bare):
            refuse_letters(clock, scan.reading, any_letters=False)
            fields["when"] = moment(clock, scan.reading)
            text = text[clock.end :].lstrip(" ;,-")
            if fields["when"] is None:
                raise Misfit("the time has no day: write `Date:` first")
        elif self.timely or scan.bare:
            raise Misfit("" if scan.bare else f"“{text}” is no time: nothing was ended")
        if text and (not self.reason or scan.bare):
            raise Misfit("" if scan.bare else f"“{text}” is no time")
        if text:
            fields["reason"] = text
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the reason; the time is the line's own."""
        return str(command.reason) if self.reason else ""


@dataclass(frozen=True)
class Until:
    """`until` an exact moment, then text after a semicolon."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the moment, in the session's zone where no other is said."""
        said = _UNTIL.match(same(text))
        clock = read_clock(text[said.end() :]) if said else None
        if said is None or clock is None:
            raise Misfit(
                "a written procedure needs its exact end: write `until 2018-11-30 18:00 CET`"
            )
        refuse_letters(clock, scan.reading, any_letters=True)
        fields["until"] = moment(clock, scan.reading)
        if fields["until"] is None:
            raise Misfit("the time has no day: write `until 2018-11-30 18:00`")
        fields["text"] = text[said.end() + clock.end :].lstrip(" ").removeprefix(";").lstrip()
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the moment with its offset, and the text."""
        if command.until is None:
            return ""
        at = spell_moment_in(ZoneInfo("UTC"), command.until, offset=True)
        text = f"; {command.text}" if command.text else ""
        return f"{LEXICON.small('until', language)} {at}{text}"


@dataclass(frozen=True)
class Due:
    """What is owed, and at its end `by` a day."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the text and the day."""
        fields["text"] = text
        found = _DUE.match(same(text))
        if found and len(found[2]) <= _LONGEST_DAY and _DIGIT.search(found[2]):
            day = read_day(found[2].rstrip("."))
            if day is not None:
                fields.update(text=text[: found.end(1)], due=day)
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the text and the day."""
        if command.due is None:
            return str(command.text)
        due = f"{LEXICON.small('due', language)} {command.due.isoformat()}"
        return f"{command.text} {due}".lstrip()


@dataclass(frozen=True)
class DayTail:
    """A day, and nothing else."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the day."""
        day = read_day(text)
        if day is None:
            raise Misfit(f"“{text}” is no day: write 2018-06-19")
        fields["day"] = day
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the day."""
        return str(command.day.isoformat())


@dataclass(frozen=True)
class Span:
    """A span of days as an ISO interval, or as typed where it is none."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the span."""
        fields["value"] = read_span(text) or text
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the interval."""
        return str(command.value)


@dataclass(frozen=True)
class ZoneName:
    """The name of a time zone that exists."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the name."""
        if named_zone(text) is None:
            raise Misfit(f"there is no time zone “{text}”: write a name such as Europe/Brussels")
        fields["value"] = text
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the name."""
        return str(command.value)


@dataclass(frozen=True)
class EventTail:
    """`title, place, dates`; semicolons where a comma belongs to one of them."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the three; a last part that holds a number is the dates."""
        sign = ";" if ";" in text else ","
        parts = [part.strip() for part in text.split(sign)]
        if sign == "," and len(parts) > 3:
            parts = [", ".join(parts[:-2]), *parts[-2:]]
        if len(parts) == 2 and _DIGIT.search(parts[1]):
            parts.insert(1, "")
        if len(parts) > 3:
            parts = [*parts[:2], f"{sign} ".join(parts[2:])]
        fields.update(zip(("title", "place", "dates"), parts, strict=False))
        if fields.get("dates"):
            fields["dates"] = read_span(fields["dates"]) or fields["dates"]
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the three."""
        parts = [command.title, command.place, command.dates]
        sign = "; " if any("," in part for part in parts) else ", "
        if not command.dates:
            parts.pop()
            if not command.place:
                parts.pop()
        return sign.join(parts)


@dataclass(frozen=True)
class TitleAndBody:
    """`title; body; 45 min`: the body and the time only where the last parts are such."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the title, the body and the time allotted."""
        title, sign, last = text.rpartition(";")
        if sign and (minutes := _MINUTES.fullmatch(fold(last.strip()))):
            fields["minutes"] = int(minutes[1])
            text = title.rstrip()
        title, sign, last = text.rpartition(";")
        body = scan.reading.roster.body(last.strip()) if sign else None
        fields.update(title=title.strip(), body=body) if body else fields.update(title=text)
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the title, the body and the time allotted."""
        parts = [command.title, command.body]
        if command.minutes:
            parts.append(f"{command.minutes} {LEXICON.small('minutes', language)}")
        return "; ".join(part for part in parts if part or part is command.title)


def part_since(text: str, keys: tuple[str, ...], fields: Fields) -> bool:
    """Take `since DAY` or `until DAY` into `fields`; tell whether `text` was one."""
    typed = fold(text)
    for key in keys:
        found = re.match(rf"(?:{LEXICON.alternatives(key)})\s+", typed)
        day = read_day(text[found.end() :]) if found else None
        if day is not None:
            fields[key] = day
            return True
    return False


def write_since(command: Any, language: str) -> list[str]:
    """Return the parts `since DAY` and `until DAY` of a dated fact."""
    return [
        f"{LEXICON.small(key, language)} {day.isoformat()}"
        for key in ("since", "until")
        if (day := getattr(command, key)) is not None
    ]
