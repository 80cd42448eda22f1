"""A replay without a screen: where one gets to, and what stands there."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from plenary_tui.documents.summary import summary
from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from plenary_tui.ui.replay.head import UNTIMED, head, status
from plenary_tui.ui.replay.player import Player
from plenary_tui.ui.replay.signs import BOTH, DECISION, MATCHES, OBJECTION
from plenary_tui.ui.seen.views import Rows
from tests.record.rooms import ROSTER, Room

ZONE = ZoneInfo("Europe/Brussels")
LINES = (
    "10:00 Opened:", "10:01 Item 1", "10:02 NV: welcomes the delegates", "10:05 Item 4.2",
    "10:06 Proposal KE: a sub-team meets in May", "10:10 OS: supports it in substance",
    "10:11 + OS NV", "10:12 Objection TR: too early in the year", "10:15 ... and costs",
    "10:20 Objection withdrawn TR", "10:21 TR: can live with it", "10:22 Adopted:",
    "10:30 NV: thanks Tirania for its wrod", "10:31 s/wrod/word/", "10:40 Suspended: lunch",
    "11:40 Resumed:", "11:45 TR: speaks of other matters", "11:50 undo", "12:00 Closed:",
    "+ 09:00 Opened:", "+ 09:05 KE: reports on the sub-team", "+ 09:30 Closed:",
)  # fmt: skip
"""A meeting of two days: a time before each line, with a sign on the second day."""


def held(*lines: str) -> Record:
    """Return the record of a meeting, each line typed at its time."""
    room = Room(
        *ROSTER,
        "Agenda 1: Opening",
        "Agenda 4.2: Mines; WGM",
        start=datetime(2018, 6, 19, 8, tzinfo=ZONE),
    )
    for line in lines or LINES:
        later, line = line.startswith("+"), line.removeprefix("+ ")
        clock, _, words = line.partition(" ")
        hour, minute = map(int, clock.split(":"))
        room.now = datetime(2018, 6, 20 if later else 19, hour, minute, tzinfo=ZONE)
        room.now -= timedelta(seconds=10)
        room(words)
    return open_record(room.record)


def played(*lines: str) -> Player:
    """Return a replay of a meeting."""
    return Player(held(*lines))


def last_words(player: Player) -> str:
    """Return what was said last there."""
    assert player.last is not None
    return str(getattr(player.last.what, "text", ""))


def clock(player: Player) -> str:
    return f"{player.now:%H:%M}"


def drawn(player: Player, width: int = 78, lines: int = 3) -> list[str]:
    """Return the timeline as it is drawn."""
    marks = player.begin, player.end
    only = bool(player.filter.typed)
    found = player.timeline.lines(width, player.position, player.counted, marks, lines, only=only)
    return ["".join(text for text, _ in line) for line in found]


def shown(player: Player, rows: list[str], change: Rows) -> list[str]:
    """Return the words of the rows of a list after a change."""
    kept = [] if change.whole else rows
    for place, row in change.changed:
        kept[place] = row.text
    return [*kept, *(row.text for row in change.added)]


def test_who_had_the_floor_when_it_was_gavelled_is_one_step_away() -> None:
    player = played()
    player.go_to_next("decision")
    view = player.view()
    assert clock(player) == "10:22"
    assert view.floor.speaker == "Tirania"
    assert "4.2" in view.item


def gavelled(player: Player) -> list[str]:
    """Return what stands at the decisions that are shown."""
    return [row.note for row in player.rows().added if "gavel" in row.note]


def test_at_every_decision_stands_who_had_the_floor_at_the_gavel() -> None:
    lines = ("10:00 Opened:", "10:01 Decided: nobody minds", "10:02 OS as WGM chair: reports",
             "10:03 Agreed: the report is noted", "10:04 TR: goes on speaking",
             "10:05 NV: so does Novaria", "10:06 Decided: the end")  # fmt: skip
    said = [
        "at the gavel nobody had the floor", "at the gavel: Ostrea as WGM chair had the floor",
        "at the gavel: Novaria had the floor",
    ]  # fmt: skip
    player = played(*lines)
    for number in range(3):
        player.go_to_next("decision")
        assert gavelled(player)[-1:] == said[number : number + 1]
    jumped = played(*lines)
    jumped.go_to(jumped.transport.last)
    assert gavelled(jumped) == said
    assert jumped.position == jumped.transport.last and jumped.view().floor.speaker == "Novaria"


@pytest.mark.parametrize(
    ("typed", "time", "words"),
    [
        ("10:11", "10:11", ""), ("10.06", "10:06", "a sub-team meets in May"),
        ("2018-06-20 09:05", "09:05", "reports on the sub-team"), ("4.2", "10:05", ""),
        ("item 1", "10:01", ""), ("mines", "10:05", "") , ("decision", "10:22", ""),
        ("P1", "10:22", ""), ("decision P1", "10:22", ""), ("tr", "10:12", "too early in the year"),
        ("objection", "10:12", "too early in the year"),
        ("objection TR", "10:12", "too early in the year"),
        ("sitting 2", "09:00", ""), ("Sub-Team", "10:06", "a sub-team meets in May"),
        ("/welcomes", "10:02", "welcomes the delegates"), ("flag", "10:31", ""),
        ("next objection", "10:12", "too early in the year"),
        ("20 june", "09:00", ""), ("2018-06-20", "09:00", ""),
        ("20 juin 9:5", "09:05", "reports on the sub-team"),
        ("wed 9:5", "09:05", "reports on the sub-team"), ("19.06. um 10h", "10:00", ""),
        ("+12 min", "10:12", "too early in the year"),
        ("10:11 am", "10:11", ""), ("decision 1", "10:22", ""),
    ],
)  # fmt: skip
def test_a_typed_line_leads_to_its_moment(typed: str, time: str, words: str) -> None:
    player = played()
    player.find(f"item {typed}" if typed == "mines" else typed)
    assert (clock(player), last_words(player)) == (time, words)


def test_the_same_line_again_leads_further_and_back() -> None:
    player = played()
    times = []
    for step in (1, 1, -1):
        player.find("TR", step)
        times.append(clock(player))
    assert times == ["10:12", "10:21", "10:12"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Type where"), ("nonsense", "Nobody says “nonsense”"), ("item 9", "no such item"),
        ("sitting 7", "2 were opened"), ("objection NV", "no objection of NV here"),
        ("2018-13-01", "neither a time"), ("decision nobody", "nobody and nothing"),
    ],
)  # fmt: skip
def test_a_line_that_leads_nowhere_says_why_and_nothing_moves(typed: str, why: str) -> None:
    player = played()
    before = player.position
    with pytest.raises(WrongUse, match=why):
        player.find(typed)
    assert player.position == before


def test_past_the_last_one_it_says_that_there_is_one_before() -> None:
    player = played()
    player.go_to_next("decision")
    with pytest.raises(WrongUse, match="no decision after this"):
        player.go_to_next("decision")
    player.go_to(player.transport.last)
    with pytest.raises(WrongUse, match="there is one before it"):
        player.go_to_next("decision")


def test_the_next_turn_is_that_of_who_spoke_last() -> None:
    player = played()
    player.find("/welcomes")
    player.go_to_turn()
    assert last_words(player) == "thanks Tirania for its wrod"
    player.go_to_turn(-1)
    assert last_words(player) == "welcomes the delegates"


def test_it_plays_at_the_pace_of_the_meeting_and_passes_over_breaks() -> None:
    player = played()
    player.find("10:02")
    transport = player.transport
    transport.playing, transport.speed = True, 60
    transport.advance(2.9)
    assert clock(player) == "10:04" and last_words(player) == "welcomes the delegates"
    transport.advance(0.1)
    assert clock(player) == "10:05" and "4.2" in player.view().item
    player.find("10:40")
    transport.advance(2.0)
    assert player.view().sitting_state == "suspended"
    transport.advance(1.1)
    assert player.view().sitting_state == "open" and clock(player) == "11:40"
    transport.advance(10_000)
    assert player.position == transport.last and not transport.playing
    transport.toggle()
    assert player.position == transport.first and transport.playing


def test_the_timer_runs_as_it_ran() -> None:
    player = played()
    player.find("10:21")
    player.transport.playing = True
    player.transport.advance(30.0)
    floor = player.view().floor
    assert floor.since is not None
    assert (player.now - floor.since) == timedelta(seconds=30)


def test_speeds_go_from_one_to_a_thousand() -> None:
    transport = played().transport
    speeds = {transport.speed}
    for step in (1, -1):
        for _ in range(12):
            transport.change_speed(step)
            speeds.add(transport.speed)
    assert (min(speeds), max(speeds), transport.speed) == (1, 1000, 1)


def test_rows_follow_every_move_as_if_drawn_anew() -> None:
    player, rows = played(), list[str]()
    moves = [*range(player.transport.first, len(player.entries) + 1), 30, 31, 40, 20, 28]
    for position in moves:
        player.go_to(position)
        rows = shown(player, rows, player.rows())
        fresh = Player(player.record)
        fresh.go_to(position)
        assert rows == shown(fresh, [], fresh.rows())


def test_corrections_are_seen_being_made_or_are_made_from_the_start() -> None:
    player = played()
    player.find("10:30")
    rows = shown(player, [], player.rows())
    assert rows[-1] == "thanks Tirania for its wrod"
    player.step(1)
    rows = shown(player, rows, player.rows())
    assert "thanks Tirania for its word" in rows and "Corrected" in rows[-1]
    player.read_otherwise()
    player.find("10:30")
    rows = shown(player, [], player.rows())
    assert rows[-1] == "thanks Tirania for its word"
    player.go_to(player.transport.last)
    rows = shown(player, rows, player.rows())
    assert not any("other matters" in row or "Corrected" in row for row in rows)


@pytest.mark.parametrize(
    ("asked", "times"),
    [
        ("TR", ["10:12", "10:20", "10:21", "11:45"]), ("tr, 4.2 objections", ["10:12"]),
        ("decisions", ["10:22"]), ("+", ["10:11"]),
        ("NV KE interventions", ["10:02", "10:30", "09:05"]),
    ],
)  # fmt: skip
def test_a_filter_looks_at_what_fits_and_playing_stays_there_only(
    asked: str, times: list[str]
) -> None:
    player = played()
    player.ask(asked)
    local = [player.entries[at - 1].happened.astimezone(ZONE) for at in player.matching]
    assert [f"{one:%H:%M}" for one in local] == times
    player.step(1)
    assert clock(player) == times[0]
    player.leave_out()
    rows = player.rows()
    assert [row.time for row in rows.added] == times[:1]
    player.leave_out()
    marked = [row.time for row in player.rows().added if row.time.endswith(MATCHES)]
    assert marked == [f"{times[0]}{MATCHES}"]
    assert f"{len(times)}, marked" in "".join(text for text, _ in status(player, 200))


def test_a_filter_for_what_is_not_there_is_refused_and_the_old_one_stays() -> None:
    player = played()
    player.ask("TR")
    with pytest.raises(WrongUse, match="“Atlantis” is nothing"):
        player.ask("Atlantis")
    with pytest.raises(WrongUse, match="ask for less"):
        player.ask("OS decisions")
    assert player.filter.typed == "TR" and len(player.matching) == 4
    player.ask("  ")
    assert len(player.matching) == len(player.entries) - player.transport.first


def test_the_timeline_shows_sittings_items_decisions_and_objections() -> None:
    player = played()
    sittings, items, signs = drawn(player)
    assert "1 Tue 19 Jun" in sittings and "┄" in sittings and sittings.count("┣") == 2
    assert items.index("1") < items.index("4.2")
    assert OBJECTION in signs and DECISION in signs
    assert BOTH in drawn(player, width=3)[2]
    assert drawn(player, lines=1) == [signs]
    assert all(len(line) == 78 for line in (sittings, items, signs))


def test_of_decisions_and_objections_too_the_timeline_shows_what_is_looked_at() -> None:
    player = played()
    player.ask("TR")
    signs = drawn(player)[2]
    assert OBJECTION in signs and DECISION not in signs
    player.ask("NV")
    assert not {OBJECTION, DECISION} & set(drawn(player)[2])
    player.ask("")
    assert OBJECTION in drawn(player)[2] and DECISION in drawn(player)[2]


def test_a_column_of_the_timeline_leads_into_that_column() -> None:
    player = played()
    for width in (10, 78, 200):
        for column in range(width):
            position = player.timeline.position_at(column, width)
            assert player.timeline.column(position, width) <= column
            if position < player.transport.last:
                assert player.timeline.column(position + 1, width) >= column
        assert player.timeline.position_at(0, width) == player.transport.first
        assert player.timeline.position_at(width - 1, width) <= player.transport.last


def test_an_excerpt_is_marked_on_the_timeline_and_holds_what_is_looked_at() -> None:
    player = played()
    player.find("10:06")
    player.begin = player.position
    player.find("10:22")
    player.end = player.position
    assert "[" in drawn(player)[1] and "]" in drawn(player)[1]
    everything = player.chosen()
    player.ask("TR")
    said = [str(player.record.entry(one).what.text) for one in player.chosen()[:1]]
    assert said == ["too early in the year"] and len(player.chosen()) < len(everything)
    assert "excerpt 10:06 – 10:22" in "".join(text for text, _ in status(player, 200))


def test_where_only_days_are_known_no_time_is_shown() -> None:
    said = [f"2018-06-{19 + day}T00:00 NV: point {one}" for day in (0, 1) for one in range(9)]
    player = Player(open_record(Room(*ROSTER, "Agenda 1: Opening", *said).record))
    player.find("NV")
    view = player.view()
    top = "".join(text for text, _ in head(view, player, 3, 100, "24h"))
    assert UNTIMED in top and "[ ] draft 3" in top and "REPLAY" in top
    assert view.floor.speaker == "Novaria" and view.floor.began is None
    assert "Tue 19 Jun" in drawn(player)[0] and "Wed 20 Jun" in drawn(player)[0]
    player.transport.playing = True
    player.transport.advance(5.1)
    assert last_words(player) == "point 1"


def test_what_is_sealed_stands_as_a_mark_and_without_its_words() -> None:
    player = played("10:00 Opened:", "10:01 NV: in the open", "10:02 In camera:",
                    "10:03 TR: a secret word", "10:04 Open session:",
                    "10:05 Private: mind this")  # fmt: skip
    player.go_to(player.transport.last)
    rows = player.rows().added
    assert "sealed" in [row.tone for row in rows]
    assert not any("secret" in row.text or "mind this" in row.text for row in rows)


def test_an_empty_session_is_a_replay_too() -> None:
    player = Player(Record())
    assert (player.position, player.last, player.chosen()) == (0, None, [])
    player.step(1)
    assert not player.rows().added and drawn(player)
    with pytest.raises(WrongUse):
        player.go_to_next("decision")


def test_at_its_end_a_replay_tells_what_the_record_tells() -> None:
    player = played()
    player.go_to(player.transport.last)
    now = datetime(2019, 1, 1, tzinfo=ZONE)
    assert summary(player.past, now) == summary(player.record, now)


def in_two_rooms() -> Player:
    """Return a replay of two sittings held at the same time by two stations."""
    hall = Room(*ROSTER, "Sitting: Plenary, Room 1", "Opened:", "NV: in the hall")
    Room("Sitting: WGM, Room 2", "Opened:", "KE: in the annex", station="annex",
         record=hall.record, start=hall.now)  # fmt: skip
    hall.now += timedelta(minutes=1)
    hall("NV: in the hall again")
    return Player(open_record(hall.record))


def test_the_replay_stays_in_one_of_two_rooms() -> None:
    player = in_two_rooms()
    player.go_to(player.transport.last)
    followed = player.view()
    assert "Plenary" in followed.sitting
    player.pin_next()
    assert (player.pinned, player.view().sitting) == ("hall", followed.sitting)
    player.pin_next()
    assert player.pinned == "annex"
    assert "WGM" in player.view().sitting
    assert "room of annex" in status(player, 200)[0][0]
    player.step(-1)
    assert "WGM" in player.view().sitting, "wherever one goes"
    player.pin_next()
    assert player.pinned == ""
    assert "room of" not in status(player, 200)[0][0]


def test_a_room_is_named_by_its_station_and_there_must_be_another() -> None:
    player = in_two_rooms()
    player.pin("annex")
    with pytest.raises(WrongUse, match="choose hall or annex"):
        player.pin("attic")
    assert player.pinned == "annex"
    with pytest.raises(WrongUse, match="no other room"):
        played().pin_next()
