"""Agendas and programmes become items and sittings, whatever wrote them; the rest is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.errors import WrongUse
from plenary_tui.importers.arriving import Said
from plenary_tui.importers.files import detect
from plenary_tui.importers.programme import looks_like_an_agenda, programme_of_text
from plenary_tui.importers.programme.grammar import numbered, times
from plenary_tui.importers.source import Source
from plenary_tui.record.agenda import Item
from plenary_tui.record.kinds import AgendaItem, AgendaOrder, Body, MeetingFact, Sitting
from plenary_tui.record.sittings import PlannedTime

from .offices import accounted, commands, looked, packed, room, total, word_file

MARKDOWN = """\
# Training Intersessional
Novaport, 19–20 June 2018

## Draft agenda

### Tuesday 19 June 2018, 10:00–13:00, Room 2
1. Opening of the meeting (10 min)
2. **Adoption** of the [agenda](https://example.org)
11:00–11:15 Coffee break
4.2 Mines (WGM) [45 min]
   a) Report
   b) Next steps
### Tuesday 19 June 2018, 15:00–18:00, plenary session, Grand Hall
5. Any other business
A note that stands under no number
"""
CALENDAR = """\
BEGIN:VCALENDAR
X-WR-CALNAME:Training Plenary
BEGIN:VEVENT
DTSTART;TZID=Europe/Brussels:20180619T100000
DTEND;TZID=Europe/Brussels:20180619T130000
SUMMARY:Plenary\\, morning
LOCATION:Grand Hall
DESCRIPTION:1. Opening (10 min)\\n2. Adoption of the
  agenda\\nbring coffee
BEGIN:VALARM
SUMMARY:9. Wake up
END:VALARM
END:VEVENT
BEGIN:VEVENT
DTSTART:20180619T140000Z
DURATION:PT45M
SUMMARY:4.2 Mines
LOCATION:Room 2
END:VEVENT
BEGIN:VEVENT
DTSTART:20180619T144500Z
DURATION:PT45M
SUMMARY:4.3 Data
LOCATION:Room 2
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20180620
SUMMARY:Lunch
END:VEVENT
BEGIN:VEVENT
SUMMARY:Nobody knows when
END:VEVENT
END:VCALENDAR
"""


def items(found: tuple[object, ...]) -> list[tuple[str, str, str, int]]:
    return [
        (one.number, one.title, one.body, one.minutes)
        for one in found
        if isinstance(one, AgendaItem)
    ]


def rooms(found: tuple[object, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Return the bodies of each sitting, and where and when it is to be."""
    said = [
        (one, str(PlannedTime(one.day, one.begins, one.ends)))
        for one in found if isinstance(one, Sitting)
    ]  # fmt: skip
    return [(one.bodies, ", ".join(filter(None, (one.room, when)))) for one, when in said]


def test_markdown_has_items_with_minutes_and_bodies_and_sittings(tmp_path: Path) -> None:
    look = looked(tmp_path, "agenda.md", MARKDOWN, into=room())
    assert items(commands(look)) == [
        ("1", "Opening of the meeting", "", 10),
        ("2", "Adoption of the agenda", "", 0),
        ("4.2", "Mines", "WGM", 45),
        ("4.2(a)", "Report", "", 0),
        ("4.2(b)", "Next steps", "", 0),
        ("5", "Any other business", "", 0),
    ]
    assert rooms(commands(look)) == [
        ((), "Room 2, 2018-06-19 10:00–13:00"),
        (("Plenary",), "Grand Hall, 2018-06-19 15:00–18:00"),
    ]
    facts = {one.field: one.value for one in commands(look) if isinstance(one, MeetingFact)}
    assert facts == {
        "title": "Training Intersessional", "dates": "2018-06-19/2018-06-20", "place": "Novaport",
    }  # fmt: skip
    assert look.not_understood == ((15, "A note that stands under no number"),)
    assert "1 break left out" in look.closing
    assert accounted(look) == total(look)


