"""The settings screen: it shows what holds, changes it at once, writes it, and refuses with why."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plenary_tui.preferences import read
from plenary_tui.preferences.reading import VARIABLE
from plenary_tui.preferences.values import READERS
from plenary_tui.settings import Settings
from plenary_tui.ui.actions.keymap import Keymap, is_fixed, keymap
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.pages.settings import rows
from plenary_tui.ui.screens.key_prompt import KeyPrompt
from plenary_tui.ui.screens.settings import SettingsScreen
from plenary_tui.ui.terminal.themes import DARK, LIGHT
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled
from tests.ui.test_themes import faint

SIZE = (80, 24)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this person's settings lie; there are none yet."""
    path = tmp_path / "settings.toml"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


@asynccontextmanager
async def on_settings(
    tmp_path: Path, size: tuple[int, int] = SIZE
) -> AsyncIterator[tuple[Pilot[None], SettingsScreen]]:
    """Show the settings over a room."""
    app = app_on(new_session(tmp_path / "demo"))
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await pilot.press("alt+o")
        await settled(pilot, lambda: isinstance(app.screen, SettingsScreen))
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        yield pilot, screen
        app.flush()


async def choose(pilot: Pilot[None], screen: SettingsScreen, row: str) -> None:
    """Go to a row of the list."""
    screen.settings_list.highlighted = screen.settings_list.get_option_index(row)
    await pilot.pause()


async def enter(pilot: Pilot[None], screen: SettingsScreen, row: str, text: str) -> None:
    """Enter a text for a row, in place of what stands there."""
    await choose(pilot, screen, row)
    await pilot.press("enter")
    screen.field.value = ""
    screen.field.insert(text, 0)
    await pilot.press("enter")


def shown(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def said(screen: SettingsScreen) -> str:
    return str(screen.query_one("#settings-said", Static).content)


async def test_every_setting_is_listed_with_its_value_and_what_it_means(
    tmp_path: Path, file: Path
) -> None:
    file.write_text(
        '[abbreviations]\nwc = "[/foo] welcomed"\n[limits]\n"independent-observer"=90\n'
    )
    async with on_settings(tmp_path, (80, 90)) as (pilot, screen):
        await settled(pilot, lambda: "Alt-O" in shown(pilot))
        screen_text = shown(pilot)
        for words in (str(file)[:20], "Colours", "dark", "24h", "wc", "[/foo] welcomed",
                      "Independent observer         1 min 30 s", "^G", "another one"):  # fmt: skip
            assert words in screen_text
        listed = {".".join(row.key) for row in screen._rows.values()}
        assert set(READERS) <= listed
        assert {f"keys.{one.id}" for one in Keymap().actions.values()
                if not is_fixed(one)} <= listed  # fmt: skip


async def test_a_choice_takes_effect_at_once_and_is_in_the_file(tmp_path: Path, file: Path) -> None:
    async with on_settings(tmp_path) as (pilot, screen):
        await pilot.press("enter")
        await settled(pilot, lambda: "Colours: light" in said(screen))
        assert pilot.app.theme == LIGHT.name
        assert 'theme = "light"' in file.read_text()
        assert "# mouse = true" in file.read_text()
        await choose(pilot, screen, "time_format")
        await pilot.press("enter")
        await settled(pilot, lambda: "Clock: 24h short" in said(screen))
        await choose(pilot, screen, "mouse")
        await pilot.press("enter")
        await settled(pilot, lambda: "Mouse: off, from the next start" in said(screen))
        await choose(pilot, screen, "theme")
        await pilot.press("delete")
        await settled(pilot, lambda: "Colours: dark" in said(screen))
        assert pilot.app.theme == DARK.name
        await pilot.press("escape")
        room = room_of(pilot)
        assert room.head.time_format == "24h short"
    assert (read(file).theme, read(file).mouse) == ("dark", False)


async def test_texts_are_checked_and_written(tmp_path: Path, file: Path) -> None:
    async with on_settings(tmp_path) as (pilot, screen):
        await enter(pilot, screen, "limits.observer", "2 minits")
        await settled(pilot, lambda: "Observer cannot be that: take seconds" in said(screen))
        screen.field.value = "90"
        await pilot.press("enter")
        await settled(pilot, lambda: "Observer: 1 min 30 s" in said(screen))
        await enter(pilot, screen, "second_folder", "here")
        await settled(pilot, lambda: "write the whole path" in said(screen))
        await pilot.press("escape")
        assert screen.settings_list.has_focus
        await enter(pilot, screen, "abbreviations.", "wc welcomed")
        await settled(pilot, lambda: "wc = welcomed" in said(screen))
        screen.field.value = "wc = wel[bold]comed"
        await pilot.press("enter")
        await settled(pilot, lambda: "wc: wel[bold]comed. It is" in said(screen))
        await enter(pilot, screen, "abbreviations.wc", "")
        await settled(pilot, lambda: "wc: away" in said(screen))
    assert read(file).limits == {"observer": 90}
    assert read(file).abbreviations == {}


async def test_a_new_key_is_pressed_checked_and_used(tmp_path: Path, file: Path) -> None:
    async with on_settings(tmp_path) as (pilot, screen):
        await choose(pilot, screen, "keys.gavel")
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, KeyPrompt))
        for key, why in (("ctrl+n", "is the key of “next” already"), ("ctrl+e", "the editor needs"),
                         ("ctrl+q", "is the key of “leave” already"), ("x", "it is typed"),
                         ("ctrl+p", "is the key of “commands” already"),
                         ("enter", "has its own meaning everywhere")):  # fmt: skip
            await pilot.press(key)
            await settled(pilot, lambda why=why: why in shown(pilot))  # type: ignore[misc]
        await pilot.press("alt+k")
        await settled(pilot, lambda: "gavel: Alt-K" in said(screen))
        await pilot.press("escape")
        room = room_of(pilot)
        assert "Alt-K gavel" in shown(pilot)
        await pilot.press("ctrl+g")
        assert not room.menu.display
        await pilot.press("alt+k")
        await settled(pilot, lambda: room.menu.display)
        await pilot.press("escape", "alt+o")
        await settled(pilot, lambda: isinstance(pilot.app.screen, SettingsScreen))
        again = pilot.app.screen
        assert isinstance(again, SettingsScreen)
        await choose(pilot, again, "keys.gavel")
        await pilot.press("delete")
        await settled(pilot, lambda: "gavel: ^G" in said(again))
    assert keymap(read(file)).keys == {}


