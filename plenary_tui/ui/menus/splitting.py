"""Where an entry is split: the words that its second part begins with. Pure."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.;!?…](?=\s+\S)")
_WORD = re.compile(r"\S+")
_FEWEST = 3


def guess(text: str) -> int:
    """Return a place where a second part may begin: the second sentence, else the beginning."""
    end = _SENTENCE_END.search(text)
    return len(text) - len(text[end.end() :].lstrip()) if end else 0


def first_words(text: str, place: int) -> str:
    """Return as few words from `place` on as cannot be taken for others before; else nothing."""
    rest = text[place:]
    place += len(rest) - len(rest.lstrip())
    if not text[:place].strip():
        return ""
    for number, word in enumerate(_WORD.finditer(text, place), 1):
        begins = text[place : word.end()]
        if number >= _FEWEST and text.find(begins) == place:
            return begins
    rest = text[place:].rstrip()
    return rest if rest and text.find(rest) == place else ""
