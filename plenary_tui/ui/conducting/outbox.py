"""What was entered and is not known to be on disk. Pure: one line at a time goes to the disk."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from plenary_tui.store.unfinished import Piece

from ..seen.views import Row

if TYPE_CHECKING:
    from plenary_tui.record.kinds import Kind
    from plenary_tui.store.session import Session

Make = Callable[["Session", datetime], "Kind"]
"""Makes a command from the session as it is then. Raises PlenaryError, with a sentence."""


class Outgoing(NamedTuple):
    """A line that was entered; `corrects` is the entry whose words it mends.

    make: makes the command that it says, where a screen asks for it; what cannot be made, or a
    rule refuses, leaves no entry.
    """

    line: str
    corrects: str = ""
    make: Make | None = None

    @classmethod
    def of(cls, command: Kind) -> Outgoing:
        """Return a command on its way, with the line that says it too."""
        from plenary_tui.record.notation.signs import write_json

        return cls(write_json(command), make=lambda session, now: command)


class Outbox:
    """The lines on their way, the first of them at the disk. They keep their order."""

    def __init__(self) -> None:
        self._lines: deque[Outgoing] = deque()
        self.at_disk = False
        self.done = 0
        """How many lines the disk took, or found nothing in."""
        self.failing = ""
        """Why the first line is not on disk, once the disk refused it."""

    def __len__(self) -> int:
        return len(self._lines)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Everything on its way, to be kept as being typed."""
        return tuple(Piece(one.line, corrects=one.corrects) for one in self._lines)

    def put(self, outgoing: Outgoing) -> None:
        """Take a line that was entered."""
        self._lines.append(outgoing)

    def next(self) -> Outgoing | None:
        """Return the line to hand to the disk now; None while one is there or none waits."""
        if self.at_disk or not self._lines:
            return None
        self.at_disk = True
        return self._lines[0]

    def kept(self) -> None:
        """The first line is on disk."""
        self.at_disk = False
        self.failing = ""
        self.done += 1
        if self._lines:
            self._lines.popleft()

    def refused(self, why: str) -> None:
        """The disk did not take the first line; it is tried again when something is entered."""
        self.at_disk = False
        self.failing = why

    def take_back(self) -> Outgoing | None:
        """Give the one line that waits back to its editor; None where there are more or none."""
        if len(self._lines) == 1 and not self.at_disk:
            return self._lines.popleft()
        return None

    def rows(self) -> list[Row]:
        """Return the lines as the list shows them at its end."""
        note = "NOT ON DISK, Enter tries again" if self.failing else "on its way to the disk"
        return [Row("", "", "", one.line, note, "unread") for one in self._lines]
