"""The capture line in a real terminal: what was typed comes back in its parts, cursor and all."""

from __future__ import annotations

import signal

import pytest

from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES, Terminal, key_bytes
from tests.terminal.test_lifecycle import kept_typing, room


def killed(terminal: Terminal) -> None:
    """End the program as a power cut does."""
    terminal.kill(signal.SIGKILL)
    assert terminal.end() == -signal.SIGKILL


def test_after_a_kill_in_mid_word_all_is_back_in_its_place_with_the_cursor(house: House) -> None:
    house.new()
    terminal = room(house)
    terminal.write("OS: in the middle of a thought")
    terminal.wait_for("a thought")
    terminal.press(*["left"] * 8)
    terminal.press("ctrl+l")
    terminal.wait_for("▸ q+")
    terminal.write("n")
    kept_typing(house, "laid aside, cursor at 22")
    kept_typing(house, "q+ n")
    killed(terminal)
    again = room(house)
    again.wait_for("▸ q+ n")
    again.write("v\r")
    again.wait_for("a thought")
    again.settle()
    again.write("n XY")
    again.wait_for("middle of an XY thought")
    again.press("enter")
    again.wait(
        lambda: house.said()[-1] == "in the middle of an XY thought",
        "expected both on disk",
    )  # fmt: skip


def test_what_reached_the_log_before_a_kill_is_not_offered_again(house: House) -> None:
    folder = house.new()
    terminal = room(house)
    terminal.write("NV: one\r")
    terminal.wait(lambda: house.said()[-1] == "one", "expected the entry on disk")
    terminal.write("NV: two\r")
    terminal.wait(lambda: house.said()[-1] == "two", "expected the entry on disk")
    killed(terminal)
    # As it stands where the kill came between the log and this file.
    (folder / "typing" / "desk").write_text(
        "TR: half a\n=== on its way, after desk-1 ===\nNV: two\n=== on its way ===\nOS: three"
    )
    again = room(house)
    again.wait_for("▸ OS: three")
    again.press("enter")
    again.wait_for("▸ TR: half a")
    again.wait(lambda: house.said()[-1] == "three", "expected the entry on disk")
    assert house.said().count("two") == 1


def test_a_second_room_at_the_station_does_not_begin_with_the_firsts_half_line(
    house: House,
) -> None:
    house.new()
    first = room(house)
    first.wait_for("● on disk")
    first.write("NV: half a line")
    kept_typing(house, "half a line")
    second = room(house)
    second.wait_for("already records here as desk")
    assert "half a line" not in second.text
    killed(first)
    second.write("OS: mine\r")
    second.wait_for("half a line")
    second.wait(lambda: "mine" in house.said(), "expected the entry on disk")


@pytest.mark.parametrize("size", SIZES)
def test_the_picker_shows_eight_rows_and_the_line_under_them(
    house: House, size: tuple[int, int]
) -> None:
    house.new("demo", *(f"Delegation X{n}: Exland {n}; Participant" for n in range(10, 30)))
    terminal = room(house, size=size)
    terminal.write("q+ OS\r")
    terminal.wait_for("1 Ostrava Sea")
    terminal.write("exl\t")
    terminal.wait_for("▸ X10")
    terminal.settle()
    rows = [line for line in terminal.text.splitlines() if "Exland" in line and "X" in line[:5]]
    assert len(rows) == 8
    assert terminal.where("▸ exl")[1] > terminal.where("X17")[1]
    assert "Enter records" in terminal.text
    terminal.write(" 27")
    terminal.wait_for("▸ X27")
    terminal.write("\r")
    terminal.wait_for("▸ X27:")


def test_an_unmarked_paste_is_one_entry_and_one_key_splits_it(house: House) -> None:
    house.new()
    terminal = room(house)
    words = "the importance of the report, " * 4
    before = len(house.said())
    terminal.write("".join(f"NV: {number} {words}\r" for number in range(3)))
    terminal.wait_for("F12 line by line")
    assert len(house.said()) == before
    terminal.write(key_bytes("f12"))
    terminal.wait(lambda: len(house.said()) == before + 3, "expected three entries on disk")


def test_a_letter_with_alt_is_a_key_and_no_text(house: House) -> None:
    house.new()
    terminal = room(house)
    terminal.write("NV: what was said\r")
    terminal.wait(lambda: house.said()[-1] == "what was said", "expected the entry on disk")
    terminal.write("OS: an")
    terminal.press("alt+m")
    terminal.wait_for("⚑ missed")
    terminal.press("alt+z")
    terminal.settle(0.3)
    terminal.write("d so on")
    terminal.wait_for("▸ OS: and so on")
