"""The words of the notation: `data/keywords.toml`, read once, in every language at once."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "fr", "pt", "de")

Table = dict[str, dict[str, list[str]]]
"""Key -> language -> phrases, the one to write first."""

_SAME = {
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("‘’‚‛ʼ´`", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    "：": ":",
    "＋": "+",
    "～": "~",
    "∼": "~",
    "＠": "@",
}
_SHORTEST_SLIP = 4
_ALIKE = 0.8
"""How much of two words is the same where one is a slip of the other."""
_TABLE = str.maketrans(_SAME)


def same(text: str) -> str:
    """Return `text` with look-alike spaces, dashes and quotes made one; its length stays."""
    return text if text.isascii() else text.translate(_TABLE)


def fold(text: str) -> str:
    """Return what two spellings of one word have in common."""
    return same(text).casefold()


def bare(text: str) -> str:
    """Return folded text without its accents, as a foreign keyboard types it."""
    if text.isascii():
        return text
    split = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in split if not unicodedata.combining(sign))


class Lexicon:
    """Phrases to keywords and back. `line` and `little` are the tables of the data file."""

    def __init__(self, tables: dict[str, Any]) -> None:
        self.line: Table = tables["line"]
        self.little: Table = tables["little"]
        self.months = _months(tables["months"])
        self._phrases = _index(self.line)
        self._written = {
            bare(fold(one)): one for each in self.line.values() for one in _every(each)
        }
        self._first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, keyword in self._phrases.items():
            words = tuple(phrase.split())
            self._first.setdefault(words[0], []).append((words, keyword))
        for phrases in self._first.values():
            phrases.sort(key=lambda pair: -len(pair[0]))
        self._little = {key: frozenset(_index({key: words})) for key, words in self.little.items()}

    def begins(self, word: str) -> bool:
        """Tell whether any keyword begins with `word`."""
        return fold(word) in self._first

    def match(self, words: list[str]) -> tuple[str, int] | None:
        """Return the keyword that `words` begin with and how many of them it takes."""
        known = self._first.get(fold(words[0]))
        if known is None:
            return None
        for phrase, keyword in known:
            size = len(phrase)
            if size == 1 or (
                size <= len(words)
                and all(fold(typed) == word for typed, word in zip(words, phrase, strict=False))
            ):
                return keyword, size
        return None

    def is_keyword(self, text: str) -> bool:
        """Tell whether `text` as a whole is the keyword of a line."""
        return fold(text) in self._phrases

    def near(self, text: str) -> str:
        """Return the keyword of a line that `text` looks like a slip of; empty where none is."""
        folded = bare(fold(text))
        if len(folded) < _SHORTEST_SLIP or self.is_keyword(text):
            return ""
        found = difflib.get_close_matches(folded, self._written, n=1, cutoff=_ALIKE)
        return self._written[found[0]] if found else ""

    def is_little(self, key: str, text: str) -> bool:
        """Tell whether `text` as a whole is one of the little words `key`."""
        return fold(text) in self._little[key]

    def alternatives(self, *keys: str) -> str:
        """Return a regular expression of the little words `keys`, the longest first."""
        words = {word for key in keys for word in self._little[key]}
        words |= {same(phrase).lower() for key in keys for phrase in _every(self.little[key])}
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    def word(self, keyword: str, language: str) -> str:
        """Return the word to write for the keyword of a line."""
        return self.line[keyword][language][0]

    def small(self, key: str, language: str) -> str:
        """Return the word to write for a little word."""
        return self.little[key][language][0]


def _months(names: dict[str, list[str]]) -> dict[str, int]:
    """Number the months by name in every language, and by their first letters in English."""
    numbers = {name[:3].casefold(): number for number, name in enumerate(names["en"], 1)}
    for months in names.values():
        for number, name in enumerate(months, 1):
            numbers[fold(name)] = numbers[bare(fold(name))] = number
    return numbers


def _index(tables: Table) -> dict[str, str]:
    """Map every folded phrase to its key; spelled without accents only where that is free."""
    entries = [(fold(phrase), key) for key, words in tables.items() for phrase in _every(words)]
    index = dict(entries)
    for phrase, key in entries:
        index.setdefault(bare(phrase), key)
    return index


def _every(languages: dict[str, list[str]]) -> Iterable[str]:
    for phrases in languages.values():
        yield from phrases


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Return the lexicon of the shipped data file."""
    raw = resources.files("plenary_tui.data").joinpath("keywords.toml").read_text("utf-8")
    return Lexicon(tomllib.loads(raw))


LEXICON = load()
