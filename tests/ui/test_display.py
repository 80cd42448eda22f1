"""The display: what it takes from a record, and its screen."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.workshop.acts import edited
from plenary_tui.documents.workshop.snapshot import issuing
from plenary_tui.documents.workshop.typed import as_typed
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Kind, Marking, ParagraphRef, ParagraphTaken
from plenary_tui.record.redaction import open_record
from plenary_tui.settings import Settings
from plenary_tui.ui.display.app import DisplayApp
from plenary_tui.ui.display.picture import display_view
from plenary_tui.ui.display.view import DisplayView, Speaker
from plenary_tui.ui.screens.display import DisplayScreen
from plenary_tui.ui.terminal.themes import DARK, LIGHT
from tests.documents.meetings import debate
from tests.documents.test_secrets import SECRET, with_secrets
from tests.record.rooms import ROSTER, Room, in_session
from tests.store.sessions import clock, new_session, record
from tests.ui.stage import settled
from tests.ui.test_themes import faint

from .test_display_page import SIZES, said


def seen_of(room: Room) -> DisplayView:
    """Return what the display shows of a room of tests."""
    return display_view(open_record(room.record))


def test_who_speaks_is_told_with_class_person_and_group() -> None:
    room = in_session("GDA (Ms Lee) for Friends: speaks", "q+ TR")
    view = seen_of(room)
    assert view.speaker == Speaker("Global Diamond Alliance", "Observer")
    assert view.about == "Ms Lee · for Friends"
    assert view.waiting == (Speaker("Tirania", "Participant"),)


def test_the_text_before_the_meeting_has_its_brackets_with_owners() -> None:
    room = in_session("Proposal OS: We meet monthly in Antwerp.", "Bracket TR: monthly")
    room("Alternative KE: weekly", "Proposal P1 rev NV: We meet monthly in Accra.")
    view = seen_of(room)
    assert view.text is not None
    shown = "".join(text for text, _ in view.text.pieces)
    assert shown == "We meet [Tirania: monthly] in Accra.\nAlternative: [Keldia: weekly]"
    assert view.text.says == "proposal by Ostrea, as revised by Novaria"
    assert ("Tirania: ", "title") in view.text.pieces
    room("Clean: monthly", "Adopted:")
    assert seen_of(room).text is None


def test_where_no_sitting_was_opened_everything_is_shown_all_the_same() -> None:
    room = Room(*ROSTER)
    assert "NO SITTING IS OPEN" in said(seen_of(room), now=room.now)
    room("q+ KE", "NV: speaks", "Proposal OS: We meet.")
    shown = said(seen_of(room), now=room.now)
    for text in ("N O V A R I A", "1 Keldia", "We meet."):
        assert text in shown


def test_of_two_sittings_the_last_opened_is_shown_and_the_other_on_demand() -> None:
    room = in_session("Item 1")
    room("Sitting: WGM, Room 2", "Opened:")
    opened = open_record(room.record)
    assert "sitting 2 of 2 open · Working Group on Monitoring" in display_view(opened).sitting
    assert display_view(opened, 1).sitting.startswith("sitting 1 of 2 open")


def test_after_a_time_in_camera_nobody_has_the_floor_from_before() -> None:
    room = in_session("NV: openly")
    assert seen_of(room).floor.code == "NV"
    room("In camera:", f"OS: {SECRET}", "Open session:", "q+ KE")
    assert seen_of(room).floor.speaker == ""
    room("NV (Ms Oduya): openly, too", "NV (Ms Oduya): and more")
    again = seen_of(room)
    assert (again.floor.code, again.about) == ("NV", "Ms Oduya")
    assert again.floor.since == room.entries[-2].happened
    room("KE: openly again")
    assert seen_of(room).speaker.name == "Keldia"
    room("In camera:", "undo")
    assert seen_of(room).speaker.name == "Keldia"


def test_in_camera_there_is_nothing_to_show_but_the_item() -> None:
    room = in_session("Meeting: A title", "Item 4", "NV: openly", "Proposal OS: words", "q+ KE")
    assert "words" in repr(vars(seen_of(room).text))
    room("In camera:")
    shown = vars(seen_of(room))
    assert {name for name, value in shown.items() if value != vars(DisplayView())[name]} == {
        "marking", "item", "zone",
    }  # fmt: skip


@pytest.mark.parametrize("marking", ["in_camera", "private"])
def test_a_secret_in_every_field_of_every_kind_is_on_no_page(marking: str) -> None:
    planted, _ = with_secrets(marking)  # type: ignore[arg-type]
    last = planted.entries[-1]
    opened = Entry(
        id=f"hall-{last.number + 1}", at=last.at, order=f"{last.order[:-4]}9999",
        sitting=last.sitting, what=Marking(level="open"),
    )  # fmt: skip
    for known in (planted, Record([*planted.entries, opened])):
        view = display_view(open_record(known))
        for size in SIZES:
            assert SECRET not in said(view, size).casefold()
    assert view.marking == "open"
    assert "The open seat" in said(view)


def screen_of(pilot: Pilot[None]) -> DisplayScreen:
    """Return the display that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, DisplayScreen)
    return screen


