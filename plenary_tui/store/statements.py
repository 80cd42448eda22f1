"""What of a session can be searched: one statement an entry, without anything closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plenary_tui.record.delegations import Roster
from plenary_tui.record.entries import Entry
from plenary_tui.record.folded import fold_name
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Action,
    Alignment,
    Continuation,
    Correction,
    Event,
    Kind,
    Outcome,
    Position,
    Spoken,
    Stance,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import redact

_CLOSED = "restricted"


@dataclass(frozen=True)
class Statement:
    """Something to be found. parties and bodies: folded names and codes."""

    entry: str
    when: str
    day: str
    speaker: str
    item: str
    topic: str
    stance: str
    text: str
    parties: frozenset[str]
    bodies: frozenset[str]


def statements(record: Record) -> Iterator[Statement]:
    """Return what may be searched: nothing sealed, nothing restricted, nothing taken back."""
    shown = _searchable(record)
    meeting = shown.meeting
    for entry in shown.entries:
        if entry.marking == _CLOSED or entry.id in shown.retracted:
            continue
        reading = shown.reads(entry.id)
        if reading is not None:
            found = _statement(shown, reading)
            if found.text and not _continues(meeting, entry):
                yield found


def _searchable(record: Record) -> Record:
    """Return the open record without the words of what is restricted, and of what carries them."""
    closed: set[str] = set()
    entries = []
    for entry in redact(record):
        what = entry.what
        carries = isinstance(what, Continuation | Correction) and what.target in closed
        if entry.marking == _CLOSED or carries:
            closed.add(entry.id)
            entry = _without_words(entry)
        entries.append(entry)
    return Record(entries, lost=record.lost)


def _without_words(entry: Entry) -> Entry:
    """Return an entry without its words, also where they would be open in a sealed sitting."""
    bare = entry.redacted()
    if not getattr(bare.what, "text", ""):
        return bare
    return bare.model_copy(update={"what": bare.what.model_copy(update={"text": ""})})


def _continues(meeting: Meeting, entry: Entry) -> bool:
    """Whether its words stand with what it continues."""
    if not isinstance(entry.what, Continuation):
        return False
    target = entry.what.target
    return target in meeting.speeches or target in meeting.remarks


def _statement(record: Record, entry: Entry) -> Statement:
    meeting, what = record.live, entry.what
    item = meeting.agenda.get(entry.item)
    when = entry.happened.astimezone(meeting.zone)
    who, stance = _who(what)
    speaker = what.speaker if isinstance(what, Spoken) else ", ".join(who)
    if isinstance(what, Spoken):
        speaker = speaker or what.capacity or ""
    bodies = {*meeting.sitting(entry.sitting).bodies, *([item.body] if item else ())}
    bodies |= {name for name in who if name in meeting.roster.bodies}
    if isinstance(what, Spoken):
        bodies.add(what.capacity.rpartition(" ")[0])
    names = {what.person, what.group} if isinstance(what, Spoken) else set()
    return Statement(
        entry=entry.id,
        when=f"{when:%Y-%m-%d %H:%M}",
        day=f"{when:%Y-%m-%d}",
        speaker=speaker,
        item=entry.item,
        topic=f"{entry.item} {item.title}" if item else entry.item,
        stance=stance,
        text=_text(record, entry),
        parties=frozenset(_folded(meeting.roster, {*who, *names})),
        bodies=frozenset(_folded(meeting.roster, bodies)),
    )


def _who(what: Kind) -> tuple[tuple[str, ...], str]:
    """Return who says it or stands behind it, and how they stand."""
    if isinstance(what, Stance):
        return what.who, what.stance
    if isinstance(what, Alignment):
        return what.who, "supports"
    if isinstance(what, Position):
        return (what.speaker,), "opposes" if what.form == "objection" else ""
    if isinstance(what, Action):
        return (what.owner,), ""
    if isinstance(what, Spoken):
        return (what.speaker,), ""
    named = getattr(what, "who", ()) or (getattr(what, "author", ""),)
    return named, ""


def _text(record: Record, entry: Entry) -> str:
    meeting, what = record.live, entry.what
    speech = meeting.speeches.get(entry.id)
    if speech is not None:
        return f"{getattr(what, 'symbol', '')} {speech.text}".strip()
    if isinstance(what, Stance | Alignment | Outcome) and not getattr(what, "text", ""):
        text, said = meeting.texts.get(what.target), meeting.speeches.get(what.target)
        return text.text if text else said.text if said else ""
    noted = meeting.remarks.get(entry.id)
    if noted is not None:
        return noted.text
    if isinstance(what, Event):
        return " ".join(filter(None, (what.title, what.place, what.dates)))
    return str(getattr(what, "text", "") or getattr(what, "title", ""))


def _folded(roster: Roster, names: set[str]) -> Iterator[str]:
    for name in filter(None, names):
        yield fold_name(name)
        for delegation in roster.delegations.get(name, ()):
            yield from map(fold_name, delegation.names)
        for body in roster.bodies.get(name, ()):
            if body.name:
                yield fold_name(body.name)
