"""The journal of the day: what was held, who presided, what was taken up, who spoke."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter

from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    ItemChange,
    Paper,
    Presiding,
    Rapporteur,
    Silence,
)
from plenary_tui.record.sittings import SittingRecord
from plenary_tui.record.texts import Gavel, TextRecord

from .. import registers
from ..chronicle import Chronicle
from ..draft import Block, Draft, Listing, Paragraph, Section
from ..labels import label_of
from ..outcomes import gavel_words, state_words, title_of, words_of
from ..summary.gathering import counted, speakers, under_seal
from ..titles import item_title, sitting_title
from ..wording import bracketed, capital, day, sentence, weekday
from .drafts import communique_stages

_TURNS = {
    "opened": "opening",
    "suspended": "suspension",
    "resumed": "resumption",
    "closed": "closing",
}
_ITEM_ACTS = {
    "taken_up": "taken up",
    "reopened": "reopened",
    "concluded": "concluded",
    "not_included": "not included",
    "deferred": "deferred",
}


def journal(record: Record, now: datetime | None = None) -> Draft:
    """Compose the journal of a record, a section for each official day, then what is to come."""
    chronicle = Chronicle(written_out(record), now)
    sittings = chronicle.sittings()
    days = [
        Section(weekday(on), sections=tuple(_sitting(chronicle, one, sittings) for one in held))
        for on, held in groupby(sittings, key=attrgetter("official_day")) if on
    ]  # fmt: skip
    outside = tuple(
        Section(weekday(on), sections=parts)
        for on, entries in chronicle.days_outside()
        if (parts := _business(chronicle, entries, on))
    )
    heading = "Outside the sittings" if sittings else "Proceedings"
    return chronicle.draft(
        "Journal", *days, Section(heading, sections=outside), communique_stages(chronicle),
        _programme(chronicle, sittings), registers.events(chronicle),
    )  # fmt: skip


def _programme(chronicle: Chronicle, sittings: list[SittingRecord]) -> Section:
    """Say which sittings are announced, and which items are still to be taken up in them."""
    planned = [one for one in sittings if one.official_day is None]
    blocks: list[Block] = [
        Listing(tuple(Paragraph(sitting_title(chronicle, one), (one.id,)) for one in planned))
    ] if planned else []  # fmt: skip
    meeting = chronicle.meeting
    ahead = [one for one in meeting.items if one.state == "planned"]
    if sittings and ahead and not meeting.ended:
        items = (
            Paragraph(item_title(chronicle, one.number, one.history[-1]), one.history[-1:])
            for one in ahead
        )
        blocks += [Paragraph("", lead="Items still to be taken up:"), Listing(tuple(items))]
    return Section("Programme", tuple(blocks))


def _sitting(
    chronicle: Chronicle, sitting: SittingRecord, sittings: list[SittingRecord]
) -> Section:
    entries = chronicle.of_sitting(sitting.id)
    blocks: list[Block] = [*_times(chronicle, sitting), *_officers(chronicle, sitting, entries)]
    blocks += _presence(chronicle, sitting)
    closed = [entry for entry in entries if chronicle.is_closed(entry)]
    if closed:
        ids = tuple(entry.id for entry in closed)
        blocks.append(Paragraph(f"Part of it was held in camera ({under_seal(closed)}).", ids))
    following = _next(chronicle, sitting, sittings)
    parts = _business(chronicle, entries, sitting.official_day)
    if following:
        parts = (*parts, Section("Next meeting", (following,)))
    return Section(sitting_title(chronicle, sitting), tuple(blocks), parts)


def _times(chronicle: Chronicle, sitting: SittingRecord) -> list[Paragraph]:
    found = []
    for turn in sitting.turns:
        time = _time(chronicle, turn.at, sitting.official_day) or "time not recorded"
        found.append(f"{_TURNS[turn.act]} {time}" + bracketed(turn.reason))
    sources = chronicle.sources(*(turn.entry for turn in sitting.turns))
    return [Paragraph("; ".join(found), sources, lead="Times:")] if found else []


def _time(chronicle: Chronicle, at: datetime, on: date | None) -> str:
    """Return a time, with its day where that is not the one it is printed under."""
    time, day_ = chronicle.words.time_of(at), chronicle.words.day_of(at)
    return f"{time} on {day(day_)}" if time and day_ != on else time


def _officers(
    chronicle: Chronicle, sitting: SittingRecord, entries: Iterable[Entry]
) -> list[Paragraph]:
    """Who presided, one after the other, and who wrote."""
    on = sitting.official_day or date.max
    chairs: dict[str, list[str]] = {}
    writers: dict[str, list[str]] = {}
    for entry in entries:
        if chronicle.is_closed(entry):
            continue
        if isinstance(entry.what, Presiding):
            chair = capital(chronicle.words.name(entry.what.speaker, on, entry.what.person))
            chairs.setdefault(chair, []).append(entry.id)
        if isinstance(entry.what, Rapporteur):
            writers.setdefault(entry.what.name, []).append(entry.id)
        elif entry.by:
            writers.setdefault(entry.by, [entry.id])
    if not chairs and sitting.presiding:
        chair = capital(chronicle.words.name(sitting.presiding, on, sitting.person))
        chairs[chair] = [sitting.id]
    found = []
    for label, known in (("Presiding officer:", chairs), ("Rapporteur:", writers)):
        if known:
            sources = all_sources(chronicle, known.values())
            found.append(Paragraph(", then ".join(known), sources, lead=label))
    return found


def all_sources(chronicle: Chronicle, ids: Iterable[list[str]]) -> tuple[str, ...]:
    """Return the sources of several lists of entries."""
    return chronicle.sources(*(one for some in ids for one in some))


def _presence(chronicle: Chronicle, sitting: SittingRecord) -> list[Paragraph]:
    on = sitting.official_day or date.max
    return [
        Paragraph(counted(chronicle, codes, on), (sitting.id,), lead=lead)
        for lead, codes in (("Present:", sitting.present), ("Left:", sitting.left)) if codes
    ]  # fmt: skip


def _next(
    chronicle: Chronicle, sitting: SittingRecord, sittings: list[SittingRecord]
) -> Paragraph | None:
    """Say which sitting came next: one that was held beside this one did not."""
    later = sittings[sittings.index(sitting) + 1 :]
    following = next(
        (
            one
            for one in later
            if not (one.opened and sitting.closed and one.opened < sitting.closed)
        ),
        None,
    )
    if following is None:
        return None
    on = following.official_day
    when = f"{weekday(on)}" if on else ""
    opened = chronicle.words.time_of(following.opened) if following.opened else ""
    title = sitting_title(chronicle, following)
    said = ", ".join(part for part in (when, opened, title) if part)
    return Paragraph(said, (following.id,))


def _business(
    chronicle: Chronicle, entries: tuple[Entry, ...], on: date | None
) -> tuple[Section, ...]:
    """Return what was done, item by item, in the order in which items were first before it."""
    shown = [entry for entry in entries if not chronicle.is_closed(entry)]
    items: dict[str, list[Entry]] = {}
    for entry in shown:
        what = entry.what
        number = what.number if isinstance(what, ItemChange) else entry.item
        items.setdefault(number, []).append(entry)
    parts = []
    for number, group in items.items():
        blocks = _of_item(chronicle, group, on)
        if blocks:
            taken_up = (one.id for one in group if isinstance(one.what, ItemChange))
            title = item_title(chronicle, number, next(taken_up, group[0].id))
            parts.append(Section(title, blocks))
    return tuple(parts)


def _of_item(chronicle: Chronicle, entries: list[Entry], on: date | None) -> tuple[Block, ...]:
    words = chronicle.words
    papers, written, decided = [], [], []
    outcomes = _outcomes(chronicle)
    for entry in entries:
        what = entry.what
        if isinstance(what, Paper):
            title = f"{what.symbol}: {what.text}" if what.text else what.symbol
            papers.append(Paragraph(f"{title} ({words.speaker(entry)})", (entry.id,)))
        if isinstance(what, Silence):
            written.append(_written(chronicle, entry, what))
        decided += [_decided(chronicle, *one, on) for one in outcomes.get(entry.id, ())]
    spoke = [entry for entry in entries if entry.id in chronicle.meeting.speeches]
    blocks: list[Block] = [*_acts(chronicle, entries, on)]
    blocks += speakers(chronicle, spoke, on or date.max)
    for lead, items in (
        ("Documents:", papers), ("Written procedures:", written), ("Outcomes:", decided),
    ):  # fmt: skip
        if items:
            blocks += [Paragraph("", lead=lead), Listing(tuple(items))]
    return tuple(blocks)


def _acts(chronicle: Chronicle, entries: list[Entry], on: date | None) -> list[Paragraph]:
    """Say what became of an item: in one line, what has a reason in a line of its own."""
    found: list[Paragraph] = []
    goes_on = False
    for entry in entries:
        what = entry.what
        if not isinstance(what, ItemChange):
            continue
        said = f"{_ITEM_ACTS[what.act]} {_time(chronicle, entry.happened, on)}".strip()
        if what.text:
            to = chronicle.words.destination(what.text, chronicle.meeting.day_of(entry))
            said += to if what.act == "deferred" else f": {what.text}"
        sources = chronicle.sources(entry.id)
        if goes_on and not what.text:
            before = found.pop()
            said = f"{before.text[:-1]}; {said}"
            sources = (*before.sources, *sources)
        found.append(Paragraph(sentence(said), sources))
        goes_on = not what.text
    return found


def _written(chronicle: Chronicle, entry: Entry, what: Silence) -> Paragraph:
    """What became of a written procedure, and of which text."""
    text = chronicle.meeting.texts.get(what.target) or chronicle.meeting.texts.get(entry.id)
    words = chronicle.words
    said = {"announced": "result announced"}.get(what.act, what.act)
    if what.until:
        said += f" until {words.moment(what.until)}"
    if what.act == "broken":
        said += f" by {words.speaker(entry)}"
    time = words.time_of(entry.happened)
    said = f"{said} ({time})" if time else said
    label = label_of(chronicle.meeting, text) if text else ""
    return Paragraph(sentence(said), chronicle.sources(entry.id), lead=f"{label or 'Text'}:")


def _outcomes(chronicle: Chronicle) -> dict[str, list[tuple[TextRecord, Gavel | None]]]:
    """Return what each entry did to a text: its outcomes, and a withdrawal (no gavel)."""
    found: dict[str, list[tuple[TextRecord, Gavel | None]]] = {}
    for text in chronicle.meeting.texts.values():
        for gavel in text.gavels:
            found.setdefault(gavel.entry, []).append((text, gavel))
        if text.state == "withdrawn" and text.id in chronicle.withdrawals:
            found.setdefault(chronicle.withdrawals[text.id].id, []).append((text, None))
    return found


def _decided(
    chronicle: Chronicle, text: TextRecord, gavel: Gavel | None, on: date | None
) -> Paragraph:
    last = gavel is None or gavel is text.gavels[-1]
    if last:
        said = state_words(chronicle, text)
    else:
        assert gavel is not None
        said = gavel_words(chronicle, text, gavel)
    time = _time(chronicle, gavel.at, on) if gavel else ""
    said = f"{said}, {time}" if time else said
    sources = chronicle.sources(text.id, gavel.entry if gavel else "")
    return Paragraph(f"{words_of(chronicle, text)} ({said})", sources,
                     lead=f"{title_of(chronicle, text)}:")  # fmt: skip
