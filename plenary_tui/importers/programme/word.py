"""An agenda from a Word file: its paragraphs with the numbers that Word shows, and its tables.

The file passes the guard of `documents.word.reader` first. Tracked changes count as accepted.
"""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.documents.word.elements import Element, w
from plenary_tui.documents.word.reader.guard import Package, opened
from plenary_tui.errors import PlenaryError, WrongUse
from plenary_tui.importers.source import Foreign
from plenary_tui.record.clean import clean_line

from .numbering import Numbering
from .reading import BULLET, programme_of_pieces
from .values import Piece, Programme

_GONE = {w("del"), w("moveFrom"), w("txbxContent"), w("pPr"), w("instrText")}
_SIGNS = {w("tab"): "\t", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_AROUND = {w("sdt"), w("sdtContent"), w("customXml"), w("ins"), w("smartTag")}
_MOST_DEPTH = 50


def programme_of_word(foreign: Foreign) -> Programme:
    """Read a .docx. Raises WrongUse, naming the file, where it is not safe or has no agenda."""
    try:
        package = opened(foreign.data)
        pieces = list(_pieces(package))
    except PlenaryError as error:
        raise WrongUse(f"{foreign.name}: {error}") from error
    return programme_of_pieces(foreign.name, "paragraph", pieces)


def _pieces(package: Package) -> Iterator[Piece]:
    numbering = Numbering(package)
    number = 0
    for header in package.companions("header"):
        for paragraph in header.iter(w("p")):
            text = clean_line(_text(paragraph))
            if text and text.isupper() and len(text) <= 40:
                number += 1
                yield Piece(number, text)  # where a marking stands; a running title is none
                break
    body = package.text.find(w("body"))
    for element in _blocks(body if body is not None else package.text):
        if element.tag == w("p"):
            text = _said(element, numbering)
            if text:
                number += 1
                yield Piece(number, text)
            continue
        for row in element.iterchildren(w("tr"), *_AROUND):
            cells = tuple(_cell(cell, numbering) for cell in row.iter(w("tc")))
            if any(cells):
                number += 1
                yield Piece(number, " ".join(cell for cell in cells if cell), cells)


def _blocks(parent: Element, depth: int = 0) -> Iterator[Element]:
    """Yield paragraphs and tables, also those inside content controls."""
    for child in parent.iterchildren():
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif child.tag in _AROUND and depth < _MOST_DEPTH:
            yield from _blocks(child, depth + 1)


def _cell(cell: Element, numbering: Numbering) -> str:
    said = (_said(paragraph, numbering) for paragraph in cell.iter(w("p")))
    return " ".join(text.removeprefix(BULLET) for text in said if text)


def _said(paragraph: Element, numbering: Numbering) -> str:
    """Return a paragraph as it reads, with the number or the bullet that Word puts before it."""
    label = numbering.label(paragraph)
    text = " ".join(clean_line(_text(paragraph)).split())
    if not text:
        return ""
    if label is None:
        return text
    if not label:
        return BULLET + text
    return f"{label}. {text}" if label[-1].isalnum() else f"{label} {text}"


def _text(paragraph: Element) -> str:
    found: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag in _GONE:
            continue
        if element.tag == w("t"):
            found.append(element.text or "")
        elif element.tag in _SIGNS:
            found.append(_SIGNS[element.tag])
        else:
            waiting.extend(reversed(element))
    return "".join(found)
