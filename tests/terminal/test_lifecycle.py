"""The room from its beginning to every end that it can come to: nothing typed is lost."""

from __future__ import annotations

import signal
import time
from pathlib import Path

import pytest

from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES, Terminal

UNSENT = "NV: the importance of being"

LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop()), resource.RLIM_INFINITY))
from plenary_tui.cli import main
main()
"""

CRASHING = """
from plenary_tui.ui.screens.room import RoomScreen
def crash(self, *_):
    raise RuntimeError("a defect \\x1b]0;OWNED\\x07 of the program")
RoomScreen.do_gavel = crash
from plenary_tui.cli import main
main()
"""


def room(
    house: House,
    *args: str,
    size: tuple[int, int] = (80, 24),
    env: dict[str, str] | None = None,
    program: str = "",
) -> Terminal:
    """Start the room and wait until the whole Meeting is there."""
    terminal = house.start("run", "demo", *args, size=size, env=env, program=program)
    terminal.wait_for("Training Plenary")
    return terminal


def kept_typing(house: House, text: str) -> None:
    """Wait until what is being typed is on disk."""
    typing = house.folder / "demo" / "typing" / "desk"
    until = time.monotonic() + 10
    while not (typing.exists() and text in typing.read_text(encoding="utf-8")):
        assert time.monotonic() < until, "what is being typed was not written through"
        time.sleep(0.02)


def is_restored(terminal: Terminal) -> bool:
    """Whether the terminal is as it was: the first screen, with a cursor, without a mouse."""
    ended = bytes(terminal.raw)
    pairs = ((b"\x1b[?1049h", b"\x1b[?1049l"), (b"\x1b[?25l", b"\x1b[?25h"),
             (b"\x1b[?1000h", b"\x1b[?1000l"), (b"\x1b[?2004h", b"\x1b[?2004l"))  # fmt: skip
    return all(ended.rfind(on) < ended.rfind(off) for on, off in pairs)


@pytest.mark.parametrize("size", SIZES)
def test_a_line_is_recorded_and_the_room_left(house: House, size: tuple[int, int]) -> None:
    house.new()
    terminal = room(house, size=size)
    terminal.write("NV: welcomes the report")
    terminal.press("enter")
    terminal.wait_for("welcomes the report")
    terminal.wait(lambda: "welcomes the report" in house.said(), "expected the entry on disk")
    terminal.press("ctrl+q")
    terminal.wait_for("A sitting is open")
    terminal.press("3")
    assert terminal.end() == 0
    assert is_restored(terminal)
    assert house.record().meeting.sittings[house.record().entries[-1].sitting].state == "open"


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_keeps_what_is_being_typed(house: House, signum: int) -> None:
    house.new()
    terminal = room(house)
    terminal.write(UNSENT)
    terminal.wait_for(UNSENT)
    terminal.kill(signum)
    assert terminal.end() == 128 + signum
    assert is_restored(terminal)
    room(house).wait_for(UNSENT)


def test_a_closed_window_keeps_what_is_being_typed(house: House) -> None:
    house.new()
    terminal = room(house)
    terminal.write(UNSENT)
    terminal.wait_for(UNSENT)
    terminal.close_window()
    assert terminal.end() == 128 + signal.SIGHUP
    room(house).wait_for(UNSENT)


def test_after_a_kill_the_room_opens_with_what_was_typed(house: House) -> None:
    house.new()
    terminal = room(house)
    terminal.write("NV: kept\r")
    terminal.wait(lambda: "kept" in house.said(), "expected the entry on disk")
    terminal.write(UNSENT)
    terminal.wait_for(UNSENT)
    kept_typing(house, UNSENT)
    terminal.kill(signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL
    again = room(house)
    again.wait_for(UNSENT)
    again.press("enter")
    again.wait(lambda: house.said()[-1] == UNSENT.removeprefix("NV: "), "expected it recorded")
    assert house.said().count("kept") == 1


def test_a_crash_says_so_with_a_report_and_a_status(house: House) -> None:
    house.new()
    terminal = room(house, program=CRASHING)
    terminal.write(UNSENT)
    terminal.wait_for("Novaria (Participant), intervention")
    terminal.press("ctrl+g")
    assert terminal.end() not in (0, None)
    assert is_restored(terminal)
    assert b"\x1b]0;OWNED" not in terminal.raw
    reports = [
        path for path in house.folder.parent.rglob("*crash*")
        if path.is_file() and "RuntimeError" in path.read_text(encoding="utf-8")
    ]  # fmt: skip
    assert reports, "no report of the crash was written"
    assert UNSENT not in reports[0].read_text(encoding="utf-8"), "a report tells no secrets"
    assert reports[0].name in terminal.text.replace("\n", "")
    room(house).wait_for(UNSENT)


def test_several_lines_are_pasted_and_taken_back(house: House) -> None:
    """textual#6686: an undo of such a paste ended the program."""
    house.new()
    terminal = room(house)
    terminal.write("NV: ")
    for _ in range(3):
        terminal.paste("one\ntwo\nthree\nfour\nfive")
    terminal.wait_for("five")
    terminal.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+y", "ctrl+z")
    terminal.settle()
    terminal.wait_gone("five")
    assert "five" not in " ".join(house.said())
    terminal.press("ctrl+u")
    terminal.write("NV: still here\r")
    terminal.wait(lambda: "still here" in house.said(), "expected the entry on disk")


