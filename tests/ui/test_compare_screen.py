"""Two copies or two drafts on a screen: gone through by keys and mouse, from every way in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.documents.side_by_side import Comparison
from plenary_tui.documents.side_by_side.copies import copies
from plenary_tui.documents.versions import issue
from plenary_tui.errors import WrongUse
from plenary_tui.settings import Settings
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.comparing.app import CompareApp
from plenary_tui.ui.screens.compare import CompareScreen
from plenary_tui.ui.screens.draft import DraftScreen
from plenary_tui.ui.screens.library import LibraryScreen
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.store.sessions import clock, copy_of, new_session, read_all, record
from tests.ui.stage import settled

from .test_room import shown


def two_laptops(folder: Path) -> tuple[Path, Path]:
    one = new_session(folder / "a" / "demo", "Proposal NV: a sub-team on mines", "TR: has doubts")
    two = copy_of(one, folder / "b" / "demo")
    record(one, "antwerp", ["OS: fine", "Adopted:"], now=clock(timedelta(minutes=5)))
    record(two, "brussels", ["Objection P1 TR: not so fast", "NV: is surprised"],
           now=clock(timedelta(minutes=7)))  # fmt: skip
    return one, two


@asynccontextmanager
async def side_by_side(
    folder: Path, compared: Callable[[], Comparison], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], CompareScreen]]:
    """Open what `plenary compare` opens."""
    app = CompareApp(Settings(sessions=str(folder), station="desk"), compared)
    async with app.run_test(size=size) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, CompareScreen)
        await settled(pilot, lambda: bool(screen.pairs.ids()))
        yield pilot, screen


async def says(pilot: Pilot[None], text: str) -> None:
    """Wait until it stands on the screen."""
    await settled(pilot, lambda: text in " ".join(shown(pilot).replace("│", " ").split()))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_is_gone_through_difference_by_difference_and_changes_nothing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    one, two = two_laptops(tmp_path)
    before = read_all(tmp_path)
    async with side_by_side(tmp_path, lambda: copies(one, two), size) as (pilot, _):
        await says(pilot, "Difference 1 of 5")
        text = shown(pilot)
        assert "- a/demo" in text and "+ b/demo" in text and "2 only here" in text
        assert "{-adopted-}" in text and "14 entries alike" in text
        assert "Title: Training Plenary" not in text
        assert max(map(len, text.splitlines())) <= size[0]
        for number in (2, 3, 4, 5):
            await pilot.press("n")
            await says(pilot, f"Difference {number} of 5")
        await says(pilot, "brussels-2")
        await pilot.press("n")
        await says(pilot, "no difference further down")
        await pilot.press("p", "p", "p", "p")
        await says(pilot, "Difference 1 of 5")
        await pilot.press("p")
        await says(pilot, "no difference further up")
        await pilot.press("escape")
    assert pilot.app.return_code == 1
    assert read_all(tmp_path) == before


async def test_what_is_alike_opens_by_enter_o_and_the_mouse(tmp_path: Path) -> None:
    one, two = two_laptops(tmp_path)
    async with side_by_side(tmp_path, lambda: copies(one, two), (120, 40)) as (pilot, screen):
        await pilot.press("n", "up", "enter")
        await says(pilot, "Title: Training Plenary")
        assert shown(pilot).count("Title: Training Plenary") == 2
        await pilot.press("enter")
        assert "Title: Training Plenary" not in shown(pilot)
        await pilot.press("o")
        assert "Title: Training Plenary" in shown(pilot)
        await pilot.press("o", "home")
        lines = shown(pilot).splitlines()
        row = next(y for y, line in enumerate(lines) if "entries alike" in line)
        await pilot.click(offset=(6, row), times=2)
        await pilot.pause()
        assert "Title: Training Plenary" in shown(pilot)
        await pilot.press("end", "enter")
        assert "Right: 10:07 Novaria: is surprised" in shown(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert "{-Words-}" in shown(pilot) and "next: goes to the next difference" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen


async def test_without_colour_and_in_the_light_it_says_the_same(tmp_path: Path) -> None:
    one, two = two_laptops(tmp_path)
    async with side_by_side(tmp_path, lambda: copies(one, two)) as (pilot, _):
        text = shown(pilot)
        for theme in ("plenary-light", "plenary-plain"):
            await pilot.press("ctrl+t")
            await pilot.pause()
            assert pilot.app.theme == theme
            assert shown(pilot) == text


async def test_it_is_laid_out_anew_where_the_terminal_changes(tmp_path: Path) -> None:
    one, two = two_laptops(tmp_path)
    async with side_by_side(tmp_path, lambda: copies(one, two)) as (pilot, screen):
        await pilot.press("n", "n")
        selected = screen.pairs.selected
        await pilot.resize_terminal(44, 24)
        await pilot.pause()
        assert " │ " not in shown(pilot) and screen.pairs.selected == selected
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert " │ " in shown(pilot) and screen.pairs.selected == selected


async def test_two_that_are_alike_say_so_and_it_ends_with_0(tmp_path: Path) -> None:
    one = new_session(tmp_path / "demo", "NV: hello")
    async with side_by_side(tmp_path, lambda: copies(one, one)) as (pilot, _):
        assert "The two are alike." in shown(pilot)
        await pilot.press("n", "p", "ctrl+q")
    assert pilot.app.return_code == 0


@asynccontextmanager
async def in_library(folder: Path) -> AsyncIterator[Pilot[None]]:
    app = PlenaryApp(Settings(sessions=str(folder), station="desk"))
    async with app.run_test(size=(160, 40)) as pilot:
        await settled(pilot, lambda: "demo" in shown(pilot))
        yield pilot


async def test_the_library_asks_for_the_other_copy_and_comes_back(tmp_path: Path) -> None:
    one, two = two_laptops(tmp_path)
    async with in_library(one.parent) as pilot:
        await pilot.press("alt+v")
        await settled(pilot, lambda: "another copy" in shown(pilot))
        field = pilot.app.screen.query_one(PlainInput)
        for typed, why in ((str(tmp_path), "is no session"), ("", "Write the folder")):
            field.value = typed
            await pilot.press("enter")
            await says(pilot, why)
        field.value = str(two)
        await pilot.press("enter")
        await settled(pilot, lambda: "Difference 1 of 5" in shown(pilot))
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


async def test_a_copy_that_cannot_be_read_is_said_and_the_library_stays(tmp_path: Path) -> None:
    def refuse() -> Comparison:
        raise WrongUse("A merge of demo was interrupted.")

    one, _ = two_laptops(tmp_path)
    async with in_library(one.parent) as pilot:
        pilot.app.push_screen(CompareScreen(refuse))
        await settled(pilot, lambda: "cannot be compared: A merge of demo" in shown(pilot))
        await pilot.press("n", "o", "enter", "escape")
        await settled(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen))


@asynccontextmanager
async def on_draft(folder: Path) -> AsyncIterator[tuple[Pilot[None], DraftScreen]]:
    app = PlenaryApp(Settings(sessions=str(folder.parent), station="desk"), folder, on_draft=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, lambda: isinstance(app.screen, DraftScreen))
        screen = app.screen
        assert isinstance(screen, DraftScreen)
        await settled(pilot, lambda: screen.view is not None)
        yield pilot, screen
        app.flush()


async def test_the_draft_offers_its_versions_to_be_compared(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Draft decision NV: Mines report monthly.", "Adopted:")
    session, now = Session(folder), clock(timedelta(minutes=5))
    with Capture(session, "antwerp", live=True, now=now) as capture:
        capture.enter(issue(session.record, session.hash(), now()))
    record(folder, "antwerp", ["Draft decision OS: Exports are counted.", "Adopted:"],
           now=clock(timedelta(minutes=9)))  # fmt: skip
    async with on_draft(folder) as (pilot, screen):
        await pilot.press("V")
        await settled(pilot, lambda: "with the draft as it stands" in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: "demo, version 1" in shown(pilot))
        assert "Exports are counted" in shown(pilot) and "demo as it stands" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot, lambda: pilot.app.screen is screen)


async def test_a_draft_without_versions_says_how_to_issue_one(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: hello")
    async with on_draft(folder) as (pilot, _):
        await pilot.press("V")
        await settled(pilot, lambda: "No version was issued yet" in shown(pilot))
