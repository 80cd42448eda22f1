"""Which session what was left open is likely to go into, from what the catalogue has of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from plenary_tui.record.folded import fold_name
from plenary_tui.record.setup import interval

from .pages.shelf import Row, spelt_dates

_NAMED = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?!\d)", re.ASCII)
_WORD = re.compile(r"[^\W\d]+")


def successor(rows: Sequence[Row], old: str, today: date) -> Row | None:
    """Return the next session of the same kind or series that is not over; None without one.

    A session without dates is taken to begin in the month or year that its name begins with.
    """
    before = next((row for row in rows if row.name == old), None)
    if before is None:
        return None
    fits = [
        row for row in rows
        if not row.trouble and not is_past(row, today)
        and begins(row) > begins(before) and _is_like(before, row)
    ]  # fmt: skip
    return min(fits, key=lambda row: (begins(row), row.name), default=None)


def begins(row: Row) -> str:
    """Return the day, month or year in which a session begins, ISO; empty where none is known."""
    first, _ = interval(row.dates)
    named = _NAMED.match(row.name)
    return first.isoformat() if first else named[0] if named else ""


def is_past(row: Row, today: date) -> bool:
    """Whether a session was closed, or its last day is behind and no sitting is open."""
    last = interval(row.dates)[1]
    return not row.is_open and (row.has_ended or (last is not None and last < today))


def told(rows: Sequence[Row], typed: str, today: date) -> str:
    """Return what is known of the session that a name or the beginning of one means."""
    named = [row for row in rows if row.name == typed] or [
        row for row in rows if typed and row.name.startswith(typed)
    ]
    if len(named) != 1:
        return f"{len(named)} sessions begin so: write more of the name." if named else ""
    row = named[0]
    state = "it is over" if is_past(row, today) else row.state
    facts = (row.name if row.name != typed else "", row.title, spelt_dates(row.dates), state)
    return " · ".join(filter(None, facts))


def _is_like(one: Row, other: Row) -> bool:
    """Whether two sessions are of one kind, or of one series by their titles or names."""
    if one.kind and other.kind:
        return one.kind == other.kind
    return any(
        bool(words) and words == _words(there)
        for words, there in ((_words(one.title), other.title), (_words(one.name), other.name))
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold_name(text))
