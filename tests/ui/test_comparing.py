"""What is seen of a comparison, apart from any screen: columns, what is open, what is next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.documents.comparing import words
from plenary_tui.documents.side_by_side import Comparison, Half, Row, Standing
from plenary_tui.ui.comparing.compared import version_pairs
from plenary_tui.ui.comparing.looking import Looking
from plenary_tui.ui.comparing.rows import PairRow, columns, head, height, lines, shortened

TEXTS = st.text("ab é鑛[] ", min_size=1, max_size=160).map(str.strip).filter(bool)


def row(was: str | None, now: str | None, *, heading: int = 0, lead: str = "10:00") -> Row:
    standing: Standing = (
        "left" if now is None else "right" if was is None else "same" if was == now else "changed"
    )
    return Row(
        None if was is None else Half(lead, was), None if now is None else Half(lead, now),
        standing, words(was or "", now or ""), heading=heading,
    )  # fmt: skip


ROWS = st.one_of(
    st.builds(row, TEXTS, TEXTS),
    st.builds(lambda text: row(text, text), TEXTS),
    st.builds(lambda text: row(text, text, heading=1, lead=""), TEXTS),
    st.builds(lambda text: row(text, None), TEXTS),
    st.builds(lambda text: row(None, text, lead=""), TEXTS),
)


def drawn(shown: PairRow, width: int) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in lines(shown, width)]


@given(ROWS, st.integers(20, 130), st.booleans())
def test_a_row_is_as_high_as_it_is_measured_and_never_wider_than_the_list(
    one: Row, width: int, whole: bool
) -> None:
    shown = PairRow("r0", one, whole=whole)
    found = drawn(shown, width)
    assert len(found) == height(shown, width) > 0
    assert all(cell_len(line) <= width for line in found)
    assert all(line[0] == " " for line in found)


def test_the_sides_stand_in_columns_or_one_below_the_other() -> None:
    one = PairRow("r0", row("We meet in May", "We meet in June"))
    assert drawn(one, 80) == [
        " ~ 10:00 We meet in {-May-}              │ 10:00 We meet in {+June+}"
    ]
    assert drawn(one, 40) == [
        " ~ 10:00 We meet in {-May-}", "   10:00 We meet in {+June+}",
    ]  # fmt: skip
    assert drawn(PairRow("r0", row(None, "We adjourn")), 80) == [
        " + " + " " * columns(80) + " │ 10:00 We adjourn"
    ]
    assert drawn(PairRow("r0", row("We adjourn", None)), 80)[0].startswith(" - 10:00 We adjourn")


def test_a_long_row_is_cut_beside_what_is_not_alike_and_shown_whole_when_opened() -> None:
    before, behind = "The plenary met and heard many reports. " * 8, " It closed late." * 8
    one = row(f"{before}It met in May.{behind}", f"{before}It met in June.{behind}")
    cut = drawn(PairRow("r0", one), 80)
    assert len(cut) < 6 and "{-May-}" in "".join(cut) and "{+June+}" in "".join(cut)
    assert cut[0].count("…") == 2  # on both sides, at the same place
    whole = " ".join(drawn(PairRow("r0", one, whole=True), 80))
    assert "Left: " in whole and "Right: " in whole and "…" not in whole
    assert whole.count("heard") == 16
    alone = drawn(PairRow("r0", row(before * 3, None)), 80)
    assert len(alone) == 9 and "Enter shows all of it" in alone[-1]


@given(TEXTS, TEXTS)
def test_what_is_cut_is_never_a_word_that_differs(was: str, now: str) -> None:
    spans = words(was, now)
    marked = [one for one in spans if one.change != "same"]
    assert [one for one in shortened(spans) if one.change != "same"] == marked


def comparison(*rows: Row, notices: tuple[str, ...] = ()) -> Comparison:
    return Comparison(("a/demo", "b/demo"), (("3 entries",), ("4 entries",)),
                      ("entry", "entries"), rows, notices)  # fmt: skip


SAME = row("alike", "alike")
FOUND = comparison(SAME, SAME, row("a", "b"), SAME, SAME, SAME, row("c", None), SAME, SAME)


def test_what_is_alike_is_one_line_until_it_is_opened() -> None:
    looking = Looking(FOUND)
    assert [one.id for one in looking.rows()] == ["s0", "r2", "s3", "r6", "s7"]
    assert [one.said for one in looking.rows() if one.said][1] == "▹ 3 entries alike"
    looking.toggle("s3")
    assert [one.id for one in looking.rows()] == ["s0", "r2", "s3", "r3", "r4", "r5", "r6", "s7"]
    looking.toggle("s3")
    assert looking.toggle_all()
    assert {one.id for one in looking.rows()} == {*(f"r{n}" for n in range(9)), "s0", "s3", "s7"}
    assert not looking.toggle_all()
    looking.toggle("r2")
    assert [one.id for one in looking.rows() if one.whole] == ["r2"]


@pytest.mark.parametrize(
    ("here", "step", "there"),
    [("", 1, "r2"), ("s0", 1, "r2"), ("r2", 1, "r6"), ("s3", 1, "r6"), ("r6", 1, ""),
     ("r6", -1, "r2"), ("s7", -1, "r6"), ("r4", -1, "r2"), ("r2", -1, ""), ("s0", -1, "")],
)  # fmt: skip
def test_the_next_difference_is_found_from_anywhere(here: str, step: int, there: str) -> None:
    assert Looking(FOUND).next_difference(here, step) == there


def test_differences_are_numbered_and_notices_stand_first() -> None:
    looking = Looking(comparison(SAME, row("a", "b"), row("c", "d"), notices=("Look at this.",)))
    assert [looking.number_of(one) for one in ("r0", "r1", "r2", "s1", "")] == [0, 1, 2, 0, 0]
    assert looking.rows()[0] == PairRow("", said="Look at this.", part="warning")


def test_the_head_names_both_over_their_columns_and_keeps_the_end_of_a_path() -> None:
    one, two = ("".join(piece for piece, _ in line) for line in head(FOUND, 80))
    assert one.index("│") == two.index("│") and "- a/demo" in one and "+ b/demo" in one
    long = Comparison(("/media/stick/" * 8 + "demo", "b"), FOUND.facts, FOUND.noun, ())
    first = "".join(piece for piece, _ in head(long, 80)[0])
    assert "- …" in first and "stick/demo │" in first
    assert len(head(FOUND, 40)) == 4


def test_versions_are_offered_with_the_draft_as_it_stands_first() -> None:
    assert version_pairs(("1", "2", "3")) == [
        ("3", ""), ("2", ""), ("1", ""), ("2", "3"), ("1", "3"), ("1", "2"),
    ]  # fmt: skip
