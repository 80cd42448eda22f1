"""Meetings and visits to come, and follow-ups, for a calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid5

from plenary_tui.errors import DoesNotHold
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Event
from plenary_tui.record.setup import interval
from plenary_tui.record.worklist import FollowUpState

from . import ics
from .chronicle import Chronicle
from .ics import Property
from .summary.gathering import plain_name

_SPACE = UUID("6a1f0a5c-3f64-4f0e-9d54-6f3f9d2f7c11")
"""Of nothing but these ids: an entry never changes, and so neither does what is made of it."""

_STATUS: dict[FollowUpState, str] = {
    "open": "NEEDS-ACTION", "done": "COMPLETED", "carried_over": "CANCELLED",
}  # fmt: skip
"""Of a task (3.8.1.11); one that is owed in another session is a task of that one."""


def events(record: Record) -> bytes:
    """Write the meetings and visits to come.

    One whose days are known lasts all of them; any other, such as "first half of September", is
    a task without a date that says when, because an event must have a day and none is invented.
    Raises DoesNotHold where there is none: a calendar holds at least one.
    """
    chronicle = Chronicle(record)
    found = [_event(chronicle, entry) for entry in chronicle.meeting.events]
    if not found:
        raise DoesNotHold("No meeting or visit to come is recorded: record one with Event: first.")
    return ics.calendar(found, _titled(chronicle, "meetings and visits to come"))


def undated(record: Record) -> int:
    """Return how many meetings and visits to come have no exact days."""
    dates = (getattr(entry.what, "dates", "") for entry in record.meeting.events)
    return sum(interval(one)[0] is None for one in dates)


def follow_ups(record: Record) -> bytes:
    """Write who owes what as tasks. Raises DoesNotHold where nobody owes anything."""
    chronicle = Chronicle(record)
    found = []
    for owed in sorted(chronicle.meeting.follow_ups.values(), key=lambda one: one.rank):
        on = chronicle.words.day_of(owed.entry.happened)
        title = f"{plain_name(chronicle, owed.owner, on)}: " * bool(owed.owner) + owed.text
        carried = "Carried over " * (owed.state == "carried_over")
        about = [*_common(chronicle, owed.entry, title, carried + owed.result)]
        if owed.due:
            about.append(("DUE;VALUE=DATE", ics.day(owed.due)))
        done = chronicle.record.reads(owed.done) if owed.done else None
        about.append(("STATUS", _STATUS[owed.state]))
        if done:
            about.append(("COMPLETED", ics.moment(done.happened)))
        found.append(("VTODO", about))
    if not found:
        raise DoesNotHold("No follow-up is recorded: record one with Action: first.")
    return ics.calendar(found, _titled(chronicle, "follow-ups"))


def _event(chronicle: Chronicle, entry: Entry) -> tuple[str, list[Property]]:
    what = entry.what
    assert isinstance(what, Event)
    first, last = interval(what.dates)
    said = f"When: {what.dates}" if what.dates and not first else ""
    about = [*_common(chronicle, entry, what.title, said)]
    if what.place:
        about.append(("LOCATION", ics.text(what.place)))
    if first is None:
        return "VTODO", about
    about.append(("DTSTART;VALUE=DATE", ics.day(first)))
    last = max(first, last or first)
    if last < date.max:
        # the end is the day after the last (3.6.1)
        about.append(("DTEND;VALUE=DATE", ics.day(last + timedelta(days=1))))
    # it is announced: nobody is busy on those days because of it (3.8.2.7)
    about.append(("TRANSP", "TRANSPARENT"))
    return "VEVENT", about


def _titled(chronicle: Chronicle, what: str) -> str:
    return f"{_meeting(chronicle)}: {what}"


def _meeting(chronicle: Chronicle) -> str:
    facts = chronicle.meeting.facts
    return facts.get("title") or facts.get("name") or "Meeting"


def _common(
    chronicle: Chronicle, entry: Entry, title: str, said: str
) -> Iterator[Property]:  # fmt: skip
    """Yield what every component has; its time stamp is the record's last, not the clock's."""
    meeting = chronicle.meeting
    yield "UID", str(uuid5(_SPACE, f"{entry.id} {entry.order} {entry.at.isoformat()}"))
    yield "DTSTAMP", ics.moment(max(one.at for one in chronicle.record.entries))
    yield "SEQUENCE", str(len(meeting.corrections.get(entry.id, ())))
    yield "SUMMARY", ics.text(title or "(no words recorded)")
    source = f"{_meeting(chronicle)}, {entry.id}"
    yield "DESCRIPTION", ics.text("\n".join(part for part in (said, source) if part))
    if entry.marking != "open":
        yield "CLASS", "CONFIDENTIAL"
