"""Rows of a log that set the meeting up, count who is here, and keep the list of speakers."""

from __future__ import annotations

import re

from plenary_tui.record.agenda import find_item, next_number
from plenary_tui.record.kinds import (
    AgendaItem,
    Day,
    FloorList,
    ItemChange,
    MeetingFact,
    Presence,
    Presiding,
    Rapporteur,
    Remark,
)
from plenary_tui.record.notation.dates import read_day

from .lines import Message
from .minutes import Minutes, Row
from .people import key

_SIGN = re.compile(r"\s*([:+=-])\s*(.*)$", re.DOTALL)
_COLON = re.compile(r"\s*:\s*(\S.*)$", re.DOTALL)
_NAMES = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_NAME_ONLY = re.compile(r"[^.?!:;]{1,80}$")
_LONGEST_DAY = 40
_NUMBER = re.compile(r"\d+(?:\.\d+)*$")
_REASON = re.compile(r"(?:to|re:?|about|for|on)\b|[(—–-]", re.IGNORECASE)


def _listed(names: str) -> tuple[str, ...]:
    """Cut a list: at its commas, else, where every word is a nick's, at its spaces."""
    parts = [part for part in _NAMES.split(" ".join(names.split())) if part]
    if len(parts) == 1 and "_" in names and " " in names:
        parts = names.split()
    return tuple(dict.fromkeys(parts))


def _colon(rest: str) -> str:
    found = _COLON.match(rest)
    return found[1].strip() if found else ""


