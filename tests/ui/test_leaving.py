"""The ways out of a room: back to where it was opened; and help wherever somebody asks for it."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.settings import Settings
from plenary_tui.store.session import Session
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.screens.library import LibraryScreen
from plenary_tui.ui.screens.new_session import NewSession
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled

from .test_room import shown


async def test_a_room_that_the_library_opened_goes_back_to_it(tmp_path: Path) -> None:
    new_session(tmp_path / "demo", "Closed:")
    app = PlenaryApp(Settings(sessions=str(tmp_path), station="desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: "19–20 Jun 2018" in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, RoomScreen))
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        room.capture.insert("not entered yet")
        await pilot.press("ctrl+q")
        await settled(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert (tmp_path / "demo" / "typing" / "desk").read_text() == "not entered yet"
        await pilot.press("ctrl+q")
        await settled(pilot, lambda: not app.is_running or app._exit)


async def test_what_was_put_back_is_said_only_while_it_stands_there(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Closed:")
    (folder / "typing").mkdir(exist_ok=True)
    (folder / "typing" / "desk").write_text("NV")
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        assert "when the program last stopped" in shown(pilot)
        await pilot.press("backspace")
        assert "when the program last stopped" in shown(pilot)
        await pilot.press("backspace")
        await settled(pilot, lambda: "when the program last stopped" not in shown(pilot))
        app.flush()


async def test_from_a_room_that_a_command_opened_the_library_is_one_key_away(
    tmp_path: Path,
) -> None:
    folder = new_session(tmp_path / "demo", "Closed:")
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        first = room_of(pilot)
        await settled(pilot, lambda: first.view.entries > 0)
        known = first.view.entries
        first.send("NV: said before")
        await settled(pilot, lambda: first.view.entries > known)
        await pilot.press("ctrl+o")
        await settled(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert not first.conductor._thread.is_alive(), "another program may record now"
        await settled(pilot, lambda: "19–20 Jun 2018" in shown(pilot))
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(app.screen, RoomScreen))
        again = room_of(pilot)
        await settled(pilot, lambda: again.view.entries > 0)
        known = again.view.entries
        again.send("OS: and after")
        await settled(pilot, lambda: again.view.entries > known)
        await pilot.press("ctrl+q")
        await settled(pilot, lambda: isinstance(app.screen, LibraryScreen))
        app.flush()
    said = [getattr(one.what, "text", "") for one in Session(folder).record.entries]
    assert said[-2:] == ["said before", "and after"]


async def test_a_form_says_what_it_asks_for_and_stays_as_it_was(tmp_path: Path) -> None:
    app = PlenaryApp(Settings(sessions=str(tmp_path), station="desk"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+n", *"abc", "f1")
        await settled(pilot, lambda: "small letters, digits and hyphens" in shown(pilot))
        assert "Tab" in shown(pilot) and "Make (Enter)" not in shown(pilot)
        await pilot.press("f1")
        assert isinstance(app.screen, NewSession)
        assert app.screen.query_one("#name", PlainInput).value == "abc"


async def test_a_key_to_leave_right_after_enter_waits_for_the_disk(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Closed:")
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        room.send("NV: the last word")
        room.do_library()
        assert isinstance(app.screen, RoomScreen)
        await settled(pilot, lambda: isinstance(app.screen, LibraryScreen))
        app.flush()
    said = [getattr(one.what, "text", "") for one in Session(folder).record.entries]
    assert said[-1] == "the last word"


async def test_who_types_on_or_is_refused_stays(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo", "Closed:")
    app = app_on(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        room.send("NV: not the last word")
        room.do_library()
        room.capture.insert("one thing more")
        await settled(pilot, lambda: "✓" in shown(pilot))
        room.capture.clear()
        room.send("Adopted P9:")
        room.do_library()
        await settled(pilot, lambda: "refused" in shown(pilot))
        assert app.screen is room
        app.flush()
