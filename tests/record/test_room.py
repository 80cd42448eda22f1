"""Sittings, agenda, presence, the floor and what is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from .rooms import ROSTER, Room, in_session


def test_a_sitting_is_opened_suspended_resumed_and_closed() -> None:
    room = in_session("Suspended: for consultations", "Resumed:", "Closed:")
    (sitting,) = [one for one in room.meeting.sittings.values() if one.number]
    assert [turn.act for turn in sitting.turns] == ["opened", "suspended", "resumed", "closed"]
    assert sitting.turns[1].reason == "for consultations"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        ((), "Closed:"),
        ((), "Suspended:"),
        (("Opened:",), "Opened:"),
        (("Opened:",), "Resumed:"),
        (("Opened:", "Suspended:"), "Suspended:"),
    ],
)
def test_a_sitting_goes_in_order(before: tuple[str, ...], line: str) -> None:
    room = Room(*ROSTER, *before)
    refused = room(line)
    assert refused.verdict == "refused"
    assert refused.ways_out


def test_bodies_sit_jointly_in_a_room() -> None:
    room = Room(*ROSTER, "Sitting: WGM + CPC, Room 2", "Opened:")
    assert room.sitting.bodies == ("WGM", "CPC")
    assert room.sitting.room == "Room 2"


def test_who_presides_speaks_as_the_chair() -> None:
    room = in_session("Presiding: KE (Ms Aurel)", "Chair: we begin now.")
    (speech,) = room.meeting.speeches.values()
    assert (speech.what.speaker, speech.what.person, speech.what.capacity) == (
        "KE", "Ms Aurel", "chair",
    )  # fmt: skip


def test_the_chair_of_a_body_speaks_for_it() -> None:
    room = in_session("WGM chair: we visited three mines")
    (speech,) = room.meeting.speeches.values()
    assert (speech.what.speaker, speech.what.capacity) == ("OS", "WGM chair")


def test_the_agenda_keeps_how_it_came_about() -> None:
    room = in_session("Agenda 4.2: Mines; WGM", "Item 4.2", "Item 4.2 concluded")
    item = room.meeting.agenda["4.2"]
    assert (item.title, item.body, item.state) == ("Mines", "WGM", "concluded")
    room("Item 4.2 reopened", "Agenda 7: Seat", "Item 7 not included: no consensus")
    assert room.meeting.agenda["4.2"].state == "taken_up"
    assert len(room.meeting.agenda["4.2"].history) == 4
    assert room.meeting.agenda["7"].state == "not_included"
    assert room.meeting.agenda["7"].reason == "no consensus"
    room("Item 6 deferred: to next year")
    assert room.meeting.agenda["6"].state == "deferred"


def test_a_topic_that_was_not_planned_gets_the_next_number() -> None:
    room = in_session("Agenda 4.2: Mines", "Topic: Introductions", "NV: hello to all")
    assert room.meeting.agenda["5"].title == "Introductions"
    assert room.entries[-1].item == "5"


def test_what_is_said_belongs_to_the_item_taken_up() -> None:
    room = in_session("Item 4.2", "NV: on the mines", "Item 5", "OS: on the seat")
    assert [entry.item for entry in room.entries if entry.what.kind == "intervention"] == [
        "4.2", "5",
    ]  # fmt: skip


def test_the_list_of_speakers() -> None:
    room = in_session("q+ NV, OS", "q+ KE", "q first TR")
    assert list(room.floor.waiting) == ["TR", "NV", "OS", "KE"]
    room("next")
    assert room.floor.speaker == "TR"
    assert list(room.floor.waiting) == ["NV", "OS", "KE"]
    room("back")
    assert room.floor.waiting[0] == "TR"
    room("q- OS", "q closed")
    assert room("q+ GDA").verdict == "refused"
    room("q open", "q+ GDA", "limit 3 min")
    assert room.floor.waiting == ("TR", "NV", "KE", "GDA")
    assert room.floor.limit == 180


def test_next_needs_somebody() -> None:
    assert in_session()("next").verdict == "refused"


def test_who_speaks_is_off_the_list() -> None:
    room = in_session("q+ NV, OS", "NV: thank you")
    assert (room.floor.speaker, room.floor.waiting) == ("NV", ("OS",))


def test_a_point_of_order_is_ruled_on() -> None:
    room = in_session("Point of order TR: the quorum", "Ruling: there is one")
    assert room.entries[-1].what.target == room.entries[-2].id
    assert not room.floor.order_point


def test_an_observers_point_of_order_is_kept_and_flagged() -> None:
    room = in_session("Point of order GDA: the quorum")
    assert room.last.verdict == "ok"
    assert "no Participant" in " ".join(room.flags)


def test_a_third_reply_is_flagged() -> None:
    room = in_session("Item 1", "Reply KE: one", "Reply KE: two")
    assert not room.flags
    room("Reply KE: three")
    assert "third" in " ".join(room.flags)


def test_presence_is_counted_and_its_absence_flagged() -> None:
    room = in_session("present+ NV, OS", "NV: here we are")
    assert not room.flags
    room("KE: so are we")
    assert "KE is not marked present" in room.flags
    room("present- OS")
    assert room.sitting.present == ("NV",)


def test_all_but_lists_those_who_are_here() -> None:
    room = in_session("present+ all but KE, GDA")
    assert room.last.entry.what.who == ("NV", "OS", "TR")


def test_a_walk_out() -> None:
    room = in_session("present+ NV, GDA", "Walk-out GDA: in protest")
    assert room.sitting.present == ("NV",)
    assert room.sitting.left == ("GDA",)
    assert room.meeting.walk_outs


def test_more_of_the_last_intervention_and_who_joins_it() -> None:
    room = in_session("NV: we began", "... and we go on", "Aligned KE, OS", "… to the end")
    (speech,) = room.meeting.speeches.values()
    assert speech.text == "we began and we go on to the end"
    assert speech.aligned == ("KE", "OS")


def test_words_in_quotation_marks_are_verbatim() -> None:
    room = in_session('NV: the work must be "based on merit", and “open in spirit”')
    (speech,) = room.meeting.speeches.values()
    assert speech.verbatim == ("based on merit", "open in spirit")


def test_an_unknown_speaker_is_named_later() -> None:
    room = in_session("???: the mines are safe")
    assert [todo.what for todo in room.meeting.worklist.values()] == ["unknown speaker"]
    clock_time = room.entries[-1].happened.strftime("%H:%M")
    room(f"{clock_time} is KE")
    (speech,) = room.meeting.speeches.values()
    assert speech.what.speaker == "KE"
    assert not room.meeting.worklist


def test_a_speaker_on_no_roster_is_kept_and_on_the_worklist_once() -> None:
    room = in_session("Mr Brown: hello", "Mr Brown: and again")
    assert [todo.text for todo in room.meeting.worklist.values()] == ["Mr Brown"]
    assert len(room.meeting.speeches) == 2


def test_without_a_sitting_all_is_kept_and_stays_outside_any() -> None:
    room = Room(*ROSTER, "NV: before we begin")
    assert room.last.verdict == "ok"
    assert room.entries[-1].sitting == ""


def test_the_clock_is_stopped_past_midnight() -> None:
    room = in_session("Clock stopped: 2027-11-09")
    room.now += timedelta(hours=16)
    room("NV: we are nearly there", "Closed:")
    sitting = next(one for one in room.meeting.sittings.values() if one.number)
    assert sitting.official_day == date(2027, 11, 9)
    assert sitting.closed is not None
    assert sitting.closed.date() == date(2027, 11, 10)


def test_a_new_rapporteur_signs_what_follows() -> None:
    room = in_session("Rapporteur: Ms Ink", "NV: one", "Rapporteur: Mr Quill", "NV: two")
    said = [entry.by for entry in room.entries if entry.what.kind == "intervention"]
    assert said == ["Ms Ink", "Mr Quill"]


def test_dated_facts_read_as_valid_on_the_day() -> None:
    room = in_session("Delegation NV: New Novaria; Observer; since 2027-11-10")
    assert room.meeting.roster.name_of("NV", date(2027, 11, 9)) == "Novaria"
    assert room.meeting.roster.name_of("NV", date(2027, 11, 10)) == "New Novaria"
    assert room.meeting.roster.decides("NV", date(2027, 11, 9))
    assert not room.meeting.roster.decides("NV", date(2027, 11, 11))


def test_what_is_promised_and_what_is_to_come() -> None:
    room = in_session(
        "Action WGM: send the report by 2028-01-15",
        "Event: Coordination meeting, Port Aurel, March 2028",
        "Annex: the letter of GDA",
    )
    (owed,) = room.meeting.follow_ups.values()
    assert (owed.owner, owed.due) == ("WGM", date(2028, 1, 15))
    assert room.meeting.events
    assert room.meeting.annexes
    room(f"Done @{owed.entry.id}: sent")
    (owed,) = room.meeting.follow_ups.values()
    assert owed.done


@pytest.mark.parametrize(
    ("line", "what"),
    [("?missed", "missed"), ("?name", "check the name"), ("?wording", "confirm the wording"),
     ("? the figure", "check")],
)  # fmt: skip
def test_the_worklist_is_one_key_each(line: str, what: str) -> None:
    room = in_session("NV: some words", line)
    (todo,) = room.meeting.worklist.values()
    assert todo.what == what
    assert todo.entry.what.target == room.entries[-2].id


def test_a_beginning_or_alias_that_fits_two_delegations_names_neither() -> None:
    room = in_session(
        "Delegation CG: Congo, the Republic of the Congo; Participant",
        "Delegation CD: DR Congo, the Democratic Republic of the Congo, Congo; Participant",
        "Delegation NO: Novarra; Participant",
    )
    roster = room.meeting.roster
    assert roster.code("Congo") is None
    assert roster.code("DR Congo") == "CD"
    assert roster.code("Novari") == "NV"
    assert roster.code("Novarr") == "NO"
    assert roster.code("Nova") is None
    assert roster.code("Ost") is None


def test_a_station_without_a_sitting_joins_the_only_one_that_is_open() -> None:
    room = in_session()
    other = Room(station="annex", record=room.record, start=room.now)
    other("NV: here too")
    assert other.entries[-1].sitting == room.sitting.id
    room("Sitting: WGM, Room 2", "Opened:")
    third = Room(station="third", record=room.record, start=other.now)
    third("NV: but where")
    assert third.last.entry.sitting == ""


def test_a_mark_after_a_correction_means_what_was_said() -> None:
    room = in_session("NV: hte words", "s/hte/the/", "?missed")
    spoken = next(entry for entry in room.entries if entry.what.kind == "intervention")
    assert room.last.entry.what.target == spoken.id
