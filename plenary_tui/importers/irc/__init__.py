"""IRC logs of meetings, as the W3C's RRSAgent and its peers keep them.

In these logs one person, the scribe, types for everybody: `<scribe> Name: what Name said`, with
`... more` as a continuation. All others chat. Conventions: https://www.w3.org/2008/04/scribe.html
A log that MeetBot kept has no scribe, and `#` commands of its own: see `meetbot`.
"""

from __future__ import annotations

import re
from datetime import datetime

from plenary_tui.importers.imported import BOTS, Imported, Intake, nothing_to_collect
from plenary_tui.record.kinds import Check, MeetingFact, SittingTime
from plenary_tui.record.scribe import Stamp

from . import rows, texts
from .corrections import correct
from .left_out import left_out
from .lines import Log, Message, looks_like_a_log, read_log
from .meetbot import Bot, is_kept_by_meetbot
from .minutes import Minutes
from .people import People
from .speech import speak

_ROWS = {**rows.ROWS, **texts.ROWS}
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_BACKWARDS = re.compile(r"\+(present|q|queue|regrets)\b\s*", re.IGNORECASE)
_WRAPPED = "continued line"
_OUTSIDE = "line outside the meeting"


def import_irc(
    text: str, station: str, stamp: Stamp, now: datetime, *, name: str = "", source: str = ""
) -> Imported:
    """Read a log into a record of its own, written `now` by `station`.

    stamp: gives each entry its id and order. name: the file's name, which may tell the day.
    source: the same, where the record is to end by saying what it was imported from. The
    sitting opens with the first message that counts and closes with the last. Raises WrongUse
    where the log is cut off in its last line.
    """
    with nothing_to_collect():
        log = read_log(text, now.date(), name)
        intake = Intake(station, stamp, now, "irc")
        kept = is_kept_by_meetbot(log.messages)
        minutes = Minutes(intake, People(log.messages, scribed=not kept), Bot(log.messages))
        for minutes.at, message in enumerate(log.messages):
            _take(minutes, log, message)
    if minutes.opened and minutes.last is not None:
        intake.enter(SittingTime(act="closed"), minutes.last)
    return intake.done(log.lines, source)


def _take(minutes: Minutes, log: Log, message: Message) -> None:
    intake = minutes.intake
    if message.lines > 1:
        intake.counts[_WRAPPED] += message.lines - 1
    if not message.nick and not message.server:
        minutes.not_understood(message, "it has no nick and no time of its own")
        return
    bot = minutes.bot
    why = left_out(message, minutes.people, meetbot=bot.is_there)
    if why or bot.is_outside(minutes.at):
        intake.left_out[why or _OUTSIDE] += 1
        return
    if not minutes.opened:
        _open(minutes, log, message)
    minutes.last = message.when
    tally = _read(minutes, message)
    if tally == "bot":
        intake.left_out[BOTS] += 1
    elif tally:
        intake.counts[tally] += 1


def _open(minutes: Minutes, log: Log, first: Message) -> None:
    """State what the log says as a whole, and open the sitting."""
    minutes.opened = True
    said = (
        one for place, one in enumerate(log.messages)
        if not left_out(one, minutes.people) and not minutes.bot.is_outside(place)
    )  # fmt: skip
    days = sorted({one.when.date() for one in said if one.when is not None})
    dates = days[0].isoformat() if days[0] == days[-1] else f"{days[0]}/{days[-1]}"
    minutes.enter(MeetingFact(field="zone", value="UTC"), first)
    minutes.enter(MeetingFact(field="dates", value=dates), first)
    minutes.enter(SittingTime(act="opened"), first)
    if not log.says_day:
        text = f"the day of the meeting: the log does not say it, so it is dated {days[0]}"
        minutes.enter(Check(text=text), first)
        minutes.intake.notes.append((first.number, text))


def _read(minutes: Minutes, message: Message) -> str:
    """Read one message; return what the tally calls it."""
    text = message.text
    first = text[0]
    if first == "#":
        tally = minutes.bot.read(minutes, message)
        if tally is not None:
            return tally
    if first in "+-01":
        tally = texts.vote(minutes, message)
        if tally is not None:
            return tally
        if back := _BACKWARDS.match(text):
            turned = f"{back[1]}+ {text[back.end() :]}".rstrip()
            return _read(minutes, message._replace(text=turned))
    if first == "s" and len(text) > 2 and not text[1].isalnum():
        tally = correct(minutes, message)
        if tally is not None:
            return tally
    word = _FIRST_WORD.match(text)
    if word is not None:
        row = _ROWS.get(word[0].casefold())
        if row is not None:
            tally = row(minutes, message, text[word.end() :])
            if tally is not None:
                return tally
    return speak(minutes, message)


__all__ = ["import_irc", "looks_like_a_log"]
