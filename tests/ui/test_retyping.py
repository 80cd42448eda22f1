"""A refused line that is typed again is about the text it was about, whatever is on the floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.record import kinds as k
from plenary_tui.ui.pages.points import points
from tests.record.rooms import in_session
from tests.store.sessions import new_session
from tests.ui.stage import settled

from .test_room import shown
from .test_worklist import answer, kept, walking

OBJECTED = ("Proposal NV: One", "Proposal NV: Two", "Objection TR: never", "Adopted:")


def outcomes(folder: Path) -> list[tuple[str, str]]:
    record = kept(folder)
    return [
        (record.meeting.texts[one.what.target].label, one.what.state)
        for one in record.entries if isinstance(one.what, k.Outcome)
    ]  # fmt: skip


async def test_a_refused_gavel_is_offered_for_the_text_of_its_moment(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *OBJECTED, "Objection withdrawn TR:",
                         "Proposal OS: Three")  # fmt: skip
    async with walking(folder, 1) as (pilot, _, screen):
        assert "It was about P2, which is still open." in shown(pilot)
        await pilot.press("enter")
        assert screen.editor.text == "Adopted P2:"
        await pilot.press("enter")
        await settled(pilot, lambda: not screen.walk.points)
    assert outcomes(folder) == [("P2", "adopted")]


async def test_what_was_decided_since_is_done_with_enter(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *OBJECTED, "Objection withdrawn TR:", "Adopted:",
                         "Proposal OS: Three")  # fmt: skip
    async with walking(folder, 1) as (pilot, _, screen):
        assert "P2 was adopted since" in shown(pilot)
        assert "done: what it is about is decided" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot, lambda: not screen.walk.points)
    assert outcomes(folder) == [("P2", "adopted")]
    assert isinstance(kept(folder).entries[-1].what, k.Done)


async def test_a_line_about_no_text_does_not_fall_on_the_next_one(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Withdrawn:", "Adopted:", "Proposal OS: Three")
    known = len(kept(folder).entries)
    async with walking(folder, 2) as (pilot, _, screen):
        await pilot.press("pagedown", "enter", "enter")
        assert "name the one it is about" in shown(pilot)
        assert len(kept(folder).entries) == known
        await pilot.press("escape")
        await answer(pilot, screen, "enter", "Adopted P1:")
        await settled(pilot, lambda: len(screen.walk.points) == 1)
    assert outcomes(folder) == [("P1", "adopted")]


async def test_the_line_can_still_be_typed_again_where_done_comes_first(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", *OBJECTED, "Deferred: Plenary", "Proposal OS: Three")
    async with walking(folder, 1) as (pilot, _, screen):
        assert "P2 was deferred since" in shown(pilot)
        screen.do_correct()
        assert screen.editor.text == "Adopted P2:"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("Adopted as 2027/3: with thanks", "Adopted P2 as 2027/3: with thanks"),
     ("Agreed:", "Agreed P2:"), ("09:01 Adopted ad ref:", "09:01 Adopted P2 ad ref:"),
     ("Adopted P1:", "Adopted P1:")],
)  # fmt: skip
def test_the_reference_goes_where_a_line_has_room_for_it(typed: str, offered: str) -> None:
    room = in_session(OBJECTED[0], OBJECTED[2], *OBJECTED[1:3], typed, "Proposal OS: Three")
    (point,) = [one for one in points(room.record) if one.what == "refused"]
    assert point.line == offered
