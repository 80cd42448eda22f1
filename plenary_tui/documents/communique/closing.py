"""How a communiqué ends: decisions, tributes, what comes next, the Chair's last words, thanks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Event, Spoken, Statement
from plenary_tui.record.texts import TextRecord

from ..draft import Block, Listing, Paragraph
from . import outcomes
from .opening import statements_heard
from .voice import Voice

_THANKS = re.compile(
    r"\bthanked\s(?:[^.;]*?\b(?:hospitality|hosting|hosted|host)\b[^.;]*)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_LAST_WORDS = ("closing", "summing_up")


def formal_decisions(voice: Voice, texts: Iterable[TextRecord]) -> list[TextRecord]:
    """Return the adopted decisions that are numbered and annexed, by their numbers."""
    found = [
        text for text in texts
        if outcomes.is_formal(text) and outcomes.adopted(voice, text)
        and text.form in ("decision", "administrative_decision")
    ]  # fmt: skip
    return sorted(found, key=_by_number)


def _by_number(text: TextRecord) -> tuple[bool, list[int], int]:
    return not text.number, [int(one) for one in _DIGITS.findall(text.number)], text.rank


def decisions(voice: Voice, formal: list[TextRecord], annex: str) -> list[Block]:
    """List the decisions adopted, with their numbers and titles."""
    if not formal:
        return []
    sources = voice.chronicle.sources(*(text.gavels[-1].entry for text in formal))
    items = tuple(_decision(voice, text) for text in formal)
    return [Paragraph(voice.say("decisions", annex=annex), sources), Listing(items)]


def _decision(voice: Voice, text: TextRecord) -> Paragraph:
    """Return the number and the title of a decision."""
    language = voice.language
    number = outcomes.number_of(text, language) or voice.say("without_number")
    words = language.quoted(outcomes.title(text)) if text.text else voice.say("no_words")
    sources = voice.chronicle.sources(text.id, text.gavels[-1].entry)
    lead = voice.say("decision_lead", number=number)
    return Paragraph(language.sentence(words), sources, lead=lead)


def tributes(voice: Voice, statements: Iterable[Entry]) -> list[Paragraph]:
    """Tell the tributes: the meeting's own in its words, others by their number only."""
    found, others = [], []
    chronicle = voice.chronicle
    for entry in statements:
        what = entry.what
        if not isinstance(what, Statement) or what.form != "tribute":
            continue
        text = voice.plain(chronicle.meeting.speeches[entry.id].text)
        if what.speaker or not text or voice.is_attributed(text):
            others.append(entry)
            continue
        who = voice.subject(voice.bodies(entry.sitting))
        told = voice.say("tribute", who, text=voice.language.as_recorded(text))
        found.append(Paragraph(voice.language.sentence(told), chronicle.sources(entry.id)))
    if others:
        told = voice.say("tributes_many" if len(others) > 1 else "tributes_one", voice.subject())
        found.append(Paragraph(told, chronicle.sources(*(one.id for one in others))))
    return found


def closing(voice: Voice, statements: Iterable[Entry]) -> list[Paragraph]:
    """Say that closing statements were heard, and give the Chair's own words."""
    heard: list[Entry] = []
    chairs: list[Entry] = []
    for entry in statements:
        what = entry.what
        if isinstance(what, Statement) and what.form in _LAST_WORDS:
            chair = voice.is_chair(entry) or (what.form == "summing_up" and not what.speaker)
            if chair and not voice.bodies(entry.sitting):
                chairs.append(entry)
            elif what.form == "closing":
                heard.append(entry)
    found = [statements_heard(voice, heard, "closing")] if heard else []
    return found + [one for entry in chairs if (one := _chair_said(voice, entry))]


def _chair_said(voice: Voice, entry: Entry) -> Paragraph | None:
    """Give what the Chair said: passages in quotation marks verbatim, else as reported."""
    what = entry.what
    assert isinstance(what, Statement)
    speech = voice.chronicle.meeting.speeches[entry.id]
    language = voice.language
    text, chair = voice.spoken(entry), voice.chair(entry)
    reported = voice.reported(entry)
    if speech.verbatim:
        words = language.joined(map(language.quoted, speech.verbatim))
        told = voice.say(f"chair_said_{what.form}", chair=chair, words=words)
    elif reported:
        told = voice.say(f"chair_reported_{what.form}", chair=chair, said=reported,
                         words=language.quoted(text))  # fmt: skip
    elif text.startswith("The Chair ") and not voice.is_attributed(text):
        told = voice.say("recorded", words=language.as_recorded(text))
    else:
        return None
    return Paragraph(language.sentence(told), voice.chronicle.sources(entry.id))


def events(voice: Voice) -> list[Block]:
    """List the meetings and visits to come."""
    items = []
    for entry in voice.chronicle.meeting.events:
        what = entry.what
        if isinstance(what, Event) and voice.is_public(entry):
            told = voice.language.sentence(_event(voice, what))
            items.append(Paragraph(told, voice.chronicle.sources(entry.id)))
    if not items:
        return []
    sources = tuple(dict.fromkeys(one for item in items for one in item.sources))
    return [
        Paragraph(voice.say("announced"), sources),
        Listing(tuple(items)),
    ]


def _event(voice: Voice, what: Event) -> str:
    """Return what an event is, where and when."""
    language = voice.language
    title = language.quoted(what.title) if voice.is_attributed(what.title) else ""
    place = language.place(what.place)
    return language.listed(
        (
            (what.title, title),
            (what.place, place if place != what.place else ""),
            (what.dates, language.dates_said(what.dates)),
        )
    )


def thanks(voice: Voice, statements: Iterable[Entry]) -> list[Paragraph]:
    """Return the Chair's thanks to the host, where the record holds them."""
    found = []
    for entry in statements:
        speech = voice.chronicle.meeting.speeches.get(entry.id)
        if not isinstance(entry.what, Spoken) or not voice.is_chair(entry) or speech is None:
            continue
        thanked = None if speech.verbatim else _THANKS.search(voice.plain(speech.text))
        if thanked:
            said = thanked[0][:1].lower() + thanked[0][1:]
            told = voice.say("thanked", chair=voice.chair(entry), said=said,
                             words=voice.language.quoted(thanked[0]))  # fmt: skip
            told = voice.language.sentence(told)
            found.append(Paragraph(told, voice.chronicle.sources(entry.id)))
    return found
