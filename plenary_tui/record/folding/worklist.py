"""How the worklist, follow-ups, events and annexes fill and empty."""

from __future__ import annotations

from dataclasses import replace

from plenary_tui.record.carrying import read_went_to, went_to
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Action, Annex, Check, Done, Event, Handlers, Settled, Unread
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.worklist import FollowUp, Todo


def add_todo(meeting: Meeting, entry: Entry, what: str, text: str, *, once: bool = False) -> None:
    """Put a point on the worklist; with `once`, unless the same words stand there already."""
    key = f"{what}: {text}" if once else f"{entry.id} {what}"
    if key not in meeting.worklist:
        meeting.worklist = meeting.worklist.set(key, Todo(entry, meeting.count, what, text))


_CHECKS = {
    "missed": "missed",
    "name": "check the name",
    "wording": "confirm the wording",
    "other": "check",
}


def check(meeting: Meeting, entry: Entry, what: Check) -> None:
    """The rapporteur marks something to look at."""
    add_todo(meeting, entry, _CHECKS[what.what], what.text)


def unread(meeting: Meeting, entry: Entry, what: Unread) -> None:
    """A line was kept as typed: it goes on the worklist."""
    add_todo(meeting, entry, what.state, f"{what.line} ({what.why})" if what.why else what.line)


def follow_up(meeting: Meeting, entry: Entry, what: Action) -> None:
    """Somebody owes something."""
    record = FollowUp(entry, meeting.count, what.owner, what.text, what.due)
    meeting.follow_ups = meeting.follow_ups.set(entry.id, record)


def done(meeting: Meeting, entry: Entry, what: Done) -> None:
    """A follow-up or a point of the worklist is settled."""
    owed = meeting.follow_ups.get(what.target)
    if owed is not None:
        place = read_went_to(what.text)
        if place is not None:  # as `carry` said it once
            carry_follow_up(meeting, entry, owed, went_to(place))
            return
        settled = replace(owed, done=entry.id, result=what.text)
        meeting.follow_ups = meeting.follow_ups.set(what.target, settled)
        return
    points = {
        key: replace(todo, done=entry.id)
        for key, todo in meeting.worklist.items()
        if todo.entry.id == what.target
        or (isinstance(todo.entry.what, Check) and todo.entry.what.target == what.target)
    }
    if points:
        meeting.worklist = meeting.worklist.update(points)
    else:
        meeting.flag(entry, "there is nothing of that entry to settle")


def carry_follow_up(meeting: Meeting, entry: Entry, owed: FollowUp, to: str) -> None:
    """A follow-up is owed in another session from now on; one that was done stays so."""
    if not owed.done:
        gone = replace(owed, carried=entry.id, result=to)
        meeting.follow_ups = meeting.follow_ups.set(owed.entry.id, gone)


def settle(meeting: Meeting, entry: Entry, what: Settled) -> None:
    """A conflict is settled: both sides stay in the record."""
    found = [one for one in meeting.conflicts if what.target in one.entries and not one.settled]
    if found:
        meeting.conflicts = tuple(
            one._replace(settled=entry.id) if one is found[-1] else one for one in meeting.conflicts
        )
    else:
        meeting.flag(entry, "there is no conflict of that entry to settle")


def event(meeting: Meeting, entry: Entry, what: Event) -> None:
    """A meeting or visit to come."""
    meeting.events = (*meeting.events, entry)


def annex(meeting: Meeting, entry: Entry, what: Annex) -> None:
    """Something is to be annexed."""
    meeting.annexes = (*meeting.annexes, entry)


HANDLERS: Handlers = {
    Check: check,
    Unread: unread,
    Action: follow_up,
    Done: done,
    Settled: settle,
    Event: event,
    Annex: annex,
}
