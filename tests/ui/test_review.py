"""The review screen: countdown, corrections by delegation, each key, what a rule refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.documents.review import stage_of
from plenary_tui.documents.review.corrections import Asked, ask_of_entry, ask_of_paragraph, asked
from plenary_tui.documents.versions import issue
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Kind, Review
from plenary_tui.store.capture import Capture
from plenary_tui.store.clock import local_now
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.drafting.review import lines, review_of
from plenary_tui.ui.screens.review import ReviewScreen
from plenary_tui.ui.screens.room import RoomScreen
from tests.store.sessions import new_session
from tests.ui.stage import FullDisk, app_on, room_of, settled

from .test_room import shown


def enter(folder: Path, *commands: Kind) -> None:
    """Enter commands at a station of the session."""
    with Capture(Session(folder), "chairs", live=True) as capture:
        for command in commands:
            answer = capture.enter(command)
            assert answer.verdict == "ok", answer.why


def a_session(folder: Path) -> Path:
    """Make a session with a version under review and three corrections, of two delegations."""
    new_session(folder, "NV: welcomes the reprot", "TR: speaks of coal")
    record = Session(folder).record
    enter(folder, issue(record, "", local_now()))
    record = Session(folder).record
    said = {str(getattr(one.what, "text", "")): one.id for one in record.entries}
    until = local_now() + timedelta(hours=52, minutes=5)
    enter(
        folder,
        Review(act="under_review", target=record.meeting.drafts.versions[-1].id, until=until),
        ask_of_entry(record, "TR", said["speaks of coal"], "coal", "gold", "as read out"),
        ask_of_entry(record, "NV", said["welcomes the reprot"], "reprot", "report", ""),
        ask_of_paragraph(record, "TR", "1", "", "2018", "2019", ""),
    )
    return folder


@asynccontextmanager
async def reviewing(
    folder: Path, corrections: int = 3, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], RoomScreen, ReviewScreen]]:
    """Open the room and the review, which shows so many corrections."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await pilot.press("alt+y")
        await settled(pilot, lambda: isinstance(app.screen, ReviewScreen))
        screen = app.screen
        assert isinstance(screen, ReviewScreen)
        await settled(
            pilot,
            lambda: screen.review is not None and len(screen.review.corrections) == corrections,
        )
        await pilot.pause()
        yield pilot, room, screen
        app.flush()


def kept(folder: Path) -> Record:
    return Session(folder).record


def answered(folder: Path) -> dict[str, Asked]:
    return {one.what.old: one for one in asked(kept(folder))}


