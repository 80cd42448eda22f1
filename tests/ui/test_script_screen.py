"""The Chair's script in the room: it follows the record, and each way out records its line."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.documents.script.parts import Step, Way
from plenary_tui.record import kinds as k
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.pages.script import Place, page
from plenary_tui.ui.screens import script as module
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.screens.script import ScriptScreen
from tests.store.sessions import clock, new_session, record
from tests.ui.stage import FullDisk, app_on, room_of, settled

from .test_room import shown


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test presses its keys on purpose, however fast."""
    monkeypatch.setattr(module, "TWICE", 0.0)


@asynccontextmanager
async def script_of(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], RoomScreen, ScriptScreen]]:
    """Open the room and its script."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        await pilot.press("f5")
        await settled(pilot, lambda: isinstance(app.screen, ScriptScreen))
        screen = app.screen
        assert isinstance(screen, ScriptScreen)
        await settled(pilot, lambda: bool(screen.place.steps))
        yield pilot, room, screen
        app.flush()


def now_at(screen: ScriptScreen, step: str) -> Callable[[], bool]:
    """Whether a step is the present one, and looked at."""
    return lambda: bool(screen.place.step and screen.place.step.id == step and not screen.place.at)


def last(folder: Path) -> k.Kind:
    return Session(folder).record.entries[-1].what


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_present_phrase_and_every_way_out_are_on_the_screen(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = new_session(tmp_path / "demo", "Proposal NV: We meet every month.",
                         "Objection TR: too often")  # fmt: skip
    async with script_of(folder, size) as (pilot, _, screen):
        await settled(pilot, lambda: "NOW" in shown(pilot))
        text = shown(pilot)
        said = " ".join(text.split())
        for wanted in ("Script for the Chair", "Tarn: an objection to P1 stands", "every month",
                       "There is no consensus on it as it stands.", "1 Objection withdrawn P1 TR",
                       "I thank Tarn for the flexibility.", "Suspended: for consultations",
                       "Deferred P1: …", "Chair's statement: …", "After this",
                       "Esc room"):  # fmt: skip
            assert wanted in said, wanted
        assert "decided" not in said
        assert max(map(len, text.splitlines())) <= size[0]
        assert screen.body.max_scroll_y == 0


async def test_a_way_out_is_recorded_and_the_script_goes_on_by_itself(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Proposal NV: We meet.", "Objection TR: no")
    async with script_of(folder) as (pilot, _, screen):
        assert now_at(screen, "objection")()
        await pilot.press("1")
        await settled(pilot, now_at(screen, "call"))
        await settled(pilot, lambda: "If I hear no objection, it is so decided." in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, now_at(screen, "invite"))
    outcome = last(folder)
    assert isinstance(outcome, k.Outcome) and outcome.state == "adopted"


async def test_what_another_station_records_moves_the_script(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    async with script_of(folder) as (pilot, _, screen):
        await pilot.press("pagedown")
        record(
            folder, "annex", ["Point of order TR: the quorum"], now=clock(start="2018-06-19T11:00")
        )
        await settled(pilot, now_at(screen, "point_of_order"))
        assert "rule on it now" in shown(pilot)


async def test_a_line_that_is_not_whole_is_begun_in_the_room(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Proposal NV: We meet.", "Objection TR: no")
    async with script_of(folder) as (pilot, room, screen):
        step = screen.place.step
        assert step is not None
        place = next(n for n, way in enumerate(step.ways, 1) if way.id == "deferred")
        await pilot.press(str(place))
        await settled(pilot, lambda: pilot.app.screen is room)
        assert room.capture.text == "Deferred P1: "


async def test_a_letter_goes_to_the_room_and_what_stood_there_stays(tmp_path: Path) -> None:
    async with script_of(new_session(tmp_path / "demo")) as (pilot, room, _):
        room.capture.insert("NV: half a sen")
        await pilot.press("t")
        await settled(pilot, lambda: pilot.app.screen is room)
        assert room.capture.text == "NV: half a sent"


async def test_the_script_speaks_french_and_remembers_it(tmp_path: Path) -> None:
    async with script_of(new_session(tmp_path / "demo")) as (pilot, _, _):
        await pilot.press("f2")
        await settled(pilot, lambda: "Le débat est ouvert" in shown(pilot))
        await pilot.press("escape", "f5")
        await settled(pilot, lambda: "Le débat est ouvert" in shown(pilot))


async def test_a_second_press_by_mistake_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_session(tmp_path / "demo", "q+ OS, GDA")
    async with script_of(folder) as (pilot, room, screen):
        known = room.view.entries
        monkeypatch.setattr(module, "TWICE", 30.0)
        screen._moved_at = 0.0
        await pilot.press("1", "1")
        await settled(pilot, lambda: room.view.entries > known)
        await settled(pilot, lambda: "press it again" in shown(pilot))
        await pilot.press("1")
        await pilot.pause(0.1)
        assert room.view.entries == known + 1


async def test_a_disk_that_refuses_is_said_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_session(tmp_path / "demo", "q+ OS")
    disk = FullDisk()
    original = Conductor.__init__
    monkeypatch.setattr(
        Conductor, "__init__",
        lambda self, *args, **kwargs: original(self, *args, **{**kwargs, "disk": disk}),
    )  # fmt: skip
    async with script_of(folder) as (pilot, _, screen):
        disk.full = True
        await pilot.press("1")
        await settled(pilot, lambda: screen.has_class("-alarmed"))
        assert "space" in shown(pilot).splitlines()[1]
        disk.full = False


async def test_in_camera_is_said_over_the_script(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "In camera:")
    async with script_of(folder) as (pilot, _, screen):
        assert "IN CAMERA" in shown(pilot).splitlines()[0]
        assert screen.has_class("-closed")


def test_the_place_is_kept_while_the_step_stands_and_left_when_another_is_due() -> None:
    one, two, three = (Step(name, name, "say", ways=(Way("a", "A", ""), Way("b", "B", "")))
                       for name in ("one", "two", "three"))  # fmt: skip
    place = Place()
    place.put((one, two, three))
    place.go(2)
    place.choose(1)
    assert not place.put((one, three))
    assert (place.step, place.way) == (three, 1)
    assert place.put((two, one, three))
    assert (place.step, place.way) == (two, 0)
    assert place.numbered("2") == two.ways[1] and place.numbered("3") is None
    assert page(Place(), 80, 20) == []
