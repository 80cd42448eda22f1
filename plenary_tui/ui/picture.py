"""The room as one station sees it, taken from the Meeting."""

from __future__ import annotations

from datetime import date, datetime

from plenary_tui.documents.open_points import is_of_session
from plenary_tui.documents.telling import Teller
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Delegation, MeetingFact
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import SittingRecord
from plenary_tui.record.texts import PENDING

from .views import AgendaLine, FloorView, RoomView, TextView


def room_view(record: Record, station: str, now: datetime) -> RoomView:
    """Return what the room shows of a record."""
    meeting = record.live
    sitting = meeting.sitting(meeting.station_sitting(station))
    teller = Teller(meeting)
    desk = meeting.desk(station)
    to_do = [is_of_session(record, todo) for todo in meeting.worklist.values() if not todo.done]
    today = now.astimezone(meeting.zone).date()
    day = sitting.official_day or _day_outside(meeting, today) or desk.day or today
    last = desk.trail.entry.what if desk.trail else None
    presiding = sitting.presiding or meeting.sitting("").presiding
    return RoomView(
        title=meeting.facts.get("title", ""),
        zone=meeting.zone,
        day=f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else ""),
        sitting=_sitting_words(meeting, sitting),
        sitting_state=sitting.state if sitting.id else "",
        presiding=teller.name(presiding) if presiding else "",
        item=teller.item(sitting.item) if sitting.item else "",
        marking=sitting.marking,
        agenda=_agenda(meeting, sitting),
        floor=floor_view(meeting, sitting, teller),
        text=_text(meeting, sitting, teller),
        brackets=sum(not bracket.cleaned for bracket in meeting.brackets.values()),
        worklist=to_do.count(False) + sum(not one.settled for one in meeting.conflicts),
        to_fill_in=to_do.count(True),
        entries=len(record.entries),
        can_undo=last is not None and not isinstance(last, MeetingFact | Delegation),
        can_redo=desk.redo is not None,
        open_sittings=sum(one.state == "open" for one in meeting.sittings.values()),
    )


def _day_outside(meeting: Meeting, today: date) -> date | None:
    """Return the day that a meeting is at outside its sittings: its last, or its first to come."""
    if meeting.ended:
        days = [one.official_day for one in meeting.sittings.values() if one.official_day]
        return max(days, default=meeting.last.date() if meeting.last else None)
    first = meeting.first_day
    return first if first and first > today and not _has_begun(meeting) else None


def _has_begun(meeting: Meeting) -> bool:
    return any(one.number for one in meeting.sittings.values())


def _sitting_words(meeting: Meeting, sitting: SittingRecord) -> str:
    if not sitting.id:
        if meeting.ended:
            return "ended"
        return "no sitting open" if _has_begun(meeting) else "not begun"
    called = f"sitting {sitting.number}" if sitting.number else "sitting announced"
    bodies = f" {' + '.join(sitting.bodies)}" if sitting.bodies else ""
    state = f", {sitting.state}" if sitting.state in ("suspended", "closed") else ""
    return f"{called}{bodies}{state}"


def _agenda(meeting: Meeting, sitting: SittingRecord) -> tuple[AgendaLine, ...]:
    return tuple(
        AgendaLine(item.number, item.title, item.state, item.number == sitting.item)
        for item in meeting.items
    )


def floor_view(meeting: Meeting, sitting: SittingRecord, teller: Teller) -> FloorView:
    """Return the floor of a sitting, delegations by their names."""
    floor = meeting.floor(sitting.id)
    return FloorView(
        speaker=teller.name(floor.speaker) if floor.speaker else "",
        code=floor.speaker,
        since=floor.since,
        waiting=tuple((code, teller.name(code)) for code in floor.waiting),
        closed=floor.closed,
        limit=floor.limit,
        point_of_order=bool(floor.order_point),
    )


def _text(meeting: Meeting, sitting: SittingRecord, teller: Teller) -> TextView | None:
    text = meeting.texts.get(sitting.before)
    if text is None or text.state not in PENDING:
        return None
    against = tuple(dict.fromkeys(held.who for held in text.objections))
    return TextView(
        label=text.label,
        words=text.text,
        supports=tuple(one.who for one in text.stances if one.stance == "supports"),
        against=against,
        beside=tuple(
            f"{held.form} {held.who}"
            for held in text.positions
            if not held.withdrawn and held not in text.objections
        ),
    )
