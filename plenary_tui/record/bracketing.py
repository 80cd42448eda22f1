"""Words with their brackets: `[text]` is not agreed, and each bracket has an owner."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .words import Line


@dataclass(frozen=True, slots=True)
class Bracket:
    """What is not agreed in a text: `text[start:end]`, its two bracket signs included.

    by: who asked for it, by code, or as typed where they have none. owner: the same as documents
    name them. why: how the words stand (`under written procedure until …`). sources: entry ids.
    alternative: an alternative to the bracket before it. Brackets nest, and never overlap
    otherwise.
    """

    start: int
    end: int
    owner: Line = ""
    why: Line = ""
    sources: tuple[Line, ...] = ()
    by: tuple[Line, ...] = ()
    alternative: bool = False


@dataclass(frozen=True)
class Marked:
    """A text and the brackets in it."""

    text: str
    brackets: tuple[Bracket, ...] = ()

    def inside(self, before: str, after: str = "") -> Marked:
        """Return it between other words."""
        moved = _shifted(self.brackets, 0, len(before))
        return Marked(before + self.text + after, moved)

    def quoted(self) -> Marked:
        """Return it in quotation marks."""
        return Marked(f"“{self.text}”", _shifted(self.brackets, 0, 1))

    def wrapped(
        self, owner: str = "", why: str = "", sources: tuple[str, ...] = (), *,
        by: tuple[str, ...] = (), start: int = 0, end: int | None = None,
        alternative: bool = False,
    ) -> Marked:  # fmt: skip
        """Return it with brackets around `text[start:end]`."""
        end = len(self.text) if end is None else end
        text = f"{self.text[:start]}[{self.text[start:end]}]{self.text[end:]}"
        # inner brackets move by the sign that opens this one, what follows by both
        kept = _shifted(_shifted(self.brackets, end, 1), start, 1)
        return Marked(text, (*kept, Bracket(start, end + 2, owner, why, sources, by, alternative)))


@dataclass(frozen=True)
class Mark:
    """Words that somebody asked to have in brackets, or offered in their place.

    by, owner: as in `Bracket`.
    """

    words: str
    owner: str
    source: str
    alternative: bool = False
    by: tuple[str, ...] = ()


def _shifted(brackets: Iterable[Bracket], at: int, by: int) -> tuple[Bracket, ...]:
    """Move what starts at `at` or later, and what ends behind it, by some signs."""
    return tuple(
        replace(one, start=one.start + by * (one.start >= at), end=one.end + by * (one.end > at))
        for one in brackets
    )


def mark(words: str, marks: Iterable[Mark]) -> Marked:
    """Put brackets around the marked words; those that are not there follow in brackets.

    Bracket signs that the words hold already count as brackets that nobody owns.
    """
    found = Marked(words, tuple(_typed(words)))
    for one in marks:
        at = -1 if one.alternative else found.text.find(one.words)
        end = at + len(one.words)
        if at >= 0 and one.words and not _crosses(found.brackets, at, end):
            found = found.wrapped(one.owner, "", (one.source,), by=one.by, start=at, end=end)
            continue
        label = "Alternative: " if one.alternative else ""
        start = len(found.text) + 1
        longer = replace(found, text=f"{found.text} {label}{one.words}".strip())
        start = min(start, len(longer.text))
        found = longer.wrapped(
            one.owner, "", (one.source,), by=one.by, start=start, alternative=one.alternative
        )
    return found


def _typed(words: str) -> Iterable[Bracket]:
    """Yield the pairs of bracket signs in a text, inner ones first; a lone sign is none."""
    opened: list[int] = []
    for sign in re.finditer(r"[\[\]]", words):
        if sign[0] == "[":
            opened.append(sign.start())
        elif opened:
            yield Bracket(opened.pop(), sign.end())


def _crosses(brackets: Iterable[Bracket], start: int, end: int) -> bool:
    """Whether a span would overlap a bracket without nesting in it."""
    return any(
        one.start < start < one.end < end or start < one.start < end < one.end
        for one in brackets
    )  # fmt: skip
