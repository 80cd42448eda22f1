"""Whether the numbers of the decisions run without a gap."""

from __future__ import annotations

import re

from plenary_tui.record.meeting import Meeting


def in_sequence(number: str) -> tuple[object, ...]:
    """Return a key that sorts decision 9 before decision 10, and what has no number last."""
    parts = re.split(r"(\d+)", number)
    return (not number, *(int(part) if part.isdecimal() else part for part in parts))


def holes(meeting: Meeting) -> tuple[str, ...]:
    """Return the numbers below the highest that no decision has, and none ever gave up."""
    pattern = meeting.facts.get("numbers") or "Administrative Decision {n}"
    if "{n}" not in pattern:
        pattern += " {n}"
    shape = re.escape(pattern).replace(r"\{year\}", r"\d{4}").replace(r"\{meeting\}", ".+?")
    shape = f"({shape})".replace(r"\{n\}", r")(\d+)(", 1)
    runs: dict[tuple[str, str], set[int]] = {}
    for number in (*meeting.numbers, *meeting.annulled):
        found = re.fullmatch(shape, number)
        if found:
            runs.setdefault((found[1], found[3]), set()).add(int(found[2]))
    return tuple(
        f"{head}{missing}{tail}"
        for (head, tail), used in sorted(runs.items())
        for missing in range(1, max(used))
        if missing not in used
    )
