"""Which room something happened in, where sittings were held beside each other."""

from __future__ import annotations

from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting


def checked(record: Record, room: str) -> str:
    """Return a room, named by the station that wrote it. Raises WrongUse where none did."""
    rooms = dict.fromkeys(entry.station for entry in record.entries)
    if room and room not in rooms:
        raise WrongUse(f"Nothing was written at {room}: choose {' or '.join(rooms)}.")
    return room


def parallel(meeting: Meeting) -> dict[str, str]:
    """Return the room, else the number, of each sitting that was held beside another, by id."""
    held = {
        one.id: (one.opened, one.closed or meeting.last)
        for one in meeting.sittings.values()
        if one.opened
    }
    found = {}
    for key, (opened, closed) in held.items():
        beside = (span for other, span in held.items() if other != key)
        if any(opened < end and begin < closed for begin, end in beside if end and closed):
            sitting = meeting.sitting(key)
            found[key] = sitting.room or f"sitting {sitting.number}"
    return found
