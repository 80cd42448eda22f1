"""`plenary replay` in a real terminal: opened, gone through, left; and hostile text in it."""

from __future__ import annotations

import signal

import pytest

from tests.store.sessions import read_all
from tests.terminal.conftest import House
from tests.terminal.controls import foreign
from tests.terminal.terminal import SIZES, Terminal
from tests.terminal.test_hostile import SHOWN, hostile_session

LINES = (
    "NV: opens the debate", "Proposal OS: We meet monthly.", "TR: has doubts about that",
    "Objection TR: too often", "Objection withdrawn TR", "Adopted:", "GDA: thanks everybody",
)  # fmt: skip


def replay(house: House, *args: str, size: tuple[int, int] = (80, 24)) -> Terminal:
    """Start the replay of a session."""
    return house.start("replay", "demo", *args, size=size)


@pytest.mark.parametrize("size", SIZES)
def test_it_is_gone_through_by_keys_typing_and_clicks_and_writes_nothing(
    house: House, size: tuple[int, int]
) -> None:
    folder = house.new("demo", *LINES)
    before = read_all(folder)
    screen = replay(house, size=size)
    screen.wait_for("corrections as made")
    screen.press("d")
    screen.wait_for("P1 adopted")
    assert "▶ Tarn" in screen.text
    assert "thanks everybody" not in screen.text
    screen.press("right")
    screen.wait_for("thanks everybody")
    screen.press("D")
    screen.wait_gone("thanks everybody")
    screen.press("g")
    screen.wait_for("go to ▸")
    screen.write("objection TR")
    screen.press("enter")
    screen.wait_for("objection to P1")
    screen.wait_gone("go to ▸")
    column, row = screen.where("●" if "●" in screen.text else "◆")
    screen.click(column, row)
    screen.press("end", "space")
    screen.wait_for("▶ ×1")
    screen.press("escape")
    assert screen.end() == 0
    assert read_all(folder) == before
    assert foreign(bytes(screen.raw)) == []


def test_it_begins_where_it_is_asked_to_and_plays_at_once(house: House) -> None:
    house.new("demo", *LINES)
    entry = house.record().entries[-2].id
    screen = replay(house, "--until", entry, "--speed", "1000")
    screen.wait_for("thanks everybody")
    screen.press("ctrl+q")
    assert screen.end() == 0
    lost = replay(house, "--until", "yesterday")
    assert lost.end() == 2
    assert "neither a time nor the id" in lost.text


def test_hostile_text_never_reaches_the_terminal(house: House) -> None:
    hostile_session(house)
    screen = replay(house, size=(120, 40))
    screen.wait_for("corrections as made")
    screen.press("end")
    screen.wait_for(SHOWN)
    for key in ("b", "pagedown", "escape", "f", "escape", "ctrl+t", "home", "right", "right", "f1"):
        screen.press(key)
        screen.settle()
    screen.press("escape", "escape")
    assert screen.end() == 0
    assert foreign(bytes(screen.raw)) == []


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "xterm"}])
def test_it_can_be_read_without_colour(house: House, env: dict[str, str]) -> None:
    house.new("demo", *LINES)
    screen = house.start("replay", "demo", "--until", "2030-01-01", env=env)
    screen.wait_for("P1 adopted")
    assert "‖ ×1" in screen.text and "┣ 1" in screen.text
    screen.kill(signal.SIGTERM)
    assert screen.end() == 128 + signal.SIGTERM


def test_it_is_opened_from_the_library_and_leads_back(house: House) -> None:
    house.new("demo", *LINES)
    library = house.start()
    library.wait_for("sitting open")
    library.press("ctrl+r")
    library.wait_for("corrections as made")
    library.press("o")
    library.wait_for("objection to P1")
    library.press("escape")
    library.wait_for("1 session")
    library.press("ctrl+q")
    assert library.end() == 0
