"""The Chair's script: its words follow from the state, and every way out is a line that records."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.documents.language.phrases import Phrases, languages
from plenary_tui.documents.script import script
from plenary_tui.documents.script.parts import Step
from plenary_tui.documents.script.running import running
from plenary_tui.documents.text import text as written
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Outcome
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.procedure import Refusal, Situation, decide
from plenary_tui.record.redaction import open_record
from tests.record.rooms import ROSTER, START, Room, in_session
from tests.record.test_laws import LINES, calm, two_stations

AGENDA = ("Meeting: Training Plenary", "Agenda 1: Opening", "Agenda 2: Mines")


ON_TEXTS = (
    "Objection TR: no", "Objection KE: no", "Objection GDA: no", "Objection withdrawn TR",
    "Objection withdrawn KE", "Adopted:", "Adopted ad ref:", "Gavelled P1:", "Noted:",
    "Silence: until 2027-11-30 18:00 CET", "Silence P1: until 2027-11-09 12:00 CET",
    "Silence broken P1 TR: no", "Silence passed P1:", "Announced P1:", "Proposal KE: a fund",
    "Proposal P1 rev: a fee", "Deferred P1: to Friday", "undo", "Bracket TR: levy", "Suspended:",
)  # fmt: skip
"""What can become of a text, so that the states behind it are reached."""


def steps(room: Room, language: str = "en", late: timedelta = timedelta()) -> list[Step]:
    """Return the script of a room as it stands."""
    meeting = room.meeting
    sitting = meeting.station_sitting(room.station)
    return list(running(meeting, sitting, room.now + late, language))


def present(room: Room, language: str = "en", late: timedelta = timedelta()) -> Step:
    """Return the step that is before the Chair."""
    return steps(room, language, late)[0]


def step(room: Room, name: str) -> Step:
    """Return the first step of that name."""
    return next(one for one in steps(room) if one.id == name)


def lines(one: Step) -> list[str]:
    return [way.line for way in one.ways]


def test_a_meeting_goes_from_its_opening_to_its_end() -> None:
    room = Room(*ROSTER, *AGENDA)
    seen = []
    for line in ("Opened:", "present+ NV, OS, GDA", "Adopted agenda:", "Item 1", "Item 1 concluded",
                 "Item 2", "q+ OS, GDA", "next", "next", "q closed", "NV: thanks",
                 "Item 2 concluded", "Suspended:", "Resumed:", "Meeting closed:"):  # fmt: skip
        seen.append(present(room).id)
        assert room(line).verdict == "ok"
    assert seen == [
        "open_meeting", "roll", "adopt_agenda", "take_up", "invite", "take_up", "invite",
        "next_speaker", "next_speaker", "any_more", "any_more", "any_more", "any_more", "resume",
        "any_more",
    ]  # fmt: skip
    assert [one.id for one in steps(room)] == ["over"]


def test_the_opening_greets_counts_who_is_here_by_class_and_adopts_the_agenda() -> None:
    room = Room(*ROSTER, *AGENDA)
    assert present(room).say.startswith("Good morning.")
    assert "the first sitting of the Training Plenary" in present(room).say
    assert present(room, late=timedelta(hours=5)).say.startswith("Good afternoon.")
    room("Opened:", "present+ NV, OS, GDA")
    adoption = present(room)
    assert "Participant: 2 of 4 · Observer: 1 of 1" in adoption.say
    assert adoption.quote.splitlines() == ["1 Opening", "2 Mines"]
    room("Adopted agenda:")
    assert all(one.id != "adopt_agenda" for one in steps(room))


def test_the_next_speaker_is_named_with_class_and_limit() -> None:
    room = in_session(*AGENDA, "limit 3 min", "limit Observers 90 s", "q+ OS, GDA, NV", "KE: a")
    first = present(room)
    assert first.heading == "Next speaker: Ostrea (Participant)"
    assert first.say == ("I thank Keldia. I give the floor to Ostrea. Please keep to 3 minutes. "
                         "After that: Global Diamond Alliance and Novaria.")  # fmt: skip
    room("next")
    second = present(room)
    assert "I give the floor to Global Diamond Alliance (Observer)." in second.say
    assert "Please keep to 90 seconds." in second.say


def test_a_name_is_said_with_its_article() -> None:
    room = in_session("Delegation RU: Russian Federation, the Russian Federation; Participant",
                      "q+ RU")  # fmt: skip
    assert "I give the floor to the Russian Federation." in present(room).say


def test_the_list_is_read_out_before_it_is_closed() -> None:
    room = in_session("q+ OS, GDA")
    closing = step(room, "close_list")
    assert "Ostrea (Participant) and Global Diamond Alliance (Observer)" in closing.say
    assert lines(closing)[0] == "q closed"
    room("q closed")
    assert all(one.id != "close_list" for one in steps(room))
    assert "q closed" not in lines(present(room))


def test_a_speaker_over_the_limit_is_reminded() -> None:
    room = in_session("limit 1 min", "OS: at length")
    assert present(room).id == "any_more"
    reminder = present(room, late=timedelta(seconds=70))
    assert reminder.id == "over_limit" and "Ostrea of the limit of 1 minute" in reminder.say


def test_a_point_of_order_comes_before_everything() -> None:
    room = in_session("Proposal NV: We meet.", "OS: a speech", "Point of order TR: the quorum")
    ruling = present(room)
    assert ruling.id == "point_of_order" and ruling.quote == "the quorum"
    assert "Tirania has raised" in ruling.say and "Ostrea goes on" in ruling.note
    room(ruling.ways[0].line)
    assert present(room).id != "point_of_order"


def test_a_proposal_is_introduced_then_called() -> None:
    room = in_session("Proposal NV: We meet monthly.")
    assert present(room).id == "introduce"
    assert "proposed by Novaria" in present(room).say
    room("+ OS")
    call = present(room)
    assert call.id == "call"
    assert "If I hear no objection, it is so decided." in call.say
    assert call.quote == "We meet monthly."
    assert lines(call)[0] == "Adopted P1:"


def test_over_an_objection_nothing_is_decided_and_every_way_out_is_named() -> None:
    room = in_session("Proposal NV: We meet monthly.", "Objection TR: too often")
    objection = present(room)
    assert objection.id == "objection" and "no consensus" in objection.say
    assert "too often" in objection.quote
    offered = lines(objection)
    for wanted in ("Objection withdrawn P1 TR", "Suspended: for consultations", "Bracket P1 TR:",
                   "Proposal P1 rev:", "Deferred P1:", "Silence P1: until",
                   "Chair's statement:"):  # fmt: skip
        assert wanted in offered
    assert not [line for line in offered if line.startswith(("Adopted", "Agreed"))]
    assert all(one.id != "call" for one in steps(room))
    room("Objection withdrawn TR")
    assert any(one.id == "call" for one in steps(room))


def test_an_observers_concern_is_noted_and_does_not_block() -> None:
    room = in_session("Proposal NV: We meet.", "Objection GDA: no", "Reservation KE: the costs")
    call = step(room, "call")
    assert "The concern of Global Diamond Alliance is noted" in call.say
    assert "The statements of Keldia will stand in the record." in call.say
    assert "it is so decided" in call.say


def test_amendments_and_brackets_come_before_the_call() -> None:
    room = in_session("Proposal NV: We meet.", "Amendment OS: monthly", "Bracket TR: meet")
    assert [one.id for one in steps(room)[:2]] == ["amendment", "brackets"]
    assert "Brackets are open" in step(room, "call").note
    for _ in range(2):
        assert room(present(room).ways[0].line).verdict == "ok"
    assert present(room).id not in ("amendment", "brackets")
    assert "The text stands as amended." in step(room, "call").say


def test_a_written_procedure_from_its_opening_to_its_announcement() -> None:
    room = in_session(*AGENDA, "Adopted agenda:", "Draft decision NV: a levy",
                      "Silence: until 2027-11-09 18:00 CET")  # fmt: skip
    runs = step(room, "silence_runs")
    assert "until 9 November 2027, 18:00 CET" in runs.say
    assert "9 novembre 2027" in next(
        one.say for one in steps(room, "fr") if one.id == "silence_runs"
    )
    room.now += timedelta(hours=12)
    expired = present(room)
    assert expired.id == "silence_expired" and "adopted" not in expired.say
    assert room("Silence passed P1:").verdict == "ok"
    assert present(room).id == "silence_done" and "adopted" in present(room).say
    assert room(present(room).ways[0].line).verdict == "ok"
    assert present(room).id != "silence_done"


def test_a_closed_sitting_is_opened_again_by_its_own_line() -> None:
    room = in_session("In camera:")
    assert lines(step(room, "open_session")) == ["Open session:"]
    room("Open session:")
    assert lines(step(room, "in_camera")) == ["In camera:"]


def test_what_is_not_settled_lapses_unless_it_is_carried_over() -> None:
    room = in_session("Proposal NV: We meet.", "Objection TR: no")
    closing = step(room, "close_meeting")
    assert "There was no consensus on P1; it lapses unless it is carried over." in closing.say
    assert "Carried over P1:" in lines(closing)
    room("Noted P1:")
    assert "lapses" not in step(room, "close_meeting").say


def test_the_next_sitting_is_named_at_the_close() -> None:
    room = in_session()
    other = Room("Sitting: WGM + CPC, Room 2", station="annex", record=room.record, start=room.now)
    assert other.last is not None
    assert "The next sitting, WGM + CPC, Room 2," in step(room, "close_sitting").say


def test_the_time_of_the_next_sitting_is_read_out_with_its_day_where_that_is_another() -> None:
    room = in_session("Sitting: WGM, Room 2, 15:00-18:00")
    said = step(room, "close_sitting_at")
    assert "The next sitting, WGM, Room 2, begins at 15:00. The sitting" in said.say
    assert not said.note
    room("undo", f"Sitting: WGM, Room 2, {room.now.date() + timedelta(days=1)} 15:00")
    assert "begins at 15:00 on 10 November 2027." in step(room, "close_sitting_at").say
    assert "commencera à 15:00, le 10 novembre 2027." in next(
        one.say for one in steps(room, "fr") if one.id == "close_sitting_at"
    )


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("done", [
    ("Opened:",), ("Opened:", "Item 2"), ("Opened:", "q+ OS, GDA", "next"),
    ("Opened:", "limit 1 s", "OS: on and on", "q+ NV"),
    ("Opened:", "Proposal NV: x"), ("Opened:", "Proposal NV: x", "Objection TR: y"),
    ("Opened:", "Proposal NV: x y", "Bracket TR: y", "Amendment OS: z"),
    ("Opened:", "Point of order TR: the quorum"), ("Opened:", "In camera:"),
    ("Opened:", "Suspended:"),
    ("Opened:", "Proposal NV: x", "Silence: until 2027-11-09 18:00"), (),
    ("Opened:", "OS: a", "q closed"),
])  # fmt: skip
def test_every_whole_way_out_of_the_present_step_is_recorded_as_it_stands(
    done: tuple[str, ...], language: str
) -> None:
    """Nothing that the script offers as a line is refused."""
    for place in range(12):
        room = Room(*ROSTER, *AGENDA, *done)
        here = [way for way in present(room, language).ways if way.whole]
        if place >= len(here):
            return
        taken = room(here[place].line)
        assert taken.verdict == "ok", here[place].line


def accepted(meeting: Meeting, text: str) -> bool:
    """Whether the gavel on a text would be accepted."""
    situation = Situation(meeting, "hall", "", START)
    return not isinstance(decide(Outcome(target=text, state="adopted"), situation), Refusal)


def says_no_more_than_the_gavel(meeting: Meeting, language: str, hours: int) -> None:
    """Look through every sitting's script for words that the gavel would not bear out."""
    phrases = Phrases(language)
    for sitting in ("", *meeting.sittings):
        for one in running(meeting, sitting, START + timedelta(hours=hours), language):
            said = [way.id for way in one.ways if phrases.decides(way=way.id)]
            if not said and not phrases.decides(step=one.id):
                continue
            text = meeting.texts.get(one.about)
            if one.id == "adopt_agenda":
                assert not meeting.agenda_decision
            elif one.id == "silence_done":
                assert text is not None and text.state == "adopted"
            elif one.id == "silence_expired":
                assert text is not None and text.state == "silence" and not text.objections
            else:
                assert text is not None and accepted(meeting, one.about), one


