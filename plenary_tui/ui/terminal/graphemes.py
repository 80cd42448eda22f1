"""What the eye takes for one letter: with its accents, a flag of two signs, a joined emoji.

A place is a number of characters before it in a line. No move ends inside a letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.cells import split_graphemes

_LOOK = 256
"""Characters looked at before a place to find one where a letter certainly begins."""
_AHEAD = 64
"""Characters looked at behind a place; no letter is longer."""

_INDICATORS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: rich takes each for a letter of its own, two of them are one flag."""
_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Skin tones: they colour the sign before them."""
_JOINER = "\u200d"
_INSIDE_WORDS = frozenset("'’_\u200c\u200d")


def letters(text: str) -> Iterator[int]:
    """Yield the places in `text` where a letter begins."""
    half_a_flag = False
    for start, _, _ in split_graphemes(text)[0]:
        sign = text[start]
        if start and (sign in _TONES or unicodedata.category(sign)[0] == "M"):
            continue
        if half_a_flag and sign in _INDICATORS:
            half_a_flag = False
            continue
        half_a_flag = sign in _INDICATORS
        yield start


def before(line: str, place: int) -> int:
    """Return the place before the letter that ends at `place`; 0 at the beginning."""
    if place < 2 or (line[place - 2 : place].isascii()):
        return max(0, place - 1)
    start = _sure(line, place - 1)
    found = start
    for step in letters(line[start:place]):
        found = start + step
    return found


def after(line: str, place: int) -> int:
    """Return the place behind the letter that begins at `place`; the end at the end."""
    if line[place : place + 2].isascii():
        return min(place + 1, len(line))
    steps = letters(line[place : place + _AHEAD])
    next(steps, None)
    return place + next(steps, len(line[place : place + _AHEAD]))


def whole(line: str, place: int) -> int:
    """Return `place`, or where the letter begins that it stands inside of."""
    if place <= 0 or place >= len(line) or line[place - 1 : place + 1].isascii():
        return place
    start = _sure(line, place)
    found = start
    for step in letters(line[start : place + _AHEAD]):
        if start + step > place:
            break
        found = start + step
    return found


def word_before(line: str, place: int) -> int:
    """Return where the word begins that stands before `place`, or the signs that stand there."""
    place = _back_over(line, place, _SPACE)
    return _back_over(line, place, _sort(line[before(line, place)])) if place else 0


def word_end(line: str, place: int) -> int:
    """Return where the word ends that `place` stands before or in, or the signs there."""
    place = _over(line, place, _SPACE)
    return _over(line, place, _sort(line[place])) if place < len(line) else place


def word_after(line: str, place: int) -> int:
    """Return where the next word, or the next signs, begin behind `place`."""
    if place < len(line) and _sort(line[place]) != _SPACE:
        place = _over(line, place, _sort(line[place]))
    return _over(line, place, _SPACE)


_SPACE, _WORD, _SIGN = range(3)


def _sort(sign: str) -> int:
    """Return what sort of letter begins with `sign`."""
    if sign.isspace():
        return _SPACE
    if sign.isalnum() or sign in _INSIDE_WORDS or unicodedata.category(sign)[0] == "M":
        return _WORD
    return _SIGN


def _over(line: str, place: int, sort: int) -> int:
    while place < len(line) and _sort(line[place]) == sort:
        place = after(line, place)
    return place


def _back_over(line: str, place: int, sort: int) -> int:
    while place and _sort(line[start := before(line, place)]) == sort:
        place = start
    return place


def _sure(line: str, place: int) -> int:
    """Return a place at or before `place` where a letter certainly begins, if one is near."""
    least = max(0, place - _LOOK)
    while place > least:
        if line[place].isascii() and line[place - 1] != _JOINER:
            return place
        place -= 1
    return least
