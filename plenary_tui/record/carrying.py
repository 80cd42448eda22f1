"""How two logs say that something was carried from one session into the next.

The old log says where it went, the new one where it came from; both in words that are read back,
so that a register follows a matter from session to session.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_PLACE = (
    r"(?P<session>[a-z0-9][a-z0-9-]*), "
    r"(?:entry (?P<entry>[\w.-]+)|paragraph (?P<paragraph>[^:\n]+))"
)
_TO = re.compile(rf"(?:carried over )?to {_PLACE}")
_FROM = re.compile(rf"(?P<own>[\w.-]+) is carried over from {_PLACE}(?:: (?P<what>.*))?", re.DOTALL)


class Place(NamedTuple):
    """An entry of another session, or a paragraph of its draft by its id."""

    session: str
    entry: str
    of: Literal["entry", "paragraph"] = "entry"

    def __str__(self) -> str:
        """Return it as both logs say it."""
        return f"{self.session}, {self.of} {self.entry}"


class CameFrom(NamedTuple):
    """What an entry here is, and where it came from."""

    own: str
    place: Place
    what: str


def went_to(place: Place) -> str:
    """Return where something went, as the old log says it."""
    return f"to {place}"


def read_went_to(text: str) -> Place | None:
    """Read that back; None for anything else."""
    found = _TO.fullmatch(text.strip())
    return _place(found) if found else None


def came_from(own: str, place: Place, what: str) -> str:
    """Return what an entry of the new log is, as that log says it."""
    return f"{own} is carried over from {place}: {what}"


def read_came_from(text: str) -> CameFrom | None:
    """Read that back; None for anything else."""
    found = _FROM.fullmatch(text.strip())
    if found is None:
        return None
    return CameFrom(found["own"], _place(found), found["what"] or "")


def _place(found: re.Match[str]) -> Place:
    if found["paragraph"]:
        return Place(found["session"], found["paragraph"], "paragraph")
    return Place(found["session"], found["entry"])