@calm
@given(two_stations(), st.sampled_from(languages()), st.integers(0, 10_000))
def test_no_phrase_of_any_record_says_decided_unless_the_gavel_would_be_accepted(
    entries: list[Entry], language: str, hours: int
) -> None:
    says_no_more_than_the_gavel(Record(entries).meeting, language, hours)


@calm
@given(
    st.lists(st.sampled_from(ON_TEXTS), max_size=9), st.sampled_from(languages()),
    st.integers(0, 10_000), st.booleans(),
)  # fmt: skip
def test_no_phrase_about_a_text_says_decided_unless_the_gavel_would_be_accepted(
    done: list[str], language: str, hours: int, live: bool
) -> None:
    room = Room(*ROSTER, *AGENDA, "Opened:", "Draft decision NV: a levy", live=live)
    room(*done)
    says_no_more_than_the_gavel(room.meeting, language, hours)


def test_the_deciding_phrases_are_found() -> None:
    """The property above looks at something."""
    for language in languages():
        phrases = Phrases(language)
        assert phrases.decides(step="call") and phrases.decides(way="adopted")
        assert phrases.decides(step="adopt_agenda") and phrases.decides(way="silence_passed")
        assert not phrases.decides(step="objection")
        assert not any(phrases.decides(way=way) for way in phrases.ways("objection"))


@calm
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(languages()))
def test_every_state_has_a_script_that_can_be_printed(done: list[str], language: str) -> None:
    room = Room(*ROSTER, *AGENDA, "Opened:", *done)
    assert steps(room, language)
    printed = written(script(open_record(room.record), room.now, language))
    assert printed.startswith(("Script for the Chair", "RESTRICTED"))
    assert "{" not in printed


def test_the_printed_script_reads_from_here_to_the_close() -> None:
    room = Room(*ROSTER, *AGENDA)
    printed = written(script(open_record(room.record), room.now))
    order = ["Opening of the meeting", "Adoption of the agenda", "Taking up item 1",
             "Taking up item 2", "Closing the meeting"]  # fmt: skip
    places = [printed.index(one) for one in order]
    assert places == sorted(places)
    assert "Without objection: I hear no objection. The agenda is adopted." in printed
