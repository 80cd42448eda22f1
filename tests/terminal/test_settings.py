"""A person's settings in the real program: keys, colours, mouse, and a file that is broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plenary_tui.preferences.reading import VARIABLE
from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES, Terminal

COLOUR = re.compile(rb"\x1b\[[\d;]*?\b(?:3[0-8]|4[0-8]|9\d|10[0-7])[;m]")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where this person's settings lie; there are none yet."""
    return tmp_path / "settings.toml"


def room(
    house: House, file: Path, size: tuple[int, int] = (80, 24), env: dict[str, str] | None = None
) -> Terminal:
    """Start the room of a session with an open sitting, and wait until it was read."""
    house.new()
    terminal = house.start("run", "demo", size=size, env={VARIABLE: str(file), **(env or {})})
    terminal.wait_for("● on disk")
    terminal.wait_for("Agenda")
    return terminal


def test_a_changed_key_works_and_its_old_one_does_nothing(house: House, file: Path) -> None:
    file.write_text('[keys]\ngavel = "alt+k"\nlist = "ctrl+g"\n')
    terminal = room(house, file)
    terminal.wait_for("Alt-K gavel")
    terminal.press("ctrl+g")
    terminal.wait_for("▸ q+")
    terminal.press("alt+k")
    terminal.wait_for("The gavel at")
    terminal.press("escape", "f1")
    terminal.wait_for("Alt-K")
    terminal.press("escape", "ctrl+q")


@pytest.mark.parametrize("size", SIZES)
def test_a_broken_file_is_said_and_keeps_nobody_out(
    house: House, file: Path, size: tuple[int, int]
) -> None:
    file.write_text('theme = "light"\n[keys\ngavel = "alt+k"\n')
    terminal = room(house, file, size=size)
    told = " ".join(terminal.text.split())
    assert "line 2: “[keys” is no TOML" in told
    assert "nothing in the file holds until it is mended" in told
    terminal.write("NV: said all the same\r")
    terminal.wait(lambda: "said all the same" in house.said(), "expected the entry on disk")
    terminal.press("ctrl+g")
    terminal.wait_for("The gavel at")
    terminal.press("escape", "escape")
    terminal.wait_gone("no TOML")
    terminal.press("ctrl+q")
    terminal.wait_for("A sitting is open")
    terminal.press("3")
    assert terminal.end() == 0
    terminal.settle()
    assert b"line 2: " in bytes(terminal.raw).partition(b"\x1b[?1049h")[0]


def test_the_settings_are_changed_from_the_keyboard_and_hold_from_then_on(
    house: House, file: Path
) -> None:
    terminal = room(house, file)
    terminal.press("alt+o")
    terminal.wait_for("Colours")
    terminal.press("enter")
    terminal.wait_for("Colours: light. It is in the file.")
    terminal.press("down", "enter")
    terminal.wait_for("Clock: 24h short")
    terminal.press(*["down"] * 15)  # past the folders, the times and the abbreviations
    terminal.wait(lambda: "Keys" in terminal.text, "expected the keys")
    terminal.press("enter")
    terminal.wait_for("Press the new key for “help”")
    terminal.press("ctrl+q")
    terminal.wait_for("is the key of “leave” already")
    terminal.press("alt+h")
    terminal.wait_for("help: Alt-H. It is in the file.")
    terminal.press("escape")
    terminal.wait_for("Alt-H help")
    assert 'theme = "light"' in file.read_text()
    assert 'help = "alt+h"' in file.read_text()
    assert re.search(r" \d\d:\d\d  ● on disk", terminal.text)
    terminal.press("alt+j")
    terminal.wait_for(" r record ")
    terminal.press("escape")
    terminal.wait_gone(" r record ")


@pytest.mark.parametrize("how", ["NO_COLOR", "plain"])
def test_without_colour_there_is_none_at_all(house: House, file: Path, how: str) -> None:
    file.write_text('theme = "plain"\n' if how == "plain" else 'theme = "light"\n')
    terminal = room(house, file, env={"NO_COLOR": "1"} if how == "NO_COLOR" else {})
    for line in ("Proposal NV: We meet monthly.", "Objection TR: no", "In camera:", "NV: secret"):
        terminal.write(f"{line}\r")
    terminal.wait_for("IN CAMERA ▸")
    for keys in (("up", "up"), ("ctrl+g",), ("f1",), ("ctrl+p",), ("alt+o",), ("alt+j",)):
        terminal.press(*keys)
        terminal.settle()
        terminal.press("escape", "escape")
        terminal.settle()
    assert COLOUR.findall(bytes(terminal.raw)) == []
    assert b"\x1b[7m" in terminal.raw or b";7m" in terminal.raw  # what is chosen is still seen


def test_the_mouse_and_the_kitty_protocol_are_as_the_person_wants(house: House, file: Path) -> None:
    usual = room(house, file)
    assert b"\x1b[?1000h" in usual.raw
    assert re.search(rb"\x1b\[>\d+u", usual.raw) is None
    file.write_text("mouse = false\nkitty_keys = true\n")
    mine = house.start("run", "demo", env={VARIABLE: str(file), "PLENARY_STATION": "beside"})
    mine.wait_for("● on disk")
    assert b"\x1b[?1000h" not in mine.raw
    assert re.search(rb"\x1b\[>\d+u", mine.raw)
