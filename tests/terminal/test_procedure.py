"""A sitting in the real program: roll, list, limits, a point of order, a gavel that is refused."""

from __future__ import annotations

import pytest

from tests.terminal.conftest import House
from tests.terminal.terminal import Terminal, key_bytes


def room(house: House, size: tuple[int, int]) -> Terminal:
    house.new("demo", "Agenda 3: Data; 30 min")
    terminal = house.start("run", "demo", size=size)
    terminal.wait_for("● on disk")
    return terminal


def enter(terminal: Terminal, line: str, shown: str) -> None:
    """Type a line and wait for what comes of it on the screen."""
    terminal.write(f"{line}\r")
    terminal.wait_for(shown)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_sitting_with_everything_at_hand(house: House, size: tuple[int, int]) -> None:
    terminal = room(house, size)
    terminal.press("alt+r")
    terminal.wait_for("Type codes")
    terminal.write("osqgda")
    terminal.wait_for("Gem Dealers is here")
    terminal.press("enter")
    terminal.wait_for("present: 1 of 3")
    enter(terminal, "limit 3 min", "list open · 3 min")
    enter(terminal, "limit Observers 5 s", "Observer 5 s")
    enter(terminal, "q+ GDA, OS, TR", "3 Tarn")
    terminal.press("ctrl+n", "ctrl+n")
    terminal.wait_for("/0:05")
    terminal.write("we welcome it\r")
    terminal.wait_for("OVER by 0:0")
    terminal.press("alt+p")
    terminal.wait_for("stopped")

    # All of it in one read, as over a slow connection.
    terminal.write(key_bytes("ctrl+s") + "8" + "TR: is there a quorum?\r")
    terminal.wait_for("POINT OF ORDER")
    terminal.wait_for("interrupts Gem Dealers")
    enter(terminal, "Ruling: there is", "Ruling: there is")
    terminal.wait(lambda: "POINT OF ORDER" not in terminal.text, "expected the ruling to end it")
    enter(terminal, "OS: thank you", "over by 0:")

    enter(terminal, "Proposal OS: We meet monthly.", "P1")
    enter(terminal, "Objection TR: too often", "OBJECTS: TR")
    enter(terminal, "Adopted:", "Ways out:")
    terminal.wait_for("Gavelled P1:")
    terminal.press("escape")
    terminal.write(key_bytes("ctrl+g") + "6" + "\r")
    terminal.wait_for("disputed")
    enter(terminal, "In camera:", "IN CAMERA ▸")
    assert terminal.text.splitlines()[0].startswith(" IN CAMERA")
    assert terminal.text.count("IN CAMERA") >= 3
    enter(terminal, "Open session:", "Open session from here on")
    terminal.wait(lambda: "IN CAMERA ▸" not in terminal.text, "expected an open session")
    assert max(map(len, terminal.text.splitlines())) <= size[0]

    meeting = house.record().live
    assert {text.state for text in meeting.texts.values()} == {"disputed"}
    (sitting,) = meeting.sittings.values()
    assert set(sitting.present) == {"OS", "GDA"}
    assert len([turn for turn in meeting.speaking.values() if turn.over]) == 1
