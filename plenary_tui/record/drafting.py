"""Drafting made aloud or on paper: paragraphs of the draft, brackets and alternatives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .kinds import ParagraphStatus

if TYPE_CHECKING:
    from .entries import Entry


@dataclass(frozen=True, slots=True)
class BracketAsked:
    """Words that are not agreed, or an alternative to them; owner is who asked.

    para: the number of a paragraph drafted in the room; empty where the words belong to what they
    are `on`: a text, or a paragraph of the draft by its id.
    group: the bracket that an alternative is to; agreeing on one settles them all.
    """

    entry: Entry
    rank: int
    form: Literal["bracket", "alternative"]
    owner: str
    words: str
    para: str = ""
    on: str = ""
    group: str = ""
    cleaned: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph given by its number. wordings: (text, entry) as given, the last stands."""

    number: str
    rank: int
    wordings: tuple[tuple[str, str], ...] = ()
    by: str = ""
    status: ParagraphStatus = "open"
    agreed_by: str = ""