def on_screen(pilot: Pilot[None]) -> str:
    """Return what stands on the screen."""
    return screen_of(pilot).board.render().plain


def has(pilot: Pilot[None], text: str) -> Callable[[], bool]:
    """Return a question: whether a text stands on the screen."""
    return lambda: text in on_screen(pilot)


def display_of(folder: Path) -> DisplayApp:
    """Return the program with the display of a session."""
    return DisplayApp(Settings(sessions=str(folder.parent), station="desk"), folder)


async def test_the_screen_follows_and_its_keys_work(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    app = display_of(folder)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, has(pilot, "Training Plenary"))
        assert not app.current_theme.dark
        record(folder, "annex", ("Proposal TR: " + "many words " * 400,))
        await settled(pilot, has(pilot, "page 1 of"))
        await pilot.press("pagedown")
        assert "page 2 of" in on_screen(pilot)
        await pilot.press("pageup", "pageup")
        assert "page 1 of" not in on_screen(pilot)
        screen_of(pilot)._turns_at = time.monotonic()
        await settled(pilot, has(pilot, "page 1 of"))
        await pilot.press("t", "t", "x")
        assert app.theme == DARK.name
        assert "q leaves" in on_screen(pilot)
        await pilot.press("q")
    assert app.return_code == 0


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_text_of_the_display_stands_out(tmp_path: Path, theme: str) -> None:
    folder = new_session(
        tmp_path / "demo", "Zone: Europe/Brussels", "limit 1 min", "q+ GDA, OS",
        "Proposal TR: We meet monthly.", "Bracket NV: monthly", "Alternative OS: weekly",
    )  # fmt: skip
    app = display_of(folder)
    async with app.run_test(size=(120, 40)) as pilot:
        app.theme = theme
        screen = screen_of(pilot)
        screen.now = clock(start="2018-06-19T10:30")
        await settled(pilot, has(pilot, "[Novaria: monthly]"))
        assert faint(screen) == {}
        record(folder, "antwerp", ("GDA: speaks",), now=clock(start="2018-06-19T10:20"))
        await settled(pilot, has(pilot, "OVER TIME"))
        await pilot.pause(0.1)
        assert faint(screen) == {}
        record(folder, "antwerp", ("In camera:",))
        await settled(pilot, has(pilot, "IN CAMERA"))
        await pilot.pause(0.1)
        assert screen.styles.background.hex.lower() == app.theme_variables["closed"]
        assert faint(screen) == {}


async def test_a_folder_that_gives_no_answer_is_said(tmp_path: Path) -> None:
    app = display_of(new_session(tmp_path / "demo"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, has(pilot, "Training Plenary"))
        screen = screen_of(pilot)
        screen._keys_until = 0.0
        screen.watcher.stop()
        screen.watcher.heard -= 60
        screen.tick()
        assert "No answer from the session's folder" in on_screen(pilot)
        (tmp_path / "demo").rename(tmp_path / "gone")
        screen.watcher._look()
        await settled(pilot, has(pilot, "Not up to date since"))


def test_the_first_frame_needs_no_kind_of_entry() -> None:
    code = (
        "import sys, plenary_tui.ui.display.app\n"
        "heavy = {'pydantic', 'immutables', 'tinydb', 'babel', 'lxml', 'docx', 'rapidfuzz'}\n"
        "print(sorted(heavy & set(sys.modules)), 'plenary_tui.record.kinds' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] False"


def test_the_paragraph_under_discussion_is_shown_with_owners_and_changes() -> None:
    room = debate()
    room("Bracket TR: words")
    draft = workshop(room.record)
    enter(room, issuing(draft.draft, draft.laid.composed, label="1", symbol="", state="DRAFT"))
    one = next(key for key, held in draft.paragraphs.items() if held.number == "1")
    enter(room, ParagraphTaken(paragraph=ParagraphRef.of(one)))
    seen = seen_of(room).text
    assert seen is not None and seen.label == "Paragraph 1" and seen.says == "no bracket open"
    room("Bracket para 1 KE: Training Plenary")
    typed = as_typed(workshop(room.record).marked(one)).replace("was held", "met")
    enter(room, edited(workshop(room.record), one, typed, lambda name: name))
    seen = seen_of(room).text
    assert seen is not None and seen.says == "1 bracket open · changes since version 1"
    assert ("Keldia: ", "title") in seen.pieces
    assert "was held" in "".join(text for text, part in seen.pieces if part == "deleted")
    assert "met" in "".join(text for text, part in seen.pieces if part == "inserted")
    room("Proposal NV: another matter")
    shown = seen_of(room).text
    assert shown is not None and shown.says == "proposal by Novaria"
    enter(room, ParagraphTaken())
    room("Deferred: tomorrow")
    assert seen_of(room).text is None


def enter(room: Room, command: Kind) -> None:
    """Enter a command that is typed nowhere."""
    room.scribe.commit(room.scribe.enter(command, room.now))
