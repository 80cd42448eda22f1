"""A paragraph of ours cut at signs of its text, each piece with its formatting."""

from __future__ import annotations

from copy import copy

from lxml.etree import SubElement

from .elements import SPACE, Element, w
from .numbering import OWN

_R, _T, _RPR, _BR, _TAB, _VAL = w("r"), w("t"), w("rPr"), w("br"), w("tab"), w("val")


class Cutter:
    """Takes what stands in a paragraph from its beginning on, so many signs of text at a time.

    number: what stands before the text, a number that is text itself.
    """

    def __init__(self, paragraph: Element) -> None:
        self._left: list[Element] = list(paragraph)[:0:-1]
        self.number: list[Element] = []
        if paragraph[0][0].get(_VAL) == OWN:
            while not self.number or self.number[-1].find(_TAB) is None:
                self.number.append(self._left.pop())

    def take(self, length: int) -> list[Element]:
        """Return the elements of the next `length` signs, and what stands before and between."""
        found: list[Element] = []
        while length:
            element = self._left.pop()
            signs = _length(element)
            if signs > length:
                self._left.append(element)
                element, signs = _first_part(element, length), length
            length -= signs
            found.append(element)
        return found

    def words(self, length: int) -> list[Element]:
        """Return the runs of the next `length` signs, without what stands between."""
        return [element for element in self.take(length) if _length(element)]

    def rest(self) -> list[Element]:
        """Return what is left."""
        return self._left[::-1]


def _length(element: Element) -> int:
    if element.tag != _R:
        return 0
    return sum(len(one.text or "") if one.tag == _T else one.tag == _BR for one in element)


def _first_part(run: Element, length: int) -> Element:
    """Part a run in two; return the new one, which comes first."""
    first = run.makeelement(_R)
    properties = run.find(_RPR)
    if properties is not None:
        first.append(copy(properties))
    for child in list(run):
        if child.tag == _T:
            words = child.text
            if len(words) > length:
                if length:
                    _set(SubElement(first, _T), words[:length])
                _set(child, words[length:])
                return first
            length -= len(words)
        elif child.tag == _BR:
            if not length:
                return first
            length -= 1
        else:
            continue
        first.append(child)
    return first


def _set(text: Element, words: str) -> None:
    text.text = words
    if words[:1] == " " or words[-1:] == " ":
        text.set(SPACE, "preserve")
