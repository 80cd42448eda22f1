"""The line mode in a real terminal: prompt, completion, what was understood, in plain text."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from plenary_tui.commands.completion import proposals
from plenary_tui.record.kinds import Intervention
from tests.commands.conftest import Desk

PROMPT = "> "


class Terminal:
    """The line mode at the other end of a pseudo-terminal."""

    def __init__(self, desk: Desk, home: Path) -> None:
        self.child = pexpect.spawn(
            sys.executable, ["-m", "plenary_tui", "record", "demo"],
            env={**desk.env, "TERM": "dumb", "HOME": str(home), "INPUTRC": "/dev/null"},
            encoding="utf-8", timeout=15, dimensions=(24, 100),
        )  # fmt: skip
        self.child.expect_exact(PROMPT)
        self.greeting = str(self.child.before)

    def enter(self, line: str) -> str:
        """Type a line and return what was printed up to the next prompt."""
        self.child.sendline(line)
        self.child.expect_exact(PROMPT)
        _, _, said = str(self.child.before).partition("\r\n")
        return said.replace("\r\n", "\n")


@pytest.fixture
def terminal(demo: Desk, tmp_path: Path) -> Iterator[Terminal]:
    home = tmp_path / "home"
    home.mkdir()
    terminal = Terminal(demo, home)
    yield terminal
    terminal.child.close(force=True)


def test_the_greeting_says_what_the_session_is_and_where_help_is(terminal: Terminal) -> None:
    assert "Training Intersessional" in terminal.greeting
    assert "4 delegations" in terminal.greeting
    assert "? shows the notation" in terminal.greeting
    assert "[No sitting open]" in terminal.greeting
    assert "\x1b" not in terminal.greeting.replace("\x1b[?2004h", "")


def test_what_was_understood_is_said_in_words(terminal: Terminal) -> None:
    assert "sitting announced: Working Group on Mines" in terminal.enter("Sitting: WGM")
    assert "[Sitting 1]" in terminal.enter("Opened:")
    assert "[Sitting 1, item 4.2]" in terminal.enter("item 4.2")
    said = terminal.enter("gda: welcomes the report")
    assert "Gem Dealers Association (Observer), intervention, item 4.2, Mines" in said
    assert said.startswith("ok desk-")
    assert "[Sitting 1, item 4.2, Gem Dealers Association speaking]" in said
    assert "more of Gem Dealers Association (Observer)" in terminal.enter("... and its author")
    assert "Novaria (Participant) aligned with Gem Dealers" in terminal.enter("Aligned NV")
    assert "Novaria (Participant), proposal P1" in terminal.enter("Proposal NV: Meet monthly.")
    said = terminal.enter("Objection TR: too often")
    assert "Trasonia (Participant), objection to P1" in said
    said = terminal.enter("Adopted:")
    assert said.startswith("refused desk-")
    assert "way out: Objection withdrawn TR" in said


def test_in_camera_stands_in_every_prompt_in_words(terminal: Terminal) -> None:
    terminal.enter("Opened:")
    said = terminal.enter("In camera:")
    assert "[Sitting 1, IN CAMERA]" in said
    assert said.endswith("IN CAMERA")
    assert terminal.enter("NV: between us").endswith("IN CAMERA")
    assert not terminal.enter("Open session:").endswith("IN CAMERA")


def test_tab_completes_a_delegation(terminal: Terminal, demo: Desk) -> None:
    terminal.child.send("Nov\t")
    terminal.child.expect_exact("Novaria: ")
    said = terminal.enter("proposes a visit")
    assert "Novaria (Participant), intervention" in said
    what = demo.record().entries[-1].what
    assert isinstance(what, Intervention)
    assert (what.speaker, what.text) == ("NV", "proposes a visit")


def test_help_shows_the_notation_and_records_nothing(terminal: Terminal, demo: Desk) -> None:
    before = len(demo.record().entries)
    for line in ("?", "help"):
        assert "an intervention" in terminal.enter(line)
    assert len(demo.record().entries) == before


def test_ctrl_c_drops_the_line_and_then_ends(terminal: Terminal, demo: Desk) -> None:
    before = len(demo.record().entries)
    terminal.child.send("NV: not meant")
    terminal.child.expect_exact("not meant")
    terminal.child.sendintr()
    terminal.child.expect_exact("not recorded")
    terminal.child.expect_exact(PROMPT)
    terminal.child.sendintr()
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 128 + signal.SIGINT
    assert len(demo.record().entries) == before


def test_ctrl_d_leaves_and_says_what_is_still_open(terminal: Terminal) -> None:
    terminal.enter("Opened:")
    terminal.child.sendeof()
    terminal.child.expect_exact("Sitting 1 is still open")
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 0


def test_what_was_being_typed_stands_at_the_prompt_again(
    terminal: Terminal, demo: Desk, tmp_path: Path
) -> None:
    terminal.child.send("NV: half a sen")
    terminal.child.expect_exact("half a sen")
    terminal.child.kill(signal.SIGHUP)
    terminal.child.expect(pexpect.EOF)
    terminal.child.close()
    assert terminal.child.exitstatus == 128 + signal.SIGHUP
    again = Terminal(demo, tmp_path)
    assert "NV: half a sen" in again.greeting
    assert "intervention" in again.enter("tence")
    again.child.close(force=True)
    assert getattr(demo.record().entries[-1].what, "text", "") == "half a sentence"


def test_nothing_that_was_typed_is_left_in_the_home_folder(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.enter("Private: nobody reads this")
    terminal.child.sendeof()
    terminal.child.expect(pexpect.EOF)
    left = [path for path in (tmp_path / "home").rglob("*") if path.is_file()]
    assert all(b"nobody reads this" not in path.read_bytes() for path in left)


def test_a_pasted_block_is_taken_line_by_line(terminal: Terminal, demo: Desk) -> None:
    terminal.child.send("\x1b[200~NV: one\n    and more\nTR: two\x1b[201~")
    said = terminal.enter("")
    assert said.count("ok desk-") == 2
    texts = [getattr(entry.what, "text", "") for entry in demo.record().entries[-2:]]
    assert texts == ["one\nand more", "two"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Nov", "Novaria: "),
        ("10:31 tras", "Trasonia: "),
        ("q+ NV, Gem D", "Dealers Association"),
        ("Objec", "Objection"),
        ("Sitting: wg", "WGM"),
        ("NV: says Tras", "Trasonia"),
    ],
)
def test_completion_knows_names_and_keywords(demo: Desk, line: str, found: str) -> None:
    word = line.rpartition(" ")[2]
    assert found in proposals(line, word, demo.record().meeting)


def test_completion_proposes_nothing_where_nothing_fits(demo: Desk) -> None:
    assert proposals("q+ xyz", "xyz", demo.record().meeting) == []
