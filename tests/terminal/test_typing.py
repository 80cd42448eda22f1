"""Ten minutes of a rapporteur who types faster than anybody does: nothing is dropped."""

from __future__ import annotations

import random
from unicodedata import normalize

from tests.terminal.conftest import House

A_MINUTE = 35
MINUTES = 10
REST = 0.06
"""Seconds before an Enter: a finger takes as long, and who pastes has none."""
WORDS = (
    "the meeting welcomes notes with concern that shafts, carats — parcels of «rough» naïve "
    "Côte d'Ivoire 日本 e\u0301te\u0301 100 % [brackets] and/or (so) in line; with the review"
)
SPEAKERS = ("NV", "OS", "KE")


def lines() -> list[str]:
    """Return what is typed: no two lines alike, of two to fourteen words."""
    dice = random.Random(35)
    words = WORDS.split()
    return [
        f"number {number} " + " ".join(dice.choices(words, k=dice.randint(1, 12)))
        for number in range(A_MINUTE * MINUTES)
    ]


def composed(texts: list[str]) -> list[str]:
    """Return texts with one way to write an accented letter: there are two of the same."""
    return [normalize("NFC", text) for text in texts]


def test_ten_minutes_at_35_entries_a_minute_typed_without_a_pause_drop_nothing(
    house: House,
) -> None:
    """Word by word, as fast as they come to disk: the ten minutes last seconds."""
    house.new()
    terminal = house.start("run", "demo", size=(120, 40))
    terminal.wait_for("● on disk")
    typed = lines()
    for number, line in enumerate(typed):
        house.wait_on_disk(terminal, number - 1)  # three read at once would be a paste
        for word in f"{SPEAKERS[number % 3]}: {line}".split(" "):
            terminal.write(f"{word} ")
            terminal.pump()
        terminal.press("backspace")
        terminal.pump(REST)
        terminal.press("enter")
    house.wait_on_disk(terminal, len(typed))
    said = [text for text in house.said() if text.startswith("number ")]
    assert composed(said) == composed(typed)