def test_the_window_changes_its_size_while_a_line_is_typed(house: House) -> None:
    house.new("demo", *(f"NV: point {number}" for number in range(60)))
    terminal = room(house, size=(120, 40))
    terminal.write(UNSENT)
    for columns, rows in ((80, 24), (30, 8), (200, 50), (20, 3), (80, 24)):
        terminal.resize(columns, rows)
        terminal.settle(0.1)
    terminal.wait_for("point 59")
    terminal.wait_for(UNSENT)
    terminal.press("enter")
    terminal.wait(lambda: "the importance of being" in house.said(), "expected the entry")


def test_a_full_disk_is_said_and_the_line_stays(house: House) -> None:
    house.new()
    most = 3000
    terminal = room(house, str(most), program=LIMITED)
    long = "NV: " + "x" * most
    terminal.write("NV: short\r")
    terminal.wait(lambda: "short" in house.said(), "expected the short line on disk")
    terminal.paste(long)
    terminal.settle()
    terminal.press("enter")
    terminal.wait_for("NOT ON DISK")
    assert "x" * 40 in terminal.text
    assert "x" * most not in house.said()


def test_bytes_that_are_no_text_end_nothing(house: House) -> None:
    """A terminal in another encoding sends such bytes: reading them ended the program."""
    house.new()
    terminal = room(house)
    terminal.write_bytes(b"NV: caf\xe9 \xed\xa0\xbd\xff")
    terminal.write(" and more\r")
    terminal.wait(lambda: house.said()[-1].endswith("and more"), "expected the entry on disk")


def test_two_rooms_at_two_stations_see_each_other(house: House) -> None:
    house.new()
    here = room(house)
    there = room(house, env={"PLENARY_STATION": "annex"})
    there.write("TR: from the annex\r")
    there.wait_for("from the annex")
    here.wait_for("from the annex")


def test_a_second_room_at_the_same_station_says_who_writes(house: House) -> None:
    house.new()
    first = room(house)
    first.write("NV: kept\r")
    first.wait(lambda: "kept" in house.said(), "expected the entry on disk")
    first.write(UNSENT)
    kept_typing(house, UNSENT)
    second = room(house)
    second.wait_for("already records here as desk")
    second.write(" or not\r")
    second.wait_for("or not")
    first.press("enter")
    first.wait(lambda: house.said()[-1] == UNSENT.removeprefix("NV: "), "expected the entry")


def test_a_session_that_is_not_there_is_one_sentence(house: House, tmp_path: Path) -> None:
    house.new()
    terminal = house.start("run", "nowhere")
    assert terminal.end() == 2
    assert "nowhere" in terminal.text
    assert b"\x1b[?1049h" not in terminal.raw
