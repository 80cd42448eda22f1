"""The middle of a communiqué: one block a working body or item, from what was done under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from plenary_tui.record.agenda import item_key
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Intervention,
    ItemChange,
    Paper,
    PointOfOrder,
    Presentation,
    Remark,
    Reply,
    Spoken,
    Statement,
)
from plenary_tui.record.texts import TextRecord

from ..chronicle import Chronicle
from ..draft import Paragraph
from ..language.verbs import place_of
from ..wording import is_reported
from . import outcomes
from .memory import remembered
from .voice import Voice

_SPEECH = (Intervention, Reply, PointOfOrder)
_OFFICES = ("chair", "vice-chair")


@dataclass
class Work:
    """What was done under an item in the sittings of one body, or of the meeting itself."""

    officers: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    presented: list[tuple[str, str]] = field(default_factory=list)
    papers: list[tuple[str, str, str]] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)


@dataclass
class Business:
    """What stands under an item. told: the rapporteur told it by summary, nobody's speech."""

    number: str
    works: dict[tuple[str, ...], Work] = field(default_factory=dict)
    remarks: list[Entry] = field(default_factory=list)
    statements: list[Entry] = field(default_factory=list)
    texts: list[TextRecord] = field(default_factory=list)
    told: bool = True


def business(voice: Voice) -> dict[str, Business]:
    """Return what was done under each item, in the order of the agenda; "" is under none."""
    start: dict[str, Business] = {}
    done = voice.chronicle.gathered(_gather, start)
    found = {number: replace(one, texts=[]) for number, one in done.items()}
    for text in voice.chronicle.texts():
        if outcomes.shown(voice, text):
            number = outcomes.home(voice, text)[0]
            found.setdefault(number, Business(number)).texts.append(text)
    agenda = voice.chronicle.meeting.agenda
    for number, item in agenda.items():
        if item.state in ("taken_up", "concluded"):
            found.setdefault(number, Business(number))
    planned = {item.number: place for place, item in enumerate(voice.chronicle.meeting.items)}
    order = sorted(
        found,
        key=lambda number: (not number, planned.get(number, len(planned)), item_key(number)),
    )
    return {number: found[number] for number in order}


def _gather(
    chronicle: Chronicle, entries: Iterable[Entry], found: dict[str, Business]
) -> None:  # fmt: skip
    voice = Voice(chronicle)
    for entry in entries:
        if isinstance(entry.what, Spoken | Remark) and voice.is_public(entry):
            _collect(voice, found.setdefault(entry.item, Business(entry.item)), entry)


def _collect(voice: Voice, under: Business, entry: Entry) -> None:
    what = entry.what
    if isinstance(what, Statement):
        under.statements.append(entry)
        return
    if isinstance(what, Remark):
        if not what.author:
            under.remarks.append(entry)
        return
    if isinstance(what, _SPEECH):
        under.told = False
    assert isinstance(what, Spoken)
    if not isinstance(what, (*_SPEECH, Presentation, Paper)) or what.capacity == "chair":
        return
    bodies = voice.bodies(entry.sitting)
    work = under.works.setdefault(bodies, Work())
    if isinstance(what, Paper):
        work.papers.append((what.symbol, what.text, entry.id))
        return
    code, _, office = what.capacity.rpartition(" ")
    if office in _OFFICES and code in voice.chronicle.meeting.roster.bodies:
        if code not in bodies:
            work.officers.setdefault((code, office), []).append(entry.id)
    elif isinstance(what, _SPEECH):
        work.spoken.append(entry.id)
    if isinstance(what, Presentation) and what.text and not is_reported(what.text):
        work.presented.append((what.text, entry.id))


def item_place(voice: Voice, number: str) -> str:
    """Return the part of the communiqué that an item belongs to; empty for the middle."""
    item = voice.chronicle.meeting.agenda.get(number)
    return place_of(item.title) if item else ""


def paragraphs(voice: Voice, under: Business, annex: str) -> list[Paragraph]:
    """Return the paragraphs of an item: what was heard and discussed, then each outcome."""
    return remembered(voice, under, annex, lambda: _paragraphs(voice, under, annex))


