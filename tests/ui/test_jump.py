"""Jump mode: a letter for each place that can take the focus, and the way there."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from plenary_tui.settings import Settings
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.menus.jump import SPARE, lettered
from plenary_tui.ui.screens.jump import JumpScreen
from plenary_tui.ui.widgets.session_list import SessionList
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled


def shown(pilot: Pilot[None]) -> list[str]:
    return [strip.text for strip in pilot.app.screen._compositor.render_strips()]


async def jump(pilot: Pilot[None]) -> None:
    await pilot.press("alt+j")
    await settled(pilot, lambda: isinstance(pilot.app.screen, JumpScreen))
    await settled(pilot, lambda: any(" c capture " in line for line in shown(pilot)))


async def test_a_letter_beside_each_place_goes_there(tmp_path: Path) -> None:
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(120, 40)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        room.capture.insert("NV: half a sen")
        await jump(pilot)
        lines = shown(pilot)
        for label, widget in ((" r record ", room.record), (" c capture ", room.capture)):
            place = widget.region
            assert lines[place.y][place.x :].startswith(label)
        assert not any("menu" in line for line in lines)
        await pilot.press("r")
        await settled(pilot, lambda: app.screen is room)
        assert room.record.has_focus
        await jump(pilot)
        await pilot.press("c")
        await settled(pilot, lambda: app.screen is room)
        assert room.capture.has_focus
        assert room.capture.text == "NV: half a sen"
        app.flush()


async def test_a_place_without_a_cursor_does_what_belongs_to_it(tmp_path: Path) -> None:
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(80, 24)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await jump(pilot)
        await pilot.press("f")
        await settled(pilot, lambda: room.capture.text == "q+ ")
        app.flush()


async def test_the_menu_is_a_place_while_it_is_there(tmp_path: Path) -> None:
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(80, 24)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await pilot.press("ctrl+g")
        await settled(pilot, lambda: room.menu.display)
        await jump(pilot)
        await pilot.press("r")
        await settled(pilot, lambda: room.record.has_focus)
        await jump(pilot)
        await pilot.press("m")
        await settled(pilot, lambda: room.menu.has_focus)
        app.flush()


async def test_any_other_key_and_another_size_stay_where_one_was(tmp_path: Path) -> None:
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=(80, 24)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        for key in ("escape", "enter", "ctrl+g", "9"):
            await jump(pilot)
            await pilot.press(key)
            await settled(pilot, lambda: app.screen is room)
            assert room.capture.has_focus
            assert not room.menu.display
        await jump(pilot)
        await pilot.resize_terminal(100, 30)
        await settled(pilot, lambda: app.screen is room)
        app.flush()


async def test_the_library_has_it_too(tmp_path: Path) -> None:
    new_session(tmp_path / "demo")
    app = PlenaryApp(Settings(str(tmp_path), "desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.set_focus(None)
        await pilot.press("alt+j")
        await settled(pilot, lambda: any(" l list " in line for line in shown(pilot)))
        await pilot.press("l")
        await settled(pilot, lambda: app.screen.query_one(SessionList).has_focus)


@given(st.lists(st.text(min_size=1, max_size=8), max_size=40, unique=True))
def test_every_letter_goes_to_one_place(names: list[str]) -> None:
    taken = lettered(names)
    assert len(taken) == min(len(names), len(SPARE))
    assert list(taken.values()) == names[: len(SPARE)]
    assert all(letter in SPARE for letter in taken)


def test_a_place_has_its_own_letter_where_it_can() -> None:
    assert lettered(["agenda", "record", "floor", "capture", "menu", "alarm"]) == {
        "a": "agenda", "r": "record", "f": "floor", "c": "capture", "m": "menu", "l": "alarm",
    }  # fmt: skip
