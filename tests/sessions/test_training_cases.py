"""The hard cases of the training session that the picture has no field for.

Each function is named after its case in `training_cases.toml`, whose row it is given.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from plenary_tui.record.floor import MOST_REPLIES
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    AgendaItem,
    ItemChange,
    Private,
    Provenance,
    Sealed,
    Unread,
    WalkOut,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import open_record
from plenary_tui.record.texts import standing

from .shipped import CASES, SESSIONS, TRAINING, Fields, entry, local, meeting_at, state_at


@pytest.fixture
def case(request: pytest.FixtureRequest) -> Fields:
    """The row of the case that the test is named after."""
    return CASES[request.node.originalname.removeprefix("test_")]


def test_presence_all_but(case: Fields) -> None:
    listed = set(meeting_at(case["entry"]).roster.delegations)
    assert len(listed) == 16
    assert set(meeting_at(case["entry"]).sitting("hall-69").present) == listed - {"VE", "LB"}
    assert local("hall-82") == "09 09:25"
    assert set(meeting_at("hall-82").sitting("hall-69").present) == listed


def test_agenda_replanned(meeting: Meeting) -> None:
    planned = [entry(one).what for one in meeting.agenda["11"].history[:2]]
    titles = [what.title for what in planned if isinstance(what, AgendaItem)]
    assert titles == [
        "Other matters", "Other matters, with a report of the pilot group on traceability",
    ]  # fmt: skip
    assert "hall-359" in meeting.agenda["4.3"].history


def test_item_reopened(case: Fields, meeting: Meeting) -> None:
    history = [one for one in meeting.agenda["3.1"].history if one.startswith("hall")]
    changes = [what for one in history if isinstance(what := entry(one).what, ItemChange)]
    assert [what.act for what in changes] == ["taken_up", "concluded", "reopened", "concluded"]
    assert history[-2:] == [case["entry"], "hall-358"]
    assert meeting_at("hall-353").agenda["3.1"].state == "concluded"


def test_topic(case: Fields) -> None:
    assert "13" not in meeting_at("hall-328").agenda
    assert meeting_at(case["entry"]).agenda["13"].state == "taken_up"
    assert entry("hall-330").item == "13"


def test_unlisted_speaker(case: Fields, meeting: Meeting) -> None:
    points = [one for one in meeting.worklist.values() if one.entry.id == case["entry"]]
    assert [(one.what, one.text) for one in points] == [("unlisted speaker", "Harbour Master")]


def test_escaped_prose(case: Fields, meeting: Meeting) -> None:
    assert case["entry"] not in {
        gavel.entry for text in meeting.texts.values() for gavel in text.gavels
    }


def test_chat_line(case: Fields, meeting: Meeting) -> None:
    assert not {case["entry"], *case["and_on"]} & set(meeting.speeches)


def test_unknown_speaker_by_time(meeting: Meeting) -> None:
    assert local("hall-310") == "10 09:13"
    assert meeting.speeches["hall-310"].what.speaker == "WK"
    assert "hall-310" not in meeting.corrections


def test_point_of_order(case: Fields, meeting: Meeting) -> None:
    assert meeting_at(case["entry"]).floor("hall-69").order_point == case["entry"]
    assert meeting.rulings[case["entry"]].id == "hall-135"
    assert not [floor for floor in meeting.floors.values() if floor.order_point]


def test_ruling_by_address(case: Fields, meeting: Meeting) -> None:
    assert meeting.rulings["hall-392"].id == case["entry"]
    assert not meeting_at(case["entry"]).floor("hall-299").order_point


def test_remote_time(case: Fields) -> None:
    times = [entry(f"hall-{number}").happened for number in range(136, 139)]
    assert all(before <= after for before, after in pairwise(times))
    assert local(case["entry"]) == "09 10:17"


def test_undo(case: Fields, record: Record, meeting: Meeting) -> None:
    assert meeting_at("hall-173").speeches["hall-172"].aligned == ("LB",)
    assert meeting_at(case["entry"]).speeches["hall-172"].aligned == ()
    assert "hall-173" in record.retracted
    assert "hall-173" in {one.id for one in meeting.history}


def test_redo(case: Fields, record: Record) -> None:
    def listed(step: str) -> bool:
        return "OS" in meeting_at(step).floor("hall-225").waiting

    steps = ("hall-242", "hall-243", "hall-244", case["entry"])
    assert [listed(step) for step in steps] == [True, False, True, False]
    assert {"hall-243", "hall-244", "hall-245"} & record.retracted == {"hall-244"}


def test_private_note(case: Fields, record: Record, meeting: Meeting) -> None:
    notes = (case["entry"], *case["rests_on"], *case["and_on"])
    opened = {one.id: one.what for one in open_record(record).entries}
    logs = "".join(path.read_text("utf-8") for path in (SESSIONS / TRAINING / "log").iterdir())
    for note in notes:
        what = entry(note).what
        assert isinstance(what, Private)
        assert isinstance(opened[note], Sealed)
        assert what.text not in logs
    assert set(notes) <= {one.id for one in meeting.private}


def test_note_with_no_text_on_the_floor(case: Fields, meeting: Meeting) -> None:
    for note in case["rests_on"]:
        assert isinstance(entry(note).what, Private)
        assert meeting_at(note).sitting(entry(note).sitting).before == ""
        assert note not in {one.entry.id for one in meeting.worklist.values()}


def test_note_while_a_text_is_on_the_floor(case: Fields) -> None:
    note = case["entry"]
    assert isinstance(entry(note).what, Private) and entry(note).marking == "private"
    points = [one for one in meeting_at(note).worklist.values() if one.entry.id == note]
    assert [(one.what, one.text) for one in points] == [("check", "or Noted?")]
    assert meeting_at(note).sitting("hall-404").before == "hall-441"
    assert state_at("hall-441", note) == "proposed"


def test_near_miss_zone(case: Fields) -> None:
    assert isinstance(entry(case["entry"]).what, Unread)
    assert state_at("hall-195", case["entry"]) == "proposed"
    assert state_at("hall-195", "hall-201") == "silence"
    until = meeting_at("hall-201").texts["hall-195"].until
    assert until is not None and until.isoformat() == "2021-11-10T12:00:00+01:00"


def test_near_miss_closed(case: Fields, meeting: Meeting) -> None:
    assert isinstance(entry(case["entry"]).what, Unread)
    assert meeting_at(case["entry"]).sitting("hall-69").state == "open"
    closed = meeting.sitting("hall-69").closed
    assert closed is not None and f"{closed.astimezone(meeting.zone):%H:%M}" == "12:58"


def test_silence_extended_and_passed(case: Fields, meeting: Meeting) -> None:
    desk = "hall-212"
    steps = ("hall-217", "hall-481", "hall-548", case["entry"])
    assert [state_at(desk, step) for step in steps] == ["silence", "silence", "silence", "adopted"]
    assert meeting_at("hall-548").texts[desk].number == ""
    assert meeting.announced[desk] == "hall-550"


def test_hand_over(case: Fields) -> None:
    assert (entry("hall-223").by, entry("hall-225").by) == ("Ana Breck", "Jonas Wilde")
    assert local(case["entry"]) == "09 14:52"


def test_hand_over_annex(case: Fields, record: Record) -> None:
    writers = {
        day: {one.by for one in record.entries
              if one.station == "annex" and one.sitting and f"{one.happened:%d}" == day}
        for day in ("09", "10")
    }  # fmt: skip
    assert writers == {"09": {"Mira Solberg"}, "10": {"Teo Lindgard"}}
    assert local(case["entry"]) == "10 09:02"


def test_french_rapporteur() -> None:
    assert {entry(f"annex-{number}").by for number in range(221, 229)} == {"Léonie Fabre"}
    assert entry("annex-230").by == "Teo Lindgard"


def test_speaker_put_back(case: Fields) -> None:
    called = meeting_at("hall-240").floor("hall-225")
    assert (called.speaker, called.waiting) == ("NV", ("OS", "EB"))
    back = meeting_at(case["entry"]).floor("hall-225")
    assert (back.speaker, back.waiting) == ("", ("NV", "OS", "EB"))
    spoke = meeting_at("hall-242").floor("hall-225")
    assert (spoke.speaker, spoke.waiting) == ("EB", ("NV", "OS"))


def test_consultations(case: Fields, meeting: Meeting) -> None:
    turns = [
        (one.act, f"{one.at.astimezone(meeting.zone):%H:%M}", one.reason, one.entry)
        for one in meeting.sitting("hall-225").turns
    ]
    assert turns[1:3] == [
        ("suspended", "15:36", "for consultations between Tirania and Keldia", case["entry"]),
        ("resumed", "15:58", "", "hall-258"),
    ]
    assert meeting_at(case["entry"]).sitting("hall-225").state == "suspended"
    assert entry("hall-259").sitting == "hall-225"
    assert ("suspended", "hall-517") in [
        (t.act, t.entry) for t in meeting.sitting("hall-489").turns
    ]


def test_applicant_admitted(meeting: Meeting) -> None:
    roster = meeting.roster
    assert roster.status("WK", date(2021, 11, 9)) == "Applicant"
    assert not roster.decides("WK", date(2021, 11, 9))
    assert roster.status("WK", date(2021, 11, 10)) == "Participant"
    assert roster.decides("WK", date(2021, 11, 10))


def test_vice_chair_candidates(meeting: Meeting) -> None:
    left = meeting.texts["hall-346"]
    assert (left.state, left.verb) == ("adopted", "decided")
    chosen = [one.text for one in meeting.texts.values() if one.verb == "selected"]
    assert chosen == ["Keldia chairs the Forum in 2022"]


def test_chair_with_a_name_presides(case: Fields, meeting: Meeting) -> None:
    joint = meeting.sitting("annex-73")
    assert (joint.presiding, joint.person) == ("KE", "Mr Odo Lantier")
    assert case["entry"] not in meeting.speeches
    in_the_room = [one for one in meeting.speeches.values() if one.entry.sitting == "annex-73"]
    assert "10 09:05" not in {local(one.entry.id) for one in in_the_room}


def test_in_camera_from_a_time_past(case: Fields, record: Record) -> None:
    opened = {one.id: one.what for one in open_record(record).entries}
    assert [local(f"hall-{number}") for number in (415, 416, 417)] == [
        "10 14:43", "10 14:45", "10 14:47",
    ]  # fmt: skip
    for number in (*range(415, 418), *range(419, 429)):
        assert isinstance(opened[f"hall-{number}"], Sealed)
    assert opened["hall-414"] == entry("hall-414").what
    assert opened[case["entry"]] == entry(case["entry"]).what
    assert opened["hall-435"] != Sealed()
    assert (local(case["entry"]), local("hall-433")) == ("10 14:49", "10 15:16")


def test_in_camera_adoption(case: Fields, record: Record) -> None:
    opened = open_record(record).meeting
    (adopted,) = [
        one for one in opened.texts.values() if case["entry"] in {g.entry for g in one.gavels}
    ]
    assert (adopted.state, adopted.by, adopted.stances) == ("adopted", "", ())
    assert adopted.text.endswith("each parcel is checked on arrival")
    assert "parcel by parcel" not in " ".join(one.text for one in adopted.wordings)


def test_right_of_reply(case: Fields) -> None:
    taken = meeting_at(case["entry"]).replies
    assert taken["hall-225", "7", "NV"] == 1 < MOST_REPLIES == 2
    assert case["entry"] not in meeting_at(case["entry"]).flags


def test_dated_name(case: Fields, meeting: Meeting) -> None:
    names = [meeting.roster.name_of("DA", date(2021, 11, day)) for day in (9, 10, 11)]
    assert names == ["Dalmora", "Dalmora", "Dalmora-Sule"]
    for typed in ("Dalmora", "Dalmora-Sule", "the Republic of Dalmora"):
        assert meeting.roster.code(typed) == "DA"
    assert meeting_at("hall-491").roster.code("Dalmora-Sule") is None
    assert meeting_at(case["entry"]).roster.code("Dalmora-Sule") == "DA"


def test_walk_out(case: Fields, meeting: Meeting) -> None:
    (left,) = meeting.walk_outs
    assert isinstance(left.what, WalkOut) and left.id == case["entry"]
    assert left.what.text.endswith("a consensus of those who agreed was no consensus")
    assert local(case["entry"]) == "11 10:45"
    assert (local("hall-596"), "CSN" in meeting_at("hall-596").sitting("hall-591").present) == (
        "11 15:04", True,
    )  # fmt: skip
    assert "CSN" not in meeting_at("hall-595").sitting("hall-591").present
    assert "AMI" not in meeting.sitting("hall-591").present


def test_paragraph_agreed(case: Fields, meeting: Meeting) -> None:
    paragraph = meeting.paragraphs["14"]
    assert (paragraph.status, paragraph.by, paragraph.agreed_by) == ("agreed", "KE", case["entry"])
    assert [one for _, one in paragraph.wordings] == ["hall-598", "hall-599"]
    assert paragraph.wordings[-1][0].startswith("The Plenary thanked the Ad Hoc Committee")
    assert meeting_at("hall-602").paragraphs["14"].status == "open"


def test_paragraph_agreed_ad_ref(case: Fields, meeting: Meeting) -> None:
    paragraph = meeting.paragraphs["17"]
    assert (paragraph.status, paragraph.by) == ("agreed_ad_ref", "OS")
    assert paragraph.agreed_by == case["entry"]
    brackets = [one for one in meeting.brackets.values() if one.para == "17"]
    assert {(one.form, one.owner, one.cleaned) for one in brackets} == {
        ("bracket", "VE", "hall-612"), ("alternative", "KE", "hall-612"),
    }  # fmt: skip
    assert case["entry"] not in meeting.flags


def test_clock_stopped(case: Fields, meeting: Meeting) -> None:
    assert local(case["entry"]) == "11 23:50"
    assert meeting.sitting("hall-591").official_day == date(2021, 11, 11)
    assert {local(f"hall-{number}")[:2] for number in range(668, 687)} == {"12"}


def test_meeting_closed(case: Fields, meeting: Meeting) -> None:
    assert meeting.ended and meeting.end == case["entry"]
    states = {key: standing(one, ended=True, now=None) for key, one in meeting.texts.items()}
    assert {key for key, state in states.items() if state == "lapsed"} == {"hall-195", "hall-583"}
    assert {key for key, state in states.items() if state == "proposed"} == {"hall-576"}
    assert "silence" not in states.values()


def test_restricted(case: Fields, record: Record) -> None:
    inside = [f"annex-{number}" for number in range(30, 37)]
    assert {entry(one).marking for one in inside} == {"restricted"}
    opened = {one.id: one.what for one in open_record(record).entries}
    assert all(opened[one] == entry(one).what for one in inside)
    assert meeting_at(case["entry"]).sitting("annex-3").marking == "restricted"
    assert meeting_at("annex-37").sitting("annex-3").marking == "open"
    assert entry("annex-38").marking == "open"


def test_number_collision(case: Fields, meeting: Meeting) -> None:
    both = meeting_at("annex-232")
    assert both.numbers["TP/2021/Plenary/Administrative Decision 1"] == "hall-121"
    assert any("two decisions" in why for why in meeting.flags[case["entry"]])


def test_number_settled(meeting: Meeting) -> None:
    assert len(meeting_at("annex-232").conflicts) == 1
    assert meeting.conflicts == ()
    given = sorted(one.number for one in meeting.texts.values() if one.number)
    assert given == [f"TP/2021/Plenary/Administrative Decision {n}" for n in range(1, 7)]


def test_stance_changed(case: Fields, record: Record, meeting: Meeting) -> None:
    def taken(at: Meeting) -> list[tuple[str, str]]:
        stances = at.texts["annex-94"].stances
        return [(one.stance, one.entry) for one in stances if one.who == "CSN"]

    assert taken(meeting_at("annex-96")) == [("opposes", "annex-96")]
    assert taken(meeting) == [("supports", case["entry"])]
    assert {"annex-96", case["entry"]} <= {one.id for one in record.entries}


def test_bracket_open_when_deferred(meeting: Meeting) -> None:
    brackets = [one for one in meeting.brackets.values() if one.on == "annex-184"]
    assert {(one.form, one.owner, one.cleaned) for one in brackets} == {
        ("bracket", "HA", ""), ("alternative", "EB", ""),
    }  # fmt: skip


def test_observer_presides(case: Fields, meeting: Meeting) -> None:
    assert entry(case["entry"]).sitting == "annex-43"
    assert meeting_at(case["entry"]).sitting("annex-43").presiding == "GDA"
    assert meeting.roster.status("GDA", date(2021, 11, 9)) == "Observer"
    assert not meeting.roster.decides("GDA", date(2021, 11, 9))


def test_provenance(case: Fields, record: Record, meeting: Meeting) -> None:
    (came,) = meeting.provenance
    assert isinstance(came.what, Provenance)
    assert (came.id, came.what.act) == (case["entry"], "imported")
    assert "attendance sheet" in came.what.text
    opened = {one.id: one.what for one in open_record(record).entries}
    assert opened[case["entry"]] == came.what
