"""Versions: labels and symbols that follow, the second language, and what a snapshot keeps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.draft import Draft, Issue
from plenary_tui.documents.issuing import NotAgreed
from plenary_tui.documents.versions import draft_of, find, issue, word_of
from plenary_tui.documents.workshop import acts
from plenary_tui.documents.workshop.issuing import (
    issue_command,
    issued,
    next_label,
    next_symbol,
    version_name,
)
from plenary_tui.errors import WrongUse
from plenary_tui.record.drafts import Version
from tests.documents.meetings import debate, every_outcome
from tests.record.rooms import Room

from .negotiating import SESSION, Table

HASH = "0123456789abcdef"


class Hall:
    """A meeting whose communiqué is issued by the functions that the command uses."""

    def __init__(self, room: Room | None = None) -> None:
        self.room = room or every_outcome()
        self.do = Table.do.__get__(self)

    def issue(self, **how: Any) -> Version:
        """Issue a version, in the next label or another language."""
        entry = self.do(issue(self.room.record, HASH, self.room.now, **how))
        version = self.room.record.meeting.drafts.version(entry)
        assert version is not None
        return version

    def draft(self, version: Version) -> Draft:
        """Return the draft that a version is."""
        return draft_of(self.room.record, SESSION, version)

    def view(self, language: str = "en") -> Any:
        """Return today's draft."""
        return workshop(self.room.record, self.room.now, Issue(language=language))


def spaced(draft: Draft) -> str:
    """Return all of a draft, with every blank a plain one: the log keeps no others."""
    return " ".join(repr(draft).replace("\\u202f", " ").replace("\\xa0", " ").split())


def texts(draft: Draft) -> dict[str, str]:
    """Return the numbered paragraphs of a draft by their numbers."""
    return {one.number: one.text for one in draft.paragraphs() if one.number}


def test_labels_and_symbols_follow_what_was_issued() -> None:
    hall = Hall()
    drafts = hall.room.record.meeting.drafts
    assert (next_label(drafts), next_symbol(drafts)) == ("1", "")
    hall.issue(symbol="KP/L.1")
    hall.issue(label="12")
    hall.issue(label="Chair's working text", symbol="KP/L.9/Rev.9")
    drafts = hall.room.record.meeting.drafts
    assert (next_label(drafts), next_symbol(drafts)) == ("13", "KP/L.9/Rev.10")
    assert issued(drafts, "CHAIR'S WORKING TEXT") == drafts.versions[-1]
    assert version_name(drafts.versions[-1]) == ("vChair's working text",)


@pytest.mark.parametrize("room", [debate, every_outcome])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_version_is_the_draft_as_it_stood_annexes_and_all(room: Any, language: str) -> None:
    hall = Hall(room())
    version = hall.issue(symbol="KP/L.1")
    today = hall.view(language).draft
    if language == "fr":
        version = hall.issue(language="fr")
    draft = hall.draft(version)
    plain: dict[str, Any] = {"origin": None, "symbol": "", "version": "", "made": None}
    assert spaced(replace(draft, **plain)) == spaced(replace(today, **plain))
    assert [one.heading for one in draft.sections if one.annex]
    assert draft.origin is not None and draft.origin.record == HASH


def test_annexes_stand_in_their_order() -> None:
    hall = Hall()
    hall.room(
        "present+ NV, OS, TR", "For the record TR: “We shall return to it”",
        "Annex: the letter of Keldia", "Action WGM: a report on mines by 2028-05-01",
    )  # fmt: skip
    headings = [one.heading for one in hall.draft(hall.issue()).sections if one.annex]
    assert headings == [
        "Annex I: Decisions adopted", "Annex II: Participants",
        "Annex III: Statements and letters for the record", "Annex IV: Next steps",
    ]  # fmt: skip


def test_the_second_language_stays_that_of_its_version() -> None:
    hall = Hall()
    first = hall.issue()
    before = texts(hall.draft(first))
    hall.room("Proposal OS: A second fund for training", "Adopted:")
    french = hall.draft(hall.issue(language="fr", label=first.label))
    assert list(texts(french)) == list(before) and "second fund" not in str(french)
    assert (french.version, french.symbol, french.state) == (first.label, "", "DRAFT")
    assert list(texts(hall.view("fr").draft)) == list(texts(hall.view().draft))


def test_what_was_translated_since_stands_in_it_where_the_words_are_still_the_same() -> None:
    hall = Hall()
    hall.issue()
    number = {one.number: key for key, one in hall.view().paragraphs.items() if one.number}
    known = acts.known_by(lambda name: hall.room.meeting.roster.code(name, live=False))
    hall.do(acts.translated(hall.view(), number["2"], "Deux : mots", known, "fr"))
    hall.do(acts.edited(hall.view(), number["3"], "Other words.", known))
    hall.do(acts.translated(hall.view(), number["3"], "D’autres mots", known, "fr"))
    french = texts(hall.draft(hall.issue(language="fr")))
    assert french["2"] == "Deux\u00a0: mots"
    assert french["3"] != "D’autres mots"
    assert texts(hall.view("fr").draft)["3"] == "D’autres mots"


def test_a_translation_goes_with_the_words_it_was_of() -> None:
    hall = Hall()
    hall.issue()
    number = {one.number: key for key, one in hall.view().paragraphs.items() if one.number}
    known = acts.known_by(lambda name: hall.room.meeting.roster.code(name, live=False))
    hall.do(acts.translated(hall.view(), number["2"], "Deux mots", known, "fr"))
    hall.do(acts.edited(hall.view(), number["2"], "Other words.", known))
    shown = hall.view("fr").paragraphs[number["2"]]
    assert shown.text == "Other words." and "anglais" in shown.lead


def test_a_final_holds_no_bracket_and_says_where_they_are() -> None:
    hall = Hall()
    view = hall.view()
    with pytest.raises(NotAgreed, match="brackets are open in paragraph"):
        issue_command(view, record=HASH, state="FINAL")
    assert issue_command(view, record=HASH, state="CHAIR'S TEXT").state == "CHAIR'S TEXT"


def test_an_empty_draft_is_not_issued() -> None:
    room = Room()
    with pytest.raises(WrongUse, match="nothing to issue"):
        issue(room.record, HASH, room.now)


def test_a_version_is_found_by_its_label_and_language() -> None:
    hall = Hall()
    with pytest.raises(WrongUse, match="none was issued yet"):
        find(hall.room.record, "1")
    version = hall.issue()
    assert find(hall.room.record, "1") == version
    with pytest.raises(WrongUse, match="not issued in French"):
        find(hall.room.record, "1", "fr")


def test_the_word_file_of_a_version_is_the_same_each_time() -> None:
    hall = Hall()
    version = hall.issue()
    plain = word_of(hall.room.record, SESSION, version)
    notes = word_of(hall.room.record, SESSION, version, annotated=True)
    hall.room("Proposal OS: A second fund", "Adopted:")
    assert word_of(hall.room.record, SESSION, version) == plain
    assert word_of(hall.room.record, SESSION, version, annotated=True) == notes != plain
