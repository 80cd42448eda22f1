"""The walk through the worklist: each kind of point, what is recorded, what the disk refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.record import kinds as k
from plenary_tui.record.history import Record
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.screens.worklist import WorklistScreen
from tests.store.sessions import clock, new_session, record
from tests.ui.stage import FullDisk, app_on, room_of, settled

from .test_room import shown


@asynccontextmanager
async def walking(
    folder: Path, points: int, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], RoomScreen, WorklistScreen]]:
    """Open the room and its worklist, which has so many points."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await pilot.press("f10")
        await settled(pilot, lambda: isinstance(app.screen, WorklistScreen))
        screen = app.screen
        assert isinstance(screen, WorklistScreen)
        await settled(pilot, lambda: len(screen.walk.points) == points)
        yield pilot, room, screen
        app.flush()


async def answer(pilot: Pilot[None], screen: WorklistScreen, key: str, typed: str) -> None:
    """Ask for an answer, type it in place of what stands there, and enter it."""
    await pilot.press(key)
    screen.editor.put("")
    screen.editor.insert(typed)
    await pilot.pause()
    await pilot.press("enter")


def left(screen: WorklistScreen) -> list[str]:
    return [point.what for point in screen.walk.points]


def kept(folder: Path) -> Record:
    return Session(folder).record


async def test_the_words_are_corrected_and_the_point_is_done(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: before", "NV: welcomes the reprot", "?wording",
                         "OS: after", "OS: and more")  # fmt: skip
    async with walking(folder, 1) as (pilot, _, screen):
        assert "1 of 1" in shown(pilot)
        for text in ("confirm the wording", "before", "▸ ", "welcomes the reprot", "and more"):
            assert text in shown(pilot)
        await pilot.press("enter")
        assert screen.editor.text == "welcomes the reprot"
        await pilot.press(*["backspace"] * 3, *"ort", "enter")
        await settled(pilot, lambda: not screen.walk.points)
        assert "Nothing is open" in shown(pilot)
    record = kept(folder)
    assert any(
        getattr(record.reads(one.id).what, "text", "") == "welcomes the report"
        for one in record.entries
    )
    assert [type(one.what) for one in record.entries[-2:]] == [k.Correction, k.Done]


async def test_an_unknown_speaker_is_named_from_the_roster(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "???: asks for the floor", "Foo Bar: mumbles")
    async with walking(folder, 2) as (pilot, _, screen):
        await answer(pilot, screen, "enter", "dealers")
        await settled(pilot, lambda: left(screen) == ["unlisted speaker"])
        await settled(pilot, lambda: "the speaker is Gem Dealers" in shown(pilot))
        await answer(pilot, screen, "enter", "nv")
        await settled(pilot, lambda: not screen.walk.points)
    said = {speech.text: speech.what.speaker for speech in kept(folder).meeting.speeches.values()}
    assert said == {"asks for the floor": "GDA", "mumbles": "NV"}


