"""A draft: what a register says, before any format.

Every paragraph, row and item knows the entries it rests on (`sources`, entry ids). Text is plain:
a writer escapes it and never reads markup in it. A line break inside a text is the speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

Sources = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. lead: the label or name it opens with, set off. number: as printed."""

    text: str
    sources: Sources = ()
    lead: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Paragraphs that are the items of one list."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[str, ...]
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has a cell for each of its columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


Block = Paragraph | Listing | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, its blocks, then the sections inside it."""

    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A document. register: what it is. about: the lines of its title block.

    marking: the highest of what it holds, empty where everybody may read it.
    """

    register: str
    title: str
    about: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    marking: str = ""

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in the order of reading."""
        for section in self.sections:
            yield from _blocks(section)

    def sources(self) -> frozenset[str]:
        """Return the ids of all entries that something in it rests on."""
        found: set[str] = set()
        for block in self.blocks():
            parts = (
                block.items if isinstance(block, Listing)
                else block.rows if isinstance(block, Table)
                else (block,)
            )  # fmt: skip
            for part in parts:
                found.update(part.sources)
        return frozenset(found)


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks(inner)
