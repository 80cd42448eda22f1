"""What is overdue when a session is opened, in one line."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.meeting import Meeting


def overdue(meeting: Meeting, now: datetime) -> str:
    """Return how many follow-ups are overdue, and the first of them; empty where none is."""
    today = now.astimezone(meeting.zone).date()
    late = [
        (one.due, one) for one in meeting.follow_ups.values()
        if one.due is not None and one.due < today and one.is_open
    ]  # fmt: skip
    if not late:
        return ""
    due, first = min(late, key=lambda one: (one[0], one[1].rank))
    owner = meeting.roster.name_of(first.owner, today) or "with no owner"
    many = "1 follow-up is" if len(late) == 1 else f"{len(late)} follow-ups are"
    words = " ".join(first.text.split())
    return f"{many} overdue, first by {due.isoformat()}: {owner}, {words}."
