"""A log that was cut off is refused before anything is recorded."""

from __future__ import annotations

import pytest

from plenary_tui.errors import WrongUse

from .logs import raw

WHOLE = "[2027-02-03T09:00:00.000Z]\t<ana>\thello\n16:00:00 <ben> hello\n"


@pytest.mark.parametrize(
    "rest",
    [
        "[2027-02",
        "[2027-02-03T09:00:0",
        "[2027-02-03T09:00:00.000Z]",
        "[2027-02-03T09:00:00.000Z]\t<an",
        "16:00",
        "16:00:0",
        "16:00:00 <be",
    ],
)
def test_a_last_line_without_its_words_is_cut_off(rest: str) -> None:
    with pytest.raises(WrongUse, match=r"cut off in its last line \(line 3\)"):
        raw(WHOLE + rest, "call.log")


@pytest.mark.parametrize("rest", ["16:00:01 <ana> h", "a broken message", "16:00:01 <ana> h\n", ""])
def test_a_last_line_with_words_is_whole(rest: str) -> None:
    assert raw(WHOLE + rest).not_understood == ()