async def test_a_line_that_was_refused_is_typed_again_at_its_own_time(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Proposal NV: We meet monthly", "Adopted P9:")
    refused = kept(folder).entries[-1]
    async with walking(folder, 1) as (pilot, _, screen):
        await answer(pilot, screen, "enter", "Adopted P1:")
        await settled(pilot, lambda: not screen.walk.points)
    adopted = next(one for one in kept(folder).entries if isinstance(one.what, k.Outcome))
    assert adopted.happened.replace(microsecond=0) == refused.happened.replace(microsecond=0)


async def test_what_is_refused_again_is_on_the_list_as_it_was_typed_last(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Adopted P9:")
    async with walking(folder, 1) as (pilot, _, screen):
        await answer(pilot, screen, "enter", "Adopted P8:")
        await settled(pilot, lambda: "P8" in " ".join(one.line for one in screen.walk.points))
        await settled(pilot, lambda: len(screen.walk.points) == 1)
        assert "refused" in shown(pilot)


async def test_a_private_note_can_become_what_the_meeting_noted(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Proposal NV: We meet", "Note: the proposal")
    async with walking(folder, 1) as (pilot, _, screen):
        assert "was it “Noted:”?" in shown(pilot)
        await pilot.press("enter", "enter")
        await settled(pilot, lambda: not screen.walk.points)
    assert next(iter(kept(folder).meeting.texts.values())).state == "noted"


async def test_points_are_ticked_off_noted_or_left_and_the_end_says_what_is_left(
    tmp_path: Path,
) -> None:
    folder = new_session(tmp_path / "demo", "NV: one", "?missed", "OS: two", "?name", "OS: three",
                         "?missed", "OS: four", "?name")  # fmt: skip
    async with walking(folder, 4) as (pilot, _, screen):
        await pilot.press("f2")
        await settled(pilot, lambda: len(screen.walk.points) == 3)
        await answer(pilot, screen, "f3", "asked at the break")
        await settled(pilot, lambda: len(screen.walk.points) == 2)
        await pilot.press("pagedown", "right")
        assert "2 points are left for later" in shown(pilot)
        await pilot.press("left", "pageup")
        assert "1 of 2" in shown(pilot)
    notes = [one.what.text for one in kept(folder).entries if isinstance(one.what, k.Done)]
    assert notes == ["", "asked at the break"]


@pytest.mark.parametrize("way", ["settle", "take back"])
async def test_a_conflict_is_shown_with_both_sides_and_ends_by_an_entry(
    tmp_path: Path, way: str
) -> None:
    folder = new_session(tmp_path / "demo", "Rapporteur: Ana", "Proposal NV: We meet", "Adopted:")
    late = clock(start="2018-06-19T11:00")
    record(folder, "annex", ["Rapporteur: Ben", "Noted P1:"], live=False, now=late)
    async with walking(folder, 1) as (pilot, _, screen):
        for text in ("adopted, then noted", "antwerp, Ana", "annex, Ben", "P1 adopted", "P1 noted",
                     "11:00:0"):  # fmt: skip
            assert text in shown(pilot)
        assert "F2     done" not in shown(pilot), "it has to be settled"
        if way == "settle":
            await answer(pilot, screen, "enter", "it was adopted; the annex misheard")
        else:
            await pilot.press("up")
            assert "take the first side back" in shown(pilot)
            await pilot.press("down", "f8")
        await settled(pilot, lambda: not screen.walk.points)
    record_kept = kept(folder)
    assert all(one.settled for one in record_kept.meeting.conflicts)
    last = record_kept.entries[-1].what
    assert isinstance(last, k.Settled if way == "settle" else k.Retraction)


async def test_it_follows_the_record_and_stays_where_it_is(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: one", "?missed", "OS: two", "?name")
    async with walking(folder, 2) as (pilot, _, screen):
        await pilot.press("pagedown")
        record(folder, "annex", ["???: from the other room"], now=clock(start="2018-06-19T09:00"))
        await settled(pilot, lambda: len(screen.walk.points) == 3)
        assert screen.walk.point is not None and screen.walk.point.what == "check the name"


async def test_a_letter_goes_back_to_the_room_and_is_typed_there(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: one", "?missed", "OS: two", "?name")
    async with walking(folder, 2) as (pilot, room, _):
        await pilot.press("pagedown", "d")
        assert pilot.app.screen is room
        assert room.capture.text == "d"
        await pilot.press("f10")
        await settled(pilot, lambda: "2 of 2" in shown(pilot))
    assert not any(isinstance(one.what, k.Done) for one in kept(folder).entries)


async def test_a_failing_disk_says_so_there_and_keeps_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_session(tmp_path / "demo", "NV: welcomes the reprot", "?wording")
    disk = FullDisk()
    original = Conductor.__init__
    monkeypatch.setattr(
        Conductor, "__init__",
        lambda self, *args, **kwargs: original(self, *args, **{**kwargs, "disk": disk}),
    )  # fmt: skip
    async with walking(folder, 1) as (pilot, room, screen):
        disk.full = True
        await answer(pilot, screen, "enter", "welcomes the report")
        await settled(pilot, lambda: screen.alarm.display)
        assert "space" in shown(pilot).splitlines()[1]
        assert screen.editor.text == "welcomes the report"
        assert not len(room.outbox) and room.capture.text == ""
        disk.full = False
        await pilot.press("enter")
        await settled(pilot, lambda: not screen.walk.points)
        assert not screen.alarm.display
    assert [type(one.what) for one in kept(folder).entries[-2:]] == [k.Correction, k.Done]


async def test_what_is_typed_there_is_on_disk_as_the_room_s_own_is(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "NV: one", "?missed")
    typing = folder / "typing" / "desk"
    async with walking(folder, 1) as (pilot, _, screen):
        await pilot.press("f3")
        screen.editor.insert("asked at the br")
        await settled(pilot, lambda: typing.exists() and "asked at the br" in typing.read_text())
        await pilot.press("escape")
        await settled(pilot, lambda: "asked" not in typing.read_text())


async def test_who_chairs_a_body_is_said_by_a_code(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    record(folder, "antwerp", ["Delegation KE: Keldia; Participant",
                               "Body WGM: Working Group; vice-chair KE", "Agenda 1: Opening",
                               "? name the chair of WGM; the last one known is NV (2024)",
                               "? the meeting has no dates"])  # fmt: skip
    async with walking(folder, 2) as (pilot, _, screen):
        await pilot.press("enter")
        assert screen.editor.text == "Body WGM: Working Group; vice-chair KE; chair "
        screen.editor.insert("KE")
        await pilot.pause()
        await pilot.press("enter")
        await settled(pilot, lambda: len(screen.walk.points) == 1)
        await pilot.press("enter")
        assert screen.editor.text == "Dates: "
    body = kept(folder).meeting.roster.body_on("WGM", None)
    assert body is not None and (body.chair, body.vice_chair) == ("KE", "KE")


async def test_two_wordings_of_one_paragraph_are_shown_in_full(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Opening OS: we meet again")
    long = "The Plenary heard of all that was done since the last time, in the order in which "
    for at, (station, end) in enumerate((("antwerp", "it began."), ("annex", "it ended."))):
        text = k.ParagraphText(ref=k.ParagraphRef(section="opening", source="antwerp-1"),
                               text=long + end)  # fmt: skip
        edit = k.DraftEdit(act="edited", paragraphs=(text,))
        told = edit.model_dump_json(exclude_defaults=True, include={"act", "paragraphs"})
        record(
            folder,
            station,
            [f".draft_edit {told}"],
            live=False,
            now=clock(start=f"2018-06-19T11:0{at}"),
        )
    async with walking(folder, 1) as (pilot, _, _screen):
        assert "it began." in shown(pilot) and "it ended." in shown(pilot)
