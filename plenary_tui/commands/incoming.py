"""Lines as they arrive in a file or a pipe, each with what belongs to it.

An indented line belongs to the line above. Nobody can know whether one will follow, so only what
is already there is looked at: an indented line that comes later continues the last entry, as if
it began with `...`.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import select
import stat
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from plenary_tui.errors import WrongUse
from plenary_tui.record.notation import logical_lines

CHUNK = 1 << 16
BLOCK = 1 << 20
LONGEST = 1 << 24

_BEGINNING = re.compile(rb"^(?=[^\s])", re.MULTILINE)


class Incoming:
    """The logical lines of a stream, with the number of the line that each begins on.

    `waiting` holds those that were read and not given out yet; `at_end`: no more can come.
    Iterating raises WrongUse where the stream is no text.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.waiting: deque[tuple[int, str]] = deque()
        self._stream = stream
        self._handle = _handle(stream)
        self._is_file = self._handle >= 0 and stat.S_ISREG(os.fstat(self._handle).st_mode)
        self._held = b""
        self._line = 1
        self.at_end = False
        self._begun = False

    def __iter__(self) -> Iterator[tuple[int, str]]:
        while True:
            while self.waiting:
                yield self.waiting.popleft()
            if self.at_end:
                return
            self._fill()

    def _fill(self) -> None:
        """Read until there is a whole line, and on as far as something is there already."""
        self._read()
        while not self.at_end and len(self._held) < BLOCK and self._is_ready():
            self._read()
        if len(self._held) > LONGEST:
            raise WrongUse(
                f"Line {self._line} does not end within {LONGEST >> 20} MB: this is no text "
                "that can be recorded; name a file of lines."
            )
        block = self._held if self.at_end else self._held[: self._whole()]
        self._held = self._held[len(block) :]
        if block:
            self._take(block)

    def _whole(self) -> int:
        """Return how much of what is held can be given out."""
        end = self._held.rfind(b"\n") + 1
        if len(self._held) < BLOCK:
            return end
        # More is there to be read: the last line may go on.
        starts = [found.start() for found in _BEGINNING.finditer(self._held[:end])]
        return starts[-1] if starts else 0

    def _take(self, block: bytes) -> None:
        text = _decoded(block, first=not self._begun)
        first = next((line for line in text.split("\n") if line.strip()), "")
        lines = [(self._line + number - 1, line) for number, line in logical_lines(text)]
        if self._begun and lines and first[0].isspace():
            lines[0] = (lines[0][0], "... " + lines[0][1])
        self._begun = self._begun or bool(lines)
        self._line += block.count(b"\n")
        self.waiting.extend(lines)

    def _read(self) -> None:
        from_system = self._handle >= 0
        chunk = os.read(self._handle, CHUNK) if from_system else self._stream.read(CHUNK)
        self._held += chunk
        self.at_end = not chunk

    def _is_ready(self) -> bool:
        """Whether reading on would not wait. Windows cannot tell of a pipe: then it is not."""
        if self._handle < 0 or self._is_file:
            return True
        if os.name == "nt":
            return False
        return bool(select.select([self._handle], [], [], 0)[0])


def _handle(stream: BinaryIO) -> int:
    try:
        return stream.fileno()
    except (io.UnsupportedOperation, AttributeError):
        return -1


def _decoded(block: bytes, *, first: bool) -> str:
    """Decode UTF-8; a line that is none is read as Windows writes in Western Europe."""
    if first and block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise WrongUse("This is UTF-16 text: save it as UTF-8 and try again.")
    try:
        return block.decode()
    except UnicodeDecodeError:
        return "\n".join(_decoded_line(line) for line in block.split(b"\n"))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
