"""The documents in French stand paragraph by paragraph beside the English ones, with their
numbers, and nobody's words are translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings

from plenary_tui.documents.checks import check
from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Issue, Listing, Paragraph, Section, Table
from plenary_tui.documents.news import news
from plenary_tui.documents.text import text
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import DraftKind
from plenary_tui.record.redaction import open_record
from tests.record.rooms import Room
from tests.record.test_laws import two_stations
from tests.sessions.shipped import BOTH, NOW, session

from .meetings import MEETINGS, plenary
from .test_communique_laws import Session, sessions

Compose = Callable[[Record, datetime | None, Issue | None], Draft]
COMPOSED: tuple[Compose, ...] = (communique, news)
FRENCH = Issue(language="fr")
LATER = datetime.fromisoformat("2070-01-01T12:00:00+00:00")

QUOTED = re.compile(r"«\u202f.*?\u202f»", re.DOTALL)
ENGLISH = re.compile(
    r"\b(?:the|and|of|was|were|to|with|by|for|in|not|item|following|recorded|adopted)\b"
)


def shape(draft: Draft) -> object:
    """Return all of a draft but its words."""
    return [_section(one) for one in draft.sections]


def _section(section: Section) -> object:
    return (
        section.key, section.annex, bool(section.heading), [_block(one) for one in section.blocks],
        [_section(one) for one in section.sections],
    )  # fmt: skip


def _block(block: Paragraph | Listing | Table) -> object:
    if isinstance(block, Listing):
        return [_block(one) for one in block.items]
    if isinstance(block, Table):
        return [(len(row.cells), row.sources) for row in block.rows]
    brackets = [(one.sources, one.by, one.alternative) for one in block.brackets]
    return (
        block.id, block.number, block.continues, block.sources, brackets,
    )  # fmt: skip


def as_composed(name: str) -> Record:
    """Return the open record of a shipped session, before anybody worded its draft by hand."""
    record = session(name).record
    ids = [one.id for one in record.entries]
    drafted = next((at for at, one in enumerate(record.entries)
                    if isinstance(one.what, DraftKind)), len(ids))  # fmt: skip
    return open_record(record.until(ids[drafted - 1]))


def stand_beside(record: Record, now: datetime | None = LATER) -> None:
    """Check that the French documents of a record stand beside the English ones."""
    for compose in COMPOSED:
        french = compose(record, now, FRENCH)
        assert shape(french) == shape(compose(record, now, Issue()))


def hold_their_brackets(draft: Draft) -> None:
    """Check that what a bracket says it holds begins and ends with the signs."""
    for paragraph in draft.paragraphs():
        for bracket in paragraph.brackets:
            held = paragraph.text[bracket.start : bracket.end]
            assert held[0] == "[" and held[-1] == "]"


def own_words(draft: Draft) -> Iterator[str]:
    """Yield what the program itself says in the paragraphs of a draft."""
    for paragraph in draft.paragraphs():
        yield QUOTED.sub("«»", f"{paragraph.lead} {paragraph.text}")


@pytest.mark.parametrize("make", MEETINGS)
def test_a_meeting_has_the_same_paragraphs_in_both_languages(make: Callable[[], Room]) -> None:
    stand_beside(make().record)
    hold_their_brackets(communique(make().record, LATER, FRENCH))


@pytest.mark.parametrize("name", BOTH)
def test_a_shipped_session_has_the_same_paragraphs_in_both_languages(name: str) -> None:
    stand_beside(as_composed(name), NOW)


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_whatever_was_decided_has_the_same_paragraphs_in_both_languages(made: Session) -> None:
    stand_beside(made.room.record)
    hold_their_brackets(communique(made.room.record, LATER, FRENCH))


@settings(max_examples=120, deadline=None)
@given(two_stations())
def test_any_record_has_the_same_paragraphs_in_both_languages(entries: list[Entry]) -> None:
    stand_beside(Record(entries))


@pytest.mark.parametrize("compose", COMPOSED)
@pytest.mark.parametrize("name", BOTH)
def test_outside_quotation_marks_a_french_document_is_french(name: str, compose: Compose) -> None:
    draft = compose(as_composed(name), NOW, FRENCH)
    names = re.compile("Panel of Gemstone Experts")
    for words in own_words(draft):
        assert not ENGLISH.search(names.sub("", words)), words
    for section in draft.sections:
        assert not ENGLISH.search(QUOTED.sub("", section.heading)), section.heading


@pytest.mark.parametrize("name", BOTH)
def test_what_was_said_stands_word_for_word(name: str) -> None:
    record = as_composed(name)
    said = text(communique(record, NOW, FRENCH))
    texts = [one for one in record.meeting.texts.values() if one.state == "adopted" and one.text]
    assert texts
    for one in texts:
        assert f"«\u202f{one.text}\u202f»" in said


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_only_what_was_adopted_reads_as_adopted(made: Session) -> None:
    adopts = re.compile(
        r"\b(?:a|est|sont|ont) (?:adopté|convenu|décidé|approuvé|prononcé|procédé|arrêté)"
    )
    draft = communique(made.room.record, LATER, FRENCH)
    for outcomes in made.items.values():
        for one in outcomes:
            found = [words for words in _paragraphs(draft) if one.word in words]
            decided = one.form.startswith(("gavel", "draft"))
            assert any(adopts.search(QUOTED.sub("", words)) for words in found) == decided, found


def _paragraphs(draft: Draft) -> list[str]:
    return [one.text for one in draft.paragraphs() if one.number]


def test_a_french_draft_is_not_judged_by_the_rules_of_english() -> None:
    words = Paragraph("La Plénière a examiné le document de base du SCPK.", ("a-1",))
    paper = Draft("Communiqué", "Titre", sections=(Section("Mines", (words,)),))
    record = plenary().record
    assert [one.what for one in check(paper, record)] == ["acronym"]
    assert not check(replace(paper, language="fr"), record)


def test_open_brackets_and_what_no_paragraph_mentions_are_found_in_french_too() -> None:
    room = plenary("Proposal NV: The [old] fund stays", "Bracket TR: fund")
    found = {one.what for one in check(communique(room.record, LATER, FRENCH), room.record)}
    assert found == {one.what for one in check(communique(room.record, LATER), room.record)}
