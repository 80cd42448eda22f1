"""`plenary drill` in a real terminal: heard, typed, killed, gone on with, compared."""

from __future__ import annotations

import signal
import time

import pytest

from tests.terminal.conftest import House
from tests.terminal.controls import foreign
from tests.terminal.terminal import SIZES

LINES = (
    "NV: asks for scales that every village can afford", "Proposal OS: We meet monthly.",
    "TR: has doubts about that", "Adopted:",
)  # fmt: skip


@pytest.mark.parametrize("size", SIZES)
def test_a_drill_is_held_killed_gone_on_with_and_compared(
    house: House, size: tuple[int, int]
) -> None:
    house.new("demo", *LINES)
    screen = house.start("drill", "demo", "--speed", "20", size=size)
    screen.wait_for("F3 begins")
    screen.press("f3")
    screen.wait_for("every village can afford")
    screen.write("OS: scales for villages")
    screen.press("enter")
    screen.wait_for("✓")
    screen.write("TR: has dou")
    screen.wait_for("TR: has dou")
    time.sleep(1.0)  # what is being typed is on disk within a second
    screen.kill(signal.SIGKILL)
    assert screen.end() == -signal.SIGKILL
    again = house.start("drill", "demo", size=size)
    again.wait_for("TR: has dou")
    again.wait_for("F3 goes on")
    again.write("bts")
    again.press("enter")
    again.wait_for("✓ Tarn")
    again.press("alt+e")
    again.wait_for("wrong speaker")
    again.press("enter")
    again.wait_for("Escape goes back")
    again.press("escape")
    again.wait_for("whole row")
    again.press("escape")
    again.wait_for("OVER")
    again.press("ctrl+q", "enter")
    assert again.end() == 0
    assert "--result` shows how it went" in again.text
    assert foreign(bytes(again.raw)) == []
