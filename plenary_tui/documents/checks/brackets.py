"""Brackets that are open or do not balance; paragraphs without words, or without a source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plenary_tui.record.bracketing import Bracket

from .finding import Finding
from .passages import Passage

_WORD = re.compile(r"\w")
_EDITORIAL = re.compile(r"\[(?:…|\.\.\.|sic)\]")
"""Signs of whoever quotes, not of a text that is not agreed."""
_AROUND = 24


def balance(passage: Passage) -> Iterator[Finding]:
    """Find bracket signs without their counterpart.

    Square ones count inside quotation marks too: there stand the words of a text that is not
    agreed. A closing round one may be of a numbering, as in `a)`.
    """
    for at in _lone(passage.text, "[", "]"):
        missing = "closed" if passage.text[at] == "[" else "opened"
        why = f"The bracket at “{_near(passage.text, at)}” is never {missing}."
        yield passage.finding("bracket_unbalanced", why, (at, at + 1))
    for at in _lone(passage.bare, "(", ")"):
        if passage.bare[at] == "(":
            why = f"The bracket at “{_near(passage.text, at)}” is never closed."
            yield passage.finding("parenthesis", why, (at, at + 1))


def open_brackets(passage: Passage) -> Iterator[Finding]:
    """Find what is not agreed: one finding a paragraph, with the owners of its brackets."""
    spans = {(one.start, one.end) for one in passage.brackets} | set(_pairs(passage))
    if not spans:
        return
    owners = _owners(passage.brackets)
    whose = f" ({', '.join(owners)})" if owners else ""
    many = "1 bracket is" if len(spans) == 1 else f"{len(spans)} brackets are"
    why = f"{many} open{whose}; a final holds none."
    yield passage.finding("bracket_open", why, min(spans))


def _owners(brackets: Iterable[Bracket]) -> list[str]:
    """Return whose brackets are; who shares one and holds another alone is named once."""
    named: dict[str, None] = {}
    known: set[str] = set()
    for one in sorted(brackets, key=lambda one: -len(one.by)):
        if one.owner and not (one.by and known.issuperset(one.by)):
            named[one.owner] = None
            known.update(one.by)
    return list(named)


def substance(passage: Passage) -> Iterator[Finding]:
    """Find a paragraph that says nothing, or that rests on no entry of the record."""
    if not _WORD.search(passage.text):
        yield passage.finding("empty", "The paragraph has no words.", (0, len(passage.text)))
    elif not passage.sources:
        yield passage.finding("source", "The paragraph rests on no entry of the record.",
                              (0, len(passage.text)))  # fmt: skip


def _pairs(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield the pairs of square brackets outside quotations; in annexes words only stand."""
    if passage.annex:
        return
    opened: list[int] = []
    for sign in re.finditer(r"[\[\]]", _EDITORIAL.sub(lambda one: " " * len(one[0]), passage.bare)):
        if sign[0] == "[":
            opened.append(sign.start())
        elif opened:
            yield opened.pop(), sign.end()


def _lone(text: str, opening: str, closing: str) -> list[int]:
    """Return the places of signs that have no counterpart."""
    opened: list[int] = []
    found: list[int] = []
    for at, sign in enumerate(text):
        if sign == opening:
            opened.append(at)
        elif sign == closing:
            if opened:
                opened.pop()
            else:
                found.append(at)
    return sorted(found + opened)


def _near(text: str, at: int) -> str:
    """Return the words from a place on, or those before it where it closes."""
    if text[at] in "[(":
        return text[at : at + _AROUND].strip()
    return text[max(0, at + 1 - _AROUND) : at + 1].strip()
