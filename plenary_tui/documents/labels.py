"""What a text is called by its label, also where two stations have given the same one, and where
it was sent."""

from __future__ import annotations

import re
from collections.abc import Callable

from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import TextRecord

CODE_FIRST = re.compile(r"(?:to )?(?P<code>[\w-]+)(?P<rest>.*)", re.DOTALL)


def destination(meeting: Meeting, to: str, name: Callable[[str], str]) -> str:
    """Return where something went as a phrase, ` to the Plenary`; empty where nobody said.

    name: spells the code of a body that it begins with.
    """
    found = CODE_FIRST.match(to)
    if found and found["code"] in meeting.roster.bodies:
        return f" to {name(found['code'])}{found['rest']}"
    return to_what(to)


def to_what(to: str) -> str:
    """Return where something went as a phrase; empty where nobody said."""
    if to.startswith("until "):
        return f" {to}"
    return f" to {to.removeprefix('to ')}" if to else ""


def label_of(meeting: Meeting, text: TextRecord) -> str:
    """Return the label of a text; where others have it too, with what tells them apart.

    That is the body before which it came (`P1 (WGS)`), else its sitting, else its station.
    """
    rivals = [
        meeting.texts[one] for one in meeting.labels.get(text.label, ()) if one in meeting.texts
    ]
    if not text.label or len(rivals) < 2:
        return text.label
    for tell in _TELLING_APART:
        told = [tell(meeting, one) for one in rivals]
        if all(told) and len(set(told)) == len(told):
            return f"{text.label} ({tell(meeting, text)})"
    return text.label


def _bodies(meeting: Meeting, text: TextRecord) -> str:
    return " and ".join(meeting.sitting(text.entry.sitting).bodies)


def _sitting(meeting: Meeting, text: TextRecord) -> str:
    number = meeting.sitting(text.entry.sitting).number
    return f"sitting {number}" if number else ""


def _station(meeting: Meeting, text: TextRecord) -> str:
    return text.entry.station


_TELLING_APART: tuple[Callable[[Meeting, TextRecord], str], ...] = (_bodies, _sitting, _station)
