"""What a check found: where, what, why, and perhaps how it would read instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "verb", "subject", "tense", "acronym", "name", "officer", "ending", "agreement", "doubled",
    "date", "ordinal", "unit", "source", "coverage", "bracket_unbalanced", "bracket_open",
    "parenthesis", "empty",
]  # fmt: skip
"""The kinds of finding. `ending`: a verb that has lost its ending; `coverage`: something of the
record that no paragraph mentions; `source`: a paragraph that rests on no entry."""

_FORBIDDING: tuple[What, ...] = ("bracket_unbalanced", "bracket_open")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at; nothing is ever changed for it.

    why: a sentence. paragraph: the id of the paragraph, where a screen jumps to; empty for what
    no paragraph mentions. number: as printed, of the numbered paragraph it stands in or under;
    empty where none is. place: the heading it stands under. start, end: the words that it is
    about, in the paragraph's text. suggestion: what would stand there instead, or empty.
    entry: of coverage, the entry that is not mentioned.
    """

    what: What
    why: str
    paragraph: str = ""
    number: str = ""
    place: str = ""
    start: int = 0
    end: int = 0
    suggestion: str = ""
    entry: str = ""

    @property
    def forbids_final(self) -> bool:
        """Whether a document with it cannot be declared final."""
        return self.what in _FORBIDDING

    @property
    def where(self) -> str:
        """Return where it is, as people cite it: `paragraph 12`, else the heading."""
        if self.number:
            return f"paragraph {self.number}"
        return self.place or "the document"
