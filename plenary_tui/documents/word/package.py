"""The package: our base document in, the same bytes for the same document out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from .elements import Element, part_bytes
from .options import House

MAIN = "/word/document.xml"
_NOTES = {
    "comments": (CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS),
    "footnotes": (CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES),
}
_BASE = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "docProps/core.xml": "core.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
"""The parts of the base document, each with its file in base/."""

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def base_document(house: House | None = None) -> Document:
    """Return a new document with our styles, numbering and page, and nothing in it.

    house: the template whose styles and page they are, where there are any.
    """
    return docx.Document(io.BytesIO(house.package if house else _base()))


def base_part(file: str) -> Element:
    """Return a new tree of a file in base/."""
    parser = etree.XMLParser(remove_comments=True, remove_blank_text=True, resolve_entities=False)
    return etree.fromstring((files(__package__) / "base" / file).read_bytes(), parser)


@cache
def _base() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as package:
        for name, file in _BASE.items():
            package.writestr(name, part_bytes(base_part(file)))
    return stream.getvalue()


def add_notes(document: Document, kind: str, blob: bytes) -> None:
    """Give the document a part with `comments` or `footnotes`."""
    name = PackURI(f"/word/{kind}.xml")
    content, relation = _NOTES[kind]
    document.part.relate_to(Part(name, content, blob, document.part.package), relation)


def packed(document: Document, written: Mapping[str, bytes]) -> bytes:
    """Return the file. written: parts that we wrote ourselves, in place of python-docx's.

    Order, dates and system of the archive are fixed: the bytes follow from the content alone.
    """
    package = document.part.package
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    entries = {"[Content_Types].xml": _types(parts), "_rels/.rels": package.rels.xml}
    for part in parts:
        name = str(part.partname)
        entries[name[1:]] = written.get(name, part.blob)
        if len(part.rels):
            entries[part.partname.rels_uri[1:]] = part.rels.xml
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in entries.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.create_system = 0
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, blob)
    return stream.getvalue()


def _types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, kind in (
        ("rels", CONTENT_TYPE.OPC_RELATIONSHIPS), ("xml", CONTENT_TYPE.XML),
    ):  # fmt: skip
        etree.SubElement(
            root, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": kind}
        )
    for part in parts:
        about = {"PartName": str(part.partname), "ContentType": part.content_type}
        etree.SubElement(root, f"{{{_TYPES}}}Override", about)
    return part_bytes(root)
