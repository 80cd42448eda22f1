"""A programme as it was read, before it becomes entries of a session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class Piece:
    """A line of text, or a row of a table with its `cells`. number: as the file counts it."""

    number: int
    text: str
    cells: tuple[str, ...] | None = None


@dataclass(frozen=True)
class PlannedItem:
    """An item. place: where it stands in the file. body: the codes of working bodies, with `+`.

    minutes: allotted, 0 where the file does not say. counted: the number is not the file's own,
    its items are only counted.
    """

    place: int
    number: str
    title: str
    body: str = ""
    minutes: int = 0
    counted: bool = False


@dataclass(frozen=True)
class PlannedSitting:
    """A sitting that is to be held. ends: None where it is not said."""

    place: int
    bodies: tuple[str, ...] = ()
    room: str = ""
    day: date | None = None
    begins: time | None = None
    ends: time | None = None


@dataclass(frozen=True)
class Programme:
    """What a file says of a meeting to come.

    unit: what `total` counts, such as `line`. counts: how many became what. left_out: how many
    are no business of the meeting, by reason. not_understood: the rest, with their places.
    `total` is the sum of the three. zone: the IANA name of its own, where it says one.
    """

    name: str
    unit: str
    total: int
    title: str = ""
    place: str = ""
    dates: str = ""
    items: tuple[PlannedItem, ...] = ()
    sittings: tuple[PlannedSitting, ...] = ()
    restricted: bool = False
    counts: Mapping[str, int] | None = None
    left_out: Mapping[str, int] | None = None
    not_understood: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()
    zone: str = ""
