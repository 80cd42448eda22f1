"""Events of a calendar that repeat: each time is planned, within bounds; what is cut is said."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import takewhile
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.importers.arriving import Said
from plenary_tui.importers.programme.repeating import MOST_TIMES, _by_rule
from plenary_tui.record.kinds import AgendaItem, Sitting

from .offices import accounted, commands, looked, total

ZONE = "Europe/Brussels"
DAILY = """\
BEGIN:VEVENT
UID:one
DTSTART;TZID=Europe/Brussels:20180618T100000
DTEND;TZID=Europe/Brussels:20180618T130000
RRULE:{rule}
SUMMARY:Plenary
LOCATION:Hall
{more}
END:VEVENT
"""
MOVED = """\
BEGIN:VEVENT
UID:one
RECURRENCE-ID;TZID=Europe/Brussels:20180620T100000
DTSTART;TZID=Europe/Brussels:20180620T150000
DURATION:PT1H
SUMMARY:Plenary, later
{more}
END:VEVENT
"""


def planned(folder: Path, *events: str) -> tuple[list[tuple[str, str, str]], tuple[str, ...]]:
    """Return day, beginning and end of each sitting that a calendar gives, and the notes."""
    text = f"BEGIN:VCALENDAR\n{''.join(events)}END:VCALENDAR\n"
    look = looked(folder, "a.ics", text, Said(zone=ZONE))
    assert accounted(look) == total(look)
    return [
        (f"{one.day:%d %b}", f"{one.begins:%H:%M}" if one.begins else "",
         f"{one.ends:%H:%M}" if one.ends else "")
        for one in commands(look) if isinstance(one, Sitting)
    ], tuple(look.notes)  # fmt: skip


def days(folder: Path, *events: str) -> list[str]:
    return [day for day, *_ in planned(folder, *events)[0]]


@pytest.mark.parametrize(("rule", "more", "found"), [
    ("FREQ=DAILY;COUNT=3", "", ["18 Jun", "19 Jun", "20 Jun"]),
    ("FREQ=DAILY;UNTIL=20180620", "", ["18 Jun", "19 Jun", "20 Jun"]),
    ("FREQ=DAILY;UNTIL=20180620T080000Z", "", ["18 Jun", "19 Jun", "20 Jun"]),
    ("FREQ=DAILY;UNTIL=20180620T075959Z", "", ["18 Jun", "19 Jun"]),
    ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", "", ["18 Jun", "20 Jun", "25 Jun"]),
    ("FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Brussels:20180619T100000", ["18 Jun", "20 Jun"]),
    ("FREQ=DAILY;COUNT=3", "EXDATE:20180619T080000Z", ["18 Jun", "20 Jun"]),
    ("FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20180618,20180619", ["20 Jun"]),
    ("FREQ=DAILY;COUNT=2", "RDATE;TZID=Europe/Brussels:20180622T100000\nRDATE:20180623T080000Z",
     ["18 Jun", "19 Jun", "22 Jun", "23 Jun"]),
])  # fmt: skip
def test_every_time_is_planned(tmp_path: Path, rule: str, more: str, found: list[str]) -> None:
    told, notes = planned(tmp_path, DAILY.format(rule=rule, more=more))
    assert [day for day, *_ in told] == found
    assert {one[1:] for one in told} == {("10:00", "13:00")}
    assert f"“Plenary” repeats: it is planned {len(found)} times" in " ".join(notes).replace(
        "planned once", "planned 1 times"
    )


def test_the_clock_stays_the_same_where_summer_time_ends(tmp_path: Path) -> None:
    event = DAILY.format(rule="FREQ=DAILY;COUNT=2", more="").replace("201806", "201810")
    event = event.replace("20181018", "20181027")
    assert planned(tmp_path, event)[0] == [
        ("27 Oct", "10:00", "13:00"), ("28 Oct", "10:00", "13:00"),
    ]  # fmt: skip


def test_a_time_that_was_moved_or_cancelled_stands_for_its_own(tmp_path: Path) -> None:
    daily = DAILY.format(rule="FREQ=DAILY;COUNT=3", more="")
    told, _ = planned(tmp_path, daily, MOVED.format(more=""))
    assert told == [
        ("18 Jun", "10:00", "13:00"), ("19 Jun", "10:00", "13:00"), ("20 Jun", "15:00", "16:00"),
    ]  # fmt: skip
    assert days(tmp_path, MOVED.format(more="STATUS:CANCELLED"), daily) == ["18 Jun", "19 Jun"]


def test_all_that_follow_are_not_moved_and_that_is_said(tmp_path: Path) -> None:
    later = MOVED.format(more="").replace("-ID;", "-ID;RANGE=THISANDFUTURE;")
    told, notes = planned(tmp_path, DAILY.format(rule="FREQ=DAILY;COUNT=4", more=""), later)
    assert told[-1] == ("21 Jun", "10:00", "13:00")
    assert "moves all times that follow: only the one is moved" in " ".join(notes)


def test_what_several_come_to_is_said_first(tmp_path: Path) -> None:
    rules = ("FREQ=DAILY", "FREQ=DAILY;COUNT=3")
    _, notes = planned(tmp_path, *(DAILY.format(rule=rule, more="") for rule in rules))
    assert notes[0] == (
        f"2 events repeat: {MOST_TIMES + 1} times are planned beside the first of each; "
        "1 of them go on, and that is left out"
    )


def test_whole_days_repeat(tmp_path: Path) -> None:
    event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20180618\nRRULE:FREQ=DAILY;COUNT=2\n"
    event += "SUMMARY:Plenary\nEND:VEVENT\n"
    assert planned(tmp_path, event)[0] == [("18 Jun", "", ""), ("19 Jun", "", "")]


def test_an_item_that_is_taken_every_day_is_one_item(tmp_path: Path) -> None:
    event = DAILY.format(rule="FREQ=DAILY;COUNT=3", more="").replace("Y:Plenary", "Y:4.2 Mines")
    look = looked(tmp_path, "a.ics", f"BEGIN:VCALENDAR\n{event}END:VCALENDAR\n", Said(zone=ZONE))
    found = commands(look)
    assert [one.number for one in found if isinstance(one, AgendaItem)] == ["4.2"]
    assert sum(isinstance(one, Sitting) for one in found) == 3
    assert accounted(look) == total(look)


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY", "FREQ=DAILY;COUNT=5000", "FREQ=DAILY;UNTIL=29991231"]
)
def test_what_has_no_end_is_cut_and_the_preview_says_so(tmp_path: Path, rule: str) -> None:
    told, notes = planned(tmp_path, DAILY.format(rule=rule, more=""))
    assert len(told) == MOST_TIMES
    assert f"planned {MOST_TIMES} times, what comes after them is left out" in " ".join(notes)


@pytest.mark.parametrize("rule", [
    "FREQ=SECONDLY", "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;BYHOUR=1,2", "FREQ=DAILY;COUNT=x",
    "FREQ=DAILY;BYDAY=XX", "nonsense", "FREQ=DAILY;" + "BYDAY=MO;" * 100, "=;=",
])  # fmt: skip
def test_a_rule_that_no_meeting_has_is_not_followed(tmp_path: Path, rule: str) -> None:
    told, notes = planned(tmp_path, DAILY.format(rule=rule, more=""))
    assert [day for day, *_ in told] == ["18 Jun"]
    assert "by a rule that is not followed here: it is planned once" in " ".join(notes)


def test_a_file_of_rules_that_match_no_day_is_done_soon(tmp_path: Path) -> None:
    rule = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    start = monotonic()
    told, notes = planned(tmp_path, *(DAILY.format(rule=rule, more="") for _ in range(300)))
    assert monotonic() - start < 10, "each of them takes seconds where it is gone through plainly"
    assert len(told) == 300
    assert notes[:2] == (
        "20 events repeat: 0 times are planned beside the first of each",
        "280 more events repeat: only the first time of each is planned",
    )


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(("DAILY", "WEEKLY", "MONTHLY")),
    st.integers(1, 9), st.sampled_from(("", ";BYDAY=MO,TH", ";BYMONTHDAY=29,31", ";BYDAY=-1FR")),
)  # fmt: skip
def test_a_rule_gives_the_same_days_in_years_that_have_the_same_days(
    day: date, often: str, interval: int, by: str
) -> None:
    from dateutil.rrule import rrulestr

    if often != "MONTHLY" and ("-1FR" in by):
        by = ""
    rule = f"FREQ={often};INTERVAL={interval}{by}"
    first = datetime(day.year, day.month, day.day, 10)
    until = first + timedelta(days=366)
    told = takewhile(lambda one: one <= until, _by_rule(first, rule))
    assert list(told) == list(rrulestr(rule, dtstart=first).replace(until=until))
