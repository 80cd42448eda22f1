"""What the display in the room shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import NamedTuple

from plenary_tui.ui.panels import Piece
from plenary_tui.ui.seen.views import FloorView, Marking


class Speaker(NamedTuple):
    """Who has the floor or waits for it. status: the class of speaker, `Observer`."""

    name: str
    status: str = ""

    def __str__(self) -> str:
        """Return the name with the class behind it."""
        return f"{self.name} ({self.status})" if self.status else self.name


NOBODY = Speaker("")
EMPTY = FloorView()


@dataclass(frozen=True, eq=False, repr=False)
class BeforeUs:
    """The text before the meeting. says: its label, and who put it.

    pieces: its words, with each bracket's owner in it; they may hold line breaks.
    """

    label: str
    says: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, eq=False, repr=False)
class DisplayView:
    """What is open of a sitting. In camera, everything but zone and item number is empty.

    state: empty where no sitting is known; said: why and since when it is as it is. about: what
    is said of the speaker beside the class (person, capacity, group).
    """

    title: str = ""
    zone: tzinfo = UTC
    day: str = ""
    sitting: str = ""
    state: str = ""
    said: str = ""
    marking: Marking = "open"
    item: str = ""
    item_title: str = ""
    floor: FloorView = EMPTY
    speaker: Speaker = NOBODY
    about: str = ""
    waiting: tuple[Speaker, ...] = ()
    text: BeforeUs | None = None


def behind_doors(view: DisplayView) -> DisplayView:
    """Return what may be shown of a sitting that is in camera: item number and time."""
    return DisplayView(zone=view.zone, item=view.item, marking="in_camera")
