"""What a house template must not carry: whatever reaches out of it, runs, or hides another file.

Nothing of it is loaded by an office program or a library before all of this was looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn
from urllib.parse import urlsplit

from plenary_tui.errors import PlenaryError

from ..elements import NAMESPACE, Element, w
from ..reader.guard import Package

_SAVE = "save it anew without that"
_KINDS = {
    "attachedTemplate": "it is attached to another template; take that off in Word (Developer, "
    "Document Template) and save it anew.",
    "oleObject": f"it carries an embedded object (OLE); {_SAVE}.",
    "package": f"it carries another document as an object; {_SAVE}.",
    "vbaProject": "it carries macros; save it as an ordinary .docx or .dotx.",
    "wordVbaData": "it carries macros; save it as an ordinary .docx or .dotx.",
    "attachedToolbars": "it carries macros; save it as an ordinary .docx or .dotx.",
    "keyMapCustomizations": f"it changes keys of Word; {_SAVE}.",
    "aFChunk": f"it takes in another file (altChunk); {_SAVE}.",
    "subDocument": f"it takes in another document; {_SAVE}.",
    "frame": f"it has frames that load other pages; {_SAVE}.",
    "control": f"it carries a control (ActiveX); {_SAVE}.",
    "activeXControlBinary": f"it carries a control (ActiveX); {_SAVE}.",
    "mailMergeSource": f"it is bound to the data of a mail merge; {_SAVE}.",
    "mailMergeHeaderSource": f"it is bound to the data of a mail merge; {_SAVE}.",
}
"""Kinds of relationships, by the last word of their type."""

_ELEMENTS = {
    w("attachedTemplate"): "attachedTemplate",
    w("object"): "oleObject",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "oleObject",
    w("altChunk"): "aFChunk",
    w("subDoc"): "subDocument",
    w("frameset"): "frame",
    w("control"): "control",
    w("mailMerge"): "mailMergeSource",
}
_NAMES = (
    (re.compile(r"(^|/)vba\w*\.(bin|xml)$", re.IGNORECASE), "vbaProject"),
    (re.compile(r"(^|/)activex/", re.IGNORECASE), "control"),
    (re.compile(r"(^|/)embeddings/", re.IGNORECASE), "oleObject"),
)
_LINKS = ("http", "https", "mailto")
_REACHING = re.compile(
    r"\s*(DDE(?:AUTO)?|INCLUDE\w*|IMPORT|LINK|DATABASE|RD|MACROBUTTON|EMBED|CONTROL|HTMLCONTROL|"
    r"MERGEFIELD|ASK|FILLIN|PRINT)\b",
    re.IGNORECASE,
)
_XML = (".xml", ".rels", ".vml")


def refuse(why: str) -> NoReturn:
    """Refuse a template in one sentence."""
    raise PlenaryError(f"The house template cannot be used: {why}")


def must_be_plain(package: Package) -> None:
    """Raise PlenaryError, in one sentence, where a template carries what it must not."""
    for name in package.names:
        for pattern, kind in _NAMES:
            if pattern.search(name):
                refuse(_KINDS[kind])
        if name.casefold().endswith(".rels"):
            _check_relations(package.part(name))
    for name in package.names:
        if name.casefold().endswith(_XML):
            _check_part(package.part(name))


def _check_relations(relations: Element) -> None:
    found = [(one.get("Type", "").rpartition("/")[2], one) for one in relations]
    for kind, _ in found:
        if kind in _KINDS:
            refuse(_KINDS[kind])
    for kind, one in found:
        if one.get("TargetMode") != "External":
            continue
        if kind != "hyperlink":
            refuse(f"it loads something from elsewhere ({kind}); put that into the file itself.")
        try:
            scheme = urlsplit(one.get("Target", "")).scheme
        except ValueError:
            scheme = ""
        if scheme.casefold() not in _LINKS:
            refuse("a link in it leads neither to a page (https) nor to an address; take it out.")


def _check_part(root: Element) -> None:
    for element in root.iter(*_ELEMENTS):
        refuse(_KINDS[_ELEMENTS[element.tag]])
    for code in codes(root):
        found = _REACHING.match(code)
        if found:
            refuse(
                f"a field in it fetches or runs something ({found[1].upper()}); take it out and "
                "save it anew."
            )


def codes(root: Element) -> Iterator[str]:
    """Yield the codes of all fields of a part, however they are cut into runs or nested."""
    yield from (one.get(w("instr"), "") for one in root.iter(w("fldSimple")))
    open_: list[str] = []
    for one in root.iter(w("fldChar"), w("instrText"), w("delInstrText")):
        kind = one.get(f"{{{NAMESPACE}}}fldCharType")
        if kind == "begin":
            open_.append("")
        elif kind is None and open_:
            open_ = [code + (one.text or "") for code in open_]
        elif kind is None:
            yield one.text or ""
        elif kind == "end" and open_:
            yield open_.pop()
    yield from open_
