"""A paragraph as it is typed: what is written from a text reads as that text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.workshop.typed import NOTHING, as_typed, read_typed
from plenary_tui.record.bracketing import Bracket, Mark, Marked, as_marked, mark, pairs
from tests.record.test_bracketing import proper

PIECES = st.sampled_from(
    ["[", "]", "TR: ", "NV, TR: ", "Zz: ", "Alternative: ", "fund", " ", "“", "”", "[sic]", "[…]",
     "\n", ": ", "Option: no text", "KE : "]
)  # fmt: skip
typed = st.lists(PIECES, max_size=12).map("".join)


def known(name: str) -> str:
    """Return the code of those who are at this table."""
    return name if name in ("TR", "NV", "KE") else ""


def bare(text: Marked) -> Marked:
    """Return a text with no more of its brackets than is typed."""
    return replace(text, brackets=tuple(replace(one, sources=()) for one in text.brackets))


@given(proper())
def test_what_is_written_reads_as_the_same_text(text: Marked) -> None:
    read = read_typed(as_typed(text), known)
    assert read == bare(text)
    assert read_typed(as_typed(text), known, text) == text
    longer = read_typed(as_typed(text) + " and so", known, text)
    assert longer.text == f"{text.text} and so".strip()
    assert [(one.by, one.sources) for one in longer.brackets] == [
        (one.by, one.sources) for one in text.brackets
    ]  # fmt: skip


@given(typed)
def test_whatever_is_typed_stays_as_it_was_read(said: str) -> None:
    once = read_typed(said, known)
    assert read_typed(as_typed(once), known, once) == once
    signs = [one for one in once.brackets if once.text[one.start] + once.text[one.end - 1] != "[]"]
    assert not signs
    spans = set(pairs(once.text))
    assert all((one.start, one.end) in spans or one.by for one in once.brackets)


@given(typed, typed)
def test_nothing_typed_before_makes_it_read_otherwise(said: str, earlier: str) -> None:
    before = read_typed(earlier, known)
    once = read_typed(said, known, before)
    assert once.text == read_typed(said, known).text
    assert read_typed(as_typed(once), known, once) == once


@pytest.mark.parametrize("said", [
    "a ] fund [ of six", "he said “the fond [sic] grew […]”", "“we [the Members] agree”",
    "[sic]", "a [ fund",
])  # fmt: skip
def test_signs_that_are_no_brackets_stay_as_typed(said: str) -> None:
    read = read_typed(said, known)
    assert (read.text, read.brackets) == (said, ())
    assert as_typed(read) == said


def test_an_owner_makes_it_a_bracket_wherever_it_stands() -> None:
    read = read_typed("he asked “for [TR: six] seats [TR, Zz: or so]”", known)
    assert read.text == "he asked “for [six] seats [TR, Zz: or so]”"
    assert [(one.by, read.text[one.start : one.end]) for one in read.brackets] == [
        (("TR",), "[six]")
    ]  # fmt: skip


def test_what_was_open_inside_a_quotation_stays_open() -> None:
    before = as_marked("The fund has “[six] seats”.")
    assert read_typed("The fund has “[seven] seats”.", known, before).brackets


def test_the_label_of_an_alternative_is_no_owner() -> None:
    read = read_typed("[TR: a] [Alternative: b] [KE: Alternative B: c]", lambda name: name[:2])
    assert [(one.by, one.alternative) for one in read.brackets] == [
        (("TR",), False), ((), True), (("KE",), True),
    ]  # fmt: skip


def test_a_bracket_keeps_its_sources_though_another_of_its_owner_comes_before_it() -> None:
    before = Marked("[a] and [b]", (Bracket(0, 3, by=("TR",), sources=("hall-1",)),
                                    Bracket(8, 11, by=("TR",), sources=("hall-2",))))  # fmt: skip
    read = read_typed("[TR: c] and [TR: a] and [NV: d]", known, before)
    assert [one.sources for one in read.brackets] == [("hall-2",), ("hall-1",), ()]
    assert read_typed("", known) == NOTHING


def test_a_text_that_nobody_touched_keeps_a_bracket_around_a_lone_sign() -> None:
    before = mark("a [ fund", [Mark("a [ fund", "Tirania", "hall-1", by=("TR",))])
    assert as_typed(before) == "[TR: a [ fund]"
    assert read_typed(as_typed(before), known, before) == before


def test_an_owner_before_an_empty_line_stays_an_owner() -> None:
    once = read_typed("[KE : \n\n]", known)
    assert once.brackets[0].by == ("KE",)
    assert read_typed(as_typed(once), known, once) == once
