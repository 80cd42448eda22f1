"""The replay on the screen: its keys, its line, its timeline, and that it writes nothing."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from plenary_tui.settings import Settings
from plenary_tui.ui.actions import REPLAY
from plenary_tui.ui.replay import loading
from plenary_tui.ui.replay.app import ReplayApp
from plenary_tui.ui.replay.player import Player
from plenary_tui.ui.screens.help import HelpScreen
from plenary_tui.ui.screens.replay import ReplayScreen
from plenary_tui.ui.terminal.themes import DARK, LIGHT
from tests.sessions.shipped import SESSIONS
from tests.sessions.shipped import TRAINING as NAME
from tests.ui.stage import settled
from tests.ui.test_themes import faint

TRAINING = SESSIONS / NAME


def app_of(folder: Path, until: str | None = None, speed: float | None = None) -> ReplayApp:
    """Return the program on a session."""
    return ReplayApp(Settings(sessions=str(folder.parent)), folder, until, speed)


def on_screen(pilot: Pilot[None]) -> str:
    """Return what is to be read on the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


async def opened(pilot: Pilot[None]) -> tuple[ReplayScreen, Player]:
    """Return the screen and its player, once the session is read."""
    screen = pilot.app.screen
    assert isinstance(screen, ReplayScreen)
    await settled(pilot, lambda: screen.player is not None)
    await pilot.pause()
    assert screen.player is not None
    return screen, screen.player


async def typed(pilot: Pilot[None], screen: ReplayScreen, key: str, words: str) -> None:
    """Open the line, type, and press Enter."""
    await pilot.press(key)
    screen.input.value = words
    await pilot.press("enter")
    await pilot.pause()


async def test_who_had_the_floor_is_two_keys_from_opening() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(80, 24)) as pilot:
        _, player = await opened(pilot)
        await pilot.press("d")
        await pilot.pause()
        shown = on_screen(pilot)
        assert "09:47:00" in shown and "▶ Aurelia" in shown and "The agenda adopted" in shown
        assert "[at the gavel: Aurelia as chair had" in shown
        assert f"{player.position} of {len(player.record.entries)} entries" in shown


@pytest.mark.parametrize(("size", "beside"), [((80, 24), False), ((120, 40), True)])
async def test_the_room_stands_as_it_stood(size: tuple[int, int], beside: bool) -> None:
    app = app_of(TRAINING, "2021-11-09T10:12")
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        shown = on_screen(pilot)
        assert "REPLAY" in shown and "10:12:00" in shown and "‖ ×1" in shown
        assert "▶ Lobria" in shown and "1 Ostrea" in shown and "OBJECTS: TR" in shown
        assert ("✓ 2 Adoption" in shown) is beside
        assert "┣ 1" in shown and "●" in shown and "▲" in shown


async def test_what_is_pressed_and_typed_while_the_record_is_read_is_done_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, may_go_on = loading.load, threading.Event()

    def slowly(*arguments: object, **more: object) -> Player:
        may_go_on.wait()
        return read(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "load", slowly)
    async with app_of(TRAINING).run_test(size=(80, 24)) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, ReplayScreen)
        await pilot.press("end", "left", "g", *"item 3.2", "enter", "d")
        assert screen.player is None and not screen.asked
        may_go_on.set()
        _, player = await opened(pilot)
        assert f"{player.now:%d %H:%M}" == "09 11:27" and player.view().item.startswith("item 3.2")


async def test_space_plays_and_stops_and_the_signs_say_so() -> None:
    app = app_of(TRAINING, "2021-11-09T10:12", speed=1000)
    async with app.run_test(size=(80, 24)) as pilot:
        screen, player = await opened(pilot)
        begun = player.position
        await settled(pilot, lambda: player.position > begun + 3)
        assert "▶ ×1000" in on_screen(pilot)
        await pilot.press("space")
        await pilot.pause()
        stopped = player.position
        assert "‖ ×1000" in on_screen(pilot)
        await pilot.press("minus", "right")
        await pilot.pause(0.2)
        assert player.position == stopped + 1 and "‖ ×500" in on_screen(pilot)
        await pilot.press("left", "left")
        assert player.position == stopped - 1
        await pilot.press("end", "home")
        assert player.position == player.transport.first
        assert screen.record.index.rows == []


