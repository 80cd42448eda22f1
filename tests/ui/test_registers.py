"""The registers on the screen, and the line about what is overdue when a session opens."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from plenary_tui.settings import Settings
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.owed import overdue
from plenary_tui.ui.screens.registers import RegistersScreen
from plenary_tui.ui.screens.replay import ReplayScreen
from plenary_tui.ui.widgets.found_detail import MORE, FoundDetail
from plenary_tui.ui.widgets.found_list import FoundList
from plenary_tui.ui.widgets.plain import Says
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.record.rooms import Room
from tests.store.sessions import new_session

from .stage import settled


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    folder = tmp_path / "sessions"
    new_session(
        folder / "2018-06-antwerp", "Draft decision NV: a sub-team on [/reeds]",
        "Reservation OS: the reeds are ours", "Adopted:", "Action WGM: a report by 2018-09-15",
        "Event: Workshop, Ostrava, March 2017",
    )  # fmt: skip
    new_session(folder / "2019-11-goma", "Action OS: the minutes")
    return folder


def text(screen: RegistersScreen, name: str) -> str:
    return str(screen.query_one(f"#search-{name}", Static).content)


def lines(screen: RegistersScreen) -> list[str]:
    found = screen.query_one(FoundList)
    rows = ["".join(part.text for part in found.render_line(y)) for y in range(found.size.height)]
    return [row.rstrip() for row in rows if row.strip()]


async def opened(pilot: Pilot[None]) -> RegistersScreen:
    await pilot.press("alt+q")
    screen = pilot.app.screen
    assert isinstance(screen, RegistersScreen)
    await settled(pilot, lambda: "1 of 1" in text(screen, "head"))
    return screen


def app(folder: Path) -> PlenaryApp:
    return PlenaryApp(Settings(sessions=str(folder), station="desk"))


async def test_one_register_after_the_other_and_what_is_typed_narrows_it(sessions: Path) -> None:
    async with app(sessions).run_test(size=(100, 24)) as pilot:
        screen = await opened(pilot)
        assert "Decisions" in text(screen, "head")
        assert "Administrative Decision 1: a sub-team on [/reeds]" in lines(screen)[0]
        detail = text(screen, "detail")
        assert "Dissent: Ostrava Sea (reservation): the reeds are ours" in detail
        await pilot.press("tab")
        whole = "Follow-ups · 2 of 2 · 1 overdue"  # once the second session is read too
        await settled(pilot, lambda: whole in text(screen, "head"))
        assert "overdue" in lines(screen)[0]
        screen.query_one(PlainInput).value = "ostrava"
        await settled(pilot, lambda: "1 of 2" in text(screen, "head"))
        assert "the minutes" in lines(screen)[0]
        await pilot.press("escape")
        await settled(pilot, lambda: "2 of 2" in text(screen, "head"))
        await pilot.press("tab")
        assert "past" in lines(screen)[0]
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        assert "Officers" in text(screen, "head")
        assert "on:2018-06-19" in screen.query_one(PlainInput).placeholder
        await pilot.press("escape")
        assert pilot.app.screen is not screen


async def test_each_column_has_a_heading_and_begins_at_the_same_place(sessions: Path) -> None:
    new_session(
        sessions / "2020-06-a-name-that-is-long",
        "Proposal TR: lamps and how they are to be hung in every mine", "Adopted ad referendum:",
    )  # fmt: skip
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+q")
        screen = pilot.app.screen
        assert isinstance(screen, RegistersScreen)
        await settled(pilot, lambda: "2 of 2" in text(screen, "head"))
        heads = text(screen, "heads")
        assert heads.split() == ["Date", "State", "Session", "Text"]
        at = [heads.index(one) + 2 for one in ("State", "Session", "Text")]
        for row in lines(screen):
            assert all(row[place - 1] == " " != row[place] for place in at), row
        assert any("adopted ad ref…" in row for row in lines(screen)), (
            "cut in its column, and told so"
        )
        assert any(row.endswith("…") for row in lines(screen))
        assert "History: adopted" in text(screen, "detail")


async def test_officers_are_those_of_the_day_that_is_typed(sessions: Path) -> None:
    new_session(
        sessions / "2020-06-tarn", "Delegation KE: Keldia; Observer; until 2019-01-31",
        "Delegation KE: Keldia; Participant; since 2019-02-01",
    )  # fmt: skip
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("shift+tab")
        line = screen.query_one(PlainInput)
        line.value = "keldia"
        await settled(pilot, lambda: len(lines(screen)) == 2)
        line.value = "keldia on:2018-06"
        await settled(pilot, lambda: len(lines(screen)) == 1)
        assert "Observer" in lines(screen)[0]
        assert "2019-01-31" in lines(screen)[0], "its days stand in columns of their own"
        line.value = "keldia on:20"
        await settled(pilot, lambda: "is no day" in text(screen, "said"))


async def test_what_does_not_fit_below_the_list_is_scrolled_to(sessions: Path) -> None:
    new_session(
        sessions / "2020-06-tarn", "Draft decision NV: lamps",
        *(f"Reservation {who}: {'a long word on lamps ' * 20}" for who in ("OS", "TR")), "Adopted:",
    )  # fmt: skip
    async with app(sessions).run_test(size=(80, 24)) as pilot:
        await pilot.press("alt+q")
        screen = pilot.app.screen
        assert isinstance(screen, RegistersScreen)
        await settled(pilot, lambda: "2 of 2" in text(screen, "head"))
        await pilot.press("down")
        pane = screen.query_one(FoundDetail)
        await settled(pilot, lambda: str(pane.border_title) == MORE)
        for _ in range(40):
            await pilot.press("shift+down")
        await settled(pilot, lambda: not pane.border_title)
        assert pane.scroll_offset.y == pane.max_scroll_y > 0
        await pilot.press("up")
        await settled(pilot, lambda: "reeds" in text(screen, "detail"))
        await pilot.pause()
        assert not pane.border_title, "all of it is there"


async def test_enter_opens_the_session_at_the_row(sessions: Path) -> None:
    async with app(sessions).run_test(size=(100, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ReplayScreen))
        replay = pilot.app.screen
        assert isinstance(replay, ReplayScreen)
        assert replay._until == "antwerp-15"


async def test_a_register_is_written_as_it_is_shown(sessions: Path, tmp_path: Path) -> None:
    async with app(sessions).run_test(size=(100, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f4")
        pilot.app.screen.query_one("#file", PlainInput).value = str(tmp_path / "d.csv")
        await pilot.press("enter")
        await settled(pilot, lambda: pilot.app.screen is screen)
        assert "the reeds are ours" in (tmp_path / "d.csv").read_text(encoding="utf-8-sig")


async def test_the_room_says_in_one_quiet_line_what_is_overdue(sessions: Path) -> None:
    folder = sessions / "2018-06-antwerp"
    whole = PlenaryApp(Settings(sessions=str(sessions), station="desk"), folder)
    async with whole.run_test(size=(100, 30)) as pilot:
        says = pilot.app.screen.query_one(Says)
        await settled(pilot, lambda: "overdue" in says._last[0])
        assert says._last == (
            "1 follow-up is overdue, first by 2018-09-15: WGM, a report. Alt-Q shows all.", "quiet",
        )  # fmt: skip


def test_what_is_done_or_not_due_is_not_overdue() -> None:
    room = Room("Zone: Europe/Brussels", "Opened:", "Action: one by 2027-11-08")
    later = datetime(2027, 11, 9, 12, tzinfo=UTC)
    assert overdue(room.meeting, later).startswith("1 follow-up is overdue")
    assert overdue(room.meeting, datetime(2027, 11, 8, 12, tzinfo=UTC)) == ""
    room("Done: sent")
    assert overdue(room.meeting, later) == ""
