"""A correction in one line, as a command and a screen say it."""

from __future__ import annotations

from plenary_tui.documents.wording import Wording, capital
from plenary_tui.record.meeting import Meeting

from .corrections import Asked


def told(one: Asked, meeting: Meeting) -> str:
    """Return a correction in one line: `hall-41 Tirania, entry hall-12: “a” → “b” (why)`."""
    words = Wording(meeting)
    who = capital(words.bare_name(one.who, words.day_of(one.when)))
    why = f" ({one.what.text})" if one.what.text else ""
    return f"{one.id} {who}, {one.place}: {change(one)}{why}{_state(one)}"


def change(one: Asked) -> str:
    """Return what a correction asks for: `“a” → “b”`."""
    old, new = one.what.old, one.what.new
    if not old:
        return f"to add “{new}”" if new else "as said"
    return f"“{old}” → “{new}”" if new else f"“{old}” deleted"


def _state(one: Asked) -> str:
    late = ", late" if one.late else ""
    if one.verdict == "refused":
        return f" – refused{late}: {one.reason}"
    if one.verdict:
        return f" – {one.verdict}{late}"
    gone = (
        ", but these words do not stand there any more" if one.what.old and not one.stands else ""
    )
    return f" – open{late}{gone}"
