"""A draft as text on a screen: what people said is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from plenary_tui.documents.draft import Draft, Listing, Paragraph, Section, Table


def draft_lines(draft: Draft) -> Iterator[Content]:
    """Yield the sections of a draft, paragraph by paragraph."""
    for section in draft.sections:
        yield from _section(section, 0)


def _section(section: Section, depth: int) -> Iterator[Content]:
    yield Content()
    if section.heading:
        yield Content.assemble((section.heading, "bold" if depth else "bold $primary"))
    for block in section.blocks:
        if isinstance(block, Listing):
            yield from (_paragraph(item, "• ") for item in block.items)
        elif isinstance(block, Table):
            yield from (Content("  " + " | ".join(row.cells)) for row in block.rows)
        else:
            yield _paragraph(block, "")
    for inner in section.sections:
        yield from _section(inner, depth + 1)


def _paragraph(paragraph: Paragraph, before: str) -> Content:
    number = f"{paragraph.number} " if paragraph.number else before
    lead = f"{paragraph.lead} " if paragraph.lead else ""
    text = paragraph.text
    pieces: list[tuple[str, str] | str] = [(number + lead, "bold")]
    at = 0
    for bracket in sorted(paragraph.brackets, key=lambda one: one.start):
        if bracket.start < at:
            continue
        pieces += [text[at : bracket.start], (text[bracket.start : bracket.end], "bold $warning")]
        at = bracket.end
    pieces.append(text[at:])
    return Content.assemble(*pieces)
