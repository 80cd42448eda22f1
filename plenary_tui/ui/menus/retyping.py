"""A line without effect that is typed again later: which text it was about, and what became of it.

`Adopted:` means the text before the sitting when it was typed, never the one that is on the floor
by the time somebody goes through the worklist.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from weakref import WeakKeyDictionary

from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.notation import Reading, parse
from plenary_tui.record.notation.refs import write_ref
from plenary_tui.record.procedure import Situation
from plenary_tui.record.texts import PENDING, TextRecord

_OF_THE_FLOOR = (k.Outcome, k.Silence, k.Withdrawal, k.Numbering, k.CarriedOver)
"""Kinds that without a reference mean the text on the floor, and nothing where there is none."""
_OF_A_TEXT = (*_OF_THE_FLOOR, k.Revision, k.Amendment, k.AmendmentAccepted, k.Position)
_BECAME = {
    "adopted_ad_ref": "adopted ad referendum",
    "disputed": "gavelled over an objection",
    "silence": "put to written procedure",
    "refused": "left without consensus",
}
_ANY = "P1"
"""A reference to try where in a line one can stand."""


class Again(NamedTuple):
    """A line as it is offered again. about: the text it was about, and what became of it.

    decided: that text has an outcome by now. nameless: it has to name a text first, for none was
    before the sitting then.
    """

    line: str
    about: str = ""
    decided: bool = False
    nameless: bool = False


class _Then(NamedTuple):
    """What stood at a moment: the id of the text that was meant, and its state."""

    text: str
    state: str


_KNOWN: WeakKeyDictionary[Record, dict[tuple[str, int, str], _Then]] = WeakKeyDictionary()
"""What was found, by entry, its place and its line: only what came before it counts."""


def again(record: Record, entry: Entry, line: str, place: int) -> Again:
    """Return a line of an entry as it is to be offered again; `place` is the entry's."""
    live = record.live
    reading = Reading(roster=live.roster, zone=live.zone, day=live.day_of(entry),
                      live=True, text_on_floor=True)  # fmt: skip
    command = parse(line, reading).command
    if not isinstance(command, _OF_A_TEXT) or command.target == k.AGENDA:
        return Again(line)
    then = _then(record, entry, command, line, place)
    text = live.texts.get(then.text)
    if text is None:
        is_nameless = isinstance(command, _OF_THE_FLOOR) and not command.target
        return Again(line, "No text was before the meeting then: name the one it is about, as P3."
                     if is_nameless else "", nameless=is_nameless)  # fmt: skip
    called = _called(record, text)
    if not command.target:
        line = _naming(line, command, called, reading)
    return Again(line, _about(text, called, then), text.state not in PENDING)


def _then(record: Record, entry: Entry, command: k.Kind, line: str, place: int) -> _Then:
    """Return which text a command meant, in the record as it stood before the entry."""
    known = _KNOWN.setdefault(record, {})
    if (entry.id, place, line) not in known:
        before = record.entries[place - 1].id if place else ""
        past = record.until(before).live if before else Record().live
        seen = Situation(past, entry.station, entry.sitting, entry.happened)
        target = getattr(command, "target", "")
        of_floor = isinstance(command, _OF_THE_FLOOR)
        text = seen.text(target) if of_floor else seen.text_spoken_of(target)
        known[entry.id, place, line] = _Then(text.id, text.state) if text else _Then("", "")
    return known[entry.id, place, line]


def _called(record: Record, text: TextRecord) -> str:
    """Return the reference of a text: its label, or its id where others have that too."""
    alone = text.label and len(record.live.labels.get(text.label, ())) < 2
    return text.label if alone else write_ref(text.id)


def _naming(line: str, command: k.Kind, called: str, reading: Reading) -> str:
    """Return a line that says the same and names its text; unchanged where it has no room."""
    for gap in re.finditer(r"(?<=\w)(?=[ :])|(?<=\w)$", line):
        tried = parse(f"{line[: gap.start()]} {_ANY}{line[gap.start() :]}", reading).command
        if tried == command.model_copy(update={"target": _ANY}):
            return f"{line[: gap.start()]} {called}{line[gap.start() :]}"
    return line


def _about(text: TextRecord, called: str, then: _Then) -> str:
    became = _BECAME.get(text.state, text.state)
    if text.state == "proposed":
        return f"It was about {called}, which is still open."
    when = " since" if text.state != then.state else " already"
    return f"It was about {called}: {called} was {became}{when}."
