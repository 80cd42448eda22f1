"""`plenary` alone, in a real terminal: the library by keyboard and by mouse."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES


@pytest.fixture
def shelf(house: House) -> House:
    """Two sessions: one with an open sitting and something owed, one that was held."""
    house.new("2018-06-antwerp", "Action NV: a report by 2018-09-15", "NV: spoke in Antwerp")
    house.new("2019-11-goma", "NV: spoke in Goma", "Closed: 18:00")
    return house


@pytest.mark.parametrize("size", SIZES)
def test_it_is_complete_and_opens_the_room(shelf: House, size: tuple[int, int]) -> None:
    library = shelf.start(size=size)
    library.wait_for("overdue: a report")
    for text in ("2 sessions", "19–20 Jun 2018", "1!", "sitting open", "held", "Enter open",
                 "^N new", "^R replay", "Alt-L look up"):  # fmt: skip
        assert text in library.text
    assert len(library.text.splitlines()) == size[1]
    library.press("down", "enter")
    library.wait_for("spoke in Goma")
    library.write("NV: goes on")
    library.press("enter")
    library.wait(lambda: "goes on" in shelf.said("2019-11-goma"), "expected the entry on disk")
    entries = len(shelf.record("2019-11-goma").entries)
    library.press("ctrl+o")
    library.wait_for("2 sessions")
    row = re.compile(rf"2019-11-goma .* {entries}\b")
    library.wait(lambda: bool(row.search(library.text)), "expected the entries to be counted")
    library.press("ctrl+q")
    assert library.end() == 0
    assert bytes(library.raw).rfind(b"\x1b[?1049l") > bytes(library.raw).rfind(b"\x1b[?1049h")


def test_what_can_be_done_is_found_in_the_palette(shelf: House) -> None:
    library = shelf.start()
    library.wait_for("sitting open")
    library.press("ctrl+p")
    library.wait_for("makes a session from a template or a plan")
    library.write("import")
    library.wait_gone("makes a session from a template or a plan")
    library.press("enter")
    library.wait_for("Import a file")
    library.settle()
    library.press("ctrl+q")
    library.wait_gone("Import a file")
    library.press("ctrl+q")
    assert library.end() == 0


def test_the_mouse_chooses_and_opens(shelf: House) -> None:
    library = shelf.start()
    library.wait_for("sitting open")
    library.click(*library.where("2019-11-goma"))
    library.wait_for("▶ 2019-11-goma")
    assert "spoke" not in library.text
    library.click(*library.where("^N new"))
    library.wait_for("New session")
    library.click(*library.where("Leave (Esc)"))
    library.wait_gone("New session")
    library.click(*library.where("2018-06-antwerp"), times=2)
    library.wait_for("spoke in Antwerp")


def test_a_session_is_made_and_opened(house: House) -> None:
    library = house.start()
    library.wait_for("no session here yet")
    library.press("ctrl+n")
    library.wait_for("Template")
    library.write("Rome 2027")
    library.press("enter")
    library.wait_for("Made rome-2027")
    library.press("enter")
    library.wait_for("Intersessional Meeting")
    assert (house.folder / "rome-2027" / "log" / "desk.1.jsonl").exists()


def test_a_file_is_imported_by_its_path(house: House, tmp_path: Path) -> None:
    notes = tmp_path / "old notes.txt"
    notes.write_text("Meeting: Old One\nDates: 2001-01-01\n10:00 Opened:\nNV: said it\n")
    library = house.start()
    library.wait_for("no session here yet")
    library.press("ctrl+l")
    library.wait_for("Import a file")
    library.paste(f"{notes}\n")
    library.press("enter")
    library.wait_for("said it")
    library.press("enter")
    library.wait_for("Imported as old-notes. 4 lines")
    library.wait_for("▶ old-notes")
    assert "said it" in house.said("old-notes")


def test_it_stands_in_any_window(shelf: House) -> None:
    library = shelf.start(size=(120, 40))
    library.wait_for("sitting open")
    for columns, rows in ((80, 24), (30, 6), (10, 2), (200, 60), (80, 24)):
        library.resize(columns, rows)
        library.settle(0.1)
    assert "▶ 2018-06-antwerp" in library.text
    assert "Enter open" in library.text


def test_without_colour_the_choice_is_still_seen(shelf: House) -> None:
    library = shelf.start(env={"NO_COLOR": "1"})
    library.wait_for("sitting open")
    assert "▶ 2018-06-antwerp" in library.text


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it(shelf: House, signum: int) -> None:
    library = shelf.start()
    library.wait_for("sitting open")
    library.kill(signum)
    assert library.end() == 128 + signum


def test_where_no_screen_can_be_it_is_the_plain_list(shelf: House) -> None:
    plain = shelf.start(env={"TERM": "dumb"})
    assert plain.end() == 0
    assert "2019-11-goma  Training Plenary" in plain.text
    assert b"\x1b" not in plain.raw
