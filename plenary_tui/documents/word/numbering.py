"""Printed numbers as Word's own: `1`, `(a)`, `(i)`, `3 bis`, and where a count begins anew.

Styles carry the list and its level, so that a paragraph put in later in Word takes the next
number. A number that no count would give (`II.4`) is printed as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .elements import Element, add

OWN = "ParagraphOwn"
"""The style of a paragraph whose number is text."""

_COUNTED = ("Paragraph1", "Paragraph2", "Paragraph3")
_BETWEEN = {"bis": "ParagraphBis", "ter": "ParagraphTer", "quater": "ParagraphQuater"}
COUNTING = frozenset((*_COUNTED, *_BETWEEN.values()))
"""The styles whose paragraphs Word counts."""

_ABSTRACT = 1
_FIRST_FREE = 3
_NUMBER = re.compile(r"(\d{1,5})\.?(?: (bis|ter|quater)\.?)?")
_LETTER = re.compile(r"\(?([a-z])\)")
_ROMAN = re.compile(r"\(?([ivx]+)\)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list. list_id: 0 where its style says it already."""

    style: str
    level: int = 0
    list_id: int = 0


def printed(number: str) -> str:
    """Return a number as Word prints it before a paragraph that it counts: `3.`, `(a)`."""
    letter = _LETTER.fullmatch(number) or _ROMAN.fullmatch(number)
    return f"({letter[1]})" if letter else f"{number.rstrip('.')}."


class Numbers:
    """Follows the counts of one document as Word will make them."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0]
        self._lists = [0, 0, 0]
        self._begun: list[tuple[int, int]] = []

    def place(self, number: str) -> Place:
        """Return the place at which Word prints `number`."""
        plain = _NUMBER.fullmatch(number)
        if plain and plain[2]:
            if int(plain[1]) != self._counts[0]:
                return Place(OWN)
            level = len(_COUNTED) + list(_BETWEEN).index(plain[2])
            return Place(_BETWEEN[plain[2]], level, self._lists[0])
        if plain:
            return self._counted(0, int(plain[1]))
        roman, letter = _ROMAN.fullmatch(number), _LETTER.fullmatch(number)
        value = _ROMANS.index(roman[1]) + 1 if roman and roman[1] in _ROMANS else 0
        follows = letter is not None and ord(letter[1]) - 96 == self._counts[1] + 1
        if value and (value == self._counts[2] + 1 or not letter) and not follows:
            return self._counted(2, value)
        return self._counted(1, ord(letter[1]) - 96) if letter else Place(OWN)

    def _counted(self, level: int, value: int) -> Place:
        if value != self._counts[level] + 1:
            self._begun.append((level, value))
            self._lists[level] = _FIRST_FREE + len(self._begun) - 1
        self._counts[level] = value
        self._deepen(level)
        return Place(_COUNTED[level], level, self._lists[level])

    def _deepen(self, level: int) -> None:
        """Begin the deeper counts anew, in the list that this level is in."""
        for deeper in range(level + 1, len(self._counts)):
            self._counts[deeper] = 0
            self._lists[deeper] = self._lists[level]

    def write(self, numbering: Element) -> None:
        """Append the lists that begin anew to the part with the numbering."""
        for offset, (level, value) in enumerate(self._begun):
            one = add(numbering, "num", numId=str(_FIRST_FREE + offset))
            add(one, "abstractNumId", val=str(_ABSTRACT))
            override = add(one, "lvlOverride", ilvl=str(level))
            add(override, "startOverride", val=str(value))
