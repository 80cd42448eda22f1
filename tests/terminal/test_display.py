"""The real display in a pseudo-terminal, beside a real recorder in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.terminal.conftest import ROOT, House
from tests.terminal.controls import foreign
from tests.terminal.terminal import SIZES, plain_env
from tests.terminal.test_hostile import SHOWN, hostile_session

SOON = 6.0
"""Seconds in which an entry has to be on the display, on a machine with other work to do."""


def environment(house: House, station: str) -> dict[str, str]:
    return {
        **plain_env(os.environ), "PLENARY_SESSIONS": str(house.folder),
        "PLENARY_STATION": station, "PYTHONPATH": str(ROOT),
    }  # fmt: skip


class Recorder:
    """`plenary record demo -` in a process of its own, which holds the lock of its log."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, line: str) -> None:
        """Record a line, and wait until it is on disk."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().startswith("ok ")


@contextmanager
def recording(house: House, station: str = "antwerp") -> Iterator[Recorder]:
    """Start a recorder; it has ended afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "plenary_tui", "record", "demo", "-"], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=environment(house, station), cwd=house.folder.parent,
    )  # fmt: skip
    with process:
        try:
            yield Recorder(process)
        finally:
            process.kill()


@pytest.mark.parametrize("size", SIZES)
def test_what_is_recorded_is_shown_soon_and_what_is_not_open_never(
    house: House, size: tuple[int, int]
) -> None:
    house.new()
    display = house.start("display", "demo", size=size)
    display.wait_for("Item 2")
    with recording(house) as record:
        record("q+ OS, GDA")
        display.wait_for("2 Gem Dealers (Observer)", SOON)
        record("Proposal TR: We meet monthly.")
        record("Bracket NV: monthly")
        display.wait_for("We meet [Novaria: monthly].", SOON)
        record("GDA: speaks")
        display.wait_for("G E M   D E A L E R S", SOON)
        display.wait_for("Observer", SOON)
        record("Private: PLANTED")
        record("Check: PLANTED")
        record("In camera: PLANTED")
        display.wait_for("IN CAMERA", SOON)
        assert "GEM" not in display.text.replace(" ", "")
        assert "We meet" not in display.text
        record("OS: PLANTED")
        record("Proposal OS: PLANTED")
        record("Open session:")
        display.wait_for("We meet [Novaria: monthly].", SOON)
        record("TR: openly")
        display.wait_for("T A R N", SOON)
    assert b"PLANTED" not in display.raw
    display.press("ctrl+q")
    assert display.end() == 0
    assert foreign(bytes(display.raw)) == []


def test_a_recorder_that_is_killed_does_not_hurt_it(house: House) -> None:
    house.new()
    display = house.start("display", "demo")
    display.wait_for("Item 2")
    with recording(house) as record:
        record("TR: speaks")
        display.wait_for("T A R N", SOON)
        record.process.kill()
    log = house.folder / "demo" / "log" / "antwerp.1.jsonl"
    with log.open("ab") as file:
        file.write(b'{"p":"torn')
    with recording(house) as record:
        record("OS: goes on")
        display.wait_for("O S T R A V A", SOON)
    (house.folder / "demo").rename(house.folder / "away")
    display.wait_for("Not up to date since", SOON + 8)
    (house.folder / "away").rename(house.folder / "demo")
    display.wait_gone("Not up to date since", SOON)
    display.press("q")
    assert display.end() == 0


@pytest.mark.parametrize("size", [*SIZES, (200, 60)])
def test_hostile_text_never_reaches_the_terminal(house: House, size: tuple[int, int]) -> None:
    hostile_session(house)
    display = house.start("display", "demo", size=size)
    display.wait_for("Item 3")
    display.wait_for(f"{SHOWN}proposal")
    display.press("pagedown", "t", "pageup", "x")
    display.resize(60, 20)
    display.settle()
    assert foreign(bytes(display.raw)) == []


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "xterm"}])
def test_it_can_be_read_without_colour(house: House, env: dict[str, str]) -> None:
    house.new("demo", "limit 1 min", "NV: speaks", "Proposal TR: We meet.", "Bracket OS: meet")
    display = house.start("display", "demo", env=env)
    display.wait_for("We [Ostrava Sea: meet].")


def test_a_signal_ends_it_with_its_number(house: House) -> None:
    house.new()
    display = house.start("display", "demo")
    display.wait_for("Item 2")
    display.kill(signal.SIGTERM)
    assert display.end() == 128 + signal.SIGTERM


def test_without_a_terminal_it_says_where_it_belongs(house: House) -> None:
    house.new()
    done = subprocess.run(
        [sys.executable, "-m", "plenary_tui", "display", "demo"], text=True, capture_output=True,
        env=environment(house, "desk"), cwd=house.folder.parent, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == (
        "The display needs a terminal: open one on the projector, and type "
        "`plenary display demo` there.\n"
    )
