"""The picker over the capture line, the hint beside it, and what stands in it while it is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.stage import settled

from .test_room import enter, folder, in_room, shown

__all__ = ["folder"]


async def test_tab_offers_names_and_typing_goes_on_filtering(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "q+ OS, GDA")
        await pilot.press("tab")
        lines = shown(pilot).splitlines()
        assert any("▸ OS" in line and "1 on the list" in line for line in lines)
        assert any(
            "GDA" in line and "Observer" in line and "2 on the list" in line for line in lines
        )
        await pilot.press("n", "o", "v")
        await settled(pilot, lambda: "▸ NV     Novaria" in shown(pilot))
        assert "▸ OS" not in shown(pilot)
        await pilot.press("enter")
        assert room.capture.text == "NV: "
        assert not room.picker.display


async def test_a_name_is_put_in_place_of_its_beginning_and_the_rest_stays(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.put("10:31 tar is against it", len("10:31 tar"))
        await pilot.press("tab", "tab")
        assert room.capture.text == "10:31 TR:  is against it"
        assert room.capture.cursor == len("10:31 TR: ")


async def test_arrows_choose_and_escape_leaves_all_as_typed(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert("q+ ")
        await pilot.press("tab", "down", "enter")
        assert room.capture.text not in ("q+ ", "")
        room.capture.put("nov")
        await pilot.press("tab", "escape")
        assert room.capture.text == "nov"
        assert not room.picker.display


async def test_keys_that_come_with_tab_in_one_go_are_heard_in_order(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await pilot.press("tab")
        room.capture.insert("gem")  # what is shown is behind what was typed
        await pilot.press("enter")
        assert room.capture.text == "GDA: "


async def test_behind_a_colon_tab_says_what_it_is_for(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert("NV: the")
        await pilot.press("tab")
        assert not room.picker.display
        assert room.capture.text == "NV: the"
        assert room.capture.has_focus


async def test_a_name_that_is_begun_is_hinted_at_without_a_key(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        height = room.record.size.height
        room.capture.insert("nov")
        await settled(pilot, lambda: "Tab: NV Novaria" in shown(pilot))
        assert room.record.size.height == height
        room.capture.insert("aria: x")
        await settled(pilot, lambda: "Tab:" not in shown(pilot))


async def test_the_empty_line_says_who_is_next_and_holds_nothing(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "q+ NV, OS")
        assert "^N gives Novaria the floor" in shown(pilot)
        assert room.capture.text == ""
        await pilot.press("ctrl+n")
        await settled(pilot, lambda: room.view.floor.code == "NV")
        await pilot.press("ctrl+u")
        await settled(pilot, lambda: "^N gives Ostrava Sea the floor · Novaria" in shown(pilot))
        await enter(pilot, room, "q- OS")
        await settled(pilot, lambda: "Novaria has the floor" in shown(pilot))


@pytest.mark.parametrize(
    "text", ["الس\u064e\u0651لام e\u0301te\u0301", "🇧🇪🇫🇷 中國", "né\u0301e 👍🏽"]
)
async def test_word_keys_leave_whole_letters(folder: Path, text: str) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert(f"NV: {text}")
        await pilot.press("ctrl+w")
        left = room.capture.text
        assert left in {f"NV: {text[:at]}" for at in (0, text.rindex(" ") + 1)}
        await pilot.press("ctrl+left", "ctrl+right", "ctrl+k")
        assert f"NV: {text}".startswith(room.capture.text)
        await enter(pilot, room, "")


async def test_what_is_entered_is_in_one_form(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: e\u0301te\u0301")
        await settled(pilot, lambda: room.record.index.rows[-1].text == "\u00e9t\u00e9")


async def test_a_long_paragraph_grows_to_a_third_of_the_screen(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert("NV: " + "the importance of being heard " * 60)
        await settled(pilot, lambda: room.capture.size.height > 5)
        assert room.capture.size.height <= 8
        assert "Enter records" in shown(pilot)
        await pilot.press("x")
        lines = shown(pilot).splitlines()
        assert any(line.rstrip(" ▁▂▃▄▅▆▇█").endswith("heard x") for line in lines)
