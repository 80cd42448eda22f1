"""What delegations ask for, on a screen: settled by one key each, received from a file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.word import word
from plenary_tui.documents.workshop.issuing import issue_command
from plenary_tui.documents.workshop.snapshot import issued_draft
from plenary_tui.record.kinds import ChangeAsked, DraftReceived, ParagraphRef, Remarked
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from plenary_tui.ui.drafting.amendments import Composer, meter
from plenary_tui.ui.screens.amendments import AmendmentsScreen
from plenary_tui.ui.screens.draft import DraftScreen
from plenary_tui.ui.screens.receive_file import ReceiveFile
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled

from .test_room import shown

LINES = (
    "Proposal NV: The sub-team meets monthly.",
    "Adopted:",
    "Proposal OS: A fund for training is set up by May.",
    "Adopted:",
)
MONTHLY, FUND = "The sub-team meets monthly.", "A fund for training is set up by May."


def prepared(folder: Path) -> Path:
    """Make a session whose version 1 went out; return the version's file."""
    new_session(folder)
    session = Session(folder)
    with Capture(session, "desk", live=True) as capture:
        for line in LINES:
            answer = capture.take(line)
            assert answer is not None and answer.verdict == "ok", answer
        view = workshop(session.record, datetime.now().astimezone())
        capture.enter(issue_command(view, record=session.hash()))
    meeting = session.record.meeting
    file = folder.parent / "draft-1.docx"
    file.write_bytes(word(issued_draft(meeting, session.name, meeting.drafts.versions[0])))
    return file


def asked(folder: Path, who: str, *changes: tuple[str, str, bool]) -> None:
    """Record what a delegation asks for: words of a paragraph, those in their place, surely."""
    session = Session(folder)
    paragraphs = workshop(session.record, datetime.now().astimezone()).paragraphs.values()
    found = []
    for old, new, sure in changes:
        one = next(one for one in paragraphs if old in one.text and one.number)
        found.append(ChangeAsked(
            paragraph=ParagraphRef.of(one.id), now=one.text.replace(old, new), sure=sure,
            comments=() if old != new else (Remarked(author="User", text="Why?"),),
        ))  # fmt: skip
    version = session.record.meeting.drafts.versions[0]
    with Capture(session, "desk", live=True) as capture:
        capture.enter(DraftReceived(target=version.id, who=(who,), changes=tuple(found)))


def texts(folder: Path) -> str:
    """Return how the draft reads."""
    view = workshop(Session(folder).record, datetime.now().astimezone())
    return "\n".join(one.text for one in view.paragraphs.values())


