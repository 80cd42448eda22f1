"""A Word file read back without the code that wrote it: its texts, and the numbers Word prints."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str = "word/document.xml") -> Any:
    """Return a part, parsed."""
    return etree.fromstring(parts(data)[name])


def named(data: bytes, kind: str) -> dict[str, Any]:
    """Return the parts whose names begin so (`header`), parsed."""
    found = parts(data)
    return {
        name: etree.fromstring(blob)
        for name, blob in found.items()
        if name.startswith(f"word/{kind}") and name.endswith(".xml")
    }


def words(element: Any) -> str:
    """Return the text below an element: breaks as `\\n`, tabs as `\\t`."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        (one.text or "") if one.tag == f"{W}t" else signs.get(one.tag, "")
        for run in element.iter(f"{W}r")
        for one in run
    )


def said(element: Any) -> str:
    """Return the text below an element without what says how far it is agreed."""
    without = deepcopy(element)
    for run in list(without.iter(f"{W}r")):
        if _value(run, f"{W}rPr/{W}rStyle") == "AgreedMark":
            run.getparent().remove(run)
    return words(without)


def style(paragraph: Any) -> str:
    """Return the style of a paragraph."""
    return str(paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))


def body(data: bytes) -> list[Any]:
    """Return the paragraphs of the text, those in tables left out."""
    return list(tree(data).findall(f"{W}body/{W}p"))


def rows(data: bytes) -> list[list[str]]:
    """Return the rows of all tables."""
    return [
        [words(cell) for cell in row.findall(f"{W}tc")] for row in tree(data).iter(f"{W}tr")
    ]  # fmt: skip


def _value(element: Any, path: str) -> str:
    found = None if element is None else element.find(path)
    return "" if found is None else str(found.get(f"{W}val"))


class _Lists:
    """Counts as Word does: all lists on one abstract list share its counts."""

    def __init__(self, data: bytes) -> None:
        sheet, styles = tree(data, "word/numbering.xml"), tree(data, "word/styles.xml")
        self.levels: dict[str, dict[int, Any]] = {
            one.get(f"{W}abstractNumId"): {
                int(level.get(f"{W}ilvl")): level for level in one.findall(f"{W}lvl")
            }
            for one in sheet.findall(f"{W}abstractNum")
        }
        self.abstract: dict[str, str] = {}
        self.starts: dict[tuple[str, int], int] = {}
        for one in sheet.findall(f"{W}num"):
            name = one.get(f"{W}numId")
            self.abstract[name] = _value(one, f"{W}abstractNumId")
            for over in one.findall(f"{W}lvlOverride"):
                level = int(over.get(f"{W}ilvl"))
                self.starts[name, level] = int(_value(over, f"{W}startOverride"))
        self.styles = {one.get(f"{W}styleId"): one.find(f"{W}pPr") for one in styles}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, paragraph: Any) -> str:
        own, of_style = paragraph.find(f"{W}pPr"), self.styles[style(paragraph)]
        name, level = "", 0
        for properties in (of_style, own):
            name = _value(properties, f"{W}numPr/{W}numId") or name
            level = int(_value(properties, f"{W}numPr/{W}ilvl") or level)
        if name in ("", "0"):
            return ""
        counts = self.counts[self.abstract[name]]
        start = self.starts.pop((name, level), None)
        counts[level] = counts.get(level, 0) + 1 if start is None else start
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        definition = self.levels[self.abstract[name]]
        printed = _value(definition[level], f"{W}lvlText")
        for at in range(level + 1):
            form = _value(definition[at], f"{W}numFmt")
            printed = printed.replace(f"%{at + 1}", _spelled(counts.get(at, 0), form))
        return printed


def _spelled(count: int, form: str) -> str:
    if form == "lowerLetter":
        return chr(96 + count)
    if form == "lowerRoman":
        return ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")[count]
    return str(count)


def printed_numbers(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the number that Word prints before each paragraph of the text, and its words."""
    lists = _Lists(data)
    for paragraph in body(data):
        yield lists.number(paragraph), words(paragraph)
