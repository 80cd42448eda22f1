"""The template of a chair's office, `.docx` or `.dotx`, as the base of our documents.

Only what is looked at is taken over: styles, lists, page, headers and footers with their pictures.
A new package is made of that, so that nothing else of the file is ever opened again.
"""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from ..elements import RELATIONSHIPS, Element, new, part_bytes, put, w
from ..options import House
from ..package import base_part
from ..reader.guard import Package, opened
from ..reader.views import frame_lines
from .frames import Frame, frames, picture_type
from .refusing import must_be_plain, refuse
from .styles import Styles

__all__ = ["house_template"]

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_THEME = "word/theme/theme1.xml"
_SETTINGS = ("mirrorMargins", "gutterAtTop", "defaultTabStop", "autoHyphenation",
             "evenAndOddHeaders", "clrSchemeMapping")  # fmt: skip
"""What a house says of its pages; how Word behaves otherwise is ours."""

_NARROWEST = 4_000
"""A page whose text is narrower than 7 cm, in twentieths of a point, holds no document."""


def house_template(data: bytes) -> House:
    """Return a template made ready, for `WordOptions`.

    Styles that it has by our names or by Word's own stay as they are, ours are added beside them.
    Raises PlenaryError, in one sentence, where it is not safe or carries what it must not.
    """
    package = opened(data)
    must_be_plain(package)
    section = next(iter(package.text.iter(w("body"))), package.text).find(w("sectPr"))
    settings = base_part("settings.xml")
    even = _settle(settings, package)
    page = _page(section)
    found = frames(package, section, even=even)
    styles = Styles(_companion(package, "styles"))
    roots = [one.root for one in found]
    for root in roots:
        styles.use(root)
    said = {line for root in roots for line in frame_lines(root)}
    files = _Files(package, page)
    for number, frame in enumerate(found, 1):
        files.frame(frame, number)
    files.add("word/numbering.xml", "numbering", part_bytes(
        styles.lists(_companion(package, "numbering"), roots)))  # fmt: skip
    files.add("word/styles.xml", "styles", part_bytes(styles.root))
    files.add("word/settings.xml", "settings", part_bytes(settings))
    files.theme()
    margins = page.find(w("pgMar"))
    left, right, gutter = (_length(margins, one) for one in ("left", "right", "gutter"))
    between = _length(page.find(w("pgSz")), "w") - left - right - gutter
    if between < _NARROWEST:
        refuse("its page leaves less than 7 cm between the margins; set them narrower.")
    return House(files.packed(), between, right, even, frozenset(styles.kept), tuple(sorted(said)))


def _companion(package: Package, kind: str) -> Element:
    """Return the part of a kind that belongs to the text; None where there is none."""
    return next(iter(package.companions(kind)), None)


def _settle(settings: Element, package: Package) -> bool:
    """Take over what a house says of its pages; return whether even ones have their own headers."""
    theirs = _companion(package, "settings")
    for name in () if theirs is None else _SETTINGS:
        given = theirs.find(w(name))
        if given is not None:
            for own in settings.findall(w(name)):
                settings.remove(own)
            put(settings, name).attrib.update(
                {key: value for key, value in given.attrib.items() if key.startswith(w(""))}
            )
    found = settings.find(w("evenAndOddHeaders"))
    return found is not None and found.get(w("val"), "1") not in ("0", "false", "off")


def _page(section: Element) -> Element:
    """Return the page of a house: its size and margins, ours where it says none."""
    page = base_part("document.xml").find(f"{w('body')}/{w('sectPr')}")
    for own in page if section is not None else ():
        given = section.find(own.tag)
        if given is not None and own.tag != w("titlePg"):
            own.attrib.update(
                {
                    key: value
                    for key, value in given.attrib.items()
                    if key in _KEPT and _MEASURE.fullmatch(value)
                }
            )
    return page


_MEASURE = re.compile(r"-?\d{1,5}|landscape|portrait")
_KEPT = frozenset(
    w(name)
    for name in ("w", "h", "orient", "top", "right", "bottom", "left", "header", "footer", "gutter")
)


def _length(element: Element, name: str) -> int:
    return int(element.get(w(name)))


class _Files:
    """The parts of the new package."""

    def __init__(self, package: Package, page: Element) -> None:
        self._package = package
        self._page = page
        self._parts: dict[str, bytes] = {}
        self._kinds: dict[str, str] = {}
        self._relations: list[tuple[str, str, str]] = []

    def add(self, name: str, kind: str, blob: bytes, content: str = "") -> str:
        """Add a part that the text leads to; return the id of the relationship."""
        self._parts[name] = blob
        self._kinds[name] = content or f"{_WORD_TYPE}.{kind}+xml"
        number = f"rId{len(self._relations) + 1}"
        self._relations.append((number, kind, name.removeprefix("word/")))
        return number

    def frame(self, frame: Frame, number: int) -> None:
        """Add a header or footer with its pictures."""
        relations = []
        for one, kind, target in frame.links:
            if kind == "image":
                blob = self._package.blob(target)
                if blob is None:
                    refuse("a picture in its headers is not in the file; put it in anew.")
                place = f"media/{target.rpartition('/')[2].casefold()}"
                if self._parts.setdefault(f"word/{place}", blob) != blob:
                    place = f"media/{number}-{target.rpartition('/')[2].casefold()}"
                    self._parts[f"word/{place}"] = blob
                self._kinds[f"word/{place}"] = picture_type(target)
                target = place
            relations.append((one, kind, target))
        name = f"{frame.kind}{number}.xml"
        reference = self.add(f"word/{name}", frame.kind, b"")
        self._parts[f"word/{name}"] = part_bytes(frame.root)
        if relations:
            self._parts[f"word/_rels/{name}.rels"] = _relations(relations)
        pointer = put(self._page, f"{frame.kind}Reference", type=frame.place)
        pointer.set(f"{{{RELATIONSHIPS}}}id", reference)

    def theme(self) -> None:
        """Add the colours and faces that styles may name; a theme with pictures is left out."""
        for name in self._package.related(self._package.main, "theme"):
            root = self._package.part(name)
            if root is not None and not self._package.relations(name) and _THEME not in self._parts:
                self.add(_THEME, "theme", part_bytes(root), _THEME_TYPE)

    def packed(self) -> bytes:
        """Return the package."""
        document = new("document")
        body = document.makeelement(w("body"))
        document.append(body)
        body.append(self._page)
        self._parts["word/document.xml"] = part_bytes(document)
        self._kinds["word/document.xml"] = f"{_WORD_TYPE}.document.main+xml"
        self._parts["docProps/core.xml"] = part_bytes(base_part("core.xml"))
        self._kinds["docProps/core.xml"] = (
            "application/vnd.openxmlformats-package.core-properties+xml"
        )
        parts = {
            "[Content_Types].xml": _types(self._kinds),
            "_rels/.rels": part_bytes(base_part("package_rels.xml")),
            "word/_rels/document.xml.rels": _relations(self._relations),
            **self._parts,
        }
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            for name, blob in parts.items():
                archive.writestr(name, blob)
        return stream.getvalue()


def _relations(found: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for number, kind, target in found:
        about = {"Id": number, "Type": f"{_OFFICE}/{kind}", "Target": target}
        if kind == "hyperlink":
            about["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", about)
    return part_bytes(root)


def _types(kinds: dict[str, str]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(
            root, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": kind}
        )
    for name, kind in kinds.items():
        about = {"PartName": f"/{name}", "ContentType": kind}
        etree.SubElement(root, f"{{{_TYPES}}}Override", about)
    return part_bytes(root)
