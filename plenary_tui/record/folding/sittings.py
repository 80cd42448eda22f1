"""How sittings open, close and change, and who is in them."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    ClockStopped,
    Handlers,
    Marking,
    Presence,
    Presiding,
    Sitting,
    SittingTime,
    WalkOut,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import PlannedTime, SittingRecord, SittingState, Turn, may, parted

from .agenda import start_item, stop_item
from .turns import end_turn, pause, resume

_NEXT: dict[str, SittingState] = {
    "opened": "open",
    "suspended": "suspended",
    "resumed": "open",
    "closed": "closed",
}


def announce(meeting: Meeting, entry: Entry, what: Sitting) -> None:
    """A sitting is announced."""
    room, planned = what.room, PlannedTime(what.day, what.begins, what.ends)
    if not planned.is_said:
        room, planned = parted(room)
    record = SittingRecord(
        entry.id, meeting.count, bodies=what.bodies, room=room, planned=planned,
        presiding=meeting.sitting("").presiding, person=meeting.sitting("").person,
    )  # fmt: skip
    meeting.sittings = meeting.sittings.set(entry.id, record)


def turn(meeting: Meeting, entry: Entry, what: SittingTime) -> None:
    """A sitting is opened, suspended, resumed or closed."""
    sitting = meeting.sitting(what.target or entry.id)
    if not sitting.id:
        outside = meeting.sitting("")
        sitting = SittingRecord(
            what.target or entry.id, meeting.count,
            presiding=outside.presiding, person=outside.person,
        )  # fmt: skip
        meeting.sittings = meeting.sittings.set(sitting.id, sitting)
    if not may(sitting, what.act):
        meeting.flag(entry, f"the sitting was {sitting.state}")
    at = entry.happened.astimezone(meeting.zone)
    number = sitting.number
    if what.act == "opened" and not number:
        number = 1 + max(other.number for other in meeting.sittings.values())
    meeting.change_sitting(
        sitting.id,
        state=_NEXT[what.act],
        number=number,
        turns=(*sitting.turns, Turn(what.act, at, what.reason, entry.id)),
    )
    _run_clocks(meeting, sitting.id, what.act, entry.happened)


def _run_clocks(meeting: Meeting, sitting: str, act: str, at: datetime) -> None:
    """The time of the item and of the speaker runs while the sitting is open."""
    if act in ("opened", "resumed"):
        start_item(meeting, sitting, at)
        resume(meeting, sitting, at)
        return
    stop_item(meeting, sitting, at)
    if act == "closed":
        end_turn(meeting, sitting, at)
    else:
        pause(meeting, sitting, at)


def preside(meeting: Meeting, entry: Entry, what: Presiding) -> None:
    """Somebody takes the chair of the sitting, or, before any, of the meeting."""
    meeting.change_sitting(entry.sitting, presiding=what.speaker, person=what.person)


def mark(meeting: Meeting, entry: Entry, what: Marking) -> None:
    """The sitting goes in camera, is restricted, or is open again."""
    meeting.change_sitting(entry.sitting, marking=what.level)
    if what.since is not None and what.level == "in_camera":
        meeting.cover(entry.sitting, what.since)


def count_presence(meeting: Meeting, entry: Entry, what: Presence) -> None:
    """Delegations are marked present, or as having left."""
    sitting = meeting.sitting(entry.sitting)
    others = tuple(code for code in sitting.present if code not in what.who)
    left = tuple(code for code in sitting.left if code not in what.who)
    if what.act == "here":
        meeting.change_sitting(entry.sitting, present=(*others, *what.who), left=left)
    else:
        meeting.change_sitting(entry.sitting, present=others, left=(*left, *what.who))


def walk_out(meeting: Meeting, entry: Entry, what: WalkOut) -> None:
    """Delegations leave in protest."""
    sitting = meeting.sitting(entry.sitting)
    meeting.change_sitting(
        entry.sitting,
        present=tuple(code for code in sitting.present if code not in what.who),
        left=(*(code for code in sitting.left if code not in what.who), *what.who),
    )
    meeting.walk_outs = (*meeting.walk_outs, entry)


def stop_clock(meeting: Meeting, entry: Entry, what: ClockStopped) -> None:
    """The sitting stays dated as it is although midnight passes."""
    meeting.change_sitting(entry.sitting, day=what.day)


HANDLERS: Handlers = {
    Sitting: announce,
    SittingTime: turn,
    Presiding: preside,
    Marking: mark,
    Presence: count_presence,
    WalkOut: walk_out,
    ClockStopped: stop_clock,
}
