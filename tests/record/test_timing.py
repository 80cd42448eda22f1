"""How long somebody speaks, how long an item takes, and the limits on both."""

from __future__ import annotations

from datetime import timedelta

from plenary_tui.record.floor import Floor

from .rooms import Room, in_session


def floor_of(room: Room) -> Floor:
    """Return the floor of the sitting."""
    return room.meeting.floor(room.meeting.station_sitting("hall"))


def turns(room: Room) -> list[tuple[str, int, int]]:
    """Return the turns that are over: speaker, seconds, seconds beyond the limit."""
    began = sorted(room.meeting.speaking.values(), key=lambda one: one.began)
    return [(one.speaker, round(one.seconds), round(one.over)) for one in began]


def wait(room: Room, seconds: int) -> None:
    """Let time pass: a line takes ten seconds of it."""
    room.now += timedelta(seconds=seconds - 10)


def test_a_turn_lasts_until_somebody_else_has_the_floor() -> None:
    room = in_session("limit 1 min", "NV: we begin")
    wait(room, 90)
    room("OS: we go on")
    assert turns(room) == [("NV", 90, 30)]
    assert floor_of(room).speaker == "OS"


def test_the_same_speaker_goes_on_in_one_turn() -> None:
    room = in_session("NV: one", "NV: two", "OS: three")
    assert turns(room) == [("NV", 20, 0)]


def test_a_paused_timer_counts_nothing() -> None:
    room = in_session("NV: one")
    wait(room, 30)
    room("Timer paused")
    wait(room, 500)
    room("Timer resumed")
    wait(room, 20)
    room("OS: two")
    assert turns(room) == [("NV", 50, 0)]


def test_pausing_twice_is_refused_and_changes_nothing() -> None:
    room = in_session("NV: one", "Timer paused")
    assert room("Timer paused").verdict == "refused"
    assert room("Timer resumed").verdict == "ok"
    refused = room("Timer resumed")
    assert refused.verdict == "refused" and refused.ways_out


def test_there_is_nothing_to_time_without_a_speaker() -> None:
    assert in_session()("Timer paused").verdict == "refused"


def test_a_break_stops_the_time_and_the_sitting_that_closes_ends_the_turn() -> None:
    room = in_session("NV: one", "Suspended:")
    wait(room, 900)
    room("Resumed:")
    wait(room, 20)
    room("Closed:")
    assert turns(room) == [("NV", 30, 0)]
    assert not any(floor.speaker for floor in room.meeting.floors.values())


def test_a_point_of_order_interrupts_and_the_ruling_gives_the_floor_back() -> None:
    room = in_session("NV: one")
    wait(room, 60)
    room("Point of order TR: is there a quorum?")
    assert floor_of(room).speaker == "TR"
    wait(room, 120)
    room("Ruling: there is")
    assert floor_of(room).speaker == "NV" and floor_of(room).spoken(room.now) == 60
    wait(room, 40)
    room("OS: two")
    assert turns(room) == [("NV", 100, 0), ("TR", 120, 0)]


def test_a_limit_may_be_for_a_class_a_delegation_or_replies() -> None:
    room = in_session("limit 5 min", "limit Observers 2 min", "limit TR 3 min", "GDA: one")
    roster = room.meeting.roster
    assert floor_of(room).allowed(roster.status("GDA")) == 120
    room("NV: two")
    assert floor_of(room).allowed(roster.status("NV")) == 300
    room("TR: three")
    assert floor_of(room).allowed(roster.status("TR")) == 180
    room("limit replies 4 min", "Reply TR: no")
    assert floor_of(room).allowed(roster.status("TR")) == 180, "its own limit goes before"
    room("Reply KE: no")
    assert floor_of(room).allowed(roster.status("KE")) == 240


def test_a_right_of_reply_has_ten_minutes_and_then_five() -> None:
    room = in_session("limit 3 min", "Reply TR: no", "NV: so what", "Reply TR: no again")
    assert floor_of(room).allowed("Participant") == 300
    room("KE: so what", "NV: yes", "Reply KE: no")
    assert floor_of(room).allowed("Participant") == 600


def test_a_limit_for_a_class_that_nobody_has_is_refused_and_names_those_there_are() -> None:
    refused = in_session()("limit Guests 2 min")
    assert refused.verdict == "refused" and "observer" in " ".join(refused.ways_out)


def test_the_list_is_put_in_order() -> None:
    room = in_session("q+ NV, OS, TR, KE", "q order TR, KE")
    assert floor_of(room).waiting == ("TR", "KE", "NV", "OS")
    assert room("q order GDA").verdict == "refused"


def test_an_item_uses_time_while_the_sitting_is_on_it_and_open() -> None:
    room = in_session("Agenda 4: Mines; 45 min", "Agenda 5: Data", "Item 4")
    assert room.meeting.agenda["4"].minutes == 45
    wait(room, 600)
    room("Suspended:")
    wait(room, 900)
    room("Resumed:")
    wait(room, 300)
    room("Item 5")
    assert room.meeting.agenda["4"].used == 900
    wait(room, 60)
    room("Item 5 concluded")
    wait(room, 600)
    room("NV: of nothing")
    assert room.meeting.agenda["5"].used == 60


def test_items_change_places_and_the_others_stay() -> None:
    room = in_session("Agenda 3: C", "Agenda 4: D", "Agenda 5: E", "Agenda 6: F")
    planned = [item.number for item in room.meeting.items]
    room("Agenda order: 6, 4")
    seen = [item.number for item in room.meeting.items]
    assert seen[seen.index("3") :] == ["3", "6", "5", "4"]
    assert sorted(seen) == sorted(planned)
    assert room("Agenda order: 6, 77").verdict == "refused"
    assert room("Agenda order: 6").verdict == "refused"


def test_an_item_put_in_later_stands_by_its_number() -> None:
    room = in_session("Agenda 4: D", "Agenda 5: E", "Agenda order: 5, 4", "Agenda 4.1: new")
    assert [item.number for item in room.meeting.items] == ["5", "4", "4.1"]


def test_a_point_of_order_and_a_reply_cost_nobody_their_place() -> None:
    room = in_session("q+ OS, TR, KE", "next", "Point of order TR: quorum", "Ruling: there is one")
    assert floor_of(room).speaker == "OS"
    room("Reply KE: no")
    assert floor_of(room).waiting == ("TR", "KE")
    room("TR: now as called")
    assert floor_of(room).waiting == ("KE",)


def test_no_limit_binds_the_chair_and_their_delegation_speaks_in_a_turn_of_its_own() -> None:
    room = in_session("limit 1 min", "Presiding: NV (Ms Name)", "q+ NV", "Chair: welcome")
    assert floor_of(room).allowed("Participant") == 0 and floor_of(room).waiting == ("NV",)
    wait(room, 90)
    room("NV: for my own delegation")
    assert turns(room) == [("NV", 90, 0)]
    assert floor_of(room).allowed("Participant") == 60 and floor_of(room).waiting == ()


def test_an_item_moves_with_what_is_below_it() -> None:
    room = in_session("Agenda 4: D", "Agenda 4.1: below", "Agenda 5: E", "Agenda order: 5, 4")
    assert [item.number for item in room.meeting.items][-3:] == ["5", "4", "4.1"]
    room("Agenda order: 4.1, 5")
    assert sorted(item.number for item in room.meeting.items)[-3:] == ["4", "4.1", "5"]
