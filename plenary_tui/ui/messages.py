"""The messages between widgets and screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from .conducting.events import Event
    from .display.watcher import Sight
    from .seen.views import Choice


@dataclass(eq=False, repr=False)
class Told(Message):
    """The conductor tells something."""

    event: Event


@dataclass(eq=False, repr=False)
class Watched(Message):
    """The watcher tells what it sees."""

    sight: Sight


@dataclass(eq=False, repr=False)
class Entered(Message):
    """A line was entered."""

    line: str


@dataclass(eq=False, repr=False)
class Pasted(Message):
    """Several lines came at once and stand in the capture line as one entry."""

    lines: int


@dataclass(eq=False, repr=False)
class LeftUpwards(Message):
    """The cursor left the capture line at its top, for the list."""


@dataclass(eq=False, repr=False)
class LeftDownwards(Message):
    """The selection left the list at its end, for the capture line. typed: what was typed."""

    typed: str = ""


@dataclass(eq=False, repr=False)
class RowPicked(Message):
    """An entry of the list is to be corrected."""

    entry: str


@dataclass(eq=False, repr=False)
class RowSelected(Message):
    """Another row of the draft's lists is selected. of: the list's id; row: the row's."""

    of: str
    row: str


@dataclass(eq=False, repr=False)
class RowTaken(Message):
    """A row of the draft's lists was taken. of, row: as in `RowSelected`."""

    of: str
    row: str


@dataclass(eq=False, repr=False)
class Chosen(Message):
    """An offered line was taken. key: the key that took it; empty for the mouse."""

    choice: Choice
    key: str = ""


@dataclass(eq=False, repr=False)
class NotChosen(Message):
    """The menu was left. typed: the letter that was typed instead."""

    typed: str = ""


@dataclass(eq=False, repr=False)
class KeyPassed(Message):
    """A key came to the menu after it was left: it is meant for what has the keys now."""

    key: str
    character: str | None


@dataclass(eq=False, repr=False)
class Picked(Message):
    """A row of the picker was taken by the mouse."""


@dataclass(eq=False, repr=False)
class Left(Message):
    """Somebody leaves a screen. to: `quit`, or the screen to go to."""

    to: str
