"""The room: what is typed, what is shown, and what each key does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.screens.draft import DraftScreen
from plenary_tui.ui.screens.help import HelpScreen
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.widgets.plain import Side
from tests.store.sessions import new_session
from tests.ui.stage import FullDisk, app_on, room_of, settled

SIZE = (80, 24)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with an open sitting, recorded at another station."""
    return new_session(tmp_path / "demo")


@asynccontextmanager
async def in_room(
    folder: Path, size: tuple[int, int] = SIZE
) -> AsyncIterator[tuple[Pilot[None], RoomScreen]]:
    """Show the room until the block ends."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0)
        yield pilot, room
        app.flush()


async def enter(pilot: Pilot[None], room: RoomScreen, line: str) -> None:
    """Type a line, press Enter, and wait until it is on disk and shown."""
    known = room.view.entries
    room.capture.insert(line)
    await pilot.press("enter")
    await settled(pilot, lambda: room.view.entries > known)


def shown(pilot: Pilot[None]) -> str:
    """Return the text of the screen."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def recorded(folder: Path) -> list[str]:
    return [getattr(entry.what, "text", "") for entry in Session(folder).record.entries]


async def test_enter_records_and_the_list_shows_it(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: proposes a sub-team")
        assert room.capture.text == ""
        await settled(pilot, lambda: "NV   proposes a sub-team" in shown(pilot))
    assert recorded(folder)[-1] == "proposes a sub-team"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_everything_that_matters_is_on_the_screen(
    folder: Path, size: tuple[int, int]
) -> None:
    async with in_room(folder, size) as (pilot, room):
        for line in ("Presiding: NV", "q+ OS, GDA", "limit 3 min", "Proposal NV: We meet monthly.",
                     "+ OS", "Objection TR: too often"):  # fmt: skip
            await enter(pilot, room, line)
        room.capture.insert("nv: the importance")
        await settled(pilot, lambda: "Novaria (Participant), intervention" in shown(pilot))
        screen = shown(pilot)
        for text in ("Trainin", "sitting 1", "Novaria presides", "● on disk", "▶ 2 Mines",
                     "1 Ostrava Sea", "2 Gem Dealers", "list open · 3 min", "Before us: P1",
                     "OBJECTS: TR", "▸ nv: the importance", "Enter records"):  # fmt: skip
            assert text in screen
        assert max(map(len, screen.splitlines())) <= size[0]


async def test_what_is_typed_is_never_changed_by_what_is_understood(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert("nv : teh thing")
        await settled(pilot, lambda: "Novaria" in shown(pilot))
        assert room.capture.text == "nv : teh thing"


async def test_a_refusal_is_said_before_enter_and_its_ways_out_come_after(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Proposal NV: We meet monthly.")
        await enter(pilot, room, "Objection TR: too often")
        room.capture.insert("Adopted:")
        await settled(pilot, lambda: "refused: an objection of TR stands" in shown(pilot))
        await enter(pilot, room, "")
        assert room.menu.display
        assert "Gavelled P1:" in shown(pilot)
        room.menu._since = 0.0
        await pilot.press("1")
        assert room.capture.text == "Objection withdrawn TR"
        await pilot.press("enter")
        await settled(pilot, lambda: room.view.text is not None and not room.view.text.against)


async def test_a_menu_nobody_asked_for_takes_no_letter_from_who_goes_on_typing(
    folder: Path,
) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Adopted:")
        assert room.menu.display
        await pilot.press("1", "0", "n")
        assert room.capture.text == "10n"
        assert not room.menu.display


async def test_the_gavel_stamps_its_press_and_lays_the_text_aside(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Proposal NV: We meet monthly.")
        room.capture.insert("OS: in the middle of")
        stamp = room.stamp()
        await pilot.press("ctrl+g", "1")
        assert room.capture.text.endswith("Adopted P1:")
        assert room.capture.text[:5] == stamp[:5]
        await pilot.press("enter")
        await settled(pilot, lambda: room.view.text is None)
        assert room.capture.text == "OS: in the middle of"


async def test_escape_leaves_an_offered_line_and_brings_the_text_back(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert("OS: in the middle of")
        await pilot.press("ctrl+l")
        assert room.capture.text == "q+ "
        await pilot.press("escape")
        assert room.capture.text == "OS: in the middle of"


async def test_the_next_speaker_gets_the_floor_and_their_line_is_begun(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "q+ OS, GDA")
        await pilot.press("ctrl+n", "ctrl+n")
        await settled(pilot, lambda: room.view.floor.code == "OS")
        assert room.capture.text == "OS: "
        assert [code for code, _ in room.view.floor.waiting] == ["GDA"]
        assert "▶ Ostrava Sea" in shown(pilot)


async def test_an_entry_is_taken_back_and_put_back(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: a slip")
        await pilot.press("f8")
        await settled(pilot, lambda: room.view.can_redo)
        assert "[taken back]" in shown(pilot)
        await pilot.press("f9")
        await settled(pilot, lambda: not room.view.can_redo)
        assert "a slip [taken back]" not in shown(pilot)


async def test_any_entry_is_corrected_with_its_original_kept(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: welcomes the outcom")
        await enter(pilot, room, "OS: agrees")
        room.capture.insert("being typed")
        await pilot.press("up", "up", "enter")
        await settled(pilot, lambda: room.capture.text == "welcomes the outcom")
        room.capture.insert("e", room.capture.document.end)
        await pilot.press("enter")
        await settled(pilot, lambda: "welcomes the outcome [corrected]" in shown(pilot))
        assert room.capture.text == "being typed"
    assert "welcomes the outcom" in recorded(folder)


async def test_the_last_entry_goes_on_the_worklist_by_two_keys(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: Mr Somthing said")
        await pilot.press("f2", "2")
        await settled(pilot, lambda: room.view.worklist == 1)
        assert "⚑ check the name" in shown(pilot)


async def test_in_camera_is_said_in_words_all_over_the_screen(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "In camera:")
        await enter(pilot, room, "NV: a secret")
        lines = shown(pilot).splitlines()
        assert lines[0].startswith(" IN CAMERA")
        assert "a secret [IN CAMERA]" in "\n".join(lines)
        assert any(line.startswith(" IN CAMERA ▸") for line in lines)
        assert room.has_class("-closed")


async def test_markup_in_what_delegates_say_is_text(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        hostile = "[/foo] [bold red]x[/] [link=http://a]"
        await enter(pilot, room, f"Agenda 3: {hostile}")
        await enter(pilot, room, f"Proposal NV: {hostile}")
        await enter(pilot, room, f"q+ {hostile}")
        room.capture.insert(f"{hostile}: {hostile}")
        await pilot.pause(0.3)
        assert "[/foo] [bold red]x[/]" in shown(pilot)


async def test_a_resize_keeps_place_and_text(folder: Path) -> None:
    async with in_room(folder, (120, 40)) as (pilot, room):
        for number in range(60):
            room.send(f"NV: number {number} of what was said, with words enough to be wrapped")
        await settled(pilot, lambda: room.view.entries >= 70)
        room.capture.insert("being typed")
        room.record.scroll_to(y=20, animate=False, force=True)
        await pilot.pause()
        place, _ = room.record.index.at(20) or (0, 0)
        for size in ((80, 24), (120, 40), (30, 8), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
        top = room.record.index.at(round(room.record.scroll_y))
        assert top is not None
        assert top[0] == place
        assert room.capture.text == "being typed"


async def test_at_the_end_the_list_follows_what_comes(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        for number in range(40):
            room.send(f"NV: number {number}")
        await settled(pilot, lambda: room.view.entries >= 50)
        await settled(pilot, lambda: "number 39" in shown(pilot))
        await pilot.resize_terminal(100, 30)
        await settled(pilot, lambda: "number 39" in shown(pilot))


async def test_a_full_disk_is_said_at_once_and_the_text_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk()
    make = Conductor.__init__

    def with_disk(self: Conductor, *args: object, **named: object) -> None:
        make(self, *args, **{**named, "disk": disk})  # type: ignore[arg-type]

    monkeypatch.setattr(Conductor, "__init__", with_disk)
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: before")
        disk.full = True
        room.capture.insert("NV: not lost")
        await pilot.press("enter")
        await settled(pilot, lambda: "disk is full" in shown(pilot))
        assert "NOT ON DISK" in shown(pilot).splitlines()[0]
        assert room.capture.text == "NV: not lost"
        disk.full = False
        known = room.view.entries
        await pilot.press("enter")
        await settled(pilot, lambda: room.view.entries > known)
        assert "● on disk" in shown(pilot).splitlines()[0]
    assert recorded(folder)[-2:] == ["before", "not lost"]


async def test_leaving_never_ends_an_open_sitting(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await pilot.press("ctrl+q")
        assert "A sitting is open" in shown(pilot)
        await pilot.press("escape")
        assert pilot.app.is_running
        room.capture.insert("kept for later")
        await pilot.press("ctrl+q", "3")
        await settled(pilot, lambda: not pilot.app.is_running or room.conductor._stop)
    sittings = Session(folder).record.meeting.sittings.values()
    assert {one.state for one in sittings} == {"open"}
    assert (folder / "typing" / "desk").read_text() == "kept for later"


async def test_with_the_sitting_closed_it_leaves_at_once(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Closed:")
        await pilot.press("ctrl+q")
        await settled(pilot, lambda: room.conductor._stop)


async def test_a_marked_paste_is_one_entry_and_can_be_split(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.post_message(events.Paste("NV: one\nOS: two\x1b[2J\x07"))
        await settled(pilot, lambda: "one entry of 2 lines" in shown(pilot))
        assert room.capture.text == "NV: one\nOS: two\ufffd\ufffd"
        known = room.view.entries
        await pilot.press("f12")
        await settled(pilot, lambda: room.view.entries == known + 2)


async def test_a_paste_of_several_lines_is_undone_without_harm(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert("NV: ")
        room.capture.post_message(events.Paste("one\ntwo\nthree\nfour"))
        await settled(pilot, lambda: room.capture.document.line_count == 4)
        await pilot.press("ctrl+z")
        assert "four" not in room.capture.text
        await pilot.press("ctrl+y", "ctrl+z", "x")
        assert pilot.app.is_running


async def test_an_unmarked_burst_of_many_lines_is_one_entry(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        known = room.view.entries
        paragraph = "words " * 20
        for line in (f"NV: {paragraph}", paragraph, paragraph):
            room.capture.insert(line)
            room.capture._end_line(alone=False)
        await settled(pilot, lambda: room.capture.document.line_count >= 3)
        assert room.view.entries == known


async def test_who_goes_on_typing_after_many_lines_has_pasted_nothing(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        known = room.view.entries
        for number in range(3):
            room.capture.insert(f"NV: {'words ' * 20}{number}")
            room.capture._end_line(alone=False)
        await pilot.pause(0.1)
        await pilot.press("x")
        await settled(pilot, lambda: room.view.entries == known + 3)
        assert room.capture.text == "x"


async def test_a_short_burst_is_a_slow_connection(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        known = room.view.entries
        for line in ("NV: one", "OS: two", "TR: three"):
            room.capture.insert(line)
            room.capture._end_line(alone=False)
        room.capture.insert("GDA: fo")
        await settled(pilot, lambda: room.view.entries == known + 3)
        assert room.capture.text == "GDA: fo"


@pytest.mark.parametrize(
    ("text", "left"),
    [("e\u0301", ""), ("x🇧🇪", "x"), ("中", ""), ("a\u0301b\u0301", "a\u0301"), ("سَ", "")],
)
async def test_backspace_takes_what_the_eye_takes_for_a_letter(
    folder: Path, text: str, left: str
) -> None:
    async with in_room(folder) as (pilot, room):
        room.capture.insert(text)
        await pilot.press("backspace")
        assert room.capture.text == left


async def test_help_says_where_we_are_and_what_every_key_does(folder: Path) -> None:
    async with in_room(folder, (100, 60)) as (pilot, _):
        await pilot.press("f1")
        await settled(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        await settled(pilot, lambda: "sitting 1" in shown(pilot))
        for text in ("^G", "gavel", "F8", "take back", "an intervention", "Escape"):
            assert text in shown(pilot)
        await pilot.press("end")
        await settled(pilot, lambda: "Bracket para 14 TR: words" in shown(pilot))
        await pilot.press("escape")
        room_of(pilot)


async def test_the_draft_shows_the_outcome_and_its_brackets(folder: Path) -> None:
    async with in_room(folder, (100, 60)) as (pilot, room):
        for line in ("Proposal NV: We meet monthly.", "Adopted:", "Para 14 TR: Exports are checked",
                     "Proposal OS: A fund", "Bracket TR: A fund"):  # fmt: skip
            await enter(pilot, room, line)
        await pilot.press("f3")
        await settled(pilot, lambda: isinstance(pilot.app.screen, DraftScreen))
        await settled(pilot, lambda: "meet monthly" in shown(pilot))
        assert "[ ] 3 open (Tarn 2, Ostrava Sea 1)" in shown(pilot)
        await pilot.press("f3")
        room_of(pilot)


async def test_the_palette_offers_what_applies(folder: Path) -> None:
    async with in_room(folder, (100, 40)) as (pilot, room):
        await pilot.press("ctrl+p")
        await settled(pilot, lambda: "stamps the time" in shown(pilot))
        assert "gives the floor" not in shown(pilot)
        await pilot.press(*"light")
        await settled(pilot, lambda: "between light and dark" in shown(pilot))
        await pilot.press("down", "enter")
        await settled(pilot, lambda: pilot.app.theme == "plenary-light")
        assert room.is_attached


async def test_the_mouse_selects_and_presses(folder: Path) -> None:
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "NV: something")
        last = len(room.record.index.rows) - 1
        y = room.record.index.start(last) - round(room.record.scroll_y)
        await pilot.click("#record", offset=(10, y))
        assert room.record.selected == last
        await pilot.click("#keys", offset=(17, 0))
        await settled(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))


async def test_what_another_station_records_appears(folder: Path) -> None:
    from tests.store.sessions import record

    async with in_room(folder) as (pilot, room):
        known = room.view.entries
        record(folder, "annex", ("KE: from the annex",))
        await settled(pilot, lambda: room.view.entries > known)
        assert "from the annex" in shown(pilot)
        assert all(side.view == room.view for side in room.query(Side))