def test_a_calendar_has_sittings_and_items_in_the_meetings_own_zone(tmp_path: Path) -> None:
    look = looked(tmp_path, "x.txt", CALENDAR, Said(zone="Europe/Brussels"))
    assert [one[0] for one in items(commands(look))] == ["1", "2", "4.2", "4.3"]
    assert items(commands(look))[2] == ("4.2", "Mines", "", 45)
    assert rooms(commands(look)) == [
        (("Plenary",), "Grand Hall, 2018-06-19 10:00–13:00"),
        ((), "Room 2, 2018-06-19 16:00–17:30"),
    ]
    assert [text for _, text in look.not_understood] == ["Nobody knows when"]
    assert accounted(look) == total(look) == 5


def test_a_word_file_has_tables_and_the_numbers_that_word_shows(tmp_path: Path) -> None:
    data = word_file(
        "RESTRICTED", "Tarsis Plenary", "Novaport, 9–11 November 2021", "Tuesday 9 November 2021",
        table=(
            ("Time", "Item", "Subject", "Body"),
            ("10:00–10:15", "1", "Opening", ""),
            ("10:15–11:00", "2", "Report", "WGM"),
            ("13:00", "", "Lunch", ""),
            ("15:00–16:00", "3", "Close", ""),
        ),
    )  # fmt: skip
    look = looked(tmp_path, "programme", data, into=room())
    assert items(commands(look)) == [
        ("1", "Opening", "", 15), ("2", "Report", "WGM", 45), ("3", "Close", "", 60),
    ]  # fmt: skip
    assert rooms(commands(look)) == [
        ((), "2021-11-09 10:00–11:00"), ((), "2021-11-09 15:00–16:00"),
    ]  # fmt: skip
    assert look.stated.restricted
    assert accounted(look) == total(look)
    listed = looked(tmp_path, "list.docx", word_file("Agenda", "# Opening", "# Mines"))
    assert [one[:2] for one in items(commands(listed))] == [("1", "Opening"), ("2", "Mines")]


def test_a_table_in_any_language_is_read_by_its_headings(tmp_path: Path) -> None:
    text = "N°;Intitulé;Durée\n1;Ouverture;10\n2;Mines, suite;1h30\n;Pause café;\nx;Divers;\n"
    look = looked(tmp_path, "ordre.csv", text.encode("cp1252"))
    assert items(commands(look)) == [("1", "Ouverture", "", 10), ("2", "Mines, suite", "", 90)]
    assert [place for place, _ in look.not_understood] == [5]


def test_what_stands_in_the_session_is_not_told_again_and_changes_are_said(tmp_path: Path) -> None:
    meeting = room()
    first = looked(tmp_path, "a.md", "1. Opening\n2. Mines\n10. Close\n", into=meeting)
    for rank, one in enumerate(items(commands(first))):
        meeting.agenda = meeting.agenda.set(one[0], Item(one[0], rank, one[1]))
    second = looked(tmp_path, "b.md", "1. Opening\n10. End\n2. Mines\n", into=meeting)
    assert items(commands(second)) == [("10", "End", "", 0)]
    assert any("item 10 is now “Close” and will read “End”" in note for note in second.notes)
    assert [one.numbers for one in commands(second) if isinstance(one, AgendaOrder)] == [
        ("1", "10", "2")
    ]


def test_a_number_that_stands_twice_is_not_understood_nor_are_its_parts(tmp_path: Path) -> None:
    look = looked(tmp_path, "a.md", "1. Opening\n2. Mines\n1. Again\n1.1 A part of again\n")
    assert [one[0] for one in items(commands(look))] == ["1", "2"]
    assert [place for place, _ in look.not_understood] == [3, 4]


