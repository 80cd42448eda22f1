"""How a turn at the floor begins, is interrupted, pauses and ends."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.entries import Entry
from plenary_tui.record.floor import Floor, Interrupted, Speaking
from plenary_tui.record.kinds import PointOfOrder, Reply, Ruling
from plenary_tui.record.meeting import Meeting

_BESIDE_THE_LIST = (PointOfOrder, Reply, Ruling)


def give_floor(meeting: Meeting, entry: Entry, speaker: str) -> None:
    """Somebody gets the floor, off the list if they were on it; whoever had it is done.

    A point of order, a right of reply and the Chair's own words cost nobody their place.
    """
    floor = meeting.floor(entry.sitting)
    _keep_turn(meeting, entry.sitting, floor, entry.happened)
    waiting = floor.waiting
    if speaker in waiting and not _keeps_place(entry):
        waiting = tuple(code for code in waiting if code != speaker)
    used, began, reply, interrupted = 0.0, entry, 0, floor.interrupted
    if interrupted is not None and interrupted.speaker == speaker:
        used, reply = interrupted.used, interrupted.reply
        began, interrupted = interrupted.began or entry, None
    given = Floor(
        speaker, entry.happened if speaker else None, waiting, floor.closed, floor.limit, speaker,
        floor.order_point, used, began, reply, floor.limits, interrupted,
    )  # fmt: skip
    meeting.floors = meeting.floors.set(entry.sitting, given)


def _keeps_place(entry: Entry) -> bool:
    what = entry.what
    return isinstance(what, _BESIDE_THE_LIST) or getattr(what, "capacity", "") == "chair"


def end_turn(meeting: Meeting, sitting: str, at: datetime) -> None:
    """Whoever has the floor is done."""
    floor = meeting.floor(sitting)
    if floor.speaker:
        _keep_turn(meeting, sitting, floor, at)
        meeting.floors = meeting.floors.set(
            sitting, floor._replace(speaker="", since=None, used=0.0, began=None, reply=0)
        )


def _keep_turn(meeting: Meeting, sitting: str, floor: Floor, at: datetime) -> None:
    """Keep how long whoever has the floor spoke."""
    began = floor.began
    if floor.speaker and began is not None:
        said = Speaking(
            floor.speaker, sitting, began.item, began.happened, round(floor.spoken(at), 3),
            _allowed(meeting, floor, at),
        )  # fmt: skip
        meeting.speaking = meeting.speaking.set(began.id, said)


def _allowed(meeting: Meeting, floor: Floor, at: datetime) -> int:
    if not floor.limit and not floor.limits and not floor.reply:
        return 0
    day = at.astimezone(meeting.zone).date()
    return floor.allowed(meeting.roster.status(floor.speaker, day))


def interrupt(meeting: Meeting, entry: Entry) -> None:
    """A point of order takes the floor from whoever has it; their time stops."""
    floor = meeting.floor(entry.sitting)
    if not floor.speaker or floor.order_point:
        return
    held = Interrupted(floor.speaker, floor.spoken(entry.happened), floor.began, floor.reply)
    meeting.floors = meeting.floors.set(
        entry.sitting,
        floor._replace(speaker="", since=None, used=0.0, began=None, reply=0, interrupted=held),
    )


def take_up_again(meeting: Meeting, entry: Entry) -> None:
    """After the ruling, who was interrupted has the floor again."""
    interrupted = meeting.floor(entry.sitting).interrupted
    if interrupted is not None:
        give_floor(meeting, entry, interrupted.speaker)


def pause(meeting: Meeting, sitting: str, at: datetime) -> None:
    """The speaking time stops."""
    floor = meeting.floor(sitting)
    if floor.since is not None:
        stopped = floor._replace(used=floor.spoken(at), since=None)
        meeting.floors = meeting.floors.set(sitting, stopped)


def resume(meeting: Meeting, sitting: str, at: datetime) -> None:
    """The speaking time goes on."""
    floor = meeting.floor(sitting)
    if floor.speaker and floor.since is None:
        meeting.floors = meeting.floors.set(sitting, floor._replace(since=at))
