"""The side panels, as lines of text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from plenary_tui.ui.panels import Line, floor, head, sides
from plenary_tui.ui.panels import texts as text_lines
from plenary_tui.ui.panels.agenda import agenda
from plenary_tui.ui.seen.picture import room_view
from plenary_tui.ui.seen.views import (
    AgendaLine,
    Counted,
    FloorView,
    Held,
    RoomView,
    TextView,
    Worded,
)
from tests.record.rooms import in_session

NOW = datetime(2018, 6, 19, 10, 42, tzinfo=UTC)
NARROW = (24, 19)
"""What the one panel has of a terminal of 80 columns and 24 rows."""


def said(lines: list[Line]) -> str:
    """Return lines as one text."""
    return "\n".join("".join(text for text, _ in line) for line in lines)


def speaking(seconds: int, **more: object) -> str:
    since = NOW - timedelta(seconds=seconds)
    view = FloorView(speaker="Keldia", began=since, **{"since": since, **more})  # type: ignore[arg-type]
    return said(floor(view, NOW, 24, 10))


def test_the_speaker_has_the_floor_with_a_timer_that_knows_the_limit() -> None:
    assert "▶ Keldia      01:42/3:00" in speaking(102, limit=180)
    assert "left" not in speaking(149, limit=180)
    assert "0:30 left" in speaking(150, limit=180)
    assert "OVER" not in speaking(180, limit=180)
    assert "OVER by 0:42" in speaking(222, limit=180)
    assert "OVER by 1:00:00" in speaking(3780, limit=180)


def test_a_stopped_timer_says_so_and_stands() -> None:
    for later in (60, 600):
        shown = speaking(later, since=None, used=42.0, limit=180)
        assert "‖ Keldia      00:42/3:00" in shown and "stopped" in shown


def test_a_right_of_reply_says_which_it_is() -> None:
    assert "1st right of reply" in speaking(10, reply=1, limit=600)
    assert "2nd right of reply" in speaking(10, reply=2, limit=300)
    assert "3rd right of reply: BEYOND 2" in speaking(10, reply=3, limit=300).replace("\n", "")


def test_a_point_of_order_says_who_was_interrupted() -> None:
    shown = speaking(10, point_of_order=True, interrupted="Novaria")
    assert "POINT OF ORDER" in shown and "interrupts Novaria" in shown


def test_in_a_session_long_past_nobody_has_the_floor() -> None:
    view = FloorView(speaker="Keldia", since=NOW - timedelta(days=300))
    assert "Keldia" not in said(floor(view, NOW, 24, 10))


def test_the_list_says_its_state_and_the_limits() -> None:
    waiting = tuple((f"C{n}", f"Country {n}") for n in range(9))
    view = FloorView(waiting=waiting, closed=True, for_all=90, limits=(("observer", 120),))
    shown = said(floor(view, NOW, 30, 6))
    assert "LIST CLOSED · 1:30 min" in shown and "Observer 2 min" in shown
    assert "3 Country 2" in shown and "and 6 more" in shown


AGENDA = tuple(
    AgendaLine(str(n), f"Item called {n}", "planned", n == 6, minutes=15) for n in range(1, 18)
)


def test_an_agenda_that_is_cut_says_how_much_and_keeps_the_current_item() -> None:
    shown = said(agenda(AGENDA, NOW, 24, 6))
    assert "▶ 6 Item called 6" in shown and "… 12 more" in shown
    assert "more" not in said(agenda(AGENDA, NOW, 24, 18))


@pytest.mark.parametrize(
    ("used", "since", "shown"),
    [
        (720, None, "12/45 min"),
        (660, NOW - timedelta(seconds=60), "12/45 min"),
        (3120, None, "52/45 min, 7 OVER"),
        (0, None, "45 min"),
        (660, NOW - timedelta(days=30), "11/45 min"),
    ],
)
def test_an_item_shows_the_time_used_against_the_time_allotted(
    used: float, since: datetime | None, shown: str
) -> None:
    item = AgendaLine("4.2", "Mines", "taken_up", True, "", 45, used, since)
    assert shown in said(agenda((item,), NOW, 30, 3))


@pytest.mark.parametrize(("width", "height"), [(23, 2), (23, 3), (20, 2), (22, 9)])
@pytest.mark.parametrize("current", [True, False])
def test_an_item_that_is_over_shows_its_time_however_small_the_panel(
    width: int, height: int, current: bool
) -> None:
    items = (
        AgendaLine("4.2", "Illicit mining in the region", "taken_up", current, "", 4, 600),
        *(AgendaLine(str(n), "Planned", "planned", minutes=15) for n in range(5, 8)),
    )
    lines = agenda(items[:1] if height < 9 else items, NOW, width, height)
    shown = said(lines)
    assert "10/4" in shown and "OVER" in shown and "4.2" in shown
    assert len(lines) <= height and all(len(line) <= width for line in shown.splitlines())


def test_what_became_of_items_is_told_by_a_sign_and_in_words() -> None:
    states = ("concluded", "deferred", "not_included", "planned")
    items = tuple(AgendaLine(str(n), "Item", state) for n, state in enumerate(states, 1))
    assert said(agenda(items, NOW, 30, 9)).splitlines()[1:] == [
        "✓ 1 Item", "» 2 Item (deferred)", "✗ 3 Item (not included)", "  4 Item",
    ]  # fmt: skip


TEXT = TextView(
    "P3", (Worded("We meet."), Worded("We meet every month in one of the capitals.", "Novaria")),
    by="Novaria", supports=("NV", "OS"), opposes=("GDA",), flexible=("KE",),
    positions=(Held("objection", "TR", "too often", True), Held("reservation", "KE", "the cost"),
               Held("objection", "LB", "", gone=True)),
    amendments=(Held("amendment", "VE", "say twice a year"),),
    brackets=(Held("bracket", "TR", "every month"),),
)  # fmt: skip


def test_a_text_shows_who_stands_where_on_it_and_why() -> None:
    shown = said(text_lines.text(TEXT, 2, 40, 20))
    for words in ("Before us: P3 rev 1", "proposal by Novaria · 2 others open", "every month",
                  "OBJECTS: TR, too often", "+ NV OS  − GDA  ~ KE", "reservation KE, the cost",
                  "asks to amend: VE, say twice a year", "[ ] 1 in brackets TR"):  # fmt: skip
        assert words in shown
    assert "LB" not in shown


def test_the_whole_text_leaves_nothing_out() -> None:
    shown = said(text_lines.whole(TEXT, 60))
    for words in ("We meet.", "objection of LB (withdrawn)", "OBJECTION of TR: too often",
                  "in brackets of TR: [every month]", "VE asks for: say twice a year"):  # fmt: skip
        assert words in shown


FULL = RoomView(
    entries=5, sitting_state="open", marking="in_camera", agenda=AGENDA, text=TEXT, other_texts=1,
    floor=FloorView(speaker="Keldia", code="KE", status="Observer", limit=180,
                    began=NOW - timedelta(seconds=222), since=NOW - timedelta(seconds=222),
                    waiting=tuple((f"C{n}", f"Country {n}") for n in range(9)), for_all=180),
    presence=(Counted("Participant", 23, 54), Counted("Observer", 4, 12)), brackets=2, worklist=3,
)  # fmt: skip


def test_at_80_columns_everything_stands_in_one_panel() -> None:
    shown = said(sides.side(FULL, NOW, NARROW, "both", 30))
    for words in ("IN CAMERA", "▶ 6 Item called 6", "more", "▶ Keldia      03:42/3:00",
                  "OVER by 0:42", "1 Country 0", "2 Country 1", "3 Country 2", "and 6 more",
                  "P3 rev 1 by Novaria", "OBJECTS: TR", "27/66 here · [ ] 2 · ⚑ 3"):  # fmt: skip
        assert words in shown


def test_where_there_is_room_classes_are_counted_apart() -> None:
    shown = said(sides.side(FULL, NOW, (28, 36), "floor", 30)).replace("\n", " ")
    assert "present: 23 of 54 Participants, 4 of 12 Observers" in shown


def test_in_one_panel_who_is_present_leaves_the_agenda_its_lines() -> None:
    classes = (
        ("Participant", 9, 12),
        ("Observer", 2, 3),
        ("Candidate", 1, 2),
        ("Invited guest", 1, 1),
    )
    view = replace(FULL, floor=FloorView(), text=None, marking="open",
                   presence=tuple(Counted(*one) for one in classes))  # fmt: skip
    shown = said(sides.side(view, NOW, NARROW, "both", 30)).splitlines()
    begins = next(place for place, line in enumerate(shown) if "present" in line)
    assert shown[begins:] == [
        "present: 9/12", "Participants, 4/6 others", "[ ] 2 in room texts", "⚑ 3 on the worklist",
    ]  # fmt: skip
    assert sum("Item called" in line for line in shown) > 8
    wide = said(sides.side(view, NOW, (28, 36), "floor", 30)).replace("\n", " ")
    assert "1 of 1 Invited guest" in wide and "[ ] 2 in texts of the room" in wide


def test_suspended_and_restricted_are_said_on_top_of_every_panel() -> None:
    view = RoomView(entries=1, sitting_state="suspended", marking="restricted")
    for parts in get_args(sides.Parts):
        assert "RESTRICTED · SUSPENDED" in said(sides.side(view, NOW, (26, 19), parts, 30))
    assert " RESTRICTED  SUSPENDED " in said([head(view, NOW, "● on disk", 80)])


@given(
    size=st.tuples(st.integers(0, 60), st.integers(0, 50)),
    parts=st.sampled_from(get_args(sides.Parts)),
    waiting=st.integers(0, 12),
    with_text=st.booleans(),
)
def test_a_panel_keeps_to_its_place(
    size: tuple[int, int], parts: sides.Parts, waiting: int, with_text: bool
) -> None:
    names = tuple((f"C{n}", f"République de {n}\u0301 \u4e2d\u56fd") for n in range(waiting))
    view = RoomView(
        entries=1, agenda=AGENDA, text=TEXT if with_text else None, presence=FULL.presence,
        floor=FloorView(speaker="Keldia", since=NOW, limit=60, waiting=names),
    )  # fmt: skip
    lines = sides.side(view, NOW, size, parts, 30)
    assert len(lines) <= size[1]
    for line in lines:
        assert cell_len("".join(text for text, _ in line)) <= max(size[0], 24), line


def test_presence_is_counted_by_class_as_the_roster_of_the_day_says() -> None:
    room = in_session("present+ NV, OS, GDA", "present- OS")
    view = room_view(room.record, room.station, room.now)
    assert view.present == ("NV", "GDA")
    assert view.presence == (Counted("Participant", 1, 4), Counted("Observer", 1, 1))


def test_the_limit_that_is_shown_is_that_of_the_speakers_class() -> None:
    room = in_session("limit 3 min", "limit Observers 1 min", "GDA: we welcome it")
    shown = said(floor(room_view(room.record, "hall", room.now).floor, room.now, 30, 9))
    assert "00:00/1:00" in shown and "Observer" in shown
    room("NV: so do we")
    assert "/3:00" in said(floor(room_view(room.record, "hall", room.now).floor, room.now, 30, 9))
