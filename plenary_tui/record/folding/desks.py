"""Where each station stands after its entry: its sitting, its day, what it could undo."""

from __future__ import annotations

from datetime import date

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Day, DraftKind, Rapporteur, Retraction, Sitting, SittingTime
from plenary_tui.record.meeting import EMPTY_DESK, Desk, Meeting, Trail

_MOVES = (Sitting, SittingTime, Day)


def note_at_desk(meeting: Meeting, entry: Entry) -> None:
    """Note an entry at the desk of the station that made it."""
    station = entry.id.rpartition("-")[0]
    desk = meeting.desks.get(station, EMPTY_DESK)
    what = entry.what
    if isinstance(what, DraftKind):
        desk = desk._replace(drafting=Trail(entry, desk.drafting), drafting_redo=None)
    elif isinstance(what, Retraction):
        if what.act == "undo" and what.of == "draft":
            desk = desk._replace(drafting_redo=Trail(entry, desk.drafting_redo))
        elif what.act == "undo":
            desk = desk._replace(redo=Trail(entry, desk.redo))
    else:
        sitting, day = entry.sitting or desk.sitting, desk.day
        if isinstance(what, _MOVES):
            sitting, day = _moved(meeting, entry, sitting, day)
        by = what.name if isinstance(what, Rapporteur) else entry.by or desk.by
        trail = Trail(entry, desk.trail)
        desk = Desk(sitting, by, day, trail, None, desk.drafting, desk.drafting_redo)
    meeting.desks = meeting.desks.set(station, desk)


def _moved(
    meeting: Meeting, entry: Entry, sitting: str, day: date | None
) -> tuple[str, date | None]:  # fmt: skip
    """Return where a station is: one that is announced for some time to come is not there yet."""
    what = entry.what
    if isinstance(what, Day):
        return sitting, what.day
    if isinstance(what, SittingTime):
        return what.target or entry.id, day
    return sitting if meeting.sitting(entry.id).planned.is_said else entry.id, day