async def answer(pilot: Pilot[None], screen: ReviewScreen, key: str, typed: str) -> None:
    """Press a key that asks, type the answer in place of what stands there, and enter it."""
    await pilot.press(key)
    assert screen.asks
    screen.editor.put("")
    screen.editor.insert(typed)
    await pilot.pause()
    await pilot.press("enter")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_shows_the_countdown_and_the_corrections_by_delegation(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with reviewing(a_session(tmp_path / "demo"), size=size) as (pilot, _, screen):
        seen = shown(pilot)
        assert "Version 1 under review: 2 d 4 h left, until " in seen
        assert "3 of 3 corrections open" in " ".join(seen.split())
        assert "Novaria · 1 of 1 open" in seen and "Tarn · 2 of 2 open" in seen
        assert seen.index("Novaria ·") < seen.index("Tarn ·")
        for words in ("reprot", "report", "why: as read out", "▸"):
            assert words in seen
        for key in ("a accept", "r refuse", "n next", "s sign off", "x extract", "i corrigendum",
                    "Esc back"):  # fmt: skip
            assert key in seen
        assert screen.review is not None
        styles = {part for line in lines(screen.review, "", 70)[0] for _, part in line}
        assert {"inserted", "deleted"} <= styles


async def test_accepting_puts_the_words_right_and_goes_on(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    async with reviewing(folder) as (pilot, _, screen):
        first = screen.chosen
        await pilot.press("a")
        await settled(pilot, lambda: "accepted and put right" in shown(pilot))
        await settled(pilot, lambda: screen.review is not None and len(screen.review.waiting) == 2)
        assert screen.chosen != first
        await pilot.press("up", "up", "a")
        await pilot.pause()
        assert f"{first} was accepted already." in shown(pilot)
    assert answered(folder)["reprot"].verdict == "accepted"
    assert any(
        getattr(one.what, "text", "") == "welcomes the report" for one in kept(folder).readings()
    )


async def test_a_paragraph_is_put_right_in_the_draft(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    async with reviewing(folder) as (pilot, _, screen):
        await pilot.press("down", "down", "a")
        await settled(pilot, lambda: screen.review is not None and len(screen.review.waiting) == 2)
    held = kept(folder).meeting.drafts.held
    assert any("2019" in one.text.text for one in held.values())


async def test_a_refusal_needs_its_reason(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    async with reviewing(folder) as (pilot, _, screen):
        await pilot.press("r", "enter")
        await pilot.pause()
        assert screen.asks == "refuse"
        assert "say why" in shown(pilot)
        await pilot.press("escape")
        assert not screen.has_class("-asking")
        await answer(pilot, screen, "r", "it was said so")
        await settled(pilot, lambda: screen.review is not None and len(screen.review.waiting) == 2)
        assert "refused: it was said so" in shown(pilot)
    assert answered(folder)["reprot"].reason == "it was said so"


async def test_words_that_are_gone_are_said_and_can_be_accepted_by_hand(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    target = answered(folder)["reprot"].what.target
    with Capture(Session(folder), "chairs", live=True) as capture:
        capture.take(f"@{target} s/reprot/paper/")
    async with reviewing(folder) as (pilot, _, screen):
        assert "these words do not stand there any more" in shown(pilot)
        await pilot.press("a")
        await settled(pilot, lambda: "does not stand in entry" in shown(pilot))
        assert screen.review is not None and len(screen.review.waiting) == 3
        await pilot.press("h")
        await settled(pilot, lambda: screen.review is not None and len(screen.review.waiting) == 2)
    assert answered(folder)["reprot"].verdict == "accepted"


async def test_the_stages_are_passed_and_a_rule_says_why_not(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    async with reviewing(folder) as (pilot, _, screen):
        before = len(kept(folder).entries)
        await pilot.press("s")
        await settled(pilot, lambda: "Corrections to version 1 may come until" in shown(pilot))
        assert not screen.has_class("-asking"), "no name is asked for before it can be signed"
        await pilot.press("c")
        await settled(pilot, lambda: "closed for corrections since" in shown(pilot))
        await pilot.press("s")
        await settled(pilot, lambda: "3 corrections are open" in shown(pilot))
        assert len(kept(folder).entries) == before + 1
        for left in (2, 1, 0):
            await answer(pilot, screen, "r", "no")
            await settled(pilot, lambda left=left: (  # type: ignore[misc]
                screen.review is not None and len(screen.review.waiting) == left
            ))  # fmt: skip
        await answer(pilot, screen, "s", "Ms Aurel")
        await settled(pilot, lambda: "Version 1 signed off" in shown(pilot))
        await pilot.press("d")
        await settled(pilot, lambda: "Version 1 adopted" in shown(pilot))
        await pilot.press("p")
        await settled(pilot, lambda: "Version 1 published" in shown(pilot))
    drafts = kept(folder).meeting.drafts
    assert stage_of(drafts, local_now()).name == "published"


async def test_the_deadline_is_typed_and_what_is_none_is_said(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    async with reviewing(folder) as (pilot, _, screen):
        await answer(pilot, screen, "u", "soon")
        await pilot.pause()
        assert screen.asks == "under_review" and screen.editor.text == "soon"
        assert "soon is no moment" in shown(pilot)
        await pilot.press("escape")
        await answer(pilot, screen, "u", "2099-06-27 18:00 UTC")
        await settled(pilot, lambda: "until 27 June 2099, 18:00 UTC" in " ".join(
            shown(pilot).split()
        ))  # fmt: skip


async def test_an_extract_and_the_corrigendum_are_written(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    async with reviewing(folder) as (pilot, _, screen):
        await pilot.press("x")
        assert screen.editor.text == "NV"
        await pilot.press("escape")
        await answer(pilot, screen, "x", "Xan")
        await settled(pilot, lambda: "names no one delegation" in shown(pilot))
        await answer(pilot, screen, "x", "tarn")
        await settled(pilot, lambda: len(list((folder / "drafts").glob("*"))) == 2)
        await settled(pilot, lambda: "Written: demo-extract-tr" in shown(pilot))
        await pilot.press("i")
        await settled(pilot, lambda: "Written: demo-corrigendum" in shown(pilot))
    names = sorted(one.name for one in (folder / "drafts").iterdir())
    assert [name.rpartition(".")[2] for name in names] == ["docx", "md", "docx", "md"]
    extract = next(one for one in (folder / "drafts").iterdir() if "extract" in one.name
                   and one.suffix == ".md")  # fmt: skip
    assert "speaks of coal" in (words := extract.read_text(encoding="utf-8"))
    assert "reprot" not in words


async def test_help_says_what_the_signs_mean(tmp_path: Path) -> None:
    async with reviewing(a_session(tmp_path / "demo")) as (pilot, _, _screen):
        await pilot.press("f1")
        await settled(pilot, lambda: "what goes is struck" in " ".join(shown(pilot).split()))
        assert "Type a line" not in shown(pilot)
        said = shown(pilot)
        assert "The notation" not in said, "no line is typed where letters are keys"
        assert said.index("Corrections\n") < said.index("Stages\n") < said.index("Help\n")


async def test_n_goes_to_what_is_open_round_about(tmp_path: Path) -> None:
    async with reviewing(a_session(tmp_path / "demo")) as (pilot, _, screen):
        seen = [screen.chosen]
        for _ in range(3):
            await pilot.press("n")
            seen.append(screen.chosen)
    assert len(set(seen)) == 3
    assert seen[3] == seen[0]


async def test_what_a_full_disk_does_not_take_is_put_back_and_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_session(tmp_path / "demo")
    disk = FullDisk()
    original = Conductor.__init__
    monkeypatch.setattr(
        Conductor, "__init__",
        lambda self, *args, **kwargs: original(self, *args, **{**kwargs, "disk": disk}),
    )  # fmt: skip
    async with reviewing(folder) as (pilot, room, screen):
        disk.full = True
        await answer(pilot, screen, "r", "it was said so")
        await settled(pilot, lambda: screen.alarm.display)
        assert screen.editor.text == "it was said so"
        assert not len(room.outbox) and room.capture.text == ""
        disk.full = False
        await pilot.press("enter")
        await settled(pilot, lambda: screen.review is not None and len(screen.review.waiting) == 2)
        assert not screen.alarm.display
    assert answered(folder)["reprot"].reason == "it was said so"


async def test_without_a_version_there_is_nothing_to_pass(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: speaks")
    async with reviewing(folder, 0) as (pilot, room, screen):
        assert "No version was issued yet" in shown(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "issue one from the draft" in shown(pilot)
        await pilot.press("a", "r")
        assert not screen.has_class("-asking")
        await pilot.press("escape")
        await settled(pilot, lambda: pilot.app.screen is room)
        assert room.capture.text == ""


def test_the_worklist_of_the_room_shows_nothing_of_it(tmp_path: Path) -> None:
    folder = a_session(tmp_path / "demo")
    assert not kept(folder).meeting.worklist
    assert len(review_of(kept(folder)).waiting) == 3
