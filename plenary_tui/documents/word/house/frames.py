"""The headers and footers of a house, made ready to stand before ours on every page."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from ..elements import RELATIONSHIPS, Element, w
from ..reader.guard import Package
from .refusing import codes, refuse
from .styles import in_order

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SHAPE = "{urn:schemas-microsoft-com:vml}shape"
_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_REFERENCES = {"header": w("headerReference"), "footer": w("footerReference")}
_ROOTS = {"header": w("hdr"), "footer": w("ftr")}
_RELATED = f"{{{RELATIONSHIPS}}}"
_TYPE, _ID = w("type"), f"{_RELATED}id"
_PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
             "bmp": "image/bmp", "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf",
             "wmf": "image/x-wmf"}  # fmt: skip
_FIELDS = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "DATE", "TIME", "CREATEDATE", "SAVEDATE",
        "PRINTDATE", "TITLE", "SUBJECT", "AUTHOR", "FILENAME", "STYLEREF", "HYPERLINK", "SYMBOL",
        "=",
    )
)  # fmt: skip
"""The fields that a header may have: they tell of the document and reach nowhere."""

_TRACKED = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_MARKS = tuple(
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
        "commentRangeEnd", "dataBinding", "lastRenderedPageBreak",
    )
)  # fmt: skip
_ALTERNATIVE = "Letterhead"
"""What a picture shows that says nothing of it, for those who do not see it."""


@dataclass(frozen=True)
class Frame:
    """A header or footer. place: `first`, `default` or `even`. links: its relationships, each
    with its kind (`image` or `hyperlink`) and the part or address that it leads to."""

    kind: str
    place: str
    root: Element
    links: tuple[tuple[str, str, str], ...]


def frames(package: Package, section: Element | None, *, even: bool) -> list[Frame]:
    """Return the headers and footers that are in use on some page.

    section: the properties of the page, at the end of the text; earlier ones hand theirs down.
    Where the first page has none of its own it bears those of the others.
    """
    own_first = section is not None and section.find(w("titlePg")) is not None
    parts = {one: place for one, _, place, _ in package.relations(package.main)}
    found: list[Frame] = []
    for kind, tag in _REFERENCES.items():
        names = {
            one.get(_TYPE, "default"): parts.get(one.get(_ID, ""), "")
            for each in package.text.iter(w("sectPr"))
            for one in each.iterchildren(tag)
        }
        if not own_first:
            names["first"] = names.get("default", "")
        for place in ("first", "default", *(["even"] if even else [])):
            root = package.part(names[place]) if names.get(place) else None
            if root is not None and root.tag == _ROOTS[kind]:
                found.append(_Reader(package, names[place]).frame(kind, place, root))
    _number(found)
    return found


class _Reader:
    """Takes what may stay of one part."""

    def __init__(self, package: Package, name: str) -> None:
        self._links = tuple(
            (one, kind, place) for one, kind, place, outside in package.relations(name)
            if (kind, outside) in (("image", False), ("hyperlink", True))
        )  # fmt: skip

    def frame(self, kind: str, place: str, root: Element) -> Frame:
        root = deepcopy(root)
        for mark in list(root.iter(*_MARKS)):
            mark.getparent().remove(mark)
        for one in list(root.iter(w("sdtPr"))):
            for number in one.findall(w("id")):
                one.remove(number)
        if next(root.iter(*_TRACKED), None) is not None:
            refuse("its headers have tracked changes; accept or reject them in it.")
        for code in codes(root):
            name = (code.split() or [""])[0].upper()
            if name not in _FIELDS:
                refuse(
                    f"its headers have a field that refers elsewhere ({name[:20]}); take it out."
                )
        known = {one for one, _, _ in self._links}
        for element in root.iter():
            for attribute in list(element.attrib):
                if attribute.startswith(_WORD_2010) or (
                    element.tag == w("hyperlink") and attribute == w("anchor")
                ):
                    del element.attrib[attribute]
                elif attribute.startswith(_RELATED) and element.get(attribute) not in known:
                    refuse("its headers hold more than text and pictures; put a picture there.")
        in_order(root)
        return Frame(kind, place, root, self._links)


def _number(found: list[Frame]) -> None:
    """Give every picture a number of its own in the whole document, and say what it shows."""
    for number, drawn in enumerate(_drawn(found), 1):
        if drawn.tag == _SHAPE:
            drawn.set("id", f"House{number}")
            drawn.set("alt", drawn.get("alt") or _ALTERNATIVE)
        else:
            drawn.set("id", str(number))
            drawn.set("descr", drawn.get("descr") or _ALTERNATIVE)


def _drawn(found: list[Frame]) -> Iterator[Element]:
    for frame in found:
        yield from frame.root.iter(_DRAWN, _SHAPE)


def picture_type(name: str) -> str:
    """Return the content type of a picture by its name. Raises PlenaryError."""
    ending = name.rpartition(".")[2].casefold()
    if ending not in _PICTURES:
        refuse(f"a picture in its headers is of a kind ({ending[:12]}) that is not kept; use PNG.")
    return _PICTURES[ending]
