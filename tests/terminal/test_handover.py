"""Handing over in a real terminal, at its smallest: one key, a name, Enter, and the card."""

from __future__ import annotations

import time

from plenary_tui.record.kinds import Rapporteur
from tests.terminal.conftest import House


def test_one_key_a_name_and_enter_hand_over_within_seconds(house: House) -> None:
    house.new("demo", "Presiding: NV (Ms Moss)", "q+ OS, GDA", "Proposal NV: We meet monthly",
              "Objection TR: too often", "NV: it must be so", "?wording")  # fmt: skip
    terminal = house.start("run", "demo")
    terminal.wait_for("● on disk")
    terminal.write("OS: half a sentence")
    terminal.wait_for("▸ OS: half a sentence")
    began = time.monotonic()
    terminal.press("f4")
    terminal.wait_for("Presiding: Novaria (Ms Moss)")
    assert len(terminal.text.splitlines()) == 24
    for text in ("List of speakers: 1 Ostrava Sea, 2 Gem Dealers", "Relief rapporteur ▸",
                 "Enter hands over", "F2 print", "Esc room"):  # fmt: skip
        assert text in terminal.text
    terminal.write("Ben Ruiz\r")
    terminal.wait_for("Ben Ruiz, at station desk")
    assert time.monotonic() - began < 30
    assert any(
        isinstance(one.what, Rapporteur) and one.what.name == "Ben Ruiz"
        for one in house.record().entries
    )
    terminal.press("pagedown", "pagedown")
    terminal.wait_for("half a sentence")
    terminal.press("f2")
    terminal.wait_for("✓ Written: demo-card-")
    terminal.press("escape")
    terminal.wait_for("▸ OS: half a sentence")
    assert {path.suffix for path in (house.folder / "demo" / "drafts").iterdir()} == {
        ".docx", ".md",
    }  # fmt: skip
