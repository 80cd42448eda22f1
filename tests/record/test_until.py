"""The record as it stood at a moment."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from tests.record.rooms import ROSTER, Room

ZONE = ZoneInfo("Europe/Brussels")


def test_a_session_told_years_later_keeps_its_roster_and_plan_at_every_moment() -> None:
    room = Room(
        *ROSTER, "Agenda 1: Opening", "Date: 2018-06-19", "10:00 Opened:", "10:31 NV: one",
        "11:00 TR: two",
    )  # fmt: skip
    then = room.record.until(datetime(2018, 6, 19, 10, 31, tzinfo=ZONE)).meeting
    assert [speech.text for speech in then.speeches.values()] == ["one"]
    assert then.roster.name_of("NV") == "Novaria"
    assert then.zone.key == "Europe/Brussels"
    assert list(then.agenda) == ["1"]


def test_what_is_added_in_a_sitting_counts_from_its_own_moment() -> None:
    room = Room(*ROSTER, "Opened:", "NV: one")
    moment = room.now
    room("Delegation XY: Xylia; Participant", "Agenda 9: Other business")
    then = room.record.until(moment).meeting
    assert "XY" not in then.roster.delegations
    assert list(then.agenda) == []
