"""The data file of the words: complete, and without two meanings for one word."""

from __future__ import annotations

from collections import defaultdict

import pytest

from plenary_tui.record.notation.forms import BY_KEYWORD
from plenary_tui.record.notation.lexicon import LANGUAGES, LEXICON, Lexicon, fold


def test_no_word_begins_two_kinds_of_line() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for keyword, languages in LEXICON.line.items():
        for phrases in languages.values():
            for phrase in phrases:
                meanings[fold(phrase)].add(keyword)
    assert {word: keys for word, keys in meanings.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("keyword", LEXICON.line)
def test_every_keyword_has_every_language_and_a_row(keyword: str) -> None:
    assert set(LEXICON.line[keyword]) == set(LANGUAGES)
    assert all(LEXICON.line[keyword].values())
    assert keyword in BY_KEYWORD or keyword == "chair"


def test_little_words_have_every_language() -> None:
    assert all(set(words) == set(LANGUAGES) for words in LEXICON.little.values())


def test_a_word_is_read_without_its_accents_unless_that_is_another_word() -> None:
    assert LEXICON.match(["Reserve"]) == ("reservation", 1)
    assert LEXICON.match(["Noté"]) == ("noted", 1)
    assert LEXICON.match(["Note"]) == ("note", 1)


def test_without_accents_a_word_never_takes_anothers_place() -> None:
    tables = {"line": {"note": {"fr": ["Note"]}, "noted": {"fr": ["Noté"]}}, "little": {}}
    lexicon = Lexicon({**tables, "months": {"en": []}})
    assert lexicon.match(["note"]) == ("note", 1)
    assert lexicon.match(["noté"]) == ("noted", 1)


def test_the_longer_phrase_wins() -> None:
    assert LEXICON.match(["Point", "of", "order", "TR"]) == ("point_of_order", 3)
    assert LEXICON.match(["Point", "4.2"]) == ("item", 1)
    assert LEXICON.match(["Objection", "withdrawn"]) == ("objection_withdrawn", 2)