@asynccontextmanager
async def on_screen(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], AmendmentsScreen]]:
    """Show the amendments over the room until the block ends."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0 and bool(room.names))
        await pilot.press("alt+e")
        await settled(pilot, lambda: isinstance(pilot.app.screen, AmendmentsScreen))
        screen = pilot.app.screen
        assert isinstance(screen, AmendmentsScreen)
        await settled(pilot, lambda: screen.view is not None)
        yield pilot, screen
        app.flush()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_each_is_settled_by_one_key_and_the_totals_follow(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    asked(folder, "NV", ("monthly", "yearly", True), ("by May", "by June", True))
    asked(folder, "OS", ("by May", "at once", True))
    async with on_screen(folder, size) as (pilot, screen):
        await settled(pilot, lambda: "0 of 3 settled · open: NV 2, OS 1" in shown(pilot))
        assert "▸" in shown(pilot) and "Novaria: other words · version 1" in shown(pilot)
        assert max(map(len, shown(pilot).splitlines())) <= size[0]
        await pilot.press("a")
        await settled(pilot, lambda: "1 of 3 settled · open: NV 1, OS 1" in shown(pilot))
        assert "✓ Accepted: NV, other words" in shown(pilot)
        await pilot.press("b")
        await settled(pilot, lambda: "2 of 3 settled · open: OS 1" in shown(pilot))
        await pilot.press("r")
        screen.editor.insert("No mandate.")
        await pilot.press("enter")
        await settled(pilot, lambda: "3 of 3 settled · nothing is open" in shown(pilot))
        assert "refused: No mandate." in " ".join(shown(pilot).split())
    said = texts(folder)
    assert "The sub-team meets yearly." in said
    assert "[May] [Alternative: June]" in said and "at once" not in said


async def test_an_act_is_taken_back(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    asked(folder, "NV", ("monthly", "yearly", True))
    async with on_screen(folder) as (pilot, _):
        await pilot.press("a")
        await settled(pilot, lambda: "1 of 1 settled" in shown(pilot))
        await pilot.press("u")
        await settled(pilot, lambda: "0 of 1 settled" in shown(pilot))
        await pilot.press("u")
        await settled(pilot, lambda: "came back since" in " ".join(shown(pilot).split()))
    assert MONTHLY in texts(folder)


async def test_a_match_by_similar_words_is_confirmed_or_put_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    asked(folder, "NV", ("monthly", "yearly", False))
    async with on_screen(folder) as (pilot, screen):
        await settled(pilot, lambda: "Found by similar words" in shown(pilot))
        await pilot.press("a")
        await settled(pilot, lambda: "confirm first" in shown(pilot))
        await pilot.press("c")
        number = screen.editor.text
        screen.editor.put("99")
        await pilot.press("enter")
        await settled(pilot, lambda: "There is no paragraph 99" in shown(pilot))
        screen.editor.put(number)
        await pilot.press("enter")
        await settled(pilot, lambda: "Found by similar words" not in shown(pilot))
        await pilot.press("a")
        await settled(pilot, lambda: "1 of 1 settled" in shown(pilot))
    assert "meets yearly" in texts(folder)


async def test_escape_leaves_the_reason_and_then_the_screen(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    asked(folder, "NV", ("monthly", "yearly", True))
    async with on_screen(folder) as (pilot, screen):
        await pilot.press("r", "a", "b", "escape")
        assert screen.view is not None and screen.view.amendments[0].state == "open"
        await pilot.press("escape")
        await settled(pilot, lambda: pilot.app.screen is screen.room)


async def test_a_comment_is_noted(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    asked(folder, "NV", ("monthly", "monthly", True))
    async with on_screen(folder) as (pilot, _):
        await settled(pilot, lambda: "✎ User: Why?" in shown(pilot))
        await pilot.press("a")
        await settled(pilot, lambda: "✓ noted" in shown(pilot))


async def test_enter_shows_the_paragraph_in_the_draft(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    asked(folder, "OS", ("by May", "by June", True))
    async with on_screen(folder) as (pilot, screen):
        paragraph = screen.left.selected
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        draft = pilot.app.screen
        assert isinstance(draft, DraftScreen)
        await settled(pilot, lambda: draft.selected == paragraph)
        await pilot.press("r")
        await settled(pilot, lambda: isinstance(pilot.app.screen, AmendmentsScreen))
        await settled(pilot, lambda: "Ostrava Sea: other words" in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: pilot.app.screen is draft)


async def test_a_file_is_received_once_its_sender_is_chosen(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    file = prepared(folder)
    from tests.commands.test_versions import altered

    altered(file, b"meets monthly", b"meets yearly").rename(file)
    async with on_screen(folder) as (pilot, _):
        await settled(pilot, lambda: "Nothing came back yet" in shown(pilot))
        await pilot.press("f2")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ReceiveFile))
        pilot.app.screen.query_one("#file", PlainInput).value = str(tmp_path / "absent.docx")
        await pilot.press("enter")
        await settled(pilot, lambda: "cannot be read" in shown(pilot))
        pilot.app.screen.query_one("#file", PlainInput).value = str(file)
        await pilot.press("enter")
        await settled(pilot, lambda: "Who sent draft-1.docx?" in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: "does not say who sent it" in shown(pilot))
        await pilot.press("o", "s", "enter")
        await settled(pilot, lambda: "asks for 1 change in version 1" in shown(pilot))
        assert not Session(folder).record.meeting.drafts.received
        await pilot.press("enter")
        await settled(pilot, lambda: "0 of 1 settled · open: OS 1" in shown(pilot))
        await pilot.press("f2")
        await settled(pilot, lambda: isinstance(pilot.app.screen, ReceiveFile))
        pilot.app.screen.query_one("#file", PlainInput).value = str(file)
        await pilot.press("enter")
        await settled(pilot, lambda: "Who sent" in shown(pilot))
        await pilot.press("o", "s", "enter")
        await settled(pilot, lambda: "was recorded before" in shown(pilot))
    (entry,) = Session(folder).record.meeting.drafts.received
    assert isinstance(entry.what, DraftReceived) and entry.what.who == ("OS",)


def test_the_totals_never_take_more_than_two_lines(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    prepared(folder)
    for number in range(30):
        asked(folder, f"X{number}", ("monthly", f"{number} times", True))
    view = Composer()(Session(folder).record, datetime.now().astimezone())
    for width in (20, 78, 300):
        lines = ["".join(text for text, _ in line) for line in meter(view, width)]
        assert len(lines) <= 2 and all(len(line) <= width for line in lines)
        assert lines[0].startswith("0 of 30 settled")
