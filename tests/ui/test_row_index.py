"""Which row stands on which line, however the rows came and changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.ui.seen.views import Row
from plenary_tui.ui.widgets.row_index import RowIndex, height_of

rows = st.lists(
    st.builds(
        Row,
        st.just("x-1"), st.just("10:31"), st.sampled_from(["", "NV", "WGM", "Mr Somebody"]),
        st.text("ab ", max_size=90), st.sampled_from(["", "corrected"]), st.just("said"),
        st.sampled_from(["", "Tuesday"]),
    ),
    max_size=12,
)  # fmt: skip


@given(rows, rows, st.integers(20, 60), st.data())
def test_each_line_belongs_to_the_row_that_was_measured_there(
    before: list[Row], after: list[Row], width: int, data: st.DataObject
) -> None:
    index = RowIndex()
    index.put(before)
    index.resize(width)
    index.add(after)
    if index.rows:
        place = data.draw(st.integers(0, len(index.rows) - 1))
        index.change([(place, index.rows[place]._replace(text="other " * 30))])
    dropped = data.draw(st.integers(0, len(index.rows)))
    index.drop(dropped)
    expected = [
        (place, line)
        for place, row in enumerate(index.rows)
        for line in range(height_of(row, width))
    ]
    assert [index.at(y) for y in range(index.height)] == expected
    assert index.at(index.height) is None
