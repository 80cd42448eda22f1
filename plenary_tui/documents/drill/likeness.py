"""How much of what was kept stands in what was typed: words that carry something, found again.

A rapporteur sums up, so of an intervention it is looked at which of its content words are there,
in any order, misspelt or inflected; of a text every word counts. It is no judgement of quality.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from ..comparing import Span, words

NEARLY = 80.0
"""Of 100: how alike two spellings of one word are at least."""
_LONG = 4
"""Letters from which on a word carries something; a number does at any length."""
_STEM = 5
"""Letters at the beginning of a word by which it is found at first, however it ends."""

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_EMPTY = frozenset((
    "about", "after", "also", "been", "before", "being", "could", "from", "have", "into", "more",
    "much", "must", "only", "other", "over", "said", "same", "shall", "should", "some", "such",
    "than", "that", "their", "them", "then", "there", "these", "they", "this", "those", "through",
    "under", "until", "upon", "very", "were", "what", "when", "where", "which", "while", "will",
    "with", "without", "would",
))  # fmt: skip
_SIGNS = re.compile(r"[\W_]+")


def content_words(text: str) -> tuple[str, ...]:
    """Return the words that carry something, each once; all words where none does."""
    found = tuple(dict.fromkeys(word.casefold() for word in _WORD.findall(text)))
    kept = tuple(word for word in found if _carries(word))
    return kept or found


def _carries(word: str) -> bool:
    return any(map(str.isdigit, word)) or (len(word) >= _LONG and word not in _EMPTY)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that carry something."""
    return frozenset(word[:_STEM] for word in content_words(text))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets of stems have in common, from 0 to 1; two empty ones are alike."""
    if not one or not other:
        return float(one == other)
    common = len(one & other)
    return float(common / (len(one) * len(other)) ** 0.5)


def coverage(kept: str, typed: str) -> float:
    """Return the share of the content words of `kept` that `typed` has, from 0 to 1."""
    wanted, there = content_words(kept), content_words(typed)
    if not wanted:
        return 1.0
    begun = {word[:_STEM] for word in there if len(word) >= _STEM}
    found = sum(_is_found(word, there, begun) for word in wanted)
    return found / len(wanted)


def _is_found(word: str, there: tuple[str, ...], begun: set[str]) -> bool:
    if word in there or (len(word) > _STEM and word[:_STEM] in begun):
        return True
    if any(map(str.isdigit, word)):  # another number is another thing
        return False
    return process.extractOne(word, there, scorer=fuzz.ratio, score_cutoff=NEARLY) is not None


def is_word_for_word(kept: str, typed: str) -> bool:
    """Whether two texts have the same words in the same order; signs and case do not count."""
    return _bare(kept) == _bare(typed)


def _bare(text: str) -> str:
    return _SIGNS.sub(" ", text.casefold()).strip()


def differences(kept: str, typed: str) -> Iterable[str]:
    """Yield where a text as typed reads otherwise, a phrase each."""
    spans = [one for one in words(kept, typed) if one.text.strip() or one.change == "same"]
    place = 0
    while place < len(spans):
        one = spans[place]
        after = spans[place + 1] if place + 1 < len(spans) else Span("same", "")
        place += 1
        if one.change == "deleted" and after.change == "inserted":
            place += 1
            if not is_word_for_word(one.text, after.text):
                yield f"“{_cited(one.text)}” reads “{_cited(after.text)}”"
        elif one.change != "same" and _bare(one.text):
            said = "is missing" if one.change == "deleted" else "was added"
            yield f"“{_cited(one.text)}” {said}"


def _cited(text: str) -> str:
    return text.strip(" ,;.:")
