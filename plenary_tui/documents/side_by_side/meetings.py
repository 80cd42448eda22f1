"""What a Meeting adds up to, point by point, so that two copies of it can be laid side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from plenary_tui.record.agenda import Item
from plenary_tui.record.history import Record
from plenary_tui.record.sittings import SittingRecord

from ..chronicle import Chronicle
from ..comparing import words
from ..outcomes import state_words, title_of, words_of
from ..titles import sitting_title
from .rows import Half, Row

_LEFT_OUT = frozenset({"source"})
"""Facts that are long, and say nothing of the meeting."""


class Point(NamedTuple):
    """A point. label: what it is called. says: how it stands."""

    label: str
    says: str


def meeting_rows(left: Record, right: Record, same: Callable[[str], str]) -> Iterator[Row]:
    """Yield the points in which two Meetings are not alike, in the order of the left one.

    left, right: records without sealed words. same: the left id of an entry of the right copy.
    """
    ours, theirs = dict(_points(left, str)), dict(_points(right, same))
    for key in dict.fromkeys((*ours, *theirs)):
        one, other = ours.get(key), theirs.get(key)
        if one == other:
            continue
        was, now = (f"{point.label}: {point.says}" if point else "" for point in (one, other))
        yield Row(
            Half("", was) if one else None,
            Half("", now) if other else None,
            "changed" if one and other else "left" if one else "right",
            words(was, now),
        )


def _points(record: Record, same: Callable[[str], str]) -> Iterator[tuple[tuple[str, ...], Point]]:
    chronicle = Chronicle(record)
    meeting = chronicle.meeting
    for name, value in meeting.facts.items():
        if name not in _LEFT_OUT:
            yield ("fact", name), Point(name.capitalize(), value)
    on = meeting.first_day
    for code in sorted(meeting.roster.delegations):
        says = f"{meeting.roster.name_of(code, on)}, {meeting.roster.status(code, on)}"
        yield ("delegation", code), Point(f"Delegation {code}", says)
    for item in meeting.items:
        yield ("item", item.number), Point(f"Item {item.number}", _item(item))
    for sitting in chronicle.sittings():
        says = _sitting(chronicle, sitting)
        yield ("sitting", same(sitting.id)), Point(sitting_title(chronicle, sitting), says)
    for text in chronicle.texts():
        says = f"{state_words(chronicle, text)}: {words_of(chronicle, text)}"
        yield ("text", same(text.id)), Point(title_of(chronicle, text), says)
    for owed in sorted(meeting.follow_ups.values(), key=lambda one: one.rank):
        due = f", by {owed.due.isoformat()}" if owed.due else ""
        says = f"{owed.text}{due}: {owed.state.replace('_', ' ')}"
        whose = f"of {owed.owner}" if owed.owner else "with no owner"
        yield ("follow-up", same(owed.entry.id)), Point(f"Follow-up {whose}", says)
    for conflict in meeting.conflicts:
        entries = ", ".join(map(same, conflict.entries))
        says = f"{conflict.what} ({entries})"
        yield ("conflict", entries), Point("Makes no sense together", says)


def _item(item: Item) -> str:
    state = item.state.replace("_", " ")
    body = f" ({item.body})" if item.body else ""
    return f"{item.title}{body}: {state}{f', {item.reason}' if item.reason else ''}"


def _sitting(chronicle: Chronicle, sitting: SittingRecord) -> str:
    zone = chronicle.meeting.zone
    times = ", ".join(
        f"{act} at {moment.astimezone(zone):%H:%M}"
        for act, moment in (("opened", sitting.opened), ("closed", sitting.closed))
        if moment is not None
    )
    name = chronicle.meeting.roster.name_of(sitting.presiding) if sitting.presiding else ""
    presides = f"{name} presides" if name else ""
    return ", ".join(filter(None, (sitting.state.replace("_", " "), times, presides)))
