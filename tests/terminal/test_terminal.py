"""The pseudo-terminal that the other tests here stand on does what it says."""

from __future__ import annotations

import fcntl
import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal, plain_env

ECHO = """
import os, signal, sys
signal.signal(signal.SIGWINCH, lambda *_: print("size", *os.get_terminal_size(), flush=True))
print("ready", *os.get_terminal_size(), flush=True)
for line in sys.stdin:
    print("got", ascii(line.strip()), flush=True)
    if "bye" in line:
        sys.exit(7)
"""


def _start(size: tuple[int, int] = (80, 24), script: str = ECHO) -> Terminal:
    return Terminal([sys.executable, "-c", script], env=plain_env(os.environ), cwd="/", size=size)


def test_a_program_is_typed_to_looked_at_resized_and_ends() -> None:
    with _start((120, 40)) as terminal:
        terminal.wait_for("ready 120 40")
        terminal.resize(80, 24)
        terminal.wait_for("size 80 24")
        terminal.write("one\r")
        terminal.wait_for("got 'one'")
        assert terminal.where("got")[0] == 0
        terminal.write("bye\r")
        assert terminal.end() == 7
        assert b"got 'bye'\r\n" in terminal.raw


def test_what_does_not_come_is_said_with_the_screen() -> None:
    with _start() as terminal:
        terminal.wait_for("ready")
        with pytest.raises(AssertionError, match=r"(?s)'never' on the screen within.*ready 80 24"):
            terminal.wait_for("never", within=0.1)


def test_a_program_that_ends_before_the_text_fails_at_once() -> None:
    begun = time.monotonic()
    with _start(script="print('last words')") as terminal, pytest.raises(AssertionError) as failed:
        terminal.wait_for("more")
    assert "last words" in str(failed.value)
    assert time.monotonic() - begun < 10


def test_a_closed_window_hangs_the_program_up() -> None:
    with _start() as terminal:
        terminal.wait_for("ready")
        terminal.close_window()
        assert terminal.end() == -signal.SIGHUP


def test_nothing_is_left_running(tmp_path: Path) -> None:
    held = tmp_path / "held"
    script = (
        "import fcntl, subprocess, sys\n"
        f"held = open({str(held)!r}, 'w')\n"
        "fcntl.flock(held, fcntl.LOCK_EX)\n"
        "subprocess.Popen(['sleep', '99'], pass_fds=[held.fileno()])\n"
        "print('up', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with _start(script=script) as terminal:
        terminal.wait_for("up")
    with held.open() as again:
        for _ in range(100):
            with suppress(BlockingIOError):
                fcntl.flock(again, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            time.sleep(0.02)
    raise AssertionError("the sleeper holds its lock still")
