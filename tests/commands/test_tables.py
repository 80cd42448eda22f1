"""What is printed on a terminal keeps to its width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.commands.tables import folded

ROW = "- 2018-06-19 – Session: 2018-06-antwerp; Text: " + "a sub-team on reeds and lamps " * 5


def test_a_row_goes_on_below_itself_indented() -> None:
    first, *rest = folded(ROW, 40).split("\n")
    assert first.startswith("- 2018-06-19")
    assert rest
    assert all(line.startswith("  ") and len(line) <= 40 for line in rest)
    assert " ".join((first, *(line.strip() for line in rest))).split() == ROW.split()


@given(st.text(st.characters(categories=["L", "N", "Z", "P"])), st.integers(4, 60))
def test_no_line_is_wider_than_the_terminal(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in folded(text, width).split("\n"))
