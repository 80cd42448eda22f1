"""Figures: a quantity without its unit; the ordinal of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plenary_tui.record.meeting import Meeting

from .finding import Finding
from .passages import Passage

_ENDS = r"(?=\s*(?:[.,;)](?!\d)|$|(?:in \d{4}|in total|and|against|compared|which|while)\b))"
_LARGE = re.compile(rf"(?<![\w$€£.,])\d[\d.,]*\d? (?:million|billion){_ENDS}")
_REACHED = re.compile(
    r"\b(?:stood at|amounted to|totalled|totaled|rose to|fell to|dropped to|increased to"
    rf"|decreased to) (?P<figure>\d[\d.,]*\d|\d){_ENDS}"
)
_CURRENCY = re.compile(r"(?:[$€£]|\b(?:USD|EUR|GBP|US)\b)\s?\$?\s?$")
_LATER_UNIT = re.compile(
    r"\A(?:,? (?:and|to|or|against)|,) (?:some |about )?\d[\d.,]* (?:million |billion )?[a-z]{3,}"
)
_NTH = re.compile(r"(?<![\w.,])(?P<n>\d{1,3})(?P<end>st|nd|rd|th)\b")
_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_WORDS)})) "
    r"(?:[A-Z][\w’']* ){0,3}(?:\([A-Z]+\) )?(?P<what>Plenary|Intersessional)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ANOTHER = re.compile(r"\b(?:next|previous|last|earlier|preceding|future|following)\b", re.I)


def units(passage: Passage) -> Iterator[Finding]:
    """Find quantities that end without saying of what."""
    for pattern in (_LARGE, _REACHED):
        for found in pattern.finditer(passage.bare):
            figure = found["figure"] if pattern is _REACHED else found[0]
            start = found.end() - len(figure)
            before, after = passage.bare[:start], passage.bare[found.end() :]
            if _CURRENCY.search(before) or _LATER_UNIT.match(after):
                continue
            why = f"“{figure}” has no unit: say of what."
            yield passage.finding("unit", why, (start, found.end()))


def endings(passage: Passage) -> Iterator[Finding]:
    """Find ordinals with the ending of another figure, as in 22th."""
    for found in _NTH.finditer(passage.bare):
        right = found["n"] + _ending(int(found["n"]))
        if right != found[0]:
            yield passage.finding(
                "ordinal", f"“{found[0]}” is written {right}.", found.span(), right
            )


def ordinals(passages: Iterable[Passage], meeting: Meeting | None) -> Iterator[tuple[int, Finding]]:
    """Find ordinals of this meeting that disagree: with the facts, then among the passages.

    The number of a meeting is free text, so that only a contradiction is reported. A sentence
    with another year, or with a word such as next, is about another meeting.
    """
    known: dict[str, int] = {}
    year = ""
    if meeting is not None:
        year = meeting.facts.get("dates", "")[:4]
        for name in ("title", "name"):
            for what, number, _ in _counted(meeting.facts.get(name, "")):
                known.setdefault(what, number)
    for place, passage in enumerate(passages):
        for at, told in passage.sentences():
            if _ANOTHER.search(told) or any(one != year for one in _YEAR.findall(told)):
                continue
            for what, number, (start, end) in _counted(told):
                if known.setdefault(what, number) != number:
                    right = f"{known[what]}{_ending(known[what])}"
                    why = f"“{told[start:end]}”: elsewhere this is the {right} {what}."
                    yield place, passage.finding("ordinal", why, (at + start, at + end))


def _counted(text: str) -> Iterator[tuple[str, int, tuple[int, int]]]:
    for found in _ORDINAL.finditer(text):
        number = int(found["n"]) if found["n"] else 1 + _WORDS.index(found["word"].casefold())
        yield found["what"].capitalize(), number, found.span()


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
