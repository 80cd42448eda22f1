"""Words with their brackets: `[text]` is not agreed, and each bracket has an owner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import ConfigDict

from .words import Line

LABEL = re.compile(r"(?:Alternative|Option|Alt\.?|Variante)(?: [A-Z0-9]{1,2})?\s?: ")
"""What stands before the words of an alternative, inside its bracket."""
EDITORIAL = re.compile(r"\[(?:…|\.\.\.|sic)\]")
"""Signs of whoever quotes, not of a text that is not agreed."""

_NO_TEXT = re.compile(rf"{LABEL.pattern}(?:no text|pas de texte)\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bracket:
    """What is not agreed in a text: `text[start:end]`, its two bracket signs included.

    by: who asked for it, by code, or as typed where they have none. owner: the same as documents
    name them. why: how the words stand (`under written procedure until …`). sources: entry ids.
    alternative: an alternative to the bracket before it. Brackets nest, and never overlap
    otherwise.
    """

    __pydantic_config__ = ConfigDict(revalidate_instances="always")

    start: int
    end: int
    owner: Line = ""
    why: Line = ""
    sources: tuple[Line, ...] = ()
    by: tuple[Line, ...] = ()
    alternative: bool = False

    def refs(self) -> tuple[str, ...]:
        """Return the ids of the entries that it rests on."""
        return self.sources

    def with_refs(self, change: Callable[[str], str]) -> Bracket:
        """Return it resting on what `change` calls its entries."""
        return replace(self, sources=tuple(map(change, self.sources)))


@dataclass(frozen=True)
class Marked:
    """A text and the brackets in it, in the order of reading, an outer one before its inner."""

    text: str
    brackets: tuple[Bracket, ...] = ()

    def __post_init__(self) -> None:
        """Put the brackets in order."""
        if len(self.brackets) > 1:
            ordered = sorted(self.brackets, key=lambda one: (one.start, -one.end))
            object.__setattr__(self, "brackets", tuple(ordered))

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

    @property
    def is_bracketed(self) -> bool:
        """Whether all of it stands in one bracket, and the alternatives to it if there are any."""
        outer = [one for one in self.brackets if one.start == 0]
        group = self.group(max(outer, key=lambda one: one.end)) if outer else ()
        return bool(group) and group[-1].end == len(self.text)

    def cut(self, start: int, end: int) -> Marked:
        """Return `text[start:end]`; a bracket that is cut through is none any more."""
        inside = (one for one in self.brackets if start <= one.start and one.end <= end)
        moved = (
            replace(one, start=one.start - start, end=one.end - start) for one in inside
        )  # fmt: skip
        return Marked(self.text[start:end], tuple(moved))

    def stripped(self) -> Marked:
        """Return it without spaces at its ends."""
        bare = self.text.strip()
        start = self.text.find(bare)
        return self.cut(start, start + len(bare))

    def followed_by(self, between: str, other: Marked) -> Marked:
        """Return it with another text behind it."""
        offset = len(self.text) + len(between)
        moved = _shifted(other.brackets, 0, offset)
        return Marked(self.text + between + other.text, (*self.brackets, *moved))

    def offered(
        self, other: Marked, owner: str = "", sources: tuple[str, ...] = (), *,
        by: tuple[str, ...] = (), to: Bracket | None = None,
    ) -> Marked:  # fmt: skip
        """Return it with an alternative: behind a bracket of it, else to all of it.

        An alternative without words is the option of no text.
        """
        now = self
        if to is None and not now.is_bracketed:
            now = now.wrapped()
        at = now.group(to)[-1].end if to else len(now.text)
        label = " Alternative: " if other.text else " Option: no text"
        told = other.inside(label)
        before, behind = now.cut(0, at), now.text[at:]
        kept = _shifted((one for one in now.brackets if one.end > at), at, len(told.text))
        longer = before.followed_by("", told)
        whole = Marked(longer.text + behind, (*longer.brackets, *kept))
        return whole.wrapped(
            owner, "", sources, by=by, start=at + 1, end=len(longer.text), alternative=True
        )

    def unwrapped(self, one: Bracket) -> Marked:
        """Return it without a bracket's two signs and its label: its words are agreed.

        The option of no text leaves none.
        """
        inner = self.text[one.start + 1 : one.end - 1]
        if _NO_TEXT.fullmatch(inner):
            return self.without(one)
        labelled = LABEL.match(inner)
        label = labelled.end() if labelled else 0
        bare = self._without(one, one.end - 1, one.end)
        return bare._without(one, one.start, one.start + 1 + label)

    def without(self, one: Bracket) -> Marked:
        """Return it without a bracket and the words in it, and without the space left over."""
        start, end = one.start, one.end
        if self.text[max(0, start - 1) : start] == " ":
            start -= 1
        elif self.text[end : end + 1] == " ":
            end += 1
        return self._without(one, start, end)

    def group(self, one: Bracket) -> tuple[Bracket, ...]:
        """Return a bracket with its alternatives, in the order of reading: they settle together."""
        beside = sorted(
            (other for other in self.brackets if self._level(other) == self._level(one)),
            key=lambda other: other.start,
        )
        runs: list[list[Bracket]] = []
        for other in beside:
            follows = runs and not self.text[runs[-1][-1].end : other.start].strip()
            if other.alternative and follows:
                runs[-1].append(other)
            else:
                runs.append([other])
        return next((tuple(run) for run in runs if one in run), (one,))

    def settled(self, one: Bracket) -> Marked:
        """Return it with the words of a bracket agreed: the alternatives to them go."""
        found, kept = self, one
        for other in reversed(self.group(one)):
            if other == one:
                continue
            before = len(found.text)
            found = found.without(other)
            if other.start < kept.start:
                gone = before - len(found.text)
                kept = replace(kept, start=kept.start - gone, end=kept.end - gone)
        return found.unwrapped(kept)

    def _level(self, one: Bracket) -> tuple[Bracket, ...]:
        """Return the brackets that one stands in."""
        return tuple(
            other for other in self.brackets if other.start < one.start and one.end < other.end
        )

    def _without(self, one: Bracket, start: int, end: int) -> Marked:
        """Return it without `text[start:end]` and without `one`; what stands in there goes."""
        kept = []
        for other in self.brackets:
            if other == one or (start <= other.start and other.end <= end):
                continue
            moved = [
                at if at <= start else max(start, at - (end - start))
                for at in (other.start, other.end)
            ]
            kept.append(replace(other, start=moved[0], end=moved[1]))
        return Marked(self.text[:start] + self.text[end:], tuple(kept))


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


def mark(words: str, marks: Iterable[Mark], known: tuple[Bracket, ...] = ()) -> Marked:
    """Put brackets around the marked words; those that are not there follow in brackets.

    known: the brackets in the words whose owners are known. Other bracket signs that they hold
    count as brackets that nobody owns.
    """
    found = as_marked(words, known)
    for one in marks:
        sources = (one.source,) if one.source else ()
        span = None if one.alternative else _place(found, one.words)
        if span is not None:
            start, end = span
            found = found.wrapped(one.owner, "", sources, by=one.by, start=start, end=end)
            continue
        added = as_marked(f"Alternative: {one.words}" if one.alternative else one.words)
        longer = found.followed_by(" ", added).stripped()
        found = longer.wrapped(
            one.owner, "", sources, by=one.by, start=len(longer.text) - len(added.text),
            alternative=one.alternative,
        )  # fmt: skip
    return found


def as_marked(words: str, known: tuple[Bracket, ...] = ()) -> Marked:
    """Return words with the brackets typed in them, which nobody owns but those `known`."""
    spans = {(one.start, one.end) for one in known}
    typed = (Bracket(*span) for span in pairs(words) if span not in spans)
    return Marked(words, (*known, *typed))


def pairs(words: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs of bracket signs in a text, inner ones first: from where, to behind where.

    A lone sign is none, nor is an editorial one.
    """
    opened: list[int] = []
    for sign in re.finditer(r"[\[\]]", words):
        if sign[0] == "[":
            opened.append(sign.start())
        elif opened:
            start = opened.pop()
            if not EDITORIAL.fullmatch(words, start, sign.end()):
                yield start, sign.end()


def _place(found: Marked, words: str) -> tuple[int, int] | None:
    """Return where words stand that can be bracketed: whole words before parts of some."""
    if not words:
        return None
    spans = [one.span() for one in re.finditer(re.escape(words), found.text)]
    fitting = [span for span in spans if not _crosses(found.brackets, *span)]
    whole = (span for span in fitting if _stands_alone(found.text, *span))
    return next(whole, fitting[0] if fitting else None)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span begins and ends where words do."""
    return not any(
        text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in (start, end)
    )


def _crosses(brackets: Iterable[Bracket], start: int, end: int) -> bool:
    """Whether a span holds one sign of a bracket without the other."""
    return any(
        (start <= one.start < end) != (start < one.end <= end) for one in brackets
    )  # fmt: skip
