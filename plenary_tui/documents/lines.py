"""A draft as the lines that a reader reads, in order: what is compared, redlined and read back.

A line is what has a place of its own on paper: a title, a heading, a paragraph, an item of a list,
a table. The Word writer writes one element for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .draft import Block, Draft, Listing, Paragraph, Section, Table

LineKind = Literal["title", "subtitle", "about", "heading", "paragraph", "item", "table"]

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line. text: as it reads, its lead included, its number not. number: as printed.

    id: of a paragraph, as the draft has it. level: of a heading, from 1. rows: of a table, the
    names of its columns first; its text is empty.
    """

    kind: LineKind
    text: str
    number: str = ""
    id: str = ""
    level: int = 0
    rows: tuple[Cells, ...] = ()


def lines(draft: Draft) -> Iterator[Line]:
    """Yield the lines of a draft in the order of reading; what is empty has no line."""
    if draft.register:
        yield Line("title", draft.register)
    if draft.title:
        yield Line("subtitle", draft.title)
    yield from (Line("about", one) for one in draft.about if one)
    for section in draft.sections:
        yield from _section(section, 1)


def _section(section: Section, level: int) -> Iterator[Line]:
    if section.heading.strip():
        yield Line("heading", section.heading.replace("\n", " "), level=level)
        level += 1
    for block in section.blocks:
        yield from _block(block)
    for inner in section.sections:
        yield from _section(inner, level)


def _block(block: Block) -> Iterator[Line]:
    if isinstance(block, Table):
        yield Line("table", "", rows=(block.columns, *(row.cells for row in block.rows)))
    elif isinstance(block, Listing):
        for item in block.items:
            yield from _paragraph(item, "item")
    else:
        yield from _paragraph(block, "paragraph")


def _paragraph(given: Paragraph, kind: LineKind) -> Iterator[Line]:
    text = " ".join(part for part in (given.lead, given.text) if part)
    if text or given.number:
        yield Line(kind, text, given.number or given.letter, given.id)
