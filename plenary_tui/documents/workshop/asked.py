"""Something asked for at a paragraph: by whom, which words, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from plenary_tui.record.bracketing import Bracket, Marked
from plenary_tui.record.kinds import Remarked

from ..comparing import Span, words
from .merging import carried, merged

Form = Literal["words", "new", "removal", "move", "comment", "aloud", "text"]
"""What is asked for: other words, a new paragraph, that one go, that it stand elsewhere, nothing
(a comment); a bracket set aloud or on paper; an amendment to a text that the paragraph rests on."""

State = Literal["open", "accepted", "bracketed", "refused", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, in which entry and at which place of it. author: as the file says."""

    entry: str
    place: int
    who: tuple[str, ...]
    author: str = ""
    comments: tuple[Remarked, ...] = ()


@dataclass(frozen=True)
class Amendment:
    """Something asked for at a paragraph.

    paragraph: it, or the one that a new one stands behind; empty where there is none. number:
    today's. was: its words in the `version` that came back. today: its words now, None where it
    is not in the draft any more. asked: the words asked for. after: where it is to stand, of a
    new or moved one. sure, tracked: as in `ChangeAsked`. settled: the entry that says what became
    of it; reason: why. bracket: of a drafting made aloud, where it stands now.
    """

    form: Form
    paragraph: str
    number: str
    askings: tuple[Asking, ...]
    was: str = ""
    asked: str = ""
    today: Marked | None = None
    after: str | None = None
    version: str = ""
    label: str = ""
    language: str = ""
    sure: bool = True
    tracked: bool = True
    state: State = "open"
    settled: str = ""
    reason: str = ""
    bracket: Bracket | None = None

    @property
    def key(self) -> tuple[str, int]:
        """What it is known by while others come and go."""
        return self.askings[0].entry, self.askings[0].place

    @property
    def who(self) -> tuple[str, ...]:
        """All who ask for it, each once."""
        return tuple(dict.fromkeys(code for one in self.askings for code in one.who))

    @property
    def comments(self) -> tuple[Remarked, ...]:
        """All that was remarked with it."""
        return tuple(said for one in self.askings for said in one.comments)

    @cached_property
    def wanted(self) -> Marked | None:
        """How the paragraph reads once it is accepted, brackets of the asked words included.

        None where today's words were changed at the same place since.
        """
        source = self.askings[0].entry
        if self.form == "new":
            return carried(Marked(""), self.asked, self.who, source)
        if self.today is None:
            return None
        text = merged(self.was, self.today.text, self.asked)
        return None if text is None else carried(self.today, text, self.who, source)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """What stays, goes and comes, as it is shown beside today's words."""
        today = self.today.text if self.today else ""
        if self.form == "removal":
            return (Span("deleted", today or self.was),)
        if self.form == "new":
            return (Span("inserted", self.asked),)
        if self.form in ("aloud", "text", "comment"):
            return (Span("inserted", self.asked),) if self.asked else ()
        if self.wanted is None or self.state != "open":
            return words(self.was, self.asked)
        return words(today, self.wanted.text)


@dataclass(frozen=True)
class Totals:
    """How far amendments are settled. owners: who still has how many open."""

    settled: int
    count: int
    owners: tuple[tuple[str, int], ...]


def totals(amendments: Iterable[Amendment]) -> Totals:
    """Count what is settled, and what is open by who asks."""
    given = list(amendments)
    still = [one for one in given if one.state == "open"]
    owners = Counter(code for one in still for code in one.who)
    return Totals(len(given) - len(still), len(given), tuple(sorted(owners.items())))
