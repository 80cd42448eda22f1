"""A record as one delegation's extract is drawn from: what is its own, and nothing of others.

What others said is not there, so that no sentence made from this record can tell it. Of their
texts only the labels stay, for a position names the text that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Abbreviations,
    AgendaItem,
    AgendaOrder,
    Body,
    Continuation,
    CorrectionAsked,
    Day,
    Delegation,
    Kind,
    Marking,
    MeetingFact,
    Outcome,
    PreparedStatement,
    Private,
    Pronouncement,
    Proposal,
    Sealed,
    Silence,
    Sitting,
    SittingTime,
    Spoken,
)

from .who import TOGETHER, actors

_FRAME = (MeetingFact, Delegation, Body, Day, Abbreviations, AgendaItem, AgendaOrder, Sitting)
"""What the meeting is: titles and names that everybody has before them."""
_BARE = (SittingTime, Marking, Proposal, Silence, Pronouncement, Outcome)
"""What happened at a moment or to a text, kept without the words that it came with."""
_WORDS = ("text", "reason", "to", "person", "group", "capacity")


def own_record(record: Record, who: str) -> Record:
    """Return the part of a record that is a delegation's own, as it reads now."""
    kept = list(_kept(record, who))
    there = {entry.id for entry in kept}
    gone = {entry.id for entry in record.entries} - there
    return Record(kept, lost=(*record.lost, *gone))


def is_own(what: Kind, who: str) -> bool:
    """Whether somebody says or does this, alone or with others."""
    if isinstance(what, CorrectionAsked | PreparedStatement | Private | Sealed):
        return False
    return who in actors(what)


def _kept(record: Record, who: str) -> Iterator[Entry]:
    own: set[str] = set()
    for entry in record.readings():
        what = entry.what
        if is_own(what, who) or (isinstance(what, Continuation) and what.target in own):
            own.add(entry.id)
            yield _with(entry, who=(who,)) if isinstance(what, TOGETHER) else entry
        elif isinstance(what, _FRAME):
            yield entry
        elif isinstance(what, _BARE):
            speaker = {"speaker": ""} if isinstance(what, Spoken) else {}
            fields = type(what).model_fields
            yield _with(entry, **{name: "" for name in _WORDS if name in fields}, **speaker)


def _with(entry: Entry, **changes: Any) -> Entry:
    return entry.model_copy(update={"what": entry.what.model_copy(update=changes)})
