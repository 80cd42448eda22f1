"""Events of a calendar are items and sittings, in the zone of the session or of the calendar."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.importers.arriving import Said
from plenary_tui.record.agenda import Item
from plenary_tui.record.kinds import MeetingFact
from plenary_tui.record.notation import Reading, parse

from .offices import accounted, commands, looked, room, total
from .test_programme import items, rooms


def event(title: str, begins: str, ends: str, zone: str = "") -> str:
    named = f";TZID={zone}" if zone else ""
    return (
        f"BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART{named}:{begins}\nDTEND{named}:{ends}\nEND:VEVENT\n"
    )


def calendar(*events: str, own: str = "") -> str:
    said = f"X-WR-TIMEZONE:{own}\n" if own else ""
    return f"BEGIN:VCALENDAR\n{said}{''.join(events)}END:VCALENDAR\n"


def test_events_without_numbers_are_items_in_the_order_of_their_times(tmp_path: Path) -> None:
    text = calendar(
        event("Mines", "20270504T103000", "20270504T120000"),
        event("Opening", "20270504T090000", "20270504T103000"),
        event("Plenary", "20270505T090000", "20270505T100000"),
        event("Committee on Rules", "20270506T090000", "20270506T100000"),
    )
    look = looked(tmp_path, "a.ics", text)
    assert items(commands(look)) == [("1", "Opening", "", 90), ("2", "Mines", "", 90)]
    assert rooms(commands(look)) == [
        ((), "2027-05-04 09:00–12:00"), (("Plenary",), "2027-05-05 09:00–10:00"),
        ((), "2027-05-06 09:00–10:00"),
    ]  # fmt: skip
    assert "“Committee on Rules” names no body of the session" in "\n".join(look.notes)
    assert accounted(look) == total(look)
    mixed = looked(tmp_path, "b.ics", calendar(
        event("1. Opening", "20270504T090000", "20270504T100000"),
        event("Mines", "20270504T140000", "20270504T150000"),
    ))  # fmt: skip
    assert [text.partition(":")[0] for _, text in mixed.not_understood] == ["Mines"]
    assert rooms(commands(mixed))[1] == ((), "2027-05-04 14:00–15:00")
    assert accounted(mixed) == total(mixed)


def test_events_without_numbers_take_those_of_the_session(tmp_path: Path) -> None:
    meeting = room()
    meeting.agenda = meeting.agenda.set("4.2", Item("4.2", 0, "Mines"))
    text = calendar(
        event("Opening", "20270504T090000", "20270504T100000"),
        event("mines", "20270504T100000", "20270504T110000"),
    )
    look = looked(tmp_path, "a.ics", text, into=meeting)
    assert [one[:2] for one in items(commands(look))] == [("5", "Opening"), ("4.2", "mines")]


@pytest.mark.parametrize(
    ("own", "zone", "session", "says", "at"),
    [
        ("Europe/Brussels", "", "", "Europe/Brussels", "09:00"),
        ("", "Europe/Brussels", "", "Europe/Brussels", "09:00"),
        ("Europe/Brussels", "W. Europe Standard Time", "", "Europe/Brussels", "09:00"),
        ("", "W. Europe Standard Time", "", "Europe/Berlin", "09:00"),
        ("", "Tokyo Standard Time", "Europe/Brussels", "", "02:00"),
        ("", "/example.org/2027/Asia/Tokyo", "Europe/Brussels", "", "02:00"),
        ("Europe/Brussels", "Nowhere at all", "", "Europe/Brussels", "09:00"),
    ],
)
def test_the_zone_is_the_sessions_else_the_calendars(
    tmp_path: Path, own: str, zone: str, session: str, says: str, at: str
) -> None:
    text = calendar(event("Opening", "20270504T090000", "20270504T100000", zone), own=own)
    meeting = room()
    if session:
        meeting.facts = meeting.facts.set("zone", session)
    look = looked(tmp_path, "a.ics", text, Said(zone=session), into=meeting)
    zones = [one.value for one in commands(look)
             if isinstance(one, MeetingFact) and one.field == "zone"]  # fmt: skip
    assert zones == ([says] if says else [])
    assert rooms(commands(look))[0][1].split()[1].startswith(at)
    other = f"the calendar is in Asia/Tokyo; its times are those of {session}"
    assert (other in "\n".join(look.notes)) == bool(session)
    unknown = "its time zone “Nowhere at all” is not known" in "\n".join(look.notes)
    assert unknown == (zone == "Nowhere at all")


def test_a_whole_day_is_no_break(tmp_path: Path) -> None:
    day = (
        "BEGIN:VEVENT\nSUMMARY:Dinner\nDTSTART;VALUE=DATE:20270505\nRRULE:FREQ=DAILY\nEND:VEVENT\n"
    )
    text = calendar(day, event("1. Opening", "20270504T090000", "20270504T100000"))
    look = looked(tmp_path, "a.ics", text)
    assert "1 whole-day event left out" in look.closing


def test_a_room_alone_is_spelled_without_a_comma_before_it(tmp_path: Path) -> None:
    data = event("1. Opening", "20270504T090000", "20270504T100000").replace(
        "END:VEVENT", "LOCATION:Room 3\nEND:VEVENT"
    )
    look = looked(tmp_path, "a.ics", calendar(data))
    (line,) = (one for one in look.lines() if one.startswith("Sitting"))
    assert line == "Sitting: Room 3, 2027-05-04 09:00-10:00"
    meeting = room()
    parsed = parse(line, Reading(roster=meeting.roster, zone=meeting.zone, file=True))
    assert parsed.command in commands(look)
