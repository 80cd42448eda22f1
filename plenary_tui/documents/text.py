"""Drafts as plain text, for an editor, a mail or a terminal. Lines are not broken for width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .draft import Block, Draft, Listing, Paragraph, Section, Table

_UNDER = "=-~"


class Part(NamedTuple):
    """A part of a draft: a heading of a level from 1 on, or words of level 0."""

    words: str
    level: int = 0


def text(draft: Draft) -> str:
    """Write a draft as plain text."""
    return "\n\n".join(_underlined(one) for one in parts(draft)) + "\n"


def parts(draft: Draft) -> Iterator[Part]:
    """Yield the parts of a draft in the order of reading, for what draws its own headings."""
    for above in (draft.marking, draft.symbol):
        if above:
            yield Part(above)
    yield Part(draft.register, 1)
    yield Part("\n".join((draft.title, *draft.about)))
    if draft.stamp:
        yield Part(draft.stamp)
    for section in draft.sections:
        yield from _section(section, 1)


def _section(section: Section, level: int) -> Iterator[Part]:
    heading = section.heading.replace("\n", " ")
    if heading:
        yield Part(heading, level)
    for block in section.blocks:
        yield Part(_block(block))
    for inner in section.sections:
        yield from _section(inner, level + bool(heading))


def _underlined(part: Part) -> str:
    if not 0 < part.level <= len(_UNDER):
        return part.words
    return f"{part.words}\n{_UNDER[part.level - 1] * len(part.words)}"


def _block(block: Block) -> str:
    if isinstance(block, Listing):
        return "\n".join(f"- {_paragraph(item, '  ')}" for item in block.items)
    if isinstance(block, Table):
        return "\n".join(_row(block.columns, row.cells) for row in block.rows)
    return _paragraph(block, "")


def _row(columns: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A row as an item: the first cell, or that it is empty, then what the other columns say."""
    named = zip(columns[1:], cells[1:], strict=True)
    said = "; ".join(f"{column}: {cell}" for column, cell in named if cell)
    first = cells[0] or f"no {columns[0].casefold()}"
    return "- " + " – ".join(part for part in (first, said) if part).replace("\n", " ")


def _paragraph(paragraph: Paragraph, indent: str) -> str:
    number = f"{paragraph.number}. " if paragraph.number else ""
    if paragraph.letter:
        number = f"{paragraph.letter} "
    lead = f"{paragraph.lead} " if paragraph.lead else ""
    return f"{number}{lead}{paragraph.text}".rstrip().replace("\n", "\n" + indent)
