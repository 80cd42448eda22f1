"""What is delivered beside what was handed in: laws for any text and any way of reading it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.record.clean import clean
from plenary_tui.record.delivery import Delivery, begin, difference, sentences

from .strategies import texts

written = st.one_of(
    texts,
    st.lists(
        st.sampled_from(("We meet.", "Thank you, Chair!", "H.E. Mr. A. Name", "谢谢。", "no end",
                         "“Yes.” ", "3.5 carats?", "\n", "\n\n", " ", "… and")),
        max_size=9,
    ).map(" ".join),
).map(clean)  # fmt: skip
acts = st.lists(
    st.tuples(st.sampled_from(("written", "left_out", "changed", "added", "back")), texts),
    max_size=12,
)


def read(text: str, done: list[tuple[str, str]]) -> Delivery:
    """Read a statement in some way."""
    delivery = begin(text)
    for act, words in done:
        if act == "added":
            delivery = delivery.added(words)
        elif act == "back":
            delivery = delivery.back()
        else:
            delivery = delivery.read(act, words)  # type: ignore[arg-type]
    return delivery


@given(written)
def test_the_sentences_joined_are_the_text(text: str) -> None:
    parts = sentences(text)
    assert "".join(parts) == text
    assert all(part.strip() for part in parts[1:])


@given(written, st.integers(0, 20))
def test_what_is_not_marked_was_delivered_as_it_is_written(text: str, passed: int) -> None:
    delivery = begin(text)
    for _ in range(passed):
        delivery = delivery.read("written")
    assert delivery.text == text
    assert not delivery.is_changed and difference(delivery) == "as it was handed in"


@given(written, acts)
def test_the_order_is_kept_and_only_what_was_marked_is_missing(
    text: str, done: list[tuple[str, str]]
) -> None:
    delivery = read(text, done)
    said, place = delivery.text, 0
    for part, mark in zip(delivery.parts, delivery.marks, strict=True):
        for words in (part.strip() if mark.act in ("", "written") else mark.words, mark.after):
            if words.strip() and mark.act != "left_out":
                found = said.find(words.strip(), place)
                assert found >= place, (words, said)
                place = found + len(words.strip())
    assert 0 <= delivery.at <= len(delivery.parts)
    if not delivery.is_changed:
        assert said == text


@given(written, acts)
def test_all_read_anew_as_written_gives_the_text_back(
    text: str, done: list[tuple[str, str]]
) -> None:
    delivery = read(text, [one for one in done if one[0] != "added"])
    for _ in delivery.parts:
        delivery = delivery.back()
    assert delivery.rest("written").text == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One. ", "Two! ", "Three?"]),
        ("H.E. Mr. A. Name spoke. Then we did.", ["H.E. Mr. A. Name spoke. ", "Then we did."]),
        ("It was 3.5 carats. “Yes.” He left…", ["It was 3.5 carats. ", "“Yes.” ", "He left…"]),
        ("First line\n\nSecond line", ["First line\n\n", "Second line"]),
        ("谢谢。再见。", ["谢谢。", "再见。"]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_how_it_differs_is_said_in_one_line() -> None:
    delivery = begin("One. Two. Three. Four.")
    delivery = delivery.read("left_out").read("changed", "Twice.").read("left_out")
    assert delivery.text == "Twice. Four."
    assert difference(delivery) == "2 sentences left out, 1 changed"
    delivery = delivery.read("written").added("And thanks.")
    assert delivery.is_over and delivery.text == "Twice. Four. And thanks."
    assert difference(delivery) == "2 sentences left out, 1 changed, 1 added to"
    assert delivery.added("").text == "Twice. Four."


def test_the_rest_can_be_passed_at_once() -> None:
    delivery = begin("One. Two. Three.").read("written")
    assert delivery.rest("left_out").text == "One."
    assert delivery.rest("written").text == "One. Two. Three."
    assert difference(delivery.rest("left_out")) == "2 sentences left out"
