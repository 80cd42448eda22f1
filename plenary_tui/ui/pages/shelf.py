"""The sessions as the library shows them: read at once from the catalogue, then caught up with.

What is shown first comes from the catalogue's JSON alone; nothing here loads the record's kinds
before `caught_up` is called. The catalogue is a file like any other: whatever stands in it, a
row is made of cleaned text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal

from plenary_tui.errors import StoreError
from plenary_tui.record.clean import clean_line
from plenary_tui.record.setup import interval
from plenary_tui.store.names import session_names, strays

State = Literal[
    "sitting open", "prepared", "held", "ended", "empty", "damaged", "no session", "not read yet"
]

CATALOGUE = "library.json"
AT_ONCE = 1 << 18
"""Bytes of a catalogue up to which reading it holds no first frame up."""
_TRIES = 3
"""Another program may replace the catalogue at the same time: what it took away is read again."""

Progress = Callable[[str, int, int], None]
"""Told the session at hand, its place from 1, and how many there are."""


@dataclass(frozen=True)
class Owed:
    """A follow-up that is still open. due: an ISO date, or empty."""

    owner: str
    what: str
    due: str

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return bool(self.due) and self.due < today.isoformat()


@dataclass(frozen=True)
class Row:
    """What is known of one session without opening it.

    trouble: why it cannot be read. damages: lines of its logs that do not verify. torn: ends of
    them that are unfinished. is_session: false for a folder that only lies there. changed: when
    its last entry was written, ISO. waiting: entries that wait for others that are not here. away:
    how many entries' words are under seal and not in this copy.
    """

    name: str
    title: str = ""
    kind: str = ""
    dates: str = ""
    place: str = ""
    entries: int = 0
    sittings: int = 0
    decisions: int = 0
    delegations: int = 0
    worklist: int = 0
    owed: tuple[Owed, ...] = ()
    is_open: bool = False
    has_ended: bool = False
    trouble: str = ""
    ended_on: str = ""
    damages: tuple[str, ...] = ()
    torn: tuple[str, ...] = ()
    changed: str = ""
    waiting: int = 0
    away: int = 0
    is_read: bool = True
    is_session: bool = True

    @property
    def state(self) -> State:
        """Return where the session stands, the most pressing first."""
        if not self.is_read:
            return "not read yet"
        if not self.is_session:
            return "no session"
        if self.trouble or self.damages:
            return "damaged"
        if not self.entries:
            return "empty"
        if self.is_open:
            return "sitting open"
        if self.has_ended:
            return "ended"
        return "held" if self.sittings else "prepared"

    @property
    def integrity(self) -> str:
        """Return in a word whether this copy is whole: what is wrong goes before what is away."""
        if not self.is_read or not self.is_session:
            return ""
        if self.trouble or self.damages:
            return "damaged"
        if self.torn:
            return "torn end"
        if self.waiting:
            return "incomplete"
        return "sealed" if self.away else "whole"

    @property
    def is_over(self) -> bool:
        """Whether the meeting ended: what is still added to it is added on purpose."""
        return self.has_ended and not self.is_open


def known_rows(sessions: Path) -> list[Row]:
    """Return a row for every session that is there, as the catalogue had it last."""
    known = {row.name: row for row in _rows(_catalogue(sessions / CATALOGUE))}
    return _in_order(
        row if not row.is_session else known.get(row.name, row) for row in _there(sessions)
    )


def first_rows(sessions: Path) -> list[Row]:
    """Return what can be shown at once: of a large catalogue the sessions' names alone."""
    try:
        is_small = (sessions / CATALOGUE).stat().st_size <= AT_ONCE
    except OSError:
        is_small = True
    return known_rows(sessions) if is_small else list(_there(sessions))


def caught_up(sessions: Path, progress: Progress | None = None) -> tuple[list[Row], str]:
    """Bring the catalogue up to date; return the rows, and what went wrong, in a sentence."""
    from plenary_tui.store.library import Library

    rows: list[Row] = []
    for _ in range(_TRIES):
        try:
            Library(sessions).refresh(progress)
        except (StoreError, OSError) as error:
            return known_rows(sessions), _as_sentence(
                f"The catalogue in {sessions} cannot be written, so the list may be out of date "
                f"({str(error).rstrip('.')})"
            )
        rows = known_rows(sessions)
        if all(row.is_read for row in rows):
            break
    return rows, ""


