"""The decisions list: numbers, exact texts, how each stands, and who holds what beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import CarriedOver, Outcome, Pronouncement
from plenary_tui.record.sittings import NO_SITTING
from plenary_tui.record.texts import ADOPTED, Gavel, TextRecord

from . import registers
from .chronicle import Chronicle
from .draft import Block, Draft, Listing, Paragraph, Section
from .labels import label_of
from .numbers import holes, in_sequence
from .outcomes import (
    gavel_words,
    is_agenda,
    position_words,
    stance_words,
    state_words,
    title_of,
    words_of,
)
from .summary.outcome_sentences import body_of, joins
from .titles import item_title
from .wording import bracketed, day

_PENDING = ("proposed", "silence", "expired")
_DEAD = ("withdrawn", "lapsed")


def decisions(record: Record, now: datetime | None = None) -> Draft:
    """Compose the decisions list of a record.

    now: when it is read, which tells whether a written procedure is past its expiry.
    """
    chronicle = Chronicle(written_out(record), now)
    texts = list(chronicle.texts())
    ours = [text for text in texts if text.form in ("decision", "administrative_decision")]
    adopted = [text for text in ours if chronicle.state(text) in ADOPTED]
    other = [
        text for text in ours if chronicle.state(text) not in (*ADOPTED, *_PENDING, *_DEAD)
    ]  # fmt: skip
    pending = [text for text in ours if chronicle.state(text) in _PENDING]
    dead = [text for text in ours if chronicle.state(text) in _DEAD]
    formal = [text for text in adopted if text.form == "administrative_decision" or text.number]
    plain = [text for text in adopted if text not in formal]
    of_bodies = [text for text in plain if _bodies(chronicle, text)]
    formal.sort(key=lambda text: in_sequence(text.number))
    return chronicle.draft(
        "List of decisions",
        _section(chronicle, "Administrative decisions", formal),
        _section(chronicle, "Decisions", [text for text in plain if text not in of_bodies]),
        _section(chronicle, "Decisions of working bodies", of_bodies),
        _of_form(chronicle, "Recommendations", texts, "recommendation"),
        _of_form(chronicle, "Chair’s notices", texts, "chairs_notice"),
        _of_form(chronicle, "Chair’s statements", texts, "chairs_statement"),
        _section(chronicle, "Other outcomes", other),
        _section(chronicle, "Not decided yet", pending),
        _section(chronicle, "Withdrawn or lapsed", dead),
        _loose_positions(chronicle),
        _numbers(chronicle),
        registers.follow_ups(chronicle),
        registers.events(chronicle),
        registers.conflicts(chronicle),
    )


def _of_form(chronicle: Chronicle, heading: str, texts: Iterable[TextRecord], form: str) -> Section:
    return _section(chronicle, heading, [text for text in texts if text.form == form])


def _section(chronicle: Chronicle, heading: str, texts: Iterable[TextRecord]) -> Section:
    known = list(texts)
    names = Counter(title_of(chronicle, text) for text in known)
    parts = (_text(chronicle, text, alone=names[title_of(chronicle, text)] == 1) for text in known)
    return Section(heading, sections=tuple(parts))


def _text(chronicle: Chronicle, text: TextRecord, *, alone: bool) -> Section:
    """Return the section of a text. alone: no other one in the list is called like it."""
    wording = text.wordings[-1].entry if text.wordings else ""
    words = words_of(chronicle, text)
    goes_on = is_agenda(chronicle, text) and joins(words)
    sources = chronicle.sources(text.id, wording)
    blocks: list[Block] = [
        Paragraph(words, sources, lead="The agenda" if goes_on else ""), _standing(chronicle, text)
    ]  # fmt: skip
    blocks += _item(chronicle, text)
    proposed = _proposed(chronicle, text)
    if proposed:
        blocks.append(Paragraph(proposed, chronicle.sources(text.id)))
    notes = [
        *_brackets(chronicle, text), *_earlier(chronicle, text), *_notes(chronicle, text)
    ]  # fmt: skip
    if notes:
        blocks.append(Listing(tuple(notes)))
    title = title_of(chronicle, text)
    if text.disputed_number:
        title += " (number disputed)"
    if not alone and not text.number and (when := _when(chronicle, text)):
        title += f" of {when}"
    return Section(title, tuple(blocks))


def _standing(chronicle: Chronicle, text: TextRecord) -> Paragraph:
    """Say how a text stands, by whose decision and since when."""
    label = label_of(chronicle.meeting, text)
    lead = f"{label}:" if label and text.number else "Outcome:"
    left = chronicle.withdrawals.get(text.id) if text.state == "withdrawn" else None
    said = state_words(chronicle, text) + _by_whom(chronicle, text)
    when = _when(chronicle, text)
    deciding = text.gavels[-1].entry if text.gavels else ""
    said += bracketed(when)
    sources = chronicle.sources(deciding, left.id if left else "", text.carried)
    return Paragraph(f"{said}.", sources, lead=lead)


def _item(chronicle: Chronicle, text: TextRecord) -> list[Paragraph]:
    """Say under which item a text came to what it is, with the title that the item had then."""
    deciding = text.gavels[-1].entry if text.gavels else ""
    at = chronicle.record.reads(deciding) or text.entry
    number, _, title = item_title(chronicle, at.item, at.id).partition(": ")
    return [Paragraph(f"{title}.", (at.id,), lead=f"{number}:")] if at.item and title else []


def _when(chronicle: Chronicle, text: TextRecord) -> str:
    """Return when a text became what it is; empty while it is open."""
    words = chronicle.words
    left = chronicle.withdrawals.get(text.id) if text.state == "withdrawn" else None
    at = left.happened if left else text.decided_at
    if at is None or chronicle.state(text) in (*_PENDING, "lapsed"):
        return ""
    return ", ".join(part for part in (day(words.day_of(at)), words.time_of(at)) if part)


def _bodies(chronicle: Chronicle, text: TextRecord) -> bool:
    """Whether working bodies decided, and not the meeting."""
    entry = chronicle.record.entry(text.gavels[-1].entry) if text.gavels else None
    sitting = chronicle.meeting.sitting(entry.sitting) if entry else NO_SITTING
    return any(code in chronicle.meeting.roster.bodies for code in sitting.bodies)


def _by_whom(chronicle: Chronicle, text: TextRecord) -> str:
    """Return who decided, and whose objection was withdrawn before they did."""
    state = chronicle.state(text)
    if state not in (*ADOPTED, "noted") or not text.gavels:
        return ""
    gavel = text.gavels[-1]
    entry = chronicle.record.reads(gavel.entry)
    if entry is None or not isinstance(entry.what, Outcome | Pronouncement):
        return ""
    body = body_of(chronicle, gavel.entry)
    return f" by {body[:1].lower()}{body[1:]}" + _after_objection(chronicle, text, gavel)


def _after_objection(chronicle: Chronicle, text: TextRecord, gavel: Gavel) -> str:
    places, on = chronicle.places, chronicle.words.day_of(gavel.at)
    who = dict.fromkeys(
        held.who for held in text.positions
        if held.form == "objection" and held.withdrawn
        and places.get(held.withdrawn, 0) < places.get(gavel.entry, 0)
    )  # fmt: skip
    if not who:
        return ""
    whose = "their objections" if len(who) > 1 else "its objection"
    return f" after {chronicle.words.names(who, on)} withdrew {whose}"


def _proposed(chronicle: Chronicle, text: TextRecord) -> str:
    """Who proposed it, and who stood where before the gavel."""
    parts = []
    if text.by and text.form in ("decision", "administrative_decision"):
        parts.append(f"Proposed by {chronicle.words.speaker(text.entry)}.")
    stances = stance_words(chronicle, text)
    return " ".join((*parts, stances)).strip()


def _earlier(chronicle: Chronicle, text: TextRecord) -> list[Paragraph]:
    """Outcomes that a later one followed, and what became of it after the meeting."""
    words = chronicle.words
    found = [
        Paragraph(
            f"{gavel_words(chronicle, text, gavel)} ({day(words.day_of(gavel.at))}).",
            chronicle.sources(gavel.entry),
            lead="Earlier:",
        )
        for gavel in text.gavels[:-1]
    ]
    carried = chronicle.record.reads(text.carried) if text.carried else None
    if carried is not None and isinstance(carried.what, CarriedOver) and text.gavels:
        to = words.destination(carried.what.to, chronicle.meeting.day_of(carried))
        found.append(Paragraph(f"carried over{to}.", (carried.id,), lead="Then:"))
    return found


def _brackets(chronicle: Chronicle, text: TextRecord) -> list[Paragraph]:
    """Brackets that stand in a text that was not adopted, with who asked for each."""
    if chronicle.state(text) in (*ADOPTED, "withdrawn", "issued"):
        return []
    standing = [
        one for one in chronicle.meeting.brackets.values()
        if one.on == text.id and not one.para and not one.cleaned
    ]  # fmt: skip
    found = []
    for bracket in sorted(standing, key=lambda one: one.rank):
        entry = chronicle.record.reads(bracket.entry.id) or bracket.entry
        asked = bracket.form == "bracket"
        what = "In brackets at the request of" if asked else "Alternative offered by"
        words = f"[{bracket.words}]" if asked else bracket.words
        lead = f"{what} {chronicle.words.speaker(entry)}:"
        found.append(Paragraph(words, chronicle.sources(bracket.entry.id), lead=lead))
    return found


def _notes(chronicle: Chronicle, text: TextRecord) -> list[Paragraph]:
    """Objections, reservations and the rest, then the amendments."""
    found = []
    for held in text.positions:
        lead, words = position_words(chronicle, held)
        found.append(Paragraph(words, chronicle.sources(held.entry, held.withdrawn), lead=lead))
    for asked in text.amendments:
        entry = chronicle.record.reads(asked.entry)
        who = chronicle.words.speaker(entry) if entry else asked.who
        state = {"asked": "not accepted"}.get(asked.state, asked.state)
        lead = f"Amendment of {who} ({state}):"
        found.append(Paragraph(asked.text, chronicle.sources(asked.entry), lead=lead))
    return found


def _loose_positions(chronicle: Chronicle) -> Section:
    items = []
    for held in chronicle.meeting.positions:
        lead, words = position_words(chronicle, held)
        items.append(Paragraph(words, chronicle.sources(held.entry), lead=lead))
    return Section("Positions on no particular text", (Listing(tuple(items)),) if items else ())


def _numbers(chronicle: Chronicle) -> Section:
    """Numbers that were given up, are held twice, or were never given."""
    meeting = chronicle.meeting
    items = []
    for number, entry in sorted(meeting.annulled.items()):
        taken = meeting.numbers.get(number)
        after = "; given again since" if taken else ""
        items.append(
            Paragraph(f"{number}: annulled, its adoption was taken back{after}.", (entry,))
        )
    items += [
        Paragraph(f"{text.number}: disputed, another decision has it.", (text.id,))
        for text in chronicle.texts()
        if text.disputed_number
    ]
    items += [Paragraph(f"{number}: not given to any decision here.") for number in holes(meeting)]
    return Section("Numbers to note", (Listing(tuple(items)),) if items else ())
