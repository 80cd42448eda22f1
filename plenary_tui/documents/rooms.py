"""Which room something happened in, where sittings were held beside each other."""

from __future__ import annotations

from plenary_tui.record.meeting import Meeting


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
