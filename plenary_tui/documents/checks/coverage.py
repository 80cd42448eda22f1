"""What the record holds and no paragraph mentions: decisions, follow-ups, events."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.documents.communique.outcomes import number_of, title
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Event, Sealed
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import ADOPTED, TextRecord, standing

from .finding import Finding

_GONE = ("withdrawn", "lapsed")
_LONGEST = 80


def coverage(meeting: Meeting, sources: frozenset[str], *, progress: bool) -> Iterator[Finding]:
    """Find what is not mentioned, of what may stand in a document for everybody.

    sources: the entries that the document rests on. progress: it tells what was adopted and what
    is next, as a news note does, and neither its agenda, nor what is open, nor who owes what.
    """
    for text in sorted(meeting.texts.values(), key=lambda one: one.rank):
        state = standing(text, ended=meeting.ended, now=None)
        agenda = meeting.agenda_decision in text.entries()
        if state in _GONE or (progress and (agenda or state not in ADOPTED)):
            continue
        if (state in ADOPTED or _public(meeting, text.entry)) and not sources & {*text.entries()}:
            called = number_of(text) or f"“{title(text)}”"
            yield _missing(f"{called} ({state.replace('_', ' ')})", _settled(text))
    for entry in meeting.events:
        if isinstance(entry.what, Event) and entry.id not in sources and _public(meeting, entry):
            yield _missing(f"The meeting or visit to come “{_cut(entry.what.title)}”", entry.id)
    for owed in () if progress else meeting.follow_ups.values():
        if owed.entry.id not in sources and _public(meeting, owed.entry):
            yield _missing(f"The follow-up “{_cut(owed.text)}”", owed.entry.id)


def _missing(what: str, entry: str) -> Finding:
    return Finding("coverage", f"{what} is mentioned in no paragraph.", entry=entry)


def _settled(text: TextRecord) -> str:
    return text.gavels[-1].entry if text.gavels else text.id


def _public(meeting: Meeting, entry: Entry) -> bool:
    """Whether what an entry holds may stand in a document for everybody."""
    if isinstance(entry.what, Sealed) or entry.marking == "private":
        return False
    shows = entry.what.open_part() is entry.what
    return shows or not (
        entry.marking == "restricted" or entry.seals or entry.id in meeting.covered
    )


def _cut(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