def _paragraphs(voice: Voice, under: Business, annex: str) -> list[Paragraph]:
    works = under.works
    if not under.number or item_place(voice, under.number) in ("opening", "closing"):
        # words of welcome and farewell are no discussion
        works = {bodies: replace(work, spoken=[]) for bodies, work in works.items()}
    found = [_worked(voice, under.number, bodies, work) for bodies, work in works.items()]
    found = [one for one in found if one.text]
    if under.told:
        found += reproduced(voice, under)
    found += [outcomes.outcome(voice, text, annex) for text in under.texts]
    return found or _taken_up(voice, under)


def summarised(voice: Voice, under: Business, *, attributed: bool = False) -> list[Paragraph]:
    """Return the rapporteur's own sentences that may be printed, as recorded, each a paragraph."""
    found: list[Paragraph] = []
    for entry in under.remarks:
        noted = voice.chronicle.meeting.remarks.get(entry.id)
        said = voice.printable(noted.text, attributed=attributed) if noted else ""
        if said:
            found.append(Paragraph(said, voice.chronicle.sources(entry.id), continues=bool(found)))
    return found


def reproduced(
    voice: Voice, under: Business, *, attributed: bool = False
) -> list[Paragraph]:  # fmt: skip
    """Return those sentences as the document reproduces them: in their language, said to be so."""
    return [
        replace(one, text=voice.say("recorded_further" if one.continues else "recorded",
                                    words=voice.language.as_recorded(one.text)))
        for one in summarised(voice, under, attributed=attributed)
    ]  # fmt: skip


def _worked(voice: Voice, number: str, bodies: tuple[str, ...], work: Work) -> Paragraph:
    """Say in one sentence what a body heard, had before it and discussed."""
    language = voice.language
    offices: dict[str, list[str]] = {}
    for code, office in work.officers:
        offices.setdefault(code, []).append(office)
    heard = [_officers(voice, code, sorted(held)) for code, held in offices.items()]
    if work.presented:
        titles = language.joined(language.quoted(voice.plain(title)) for title, _ in work.presented)
        heard.append(language.many("presentations", len(work.presented), titles=titles))
    papers = [_paper(voice, symbol, title) for symbol, title, _ in work.papers]
    named = language.many("papers", len(papers), papers=language.joined(papers))
    under = voice.item(number) if number else ""
    if not (heard or papers or work.spoken):
        return Paragraph("")
    who = voice.subject(bodies)
    did = [voice.say("heard", who, what=language.joined(heard))] if heard else []
    did += [voice.say("had_before", who, papers=named)] if papers else []
    did += [voice.say("discussed", who, item=under)] if work.spoken else []
    how = "worked_under" if under and not work.spoken else "worked"
    told = voice.say(how, who, did=language.joined(did), item=under)
    ids = [one for some in work.officers.values() for one in some]
    ids += [entry for *_, entry in (*work.presented, *work.papers)]
    return Paragraph(language.sentence(told), voice.chronicle.sources(*ids, *work.spoken))


def _officers(voice: Voice, code: str, offices: list[str]) -> str:
    """Name the officers of a body: `the chair and the vice-chair of the WGM`."""
    held = voice.language.joined(voice.language.form(office, 0) for office in offices)
    body = voice.body(code)
    return voice.say("officers", offices=held, body=body, of_body=voice.language.of(body))


def _paper(voice: Voice, symbol: str, title: str) -> str:
    words = voice.language.quoted(voice.plain(title))
    return voice.say("paper_titled", symbol=symbol, title=words) if title else symbol


def _taken_up(voice: Voice, under: Business) -> list[Paragraph]:
    """Say that an item was taken up, where the record holds nothing else of it."""
    if under.statements or not under.number:
        return []
    item = voice.chronicle.meeting.agenda.get(under.number)
    sources = [
        entry_id for entry_id in (item.history if item else ())
        if (entry := voice.chronicle.record.reads(entry_id)) and voice.is_public(entry)
        and isinstance(entry.what, ItemChange) and entry.what.act in ("taken_up", "reopened")
    ]  # fmt: skip
    if not sources:
        return []
    told = voice.say("taken_up", voice.subject(), item=voice.item(under.number))
    return [Paragraph(voice.language.sentence(told), voice.chronicle.sources(*sources))]
