"""A Word file opened for looking at: its parts, parsed."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..elements import Element, w

_RELS = ".rels"
_STORIES = ("document", "header", "footer", "footnotes", "endnotes", "comments")


@dataclass(frozen=True)
class Relation:
    """A relationship of a part: its kind (the last word of its type) and the part it leads to."""

    kind: str
    target: str
    external: bool


@dataclass
class Opened:
    """The parts of a file. trees: each XML part; relations: those of each part, by their id."""

    names: list[str]
    trees: dict[str, Element]
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    @property
    def main(self) -> str:
        """The name of the part with the text."""
        found = self.related("", "officeDocument")
        return found[0] if found else "word/document.xml"

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that a part leads to, of one kind."""
        relations = self.relations.get(part, {}).values()
        return [one.target for one in relations if one.kind == kind and not one.external]

    def stories(self) -> Iterator[tuple[str, Element]]:
        """Yield the parts that hold text, the main one first."""
        names = sorted(self.trees, key=lambda name: (name != self.main, name))
        for name in names:
            if posixpath.basename(name).startswith(_STORIES) and name.endswith(".xml"):
                yield name, self.trees[name]

    def part(self, kind: str) -> Element | None:
        """Return the tree of the part of one kind that belongs to the main part."""
        found = self.related(self.main, kind)
        return self.trees.get(found[0]) if found else None


Check = Callable[[Opened], Iterable[str]]


def open_file(data: bytes) -> Opened | str:
    """Open a file; a sentence where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            blobs = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        return f"This is no Word file: {error}."
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    trees = {}
    for name, blob in blobs.items():
        if name.endswith((".xml", _RELS)):
            try:
                trees[name] = etree.fromstring(blob, parser)
            except etree.XMLSyntaxError as error:
                return f"{name} is no XML: {error.msg}."
    opened = Opened(names, trees)
    for name, tree in trees.items():
        if name.endswith(_RELS):
            folder, _, file = name.rpartition("_rels/")
            opened.relations[folder + file.removesuffix(_RELS)] = dict(_relations(folder, tree))
    return opened


def _relations(folder: str, tree: Element) -> Iterator[tuple[str, Relation]]:
    for one in tree:
        target = one.get("Target", "")
        path = target[1:] if target.startswith("/") else posixpath.normpath(folder + target)
        external = one.get("TargetMode") == "External"
        kind = one.get("Type", "").rpartition("/")[2]
        yield one.get("Id", ""), Relation(kind, target if external else path, external)


def all_of(tree: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of some names, in the order of the text."""
    yield from tree.iter(*(w(name) for name in names))


def value(element: Element, name: str = "val") -> str:
    """Return an attribute; empty where there is none."""
    return str(element.get(w(name), ""))