async def test_a_line_is_typed_taken_and_refused_with_the_reason() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(80, 24)) as pilot:
        screen, player = await opened(pilot)
        await typed(pilot, screen, "g", "2021-11-10 09:33")
        assert "09:33:00" in on_screen(pilot) and not screen.query_one(Input).has_focus
        await typed(pilot, screen, "g", "item 99")
        shown = on_screen(pilot)
        assert "no such item" in shown and "go to ▸ item 99" in shown
        before = player.position
        await pilot.press("escape")
        assert not screen.asked and player.position == before
        await pilot.press("d")
        assert player.position > before


async def test_while_it_is_typed_it_says_where_a_line_leads() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(80, 24)) as pilot:
        screen, player = await opened(pilot)
        before = player.position
        await pilot.press("g", *"decision 6")
        await pilot.pause()
        assert "→ Wed 10 Nov 09:47 P3 (WGM and CPC) adopted as TP/2021" in on_screen(pilot)
        assert player.position == before
        screen.input.value = "decision 66"
        await pilot.pause()
        assert "→" not in on_screen(pilot) and "entries · corrections" in on_screen(pilot)
        await pilot.press("enter")
        await pilot.pause()
        shown = " ".join(on_screen(pilot).split())
        assert "No decision has the number 66, and there are 28 outcomes." in shown
        await typed(pilot, screen, "g", "item 77")
        shown = on_screen(pilot)
        assert "it has 1, 2, 3.1" in shown and "13, 12." in shown, "nothing of it is cut"


async def test_letters_of_a_line_are_typed_and_mean_nothing_else() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(80, 24)) as pilot:
        screen, player = await opened(pilot)
        before = player.position
        await pilot.press("g", *"do e", "left")
        await pilot.pause()
        assert screen.input.value == "do e" and player.position == before


async def test_a_filter_marks_what_fits_hides_the_rest_and_goes_again() -> None:
    app = app_of(TRAINING, "2021-11-09T10:12")
    async with app.run_test(size=(80, 24)) as pilot:
        screen, player = await opened(pilot)
        await typed(pilot, screen, "f", "TR 3.1")
        shown = on_screen(pilot)
        assert "10:09▸TR" in shown and "10:08 NV" in shown and "TR 3.1:" in shown
        await pilot.press("h")
        await pilot.pause()
        shown = on_screen(pilot)
        assert "10:08 NV" not in shown and "the rest hidden" in shown
        await typed(pilot, screen, "f", "Atlantis")
        assert "“Atlantis” is nothing" in on_screen(pilot)
        await pilot.press("escape")
        await typed(pilot, screen, "f", "")
        assert player.filter.typed == "" and "10:08 NV" in on_screen(pilot)


async def test_corrections_as_made_or_applied() -> None:
    app = app_of(TRAINING, "2021-11-09T09:41")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "???" in on_screen(pilot) and "corrections as made" in on_screen(pilot)
        await pilot.press("a")
        await pilot.pause()
        assert "???" not in on_screen(pilot) and "corrections applied" in on_screen(pilot)


