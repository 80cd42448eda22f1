"""Rows for what a session is, who takes part, and the day."""

from __future__ import annotations

import re
from typing import Any

from plenary_tui.record.kinds import (
    Abbreviations,
    Body,
    ClockStopped,
    Day,
    Delegate,
    Delegation,
    MeetingFact,
    Presiding,
    Rapporteur,
)
from plenary_tui.record.notation.form import Fields, Form, Scan
from plenary_tui.record.notation.heads import Code
from plenary_tui.record.notation.lexicon import LEXICON, fold
from plenary_tui.record.notation.reading import Misfit
from plenary_tui.record.notation.tails import (
    DayTail,
    Prose,
    Span,
    ZoneName,
    part_since,
    write_since,
)

_NAMED = re.compile(r"(?P<speaker>[^()]*?)\s*(?:\((?P<person>.*)\))?$")
_DATED = ("since", "until")
_OFFICERS = ("vice_chair", "chair")


class NamesAndClass:
    """`Short, Formal, alias; class; since DAY; until DAY`."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the names, the class and the days."""
        names, *parts = (part.strip() for part in text.split(";"))
        fields["names"] = tuple(name.strip() for name in names.split(",") if name.strip())
        for part in parts:
            if not part or part_since(part, _DATED, fields):
                continue
            if "status" in fields:
                raise Misfit(f"“{part}” is neither a class nor a day")
            fields["status"] = part
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the names, the class and the days."""
        dated = write_since(command, language)
        status = [command.status] if command.status else []
        return "; ".join([", ".join(command.names), *status, *dated])


class NameAndOfficers:
    """`Name; chair ZA; vice-chair AO; since DAY; until DAY`."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the name, the officers and the days."""
        name, *parts = (part.strip() for part in text.split(";"))
        fields["name"] = name
        for part in parts:
            if part and not part_since(part, _DATED, fields) and not _officer(part, fields):
                raise Misfit(f"“{part}” is neither an officer nor a day")
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the name, the officers and the days."""
        officers = [
            f"{LEXICON.small(key, language)} {held}"
            for key in reversed(_OFFICERS)
            if (held := getattr(command, key))
        ]
        return "; ".join([command.name, *officers, *write_since(command, language)])


def _officer(part: str, fields: Fields) -> bool:
    for key in _OFFICERS:
        found = re.match(rf"(?:{LEXICON.alternatives(key)})\s+", fold(part))
        if found:
            fields[key] = part[found.end() :]
            return True
    return False


class PersonAndRole:
    """`Ms Name, head`."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the person and the role."""
        person, _, role = text.partition(",")
        fields.update(person=person, role=role.strip())
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the person and the role."""
        return f"{command.person}, {command.role}" if command.role else str(command.person)


class WhoPresides:
    """`KE (Name)`, or a name."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the delegation, or the name as typed, and the person."""
        found = _NAMED.match(text)
        if found is None or not text:
            raise Misfit("it names nobody: write `Presiding: KE (Name)`")
        who = found["speaker"]
        code = scan.reading.roster.code(who, live=scan.reading.live) if who else None
        fields.update(speaker=code or who, person=found["person"] or "")
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the delegation and the person."""
        return f"{command.speaker} ({command.person})" if command.person else str(command.speaker)


class Table:
    """`wc = welcomed; ga = General Assembly`: short forms and what they stand for."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the pairs."""
        pairs = [part.partition("=") for part in text.split(";") if part.strip()]
        if any(not (short.strip() and sign and long.strip()) for short, sign, long in pairs):
            raise Misfit("write `Abbreviations: wc = welcomed; ga = General Assembly`")
        fields["table"] = tuple((short.strip(), long.strip()) for short, _, long in pairs)
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the pairs."""
        return "; ".join(f"{short} = {long}" for short, long in command.table)


def _fact(field: str) -> Form:
    return Form(field, MeetingFact, {"field": field}, tail=Prose("value"))


SETUP: tuple[Form, ...] = (
    Form("meeting", MeetingFact, {"field": "title"}, tail=Prose("value")),
    _fact("kind"),
    Form("dates", MeetingFact, {"field": "dates"}, tail=Span()),
    _fact("place"),
    Form("zone", MeetingFact, {"field": "zone"}, tail=ZoneName()),
    _fact("numbers"),
    _fact("name"),
    _fact("source"),
    Form("delegation", Delegation, head=(Code("code", new=True),), tail=NamesAndClass()),
    Form("body", Body, head=(Code("code", new=True),), tail=NameAndOfficers()),
    Form("delegate", Delegate, head=(Code("delegation"),), tail=PersonAndRole()),
    Form("presiding", Presiding, tail=WhoPresides()),
    Form("rapporteur", Rapporteur, tail=Prose("name")),
    Form("abbreviations", Abbreviations, tail=Table()),
    Form("date", Day, tail=DayTail()),
    Form("clock_stopped", ClockStopped, tail=DayTail()),
)
