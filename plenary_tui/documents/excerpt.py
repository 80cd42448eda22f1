"""Part of a record as a record of its own: what was chosen, with what it cannot stand without.

Pure: a record and the ids of entries give a record, and that a summary, notes or data.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from plenary_tui.record import kinds as k
from plenary_tui.record.history import CHANGES, Record, is_planned

from .data import data
from .draft import Draft
from .notes import notes
from .summary import summary

_SET_UP = (
    k.MeetingFact, k.Delegation, k.Body, k.Delegate, k.AgendaItem, k.Day, k.ClockStopped,
    k.Abbreviations,
)  # fmt: skip
_MORE = (k.Continuation, *CHANGES)
"""Kinds that say how something else reads."""


def excerpt(record: Record, chosen: Collection[str]) -> Record:
    """Return the record of what was chosen.

    With it stand the roster and the agenda, the sitting that it was said in, the text that it is
    about, and what continues or corrects it.
    """
    kept = set(chosen)
    for entry in reversed(record.entries):
        if entry.id in kept:
            kept.update(entry.what.refs())
            kept.add(entry.sitting)
    for entry in record.entries:
        what = entry.what
        if is_planned(entry) or isinstance(what, _SET_UP):
            kept.add(entry.id)
        elif (isinstance(what, _MORE) and what.target in kept) or _opens(what, kept):
            kept.update((entry.id, *what.refs()))
    held = [entry for entry in record.entries if entry.id in kept]
    gone = (entry.id for entry in record.entries if entry.id not in kept)
    return Record(held, lost=(*record.lost, *gone))


def excerpt_summary(
    record: Record, chosen: Collection[str], about: str, now: datetime | None = None
) -> Draft:  # fmt: skip
    """Compose the summary of an excerpt; `about` says in its title block what it is of."""
    draft = summary(excerpt(record, chosen), now)
    return replace(draft, register=f"{draft.register}: excerpt", about=(*draft.about, about))


def excerpt_notes(record: Record, chosen: Collection[str], about: str) -> str:
    """Return an excerpt as notation, which imports as a session of its own."""
    return f"# {' '.join(about.split())}\n{notes(excerpt(record, chosen), whole=False)}"


def excerpt_data(record: Record, chosen: Collection[str], now: datetime) -> str:
    """Return an excerpt for other programs, in the form of `export data`."""
    return data(excerpt(record, chosen), now=now, whole=False)


def _opens(what: k.Kind, kept: Collection[str]) -> bool:
    """Whether a sitting is opened in which something of the excerpt was said."""
    return isinstance(what, k.SittingTime) and what.act == "opened" and what.target in kept
