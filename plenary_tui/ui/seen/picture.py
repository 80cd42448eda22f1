"""The room as one station sees it, taken from the Meeting."""

from __future__ import annotations

from datetime import date, datetime

from plenary_tui.documents.open_points import is_of_session
from plenary_tui.documents.telling import Teller
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Delegation, MeetingFact
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import SittingRecord, next_planned
from plenary_tui.record.texts import PENDING

from .open_texts import text_view
from .views import AgendaLine, Counted, FloorView, RoomView


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
    before = meeting.texts.get(sitting.before)
    pending = sum(text.state in PENDING for text in meeting.texts.values())
    is_before_us = before is not None and before.state in PENDING
    presiding = sitting.presiding or meeting.sitting("").presiding
    return RoomView(
        title=meeting.facts.get("title", ""),
        zone=meeting.zone,
        day=f"{day:%a} {day.day} {day:%b}" + (f" {day.year}" if day.year != today.year else ""),
        sitting=_sitting_words(meeting, sitting, today),
        sitting_state=sitting.state if sitting.id else "",
        presiding=teller.name(presiding) if presiding else "",
        item=teller.item(sitting.item) if sitting.item else "",
        marking=sitting.marking,
        agenda=_agenda(meeting, sitting),
        floor=floor_view(meeting, sitting, teller),
        text=text_view(meeting, before, teller) if before is not None and is_before_us else None,
        other_texts=pending - is_before_us,
        present=sitting.present,
        presence=_presence(meeting, sitting),
        brackets=sum(
            not one.cleaned and one.on not in meeting.drafts.held
            for one in meeting.brackets.values()
        ),
        worklist=to_do.count(False) + sum(not one.settled for one in meeting.conflicts),
        to_fill_in=to_do.count(True),
        entries=len(record.entries),
        can_undo=last is not None and not isinstance(last, MeetingFact | Delegation),
        can_redo=desk.redo is not None,
        handed_in=_handed_in(meeting, meeting.floor(sitting.id).speaker),
        open_sittings=sum(one.state == "open" for one in meeting.sittings.values()),
    )


def _handed_in(meeting: Meeting, speaker: str) -> str:
    """Return the first statement of a speaker that is not delivered, empty where there is none."""
    own = [
        one for one in meeting.prepared.values()
        if speaker and one.what.speaker == speaker and not one.delivered
    ]  # fmt: skip
    return min(own, key=lambda one: one.rank).entry.id if own else ""


def _day_outside(meeting: Meeting, today: date) -> date | None:
    """Return the day that a meeting is at outside its sittings: its last, or its first to come."""
    if meeting.ended:
        days = [one.official_day for one in meeting.sittings.values() if one.official_day]
        return max(days, default=meeting.last.date() if meeting.last else None)
    first = meeting.first_day
    return first if first and first > today and not _has_begun(meeting) else None


def over_since(meeting: Meeting, now: datetime) -> str:
    """Return what to know before something is added to a meeting that is over; else nothing."""
    if not meeting.ended:
        return ""
    day = _day_outside(meeting, now.date())
    on = f" on {day.day} {day:%B} {day.year}" if day else ""
    today = now.astimezone(meeting.zone).date()
    return (
        f"This meeting ended{on}: what is typed here is added to its record today, {today.day} "
        f"{today:%B} {today.year}."
    )


def _has_begun(meeting: Meeting) -> bool:
    return any(one.number for one in meeting.sittings.values())


def _sitting_words(meeting: Meeting, sitting: SittingRecord, today: date) -> str:
    if not sitting.id:
        if meeting.ended:
            return "ended"
        said = "no sitting open" if _has_begun(meeting) else "not begun"
        ahead = next_planned(meeting.sittings.values(), today)
        if ahead is None or not ahead.planned.begins:
            return said
        bodies = "".join(f" {' + '.join(ahead.bodies)}" for _ in ahead.bodies[:1])
        return f"{said}, next{bodies} {ahead.planned.clock}"
    called = f"sitting {sitting.number}" if sitting.number else "sitting announced"
    bodies = f" {' + '.join(sitting.bodies)}" if sitting.bodies else ""
    state = f", {sitting.state}" if sitting.state in ("suspended", "closed") else ""
    return f"{called}{bodies}{state}"


def _agenda(meeting: Meeting, sitting: SittingRecord) -> tuple[AgendaLine, ...]:
    since = {
        one.item: one.item_since for one in meeting.sittings.values() if one.item_since is not None
    }
    return tuple(
        AgendaLine(
            item.number, item.title, item.state, item.number == sitting.item, item.body,
            item.minutes, item.used, since.get(item.number),
        )
        for item in meeting.items
    )  # fmt: skip


def floor_view(meeting: Meeting, sitting: SittingRecord, teller: Teller) -> FloorView:
    """Return the floor of a sitting, delegations by their names."""
    floor = meeting.floor(sitting.id)
    interrupted = floor.interrupted
    status = meeting.roster.status(floor.speaker, sitting.official_day) if floor.speaker else ""
    return FloorView(
        speaker=teller.name(floor.speaker) if floor.speaker else "",
        code=floor.speaker,
        status=status,
        began=floor.began.happened if floor.began else None,
        since=floor.since,
        used=floor.used,
        waiting=tuple((code, teller.name(code)) for code in floor.waiting),
        last_called=floor.last_called,
        closed=floor.closed,
        limit=floor.allowed(status) if floor.speaker else floor.limit,
        for_all=floor.limit,
        limits=floor.limits,
        reply=floor.reply,
        replies=tuple(
            (who, taken)
            for (room, item, who), taken in meeting.replies.items()
            if room == sitting.id and item == sitting.item
        ),
        point_of_order=bool(floor.order_point),
        interrupted=teller.name(interrupted.speaker) if interrupted else "",
    )


def _presence(meeting: Meeting, sitting: SittingRecord) -> tuple[Counted, ...]:
    """Return the classes in the order of their size, once somebody was marked present."""
    if not sitting.present:
        return ()
    roster, day, here = meeting.roster, sitting.official_day, set(sitting.present)
    classes: dict[str, list[str]] = {}
    for code in {*roster.delegations, *here}:
        classes.setdefault(roster.status(code, day), []).append(code)
    found = [
        Counted(status, sum(code in here for code in codes), len(codes))
        for status, codes in classes.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.listed, one.status)))