def title(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`Meeting: name`."""
    value = _colon(rest)
    if not value:
        return None
    minutes.enter(MeetingFact(field="title", value=value), message)
    return "fact"


def day(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`Date: 09 April 2014`."""
    value = _colon(rest)
    if not value:
        return None
    said = read_day(value) if len(value) <= _LONGEST_DAY else None
    if said is None:
        minutes.not_understood(message, f"“{value}” is no day: write 2018-06-19")
        return ""
    minutes.enter(Day(day=said), message)
    return "fact"


def preside(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`Chair: name`; words of the Chair are something else."""
    found = _SIGN.match(rest)
    if found is None or found[1] not in ":+" or not _NAME_ONLY.match(found[2]):
        return None
    names = found[2].split()
    known = all(minutes.people.is_known(name) or name[:1].isupper() or name in ("and", "&")
                for name in names)  # fmt: skip
    if (names and (not known or len(names) > 8)) or (not names and found[1] == ":"):
        return None
    minutes.enter(Presiding(speaker=found[2].strip() or message.nick), message)
    return "fact"


def agenda(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`Agenda: link` says where the agenda lies; `agenda+ title` plans an item."""
    found = _SIGN.match(rest)
    if found is None or not found[2].strip() or found[1] in "=-":
        return None
    words = found[2].strip()
    if found[1] == ":":
        minutes.enter(MeetingFact(field="source", value=message.text), message)
        return "fact"
    number = next_number(minutes.meeting.agenda)
    minutes.enter(AgendaItem(number=number, title=words), message)
    return "agenda item"


def topic(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`Topic: title` takes an item up."""
    words = _colon(rest)
    if not words:
        return None
    if _NUMBER.match(words):
        command = ItemChange(number=words)
    else:
        command = ItemChange(title=words.replace("\n", " "))
    entry = minutes.enter(command, message)
    minutes.main_item = getattr(entry.what, "number", "")
    return "topic"


def subtopic(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`Subtopic: title` takes up a part of the item."""
    words = _colon(rest).replace("\n", " ")
    if not words:
        return None
    items = minutes.meeting.agenda
    if not minutes.main_item or find_item(items, words) is not None:
        minutes.enter(ItemChange(title=words), message)
        return "topic"
    head = f"{minutes.main_item}."
    parts = [number[len(head) :] for number in items if number.startswith(head)]
    number = max((int(part) for part in parts if part.isdigit()), default=0) + 1
    minutes.enter(ItemChange(number=f"{head}{number}", title=words), message)
    return "topic"


def present(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`present+`, `present+ names`, `Present: names`, `present-`, and the same of guests."""
    found = _SIGN.match(rest)
    if found is None:
        return _present_alone(minutes, message) if not rest.strip() else None
    sign, names = found[1], _listed(found[2])
    if sign in ":=" and not names:
        return None
    who = names or (message.nick,)
    minutes.people.meet(who)
    minutes.enter(Presence(act="gone" if sign == "-" else "here", who=who), message)
    return "presence"


def _present_alone(minutes: Minutes, message: Message) -> str:
    minutes.enter(Presence(who=(message.nick,)), message)
    return "presence"


def regrets(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`regrets+ names`: they were never here, so that they cannot have left."""
    found = _SIGN.match(rest)
    if found is None or (found[1] in ":=" and not found[2].strip()):
        return None
    who = ", ".join(_listed(found[2]) or (message.nick,))
    withdrawn = " withdrawn" if found[1] == "-" else ""
    minutes.enter(Remark(text=f"Regrets{withdrawn}: {who}"), message)
    return "presence"


def scribe(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`scribe: nick`, `scribe+`, `scribe-`, and the same of `scribenick`."""
    found = _SIGN.match(rest.removeprefix("s"))
    if found is None or (found[1] == ":" and not found[2].strip()) or len(found[2]) > 80:
        return None
    names, people = _listed(found[2]), minutes.people
    if found[1] == "-":
        people.dismiss(names or (message.nick,))
        text = f"{', '.join(names) or message.nick} scribes no more"
        minutes.enter(Remark(text=text), message)
        return "scribe"
    people.appoint(names, message.nick, more=found[1] == "+")
    minutes.enter(Rapporteur(name=", ".join(names) or message.nick), message)
    return "scribe"


def queue(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`q+`, `q+ to say what`, `q+ name`, `q-`, `q= names`."""
    found = _SIGN.match(rest)
    if found is None or found[1] == ":":
        return None
    who, text = _who_queues(minutes, message.nick, found[2].strip())
    if found[1] == "+":
        minutes.enter(FloorList(act="add", who=who, text=text), message)
    elif found[1] == "-":
        gone = tuple(_waiting(minutes, one) or one for one in who)
        minutes.enter(FloorList(act="withdraw", who=gone), message)
    elif minutes.waiting:
        minutes.enter(FloorList(act="withdraw", who=minutes.waiting), message)
    else:
        return minutes.chat(message)
    return "queue change"


def _who_queues(minutes: Minutes, nick: str, rest: str) -> tuple[tuple[str, ...], str]:
    """Return who is meant, the nick itself where no other one is named, and what they want."""
    if not rest or _REASON.match(rest):
        return (nick,), rest
    names, gap, reason = rest.partition(" to ")
    listed = _listed(names)
    if listed and all(minutes.people.is_known(name) for name in listed):
        return listed, f"to {reason}" if gap else ""
    first, _, more = rest.partition(" ")
    if minutes.people.is_known(first.rstrip(",:")):
        return (first.rstrip(",:"),), more
    return (nick,), rest


def acknowledge(minutes: Minutes, message: Message, rest: str) -> str | None:
    """`ack nick` gives the floor to the one on the list whose nick begins so."""
    name = rest.strip()
    if not name or not rest[0].isspace() or len(name) > 80:
        return None
    if name.casefold() == "next":
        who = minutes.waiting[0] if minutes.waiting else ""
    elif name.casefold() == "me":
        who = message.nick
    else:
        who = _waiting(minutes, name) or _anybody(minutes, name)
    if not who:
        return None
    minutes.enter(FloorList(act="next", who=(who,)), message)
    return "queue change"


def _waiting(minutes: Minutes, name: str) -> str:
    wanted = key(name)
    keys = [(key(one), one) for one in minutes.waiting]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for theirs, one in keys:
            if fits(theirs, wanted):
                return one
    return ""


def _anybody(minutes: Minutes, name: str) -> str:
    return name if " " not in name and minutes.people.nick_key(name) else ""


ROWS: dict[str, Row] = {
    "meeting": title,
    "date": day,
    "chair": preside,
    "chairs": preside,
    "agenda": agenda,
    "topic": topic,
    "subtopic": subtopic,
    "present": present,
    "guest": present,
    "guests": present,
    "regret": regrets,
    "regrets": regrets,
    "scribe": scribe,
    "scribes": scribe,
    "scribenick": scribe,
    "scribenicks": scribe,
    "q": queue,
    "queue": queue,
    "ack": acknowledge,
}
"""The first word of a message, in small letters, and who reads what follows it."""
