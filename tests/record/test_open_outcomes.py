"""Outcomes of a closed sitting in the open record; and the day of a sitting."""

from __future__ import annotations

from datetime import date

from plenary_tui.record.redaction import open_record

from .rooms import ROSTER, Room, in_session


def test_a_numbered_decision_of_a_closed_sitting_is_administrative_in_the_open_record_too() -> None:
    room = in_session("In camera:", "Draft decision NV: the seat goes to Keldia", "Adopted:")
    (text,) = open_record(room.record).meeting.texts.values()
    assert (text.form, text.state) == ("administrative_decision", "adopted")


def test_a_text_gavelled_over_an_objection_in_camera_does_not_read_as_adopted_outside() -> None:
    room = Room(*ROSTER, "Opened:", "In camera:", "Proposal NV: the seat goes to Keldia",
                "Objection TR: no", "Adopted: the seat goes to Keldia", live=False)  # fmt: skip
    assert room.state("the seat") == "disputed"
    meeting = open_record(room.record).meeting
    assert not meeting.texts
    assert len(meeting.sealed) == 3


def test_a_sitting_is_dated_in_the_zone_of_the_session() -> None:
    room = Room("Zone: Asia/Kolkata", "2027-11-09 20:00 UTC Opened:")
    (sitting,) = room.meeting.sittings.values()
    assert sitting.official_day == date(2027, 11, 10)
