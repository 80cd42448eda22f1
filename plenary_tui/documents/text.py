"""Drafts as plain text, for an editor, a mail or a terminal. Lines are not broken for width."""

from __future__ import annotations

from .draft import Block, Draft, Listing, Paragraph, Section, Table

_UNDER = "=-~"


def text(draft: Draft) -> str:
    """Write a draft as plain text."""
    parts = [draft.symbol] if draft.symbol else []
    parts += [_underlined(draft.register, "="), "\n".join((draft.title, *draft.about))]
    if draft.stamp:
        parts.append(draft.stamp)
    if draft.marking:
        parts.insert(0, draft.marking)
    for section in draft.sections:
        parts.extend(_section(section, 0))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, level: int) -> list[str]:
    heading = section.heading.replace("\n", " ")
    title = _underlined(heading, _UNDER[level]) if level < len(_UNDER) else heading
    parts = [title] if heading else []
    parts.extend(_block(block) for block in section.blocks)
    for inner in section.sections:
        parts.extend(_section(inner, level + bool(heading)))
    return parts


def _underlined(heading: str, sign: str) -> str:
    return f"{heading}\n{sign * len(heading)}"


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
