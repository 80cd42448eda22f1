"""Printed numbers as Word's own: `1`, `(a)`, `(i)`, `3 bis`, and where a count begins anew.

Styles carry the list and its level, so that a paragraph put in later in Word takes the next
number. A number that no count would give (`II.4`) is printed as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .elements import Element, add, w

OWN = "ParagraphOwn"
"""The style of a paragraph whose number is text."""

_COUNTED = ("Paragraph1", "Paragraph2", "Paragraph3")
_BETWEEN = {"bis": "ParagraphBis", "ter": "ParagraphTer", "quater": "ParagraphQuater"}
COUNTING = frozenset((*_COUNTED, *_BETWEEN.values()))
"""The styles whose paragraphs Word counts."""

CONTINUED, DASHED = "ParagraphContinued", "ListBullet2"
"""The styles of what belongs to a numbered paragraph and has no number."""

COLUMN = 709
"""How far paragraphs are set in where their numbers are ordinary: 1.25 cm."""

_STEP, _WIDEST, _APART = 142, 2268, 110
_NARROW, _BROAD = 67, 122
_DEEPER, _DASH = 567, 425
_UNKNOWN = -9
"""The count of a level that was passed over: office programs differ, so that it begins anew."""

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


def printed(number: str, letter: str = "({})") -> str:
    """Return a number as it is printed before its paragraph: `3.`, `14 bis.`, `(a)`.

    letter: the form of letters and small Roman numbers.
    """
    found = _LETTER.fullmatch(number) or _ROMAN.fullmatch(number)
    if found:
        return letter.format(found[1])
    return number if number.endswith(")") else f"{number.rstrip('.')}."


def column(numbers: Iterable[str]) -> int:
    """Return how far the text of paragraphs is set in so that the longest number has room.

    In twentieths of a point; all paragraphs are set in alike, whatever their numbers.
    """
    widest = max((_width(printed(one)) for one in numbers if one[:1] != "("), default=0)
    steps = max(0, -(-(widest + _APART - COLUMN) // _STEP))
    return min(COLUMN + steps * _STEP, _WIDEST)


def _width(number: str) -> int:
    """Return about how wide a number is in 12 points, in twentieths of a point."""
    return sum(_NARROW if sign in "ijlt. ()" else _BROAD for sign in number)


def indents(wide: int) -> dict[str, tuple[int, int]]:
    """Return of each style how far it is set in and how far its number hangs out of that."""
    found = dict.fromkeys((_COUNTED[0], *_BETWEEN.values(), OWN), (wide, wide))
    found |= {style: (wide + _DEEPER * at, _DEEPER) for at, style in enumerate(_COUNTED) if at}
    return found | {CONTINUED: (wide, 0), DASHED: (wide + _DASH, _DASH)}


def set_indent(element: Element, left: int, hanging: int) -> None:
    """Say how far something is set in."""
    element.set(w("left"), str(left))
    if hanging:
        element.set(w("hanging"), str(hanging))


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
            self._counts[1:] = [_UNKNOWN] * (len(self._counts) - 1)
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
        self._counts[:level] = [count or _UNKNOWN for count in self._counts[:level]]
        self._counts[level] = value
        self._deepen(level)
        return Place(_COUNTED[level], level, self._lists[level])

    def _deepen(self, level: int) -> None:
        """Begin the deeper counts anew, in the list that this level is in."""
        for deeper in range(level + 1, len(self._counts)):
            self._counts[deeper] = 0
            self._lists[deeper] = self._lists[level]

    def write(self, numbering: Element, letter: str, wide: int) -> None:
        """Append the lists that begin anew to the part with the numbering.

        letter: the form of letters and small Roman numbers. wide: the column of the numbers.
        """
        set_in = indents(wide)
        for level in numbering.iterfind(f"{w('abstractNum')}/{w('lvl')}"):
            named = level.find(w("pStyle"))
            style = "" if named is None else named.get(w("val"))
            if style in _COUNTED[1:]:
                text = level.find(w("lvlText"))
                text.set(w("val"), letter.format(f"%{int(level.get(w('ilvl'))) + 1}"))
            if style in set_in:
                set_indent(level.find(f"{w('pPr')}/{w('ind')}"), *set_in[style])
        for offset, (level, value) in enumerate(self._begun):
            one = add(numbering, "num", numId=str(_FIRST_FREE + offset))
            add(one, "abstractNumId", val=str(_ABSTRACT))
            override = add(one, "lvlOverride", ilvl=str(level))
            add(override, "startOverride", val=str(value))
