"""The lines that are offered are lines that the notation takes, and mean what they say."""

from __future__ import annotations

import pytest

from plenary_tui.record.kinds import Outcome
from plenary_tui.record.procedure.texts import OBJECTION_STANDS
from plenary_tui.ui import gavel
from plenary_tui.ui.picture import room_view
from plenary_tui.ui.views import RoomView
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
        assert again(choice.line if choice.whole else f"{choice.line} words").verdict == "ok"


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
    ways = [way.format(who="TR", ref="P1") for way in OBJECTION_STANDS]
    lines = [choice.line for choice in gavel.out_of(ways)]
    assert lines == [
        "Objection withdrawn TR", "Proposal P1 rev:", "Bracket TR:", "Referred P1:",
        "Deferred P1:", "Silence P1:", "Noted P1:", "Suspended:", "Chair's statement:",
        "No consensus P1:", "Gavelled P1:",
    ]  # fmt: skip


def test_a_way_out_that_is_no_line_is_only_said() -> None:
    assert gavel.out_of(["say it in prose"])[0].line == ""
