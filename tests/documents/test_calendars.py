"""Meetings to come and follow-ups as a calendar: read back by an independent parser."""

from __future__ import annotations

from datetime import UTC, date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents import ics
from plenary_tui.documents.calendars import events, follow_ups, undated
from plenary_tui.errors import DoesNotHold
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import plenary
from tests.sessions.shipped import BOTH, TRAINING, session

WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\\;,:\n\"é😀漢"), max_size=300
)  # fmt: skip
EVENTS = (
    "Event: Forum on Mines: trade, Lindau, 2028-03-01/2028-03-04",
    "Event: Review visit, several countries, first half of September 2028",
    "Event: Briefing, Belvaux, 2028-02-29",
)


def read(data: bytes) -> list[Any]:
    """Return the components of a calendar, after what RFC 5545 asks of its lines."""
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no line ends inside a character
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.errors == []
    assert (calendar["VERSION"], bool(calendar["PRODID"])) == ("2.0", True)
    for one in calendar.subcomponents:
        assert one.errors == []
        assert one["UID"] and one["DTSTAMP"]
    return list(calendar.subcomponents)


def test_days_that_are_known_make_an_event_whose_end_is_the_day_after() -> None:
    forum, visit, briefing = read(events(plenary(*EVENTS).record))
    assert (forum.name, str(forum["SUMMARY"])) == ("VEVENT", "Forum on Mines: trade")
    assert (forum["DTSTART"].dt, forum["DTEND"].dt) == (date(2028, 3, 1), date(2028, 3, 5))
    assert forum["DTSTART"].params["VALUE"] == "DATE"
    assert str(forum["LOCATION"]) == "Lindau"
    assert (briefing["DTSTART"].dt, briefing["DTEND"].dt) == (date(2028, 2, 29), date(2028, 3, 1))
    assert visit.name == "VTODO"


def test_a_calendar_has_the_name_of_its_meeting_and_keeps_nobody_busy() -> None:
    data = events(plenary(*EVENTS).record)
    calendar = icalendar.Calendar.from_ical(data)
    title = "Training Plenary: meetings and visits to come"
    assert {str(calendar[key]) for key in ("NAME", "X-WR-CALNAME")} == {title}
    assert [str(one.get("TRANSP")) for one in calendar.walk("VEVENT")] == ["TRANSPARENT"] * 2


def test_days_that_nobody_named_are_not_made_up() -> None:
    room = plenary(*EVENTS)
    visit = read(events(room.record))[1]
    assert not {"DTSTART", "DUE", "DTEND"} & set(visit)
    assert str(visit["DESCRIPTION"]).startswith("When: first half of September 2028\n")
    assert undated(room.record) == 1


def test_a_follow_up_is_a_task_with_its_day_and_whether_it_is_done() -> None:
    room = plenary("Action WGM: a report, on mines by 2028-05-01", "Action NV: call back")
    report, call = read(follow_ups(room.record))
    assert (report.name, str(report["SUMMARY"])) == (
        "VTODO",
        "Working Group on Monitoring: a report, on mines",
    )
    assert report["DUE"].dt == date(2028, 5, 1)
    assert (str(call["SUMMARY"]), "DUE" in call) == ("Novaria: call back", False)
    assert {str(one["STATUS"]) for one in (report, call)} == {"NEEDS-ACTION"}
    room(f"Done @{room.entries[-1].id}: sent")
    report, call = read(follow_ups(room.record))
    assert (str(report["STATUS"]), str(call["STATUS"])) == ("NEEDS-ACTION", "COMPLETED")
    assert call["COMPLETED"].dt == room.entries[-1].at.astimezone(UTC).replace(microsecond=0)
    assert str(call["DESCRIPTION"]).startswith("sent\n")


def test_the_time_stamp_is_of_the_last_entry_and_ids_stay_for_good() -> None:
    room = plenary(*EVENTS)
    before = read(events(room.record))
    assert events(room.record) == events(room.record)
    room("s/Forum on Mines/Forum on Diamonds/", "NV: goes on")
    after = read(events(room.record))
    assert [one["UID"] for one in after] == [one["UID"] for one in before]
    assert len({one["UID"] for one in after}) == len(after)
    assert str(after[0]["SUMMARY"]).startswith("Forum on Diamonds")
    assert (before[0]["SEQUENCE"], after[0]["SEQUENCE"]) == (0, 1)
    last = room.entries[-1].at.astimezone(UTC).replace(microsecond=0)
    assert {one["DTSTAMP"].dt for one in after} == {last}


def test_what_is_restricted_says_so_and_what_is_sealed_is_not_there() -> None:
    room = plenary("Action NV: open", "Restricted:", "Action NV: quiet", "Open session:",
                   "In camera:", "Action NV: hushed")  # fmt: skip
    found = read(follow_ups(open_record(room.record)))
    assert [(str(one["SUMMARY"]), str(one.get("CLASS", ""))) for one in found] == [
        ("Novaria: open", ""), ("Novaria: quiet", "CONFIDENTIAL"),
    ]  # fmt: skip


def test_a_calendar_of_nothing_is_none() -> None:
    for write in (events, follow_ups):
        with pytest.raises(DoesNotHold, match="record one"):
            write(Record())


def test_the_end_of_time_is_a_day_too() -> None:
    (one,) = read(events(plenary("Event: The end, nowhere, 9999-12-31").record))
    assert one["DTSTART"].dt == date(9999, 12, 31)


@pytest.mark.parametrize("name", BOTH)
def test_the_calendars_of_the_shipped_sessions_are_sound(name: str) -> None:
    record = open_record(session(name).record)
    assert len(read(events(record))) == len(record.meeting.events)
    if name == TRAINING:
        assert len(read(follow_ups(record))) == len(record.meeting.follow_ups)


@given(WORDS)
def test_any_words_come_back_as_they_were(words: str) -> None:
    must = [("UID", "1"), ("DTSTAMP", "20280101T000000Z"), ("SUMMARY", ics.text(words))]
    (one,) = read(ics.calendar([("VTODO", must)]))
    assert str(one["SUMMARY"]) == words
