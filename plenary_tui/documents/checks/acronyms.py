"""Acronyms that stand before the name that they are short for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plenary_tui.record.folded import fold_name

from .finding import Finding
from .passages import Passage
from .vocabulary import Vocabulary

_ACRONYM = re.compile(r"(?<![\w/.@-])[A-Z]{2,6}(?:-[A-Z]{2,})?(?![\w/@-]|\.\w)")
_NUMERAL = re.compile(r"[IVXLC]+")
_PHRASE = re.compile(
    r"[A-Z][\w’'-]*(?: (?:(?:of|and|on|for|the|in|de|du|des|la|et) )*[A-Z][\w’'-]*)+"
)
_KNOWN = frozenset(
    ["UN", "EU", "USA", "UK", "USD", "EUR", "GBP", "UTC", "GMT", "CET", "CEST", "PM"]
)  # fmt: skip
"""What needs no name beside it: currencies, zones and parts of the day too."""
_ENGLISH = frozenset(
    ["AM", "AN", "AS", "AT", "BE", "BY", "DO", "GO", "HE", "IF", "IN", "IS", "IT", "ME", "MY",
     "NO", "OF", "ON", "OR", "SO", "TO", "UP", "US", "WE"]
)  # fmt: skip
_LONG_ENOUGH = 3


def acronyms(
    passages: Iterable[Passage], known: Vocabulary, headings: str = ""
) -> Iterator[tuple[int, Finding]]:  # fmt: skip
    """Find, once each, acronyms whose name did not come before them, with their passage's place.

    A name has come where it stands in the text or in a heading, or where a phrase of capitals has
    the letters: `Kimberley Process` for KP. Annexes and quotations are not judged, yet read.
    """
    told = _Told(known, headings)
    done: set[str] = set()
    for place, passage in enumerate(passages):
        for found in () if passage.annex else _ACRONYM.finditer(passage.bare):
            short = found[0]
            if short in done or not _is_acronym(passage, found, known):
                continue
            if told.has(short, f"{passage.lead} {passage.text[: found.start()]}"):
                continue
            done.add(short)
            full = known.short.get(short, "")
            means = f": it stands for “{full}”" if full else ""
            why = f"“{short}” is used before it is written out{means}."
            # two letters are a key for typing, and no document has them
            written = full if len(short) == 2 else full and f"{full} ({short})"
            yield place, passage.finding("acronym", why, found.span(), written)
        told.add(f"{passage.lead} {passage.text}")


def _is_acronym(passage: Passage, found: re.Match[str], known: Vocabulary) -> bool:
    short = found[0]
    if short in _KNOWN or short in _ENGLISH:
        return False
    if short not in known.short and (len(short) < _LONG_ENOUGH or _NUMERAL.fullmatch(short)):
        return False
    before, after = passage.bare[: found.start()], passage.bare[found.end() :]
    # capitals beside capitals are a word written large
    near = re.search(r"[A-Z]{2,}[ ]\Z", before) or re.match(r"[ ][A-Z]{2,}\b", after)
    return not near or short in known.short


class _Told:
    """What was said so far: every name in full, and the letters of every phrase of capitals."""

    def __init__(self, known: Vocabulary, headings: str) -> None:
        self._known = known
        self._text: list[str] = []
        self._letters: set[str] = set()
        self.add(headings)

    def add(self, text: str) -> None:
        """Note words that were read."""
        self._text.append(fold_name(text))
        self._letters.update(_letters(text))

    def has(self, short: str, before: str) -> bool:
        """Whether the name of an acronym has come, or comes right before it."""
        if short in self._letters or short in _letters(before):
            return True
        full = self._known.short.get(short, "")
        folded = fold_name(full)
        return bool(full) and any(folded in text for text in (*self._text, fold_name(before)))


def _letters(text: str) -> Iterator[str]:
    """Yield the first letters of phrases of capitals, of every run of their words too."""
    for phrase in _PHRASE.finditer(text):
        initials = [word[0] for word in re.split(r"[ -]", phrase[0]) if word[:1].isupper()]
        for start in range(len(initials)):
            for end in range(start + 2, len(initials) + 1):
                yield "".join(initials[start:end])
