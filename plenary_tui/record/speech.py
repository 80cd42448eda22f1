"""What was said: interventions, statements, presentations, papers, and the rapporteur's prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .kinds import PreparedStatement, Spoken

if TYPE_CHECKING:
    from .entries import Entry

UNKNOWN_SPEAKER = "???"

QUOTED = re.compile('"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«\\s*([^»]+?)\\s*»')


class StanceTaken(NamedTuple):
    """A delegation's stance, and the entry that says so."""

    who: str
    stance: str
    entry: str


class Speech(NamedTuple):
    """Something said. text: with what continued it. on: the text that was on the floor."""

    entry: Entry
    rank: int
    text: str
    on: str = ""
    aligned: tuple[str, ...] = ()
    stances: tuple[StanceTaken, ...] = ()

    @property
    def what(self) -> Spoken:
        """The kind of speech and who speaks."""
        assert isinstance(self.entry.what, Spoken)
        return self.entry.what

    @property
    def verbatim(self) -> tuple[str, ...]:
        """The passages in quotation marks: words that somebody stands for."""
        found = QUOTED.findall(self.text) if not self.text.isalnum() else []
        return tuple(next(part for part in match if part) for match in found)


class PreparedRecord(NamedTuple):
    """A statement handed in; delivered: the intervention in which it was read."""

    entry: Entry
    rank: int
    delivered: str = ""

    @property
    def what(self) -> PreparedStatement:
        """Who means to say it, and what."""
        assert isinstance(self.entry.what, PreparedStatement)
        return self.entry.what


class RemarkRecord(NamedTuple):
    """Prose of the rapporteur, or a chat line of `author`."""

    entry: Entry
    rank: int
    author: str
    text: str


def join_words(text: str, more: str) -> str:
    """Return the two as one text."""
    return f"{text} {more}" if text and more else text or more
