"""The keys of the procedure: each records a line, and twice by mistake is once."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.store.session import Session
from plenary_tui.ui.screens.ordering import OrderingScreen
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.screens.whole_text import WholeTextScreen
from plenary_tui.ui.seen.views import RoomView
from tests.store.sessions import new_session
from tests.ui.stage import room_of, settled
from tests.ui.test_room import enter, in_room, shown

WAITING = ("q+ OS, GDA, TR",)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with an open sitting and an agenda."""
    return new_session(tmp_path / "demo", "Agenda 3: Data; 30 min", "Agenda 4: Seat")


def waiting(room: RoomScreen) -> list[str]:
    return [code for code, _ in room.view.floor.waiting]


async def open_menu(pilot: Pilot[None], room: RoomScreen, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot, lambda: room.menu.display and room.focused is room.menu)


async def test_who_gives_up_their_place_is_chosen_from_the_list(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, *WAITING)
        await open_menu(pilot, room, "ctrl+s", "3")
        await settled(pilot, lambda: "2 q- GDA" in shown(pilot))
        await pilot.press("2")
        await settled(pilot, lambda: waiting(room) == ["OS", "TR"])


async def test_the_list_is_closed_and_opened_and_whoever_was_called_waits_again(
    folder: Path,
) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, *WAITING)
        await open_menu(pilot, room, "ctrl+s")
        await pilot.press("5")
        await settled(pilot, lambda: room.view.floor.closed)
        await settled(pilot, lambda: "LIST CLOSED" in shown(pilot))
        await enter(pilot, room, "next")
        await open_menu(pilot, room, "ctrl+s")
        await pilot.press("6")
        await settled(pilot, lambda: waiting(room) == ["OS", "GDA", "TR"])
        assert not room.view.floor.speaker


async def test_the_list_is_put_in_order_by_hand(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, *WAITING)
        await open_menu(pilot, room, "ctrl+s")
        await pilot.press("4")
        await settled(pilot, lambda: isinstance(pilot.app.screen, OrderingScreen))
        await pilot.press("down", "down", "space", "up", "up", "space", "enter")
        await settled(pilot, lambda: waiting(room) == ["TR", "OS", "GDA"])
        room_of(pilot)


async def test_who_is_called_while_the_list_is_being_ordered_is_not_on_it(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, *WAITING)
        await open_menu(pilot, room, "ctrl+s")
        await pilot.press("4")
        await settled(pilot, lambda: isinstance(pilot.app.screen, OrderingScreen))
        await pilot.press("down", "down", "space", "up")
        room.send("next")
        await settled(pilot, lambda: waiting(room) == ["GDA", "TR"])
        await pilot.press("enter")
        await settled(pilot, lambda: waiting(room) == ["TR", "GDA"])


