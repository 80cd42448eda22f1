"""Notes taken anywhere come in as what they say."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from plenary_tui.importers.files import detect
from plenary_tui.importers.notes import import_notes
from plenary_tui.record.kinds import Private, Provenance

from .logs import NOW, accounted, chat, notes, said, stamps, texts

NOTES = """\
Meeting: Training Intersessional
Kind: intersessional
Dates: 18–22 June 2018
Place: Antwerp
Chair: Ms Aurelia
Zone: Europe/Brussels

Delegation NV: Novaria; Participant
Delegation OS: Ostrea; Participant
Delegation TR: Tirania; Participant
Date: 2018-06-19
09:00 Opened:
Agenda 4.2: Alluvial mines
Item 4.2
#1 9h31 NV: proposes that the sub-team meets
    between the sessions
OS: supports this
... with pleasure
Proposal NV: The sub-team meets in May.
+ OS
Objection TR: not before June
9.40 Adopted:
s/pleasure/great pleasure/
@1 s/proposes/suggests/
+ five million carats
Closed: 12:30
00:10 Rapporteur's afterthought
"""


def test_a_notes_file_opens_with_what_the_meeting_is() -> None:
    meeting = notes(NOTES).record.meeting
    assert meeting.facts["title"] == "Training Intersessional"
    assert meeting.facts["place"] == "Antwerp"
    assert meeting.first_day == date(2018, 6, 18)
    assert meeting.sitting("").presiding == "Ms Aurelia"
    assert meeting.zone == ZoneInfo("Europe/Brussels")


def test_what_was_said_keeps_its_speaker_its_time_and_its_indented_lines() -> None:
    imported = notes(NOTES)
    assert said(imported) == [
        ("NV", "suggests that the sub-team meets\nbetween the sessions"),
        ("OS", "supports this with great pleasure"),
    ]
    first = min(imported.record.meeting.speeches.values(), key=lambda one: one.rank).entry
    local = first.happened.astimezone(ZoneInfo("Europe/Brussels"))
    assert (local.date(), local.hour, local.minute) == (date(2018, 6, 19), 9, 31)
    assert first.at == NOW
    assert first.item == "4.2"


def test_rules_do_not_refuse_what_happened_but_the_objection_makes_it_disputed() -> None:
    imported = notes(NOTES)
    (text,) = texts(imported)
    assert text.state == "disputed"
    assert imported.record.meeting.conflicts


def test_a_time_far_before_the_last_one_begins_the_next_day() -> None:
    last = notes(NOTES).entries[-1]
    assert last.happened.astimezone(ZoneInfo("Europe/Brussels")).date() == date(2018, 6, 20)


def test_prose_stays_prose_and_every_line_is_accounted_for() -> None:
    imported = notes(NOTES)
    assert ("", "+ five million carats") in chat(imported)
    assert accounted(imported) == imported.lines == 25
    assert imported.closing.startswith("25 lines: ")
    assert "2 interventions" in imported.closing


def test_what_cannot_be_read_is_kept_as_typed_and_put_on_the_worklist() -> None:
    imported = notes("Date: 2018-06-19\nOpened: 9:00\nClosed: the matter\nNV: x")
    assert imported.not_understood == ((3, "Closed: the matter"),)
    assert "1 not understood, kept on the worklist" in imported.closing
    (todo,) = imported.record.meeting.worklist.values()
    assert "Closed: the matter" in todo.text


def test_a_note_while_a_text_is_on_the_floor_is_sealed_and_asks() -> None:
    imported = notes("Proposal: The draft.\nNote: she hesitates\n")
    assert any(isinstance(entry.what, Private) for entry in imported.entries)
    assert [number for number, _ in imported.notes] == [2]


def test_comments_of_the_header_are_left_out_and_counted() -> None:
    imported = notes("# written on the train\nMeeting: A\n\nNV said nothing")
    assert imported.left_out == {"comments": 1}
    assert imported.closing == "3 lines: 1 fact, 1 remark; 1 comment left out."


def test_an_import_ends_by_saying_where_it_came_from() -> None:
    imported = import_notes(NOTES, "desk", stamps(), NOW, source="june.txt")
    assert imported.format == "notes"
    what = imported.entries[-1].what
    assert isinstance(what, Provenance)
    assert what.text.startswith("june.txt (notes): 25 lines")


def test_notes_and_logs_are_told_apart() -> None:
    assert detect(NOTES) == "notes"
    assert detect("10:00:01 <ana> hello\n10:00:02 <ben> hello\n") == "irc"
    assert detect("[2020-04-07T16:09:22.314Z]\t<ana>\thello\n") == "irc"
    assert detect("10:00 NV: <b>bold</b>\n10:01 <ana> a chat line\n10:02 OS: x\n") == "notes"
    assert detect("") == "notes"


def test_importing_twice_gives_the_same_entries() -> None:
    assert notes(NOTES).entries == notes(NOTES).entries
