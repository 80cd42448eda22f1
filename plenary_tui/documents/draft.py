"""A draft: what a register says, before any format.

Every paragraph, row and item knows the entries it rests on (`sources`, entry ids). Text is plain:
a writer escapes it and never reads markup in it. A line break inside a text is the speaker's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.kinds import ParagraphStatus

from .stamps import stamp

Sources = tuple[str, ...]
DraftState = Literal["", "DRAFT", "FINAL", "CHAIR'S TEXT"]
"""Registers have no state: they are what the record says. A communiqué is a draft until final.

What is not agreed in full goes out under the Chair's own authority, and says so; so does what goes
round between two versions, for its numbers may still run on.
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft comes from: the session's name, and the hash of its record at that moment.

    until: the moment or entry that the record was read to, as typed; empty for all of it.
    """

    session: str
    record: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """As what a draft is drawn up: its state, its version (a label, as printed) and when.

    symbol: the document's own, with its revision (`KP/2018/Plenary/L.1/Rev.1`). language: `en`
    or `fr`.
    """

    state: DraftState = "DRAFT"
    version: str = ""
    made: datetime | None = None
    origin: Origin | None = None
    symbol: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. lead: the label or name it opens with, set off. number: as printed.

    id: stays the same while its section and its first source do; empty where nobody cites it.
    continues: belongs to the numbered paragraph before it and has no number of its own.
    status: how far it is agreed. letter: as printed before the item of a list under a numbered
    paragraph: `(a)`, in French `a)`.
    """

    text: str
    sources: Sources = ()
    lead: str = ""
    number: str = ""
    id: str = ""
    continues: bool = False
    brackets: tuple[Bracket, ...] = ()
    status: ParagraphStatus = "open"
    letter: str = ""


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
    """A section: its heading, its blocks, then the sections inside it. annex: begins a page.

    A section may go without a heading. key: what it is, whatever its heading and place.
    """

    heading: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    annex: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document. register: what it is. about: the lines of its title block.

    marking: the highest of what it holds, empty where everybody may read it. state, version,
    made: of a text under negotiation; `made` is when it was drawn up, in the session's zone.
    compact: it should stay on one page. origin: of one that goes out and is to be known again.
    symbol, language: as in `Issue`.
    """

    register: str
    title: str
    about: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    marking: str = ""
    state: DraftState = ""
    version: str = ""
    made: datetime | None = None
    compact: bool = False
    origin: Origin | None = None
    symbol: str = ""
    language: str = "en"

    @property
    def stamp(self) -> str:
        """What stands over it: `DRAFT, version 2, 21 June 2018, 18:05 CEST`; for registers ""."""
        return stamp(self)

    @property
    def is_unissued(self) -> bool:
        """Whether it goes out as a draft under no version's label."""
        return self.state == "DRAFT" and self.origin is not None and not self.version

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in the order of reading."""
        for section in self.sections:
            yield from _blocks(section)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, those of lists included, in the order of reading."""
        for section in self.sections:
            yield from paragraphs_of(section)

    def brackets(self) -> Iterator[Bracket]:
        """Yield every bracket: their number is the meter of progress."""
        for paragraph in self.paragraphs():
            yield from paragraph.brackets

    def sources(self) -> frozenset[str]:
        """Return the ids of all entries that something in it rests on."""
        found = {source for one in self.paragraphs() for source in one.sources}
        for block in self.blocks():
            if isinstance(block, Table):
                found.update(source for row in block.rows for source in row.sources)
        return frozenset(found)


def paragraphs_of(section: Section) -> Iterator[Paragraph]:
    """Yield every paragraph of a section, those of lists and of inner sections included."""
    for block in _blocks(section):
        if isinstance(block, Listing):
            yield from block.items
        elif isinstance(block, Paragraph):
            yield block


def _blocks(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks(inner)
