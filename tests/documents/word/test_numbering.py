"""Numbers are Word's own, and Word prints those of the draft."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plenary_tui.documents.draft import Draft, Listing, Paragraph, Section
from plenary_tui.documents.numbering import lettered
from plenary_tui.documents.word import word

from .drafts import EVERYTHING, NUMBERS
from .readback import W, body, printed_numbers


def printed(*numbers: str) -> list[str]:
    """Return the numbers that a reader sees before paragraphs of these numbers."""
    paragraphs = tuple(Paragraph("x", number=number) for number in numbers)
    data = word(Draft("R", "T", (), (Section("H", paragraphs),)))
    found = list(printed_numbers(data))[-len(numbers) :] if numbers else []
    return [number or text.partition("\t")[0] for number, text in found]


def spelled(number: str) -> str:
    """Return a number as it is printed: `(a)`, and a full stop after the others."""
    return number if number.startswith("(") else f"{number}."


@settings(max_examples=150, deadline=None)
@given(st.lists(NUMBERS.filter(bool) | st.sampled_from(["II.4", "4.1", "P3"]), max_size=12))
@example(["3", "(a)", "(b)", "3 bis", "(a)", "3 ter", "3 quater", "4", "(a)", "(i)", "(ii)", "(b)"])
@example(["1", "2", "1", "2", "(a)", "3", "(a)"])
@example([*(f"({letter})" for letter in "abcdefghijk"), "(i)", "(ii)"])
def test_word_prints_the_numbers_of_the_draft(numbers: list[str]) -> None:
    assert printed(*numbers) == [spelled(number) for number in numbers]


def test_the_numbers_of_a_whole_document() -> None:
    numbers = [number for number, text in printed_numbers(word(EVERYTHING)) if number]
    assert numbers == ["1.", "2.", "(a)", "(i)", "(ii)", "(b)", "–", "–", "2 bis.", "(a)",
                       "2 ter.", "3.", "7.", "8.", "9.", "1."]  # fmt: skip


def test_an_ordinary_count_leaves_everything_to_the_styles() -> None:
    paragraphs = tuple(Paragraph("x", number=str(one)) for one in range(1, 30))
    data = word(Draft("R", "T", (), (Section("H", paragraphs),)))
    assert not [one for one in body(data) if one.find(f"{W}pPr/{W}numPr") is not None]


@pytest.mark.parametrize(("language", "letters"), [("en", ["(a)", "(b)"]), ("fr", ["a)", "b)"])])
def test_the_items_of_a_list_under_a_number_are_lettered_by_word(
    language: str, letters: list[str]
) -> None:  # fmt: skip
    listed = Listing((Paragraph("one", id="s.1"), Paragraph("two", id="s.2")))
    blocks = lettered((Paragraph("These were announced:", number="16"), listed), language)
    data = word(Draft("R", "T", (), (Section("H", blocks),), language=language))
    assert [number for number, _ in printed_numbers(data)][-3:] == ["16.", *letters]
    styles = [one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in body(data)[-2:]]
    assert styles == ["Paragraph2", "Paragraph2"]
