"""A paragraph of ours cut at signs of its text, each piece with its formatting."""

from __future__ import annotations

from copy import copy

from lxml.etree import SubElement

from .body import AGREED
from .elements import SPACE, Element, w
from .numbering import OWN

_STYLE = w("rStyle")
_R, _T, _RPR, _BR, _TAB, _VAL = w("r"), w("t"), w("rPr"), w("br"), w("tab"), w("val")


class Cutter:
    """Takes what stands in a paragraph from its beginning on, so many signs of text at a time.

    number: what stands before the text, a number that is text itself.
    """

    def __init__(self, paragraph: Element) -> None:
        self._left: list[Element] = list(paragraph)[:0:-1]
        self._taken = 0
        self.number: list[Element] = []
        if paragraph[0][0].get(_VAL) == OWN:
            while not self.number or self.number[-1].find(_TAB) is None:
                self.number.append(self._left.pop())

    def take(self, length: int) -> list[Element]:
        """Return the elements of the next `length` signs, and what stands before and between."""
        found: list[Element] = []
        while length:
            element = self._left[-1]
            signs = _length(element)
            until = min(signs, self._taken + length)
            whole = not self._taken and until == signs
            found.append(element if whole else _part(element, self._taken, until))
            length -= until - self._taken
            self._move(until, signs)
        return found

    def words(self, length: int) -> list[Element]:
        """Return the runs of the next `length` signs, without what stands between."""
        return [element for element in self.take(length) if _length(element)]

    def skip(self, length: int) -> None:
        """Pass over `length` signs."""
        while length:
            signs = _length(self._left[-1])
            until = min(signs, self._taken + length)
            length -= until - self._taken
            self._move(until, signs)

    def rest(self) -> list[Element]:
        """Return what is left when all text is taken."""
        return self._left[::-1]

    def _move(self, until: int, signs: int) -> None:
        self._taken = until
        if until == signs:
            self._left.pop()
            self._taken = 0


def plain_run(paragraph: Element) -> Element | None:
    """Return the one run of a paragraph of ours whose text is in no formatting, where it is so."""
    found = None
    for element in paragraph:
        if element.tag != _R:
            continue
        if found is not None or len(element) != 1 or element[0].tag != _T:
            return None
        found = element
    return found


def agreed_of(paragraph: Element) -> Element | None:
    """Return the run behind a paragraph of ours that says that it is agreed."""
    last = paragraph[-1]
    if last.tag != _R or last[0].tag != _RPR:
        return None
    style = last[0].find(_STYLE)
    return last if style is not None and style.get(_VAL) == AGREED else None


def words_of(run: Element | None) -> str:
    """Return the words of a run; empty where there is none."""
    return "" if run is None else "".join(one.text or "" for one in run.iterchildren(_T))


def _length(element: Element) -> int:
    if element.tag != _R:
        return 0
    signs = 0
    for one in element:
        if one.tag == _T:
            signs += len(one.text or "")
        elif one.tag == _BR:
            signs += 1
    return signs


def _part(run: Element, start: int, end: int) -> Element:
    """Return a new run with some of the signs of one."""
    found = run.makeelement(_R)
    at = 0
    for child in run:
        if child.tag == _RPR:
            found.append(copy(child))
        elif child.tag == _BR:
            if start <= at < end:
                SubElement(found, _BR)
            at += 1
        elif child.tag == _T:
            words = child.text or ""
            cut = words[max(0, start - at) : max(0, end - at)]
            at += len(words)
            if cut:
                text = SubElement(found, _T)
                text.text = cut
                if cut[0] == " " or cut[-1] == " ":
                    text.set(SPACE, "preserve")
    return found
