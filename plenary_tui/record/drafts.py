"""The draft as the Meeting knows it: paragraphs once touched or issued, numbers, versions, review.

What is not held here is composed from the record; what is held is never composed again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from immutables import Map

from .bracketing import Bracket
from .entries import Entry
from .kinds import (
    OtherHeading,
    ParagraphRef,
    ParagraphStatus,
    ParagraphText,
    PlanSection,
    Renumbered,
    heading_in,
)

ANTE = "ante"
"""What stands behind the first number, of a paragraph put before it: `1 ante`."""
_GLUED = re.compile(r"(?<=\d)(?=[^\W\d_])")
"""Between a number and the word behind it."""
AGAIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
"""What stands behind the number of the paragraph that others were put behind, in English and in
French: `14 bis`; from the eleventh on it is `14 (11)`."""


@dataclass(frozen=True, slots=True)
class Held:
    """A paragraph that was touched or issued. texts: how it reads, by language.

    entries: those that made it so, in their order; latest: the last of each language. number:
    frozen when it was first issued, empty before. by_hand: somebody worded it, and not the
    composer. settled: the entry that gave it its status.
    """

    ref: ParagraphRef
    texts: Map[str, ParagraphText]
    entries: tuple[str, ...] = ()
    number: str = ""
    by_hand: bool = False
    settled: str = ""
    latest: Map[str, str] = Map()

    @property
    def id(self) -> str:
        """How documents name it."""
        return self.ref.id

    @property
    def text(self) -> ParagraphText:
        """How it reads in the meeting's own language, else in the first that it has."""
        return self.texts.get("") or next(iter(self.texts.values()))

    @property
    def status(self) -> ParagraphStatus:
        """How far it is agreed."""
        return self.text.status

    def bracket_of(self, words: str) -> Bracket | None:
        """Return the innermost bracket that holds words, or is held in them.

        Without words it is the only bracket that there is.
        """
        fitting = []
        for one in self.text.brackets:
            inner = self.text.text[one.start + 1 : one.end - 1]
            if words in inner or (inner and inner in words):
                fitting.append(one)
        if not words and len(fitting) != 1:
            return None
        return min(fitting, key=lambda one: one.end - one.start, default=None)


class Placed(NamedTuple):
    """A paragraph was put behind another one (first in the section where there is none)."""

    paragraph: str
    section: str
    after: str


class Version(NamedTuple):
    """A version that was issued: the entry, whose words it is, and as what."""

    entry: Entry
    label: str
    language: str

    @property
    def id(self) -> str:
        """The id of the entry that issued it."""
        return self.entry.id


class AnswerGiven(NamedTuple):
    """What became of something asked for, and the entry that says so.

    paragraph: the one that somebody said it to be about; empty where nobody did. who: who had
    asked; reason: why it is so.
    """

    verdict: str
    entry: str
    paragraph: str = ""
    who: tuple[str, ...] = ()
    reason: str = ""


class CorrectionRecord(NamedTuple):
    """A correction asked for. answer: the entry that accepts or refuses it, empty while open."""

    entry: Entry
    verdict: str = ""
    answer: str = ""
    reason: str = ""


class Stage(NamedTuple):
    """A stage that a version passed to, when, and the entry that says so."""

    act: str
    version: str
    at: datetime
    entry: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """The draft's part of the Meeting.

    held: by paragraph id. order: the ids of the last version issued, by section in its order;
    placed: what was put elsewhere since, in its order. answers: by entry and place in it.
    taken: the paragraph under discussion, since the entry of rank `taken_rank`. corrections: by
    the entry that asks. numbers: the frozen ones, in small letters, with their paragraphs.
    promised: those that a renumbering gave to paragraphs that are not held yet, by their id.
    carried: the paragraphs that went on into another session, with the entries that say so.
    """

    held: Map[str, Held] = Map()
    order: tuple[tuple[str, tuple[str, ...]], ...] = ()
    placed: tuple[Placed, ...] = ()
    plan: str = ""
    plan_heading: str = ""
    plan_others: tuple[OtherHeading, ...] = ()
    sections: tuple[PlanSection, ...] = ()
    versions: tuple[Version, ...] = ()
    renumbered: tuple[tuple[str, tuple[Renumbered, ...]], ...] = ()
    received: tuple[Entry, ...] = ()
    answers: Map[tuple[str, int], AnswerGiven] = Map()
    taken: ParagraphRef | None = None
    taken_rank: int = 0
    stages: tuple[Stage, ...] = ()
    corrections: Map[str, CorrectionRecord] = Map()
    numbers: Map[str, str] = Map()
    promised: Map[str, str] = Map()
    carried: Map[str, str] = Map()

    def heading_in(self, language: str) -> str:
        """Return what the plan puts over the title, in a language; empty where nothing."""
        return heading_in(self.plan_heading, self.plan_others, language)

    def numbered(self, number: str) -> Held | None:
        """Return the paragraph that has a frozen number, as printed, whatever the spaces."""
        found = self.numbers.get(number_key(number))
        return self.held.get(found) if found else None

    def version(self, entry_id: str) -> Version | None:
        """Return a version by the entry that issued it."""
        return next((one for one in self.versions if one.id == entry_id), None)


def number_key(number: str) -> str:
    """Return a paragraph's number as its spellings are the same: `14 BIS`, `14  bis`, `14bis`."""
    return " ".join(_GLUED.sub(" ", number).split()).casefold()


NO_DRAFTS = Drafts()
