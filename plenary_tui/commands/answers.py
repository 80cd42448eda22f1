"""What is said of a line that was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plenary_tui.record.meeting import Meeting
    from plenary_tui.store.capture import Answer


def flags(answer: Answer, meeting: Meeting) -> tuple[str, ...]:
    """Return what is odd about an entry, also that nothing of the kind should happen now."""
    from plenary_tui.record import kinds as k

    in_the_room = isinstance(
        answer.entry.what,
        k.Intervention | k.PointOfOrder | k.Reply | k.Ruling | k.FloorList | k.Stance | k.Outcome,
    )
    state = meeting.sitting(answer.entry.sitting).state
    if not in_the_room or state == "open":
        return answer.flags
    why = "the sitting is suspended" if state == "suspended" else "no sitting is open"
    return (why, *answer.flags)


def spell_answer(answer: Answer, meeting: Meeting) -> str:
    """Return the one line that acknowledges an entry: its verdict, its id, and what to say."""
    if answer.verdict == "ok":
        said = "; ".join(flags(answer, meeting))
    else:
        said = "; ".join((answer.why, *answer.ways_out))
    head = f"{answer.verdict} {answer.entry.id}"
    return f"{head}: {' '.join(said.split())}" if said else head
