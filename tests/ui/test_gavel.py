"""The lines that are offered are lines that the notation takes, and mean what they say."""

from __future__ import annotations

import pytest

from plenary_tui.record.kinds import Outcome
from plenary_tui.ui.menus import gavel
from plenary_tui.ui.seen.open_texts import open_texts
from plenary_tui.ui.seen.picture import room_view
from plenary_tui.ui.seen.views import Choice, RoomView
from tests.record.rooms import Room, in_session


def view_of(room: Room) -> RoomView:
    return room_view(room.record, room.station, room.now)


def test_without_an_objection_every_whole_line_is_accepted_as_it_stands() -> None:
    lines = gavel.at_the_gavel(view_of(in_session("Proposal NV: We meet monthly.")), "09:30:00")
    assert [choice.line for choice in lines if choice.does] == ["call"]
    for choice in lines[:-1]:
        room = in_session("Proposal NV: We meet monthly.")
        taken = room(choice.line if choice.whole else f"{choice.line} the next Plenary")
        assert taken.verdict == "ok", choice
        assert isinstance(taken.entry.what, Outcome)


def test_over_an_objection_adopted_is_not_offered_and_the_ways_out_are() -> None:
    room = in_session("Proposal NV: We meet monthly.", "Objection TR: too often")
    offered = gavel.at_the_gavel(view_of(room), "")
    lines = [choice.line for choice in offered]
    assert not any(line.startswith(("Adopted", "Agreed", "Decided")) for line in lines)
    assert "Objection withdrawn P1 TR" in lines
    assert "Gavelled P1:" in lines
    for choice in offered:
        again = in_session("Proposal NV: We meet monthly.", "Objection TR: too often")
        words = "until 2030-01-01 18:00 CET" if choice.line.startswith("Silence") else "words"
        assert again(choice.line if choice.whole else f"{choice.line} {words}").verdict == "ok"


def test_over_an_objection_a_digit_means_the_same_at_the_gavel_and_after_a_refusal() -> None:
    room = in_session(
        "Proposal NV: We meet.", "Objection TR: no", "Objection KE: no", "Objection TR: never"
    )
    at_the_gavel = gavel.at_the_gavel(view_of(room), "")
    refused = gavel.out_of(room("Adopted:").ways_out)
    assert [one.line.replace("withdrawn P1 ", "withdrawn ") for one in at_the_gavel] == [
        one.line for one in refused
    ]


def test_the_gavel_has_the_time_of_its_press() -> None:
    room = in_session("Proposal NV: We meet monthly.")
    choice = gavel.at_the_gavel(view_of(room), "09:30:07")[0]
    happened = room(choice.line).entry.happened.astimezone(room.meeting.zone)
    assert f"{happened:%H:%M:%S}" == "09:30:07"


@pytest.mark.parametrize(
    ("lines", "first"),
    [((), "Opened:"), (("Opened:", "Suspended:"), "Resumed:"), (("Opened:",), "Adopted:")],
)
def test_without_a_text_the_gavel_is_about_the_room(lines: tuple[str, ...], first: str) -> None:
    assert gavel.at_the_gavel(view_of(Room(*lines)), "")[0].line == first


def test_an_item_that_is_taken_up_can_be_concluded() -> None:
    room = in_session("Agenda 4: Mines", "Item 4")
    assert gavel.at_the_gavel(view_of(room), "")[0].line == "Item 4 concluded"


def test_ways_out_become_lines_without_their_explanations() -> None:
    room = in_session("Proposal NV: We meet.", "Objection TR: no", "Objection KE: no")
    refused = room("Adopted:")
    lines = [choice.line for choice in gavel.out_of(refused.ways_out)]
    assert lines == [
        "Objection withdrawn TR", "Objection withdrawn KE", "Proposal P1 rev:", "Bracket P1 TR:",
        "Deferred P1:", "Noted P1:", "Gavelled P1:", "Referred P1:", "Suspended:",
        "No consensus P1:", "Silence P1:", "Chair's statement:",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "refused", "way", "whole"),
    [
        (("q closed",), "q+ NV", "q open", True),
        (("q closed",), "q+ NV, OS", "q first NV, OS", True),
        ((), "next", "q+", False),
        (("NV: so",), "Timer resumed", "Timer paused:", False),
        (("Agenda 4: Mines",), "Item concluded", "Item 4", True),
        ((), "limit Guests 2 min", "limit observer 120 s", True),
        ((), "Adopted:", "Proposal:", False),
        ((), "Amendment accepted", "Amendment", False),
        (("Suspended:",), "Suspended:", "Opened:", False),
    ],
)
def test_what_is_refused_has_a_way_out_that_is_taken_as_it_stands(
    before: tuple[str, ...], refused: str, way: str, whole: bool
) -> None:
    room = in_session(*before)
    answer = room(refused)
    assert answer.verdict == "refused"
    choices = {choice.line: choice for choice in gavel.out_of(answer.ways_out)}
    assert choices[way].whole == whole
    if whole:
        assert room(way).verdict == "ok"


def test_the_objections_to_another_text_are_withdrawn_by_its_name() -> None:
    room = in_session("Proposal NV: One.", "Objection TR: no", "Proposal OS: Two.")
    ways = gavel.out_of(room("Adopted P1:").ways_out)
    assert ways[0].line == "Objection withdrawn P1 TR"
    assert room(ways[0].line).verdict == "ok" and room("Adopted P1:").verdict == "ok"


def test_a_way_out_that_is_no_line_is_only_said() -> None:
    assert gavel.out_of(["say it in prose", "NV: text gives the floor"]) == [
        Choice("", "say it in prose"), Choice("", "NV: text gives the floor")
    ]  # fmt: skip


def test_the_call_for_objections_leads_to_the_gavel_and_records_nothing() -> None:
    choices = gavel.call_for_objections("P1")
    assert choices[0].does == "gavel"
    for choice in choices[1:]:
        taken = in_session("Proposal NV: We meet.")(f"{choice.line} TR: because")
        assert taken.verdict == "ok", choice


def test_the_gavel_names_another_text_that_is_chosen() -> None:
    room = in_session("Proposal NV: One.", "Proposal OS: Two.")
    view = view_of(room)
    (other,) = [one for one in open_texts(room.meeting, "hall") if not one.before_us]
    lines = [choice.line for choice in gavel.at_the_gavel(view, "", other)]
    assert lines[0] == "Adopted P1:" and "another text" not in lines
    assert gavel.at_the_gavel(view, "")[-1].does == "text"
