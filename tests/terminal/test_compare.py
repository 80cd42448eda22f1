"""`plenary compare` in a real terminal: opened, gone through, left with its status."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.store.sessions import clock, copy_of, read_all, record
from tests.terminal.conftest import House
from tests.terminal.controls import foreign
from tests.terminal.terminal import SIZES
from tests.terminal.test_hostile import SHOWN, hostile_session


def two_laptops(house: House) -> tuple[Path, Path]:
    one = house.new("demo", "Proposal NV: a sub-team on mines", "TR: has doubts")
    two = copy_of(one, house.folder.parent / "stick" / "demo")
    record(one, "antwerp", ["OS: fine", "Adopted:"], now=clock(timedelta(minutes=5)))
    record(two, "brussels", ["Objection P1 TR: not so fast"], now=clock(timedelta(minutes=7)))
    return one, two


@pytest.mark.parametrize("size", SIZES)
def test_two_copies_are_gone_through_by_keys_and_clicks_and_stay_as_they_are(
    house: House, size: tuple[int, int]
) -> None:
    one, two = two_laptops(house)
    before = read_all(one), read_all(two)
    screen = house.start("compare", "demo", str(two), size=size)
    screen.wait_for("Difference 1 of 4")
    assert "sessions/demo" in screen.text and "stick/demo" in screen.text
    screen.press("n", "n")
    screen.wait_for("Difference 3 of 4")
    assert "P1 adopted" in screen.text and "│" in screen.text
    column, row = screen.where("entries alike")
    screen.click(column, row, times=2)
    screen.wait_for("Title: Training Plenary")
    screen.press("ctrl+t", "ctrl+t", "end", "enter")
    screen.wait_for("Right: 10:07 Tarn, objection to P1: not so fast")
    screen.press("escape")
    assert screen.end() == 1
    assert (read_all(one), read_all(two)) == before
    assert foreign(bytes(screen.raw)) == []


def test_from_the_library_by_one_key(house: House) -> None:
    _, two = two_laptops(house)
    screen = house.start(size=(100, 30))
    screen.wait_for("sitting open")
    screen.press("alt+v")
    screen.wait_for("another copy")
    screen.write(str(two))
    screen.press("enter")
    screen.wait_for("Difference 1 of 4")
    screen.press("escape")
    screen.wait_for("Library")
    screen.press("ctrl+q")
    assert screen.end() == 0


def test_what_is_wrong_is_one_sentence_once_the_screen_is_gone(house: House) -> None:
    house.new("demo", "NV: hello")
    screen = house.start("compare", "--draft", "demo@7", "demo")
    assert screen.end() == 2
    assert "7 is no version" in screen.text


def test_hostile_text_never_reaches_the_terminal(house: House) -> None:
    hostile_session(house)
    one = house.folder / "demo"
    two = copy_of(one, house.folder.parent / "stick" / "demo")
    record(two, "brussels", ["NV: hello"], now=clock(timedelta(days=9)))
    screen = house.start("compare", "demo", str(two), size=(120, 40))
    screen.wait_for("Difference 1 of")
    screen.press("o")
    screen.wait_for("All that is alike is open")
    for key in ("home", "pagedown", "pagedown", "enter", "ctrl+t", "f1", "escape", "end"):
        screen.press(key)
        screen.settle()
    screen.press("escape")
    assert screen.end() == 1
    assert foreign(bytes(screen.raw)) == []
    assert SHOWN
