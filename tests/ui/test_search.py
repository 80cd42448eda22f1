"""The search screen: as somebody types, over all sessions."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plenary_tui.settings import Settings
from plenary_tui.store.search import Index
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.screens.narrow import Narrow
from plenary_tui.ui.screens.replay import ReplayScreen
from plenary_tui.ui.screens.search import SearchScreen
from plenary_tui.ui.searching.lines import in_cells
from plenary_tui.ui.widgets.found_list import FoundList
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.store.sessions import new_session, record

from .stage import settled


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    new_session(
        folder / "2018-06-antwerp", "NV: the sub-team on artisanal mining reports in May",
        "Proposal TR: a moratorium on [transfers]", "Objection NV: no moratorium before May",
        "Private: zugzwang about mining",
    )  # fmt: skip
    other = new_session(folder / "2019-11-goma")
    record(other, "goma", ["Date: 2019-11-18", "09:00 NV: mining once more"])
    Index(folder).refresh()  # so that the first answer is the whole one
    return folder


def text(screen: SearchScreen, name: str) -> str:
    return str(screen.query_one(f"#search-{name}", Static).content)


def lines(screen: SearchScreen) -> list[str]:
    found = screen.query_one(FoundList)
    rows = ["".join(part.text for part in found.render_line(y)) for y in range(found.size.height)]
    return [row.rstrip() for row in rows if row.strip()]


async def searching(pilot: Pilot[None], typed: str) -> SearchScreen:
    """Open the search from the library, type, and wait for the answer."""
    await pilot.press("alt+l")
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen)
    screen.query_one(PlainInput).insert(typed, 0)
    await settled(pilot, lambda: "found" in text(screen, "said"))
    return screen


def app(folder: Path) -> PlenaryApp:
    return PlenaryApp(Settings(sessions=str(folder), station="desk"))


async def test_what_is_typed_is_found_by_session_with_its_words_marked(sessions: Path) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "mini")
        await settled(pilot, lambda: len(lines(screen)) == 4)
        told = lines(screen)
        assert told[0].startswith("2019-11-goma · Training Plenary · 1")
        assert told[1].startswith("▶ 2019-11-18 09:00 Novaria")
        assert told[2].startswith("2018-06-antwerp")
        assert "mining" in told[3]
        assert "2 found" in text(screen, "said")
        found = [
            part for part in screen.query_one(FoundList).render_line(1)
            if part.style and part.style.underline
        ]  # fmt: skip
        assert [part.text for part in found] == ["mining"]
        assert all(part.style and part.style.bold for part in found)


async def test_enter_opens_the_replay_at_that_entry_and_escape_comes_back(sessions: Path) -> None:
    async with app(sessions).run_test(size=(100, 30)) as pilot:
        screen = await searching(pilot, "kind:objection")
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ReplayScreen))
        replay = pilot.app.screen
        assert isinstance(replay, ReplayScreen)
        assert replay._until == "antwerp-15"
        await pilot.press("escape")
        await settled(pilot, lambda: pilot.app.screen is screen)
        assert screen.query_one(PlainInput).value == "kind:objection"


async def test_over_the_years_shows_the_earliest_first_and_what_it_was_about(
    sessions: Path,
) -> None:
    async with app(sessions).run_test(size=(120, 30)) as pilot:
        screen = await searching(pilot, "delegation:Novaria")
        await pilot.press("f3")
        await settled(pilot, lambda: "".join(lines(screen)).startswith("2018-06"))
        assert "over the years" in text(screen, "head")
        await pilot.press("down")
        await settled(pilot, lambda: "About P1" in text(screen, "detail"))
        assert "About P1: a moratorium on [transfers] (not decided)" in text(screen, "detail")


async def test_a_filter_is_picked_and_stands_behind_the_words(sessions: Path) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "may")
        await pilot.press("f2")
        await settled(pilot, lambda: isinstance(pilot.app.screen, Narrow))
        await pilot.press("s", "t", "a", "enter", "down", "enter")
        await settled(pilot, lambda: pilot.app.screen is screen)
        assert screen.query_one(PlainInput).value == "may stance:opposes"
        await settled(pilot, lambda: "1 found" in text(screen, "said"))


async def test_what_cannot_be_asked_is_said_and_nothing_breaks(sessions: Path) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "quokka")
        assert "Nothing was found" in text(screen, "said")
        await pilot.press("enter", "down", "up", "pagedown")
        screen.query_one(PlainInput).value = "since:lately"
        await settled(pilot, lambda: "2018-06-19" in text(screen, "said"))
        screen.query_one(PlainInput).value = "zugzwang"
        await settled(pilot, lambda: "Nothing was found" in text(screen, "said"))


async def test_a_filter_that_nobody_knows_is_named_with_what_there_is(sessions: Path) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "quokka")
        for typed, said in {
            "foo:bar": "“foo:” narrows nothing down: delegation:, body:, item:, ",
            "session:zzz": "No session is called “zzz”: there are 2019-11-goma, 2018-06-antwerp.",
            "delegation:zzz": "No delegation has the name or code “zzz”: there are GDA, NV, ",
            "kind:zzz": "'zzz' is none of intervention, ",
            "*": "There is no word to look for: write one, such as mining.",
        }.items():
            screen.query_one(PlainInput).value = typed
            await settled(pilot, partial(_says, screen, said))
        screen.query_one(PlainInput).value = "kind:zzz"
        await settled(pilot, lambda: "event" in text(screen, "said"))
        assert screen.query_one("#search-said").size.height > 1, "folded, not cut"


def _says(screen: SearchScreen, words: str) -> bool:
    return words in text(screen, "said")


async def test_a_delegation_whose_name_is_typed_is_offered_first(sessions: Path) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "novar")
        await settled(pilot, lambda: "delegation:NV" in lines(screen)[0])
        assert "Enter shows 3 statements of Novaria" in lines(screen)[0]
        await pilot.press("enter")
        assert screen.query_one(PlainInput).value == "delegation:NV"
        await settled(pilot, lambda: "3 found" in text(screen, "said"))
        assert not any("Enter shows" in line for line in lines(screen))


async def test_over_the_years_takes_a_beginning_too_and_escape_leads_back_to_the_search(
    sessions: Path,
) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "mini")
        await settled(pilot, lambda: "2 found" in text(screen, "said"))
        await pilot.press("f3")
        await settled(pilot, lambda: "".join(lines(screen)).startswith("2018-06"))
        assert "2 found" in text(screen, "said")
        await pilot.press("escape")
        await settled(pilot, lambda: "".join(lines(screen)).startswith("2019-11"))
        assert pilot.app.screen is screen
        await pilot.press("escape")
        assert pilot.app.screen is not screen


async def test_all_positions_are_written_into_a_file(sessions: Path, tmp_path: Path) -> None:
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await searching(pilot, "may delegation:NV")
        await pilot.press("f4")
        field = pilot.app.screen.query_one("#file", PlainInput)
        field.value = str(tmp_path / "positions.md")
        await pilot.press("enter")
        await settled(pilot, lambda: pilot.app.screen is screen)
        written = (tmp_path / "positions.md").read_text()
        assert "opposes (objection)" in written
        assert "P1: a moratorium" in written
        assert f"Written: {tmp_path / 'positions.md'}" in text(screen, "said")


async def test_the_room_goes_on_below(sessions: Path) -> None:
    folder = sessions / "2018-06-antwerp"
    whole = PlenaryApp(Settings(sessions=str(sessions), station="desk"), folder)
    async with whole.run_test(size=(100, 30)) as pilot:
        room = pilot.app.screen
        await settled(pilot, lambda: room.view.is_known)  # type: ignore[attr-defined]
        await pilot.press("N", "V")
        screen = await searching(pilot, "mining")
        assert screen is pilot.app.screen
        await pilot.press("escape")
        await settled(pilot, lambda: pilot.app.screen is room)
        assert room.capture.text == "NV"  # type: ignore[attr-defined]


def test_a_short_line_begins_where_the_words_are() -> None:
    marked = "a long time before anything of note \x02mining\x03 is said, and after"
    told = in_cells(marked, 30)
    assert ("mining", True) in told
    assert sum(len(part) for part, _ in told) <= 30
