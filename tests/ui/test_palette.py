"""The palette finds what people call by its name, and begins lines that the notation takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.ui.actions import LIBRARY, ROOM
from plenary_tui.ui.actions.phrases import ALSO, Phrase, phrases
from plenary_tui.ui.seen.picture import room_view
from plenary_tui.ui.seen.views import RoomView
from tests.record.rooms import Room, in_session
from tests.store.sessions import new_session
from tests.ui.stage import settled
from tests.ui.test_room import enter, in_room, shown

_PROPOSED = ("Proposal NV: We meet.", "Amendment OS: twice", "Objection TR: no",
             "Point of order KE: the order")  # fmt: skip
_ENDS = {
    "Silence: until ": "2030-01-01 18:00 CET",
    "Objection withdrawn ": "TR",
    "Amendment accepted": "",
    "In camera:": "",
    "Open session:": "",
    "Proposal ": "NV: words",
    "Action ": "NV: words by 2030-01-01",
}


def view_of(room: Room) -> RoomView:
    return room_view(room.record, room.station, room.now)


def lines_of(room: Room) -> list[str]:
    return [one.line for one in phrases(view_of(room))]


@pytest.mark.parametrize("before", [(), _PROPOSED, ("Proposal NV: We meet.",), ("In camera:",)])
def test_every_line_that_is_offered_is_taken_once_it_is_whole(before: tuple[str, ...]) -> None:
    for phrase in phrases(view_of(in_session(*before))):
        room = in_session(*before)
        taken = room(phrase.line + _ending(phrase))
        assert taken.verdict == "ok", (phrase, taken)
        assert taken.entry.what.kind not in ("narrative", "intervention"), phrase


def _ending(phrase: Phrase) -> str:
    return _ENDS.get(phrase.line, "words" if ":" in phrase.line else "KE: words")


def test_what_does_not_apply_is_not_offered() -> None:
    quiet, disputed = lines_of(in_session()), lines_of(in_session(*_PROPOSED))
    assert "Objection " not in quiet and "Objection " in disputed
    assert "Adopted: " in quiet and "Adopted: " not in disputed
    assert "In camera:" in quiet and "Open session:" not in quiet
    closed = lines_of(in_session("In camera:"))
    assert "Open session:" in closed and "In camera:" not in closed


def test_other_words_belong_to_actions_that_exist() -> None:
    assert {*ALSO} <= {one.id for one in (*ROOM, *LIBRARY)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("in camera", "In camera:"), ("adopt", "Adopted:"), ("proposal", "Proposal …"),
        ("objection", "Objection …"), ("amendment", "Amendment …"), ("bracket", "Bracket …"),
        ("undo", "take back:"), ("retract", "take back:"), ("ruling", "Ruling:"),
        ("reply", "Reply …"), ("silence", "Silence:"),
    ],
)  # fmt: skip
async def test_the_words_people_use_find_it(tmp_path: Path, typed: str, found: str) -> None:
    folder = new_session(tmp_path / "demo", "Opened:")
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Proposal NV: We meet.")
        await pilot.press("ctrl+p", *("space" if key == " " else key for key in typed))
        await settled(pilot, lambda: found in shown(pilot))


async def test_a_line_of_the_palette_stands_in_the_capture_line(tmp_path: Path) -> None:
    async with in_room(new_session(tmp_path / "demo", "Opened:")) as (pilot, room):
        await settled(pilot, lambda: room.view.is_open)
        room.capture.insert("NV: half a sen")
        known = room.view.entries
        await pilot.press("ctrl+p", *"ruling")
        await settled(pilot, lambda: "what the Chair rules" in shown(pilot))
        await pilot.press("down", "enter")
        await settled(pilot, lambda: room.capture.text == "Ruling: ")
        assert room.view.entries == known
        await pilot.press("escape")
        assert room.capture.text == "NV: half a sen"
