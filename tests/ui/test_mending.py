"""A correction made from an edited text gives that text and touches no other place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.ui.menus.mending import change

words = st.lists(st.sampled_from(["the", "a", "the", "mines", "Mine", "é", "to"]), max_size=8)


@given(words, words)
def test_the_correction_gives_the_edited_text(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    found = change(before, after)
    if found is None:
        assert before == after or not before
    else:
        assert before.replace(*found, 1).strip() == after


def test_only_the_word_that_changed_is_named() -> None:
    assert change("welcomes the outcom of it", "welcomes the outcome of it") == (
        "outcom", "outcome",
    )  # fmt: skip


def test_a_word_that_stands_twice_is_named_with_its_neighbour() -> None:
    assert change("the cat and the dog", "the cat and a dog") == ("and the", "and a")
