"""A file from outside, refused before it is opened where it could do harm or is no Word file.

Sizes are bounded before anything is unpacked, XML before it is parsed, and no part is read that
is not asked for: whatever comes in, it costs a bounded amount of memory and time.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from typing import NoReturn

from lxml import etree

from plenary_tui.errors import PlenaryError

from ..elements import Element, w

ENTRIES = 2_000
PART = 32 * 2**20
WHOLE = 64 * 2**20
RATIO = 200
RATIO_FROM = 2**20
MARKS = 2_000_000
"""So many signs that begin or fill an element (`<`, `=`) a part may have: each costs about a
hundred bytes of memory when it is parsed. 5,000 paragraphs full of changes have a tenth."""

_ENTRY = b"PK\x01\x02"
_OLD = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
_PACKERS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    ValueError, IndexError, OSError,
)  # fmt: skip
_TYPES = "[Content_Types].xml"
_MAIN = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_MACROS = re.compile(r"(?:^|/)vba[^/]*\Z")
_DECLARES = tuple(
    sign.encode(code)
    for sign in ("<!DOCTYPE", "<!ENTITY")
    for code in ("utf-8", "utf-16-le", "utf-16-be")
)


def _refuse(why: str) -> NoReturn:
    raise PlenaryError(f"The file cannot be read: {why}")


class Package:
    """The parts of a Word file that passed the guard, each read and parsed when asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {one.filename.casefold(): one for one in archive.infolist()}
        found = self.related("", "officeDocument")
        types = self.part(_TYPES)
        if types is None or not found:
            _refuse("it is no Word file; ask for the .docx.")
        self.main = found[0]
        kinds = {one.get("PartName", "").casefold(): one.get("ContentType", "") for one in types}
        kind = kinds.get(f"/{self.main}".casefold(), "")
        if "macroEnabled" in kind or any(_MACROS.search(one) for one in self._names):
            _refuse("it carries macros; ask for it as an ordinary .docx.")
        if kind not in _MAIN:
            _refuse("it is no Word file; ask for the .docx.")
        text = self.part(self.main)
        if text is None or text.tag != w("document"):
            _refuse("its text is not in the usual form of Word; ask for it saved anew as .docx.")
        self.text: Element = text

    @property
    def names(self) -> list[str]:
        """The names of all parts, as they are written."""
        return [one.filename for one in self._names.values()]

    def blob(self, name: str) -> bytes | None:
        """Return what a part holds; None where there is none. Raises PlenaryError."""
        info = self._names.get(name.casefold())
        return None if info is None else self._read(info)

    def relations(self, part: str) -> list[tuple[str, str, str, bool]]:
        """Return what a part leads to: its id, its kind, the place, and whether that is outside."""
        folder, name = posixpath.split(part)
        found = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        relations = []
        for one in () if found is None else found:
            target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
            relations.append(
                (
                    one.get("Id", ""),
                    one.get("Type", "").rpartition("/")[2],
                    target if outside else _place(folder, target),
                    outside,
                )
            )
        return relations

    def part(self, name: str) -> Element | None:
        """Return a part, parsed; None where there is none. Raises PlenaryError."""
        blob = self.blob(name)
        return None if blob is None else _parsed(blob)

    def related(self, part: str, kind: str) -> list[str]:
        """Return the names of the parts that a part leads to, by the last word of the relation."""
        return [
            place
            for _, found, place, outside in self.relations(part)
            if found == kind and not outside
        ]

    def companions(self, kind: str) -> list[Element]:
        """Return the parts of a kind that belong to the text."""
        found = [self.part(name) for name in dict.fromkeys(self.related(self.main, kind))]
        return [one for one in found if one is not None]

    def _read(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._archive.open(info) as stream:
                blob = stream.read(PART + 1)
        except _BROKEN:
            _refuse("it is damaged; ask for it again.")
        if len(blob) > PART:
            _refuse("a part of it is larger than any draft; ask for it as a new .docx.")
        return blob


def opened(data: bytes) -> Package:
    """Open a .docx file. Raises PlenaryError, in one sentence, where that is not safe."""
    if data.startswith(_OLD):
        _refuse("it is of the old format or has a password; ask for a .docx without one.")
    if len(data) > WHOLE or data.count(_ENTRY) > ENTRIES:
        _refuse("it is larger than any draft; ask for it as a new .docx.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _BROKEN:
        _refuse("it is no Word file or was cut off; ask for the .docx again.")
    seen: set[str] = set()
    for one in entries:
        _check(one, seen)
    if sum(one.file_size for one in entries) > WHOLE:
        _refuse("it unpacks to more than any draft holds; ask for it as a new .docx.")
    return Package(archive)


def _check(entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    if ".." in name.split("/") or name.startswith("/") or "\\" in name or ":" in name:
        _refuse("a part of it has a name that leads out of the file; do not open it elsewhere.")
    if name.casefold() in seen:
        _refuse("a part is in it twice, so that programs read it differently; ask for a new .docx.")
    seen.add(name.casefold())
    if entry.flag_bits & _ENCRYPTED:
        _refuse("it has a password; ask for it without one.")
    if entry.compress_type not in _PACKERS:
        _refuse("it is packed in a way that Word does not know; ask for a new .docx.")
    if entry.file_size > PART:
        _refuse("a part of it is larger than any draft; ask for it as a new .docx.")
    if entry.file_size > RATIO_FROM and entry.file_size > RATIO * entry.compress_size:
        _refuse("it unpacks to many times its size, as no draft does; do not open it elsewhere.")


def _parsed(blob: bytes) -> Element:
    if any(sign in blob for sign in _DECLARES):
        _refuse("it defines words of its own for programs (a DTD), as no Word file does.")
    if blob.count(b"<") + blob.count(b"=") > MARKS:
        _refuse("a part of it has more elements than any draft; ask for it as a new .docx.")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(blob, parser)
    except (etree.XMLSyntaxError, ValueError):
        _refuse("it is damaged; ask for it again.")
    if root.getroottree().docinfo.internalDTD is not None:
        _refuse("it defines words of its own for programs (a DTD), as no Word file does.")
    return root


def _place(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(folder, target))
