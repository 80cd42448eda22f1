"""Statements handed in: taken in from files, shown, checked while they are read, recorded."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from docx import Document
from textual.pilot import Pilot

from plenary_tui.errors import PlenaryError
from plenary_tui.importers.statement import LONGEST, read_statement
from plenary_tui.record import kinds as k
from plenary_tui.record.delivery import begin
from plenary_tui.store.session import Session
from plenary_tui.ui.pages.statements import HandedIn, listing, reading, who_is_meant
from plenary_tui.ui.screens.delivery import DeliveryScreen
from plenary_tui.ui.screens.hand_in import HandIn
from plenary_tui.ui.screens.room import RoomScreen
from plenary_tui.ui.screens.statements import StatementsScreen
from plenary_tui.ui.seen.views import Name
from plenary_tui.ui.widgets.plain_input import PlainInput
from tests.store.sessions import new_session
from tests.ui.stage import app_on, room_of, settled

from .test_room import enter, shown

SAID = "Thank you, Chair. We mine by hand. We need help. We shall report."
HANDED_IN = f"Prepared NV: {SAID}"


@asynccontextmanager
async def in_room(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Pilot[None], RoomScreen]]:
    """Show the room until the block ends."""
    app = app_on(folder)
    async with app.run_test(size=size) as pilot:
        room = room_of(pilot)
        await settled(pilot, lambda: room.view.entries > 0 and bool(room.names))
        yield pilot, room
        app.flush()


async def delivering(pilot: Pilot[None]) -> DeliveryScreen:
    """Open the statement of who has the floor."""
    await pilot.press("alt+s")
    await settled(pilot, lambda: isinstance(pilot.app.screen, DeliveryScreen))
    screen = pilot.app.screen
    assert isinstance(screen, DeliveryScreen)
    return screen


def delivered(folder: Path) -> k.Intervention:
    """Return the last entry, an intervention."""
    what = Session(folder).record.entries[-1].what
    assert isinstance(what, k.Intervention)
    return what


async def test_who_gets_the_floor_with_a_statement_is_said_beside_the_line(
    tmp_path: Path,
) -> None:
    folder = new_session(tmp_path / "demo")
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, HANDED_IN)
        assert "statement handed in" not in shown(pilot)
        await enter(pilot, room, "q+ NV")
        await pilot.press("ctrl+n")
        await settled(pilot, lambda: "Alt-S: NV's statement handed in" in shown(pilot))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_is_checked_sentence_by_sentence_and_recorded_as_delivered(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    folder = new_session(tmp_path / "demo")
    async with in_room(folder, size) as (pilot, room):
        await enter(pilot, room, HANDED_IN)
        await enter(pilot, room, "next NV")
        screen = await delivering(pilot)
        assert "▸ Thank you, Chair." in shown(pilot) and "sentence 1 of 4" in shown(pilot)
        await pilot.press("space", "x", "e")
        screen.editor.put("")
        screen.editor.insert("We need much help.")
        await pilot.press("enter", "a")
        screen.editor.insert("Soon.")
        await pilot.press("enter", "down")
        await settled(pilot, lambda: "That was the last sentence" in shown(pilot))
        assert "1 sentence left out, 1 changed, 1 added to" in shown(pilot).splitlines()[0]
        assert max(map(len, shown(pilot).splitlines())) <= size[0]
        await pilot.press("enter")
        await settled(pilot, lambda: pilot.app.screen is room)
        await settled(pilot, lambda: "delivered with changes: 1 sentence left out" in shown(pilot))
        await settled(pilot, lambda: "delivered with changes]" in " ".join(shown(pilot).split()))
        assert "statement handed in" not in shown(pilot)
    what = delivered(folder)
    assert what.text == "Thank you, Chair. We need much help. Soon. We shall report."
    assert what.speaker == "NV" and what.prepared


async def test_read_as_it_stands_it_is_recorded_word_for_word(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, "Prepared NV (Ms Name) for Friends: One.\n\nTwo: three.")
        await enter(pilot, room, "next NV")
        await delivering(pilot)
        await pilot.press("enter")
        await settled(pilot, lambda: "2 sentences are not passed yet" in shown(pilot))
        await pilot.press("pagedown", "enter")
        await settled(pilot, lambda: "as it was handed in" in shown(pilot))
        await settled(pilot, lambda: "[prepared statement]" in shown(pilot))
    what = delivered(folder)
    assert (what.text, what.person, what.group) == ("One.\n\nTwo: three.", "Ms Name", "Friends")


async def test_escape_keeps_what_was_marked_and_what_was_typed(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    typing = folder / "typing" / "desk"
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, HANDED_IN)
        await enter(pilot, room, "next NV")
        screen = await delivering(pilot)
        await pilot.press("x", "e")
        screen.editor.put("")
        screen.editor.insert("We dig by han")
        await settled(pilot, lambda: typing.exists() and "We dig by han" in typing.read_text())
        assert "Delivered @desk-" in typing.read_text()
        await pilot.press("escape", "escape")
        await settled(pilot, lambda: pilot.app.screen is room)
        screen = await delivering(pilot)
        assert "sentence 2 of 4" in shown(pilot) and "1 sentence left out" in shown(pilot)
        await pilot.press("e")
        assert screen.editor.text == "We dig by han"
        await pilot.press("escape", "up", "space", "pagedown", "enter")
        await settled(pilot, lambda: pilot.app.screen is room)
    assert delivered(folder).text == SAID


async def test_the_rest_left_out_and_nothing_left_of_it(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    async with in_room(folder) as (pilot, room):
        await enter(pilot, room, HANDED_IN)
        await enter(pilot, room, "next NV")
        await delivering(pilot)
        await pilot.press("X", "enter")
        await settled(pilot, lambda: "Nothing is left of it" in shown(pilot))
        await pilot.press("up", "up", "up", "up", "space", "X", "enter")
        await settled(pilot, lambda: pilot.app.screen is room)
    assert delivered(folder).text == "Thank you, Chair."


async def test_a_file_is_taken_in_under_seal(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    file = tmp_path / "words.txt"
    file.write_text("A secretword.\nAnd a second line.\n")
    async with in_room(folder) as (pilot, _):
        await pilot.press("alt+s")
        await settled(pilot, lambda: "No statement has been handed in" in shown(pilot))
        await pilot.press("f2")
        await settled(pilot, lambda: isinstance(pilot.app.screen, HandIn))
        form = pilot.app.screen
        form.query_one("#who", PlainInput).value = "zz"
        form.query_one("#file", PlainInput).value = str(file)
        await pilot.press("enter")
        await settled(pilot, lambda: "names no one delegation" in shown(pilot))
        form.query_one("#who", PlainInput).value = "ostrava"
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(pilot.app.screen, StatementsScreen))
        await settled(pilot, lambda: "OS  Ostrava Sea · 6 words · not delivered" in shown(pilot))
        assert "│ And a second line." in shown(pilot)
    record = Session(folder).record
    (held,) = record.live.prepared.values()
    assert held.what.text == "A secretword.\nAnd a second line."
    log = b"".join(path.read_bytes() for path in (folder / "log").iterdir())
    assert b"secretword" not in log


async def test_the_list_begins_a_line_and_lets_a_letter_through(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "demo")
    async with in_room(folder) as (pilot, room):
        await pilot.press("alt+s", "f3")
        await settled(pilot, lambda: pilot.app.screen is room)
        assert room.capture.text == "Prepared "
        await pilot.press("escape", "alt+s", "t")
        await settled(pilot, lambda: room.capture.text == "t")


def test_a_word_file_reads_as_if_its_changes_were_accepted(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Thank you, Chair.")
    paragraph = document.add_paragraph("We ")
    inserted = paragraph._p.makeelement(f"{{{paragraph._p.nsmap['w']}}}ins", {})
    inserted.append(document.add_paragraph("now").runs[0]._r)
    paragraph._p.append(inserted)
    path = tmp_path / "s.docx"
    document.save(str(path))
    assert read_statement(path) == "Thank you, Chair.\nWe now"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.docx", b"no package", "Word file"), ("b.docx", b"PK\x03\x04rest", "Word file"),
        ("c.txt", b"  \n", "empty"), ("d.txt", b"x" * (LONGEST + 1), "longer than a statement"),
        ("e.pdf", b"%PDF-1.4", "a PDF"),
    ],
)  # fmt: skip
def test_what_is_no_statement_gives_one_sentence(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(PlenaryError, match=why):
        read_statement(path)


def test_whose_it_is_is_one_delegation_or_nobody() -> None:
    names = [
        Name("NV", "Novaria", "", ("nv", "novaria")),
        Name("NE", "Novena", "", ("ne", "novena")),
        Name("Chair", "Chair", "", ("chair",), chair=True),
    ]
    assert who_is_meant("nv", names) == "NV" and who_is_meant("Novar", names) == "NV"
    assert who_is_meant("nov", names) is None and who_is_meant("chair", names) is None
    assert who_is_meant("", names) is None


@pytest.mark.parametrize("height", [3, 8, 20])
def test_the_sentence_that_is_read_is_always_shown(height: int) -> None:
    delivery = begin(" ".join(f"Sentence number {n} is here." for n in range(40)))
    while not delivery.is_over:
        lines = ["".join(text for text, _ in line) for line in reading(delivery, 60, height)]
        assert f"▸ {delivery.parts[delivery.at].strip()}" in lines and len(lines) <= height
        delivery = delivery.read("written")
    assert "last sentence" in "".join(text for text, _ in reading(delivery, 60, height)[-1])


def test_many_statements_are_listed_around_the_chosen_one() -> None:
    many = [HandedIn(f"a-{n}", "NV", "Novaria", "10:00", f"text {n}", n > 5) for n in range(20)]
    for at in range(20):
        lines = ["".join(text for text, _ in line) for line in listing(many, at, 70, 15)]
        assert any(line.startswith("▸") for line in lines) and len(lines) <= 15
        assert f"  │ text {at}" in lines
