"""Sittings that are planned for a time: announced, opened one after the other, told."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.data import picture
from plenary_tui.documents.readme import readme
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.titles import sitting_title
from plenary_tui.record.kinds import Sitting
from plenary_tui.record.sittings import PlannedTime, SittingRecord, read_planned
from plenary_tui.ui.seen.picture import room_view
from tests.documents.test_notes import assert_same_meeting

from .rooms import ROSTER, Room

TODAY = Room().now.date()
TOMORROW = date.fromordinal(TODAY.toordinal() + 1)


def sittings(room: Room) -> list[SittingRecord]:
    return sorted(room.meeting.sittings.values(), key=lambda one: one.rank)


def opened(room: Room) -> list[tuple[int, str]]:
    """Return the number and room of each sitting that was opened."""
    return sorted((one.number, one.room) for one in sittings(room) if one.number)


@pytest.mark.parametrize(("line", "planned"), [
    ("Sitting: WGM + CPC, Room 2, 10:00-13:00", (None, time(10), time(13))),
    ("Sitting: WGM + CPC, Room 2, 10h00 – 13h", (None, time(10), time(13))),
    ("Séance : WGM + CPC, Room 2, 10h-13h30", (None, time(10), time(13, 30))),
    ("Sessão: WGM + CPC, Room 2, 10.00-13.00", (None, time(10), time(13))),
    ("Sitzung: WGM + CPC, Room 2, 2018-06-19 10:00", (date(2018, 6, 19), time(10), None)),
    ("Sitting: WGM + CPC, Room 2, 2018-06-19", (date(2018, 6, 19), None, None)),
    ("Sitting: WGM + CPC, Room 2", (None, None, None)),
])  # fmt: skip
def test_a_time_stands_behind_the_room_in_every_language(
    line: str, planned: tuple[object, ...]
) -> None:
    (sitting,) = sittings(Room(*ROSTER, line))
    assert (sitting.bodies, sitting.room) == (("WGM", "CPC"), "Room 2")
    assert sitting.planned == planned


@pytest.mark.parametrize(("line", "room"), [
    ("Sitting: WGM, 4.10", "4.10"), ("Sitting: WGM, Room 2, left", "Room 2, left"),
    ("Sitting: WGM, 25:00", "25:00"), ("Sitting: WGM, 2018-13-19 10:00", "2018-13-19 10:00"),
    ("Sitting: WGM, -13:00", "-13:00"),
])  # fmt: skip
def test_what_is_no_time_is_the_room(line: str, room: str) -> None:
    (sitting,) = sittings(Room(*ROSTER, line))
    assert (sitting.room, sitting.planned.is_said) == (room, False)


times = st.none() | st.times().map(lambda one: time(one.hour, one.minute))


@given(st.none() | st.dates(date(1970, 1, 1)), times, times)
def test_what_is_written_reads_back(
    day: date | None, begins: time | None, ends: time | None
) -> None:
    planned = PlannedTime(day, begins, ends if begins else None)
    assert read_planned(str(planned)) == (planned if planned.is_said else None)


def test_notes_hold_the_time(  # also where a room looks like one, and as it was told once
) -> None:
    room = Room(
        *ROSTER, "Sitting: WGM, Room 2, 10:00-13:00", "Sitting: 15:00", "Opened:", "Closed:"
    )
    text = assert_same_meeting(room.record)
    assert "Sitting: WGM, Room 2, 10:00-13:00\n" in text
    for what in (Sitting(room="Room 2, 2018-06-19 10:00–13:00"), Sitting(day=TODAY, room="a, 9:00"),
                 Sitting(ends=time(9))):  # fmt: skip
        room.scribe.commit(room.scribe.enter(what, room.now))
    assert_same_meeting(room.record)
    assert sittings(room)[-3].planned == (date(2018, 6, 19), time(10), time(13))
    assert sittings(room)[-3].room == "Room 2"


def test_each_opening_opens_the_next_planned_one() -> None:
    room = Room(
        *ROSTER, "Sitting: WGM, Room 1, 10:00-13:00", "Sitting: CPC, Room 2, 15:00-18:00",
        "Opened:", "Closed:", "Opened:", "Closed:", "Opened:",
    )  # fmt: skip
    assert opened(room) == [(1, "Room 1"), (2, "Room 2"), (3, "")]


def test_of_those_that_are_dated_only_todays_open_in_the_order_of_their_times() -> None:
    room = Room(
        *ROSTER, f"Sitting: WGM, Room 9, {TOMORROW} 08:00", f"Sitting: WGM, Room 2, {TODAY} 15:00",
        f"Sitting: CPC, Room 1, {TODAY} 10:00", "Sitting: Plenary, Room 5, 09:00",
        "Opened:", "Closed:", "Opened:", "Closed:", "Opened:", "Closed:", "Opened:",
    )  # fmt: skip
    assert opened(room) == [(1, "Room 1"), (2, "Room 2"), (3, "Room 5"), (4, "")]


def test_on_a_day_that_nothing_was_planned_for_the_first_opens_as_in_a_rehearsal() -> None:
    room = Room(*ROSTER, f"Sitting: WGM, Room 9, {TOMORROW} 08:00", "Opened:")
    assert opened(room) == [(1, "Room 9")]


def test_one_announced_without_a_time_is_where_the_station_is() -> None:
    room = Room(*ROSTER, "Sitting: WGM, Room 1, 10:00", "Sitting: CPC, Room 2", "Opened:")
    assert opened(room) == [(1, "Room 2")]


def test_announcing_the_afternoon_leaves_nobody_out_of_the_morning() -> None:
    room = Room(*ROSTER, "Opened:", "Sitting: WGM, Room 2, 15:00-18:00", "NV: we go on")
    assert room.entries[-1].sitting == room.sitting.id
    assert room("Opened:").verdict == "refused", "the morning is open"
    room("Closed:", "Opened:")
    assert room.sitting.room == "Room 2"


def test_a_second_station_opens_the_parallel_one_that_it_announces() -> None:
    room = Room(*ROSTER, "Sitting: WGM, Room 1, 10:00", "Sitting: WGM, Room 8, 15:00", "Opened:")
    other = Room("Sitting: CPC, Room 2, 10:00", "Opened:", station="annex", record=room.record,
                 start=room.now)  # fmt: skip
    assert opened(room) == [(1, "Room 1"), (2, "Room 2")]
    assert other("Opened:").verdict == "refused"


def test_where_the_time_is_told() -> None:
    room = Room(*ROSTER, f"Sitting: WGM, Room 2, {TODAY} 10:00-13:00")
    said = Teller(room.meeting).sentence(room.entries[-1])
    assert said.endswith(f", Room 2, {TODAY} 10:00–13:00")
    assert room_view(room.record, "hall", room.now).sitting == "not begun, next WGM 10:00–13:00"
    (told,) = picture(room.record, room.now)["sittings"]
    assert told["planned"] == {"day": str(TODAY), "begins": "10:00", "ends": "13:00"}
    assert f"Room 2, {TODAY} 10:00–13:00" in readme(room.record, "x")
    (sitting,) = sittings(room)
    assert sitting_title(Chronicle(room.record), sitting).endswith("10:00–13:00")
    room("Opened:")
    assert "10:00" not in sitting_title(Chronicle(room.record), sittings(room)[0])
    assert "announced, not opened" not in readme(room.record, "x")
