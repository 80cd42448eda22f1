"""Drafts as Markdown (CommonMark with tables). What people said never becomes markup."""

from __future__ import annotations

import re

from .draft import Block, Draft, Listing, Paragraph, Section, Table

_SIGNS = re.compile(r"[\\`*_\[\]<>&~|$@^{}!#]|^[+=:-]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""Signs that may be or begin markup: found in one pass, so that none is escaped twice."""
_NUMBER = re.compile(r"^(\d{1,9})(?=[.)])")
_DEEPEST = 6


def escape(text: str) -> str:
    """Return `text` so that it reads as it stands, whatever signs it holds."""
    return _NUMBER.sub(r"\1\\", _SIGNS.sub(r"\\\g<0>", text))


def markdown(draft: Draft) -> str:
    """Write a draft as Markdown."""
    parts = [_line(draft.symbol)] if draft.symbol else []
    parts += [f"# {_line(draft.register)}", f"**{_line(draft.title)}**"]
    if draft.marking:
        parts.insert(0, f"**{_line(draft.marking)}**")
    if draft.about:
        parts.append("\\\n".join(_line(line) for line in draft.about))
    if draft.stamp:
        parts.append(f"**{_line(draft.stamp)}**")
    for section in draft.sections:
        parts.extend(_section(section, 2))
    return "\n\n".join(parts) + "\n"


def _section(section: Section, level: int) -> list[str]:
    heading = f"{'#' * min(level, _DEEPEST)} {_line(section.heading)}"
    parts = [heading] if section.heading else []
    parts.extend(_block(block) for block in section.blocks)
    for inner in section.sections:
        parts.extend(_section(inner, level + bool(section.heading)))
    return parts


def _block(block: Block) -> str:
    if isinstance(block, Listing):
        return "\n".join(f"- {_paragraph(item, '  ')}" for item in block.items)
    if isinstance(block, Table):
        rows = [block.columns, *(row.cells for row in block.rows)]
        lines = [f"| {' | '.join(_line(cell) for cell in cells)} |" for cells in rows]
        lines.insert(1, "|" + " --- |" * len(block.columns))
        return "\n".join(lines)
    return _paragraph(block, "")


def _paragraph(paragraph: Paragraph, indent: str) -> str:
    lines = [escape(line.strip()) for line in paragraph.text.split("\n") if line.strip()]
    text = f"\\\n{indent}".join(lines)
    lead = f"**{_line(paragraph.lead)}** " if paragraph.lead else ""
    number = f"{_line(paragraph.number)}\\. " if paragraph.number else ""
    if paragraph.letter:
        number = f"{_line(paragraph.letter)} "
    return f"{number}{lead}{text}".rstrip()


def _line(text: str) -> str:
    return escape(text.replace("\n", " "))