async def test_the_draft_stands_as_it_stood_with_its_brackets_counted() -> None:
    app = app_of(TRAINING, "2021-11-09T10:12")
    async with app.run_test(size=(80, 24)) as pilot:
        screen, _ = await opened(pilot)
        await settled(pilot, lambda: screen.head.brackets is not None)
        assert "[ ] draft 1" in on_screen(pilot)
        await pilot.press("b")
        await settled(pilot, lambda: "communiqué" in on_screen(pilot).casefold())
        assert "Lobria, amendment" not in on_screen(pilot)
        assert "===" not in on_screen(pilot) and "DRAFT, 9 November 2021" in on_screen(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "10:12 Lobria, amendment" in on_screen(pilot)


async def test_the_draft_is_headed_as_its_version_stood() -> None:
    app = app_of(TRAINING, "2021-11-12T09:46")
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("b")
        await settled(pilot, lambda: "Version 1, not under review" in on_screen(pilot))
        assert "DRAFT, 12 November 2021" in on_screen(pilot)
        await pilot.press("end")
        await settled(pilot, lambda: "Version 2 published 22 November 2021" in on_screen(pilot))
        shown = on_screen(pilot)
        assert "FINAL, version 2, 12 November 2021" in shown and "DRAFT" not in shown


async def test_a_click_on_the_timeline_goes_there_and_one_on_an_entry_too() -> None:
    app = app_of(TRAINING, "2021-11-09T10:30")
    async with app.run_test(size=(80, 24)) as pilot:
        screen, player = await opened(pilot)
        await pilot.click("#record", offset=(10, 3))
        await pilot.pause()
        assert player.now.hour == 10 and player.now.minute < 30
        await pilot.click("#timeline", offset=(40, 1))
        await pilot.pause()
        width = screen.timeline.content_size.width
        assert player.timeline.column(player.position, width) == 39
        assert f"{player.now:%H:%M}" in on_screen(pilot)


async def test_an_excerpt_is_marked_and_written_where_it_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_of(TRAINING, "2021-11-09T10:08")
    async with app.run_test(size=(120, 40)) as pilot:
        screen, _ = await opened(pilot)
        await pilot.press("[")
        await typed(pilot, screen, "g", "10:12")
        await pilot.press("]")
        await pilot.pause()
        assert "excerpt 10:08 – 10:12" in on_screen(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert "notes FILE.txt · data FILE.json" in on_screen(pilot)
        await pilot.press("escape")
        await typed(pilot, screen, "e", "data nowhere/at/all.json")
        assert "cannot be written (No such file" in " ".join(on_screen(pilot).split())
        assert "nowhere/at/all.json" in "".join(on_screen(pilot).split())
        await pilot.press("escape")
        await typed(pilot, screen, "e", "summary part.pdf")
        assert "end the name so" in on_screen(pilot)
        await pilot.press("escape")
        await typed(pilot, screen, "e", "summary part.txt")
        assert f"Written: {tmp_path / 'part.txt'}" in on_screen(pilot)
        await typed(pilot, screen, "e", "notes part.notes.txt")
        await typed(pilot, screen, "e", "data part.json")
        await typed(pilot, screen, "e", "summary part.docx")
    written = (tmp_path / "part.txt").read_text()
    assert "Excerpt: 2021-11-09 10:08 to 10:12" in written and "checklist" in written
    assert {one.name for one in tmp_path.iterdir()} == {
        "part.txt", "part.notes.txt", "part.json", "part.docx",
    }  # fmt: skip


async def test_it_writes_nothing_into_a_folder_that_nobody_may_write(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    (folder / "log").mkdir(parents=True)
    for one in (TRAINING / "log").iterdir():
        (folder / "log" / one.name).write_bytes(one.read_bytes())
    before = {one: one.stat().st_mtime_ns for one in folder.rglob("*")}
    for one in (*folder.rglob("*"), folder):
        one.chmod(0o555 if one.is_dir() else 0o444)
    app = app_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("end", "b", "escape", "escape")
    for one in (folder, folder / "log"):
        one.chmod(0o755)
    assert {one: one.stat().st_mtime_ns for one in folder.rglob("*")} == before
    assert [one.name for one in folder.iterdir()] == ["log"]


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_every_text_is_readable(theme: str, size: tuple[int, int]) -> None:
    app = app_of(TRAINING, "2021-11-09T10:12")
    async with app.run_test(size=size) as pilot:
        app.theme = theme
        screen, _ = await opened(pilot)
        await typed(pilot, screen, "f", "TR")
        await pilot.press("[")
        await pilot.pause(0.1)
        assert faint(screen) == {}


async def test_help_names_every_key_and_what_the_signs_say() -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(120, 120)) as pilot:
        await opened(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        shown = on_screen(pilot)
        assert "decisions ●, objections ▲" in shown
        assert all(one.says[:30] in shown for one in REPLAY if one.id != "go_to")
        await pilot.press("escape", "escape")
    assert not app.said and app.return_code == 0


async def test_a_moment_that_is_none_ends_with_a_sentence() -> None:
    app = app_of(TRAINING, "2021-13-40")
    with pytest.raises(Exception, match="neither a time"):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause(1.0)
            await settled(pilot, lambda: False)


async def test_over_the_library_a_session_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    app = app_of(TRAINING)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        app.push_screen(ReplayScreen(tmp_path / "nowhere"))
        await settled(pilot, lambda: "There is no session in" in on_screen(pilot))
        assert "not read" in on_screen(pilot)
        await pilot.press("d", "space", "g", "f", "b", "b", "right", "escape")
        await pilot.pause()
        assert "There is no session in" not in on_screen(pilot)


def test_the_first_frame_needs_no_kind_of_entry() -> None:
    code = (
        "import sys, plenary_tui.ui.replay.app\n"
        "heavy = {'pydantic', 'immutables', 'tinydb', 'babel', 'lxml', 'docx', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)), 'plenary_tui.record.kinds' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


async def test_threads_give_way_sooner_while_a_replay_is_shown_and_no_longer() -> None:
    before = sys.getswitchinterval()
    async with app_of(TRAINING).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert sys.getswitchinterval() < before / 5
    assert sys.getswitchinterval() == before
