"""The annexes of a communiqué: decisions, participants, statements and letters, next steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Annex, Statement
from plenary_tui.record.texts import TextRecord

from .. import registers
from ..draft import Block, Listing, Paragraph, Section, Table
from ..wording import capital
from . import outcomes
from .attendance import Attendance
from .voice import Voice


def annexes(
    voice: Voice, formal: list[TextRecord], present: Attendance, statements: Iterable[Entry]
) -> list[Section]:
    """Return the annexes that have content, without their numerals, decisions first.

    Each has a key of its own, so that one more annex gives no other one's paragraphs new names.
    """
    language = voice.language
    found = {
        "annex-decisions": Section(
            language.section("decisions"), sections=tuple(_decision(voice, text) for text in formal)
        ),
        "annex-participants": present.annex(),
        "annex-statements": Section(
            language.section("for_the_record"), _for_the_record(voice, statements)
        ),
        "annex-next": Section(language.section("next_steps"), _next_steps(voice)),
    }
    return [replace(one, key=key) for key, one in found.items() if one.blocks or one.sections]


def _decision(voice: Voice, text: TextRecord) -> Section:
    """Return a decision in its exact words."""
    sources = voice.chronicle.sources(*text.entries())
    heading = outcomes.number_of(text, voice.language) or voice.say("decision_without_number")
    words = voice.language.as_recorded(text.text) if text.text else voice.say("no_words")
    amended = (Paragraph(one, sources) for one in outcomes.amendments(voice, text))
    return Section(heading, (Paragraph(words, sources), *amended))


def _for_the_record(voice: Voice, statements: Iterable[Entry]) -> tuple[Block, ...]:
    """Return statements that somebody asked to annex, in their words, then letters and papers."""
    chronicle = voice.chronicle
    found: list[Paragraph] = []
    for entry in statements:
        if isinstance(entry.what, Statement) and entry.what.form == "for_the_record":
            lead = voice.say("lead", name=capital(voice.words.speaker(entry)))
            words = voice.language.quoted(chronicle.meeting.speeches[entry.id].text)
            found.append(Paragraph(words, chronicle.sources(entry.id), lead=lead))
    letters = tuple(
        Paragraph(_letter(voice, entry.what.text), chronicle.sources(entry.id))
        for entry in chronicle.meeting.annexes
        if isinstance(entry.what, Annex) and voice.is_public(entry)
    )
    return (*found, Listing(letters)) if letters else tuple(found)


def _letter(voice: Voice, text: str) -> str:
    language = voice.language
    return language.sentence(language.as_recorded(voice.plain(text)))


def _next_steps(voice: Voice) -> tuple[Block, ...]:
    """Return who is to do what by when, of what was asked for in public."""
    owed = {
        one.entry.id for one in voice.chronicle.meeting.follow_ups.values()
        if voice.is_public(one.entry)
    }  # fmt: skip
    for block in registers.follow_ups(voice.chronicle, voice.language).blocks:
        if isinstance(block, Table):
            rows = tuple(row for row in block.rows if owed.intersection(row.sources))
            return (Table(block.columns, rows),) if rows else ()
    return ()
