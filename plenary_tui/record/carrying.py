"""How two logs say that something was carried from one session into the next.

The old log says where it went, the new one where it came from; both in words that are read back,
so that a register follows a matter from session to session.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

_SESSION = r"(?P<session>[a-z0-9][a-z0-9-]*)"
_PLACE = rf"{_SESSION}, (?:entry (?P<entry>[\w.-]+)|paragraph (?P<paragraph>[^:\n]+))"
_TO = re.compile(rf"(?:carried over )?to {_PLACE}")
_ONE = re.compile(rf"(?P<own>[\w.-]+) is carried over from {_PLACE}(?:: .*)?", re.DOTALL)
"""As logs said it before a line told of all that was carried at once."""
_ALL = re.compile(rf"\d+ matters? carried over from {_SESSION}: (?P<each>.+)")
_EACH = re.compile(r"(?P<own>[\w.-]+) was (?P<of>entry|paragraph) (?P<entry>[^,:\s]+)")


class Place(NamedTuple):
    """An entry of another session, or a paragraph of its draft by its id."""

    session: str
    entry: str
    of: Literal["entry", "paragraph"] = "entry"

    def __str__(self) -> str:
        """Return it as both logs say it."""
        return f"{self.session}, {self.of} {self.entry}"


def went_to(place: Place) -> str:
    """Return where something went, as the old log says it."""
    return f"to {place}"


def read_went_to(text: str) -> Place | None:
    """Read that back; None for anything else."""
    found = _TO.fullmatch(text.strip())
    return _place(found) if found else None


def came_from(matters: Mapping[str, Place]) -> str:
    """Return where entries of the new log came from, as that log says it of all at once.

    matters: by their entries in the new session; all from one session, at least one.
    """
    session = next(iter(matters.values())).session
    each = ", ".join(f"{own} was {place.of} {place.entry}" for own, place in matters.items())
    noun = "1 matter" if len(matters) == 1 else f"{len(matters)} matters"
    return f"{noun} carried over from {session}: {each}"


def read_came_from(text: str) -> dict[str, Place]:
    """Read that back; nothing for anything else."""
    said = text.strip()
    if one := _ONE.fullmatch(said):
        return {one["own"]: _place(one)}
    whole = _ALL.fullmatch(said)
    each = [_EACH.fullmatch(part) for part in whole["each"].split(", ")] if whole else []
    return {
        found["own"]: Place(
            whole["session"], found["entry"], "entry" if found["of"] == "entry" else "paragraph"
        )
        for found in each
        if whole and found
    }


def _place(found: re.Match[str]) -> Place:
    if found["paragraph"]:
        return Place(found["session"], found["paragraph"], "paragraph")
    return Place(found["session"], found["entry"])
