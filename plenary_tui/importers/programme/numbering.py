"""The numbers that Word puts before paragraphs and that stand in no text (ECMA-376-1, 17.9)."""

from __future__ import annotations

import re

from plenary_tui.documents.word.elements import Element, w
from plenary_tui.documents.word.reader.guard import Package

_VAL = w("val")
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9
_MOST = 3_000


class Numbering:
    """Counts the numbered paragraphs of a file, in their order."""

    def __init__(self, package: Package) -> None:
        self._lists: dict[str, Element] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._kinds: dict[str, str] = {}
        for part in package.companions("numbering"):
            abstract = {one.get(w("abstractNumId")): one for one in part.iter(w("abstractNum"))}
            for one in part.iter(w("num")):
                kind = _value(one, "abstractNumId")
                if kind in abstract:
                    self._lists[one.get(w("numId"), "")] = abstract[kind]
                    self._kinds[one.get(w("numId"), "")] = kind
        for part in package.companions("styles"):
            for style in part.iter(w("style")):
                found = _list_of(style.find(w("pPr")))
                if found is not None:
                    self._styles[style.get(w("styleId"), "")] = found

    def label(self, paragraph: Element) -> str | None:
        """Return what Word shows before a paragraph: empty for a bullet, None for nothing."""
        properties = paragraph.find(w("pPr"))
        found = _list_of(properties)
        if found is None and properties is not None:
            found = self._styles.get(_value(properties, "pStyle"))
        if found is None or found[0] not in self._lists:
            return None
        number, level = found
        counts = self._counts.setdefault(self._kinds[number], [0] * _LEVELS)
        levels = {_whole(one.get(w("ilvl"), "0")): one for one in
                  self._lists[number].iterchildren(w("lvl"))}  # fmt: skip
        begins = _whole(_value(levels[level], "start"), 1) if level in levels else 1
        counts[level] = counts[level] + 1 if counts[level] else begins
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if level not in levels:
            return None
        return _spelled(levels, level, counts)


def _spelled(levels: dict[int, Element], level: int, counts: list[int]) -> str | None:
    if _value(levels[level], "numFmt") in ("bullet", "none"):
        return "" if _value(levels[level], "numFmt") == "bullet" else None

    def put(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = _value(levels[at], "numFmt") if at in levels else "decimal"
        return _as(max(1, counts[at]), form)

    form, text = _value(levels[level], "numFmt"), _value(levels[level], "lvlText")
    if form == "lowerLetter" and counts[level] <= 26:
        return f"{_as(max(1, counts[level]), form)})"
    if level and form == "decimal" and text.count("%") == 1 and all(counts[:level]):
        return ".".join(map(str, counts[: level + 1]))  # shown alone, meant below its item
    return _PLACE.sub(put, text).strip() or None


def _as(count: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter") and count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman") and count <= _MOST:
        said = ""
        for value, sign in _ROMAN:
            said += sign * (count // value)
            count %= value
        return said if form == "lowerRoman" else said.upper()
    return str(count)


def _list_of(properties: Element | None) -> tuple[str, int] | None:
    """Return the list and the level that properties name."""
    found = properties.find(w("numPr")) if properties is not None else None
    if found is None:
        return None
    level = _whole(_value(found, "ilvl"))
    number = _value(found, "numId")
    return (number, level) if number and 0 <= level < _LEVELS else None


def _value(parent: Element, name: str) -> str:
    child = parent.find(w(name))
    return child.get(_VAL, "") if child is not None else ""


def _whole(text: str, otherwise: int = 0) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
