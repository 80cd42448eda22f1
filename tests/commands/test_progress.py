"""What takes its time says so on a terminal, and leaves nothing there or in a file."""

from __future__ import annotations

import sys
import time

import pytest

from plenary_tui.commands import progress as telling
from plenary_tui.commands.progress import progress


def test_a_terminal_is_told_what_is_done_and_for_how_long(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "_FIRST_AFTER", 0.01)
    monkeypatch.setattr(telling, "_EVERY", 0.02)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress("Reading a.log") as then:
        time.sleep(0.2)
        then("Writing")
        time.sleep(0.2)
    shown = capsys.readouterr().err
    assert "Reading a.log … 0 s" in shown and "Writing … 0 s" in shown
    assert shown.endswith("\r\x1b[K")


def test_what_is_soon_done_and_a_file_are_told_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with progress("Reading a.log") as then:
        time.sleep(0.7)
        then("Writing")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with progress("Reading a.log"):
        pass
    assert capsys.readouterr().err == ""
