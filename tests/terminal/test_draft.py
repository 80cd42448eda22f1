"""The draft in a terminal: opened by its command, worked on with keys, killed, opened again."""

from __future__ import annotations

import signal

import pytest

from plenary_tui.record import kinds as k
from plenary_tui.ui.widgets.menu import SLIP
from tests.terminal.conftest import House
from tests.terminal.terminal import SIZES

LINES = ("Opening NV: Friends", "Draft decision NV: Mines report monthly.", "Adopted:")


@pytest.mark.parametrize("size", SIZES)
def test_the_office_words_brackets_agrees_and_issues(house: House, size: tuple[int, int]) -> None:
    folder = house.new("demo", *LINES)
    terminal = house.start("draft", "demo", size=size)
    terminal.wait_for("no bracket open")
    terminal.press("2", "enter")
    terminal.wait_for("2 · open")
    terminal.press("e")
    terminal.wait_for("2 reads ▸")
    terminal.press("end")
    terminal.write(" [tr: With thanks.]")
    terminal.wait_for("1 in brackets: Tarn 1")
    terminal.press("enter")
    terminal.wait_for("[ ] 1 open (Tarn 1)")
    terminal.press("g")
    terminal.wait_for("How far is it agreed?")
    terminal.press("1")
    terminal.wait_for("1 bracket is open in it")
    terminal.press("c")
    terminal.wait_for("no bracket open")
    terminal.pump(SLIP)
    terminal.press("g")
    terminal.wait_for("How far is it agreed?")
    terminal.press("1")
    terminal.wait_for("● 1 agreed")
    terminal.press("i")
    terminal.wait_for("Issue a version of the draft")
    terminal.press("enter")
    terminal.wait_for("drafts/demo-communique-v1.docx")
    assert (folder / "drafts" / "demo-communique-v1.docx").exists()
    acts = [one.what for one in house.record().entries if isinstance(one.what, k.DraftKind)]
    assert [getattr(one, "act", one.kind) for one in acts] == [
        "edited", "cleaned", "agreed", "draft_issued",
    ]  # fmt: skip
    terminal.resize(*(SIZES[0] if size == SIZES[1] else SIZES[1]))
    terminal.wait_for("version 1 issued")
    terminal.press("escape")
    terminal.wait_for("Enter records")
    terminal.press("f3")
    terminal.wait_for("● 1 agreed")
    terminal.press("ctrl+q")
    terminal.wait_for("Enter records")


def test_what_is_typed_comes_back_at_its_paragraph_after_a_kill(house: House) -> None:
    folder = house.new("demo", *LINES)
    terminal = house.start("draft", "demo")
    terminal.wait_for("no bracket open")
    terminal.press("2", "enter")
    terminal.press("e")
    terminal.wait_for("2 reads ▸")
    terminal.write("Half a sentence: ")
    kept = folder / "typing" / "desk"
    terminal.wait(lambda: kept.exists() and "Half a sen" in kept.read_text(), "expected it kept")
    terminal.kill(signal.SIGKILL)
    terminal.end()
    again = house.start("draft", "demo")
    again.wait_for("This was being typed when the program last stopped.")
    again.wait_for("Participant.Half a")
    again.press("enter")
    again.wait_for("worded by hand")
    again.wait(lambda: "Half a sen" not in kept.read_text(), "expected it kept no longer")
    edit = house.record().entries[-1].what
    assert isinstance(edit, k.DraftEdit)
    assert edit.paragraphs[0].text.endswith("Half a sentence:")


def test_nothing_of_a_hostile_text_reaches_the_terminal(house: House) -> None:
    house.new("demo", *LINES)
    terminal = house.start("draft", "demo", env={"NO_COLOR": "1"})
    terminal.wait_for("no bracket open")
    terminal.write("add in one read ")
    terminal.wait_for("▸ dd in one read")
    terminal.paste("[/bold] \x1b]0;title\x07 words")
    terminal.press("enter")
    terminal.wait_for("words")
    terminal.wait_for("[/bold]")
    assert b"\x1b]0;title" not in terminal.raw
