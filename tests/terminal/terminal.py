"""A real pseudo-terminal with a screen: a program is started in it, typed to, looked at, ended.

Every wait has a deadline and shows the screen when it passes. Leaving the `with` block ends the
program and all that it started.
"""

from __future__ import annotations

import os
import re
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import pexpect
import pyte

PATIENCE = 20.0
"""Seconds that anything may take on a machine with other work to do."""

SIZES = [(80, 24), (120, 40)]

_NAMED = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "shift+tab": "\x1b[Z", "backspace": "\x7f",
    "delete": "\x1b[3~", "space": " ", "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C",
    "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~", "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS",
    "f5": "\x1b[15~", "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~",
    "f10": "\x1b[21~", "f11": "\x1b[23~", "f12": "\x1b[24~",
}  # fmt: skip


_KEYBOARD_PROTOCOL = re.compile(rb"\x1b\[[<>=][0-9;]*u")  # pyte takes it for a letter
_FIRST_SCREEN = b"\x1b[?1049l"  # pyte has one screen only: what is shown after it is all there is


def key_bytes(key: str) -> str:
    """Return what a terminal sends for a key: `enter`, `f1`, `ctrl+n`, `alt+x`, or a letter."""
    if key in _NAMED:
        return _NAMED[key]
    if key.startswith("ctrl+"):
        return chr(ord(key[-1].upper()) & 0x1F)
    if key.startswith("alt+"):
        return "\x1b" + key[-1]
    if len(key) == 1:
        return key
    raise ValueError(f"no key {key!r}")


class _Screen(pyte.Screen):
    """A screen that does not mind what it does not know."""

    def select_graphic_rendition(self, *attrs: int, private: bool = False) -> None:
        """Take colours; a private form has another meaning, and pyte cannot tell them apart."""
        if not private:
            super().select_graphic_rendition(*attrs)


class Terminal:
    """A program in a pseudo-terminal of its own.

    raw: every byte that the terminal received. status: how the program ended, as a shell counts:
    its exit status, or the negative number of the signal that killed it; None while it runs.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: dict[str, str],
        cwd: str,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        columns, rows = size
        self.raw = bytearray()
        self.status: int | None = None
        self._screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        child: Any = pexpect.spawn(
            command[0], list(command[1:]), env=env, cwd=cwd, dimensions=(rows, columns),
        )  # fmt: skip
        self._child = child
        self.pid: int = child.pid
        self._is_open = True

    @property
    def text(self) -> str:
        """The screen as it stands, line by line."""
        return "\n".join(line.rstrip() for line in self._lines())

    def _lines(self) -> list[str]:
        """Return the screen's lines; behind a wide letter stands a cell without any."""
        cells = self._screen.buffer
        columns = range(self._screen.columns)
        return ["".join(cells[row][x].data for x in columns) for row in range(self._screen.lines)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def where(self, text: str) -> tuple[int, int]:
        """Return column and row, from 0, at which a text stands on the screen."""
        for row, line in enumerate(self._lines()):
            if text in line:
                return line.index(text), row
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def pump(self, seconds: float = 0.0) -> None:
        """Take in what the program writes, for at least so long."""
        until = time.monotonic() + seconds
        while self._is_open:
            left = max(0.0, until - time.monotonic())
            if not select.select([self._child.child_fd], [], [], left)[0]:
                return
            try:
                data = os.read(self._child.child_fd, 1 << 16)
            except OSError:  # Linux answers so when nobody has the other end open
                return
            if not data:
                return
            self.raw += data
            self._show(data)

    def _show(self, data: bytes) -> None:
        *before, now = _KEYBOARD_PROTOCOL.sub(b"", data).split(_FIRST_SCREEN)
        for part in before:
            self._stream.feed(part)
            self._screen.reset()
        self._stream.feed(now)

    def wait(self, holds: Callable[[], bool], what: str, within: float = PATIENCE) -> None:
        """Wait until something holds, while reading what the program writes."""
        until = time.monotonic() + within
        self.pump()
        while not holds():
            if time.monotonic() > until:
                raise AssertionError(f"{what} within {within} s; the screen:\n{self.text}")
            ended = self.status
            self.pump(0.02)
            if ended is None and self._ended():
                self.pump()
            elif ended is not None and not holds():
                raise AssertionError(f"{what}, but the program ended ({ended}):\n{self.text}")

    def wait_for(self, text: str, within: float = PATIENCE) -> None:
        """Wait until a text stands on the screen."""
        self.wait(lambda: text in self.text, f"expected {text!r} on the screen", within)

    def wait_gone(self, text: str, within: float = PATIENCE) -> None:
        """Wait until a text stands on the screen no more."""
        self.wait(lambda: text not in self.text, f"expected no {text!r} on the screen", within)

    def settle(self, quiet: float = 0.1, within: float = PATIENCE) -> None:
        """Wait until the program has written nothing for a while."""
        until = time.monotonic() + within
        before = -1
        while before != len(self.raw) and time.monotonic() < until:
            before = len(self.raw)
            self.pump(quiet)

    def press(self, *keys: str) -> None:
        """Press keys, one read apart, as fingers do."""
        for key in keys:
            self._send(key_bytes(key))
            self.pump(0.02)

    def write(self, text: str) -> None:
        """Type a text at once, as fast as a terminal can send it."""
        self._send(text)

    def paste(self, text: str) -> None:
        """Paste a text as terminals do that mark a paste."""
        self._send(f"\x1b[200~{text}\x1b[201~")

    def click(self, column: int, row: int, times: int = 1) -> None:
        """Click at a column and a row, from 0."""
        at = f"{column + 1};{row + 1}"
        for _ in range(times):
            self._send(f"\x1b[<0;{at}M\x1b[<0;{at}m")
            self.pump(0.02)

    def _send(self, text: str) -> None:
        self.write_bytes(text.encode("utf-8", "surrogatepass"))

    def write_bytes(self, data: bytes) -> None:
        """Send bytes, be they text or none."""
        while data:
            self.pump()
            data = data[os.write(self._child.child_fd, data) :]

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.pump()
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def kill(self, signum: int) -> None:
        """Send the program a signal."""
        os.kill(self.pid, signum)

    def close_window(self) -> None:
        """Close the window: the terminal goes away under the program."""
        self._is_open = False
        self._child.ptyproc.fileobj.close()

    def end(self, within: float = PATIENCE) -> int:
        """Wait until the program has ended, and return its `status`."""
        self.wait(self._ended, "expected the program to end", within)
        self.pump()
        if self.status is None:
            raise AssertionError("the program ended without a status")
        return self.status

    def _ended(self) -> bool:
        if self.status is None and not self._child.isalive():
            killed = self._child.signalstatus
            self.status = self._child.exitstatus if killed is None else -killed
        return self.status is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        until = time.monotonic() + PATIENCE
        while not self._ended() and time.monotonic() < until:
            time.sleep(0.01)
        if self._is_open:
            self._is_open = False
            self._child.ptyproc.fileobj.close()
        self._child.ptyproc.closed = True
        self._child.closed = True


def plain_env(env: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which a terminal is what it says, whatever ran the tests."""
    gone = re.compile(r"NO_COLOR|COLORTERM|TEXTUAL.*|COLUMNS|LINES|TMUX.*|TERM_PROGRAM.*|LC_.*")
    kept = {name: value for name, value in env.items() if not gone.fullmatch(name)}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
