"""Rows for the agenda, the sittings, what is open, and who is here."""

from __future__ import annotations

import re
from typing import Any

from plenary_tui.record.kinds import (
    AgendaItem,
    AgendaOrder,
    ItemChange,
    Marking,
    MeetingEnd,
    Presence,
    Sitting,
    SittingTime,
    WalkOut,
)
from plenary_tui.record.notation.form import Fields, Form, Scan
from plenary_tui.record.notation.heads import NUMBER, Choice, ListHead, Ref, Token
from plenary_tui.record.notation.lexicon import LEXICON, fold
from plenary_tui.record.notation.lists import read_list, write_list
from plenary_tui.record.notation.reading import Misfit
from plenary_tui.record.notation.tails import TEXT, Prose, TimeAndReason, TitleAndBody
from plenary_tui.record.notation.times import moment, read_clock, refuse_letters, spell_moment_in
from plenary_tui.record.sittings import PlannedTime, read_planned

_ALL_BUT = re.compile(rf"(?:{LEXICON.alternatives('all_but')})\s+(.+)$", re.IGNORECASE)
_FROM = re.compile(rf"(?:{LEXICON.alternatives('from')})\s+(?=\d)", re.IGNORECASE)
_BODIES = re.compile(r"\s*\+\s*|\s*&\s*")
_NUMBER = Token("number", NUMBER)
_ACTS = Choice(
    "act",
    (
        ("concluded", "concluded"),
        ("reopened", "reopened"),
        ("not_included", "not_included"),
        ("deferred", "deferred"),
    ),
)


class NumberOrTitle:
    """An item by its number where it looks like one, else by its title."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the number or the title."""
        fields["number" if NUMBER.fullmatch(text) else "title"] = text
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the title."""
        return str(command.title)


class Numbers:
    """`5, 4, 6`: the numbers of items, in order."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the numbers."""
        fields["numbers"] = tuple(part.strip() for part in text.split(",") if part.strip())
        if not fields["numbers"]:
            raise Misfit("it names no item: write `Agenda order: 5, 4, 6`")
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the numbers."""
        return ", ".join(command.numbers)


class BodiesAndRoom:
    """`WGM + CPC, Room 2, 10:00-13:00`: the bodies that sit, jointly or alone, where and when."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the bodies, as codes where they are known, the room, and when it is to be."""
        parts = [part.strip() for part in text.split(",")]
        planned = read_planned(parts[-1])
        if planned is not None:
            fields.update(planned._asdict())
            parts = parts[:-1] or [""]
        body = scan.reading.roster.body
        first = fold(parts[0]).split()
        if len(parts) == 1 and first and LEXICON.is_little("room", first[0]):
            parts.insert(0, "")
        bodies = [name for name in _BODIES.split(parts.pop(0)) if name]
        while parts and body(parts[0]) is not None:
            bodies.append(parts.pop(0))
        fields["bodies"] = tuple(body(name) or name for name in bodies)
        fields["room"] = ", ".join(parts)
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the bodies, the room, and when."""
        bodies = " + ".join(command.bodies)
        said = f"{bodies}, {command.room}" if command.room else bodies
        first = fold(command.room).split()
        if not bodies and "," not in command.room and first and LEXICON.is_little("room", first[0]):
            said = command.room  # a word such as `Room` is read as one without bodies before it
        planned = str(PlannedTime(command.day, command.begins, command.ends)).replace("–", "-")
        return ", ".join(filter(None, (said, planned)))


class Present:
    """Who is here: a list, all, or all but a list."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the list."""
        if LEXICON.is_little("all", text):
            fields["all_but"] = True
            return ""
        found = _ALL_BUT.match(text)
        who = read_list(found[1] if found else text, scan.reading)
        if who is None:
            raise Misfit
        fields.update(who=who, all_but=bool(found))
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the list."""
        if not command.all_but:
            return write_list(command.who)
        if not command.who:
            return LEXICON.small("all", language)
        return f"{LEXICON.small('all_but', language)} {write_list(command.who)}"


class FromTime:
    """`from 10:31`: a time already past."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the time."""
        said = _FROM.match(text)
        clock = read_clock(text[said.end() :]) if said else None
        if said is None or clock is None:
            return text
        refuse_letters(clock, scan.reading, any_letters=True)
        fields["since"] = moment(clock, scan.reading)
        if fields["since"] is None:
            raise Misfit("the time has no day: write `from 2018-06-19 10:31`")
        return text[said.end() + clock.end :].lstrip()

    def write(self, command: Any, language: str) -> str:
        """Return the time with its day and offset."""
        if command.since is None:
            return ""
        at = spell_moment_in(command.since.tzinfo, command.since, offset=True)
        return f"{LEXICON.small('from', language)} {at}"


def _time(keyword: str, *, timely: bool = False) -> Form:
    tail = TimeAndReason(timely=timely)
    return Form(keyword, SittingTime, {"act": keyword}, (Ref(),), tail, "timed", "unclear")


def _marking(keyword: str, level: str) -> Form:
    """Only closing takes a reason: words after it must not keep a sitting open by mistake."""
    fixed = {"level": level}
    if level == "in_camera":
        reason = Prose("reason")
        return Form(keyword, Marking, fixed, (FromTime(),), reason, "alone", "unclear")
    return Form(keyword, Marking, fixed, (FromTime(),), None, "alone")


SITTINGS: tuple[Form, ...] = (
    Form("agenda_order", AgendaOrder, tail=Numbers()),
    Form("agenda", AgendaItem, head=(_NUMBER,), tail=TitleAndBody()),
    Form("item", ItemChange, {"act": "taken_up"}, (_NUMBER,), Prose("title"), "named"),
    Form("item", ItemChange, head=(_NUMBER, _ACTS), tail=TEXT, bare="named"),
    Form("item", ItemChange, head=(_ACTS,), tail=TEXT, bare="named"),
    Form("topic", ItemChange, {"act": "taken_up"}, tail=NumberOrTitle()),
    Form("topic", ItemChange, {"act": "taken_up"}, (_NUMBER,), Prose("title"), "named"),
    Form("sitting", Sitting, tail=BodiesAndRoom()),
    _time("opened"),
    _time("suspended"),
    _time("resumed"),
    _time("closed", timely=True),
    Form("meeting_closed", MeetingEnd, tail=TimeAndReason(reason=False)),
    _marking("in_camera", "in_camera"),
    _marking("open_session", "open"),
    _marking("restricted", "restricted"),
    Form("present", Presence, {"act": "here"}, (Present(),), bare="named"),
    Form("absent", Presence, {"act": "gone"}, (Present(),), bare="named"),
    Form("walk_out", WalkOut, head=(ListHead(),), tail=TEXT, bare="named"),
)