async def test_escape_leaves_a_key_as_it_is(tmp_path: Path, file: Path) -> None:
    async with on_settings(tmp_path) as (pilot, screen):
        await choose(pilot, screen, "keys.gavel")
        await pilot.press("enter", "escape")
        await settled(pilot, lambda: pilot.app.screen is screen)
    assert not file.exists()


async def test_what_is_wrong_in_the_file_is_listed_and_a_broken_one_is_not_touched(
    tmp_path: Path, file: Path
) -> None:
    file.write_text('theme = "drak"\n[keys]\ngavel = "ctrl+h"\n')
    async with on_settings(tmp_path) as (pilot, screen):
        listed = " ".join(shown(pilot).split())
        assert "line 1: theme cannot be “drak”" in listed
        assert "line 3: ctrl+h cannot be the key" in listed
        file.write_text("theme dark\n")
        await choose(pilot, screen, "theme")
        await pilot.press("enter")
        await settled(pilot, lambda: "mend that in an editor first" in said(screen))
    assert file.read_text() == "theme dark\n"


async def test_it_is_reached_from_the_library_too(tmp_path: Path, file: Path) -> None:
    new_session(tmp_path / "sessions" / "demo")
    app = PlenaryApp(Settings(str(tmp_path / "sessions"), "desk"))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("alt+o")
        await settled(pilot, lambda: isinstance(app.screen, SettingsScreen))
        screen = app.screen
        assert isinstance(screen, SettingsScreen)
        await choose(pilot, screen, "keys.new")
        await pilot.press("enter", "f6", "f9")  # the editor's; of the room, where nothing is new
        await settled(pilot, lambda: "new: F9" in said(screen))
        await pilot.press("escape")
        await settled(pilot, lambda: "F9 new" in shown(pilot))


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_every_text_stands_out(tmp_path: Path, file: Path, theme: str) -> None:
    file.write_text(f'theme = "{theme}"\nmouse = 1\n')
    async with on_settings(tmp_path) as (pilot, screen):
        assert faint(screen) == {}
        await enter(pilot, screen, "limits.observer", "2 minits")
        await settled(pilot, lambda: "cannot be that" in said(screen))
        assert faint(screen) == {}
        await pilot.press("escape")
        await choose(pilot, screen, "keys.gavel")
        await pilot.press("enter")
        await pilot.pause(0.1)
        await pilot.press("ctrl+n")
        await pilot.pause(0.1)
        assert faint(pilot.app.screen) == {}


def test_the_rows_hold_what_the_file_says(file: Path) -> None:
    for row in rows(read(file), Keymap()):
        if row.kind == "text" and row.key != ("abbreviations", ""):
            assert row.read(row.entered)[0] == row.key
        if row.kind == "choice":
            assert row.following != row.chosen
