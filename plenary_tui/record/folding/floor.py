"""How the list of speakers and the floor change."""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.floor import MOST_REPLIES
from plenary_tui.record.kinds import (
    FloorList,
    Handlers,
    Limit,
    PointOfOrder,
    Reply,
    Ruling,
    Timer,
)
from plenary_tui.record.meeting import Meeting

from .speech import say
from .turns import end_turn, give_floor, interrupt, pause, resume, take_up_again


def change_list(meeting: Meeting, entry: Entry, what: FloorList) -> None:
    """The list of speakers changes, or gives the floor to its next."""
    floor = meeting.floor(entry.sitting)
    rest = tuple(code for code in floor.waiting if code not in what.who)
    if what.act == "add":
        if floor.closed:
            meeting.flag(entry, "the list of speakers was closed")
        new = tuple(code for code in what.who if code not in floor.waiting)
        floor = floor._replace(waiting=floor.waiting + new)
    elif what.act == "first":
        floor = floor._replace(waiting=what.who + rest)
    elif what.act == "order":
        named = tuple(code for code in what.who if code in floor.waiting)
        floor = floor._replace(waiting=named + rest)
    elif what.act == "withdraw":
        floor = floor._replace(waiting=rest)
    elif what.act in ("close", "open"):
        floor = floor._replace(closed=what.act == "close")
    elif what.act == "next":
        give_floor(meeting, entry, what.who[0] if what.who else "")
        return
    elif what.act == "back":
        end_turn(meeting, entry.sitting, entry.happened)
        floor = meeting.floor(entry.sitting)._replace(waiting=what.who + rest, last_called="")
    meeting.floors = meeting.floors.set(entry.sitting, floor)


def set_limit(meeting: Meeting, entry: Entry, what: Limit) -> None:
    """The time limit of speeches changes, for all or for some."""
    floor = meeting.floor(entry.sitting)
    if what.of:
        others = tuple(one for one in floor.limits if one[0] != what.of)
        floor = floor._replace(limits=(*others, (what.of, what.seconds)))
    else:
        floor = floor._replace(limit=what.seconds)
    meeting.floors = meeting.floors.set(entry.sitting, floor)


def time_speech(meeting: Meeting, entry: Entry, what: Timer) -> None:
    """The speaking time stops or goes on; a reminder of the limit changes nothing."""
    if what.act == "paused":
        pause(meeting, entry.sitting, entry.happened)
    elif what.act == "resumed":
        resume(meeting, entry.sitting, entry.happened)


def raise_point(meeting: Meeting, entry: Entry, what: PointOfOrder) -> None:
    """A point of order interrupts; only Participants have it."""
    interrupt(meeting, entry)
    say(meeting, entry, what)
    floor = meeting.floor(entry.sitting)
    meeting.floors = meeting.floors.set(entry.sitting, floor._replace(order_point=entry.id))
    if not meeting.roster.decides(what.speaker, meeting.day_of(entry)):
        meeting.flag(
            entry, f"{what.speaker} is no Participant: only Participants raise points of order"
        )


def rule(meeting: Meeting, entry: Entry, what: Ruling) -> None:
    """The Chair rules on the point of order; who was interrupted goes on."""
    floor = meeting.floor(entry.sitting)
    if floor.order_point == what.target:
        meeting.floors = meeting.floors.set(entry.sitting, floor._replace(order_point=""))
        take_up_again(meeting, entry)
    meeting.rulings = meeting.rulings.set(what.target or entry.id, entry)


def reply(meeting: Meeting, entry: Entry, what: Reply) -> None:
    """A right of reply, of which a delegation has two on an item, each with its limit."""
    key = (entry.sitting, entry.item, what.speaker)
    taken = meeting.replies.get(key, 0) + 1
    meeting.replies = meeting.replies.set(key, taken)
    end_turn(meeting, entry.sitting, entry.happened)
    say(meeting, entry, what)
    floor = meeting.floor(entry.sitting)
    meeting.floors = meeting.floors.set(entry.sitting, floor._replace(reply=taken))
    if taken > MOST_REPLIES:
        meeting.flag(entry, f"a third right of reply of {what.speaker} on this item")


HANDLERS: Handlers = {
    FloorList: change_list,
    Limit: set_limit,
    Timer: time_speech,
    PointOfOrder: raise_point,
    Ruling: rule,
    Reply: reply,
}