def test_lines_without_numbers_get_them_where_none_has_one(tmp_path: Path) -> None:
    look = looked(tmp_path, "a.md", "# Agenda\n- Opening\n- Mines (20 min)\n- Close\n",
                  Said(form="agenda"))  # fmt: skip
    assert [one[:2] for one in items(commands(look))] == [
        ("1", "Opening"), ("2", "Mines"), ("3", "Close"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1. Opening", "1"), ("4.2 Mines", "4.2"), ("Item 4: mines", "4"), ("IV. Mines", "IV"),
        ("Point 3 de l’ordre du jour : Mines", "3"), ("4.2(a) Report", "4.2(a)"),
        ("12 bis. Foo", "12 bis"), ("3 days of work", ""), ("10 June 2018", ""),
        ("18–22 June 2018", ""), ("2018 Plenary", ""), ("11:00 Coffee", ""),
    ],
)  # fmt: skip
def test_a_number_is_told_from_a_day_and_from_a_sum(text: str, number: str) -> None:
    found = numbered(text)
    assert (found[0] if found and not times(text) else "") == number


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("11:00–11:15 Coffee", "11:00"), ("10h00 - 10h15 : Ouverture", "10:00"),
        ("9.30-10.15 Opening", "09:30"), ("Opening 2:30 pm to 3 pm", "14:30"),
        ("10 a.m. Opening", "10:00"), ("4.20 Title", ""), ("18–22 June 2018", ""),
        ("1 to 3 hours", ""),
    ],
)  # fmt: skip
def test_times_are_told_from_numbers(text: str, begins: str) -> None:
    found = times(text)
    assert (f"{found[0].begins:%H:%M}" if found else "") == begins


@pytest.mark.parametrize(
    "text",
    [
        "10:31 NV: proposes\n10:33 OS: supports\n",
        "Meeting: One\nAgenda 1: Opening\nAgenda 2: Mines\n",
        "1. Opening\n2. Mines\nOpened: 10:00\n",
        "NV: one\nKE: two\n1. Three\n",
    ],
)
def test_notes_stay_notes(text: str) -> None:
    assert not looks_like_an_agenda(text)
    assert detect(text) == "notes"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"PK\x03\x04 cut", "is damaged or was cut off"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(40), "old format"),
        ("a.odt", packed(content_xml=b"<a/>"), "OpenDocument"),
        ("a.docx", packed(word__document_xml=b"<a/>"), "a.docx: The file cannot be read"),
        ("a.md", b"# Agenda\nnothing else\n", "holds no agenda"),
        ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "holds no event"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence_that_names_the_file(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    with pytest.raises(WrongUse) as refused:
        looked(tmp_path, name, data, Said(form="agenda"))
    assert says in str(refused.value)
    assert str(refused.value).startswith(name)
    assert "\n" not in str(refused.value)


_PIECES = st.sampled_from(
    ["1. ", "4.2 ", "a) ", "- ", "| ", "# ", "10:00–", "25:99", "Tuesday 19 June 2018, ",
     "(10 min)", "Room 2", " session", "lunch", "RESTRICTED", "\t", "   ", "\n", "\n\n", "|",
     "Item 4: ", "XIV. ", "99.99.99 ", "31 February 2018", "Opening", "\u202e\x1b[2J", "é", "0:0"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=12)), max_size=30).map("".join))
def test_any_text_is_accounted_for_or_refused(text: str) -> None:
    try:
        found = programme_of_text(Source("x.md", text))
    except WrongUse:
        return
    counted = sum((found.counts or {}).values()) + sum((found.left_out or {}).values())
    assert counted + len(found.not_understood) == found.total
    assert len({one.number for one in found.items}) == len(found.items)


def test_a_text_that_is_to_come_into_a_session_is_read_as_an_agenda(tmp_path: Path) -> None:
    text = "Words about it\nand more of them\n\n1. Opening\nwhat it is for\nand who is there\n"
    assert detect(text) == "notes"
    look = looked(tmp_path, "a.txt", text, Said(into=True), into=room())
    assert [one[:2] for one in items(commands(look))] == [("1", "Opening")]
    with pytest.raises(WrongUse, match="become a session of their own with --as NAME"):
        looked(tmp_path, "b.txt", "10:00 Opened:\n", Said(into=True), into=room())


