"""A speech that went over its limit says so at its own row, whatever ended it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.ui.seen.rows import RowKeeper
from plenary_tui.ui.seen.views import Row
from tests.record.rooms import in_session


class Shown:
    """A list that follows a room as the screen's does."""

    def __init__(self, *lines: str) -> None:
        self.room = in_session("limit 1 min", "q+ NV, OS", *lines)
        self._keeper = RowKeeper()
        self.rows: list[Row] = []
        self.follow()

    def __call__(self, line: str, after: int = 10) -> None:
        self.room.now += timedelta(seconds=after - 10)
        self.room(line)

    def follow(self) -> None:
        change = self._keeper.update(self.room.record)
        if change.whole:
            self.rows = []
        for place, row in change.changed:
            self.rows[place] = row
        self.rows += change.added
        assert self.rows == list(RowKeeper().update(self.room.record).added)

    def note(self, words: str) -> str:
        return next(row.note for row in self.rows if words in row.text)


@pytest.mark.parametrize("followed", [True, False])
@pytest.mark.parametrize("ends", ["OS: thanks", "next", "Closed:"])
def test_a_speech_over_its_limit_says_so_once_it_is_over(ends: str, followed: bool) -> None:
    shown = Shown()
    shown("next")
    shown("NV: we begin", 20)
    shown.follow()
    assert "over" not in shown.note("we begin")
    shown("... and go on", 60)
    if followed:
        shown.follow()
    shown(ends, 22)
    shown.follow()
    assert shown.note("we begin") == "over by 0:42"
    assert "over" not in shown.note("The floor goes to")


def test_what_ended_it_taken_back_the_speech_is_not_over_yet() -> None:
    shown = Shown("NV: we begin")
    shown("OS: thanks", 90)
    shown.follow()
    assert shown.note("we begin") == "over by 0:30"
    shown("undo")
    shown.follow()
    assert shown.note("we begin") == ""


@pytest.mark.parametrize("line", ["undo", "9:01 is KE", "s/begin/start/"])
def test_what_is_corrected_is_told_anew(line: str) -> None:
    shown = Shown("NV: we begin")
    shown("OS: thanks", 90)
    shown("NV: and so we end", 10)
    shown.follow()
    shown(line)
    shown.follow()


def test_a_speech_in_its_time_says_nothing() -> None:
    shown = Shown("NV: we begin")
    shown("Timer paused", 50)
    shown("Timer resumed", 500)
    shown("OS: thanks", 9)
    shown.follow()
    assert shown.note("we begin") == ""


def test_an_interrupted_speech_is_one() -> None:
    shown = Shown("NV: we begin")
    shown("Point of order TR: is there a quorum?", 50)
    shown.follow()
    shown("Ruling: there is", 300)
    shown.follow()
    shown("OS: thanks", 20)
    shown.follow()
    assert shown.note("we begin") == "over by 0:10"
