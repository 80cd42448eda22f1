"""The day a line happens on, typed live: today, past midnight, the next morning, long after."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.record.rooms import ROSTER, Room

ZONE = ZoneInfo("Europe/Brussels")
EVENING = datetime(2027, 11, 9, 21, 0, tzinfo=ZONE)
LATE = datetime(2027, 11, 10, 0, 20, tzinfo=ZONE)
MORNING = datetime(2027, 11, 10, 9, 0, tzinfo=ZONE)


def _happened(room: Room) -> datetime:
    assert room.last is not None
    return room.last.entry.happened.astimezone(ZONE).replace(second=0, microsecond=0)


def test_a_day_said_on_the_day_itself_ends_at_midnight() -> None:
    room = Room(*ROSTER, "Date: 2027-11-09", "Opened:", "NV: in the evening", start=EVENING)
    assert _happened(room) == EVENING.replace(minute=1)
    room.now = LATE
    room("NV: past midnight")
    assert _happened(room) == LATE
    room("00:10 TR: a little earlier")
    assert _happened(room) == LATE.replace(minute=10)


def test_the_next_morning_is_the_next_day_also_for_a_program_started_anew() -> None:
    room = Room(*ROSTER, "Date: 2027-11-09", "NV: one", start=EVENING)
    again = Room(record=room.record, start=MORNING)
    again.count = room.count
    again("NV: two")
    assert _happened(again) == MORNING
    again("08:30 TR: three")
    assert _happened(again) == MORNING.replace(hour=8, minute=30)


def test_a_past_day_stays_and_its_lines_without_a_time_follow_the_last() -> None:
    room = Room(*ROSTER, "Date: 2018-06-19", "10:31 NV: one", "TR: two", start=MORNING)
    then = datetime(2018, 6, 19, 10, 31, tzinfo=ZONE)
    assert _happened(room) == then
    again = Room(record=room.record, start=MORNING)
    again.count = room.count
    again("KE: three")
    assert _happened(again) == then
    again("11:00 KE: four")
    assert _happened(again) == then.replace(hour=11, minute=0)
