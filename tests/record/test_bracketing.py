"""Words with brackets: every bracket lies where it says, and the words stay whole."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from plenary_tui.record.bracketing import Mark, Marked, mark

WORDS = st.lists(st.sampled_from(["May", "six", "a", "seats", "[open]", "the fund", "[", "]"]),
                 min_size=1, max_size=8).map(" ".join)  # fmt: skip
MARKS = st.lists(
    st.builds(Mark, st.sampled_from(["May", "six seats", "seats a", "zz", "a"]),
              st.sampled_from(["Novaria", ""]), st.just("hall-1"), st.booleans()),
    max_size=5,
)  # fmt: skip


def check(found: Marked) -> None:
    """Check that every bracket holds its signs, and that none crosses another."""
    for one in found.brackets:
        assert found.text[one.start] == "[" and found.text[one.end - 1] == "]"
    for one in found.brackets:
        for two in found.brackets:
            assert not one.start < two.start < one.end < two.end


@given(WORDS, MARKS)
@example("a fund of [two] seats", [Mark("[two] seats", "Novaria", "hall-1")])
@example("x", [Mark("", "", "hall-1")])
def test_every_bracket_lies_where_it_says(words: str, marks: list[Mark]) -> None:
    found = mark(words, marks)
    check(found)
    assert len(found.brackets) >= len(marks)
    for one in marks:
        assert one.words in found.text.replace("[", "").replace("]", "") or "[" in one.words
    moved = found.quoted().wrapped("Keldia", "open", start=0).inside("before: ", " after")
    check(moved)
    assert moved.text.startswith("before: [“") and moved.brackets[-1].owner == "Keldia"
