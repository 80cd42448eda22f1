"""What of a session can be searched: one statement an entry, without anything closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

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
    Pointing,
    Position,
    Pronouncement,
    Spoken,
    Stance,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import redact
from plenary_tui.record.texts import ADOPTED, TextRecord, standing

STANCES = ("supports", "opposes", "flexible")
KINDS = (
    "intervention", "statement", "presentation", "paper", "reply", "point of order", "proposal",
    "revision", "amendment", "objection", "reservation", "explanation", "interpretative",
    "dissociation", "stance", "decision", "outcome", "recommendation", "notice", "follow-up",
    "event", "remark", "other",
)  # fmt: skip
"""What a statement can be, as it is looked for."""

_KINDS = {
    "alignment": "stance", "point_of_order": "point of order", "chairs_notice": "notice",
    "chairs_statement": "statement", "action": "follow-up",
}  # fmt: skip
_STATES = {"proposed": "not decided", "adopted_ad_ref": "adopted ad referendum",
           "silence": "under written procedure", "refused": "no consensus"}  # fmt: skip
_CLOSED = "restricted"
_SLICE = 200
"""Entries after which somebody else may want the processor."""
_ABOUT = 120
"""Characters of a text that another entry is about."""

Rest = Callable[[], object]
"""Called again and again while a long record is gone through."""


@dataclass(frozen=True)
class Statement:
    """Something to be found. parties: folded codes and names; bodies: folded codes.

    name: who says it, by their name on that day. about: the text that it concerns and how that
    stands.
    """

    entry: str
    when: str
    day: str
    speaker: str
    name: str
    item: str
    topic: str
    stance: str
    kind: str
    text: str
    about: str
    parties: frozenset[str]
    bodies: frozenset[str]


class Alias(NamedTuple):
    """A name that a delegation (`d`) or body (`b`) has or had. code, name: folded; shown: as is."""

    of: str
    code: str
    name: str
    shown: str


def statements(record: Record, rest: Rest = lambda: None) -> Iterator[Statement]:
    """Return what may be searched: nothing sealed, nothing restricted, nothing taken back."""
    shown = searchable(record, rest)
    meeting = shown.meeting
    for place, entry in enumerate(shown.entries):
        if place % _SLICE == 0:
            rest()
        if entry.marking == _CLOSED or entry.id in shown.retracted:
            continue
        reading = shown.reads(entry.id)
        if reading is not None:
            found = _statement(shown, reading)
            if found.text and not _continues(meeting, entry):
                yield found


def aliases(record: Record) -> Iterator[Alias]:
    """Return every name that the session's delegations and bodies have or had."""
    roster = record.live.roster
    for code, facts in roster.delegations.items():
        names = dict.fromkeys([*(name for fact in facts for name in fact.names), code])
        yield from (Alias("d", fold_name(code), fold_name(name), name) for name in names)
    for code, bodies in roster.bodies.items():
        names = dict.fromkeys([*(fact.name for fact in bodies if fact.name), code])
        yield from (Alias("b", fold_name(code), fold_name(name), name) for name in names)


def record_of(
    entries: Iterable[Entry], lost: Iterable[str] = (), rest: Rest = lambda: None
) -> Record:
    """Return the record of some entries, folded a slice at a time."""
    record = Record(lost=lost)
    known = list(entries)
    for begin in range(0, len(known), _SLICE):
        record.add(known[begin : begin + _SLICE])
        rest()
    return record


def searchable(record: Record, rest: Rest = lambda: None) -> Record:
    """Return the open record without the words of what is restricted, and of what carries them."""
    closed: set[str] = set()
    entries = []
    changed = False
    before = record.entries
    for old, entry in zip(before, redact(record), strict=True):
        what = entry.what
        carries = isinstance(what, Continuation | Correction) and what.target in closed
        if entry.marking == _CLOSED or carries:
            closed.add(entry.id)
            entry = _without_words(entry)
        changed = changed or entry is not old
        entries.append(entry)
    return record_of(entries, record.lost, rest) if changed else record


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
        name=", ".join(_name(meeting.roster, one, entry, meeting) for one in who if one) or speaker,
        item=entry.item,
        topic=f"{entry.item} {item.title}" if item else entry.item,
        stance=stance,
        kind=_kind(what),
        text=_text(record, entry),
        about=_about(meeting, entry),
        parties=frozenset(fold_name(one) for one in {*who, *names} if one),
        bodies=frozenset(fold_name(one) for one in bodies if one),
    )


def _name(roster: Roster, code: str, entry: Entry, meeting: Meeting) -> str:
    return roster.name_of(code, meeting.day_of(entry))


def _kind(what: Kind) -> str:
    if isinstance(what, Position):
        return what.form
    if isinstance(what, Outcome):
        return "decision" if what.state in ADOPTED else "outcome"
    name = what.form if isinstance(what, Pronouncement) else str(getattr(what, "kind", ""))
    name = _KINDS.get(name, name)
    return name if name in KINDS else "other"


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


def _about(meeting: Meeting, entry: Entry) -> str:
    """Return the text that an entry is about: what it is called, its words, and how it stands."""
    speech = meeting.speeches.get(entry.id)
    target = entry.what.target if isinstance(entry.what, Pointing) else ""
    spoken_to = meeting.speeches.get(target)
    places = (entry.id, target, speech.on if speech else "", spoken_to.on if spoken_to else "")
    text = next((meeting.texts[one] for one in places if one in meeting.texts), None)
    return about_text(text, ended=meeting.ended) if text is not None else ""


def about_text(text: TextRecord, *, ended: bool) -> str:
    """Return what a text is called, its words, and how it stands, in one line."""
    state = standing(text, ended=ended, now=None)
    words = " ".join(text.text.split())
    words = words if len(words) <= _ABOUT else words[: _ABOUT - 1] + "…"
    called = text.number or text.label
    said = ": ".join(part for part in (called, words) if part) or "a text"
    return f"{said} ({_STATES.get(state, state.replace('_', ' '))})"
