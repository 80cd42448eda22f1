"""A register over all sessions as the lines of a list."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plenary_tui.documents.across import Listed, Register
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.pages.shelf import CATALOGUE

from .lines import Line

LEAD = 28


def documents(sessions: Path) -> list[Mapping[str, Any]]:
    """Return what the catalogue holds, by the names of the sessions; nothing where it is damaged.

    The catalogue is a file like any other: whatever stands in it is cleaned.
    """
    try:
        found = json.loads((sessions / CATALOGUE).read_bytes())["sessions"].values()
        rows = [cleaned(one) for one in found if isinstance(one, Mapping)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    named = [one for one in rows if isinstance(one, Mapping) and one.get("session")]
    return sorted(named, key=lambda one: str(one["session"]))


def cleaned(value: Any) -> Any:
    """Return a piece of JSON whose texts can be shown."""
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, Mapping):
        return {str(key): cleaned(one) for key, one in value.items()}
    return [cleaned(one) for one in value] if isinstance(value, list) else value


def lines(found: Register) -> list[Line]:
    """Return a line for each row; what is overdue says so in words."""
    return [_line(row) for row in found.rows]


def _line(row: Listed) -> Line:
    lead = row.lead + " " * max(0, LEAD - len(row.lead))
    where = row.session + (f", entry {row.entry}" if row.entry else "")
    detail = (row.words, where, *row.notes)
    # Without an entry of its own a row opens its session at the end.
    return Line(row.session, row.entry or "-", lead, row.words, detail)