def test_no_file_takes_longer_than_its_length(tmp_path: Path) -> None:
    import time

    wide = "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<v " * 100_000
    for name, text in (
        ("a.md", "1. a\n2. b\n- " + " " * 1_000_000 + "x"),
        ("b.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY" + ";a=b" * 100_000 + ":x"),
        ("c.vtt", wide),
        ("d.html", "<html>scribe.perl" + "<!--" * 200_000),
        ("e.html", "<html>scribe.perl" + "<p a='" * 200_000),
        ("f.html", "<html>scribe.perl<p>x" + "<b>x</b>" * 100_000),
    ):
        began = time.perf_counter()
        try:
            looked(tmp_path, name, text)
        except WrongUse as error:
            assert name in str(error)
        assert time.perf_counter() - began < 10


def test_a_table_whose_items_hold_number_and_title_keeps_both_and_says_who(tmp_path: Path) -> None:
    data = word_file(table=(
        ("Time", "Item", "Who", "Papers"),
        ("09:00–09:30", "1 Opening", "Chair", "D1"),
        ("09:30–11:00", "2 report on mines", "Keldia", ""),
        ("11:00–11:15", "Coffee", "", ""),
        ("11:15–12:00", "3", "Ostland", ""),
    ))  # fmt: skip
    look = looked(tmp_path, "programme.docx", data, into=room())
    assert items(commands(look)) == [("1", "Opening", "", 30), ("2", "report on mines", "", 90)]
    assert "1 break left out" in look.closing
    assert [text for _, text in look.not_understood] == [
        "11:15–12:00 3 Ostland: item 3 has no title"
    ]
    notes = "\n".join(look.notes)
    assert "Chair (1), Keldia (2)" in notes and "“D1” is not read" in notes
    assert accounted(look) == total(look)


def test_what_a_row_says_and_cannot_be_kept_is_said(tmp_path: Path) -> None:
    text = (
        "No,Title,Minutes,Body\n1,Opening,abc,WGX\n1,Again,,\n1.1,,,\nx y,Odd,5,\n2,Mines,45,WGM\n"
    )
    look = looked(tmp_path, "a.csv", text, into=room())
    assert items(commands(look)) == [("1", "Opening", "", 0), ("2", "Mines", "WGM", 45)]
    assert [said for _, said in look.not_understood] == [
        "1 Again: the number 1 is taken already", "1.1: it is a number without a title",
        "x y Odd 5: “x y” is no number of an item",
    ]  # fmt: skip
    notes = "\n".join(look.notes)
    assert "row 2: “abc” is no number of minutes" in notes
    assert "item 1: “WGX” is no body of the session" in notes
    fresh = looked(tmp_path, "b.csv", text)
    assert items(commands(fresh))[0] == ("1", "Opening", "WGX", 0)
    assert [one.code for one in commands(fresh) if isinstance(one, Body)] == ["WGX", "WGM"]
    assert "Agenda 2: Mines; WGM; 45 min" in fresh.lines()


def test_a_list_within_a_list_is_numbered_below_its_item(tmp_path: Path) -> None:
    text = (
        "1. Opening\n3. Reports\n   1. Mines – 45 min\n   2. Data\n      1. Deeper\n4. Close\n"
        "   9. Not nested\n"
    )
    look = looked(tmp_path, "a.md", text)
    assert [(one[0], one[1], one[3]) for one in items(commands(look))] == [
        ("1", "Opening", 0), ("3", "Reports", 0), ("3.1", "Mines", 45), ("3.2", "Data", 0),
        ("3.2.1", "Deeper", 0), ("4", "Close", 0), ("9", "Not nested", 0),
    ]  # fmt: skip
