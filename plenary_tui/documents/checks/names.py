"""Names against the roster: near misses, names turned round, hyphens that do not belong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.record.folded import fold_name

from .finding import Finding
from .passages import Passage, starts_sentence
from .vocabulary import WORDS, Folded, Name, Vocabulary

_FROM = re.compile(r"(?:n|an|ian|ans|ians|ean|ese|ish|i|s|es)")
"""What makes of a country its people: Angola, Angolan."""
_SMALL = frozenset(["on", "of", "for", "the", "and", "in"])
_TITLES = frozenset(["mr", "ms", "mrs", "dr", "chair", "minister", "ambassador", "sir", "madam"])
_WORDS_OF_THEIR_OWN = frozenset(["chain", "chair"])
"""What is one letter from a country and no slip: `Chain` and China."""
_SHORTEST = 5
_LONG = 9
_LONG_ENOUGH_AT_START = 7


class _Reader:
    """One passage's words, and which of them are names already."""

    def __init__(self, passage: Passage, names: Vocabulary) -> None:
        self.passage = passage
        self.names = names
        found = list(WORDS.finditer(passage.bare))
        self.spans = [one.span() for one in found]
        self.words = [fold_name(re.sub(r"['’]s?$", "", one[0])) for one in found]
        self.capital = [one[0][:1].isupper() for one in found]
        self.taken = [False] * len(found)

    def between(self, at: int) -> str:
        """Return what stands between a word and the next."""
        return self.passage.bare[self.spans[at][1] : self.spans[at + 1][0]]

    def window(self, at: int, length: int) -> bool:
        """Whether that many words from a place on stand together."""
        return at + length <= len(self.words) and all(
            self.between(one) in (" ", "-", "\n") for one in range(at, at + length - 1)
        )

    def span(self, at: int, length: int) -> tuple[int, int]:
        """Return the place of that many words, a genitive left out."""
        start, end = self.spans[at][0], self.spans[at + length - 1][1]
        written = self.passage.bare[start:end]
        return start, end - (len(written) - len(re.sub(r"['’]s?$", "", written)))

    def take(self, at: int, length: int) -> None:
        """Note that these words are a name."""
        self.taken[at : at + length] = [True] * length

    def alone(self, at: int) -> bool:
        """Whether no other word with a capital stands beside one: else it is part of a name."""
        after = at + 1 < len(self.words) and self.between(at) == " " and self.capital[at + 1]
        before = at > 0 and self.between(at - 1) in (" ", "-") and self.capital[at - 1]
        hyphened = at + 1 < len(self.words) and self.between(at) == "-"
        opens = before and starts_sentence(self.passage.bare, self.spans[at - 1][0])
        return (
            not after and not hyphened and (not before or (opens and self.words[at - 1] == "the"))
        )


def names(passage: Passage, known: Vocabulary) -> Iterator[Finding]:
    """Find names that are close to one that the meeting knows and are not it."""
    reader = _Reader(passage, known)
    yield from _exact(reader)
    for at, word in enumerate(reader.words):
        if not reader.capital[at] or reader.taken[at]:
            continue
        near = _near(reader, at, known.targets.get(word[:1], ()))
        if near is None:
            continue
        name, length, turned = near
        span = reader.span(at, length)
        reader.take(at, length)
        written = passage.text[span[0] : span[1]]
        how = "is turned round" if turned else "is close to a name that is known here"
        yield passage.finding("name", f"“{written}” {how}: “{name.text}”.", span, name.text)


def _exact(reader: _Reader) -> Iterator[Finding]:
    """Take every name that is right; say where a hyphen joins what has none."""
    for at, word in enumerate(reader.words):
        if not reader.capital[at]:
            continue
        exact = reader.names.exact.get(word, frozenset())
        fits = [
            words for words in exact
            if tuple(reader.words[at : at + len(words)]) == words
            and reader.window(at, len(words)) and not any(reader.taken[at : at + len(words)])
        ]  # fmt: skip
        if not fits:
            continue
        words = max(fits, key=len)
        start, end = reader.span(at, len(words))
        reader.take(at, len(words))
        written = reader.passage.text[start:end]
        right = _spelt(reader.names, words)
        bound = (
            reader.passage.text[start - 1 : start] == "-"
            or reader.passage.text[end : end + 1] == "-"
        )
        if right and "-" in written and "-" not in right and not bound:
            why = f"“{written}” is written “{right}” here."
            yield reader.passage.finding("name", why, (start, end), right)


def _spelt(known: Vocabulary, words: Folded) -> str:
    for name in known.targets.get(words[0][0], ()):
        if name.words == words:
            return name.text
    return ""


def _near(reader: _Reader, at: int, targets: tuple[Name, ...]) -> tuple[Name, int, bool] | None:
    """Return the name that words are close to, how many they are, and whether turned round."""
    for name in targets:
        length = len(name.words)
        if not reader.window(at, length):
            continue
        words = tuple(reader.words[at : at + length])
        if name.kind == "body" and length > 3 and sorted(words) == sorted(name.words):
            return name, length, True
        if length > 1:
            if _misspelt(words, name, reader, at):
                return name, length, False
        elif _one_word(reader, at, words[0], name.words[0]):
            return name, length, False
    return _surname(reader, at, targets)


def _misspelt(words: Folded, name: Name, reader: _Reader, at: int) -> bool:
    """Whether several words are a name but for one of them, which is none by itself."""
    differing = [place for place, word in enumerate(words) if word != name.words[place]]
    if len(differing) != 1 or reader.taken[at + differing[0]]:
        return False
    one, other = words[differing[0]], name.words[differing[0]]
    if one in _SMALL or other in _SMALL:
        return name.kind == "body" and {one, other} <= _SMALL
    return not reader.names.knows(one) and _slip(one, other, least=4)


def _one_word(reader: _Reader, at: int, word: str, name: str) -> bool:
    start, end = reader.spans[at]
    begins = starts_sentence(reader.passage.bare, start)
    if word in _WORDS_OF_THEIR_OWN or (begins and len(name) < _LONG_ENOUGH_AT_START):
        return False
    if not reader.alone(at) or reader.passage.bare[start:end].isupper():
        return False
    return not reader.names.knows(word) and _slip(word, name, least=_SHORTEST)


def _surname(
    reader: _Reader, at: int, targets: tuple[Name, ...]
) -> tuple[Name, int, bool] | None:  # fmt: skip
    """Return the person whose surname a word behind a title is close to."""
    if not at or reader.words[at - 1] not in _TITLES or reader.between(at - 1) not in (" ", ". "):
        return None
    word = reader.words[at]
    everybody = [one for known in reader.names.targets.values() for one in known]
    persons = [one for one in everybody if one.kind == "person" and len(one.words) > 1]
    if any(word in one.words for one in persons):
        return None
    for one in persons:
        if one.words[-1][0] == word[0] and _slip(word, one.words[-1], least=_SHORTEST):
            surname = one.text.rsplit(" ", 1)[-1]
            return Name(surname, "person", (one.words[-1],)), 1, False
    return None


def _slip(word: str, name: str, *, least: int) -> bool:
    """Whether a word is a slip of a name: a letter or, of a long name, two; not its people."""
    from rapidfuzz.distance import OSA

    if len(name) < least or word[:1] != name[:1] or word == name:
        return False
    for stem in (name, name[:-1]):
        if word.startswith(stem) and _FROM.fullmatch(word[len(stem) :]):
            return False
    if word + "s" == name:
        return False
    most = 2 if len(name) >= _LONG else 1
    return OSA.distance(word, name, score_cutoff=most) <= most
