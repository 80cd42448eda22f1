"""Search, registers and charts from wherever one is, and back to that."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen

from plenary_tui.ui.actions import SCREENS
from plenary_tui.ui.screens.charts import SessionChartsScreen
from plenary_tui.ui.screens.help import HelpScreen
from plenary_tui.ui.screens.registers import RegistersScreen
from plenary_tui.ui.screens.search import SearchScreen
from tests.store.sessions import new_session
from tests.ui.stage import app_on, settled
from tests.ui.test_replay_screen import TRAINING, app_of, on_screen, opened

KEYS = (("alt+l", SearchScreen), ("alt+q", RegistersScreen), ("alt+c", SessionChartsScreen))


def shows(app: App[None], screen: type[Screen[None]]) -> bool:
    """Whether a screen of this kind is shown."""
    return isinstance(app.screen, screen)


async def test_from_the_replay_they_lead_back_to_where_it_was() -> None:
    app = app_of(TRAINING, "2021-11-09T10:12", speed=60)
    async with app.run_test(size=(80, 24)) as pilot:
        replay, player = await opened(pilot)
        await pilot.press("space", "b")
        here = player.position
        for key, screen in KEYS:
            await pilot.press(key)
            await settled(pilot, partial(shows, app, screen))
            await pilot.press("escape")
            await settled(pilot, lambda: app.screen is replay)
        assert player.position == here and replay.has_class("-drafting")
        await pilot.press("space", "alt+q")
        await settled(pilot, lambda: isinstance(app.screen, RegistersScreen))
        assert not player.transport.playing, "it stands still while something else is looked at"


@pytest.mark.parametrize(("key", "name"), [("f3", "draft"), ("f4", "handover"), ("f5", "script"),
                                           ("alt+s", "prepared")])  # fmt: skip
async def test_from_a_screen_over_the_room_too(tmp_path: Path, key: str, name: str) -> None:
    app = app_on(new_session(tmp_path / "demo", "Opened:", "NV: welcomes everybody"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: bool(app.screen.view.entries))  # type: ignore[attr-defined]
        await pilot.press(key)
        await settled(pilot, lambda: getattr(app.screen, "ACTIONS", "") == name)
        over = app.screen
        for opens, screen in KEYS:
            await pilot.press(opens)
            await settled(pilot, partial(shows, app, screen))
            await pilot.press("escape")
            await settled(pilot, lambda: app.screen is over)


async def test_the_help_of_the_replay_names_them() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(120, 120)) as pilot:
        await opened(pilot)
        await pilot.press("f1")
        await settled(pilot, lambda: isinstance(app.screen, HelpScreen))
        await pilot.pause()
        shown = on_screen(pilot)
        assert all(f"Alt-{letter}" in shown for letter in "LQC")


async def test_from_the_registers_to_the_search_the_charts_of_a_row_and_back() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("alt+q")
        await settled(pilot, partial(shows, app, RegistersScreen))
        registers = app.screen
        assert isinstance(registers, RegistersScreen)
        await settled(pilot, lambda: registers.list.line is not None)
        for key, screen in (KEYS[0], KEYS[2]):
            await pilot.press(key)
            await settled(pilot, partial(shows, app, screen))
            await pilot.press("escape")
            await settled(pilot, lambda: app.screen is registers)


def test_every_screen_of_a_session_has_them() -> None:
    lacking = {
        name: left for name, actions in SCREENS.items()
        if (left := {"search", "registers"} - {one.id for one in actions})
    }  # fmt: skip
    assert lacking == {
        "search": {"search"}, "registers": {"registers"}, "compare": {"search", "registers"},
    }  # fmt: skip
