"""A drill on the screen: heard at a high speed, typed against, compared; left and gone on with."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.documents.excerpt import Span
from plenary_tui.importers.drilling import Ready, last_of, ready
from plenary_tui.record.kinds import MeetingFact
from plenary_tui.settings import Settings
from plenary_tui.store.library import Library
from plenary_tui.store.names import session_names
from plenary_tui.store.session import Session
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.drilling.app import DrillApp
from plenary_tui.ui.screens.drill import DrillScreen
from plenary_tui.ui.screens.drill.result import DrillResultScreen, Reading
from plenary_tui.ui.screens.library import LibraryScreen
from tests.store.sessions import new_session, read_all
from tests.ui.stage import settled
from tests.ui.test_replay_screen import on_screen

LINES = (
    "NV: asks that every inspection be announced a month ahead",
    "Proposal NV: The sub-team reports within sixty days",
    "Adopted:",
)


@pytest.fixture
def kept(tmp_path: Path) -> Session:
    return Session(new_session(tmp_path / "sessions" / "demo", *LINES))


@pytest.fixture
def drills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "plenary-tui" / "drills"


def settings_of(kept: Session) -> Settings:
    return Settings(sessions=str(kept.folder.parent), station="desk")


async def opened(pilot: Pilot[None]) -> DrillScreen:
    """Return the screen once its practice session is read."""
    screen = pilot.app.screen
    assert isinstance(screen, DrillScreen)
    await settled(pilot, lambda: screen.view.is_known)
    return screen


async def typed(pilot: Pilot[None], screen: DrillScreen, line: str) -> None:
    """Type a line and wait until it is on disk."""
    before = screen.view.entries
    screen.capture.put(line)
    await pilot.press("enter")
    await settled(pilot, lambda: screen.view.entries > before)


async def test_it_is_heard_typed_against_and_compared_row_by_row(
    kept: Session, drills: Path
) -> None:
    before = read_all(kept.folder)
    made = ready(drills, kept, "desk", speed=100.0)
    async with DrillApp(settings_of(kept), made).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "PRACTICE" in on_screen(pilot)
        assert "F3 begins" in on_screen(pilot)
        assert "asks that" not in on_screen(pilot)
        await pilot.press("f3")
        await settled(pilot, lambda: screen.player.is_over)
        for line in (LINES[0].replace("NV", "OS"), LINES[1]):
            await typed(pilot, screen, line)
        await pilot.press("alt+c")
        await settled(pilot, lambda: isinstance(pilot.app.screen, DrillResultScreen))
        await pilot.pause()
        shown = on_screen(pilot)
        assert "wrong speaker" in shown
        assert "✓ caught" in shown
        assert "✗ missed" in shown
        result = pilot.app.screen
        assert isinstance(result, DrillResultScreen)
        await pilot.press("down", "n")
        assert result.list.line is not None
        assert "missed" in result.list.line.lead
        await pilot.press("f")
        assert all("✓" not in one.lead for one in result.list._lines)
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, Reading))
        await pilot.press("escape", "s")
        await settled(pilot, lambda: "Turns caught" in on_screen(pilot))
        await pilot.press("escape", "w")
        assert (made.drill.folder / "demo-1-result.md").read_text().count("wrong speaker") == 1
        assert (made.drill.folder / "demo-1-result.docx").exists()
    assert read_all(kept.folder) == before


async def test_the_turn_is_said_again_skipped_ended_and_pauses_stand_still(
    kept: Session, drills: Path
) -> None:
    made = ready(drills, kept, "desk", speed=1.0)
    async with DrillApp(settings_of(kept), made).run_test(size=(120, 40)) as pilot:
        screen = await opened(pilot)
        player = screen.player
        await pilot.press("f5")
        assert player.begun == 1
        at = next(place for place, one in enumerate(player.turns, 1) if one.words) - 1
        for _ in range(at):
            await pilot.press("f5")
        turn = player.turn
        assert turn is not None
        assert turn.words.startswith("asks that")
        player.advance(1.0)
        said = player.words
        assert said.endswith("…")
        assert len(said) < len(turn.words)
        await pilot.press("f3")
        assert not player.advance(30.0)
        assert player.words == said
        assert "PAUSED" in on_screen(pilot)
        await pilot.press("f4")
        assert player.playing
        assert len(player.words) <= len(said)
        assert player.turn is turn
        await pilot.press("alt+y")
        assert player.speed == 1.5
        await pilot.press("alt+e")
        assert player.is_over
    assert not last_of(drills, kept).goes_on


async def test_what_was_left_goes_on_where_it_was_and_what_is_over_begins_anew(
    kept: Session, drills: Path
) -> None:
    made = ready(drills, kept, "desk")
    async with DrillApp(settings_of(kept), made).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        await pilot.press("f5", "f5", "f5")
        await typed(pilot, screen, LINES[0])
    again = ready(drills, kept, "desk")
    assert again.goes_on
    assert again.drill.folder == made.drill.folder
    async with DrillApp(settings_of(kept), again).run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert screen.player.begun == 3
        assert not screen.player.playing
        assert screen.judged().summary.lines == 1
        screen.player.end()
    assert not ready(drills, kept, "desk").goes_on
    other = ready(drills, kept, "desk", Span(until="23:59"))
    assert other.drill.folder.name == "demo-3"


def test_the_practice_session_is_one_by_name_and_lies_where_no_library_looks(
    kept: Session, drills: Path
) -> None:
    made: Ready = ready(drills, kept, "desk")
    record = Session(made.drill.practice).record
    assert record.meeting.facts["title"].startswith("PRACTICE")
    assert record.meeting.facts["numbers"].startswith("PRACTICE ")
    kinds = {type(entry.what).__name__ for entry in record.entries}
    assert kinds <= {"MeetingFact", "Delegation", "Body", "AgendaItem", "DraftPlan", "Provenance"}
    assert {one.what.field for one in record.entries if isinstance(one.what, MeetingFact)} >= {
        "title", "source", "numbers"
    }  # fmt: skip
    assert session_names(kept.folder.parent) == ["demo"]
    assert not made.drill.folder.is_relative_to(kept.folder.parent)
    library = Library(kept.folder.parent)
    library.refresh()
    assert "practice" not in (kept.folder.parent / "library.json").read_text()


async def test_it_is_one_key_from_the_library_and_leads_back_there(
    kept: Session, drills: Path
) -> None:
    async with PlenaryApp(settings_of(kept)).run_test(size=(80, 24)) as pilot:
        library = pilot.app.screen
        assert isinstance(library, LibraryScreen)
        await settled(pilot, lambda: library.chosen is not None)
        await pilot.press("alt+d")
        await settled(pilot, lambda: "you keep the record" in on_screen(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, DrillScreen))
        await opened(pilot)
        await pilot.press("ctrl+o")
        await settled(pilot, lambda: pilot.app.screen is library)
    assert (drills / "demo-1").is_dir()
