"""Elements of Akoma Ntoso: text that XML can hold, ids by the naming convention, line breaks.

Source: OASIS LegalDocML, Akoma Ntoso Version 1.0 (namespace 3.0), and its Naming Convention: an
id is its parent's, two underscores, the element's name or its short form, and a number.
"""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SHORT = {"debateSection": "dbsect", "eventRef": "eref"}
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RUNNING = frozenset(
    ["p", "from", "narrative", "scene", "summary", "heading", "num", "th", "td", "docTitle",
     "docType", "docDate", "location", "organization", "person", "recordedTime", "b"]
)  # fmt: skip
"""Elements with text in them, where a line break between tags would be a sign of the text."""

register_namespace("", NAMESPACE)


def tag(name: str) -> str:
    """Return the full name of an element."""
    return f"{{{NAMESPACE}}}{name}"


def root(name: str) -> Element:
    """Return an element that nothing holds yet."""
    return Element(tag(name))


def put(parent: Element, name: str, text: str = "", /, **attributes: str) -> Element:
    """Append an element with a text; attributes that are empty are left out.

    A trailing underscore keeps a name apart from a word of the language: `as_`.
    """
    made = SubElement(parent, tag(name))
    for key, value in attributes.items():
        if value:
            made.set(key.rstrip("_"), fit(value))
    write(made, text)
    return made


def write(parent: Element, text: str) -> None:
    """Append text to an element; a line break in it becomes an element of its own."""
    first, *others = fit(text).split("\n")
    _append(parent, first)
    for line in others:
        SubElement(parent, tag("br"))
        _append(parent, line)


def fit(text: str) -> str:
    """Return a text that XML can hold."""
    return _UNFIT.sub("\ufffd", text)


class Ids:
    """The ids of elements, counted inside their parents."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._told: set[str] = set()

    def of(self, parent: Element, name: str) -> str:
        """Return the id of the next element of that name in a parent."""
        above = parent.get("eId", "")
        short = _SHORT.get(name, name)
        self._counts[above, short] += 1
        number = f"{short}_{self._counts[above, short]}"
        return f"{above}__{number}" if above else number

    def put(
        self, parent: Element, name: str, text: str = "", /, *, entry: str = "", **attributes: str
    ) -> Element:  # fmt: skip
        """Append an element with its id. entry: the entry that it tells, its `GUID`.

        What is told of an entry once more, as in a list at the end, has none.
        """
        known = "" if entry in self._told else entry
        self._told.add(entry)
        return put(parent, name, text, eId=self.of(parent, name), GUID=known, **attributes)


def printed(top: Element) -> bytes:
    """Return a document's octets, an element a line but for those with text in them."""
    _lines(top, "\n")
    top.tail = "\n"
    found: bytes = tostring(top, encoding="utf-8", xml_declaration=True)
    return found


def _append(parent: Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _lines(element: Element, line: str) -> None:
    if element.tag.rpartition("}")[2] in _RUNNING or not len(element):
        return
    element.text = line + "  "
    for child in element:
        _lines(child, line + "  ")
        child.tail = line + "  "
    element[-1].tail = line
