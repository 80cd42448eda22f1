"""Wrapped lines fit their width and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.ui.terminal.wrapping import fit, wrap

LETTERS = "ab é中\u0301🇧🇪ش-"
text = st.text(st.sampled_from(LETTERS), max_size=60)


@given(text, st.integers(4, 20), st.integers(4, 20))
def test_every_line_fits_and_every_letter_is_kept(text: str, first: int, rest: int) -> None:
    lines = wrap(text, first, rest)
    assert cell_len(lines[0]) <= first
    assert all(cell_len(line) <= rest for line in lines[1:])
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(st.sampled_from("ab "), max_size=80), st.integers(4, 20))
def test_plain_text_breaks_at_spaces_where_it_can(text: str, width: int) -> None:
    words = {word for word in text.split() if len(word) <= width}
    broken = {word for line in wrap(text, width, width) for word in line.split()}
    assert words <= broken


def test_a_break_of_its_own_stays() -> None:
    assert wrap("one\ntwo three", 20, 20) == ["one", "two three"]


@given(text, st.integers(0, 12))
def test_what_is_cut_fits_and_says_so(text: str, width: int) -> None:
    cut = fit(text, width)
    assert cell_len(cut) <= width
    assert cut == text or width < 1 or cut.endswith("…")


@pytest.mark.parametrize("width", [0, -1, 1])
def test_a_panel_without_room_ends(width: int) -> None:
    for words in ("日本 words", "plain words"):
        assert "".join("".join(wrap(words, width, width)).split()) == words.replace(" ", "")
