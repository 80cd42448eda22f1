"""The capture line's wrapping: after any edit as if it had been wrapped whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.document._document import Document

from plenary_tui.ui.widgets.wrapped import Wrapped

WORDS = st.lists(
    st.sampled_from(["a", "to", "meeting", "e\u0301t", "中國", "🇧🇪", "w" * 9, "x" * 31, " ", "  "]),
    max_size=40,
).map(" ".join)


@given(WORDS, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.3), WORDS), max_size=6),
       st.integers(3, 30))  # fmt: skip
def test_an_edit_wraps_as_if_all_were_wrapped_anew(
    text: str, edits: list[tuple[float, float, str]], width: int
) -> None:
    document = Document(text)
    wrapped = Wrapped(document, width)
    for at, size, words in edits:
        line = document[0]
        start = int(at * len(line))
        end = min(len(line), start + int(size * len(line)))
        result = document.replace_range((0, start), (0, end), words)
        wrapped.wrap_range((0, start), (0, end), result.end_location)
        again = Wrapped(document, width)
        assert wrapped.get_sections(0) == again.get_sections(0)
        assert wrapped._offset_to_line_info == again._offset_to_line_info
        assert wrapped._line_index_to_offsets == again._line_index_to_offsets


@given(WORDS, st.integers(3, 30))
def test_lines_fit_and_hold_the_whole_text(text: str, width: int) -> None:
    wrapped = Wrapped(Document(text), width)
    assert "".join(wrapped.get_sections(0)) == text
    assert all(cell_len(section) <= width for section in wrapped.get_sections(0))
    parts = [wrapped.part(y) for y in range(wrapped.height)]
    assert [text[one[1] : one[2]] for one in parts if one] == wrapped.get_sections(0)


def test_an_edit_over_line_ends_wraps_all() -> None:
    document = Document("one two\nthree four")
    wrapped = Wrapped(document, 6)
    result = document.replace_range((0, 4), (1, 3), "and ")
    wrapped.wrap_range((0, 4), (1, 3), result.end_location)
    assert wrapped.get_sections(0) == Wrapped(document, 6).get_sections(0)
