"""Handing over: the card over the room, a name and Enter, and the card on paper."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from plenary_tui.documents.word.lint import lint
from plenary_tui.record import kinds as k
from plenary_tui.store.session import Session
from plenary_tui.ui.screens.draft import DraftScreen
from plenary_tui.ui.screens.handover import HandoverScreen
from plenary_tui.ui.screens.room import RoomScreen
from tests.store.sessions import new_session, record
from tests.ui.stage import app_on, room_of, settled

from .test_room import shown

LINES = ("Presiding: NV (Ms Moss)", "q+ OS, GDA", "limit 3 min", "Proposal NV: We meet monthly",
         "Objection TR: too often", "NV: it must be so", "?wording")  # fmt: skip


@asynccontextmanager
async def handing_over(
    folder: Path, typed: str = "", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], RoomScreen, HandoverScreen]]:
    """Open the room, type something, and press the one key."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        room.capture.insert(typed)
        await pilot.press("f4")
        await settled(pilot, lambda: isinstance(app.screen, HandoverScreen))
        screen = app.screen
        assert isinstance(screen, HandoverScreen)
        await settled(pilot, lambda: screen.draft is not None)
        yield pilot, room, screen
        app.flush()


async def test_a_name_and_enter_hand_over_and_the_card_says_where_we_are(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    async with handing_over(folder, "OS: half a sentence", (100, 50)) as (pilot, room, screen):
        for text in ("Presiding: Novaria (Ms Moss)", "1 Ostrava Sea, 2 Gem Dealers", "limit 3 min",
                     "We meet monthly", "Objection of Tarn: too often", "confirm the wording",
                     "OS: half a sentence", "Station desk", str(folder)):  # fmt: skip
            assert text in shown(pilot).replace("\n ", " "), text
        screen.editor.insert("Ben Ruiz")
        await pilot.press("enter")
        await settled(pilot, lambda: "Ben Ruiz, at station desk" in shown(pilot))
        assert "✓" in shown(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is room
        assert room.capture.text == "OS: half a sentence"
    last = Session(folder).record.entries[-1].what
    assert isinstance(last, k.Rapporteur) and last.name == "Ben Ruiz"


async def test_the_card_can_be_looked_at_without_handing_over(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    entries = len(Session(folder).record.entries)
    async with handing_over(folder) as (pilot, room, screen):
        await pilot.press("enter")
        assert "without a name nothing is handed over" in shown(pilot)
        top = screen.body.scroll_y
        await pilot.press("pagedown")
        assert screen.body.scroll_y > top
        await pilot.press("escape")
        assert pilot.app.screen is room
    assert len(Session(folder).record.entries) == entries


async def test_one_key_writes_it_as_word_and_markdown_and_says_where(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    async with handing_over(folder) as (pilot, _, _):
        await pilot.press("f2")
        await settled(pilot, lambda: "✓ Written: demo-card-" in shown(pilot))
        assert "demo" in "".join(shown(pilot).split()).partition("Written:")[2]
    made = {path.suffix: path for path in (folder / "drafts").iterdir()}
    assert set(made) == {".docx", ".md"}
    assert not lint(made[".docx"].read_bytes())
    assert "Ostrava Sea" in made[".md"].read_text("utf-8")


async def test_where_it_cannot_be_written_it_says_so(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    (folder / "drafts").write_text("in the way")
    async with handing_over(folder) as (pilot, _, _):
        await pilot.press("f2")
        await settled(pilot, lambda: "The card was not written" in shown(pilot))


async def test_nothing_sealed_is_on_the_card(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES, "In camera:", "NV: PLANTED")
    async with handing_over(folder, "OS: PLANTED", (100, 50)) as (pilot, _, _):
        assert "IN CAMERA" in shown(pilot).splitlines()[0]
        assert "PLANTED" not in shown(pilot)


async def test_card_and_draft_follow_the_record(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *LINES)
    async with handing_over(folder, size=(100, 60)) as (pilot, room, _):
        record(folder, "annex", ["Proposal OS: A fund for mines"])
        await settled(pilot, lambda: "A fund for mines" in shown(pilot))
        await pilot.press("escape", "f3")
        await settled(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        record(folder, "annex", ["Adopted P2:", "Closed:"])
        room.send("Proposal NV: Another matter")
        await settled(pilot, lambda: "Another matter" in shown(pilot))
