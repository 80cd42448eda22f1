"""The room's keys as a terminal sends them: in bursts, on old terminals, without colour."""

from __future__ import annotations

import re

import pytest

from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES, Terminal, key_bytes


def room(house: House, size: tuple[int, int] = (80, 24), **env: str) -> Terminal:
    """Start the room of a session with an open sitting, and wait until it was read."""
    house.new()
    terminal = house.start("run", "demo", size=size, env=env)
    terminal.wait_for("● on disk")
    return terminal


def test_keys_that_come_in_one_read_keep_their_order(house: House) -> None:
    """Over a slow connection letters come with the Backspace and the arrows before them."""
    terminal = room(house)
    keys = "NV: teh" + key_bytes("backspace") * 2 + "he thing" + key_bytes("home") + "10:31 "
    terminal.write(keys + key_bytes("end") + "s\rOS: and")
    terminal.wait_for("▸ OS: and")
    terminal.wait(lambda: "the things" in house.said(), "expected the entry on disk")
    entry = next(one for one in house.record().entries if getattr(one.what, "text", "") ==
                 "the things")  # fmt: skip
    assert entry.when is not None


def test_a_day_typed_at_machine_speed_drops_nothing(house: House) -> None:
    terminal = room(house)
    lines = [f"NV: number {number} of what was said" for number in range(60)]
    for line in lines:
        terminal.write(f"{line}\r")
        terminal.pump(0.06)  # closer together they would be a paste
    wanted = [line.partition(": ")[2] for line in lines]
    terminal.wait(
        lambda: [text for text in house.said() if text.startswith("number")] == wanted,
        "expected every line on disk, in order",
    )


@pytest.mark.parametrize("size", SIZES)
def test_without_colour_everything_is_still_said(house: House, size: tuple[int, int]) -> None:
    terminal = room(house, size, NO_COLOR="1")
    terminal.write("In camera:\r")
    terminal.wait_for("IN CAMERA ▸")
    terminal.write("NV: a secret\r")
    terminal.wait_for("[IN CAMERA]")
    terminal.settle()
    colours = re.findall(rb"\x1b\[[\d;]*?(?:38|48);(?:2;(\d+);(\d+);(\d+)|5;(\d+))", terminal.raw)
    assert all(red == green == blue for red, green, blue, code in colours if not code)
    grey = {*range(16), *range(232, 256), 16, 59, 102, 145, 188, 231}
    assert all(int(code) in grey for *_, code in colours if code)


def test_the_kitty_keyboard_is_left_alone(house: House) -> None:
    """With it Windows Terminal drops what AltGr types: @ € [ ]."""
    terminal = room(house)
    terminal.write("NV: @ € [ ]\r")
    terminal.wait(lambda: "@ € [ ]" in house.said(), "expected the entry on disk")
    assert b"\x1b[>" not in bytes(terminal.raw).replace(b"\x1b[>0q", b"")


def test_a_live_resize_keeps_the_text_and_the_screen_whole(house: House) -> None:
    terminal = room(house, (120, 40))
    terminal.write("NV: in the middle of a sentence that is long enough to be wrapped somewhere")
    for columns, rows in ((80, 24), (40, 10), (160, 50), (80, 24)):
        terminal.resize(columns, rows)
        terminal.settle()
    terminal.wait_for("somewhere")
    terminal.wait_for("Enter records")
    assert "● on disk" in terminal.text.splitlines()[0]
    terminal.press("enter")
    terminal.wait(
        lambda: house.said()[-1].endswith("wrapped somewhere"), "expected the entry on disk"
    )
