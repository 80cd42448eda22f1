"""What of a session can be searched: one statement an entry, without anything closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

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
    Paper,
    Pointing,
    Position,
    Pronouncement,
    Spoken,
    Stance,
    Who,
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
_CARRY_WORDS = (Continuation, Correction)
_SLICE = 200
"""Entries after which somebody else may want the processor."""
_ABOUT = 120
"""Characters of a text that another entry is about."""

Rest = Callable[[], object]
"""Called again and again while a long record is gone through."""


class Statement(NamedTuple):
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


class Findable(NamedTuple):
    """What of a session can be searched, in plain values: its title, its names, what was said."""

    title: str
    names: list[Alias]
    said: list[Statement]


def findable(record: Record, rest: Rest = lambda: None) -> Findable:
    """Return what of a record can be searched, without anything closed."""
    shown = searchable(record, rest)
    title = shown.live.facts.get("title", "")
    return Findable(title, list(aliases(shown)), list(statements(shown, rest)))


def statements(shown: Record, rest: Rest = lambda: None) -> Iterator[Statement]:
    """Return what is said in a record that may be searched, without what was taken back."""
    context, retracted = _Context(shown), shown.retracted
    for place, entry in enumerate(shown.entries):
        if place % _SLICE == 0:
            rest()
        if entry.marking == _CLOSED or entry.id in retracted:
            continue
        reading = shown.reads(entry.id)
        if reading is not None:
            found = _statement(context, reading)
            if found.text and not _continues(context.meeting, entry):
                yield found


def aliases(shown: Record) -> Iterator[Alias]:
    """Return every name that the delegations and bodies of such a record have or had."""
    roster = shown.live.roster
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
    """Return what of a record may be searched: nothing sealed and nothing restricted, nor what
    carries their words."""
    closed: set[str] = set()
    entries = []
    changed = False
    before = record.entries
    for old, entry in zip(before, redact(record), strict=True):
        what = entry.what
        carries = isinstance(what, _CARRY_WORDS) and what.target in closed
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


class _Context:
    """What the statements of a session have in common, each looked up once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.meeting = record.meeting
        self.zone = self.meeting.zone
        self._names: dict[tuple[Who, date], str] = {}
        self._parties: dict[tuple[Who, str, str], frozenset[str]] = {}
        self._bodies: dict[tuple[str, str, Who, str], frozenset[str]] = {}

    def name(self, who: Who, day: date) -> str:
        """Return who says it, by their names on that day."""
        known = self._names.get((who, day))
        if known is None:
            name_of = self.meeting.roster.name_of
            known = ", ".join(name_of(one, day) for one in who if one)
            self._names[who, day] = known
        return known

    def parties(self, who: Who, person: str, group: str) -> frozenset[str]:
        """Return the folded codes and names of who says it, and for whom."""
        known = self._parties.get((who, person, group))
        if known is None:
            known = frozenset(fold_name(one) for one in (*who, person, group) if one)
            self._parties[who, person, group] = known
        return known

    def bodies(self, sitting: str, item: str, who: Who, capacity: str) -> frozenset[str]:
        """Return the folded codes of the bodies that it concerns."""
        known = self._bodies.get((sitting, item, who, capacity))
        if known is None:
            planned = self.meeting.agenda.get(item)
            found = {*self.meeting.sitting(sitting).bodies, capacity.rpartition(" ")[0]}
            found |= {planned.body} if planned else set()
            found |= {name for name in who if name in self.meeting.roster.bodies}
            known = frozenset(fold_name(one) for one in found if one)
            self._bodies[sitting, item, who, capacity] = known
        return known


def _statement(context: _Context, entry: Entry) -> Statement:
    meeting, what = context.meeting, entry.what
    item = meeting.agenda.get(entry.item)
    when = entry.happened.astimezone(context.zone)
    told = str(when)
    who, stance = _who(what)
    person = group = capacity = ""
    speaker = ", ".join(who)
    if isinstance(what, Spoken):
        person, group, capacity = what.person, what.group, what.capacity
        speaker = what.speaker or capacity
    return Statement(
        entry=entry.id,
        when=told[:16],
        day=told[:10],
        speaker=speaker,
        name=context.name(who, when.date()) or speaker,
        item=entry.item,
        topic=f"{entry.item} {item.title}" if item else entry.item,
        stance=stance,
        kind=_kind(what),
        text=_text(meeting, entry),
        about=_about(meeting, entry),
        parties=context.parties(who, person, group),
        bodies=context.bodies(entry.sitting, entry.item, who, capacity),
    )


def _kind(what: Kind) -> str:
    if isinstance(what, Position):
        return what.form
    if isinstance(what, Outcome):
        return "decision" if what.state in ADOPTED else "outcome"
    return _called(what.form if isinstance(what, Pronouncement) else str(getattr(what, "kind", "")))


@cache
def _called(name: str) -> str:
    name = _KINDS.get(name, name)
    return name if name in KINDS else "other"


def _who(what: Kind) -> tuple[Who, str]:
    """Return who says it or stands behind it, and how they stand."""
    if isinstance(what, Position):
        return (what.speaker,), "opposes" if what.form == "objection" else ""
    if isinstance(what, Spoken):
        return (what.speaker,), ""
    if isinstance(what, Stance):
        return what.who, what.stance
    if isinstance(what, Alignment):
        return what.who, "supports"
    if isinstance(what, Action):
        return (what.owner,), ""
    named = getattr(what, "who", ()) or (getattr(what, "author", ""),)
    return named, ""


def _text(meeting: Meeting, entry: Entry) -> str:
    what = entry.what
    speech = meeting.speeches.get(entry.id)
    if speech is not None:
        return f"{what.symbol} {speech.text}".strip() if isinstance(what, Paper) else speech.text
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
    if not meeting.texts:
        return ""
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
