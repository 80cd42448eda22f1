"""A log to messages: both forms of line, the day of each, and lines broken in two.

[2020-04-07T16:09:22.314Z]  <nick> text
16:09:22 <nick> text        the day stands in a `Date:` line or in the log's own address
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record.notation.dates import read_day

_HEAD = re.compile(
    r"\[(?P<stamp>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?)\]\s*"
    r"|\[?(?P<clock>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)\]?\s+"
)
_NICK = re.compile(r"<[ @+%~&]?([^<>\n]{1,80})>\s*")
_ME = re.compile(r"\*\s+(\S+)\s+")
_SERVER = re.compile(r"(?:-!-|\*\*\*|-->|<--|--)\s")
_CUT = re.compile(r"\[\d{4}-\d\d(?:-\d\d(?:[T ][\d:.,]*(?:Z|[+-][\d:]*)?)?)?\]?\s*(?:<[^>]*)?"
                  r"|\[?\d\d:\d\d(?::\d{0,2})?\]?\s*<?[^>\s]*")  # fmt: skip
_FORMATTING = re.compile(
    "\x03(?:\\d{1,2}(?:,\\d{1,2})?)?|\x04[0-9A-Fa-f]{6}|[\x02\x0f\x11\x16\x1d-\x1f]"
)
_ADDRESS = re.compile(r"logging to \S*?/(\d{4})/(\d\d)/(\d\d)-\S*", re.IGNORECASE)
_STARTED = re.compile(
    r"Meeting started (?:at (?P<iso>\d{4}-\d\d-\d\d)[T ]"
    r"|(?:[A-Z][a-z]{2} )?(?P<month>[A-Z][a-z]{2}) {1,2}(?P<day>\d{1,2}) [\d:]{8} "
    r"(?P<year>\d{4}))"
)
"""What MeetBot says when it starts: `Meeting started Tue May  4 10:00:01 2027 UTC.`"""
_DATE = re.compile(r"date\s*:\s*(.+)$", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_NEXT_DAY_AFTER = timedelta(hours=6)
_LOOKED_AT = 400
_YEARS = range(1970, 2200)  # others are slips, and too near the end of the calendar to count on
_LONGEST_DAY = 40


class Message(NamedTuple):
    """What a nick wrote. number: of its first line in the file, from 1. lines: how many it has.

    nick: empty for a line of the server's own, and for one that has no form of a log.
    """

    number: int
    when: datetime | None
    nick: str
    text: str
    lines: int = 1
    server: bool = False


@dataclass(frozen=True)
class Log:
    """The messages of a log in the order of the file. day: whether it says its day itself."""

    messages: list[Message]
    lines: int
    says_day: bool


def looks_like_a_log(text: str) -> bool:
    """Whether most of a text's first lines have a time and a nick."""
    lines = [line for line in text[: _LOOKED_AT * 200].splitlines()[:_LOOKED_AT] if line.strip()]
    fits = sum(1 for line in lines if _has_form(line))
    return bool(lines) and fits * 2 > len(lines)


def _has_form(line: str) -> bool:
    head = _HEAD.match(line)
    return head is not None and _NICK.match(line, head.end()) is not None


