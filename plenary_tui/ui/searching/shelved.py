"""A register over all sessions as the lines of a list."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rich.cells import cell_len

from plenary_tui.documents.across import Listed, Name, Register
from plenary_tui.record.clean import clean_line
from plenary_tui.ui.pages.shelf import CATALOGUE, spelt_dates
from plenary_tui.ui.terminal.wrapping import fit

from .lines import Line

_MOST: Mapping[Name, tuple[int, ...]] = {
    "decisions": (10, 15, 12), "follow-ups": (10, 12, 12), "events": (19, 17, 12),
    "corrections": (10, 10, 12), "officers": (10, 10, 10),
}  # fmt: skip
"""Cells of each column before the words at most, of eighty; in a wider row as much more."""
_ON = re.compile(r"(?:^|\s)on:(\S*)")


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


def day_in(typed: str) -> tuple[str, date | None]:
    """Return what was typed without `on:2018-06-19`, and that day. Raises WrongUse."""
    from plenary_tui.store.asking import day_of

    found = _ON.search(typed)
    if found is None:
        return typed, None
    return _ON.sub(" ", typed).strip(), day_of(found[1]) if found[1] else None


def columns(whole: Register, width: int) -> list[int]:
    """Return the cells of each column before the words, in a row of so many cells."""
    leads = [(*whole.heads[:-1],), *map(_lead, whole.rows)]
    return [
        min(max(most, most * width // 80), max(cell_len(lead[place]) for lead in leads))
        for place, most in enumerate(_MOST[whole.name])
    ]


def head(whole: Register, cells: Sequence[int]) -> str:
    """Return what stands over the rows."""
    return f"{_in(whole.heads[:-1], cells)} {whole.heads[-1]}"


def lines(found: Register, cells: Sequence[int]) -> list[Line]:
    """Return a line for each row, in columns; what is overdue says so in words."""
    return [_line(row, cells) for row in found.rows]


def _line(row: Listed, cells: Sequence[int]) -> Line:
    where = row.session + (f", entry {row.entry}" if row.entry else "")
    detail = (row.words, where, *row.notes)
    # Without an entry of its own a row opens its session at the end.
    return Line(row.session, row.entry or "-", _in(_lead(row), cells), row.words, detail)


def _lead(row: Listed) -> tuple[str, ...]:
    """Return what stands before the words, an ISO interval as short as it can be told."""
    return tuple(spelt_dates(one) if "/" in one else one for one in row.lead)


def _in(lead: Sequence[str], cells: Sequence[int]) -> str:
    fitted = [(fit(one, width), width) for one, width in zip(lead, cells, strict=True)]
    return " ".join(one + " " * (width - cell_len(one)) for one, width in fitted)
