"""What is said of a line that was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plenary_tui.record.meeting import Meeting
    from plenary_tui.store.capture import Answer


def spell_answer(answer: Answer, meeting: Meeting) -> str:
    """Return the one line that acknowledges an entry: its verdict, its id, and what to say."""
    if answer.verdict == "ok":
        from plenary_tui.documents.telling.understanding import oddities

        said = "; ".join(oddities(answer.entry, answer.flags, meeting))
    else:
        said = "; ".join((answer.why, *answer.ways_out))
    head = f"{answer.verdict} {answer.entry.id}"
    return f"{head}: {' '.join(said.split())}" if said else head