def spelt_dates(dates: str) -> str:
    """Return `18–22 Jun 2018` for an ISO interval; anything else as it is."""
    first, last = interval(dates)
    if first is None or last is None:
        return dates
    end = f"{last.day} {last:%b} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {first:%b} {first.year} – {end}"
    if first.month != last.month:
        return f"{first.day} {first:%b} – {end}"
    return f"{first.day}–{end}"


_NO_DIGITS = (0, "")


def natural(text: str) -> list[Any]:
    """Return what sorts a text as people count: s2 before s10."""
    parts = re.split(r"([0-9]+)", text)
    digits = [(len(one), one) for one in (part.lstrip("0") for part in parts[1::2])]
    pairs = zip_longest(parts[::2], digits, fillvalue=_NO_DIGITS)
    return [item for pair in pairs for item in pair]


def _there(sessions: Path) -> Iterable[Row]:
    """Yield a row for each session that is there, and for each folder that is none."""
    try:
        names = session_names(sessions)
        beside = strays(sessions, names)
    except OSError:
        return
    for name in names:
        yield Row(name, is_read=False)
    for name, what in beside.items():
        yield Row(name, trouble=clean_line(what), is_session=False)


def _catalogue(path: Path) -> Iterable[object]:
    """Return the documents of the catalogue; none where it cannot be read: it is rebuilt."""
    try:
        tables = json.loads(path.read_bytes())
        return list(tables["sessions"].values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []


def _rows(documents: Iterable[object]) -> Iterable[Row]:
    for document in documents:
        if isinstance(document, Mapping) and isinstance(document.get("session"), str):
            yield _row(document)


def _row(document: Mapping[str, Any]) -> Row:
    return Row(
        # A name is a path and stays as it is; it is cleaned where it is shown.
        document["session"],
        title=_text(document, "title"),
        kind=_text(document, "kind"),
        dates=_text(document, "dates"),
        place=_text(document, "place"),
        trouble=_text(document, "trouble"),
        entries=_number(document, "entries"),
        worklist=_number(document, "worklist"),
        sittings=_number(document, "sittings"),
        decisions=len(_list(document, "decisions")),
        delegations=len(_list(document, "delegations")),
        owed=tuple(
            Owed(_text(one, "owner"), _text(one, "what"), _text(one, "due"))
            for one in _list(document, "follow_ups")
            if isinstance(one, Mapping) and one.get("state", "open") == "open"
        ),
        is_open=document.get("open") is True,
        has_ended=bool(document.get("ended")),
        ended_on=_text(document, "ended_on"),
        damages=tuple(clean_line(str(one)) for one in _list(document, "damages")),
        torn=tuple(clean_line(str(one)) for one in _list(document, "torn")),
        changed=_text(document, "changed"),
        waiting=_number(document, "waiting"),
        away=_number(document, "away"),
    )


def _text(document: Mapping[str, Any], name: str) -> str:
    value = document.get(name)
    return clean_line(value) if isinstance(value, str) else ""


def _number(document: Mapping[str, Any], name: str) -> int:
    value = document.get(name)
    return value if isinstance(value, int) else 0


def _list(document: Mapping[str, Any], name: str) -> list[Any]:
    value = document.get(name)
    return value if isinstance(value, list) else []


def _in_order(rows: Iterable[Row]) -> list[Row]:
    """What is open first, then what is prepared, then the latest; undated ones last, by name."""
    by_name = sorted(rows, key=lambda row: natural(row.name))
    by_date = sorted(by_name, key=lambda row: interval(row.dates)[0] or date.min, reverse=True)
    return sorted(by_date, key=lambda row: (not row.is_open, row.state != "prepared"))


def _as_sentence(text: str) -> str:
    return clean_line(text) + "."