async def test_the_agenda_is_put_in_order_by_hand(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await open_menu(pilot, room, "alt+g")
        await pilot.press("5")
        await settled(pilot, lambda: isinstance(pilot.app.screen, OrderingScreen))
        known = [one.number for one in room.view.agenda]
        await pilot.press(*["down"] * (len(known) - 1), "space", "up", "enter")
        await settled(pilot, lambda: [one.number for one in room.view.agenda] != known)
        assert [one.number for one in room.view.agenda] == [*known[:-2], known[-1], known[-2]]


async def test_an_item_is_chosen_and_gets_its_time(folder: Path) -> None:
    async with in_room(folder, (120, 40)) as (pilot, room):
        place = next(n for n, one in enumerate(room.view.agenda, 1) if one.number == "4")
        await open_menu(pilot, room, "alt+g", "3", str(place))
        await pilot.press("5")
        await settled(pilot, lambda: room.capture.text == "Agenda 4: Seat; ")
        await enter(pilot, room, "20 min")
        item = next(one for one in room.view.agenda if one.number == "4")
        assert (item.minutes, item.title) == (20, "Seat")


async def test_items_are_taken_up_concluded_and_put_in(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        now = next(one.number for one in room.view.agenda if one.current)
        await open_menu(pilot, room, "alt+g")
        await pilot.press("2")
        await settled(pilot, lambda: not any(one.current for one in room.view.agenda))
        assert next(one for one in room.view.agenda if one.number == now).state == "concluded"
        await open_menu(pilot, room, "alt+g")
        await pilot.press("1")
        await settled(pilot, lambda: any(one.current for one in room.view.agenda))
        await open_menu(pilot, room, "alt+g")
        await pilot.press("4")
        await settled(pilot, lambda: room.capture.text.startswith("Agenda "))
        number = room.capture.text.split()[1].rstrip(":")
        assert number not in {one.number for one in room.view.agenda}
        await enter(pilot, room, "Something urgent")
        assert ("Something urgent", number) in {(one.title, one.number) for one in room.view.agenda}


async def test_the_time_is_stopped_once_and_goes_on(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: we begin")
        await pilot.press("alt+p", "alt+p")
        await settled(pilot, lambda: room.view.floor.since is None)
        await settled(pilot, lambda: "stopped" in shown(pilot))
        room._pressed.clear()
        await pilot.press("alt+p")
        await settled(pilot, lambda: room.view.floor.since is not None)
    acts = [entry.what.act for entry in Session(folder).record.entries
            if entry.what.kind == "timer"]  # fmt: skip
    assert acts == ["paused", "resumed"]


async def test_a_menu_that_is_taken_twice_records_once(folder: Path) -> None:
    """The second Enter would record what stands half typed in the capture line."""
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, *WAITING)
        known = room.view.entries
        room.capture.insert("OS: half a sen")
        await open_menu(pilot, room, "ctrl+s")
        await pilot.press("enter", "enter", "enter")
        await settled(pilot, lambda: room.view.floor.code == "OS")
        assert room.capture.text == "OS: half a sen"
        assert room.view.entries == known + 1
        room.capture.insert("tence")
        await pilot.press("enter")
        await settled(pilot, lambda: room.view.entries == known + 2)


async def test_the_gavel_pressed_twice_keeps_the_time_of_the_first_press(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Proposal NV: We meet monthly.")
        await open_menu(pilot, room, "ctrl+g")
        first = room.menu._choices[0].line
        await pilot.pause(1.0 - 0.1)
        room._pressed["gavel"] += 1.0
        await pilot.press("ctrl+g")
        assert room.menu._choices[0].line == first


async def test_before_the_record_was_read_nothing_is_offered(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.view = RoomView(title="demo")
        for key in ("ctrl+g", "ctrl+s", "alt+g", "ctrl+n", "alt+p", "alt+r", "alt+t"):
            await pilot.press(key)
            assert not room.menu.display
            room_of(pilot)
        assert "One moment" in shown(pilot)


async def test_the_call_for_objections_is_read_out_and_records_nothing(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Proposal NV: We meet monthly.")
        known = room.view.entries
        await open_menu(pilot, room, "ctrl+g")
        await pilot.press("up", "enter")
        await settled(pilot, lambda: "If I hear no objection, it is so decided." in shown(pilot))
        room._pressed.clear()
        room.menu._took = ("", 0.0)
        await pilot.press("1")
        await settled(pilot, lambda: "The gavel at" in shown(pilot))
        assert room.view.entries == known


async def test_a_text_that_is_not_before_us_is_shown_whole_and_gavelled_by_its_name(
    folder: Path,
) -> None:
    async with in_room(folder) as (pilot, room):
        for line in ("Proposal NV: We meet monthly.", "Objection TR: too often",
                     "Proposal P1 rev: We meet yearly.", "Proposal OS: A fund."):  # fmt: skip
            await enter(pilot, room, line)
        room.capture.insert("OS: half")
        await pilot.press("alt+t")
        await settled(pilot, lambda: isinstance(pilot.app.screen, WholeTextScreen))
        await settled(pilot, lambda: "[P2]  P1" in shown(pilot))
        await pilot.press("tab")
        await settled(pilot, lambda: "OBJECTION of TR: too often" in shown(pilot))
        assert "We meet monthly." in shown(pilot) and "We meet yearly." in shown(pilot)
        await pilot.resize_terminal(120, 40)
        await settled(pilot, lambda: "P2  [P1]" in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: room.menu.display and "Gavelled P1:" in shown(pilot))
        await pilot.press("escape")
        assert room.capture.text == "OS: half"


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (170, 40)])
async def test_in_camera_is_said_and_coloured_everywhere(
    folder: Path, size: tuple[int, int]
) -> None:
    async with in_room(folder, size) as (pilot, room):
        await enter(pilot, room, "In camera:")
        await settled(pilot, lambda: shown(pilot).count("IN CAMERA") >= 3)
        lines = shown(pilot).splitlines()
        assert lines[0].startswith(" IN CAMERA")
        assert "IN CAMERA ▸" in lines[-2]
        closed = pilot.app.theme_variables["closed"].casefold()
        for name in ("#head", "#floor", "#says", "#prompt", "#keys"):
            assert room.query_one(name).styles.background.hex.casefold() == closed, name
        await enter(pilot, room, "Open session:")
        await settled(pilot, lambda: "IN CAMERA ▸" not in shown(pilot))


async def test_with_many_columns_the_text_has_a_panel_of_its_own(folder: Path) -> None:
    async with in_room(folder, (170, 40)) as (pilot, room):
        await enter(pilot, room, "Proposal NV: We meet monthly.")
        text = room.query_one("#text")
        await settled(pilot, lambda: text.display and "Before us: P1" in shown(pilot))
        assert shown(pilot).count("Before us: P1") == 1
        await pilot.resize_terminal(100, 30)
        await settled(pilot, lambda: not text.display and "Before us: P1" in shown(pilot))
