"""How a communiqué ends: decisions, tributes, what comes next, the Chair's last words, thanks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Event, Spoken, Statement
from plenary_tui.record.texts import TextRecord

from . import communique_outcomes as outcomes
from .communique_opening import chair_name, statements_heard
from .communique_voice import Voice
from .draft import Block, Listing, Paragraph
from .registers import dates_said
from .wording import capital, joined, sentence

_THANKS = re.compile(
    r"\bthanked\s(?:[^.;]*?\b(?:hospitality|hosting|hosted|host)\b[^.;]*)", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_IN = {"closing": "In a closing statement", "summing_up": "In summing up"}


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
    items = tuple(
        Paragraph(
            sentence(f"“{outcomes.title(text)}”" if text.text else "(no words recorded)"),
            voice.chronicle.sources(text.id, text.gavels[-1].entry),
            lead=f"{outcomes.number_of(text) or 'Without a number'}:",
        )
        for text in formal
    )
    told = f"The following decisions were adopted ({annex}):"
    return [Paragraph(told, sources), Listing(items)]


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
        found.append(Paragraph(sentence(f"{who} paid tribute: {text}"),
                               chronicle.sources(entry.id)))  # fmt: skip
    if others:
        many = "tributes" if len(others) > 1 else "a tribute"
        told = f"{chronicle.words.body} heard {many} from the floor."
        found.append(Paragraph(told, chronicle.sources(*(one.id for one in others))))
    return found


def closing(voice: Voice, statements: Iterable[Entry]) -> list[Paragraph]:
    """Say that closing statements were heard, and give the Chair's own words."""
    heard: list[Entry] = []
    chairs: list[Entry] = []
    for entry in statements:
        what = entry.what
        if isinstance(what, Statement) and what.form in _IN:
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
    text = voice.plain(speech.text)
    reported = voice.reported(entry)
    begins = f"{_IN[what.form]}, {chair_name(voice, entry)}"
    if speech.verbatim:
        told = f"{begins} said: " + joined(f"“{part}”" for part in speech.verbatim)
    elif reported:
        told = f"{begins} {reported}"
    elif text.startswith("The Chair ") and not voice.is_attributed(text):
        told = text
    else:
        return None
    return Paragraph(sentence(told), voice.chronicle.sources(entry.id))


def events(voice: Voice) -> list[Block]:
    """List the meetings and visits to come."""
    items = []
    for entry in voice.chronicle.meeting.events:
        what = entry.what
        if isinstance(what, Event) and voice.is_public(entry):
            parts = (voice.quoted_if_attributed(what.title), what.place, dates_said(what.dates))
            told = sentence(", ".join(part for part in parts if part))
            items.append(Paragraph(told, voice.chronicle.sources(entry.id)))
    if not items:
        return []
    sources = tuple(dict.fromkeys(one for item in items for one in item.sources))
    return [
        Paragraph("The following meetings and visits were announced:", sources),
        Listing(tuple(items)),
    ]


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
            told = f"{capital(chair_name(voice, entry))} {said}"
            found.append(Paragraph(sentence(told), voice.chronicle.sources(entry.id)))
    return found
