"""Who changed or commented something in a file, and when; and its words without what could hide."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from plenary_tui.record.clean import clean

from ..elements import Element, w

_AUTHOR, _DATE = w("author"), w("date")


class Stamp(NamedTuple):
    """The mark of one change: the name of its element, its author and its moment as written."""

    kind: str
    author: str
    date: str

    @property
    def made(self) -> datetime | None:
        """When it was made; None where the file says nothing that can be read."""
        try:
            return datetime.fromisoformat(self.date)
        except ValueError:
            return None


def stamp_of(element: Element) -> Stamp:
    """Return who made a change or a comment."""
    author = clean(element.get(_AUTHOR, ""))
    return Stamp(element.tag.rpartition("}")[2], author, element.get(_DATE, ""))


def tidy(text: str) -> str:
    """Return a stretch of text without what could hide in it, with the spaces at its ends."""
    if text.isprintable() and text.isascii():
        return text
    return clean(f"|{text}|")[1:-1]