def read_log(text: str, fallback: date, name: str = "") -> Log:
    """Cut a log into messages.

    fallback: the day of a log that does not say its own. name: the file's, which may say it.
    Raises WrongUse where the last line is cut off before its words.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    _refuse_cut(lines, name)
    day = _first_day(text) or _day_in(name)
    reader = _Reader(day or fallback)
    for number, line in enumerate(lines, 1):
        if line and not line.isspace():
            reader.read(number, line)
    reader.end()
    return Log(reader.messages, reader.lines, day is not None or not reader.clocks)


def _refuse_cut(lines: list[str], name: str) -> None:
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].strip()), 0)
    ended = last < len(lines) - 1
    if not ended and _CUT.fullmatch(lines[last].strip()) and not _has_form(lines[last]):
        raise WrongUse(
            f"{name or 'The log'} is cut off in its last line (line {last + 1}): get the whole "
            "log, or take that line out, and import it again."
        )


def _first_day(text: str) -> date | None:
    """Return the day of the first `Date:` line, else MeetBot's, else of the log's address."""
    for line in text.splitlines():
        if "ate" in line or "ATE" in line:
            said = _date_line(line)
            if said is not None:
                return said
    if (started := _STARTED.search(text)) is not None:
        words = f"{started['day']} {started['month']} {started['year']}"
        if (day := _said_day(started["iso"] or words)) is not None:
            return day
    found = _ADDRESS.search(text)
    return _day(found) if found else None


def _date_line(line: str) -> date | None:
    head = _HEAD.match(line)
    nick = _NICK.match(line, head.end()) if head else None
    found = _DATE.match(line, nick.end()) if nick else None
    return _said_day(found[1]) if found else None


def _said_day(text: str) -> date | None:
    day = read_day(text.strip()) if len(text) <= _LONGEST_DAY else None
    return day if day is not None and day.year in _YEARS else None


def _day_in(name: str) -> date | None:
    found = _ISO.search(name)
    return _day(found) if found else None


def _day(found: re.Match[str]) -> date | None:
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return day if day.year in _YEARS else None


class _Reader:
    """Goes through a log line by line; bare times run on past midnight."""

    def __init__(self, day: date) -> None:
        self.messages: list[Message] = []
        self.lines = 0
        self.clocks = False
        self._day = day
        self._last: datetime | None = None
        self._more: list[str] = []

    def read(self, number: int, line: str) -> None:
        self.lines += 1
        head = _HEAD.match(line)
        nick = _NICK.match(line, head.end()) if head else None
        if head is None or nick is None:
            self._without_nick(number, _FORMATTING.sub("", line), head)
            return
        text = line[nick.end() :].strip()
        if not text.isprintable():
            text = _FORMATTING.sub("", text).strip()
        self._add(Message(number, self._moment(head), nick[1].strip(), text))
        found = _DATE.match(text) if self.clocks else None
        said = _said_day(found[1]) if found else None
        if said is not None and said > self._day:
            self._day, self._last = said, None

    def end(self) -> None:
        """Give the last message the lines that belong to it."""
        if self._more:
            text = "\n".join([self.messages[-1].text, *self._more])
            lines = 1 + len(self._more)
            self.messages[-1] = self.messages[-1]._replace(text=text, lines=lines)
            self._more = []

    def _add(self, message: Message) -> None:
        self.end()
        self.messages.append(message)

    def _without_nick(self, number: int, line: str, head: re.Match[str] | None) -> None:
        if head is not None:
            when = self._moment(head)
            if me := _ME.match(line, head.end()):
                text = "* " + line[me.start(1) :].strip()
                self._add(Message(number, when, me[1], text))
                return
            server = _SERVER.match(line, head.end()) is not None
            self._add(Message(number, when, "", line.strip(), server=server))
            return
        before = self.messages[-1] if self.messages else None
        if before is None or not before.nick:
            self._add(Message(number, None, "", line.strip()))
        else:  # a message that held a line break was written over several lines
            self._more.append(line.strip())

    def _moment(self, head: re.Match[str]) -> datetime | None:
        stamp = head["stamp"]
        if stamp:
            try:
                when = datetime.fromisoformat(stamp.replace(",", "."))
            except ValueError:
                return self._last
            if when.year not in _YEARS:
                return self._last
            return when if when.tzinfo else when.replace(tzinfo=UTC)
        self.clocks = True
        when = datetime.combine(self._day, time.fromisoformat(head["clock"]), UTC)
        if self._last is not None and self._last - when > _NEXT_DAY_AFTER:
            self._day += timedelta(days=1)
            when += timedelta(days=1)
        self._last = when
        return when
