"""Custom properties of a file: which version of which session it is. Office programs keep them."""

from __future__ import annotations

from collections.abc import Iterable

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from ..returned import Claims
from .elements import Element, part_bytes
from .runs import fit

CUSTOM = "/docProps/custom.xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2
"""Properties that users add have this format, and ids from 2 (ECMA-376 part 1, 22.3)."""

_NAMES = {
    "session": "plenary-session",
    "version": "plenary-version",
    "state": "plenary-state",
    "record": "plenary-record",
    "text": "plenary-text",
    "until": "plenary-until",
    "made": "plenary-made",
    "language": "plenary-language",
}
_AUTHOR, _AT = "plenary-changes-by", "plenary-changes-at"
_HOUSE = "plenary-house"
"""What a house's own headers and footers say, a line each: the rest of the frame is ours."""


def add_claims(document: Document, claims: Claims, house: Iterable[str] = ()) -> None:
    """Give the document a part that says what it is.

    house: the lines of a house's own headers and footers.
    """
    values = {name: str(getattr(claims, key)) for key, name in _NAMES.items()}
    if claims.changes:
        values[_AUTHOR], values[_AT] = claims.changes
    if said := "\n".join(house):
        values[_HOUSE] = said
    root = etree.Element(f"{{{_PROPERTIES}}}Properties", nsmap={None: _PROPERTIES, "vt": _TYPES})
    for number, (name, value) in enumerate(values.items(), _FIRST):
        about = {"fmtid": _FORMAT, "pid": str(number), "name": name}
        one = etree.SubElement(root, f"{{{_PROPERTIES}}}property", about)
        etree.SubElement(one, f"{{{_TYPES}}}lpwstr").text = fit(value)
    part = Part(PackURI(CUSTOM), _KIND, part_bytes(root), document.part.package)
    document.part.package.relate_to(part, RELATION)


def read_claims(root: Element | None) -> Claims:
    """Return what a part with custom properties says; all empty where there is none."""
    found = _values(root)
    changes = (found[_AUTHOR], found[_AT]) if _AUTHOR in found and _AT in found else None
    return Claims(**{key: found.get(name, "") for key, name in _NAMES.items()}, changes=changes)


def read_house(root: Element | None) -> frozenset[str]:
    """Return the lines of headers and footers that are a house's, as a part says."""
    return frozenset(_values(root).get(_HOUSE, "").split("\n")) - {""}


def _values(root: Element | None) -> dict[str, str]:
    return {
        one.get("name", ""): "".join(one.itertext())
        for one in (() if root is None else root)
        if isinstance(one.tag, str)
    }
