"""A statement handed in, checked and recorded, and the Chair's script, as a terminal sends keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from plenary_tui.record import kinds as k
from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES


@pytest.mark.parametrize("size", SIZES)
def test_a_statement_from_a_file_is_checked_while_it_is_read(
    house: House, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "words.txt"
    file.write_text("Thank you. \x1b]0;title\x07We mine by hand. We shall report.\n")
    folder = house.new()
    terminal = house.start("run", "demo", size=size)
    terminal.wait_for("● on disk")
    terminal.press("alt+s")
    terminal.wait_for("No statement has been handed in")
    terminal.press("f2")
    terminal.wait_for("Take in a statement")
    terminal.write("nv")
    terminal.press("tab")
    terminal.settle()
    terminal.write(str(file))
    terminal.write("\r")
    terminal.wait_for("1 not delivered yet")
    terminal.wait_for("We mine by hand.")
    assert b"\x1b]0;title" not in terminal.raw
    assert b"mine by hand" not in b"".join(path.read_bytes() for path in (folder / "log").iterdir())
    terminal.press("escape")
    terminal.wait_for("Enter records")
    terminal.write("next NV\r")
    terminal.wait_for("Alt-S: NV's statement handed in")
    terminal.press("alt+s")
    terminal.wait_for("sentence 1 of")
    terminal.write(" x")
    terminal.wait_for("1 sentence left out")
    terminal.press("pagedown")
    terminal.wait_for("last sentence")
    terminal.write("\r")
    terminal.wait_for("delivered with changes: 1 sentence left out")
    what = house.record().entries[-1].what
    assert isinstance(what, k.Intervention)
    assert what.text == "Thank you. We shall report." and what.prepared


@pytest.mark.parametrize("size", SIZES)
def test_the_script_is_read_and_its_way_out_recorded(house: House, size: tuple[int, int]) -> None:
    house.new("demo", "Proposal NV: We meet [/every] month.", "+ OS")
    terminal = house.start("run", "demo", size=size)
    terminal.wait_for("● on disk")
    terminal.press("f5")
    terminal.wait_for("If I hear no objection, it is so decided.")
    terminal.wait_for("[/every]")
    terminal.pump(1.2)
    terminal.write("1")
    terminal.wait_for("✓")
    terminal.wait(
        lambda: isinstance(house.record().entries[-1].what, k.Outcome), "expected the outcome"
    )
    terminal.press("escape")
    terminal.wait_for("Enter records")
