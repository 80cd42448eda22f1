"""What a person has set stands in the log of a session, once, and only where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from plenary_tui.record.kinds import Abbreviations, Kind, Limit
from plenary_tui.store.capture import Capture
from plenary_tui.store.habits import Habits
from plenary_tui.store.session import Session

START = datetime(2027, 11, 9, 9, tzinfo=UTC)
SETUP = ("Delegation NV: Novaria; Participant", "Delegation GDA: Alliance; Observer")


class Desk:
    """A rapporteur with habits, typing into one session."""

    def __init__(self, capture: Capture, habits: Habits) -> None:
        self.capture = capture
        self.habits = habits
        self.now = START

    def __call__(self, *lines: str) -> None:
        for line in lines:
            self.now += timedelta(seconds=10)
            self.habits.before(self.capture, line, self.now)
            self.capture.take(line)

    def kept(self, kind: type[Kind]) -> list[Kind]:
        """Return what stands in the record of a kind."""
        entries = self.capture.session.record.entries
        return [one.what for one in entries if isinstance(one.what, kind)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "demo"
    folder.mkdir()
    habits = Habits({"wc": "welcomed"}, {"observer": 120, "guest": 60, "other": 300})
    with Capture(Session(folder), "hall", live=True) as capture:
        desk = Desk(capture, habits)
        desk(*SETUP)
        yield desk


def test_short_forms_are_stated_once_before_the_first_line(desk: Desk) -> None:
    desk("NV: wc it", "NV: again")
    assert desk.kept(Abbreviations) == [Abbreviations(table=(("wc", "welcomed"),))]
    assert isinstance(desk.capture.session.record.entries[0].what, Abbreviations)


def test_other_short_forms_are_stated_anew(desk: Desk) -> None:
    desk.habits = Habits({"wc": "water committee"})
    desk("NV: wc it")
    assert len(desk.kept(Abbreviations)) == 2


def test_limits_are_stated_in_each_sitting_for_the_classes_that_are_here(desk: Desk) -> None:
    desk("Opened:", "NV: one", "NV: two")
    assert desk.kept(Limit) == [Limit(of="observer", seconds=120), Limit(seconds=300)]
    desk("Closed:", "Sitting: plenary", "Opened:", "NV: three")
    assert len(desk.kept(Limit)) == 4


def test_a_limit_that_somebody_set_in_the_sitting_stands(desk: Desk) -> None:
    desk.habits.limits = {}
    desk("Opened:", "limit off")
    desk.habits = Habits(limits={"other": 300})
    desk("NV: one")
    assert desk.kept(Limit) == [Limit(seconds=0)]


def test_taking_back_means_what_was_typed(desk: Desk) -> None:
    desk("Opened:", "undo")
    assert not desk.kept(Limit)
    assert not desk.capture.session.record.meeting.sittings
