"""Letters as the eye takes them: whatever was typed, no move and no deletion cuts one in two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.ui.terminal import graphemes

CLUSTERS = (
    "a", "Z", "7", " ", "-", ":", "é", "e\u0301", "n\u0303\u0323", "中", "國", "\u0633\u064e\u0651",
    "\u0627", "🇧🇪", "🇫🇷", "👍🏽", "👩\u200d🌾", "❤\ufe0f", "\u0915\u093f", "한",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(CLUSTERS), max_size=40)


def edges(clusters: list[str]) -> list[int]:
    """Return the places between the clusters."""
    found = [0]
    for cluster in clusters:
        found.append(found[-1] + len(cluster))
    return found


@given(TEXTS)
def test_steps_forth_and_back_stop_between_letters_and_nowhere_else(clusters: list[str]) -> None:
    line = "".join(clusters)
    forth, place = [0], 0
    while place < len(line):
        place = graphemes.after(line, place)
        forth.append(place)
    back = [place]
    while place:
        place = graphemes.before(line, place)
        back.append(place)
    assert forth == back[::-1] == edges(clusters)


@given(TEXTS)
def test_a_place_inside_a_letter_is_moved_before_it(clusters: list[str]) -> None:
    line = "".join(clusters)
    places = edges(clusters)
    for place in range(len(line) + 1):
        assert graphemes.whole(line, place) == max(one for one in places if one <= place)


@given(TEXTS, st.data())
def test_words_begin_and_end_between_letters(clusters: list[str], data: st.DataObject) -> None:
    line = "".join(clusters)
    places = edges(clusters)
    place = data.draw(st.sampled_from(places))
    assert graphemes.word_before(line, place) in places
    assert graphemes.word_before(line, place) < place or place == 0
    for found in (graphemes.word_after(line, place), graphemes.word_end(line, place)):
        assert found in places
        assert found > place or place == len(line)


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("the cafe\u0301s", 4),  # an accent of its own is no end of a word
        ("قالَتْ", 0),
        ("hello 🇧🇪🇫🇷", 6),
        ("l'eau  ", 0),
        ("one, two", 5),
        ("one,", 3),
        ("क\u093fताब", 0),
    ],
)
def test_the_word_before_the_cursor_is_whole(line: str, begins: int) -> None:
    assert graphemes.word_before(line, len(line)) == begins
