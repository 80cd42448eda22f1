"""The charts on a screen: from room and library, following the record, written on purpose."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.settings import Settings
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.screens.charts import ChartsScreen, SessionChartsScreen
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.terminal import colourless
from tests.store.sessions import clock, new_session, record
from tests.ui.stage import app_on, room_of, settled

from .test_room import shown

LINES = ("NV: speaks", "OS: speaks", "+ NV", "GDA: speaks", "Proposal NV: We meet in May",
         "+ OS", "Bracket TR: in May")  # fmt: skip


@asynccontextmanager
async def charts_of(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], RoomScreen, ChartsScreen]]:
    """Open the room and its charts."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await pilot.press("alt+c")
        await settled(pilot, lambda: isinstance(app.screen, ChartsScreen))
        screen = app.screen
        assert isinstance(screen, ChartsScreen)
        await settled(pilot, lambda: screen.found is not None)
        await pilot.pause()
        yield pilot, room, screen
        app.flush()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_chart_is_one_key_away_and_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    async with charts_of(folder, size) as (pilot, _, screen):
        for key, tab, wanted in (
            ("1", "[1 Floor]", "Participant"), ("2", "[2 Over time]", "interventions in"),
            ("3", "[3 Brackets]", "1 + 0"), ("4", "[4 Support]", "Novaria"),
            ("tab", "[1 Floor]", "Total"),
        ):  # fmt: skip
            await pilot.press(key)
            await pilot.pause()
            text = shown(pilot)
            assert tab in text and wanted in text, text
            assert "FOR THE CHAIR" in text and "Esc back" in text
            assert max(map(len, text.splitlines())) <= size[0]
            assert screen.bars.max_scroll_x == 0


async def test_what_is_recorded_meanwhile_is_counted(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: speaks")
    async with charts_of(folder) as (pilot, _, _screen):
        await pilot.press("g", "m", "m")  # interventions, time, turns
        record(folder, "annex", ["OS: speaks"], now=clock(start="2018-06-19T11:00"))
        await settled(pilot, lambda: "Ostrava Sea" in shown(pilot))


async def test_choices_are_said_beside_their_keys(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Item 1", "NV: speaks", "Item 2", "OS: speaks")
    async with charts_of(folder) as (pilot, _, screen):
        await pilot.press("g", "m")
        await pilot.pause()
        assert "g by delegation" in shown(pilot) and "m turns" in shown(pilot)
        assert "s by size" in shown(pilot)
        await pilot.press("i", "s")
        await pilot.pause()
        text = shown(pilot)
        assert "Novaria" in text and "Ostrava Sea" not in text
        assert "s in order" in text
        await pilot.press("i", "I", "i", "a")
        await pilot.pause()
        assert "all items" in shown(pilot) and screen.looking.item is None


async def test_what_was_said_in_camera_is_not_counted(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: speaks", "In camera:", "TR: is hushed")
    async with charts_of(folder) as (pilot, _, _screen):
        await pilot.press("g")
        await pilot.pause()
        text = shown(pilot)
        assert "Novaria" in text and "Tarn" not in text
        assert text.splitlines()[0].strip().startswith("IN CAMERA")


async def test_it_is_written_on_purpose_and_says_for_whom(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    async with charts_of(folder) as (pilot, _, _screen):
        assert not list(folder.glob("drafts/*"))
        await pilot.press("x")
        await settled(pilot, lambda: "Written for the Chair" in shown(pilot))
    names = sorted(path.suffix for path in (folder / "drafts").iterdir())
    assert names == [".docx", ".html"]
    page = next((folder / "drafts").glob("*.html")).read_text("utf-8")
    assert "FOR THE CHAIR" in page and "<svg " in page


async def test_escape_leads_back_and_what_stood_in_the_room_stays(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: speaks")
    async with charts_of(folder) as (pilot, room, _screen):
        room.capture.insert("OS: half")
        await pilot.press("escape")
        await settled(pilot, lambda: pilot.app.screen is room)
        assert room.capture.text == "OS: half"


async def test_without_colour_every_line_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    async with charts_of(folder) as (pilot, _, _screen):
        coloured = shown(pilot)
        await pilot.press("ctrl+t", "ctrl+t")
        await pilot.pause()
        assert pilot.app.theme == "plenary-plain"
        assert colourless.Colourless is not None
        assert shown(pilot) == coloured


async def test_the_library_shows_the_charts_of_a_past_session(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    app = PlenaryApp(Settings(sessions=str(folder.parent), station="desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "demo" in shown(pilot) or "Demo" in shown(pilot))
        await pilot.press("alt+c")
        await settled(pilot, lambda: isinstance(app.screen, SessionChartsScreen))
        screen = app.screen
        assert isinstance(screen, SessionChartsScreen)
        await settled(pilot, lambda: screen.found is not None)
        await pilot.pause()
        assert "Participant" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot, lambda: app.screen is not screen)


async def test_a_session_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "sessions").mkdir()
    app = PlenaryApp(Settings(sessions=str(tmp_path / "sessions"), station="desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.push_screen(SessionChartsScreen(tmp_path / "sessions" / "nowhere"))
        await settled(pilot, lambda: "cannot be added up" in shown(pilot) or "nothing" in
                      shown(pilot))  # fmt: skip
        await pilot.press("x", "1", "g", "escape")
