"""The annotated variant of a draft as text: whose each bracket is, what each paragraph rests on.

It is for the chair's office, not for the room: it names who asked for what.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .draft import Block, Draft, Listing, Paragraph, Section

UNSUPPORTED = "No entry of the record supports this."

Explain = Callable[[str], str]
"""Says in one line what an entry is, given its id."""


def annotated(draft: Draft, explain: Explain) -> Draft:
    """Return a draft with the owners in its brackets and its sources below each paragraph."""
    return replace(draft, sections=tuple(_section(one, explain) for one in draft.sections))


def _section(section: Section, explain: Explain) -> Section:
    blocks = tuple(_block(block, explain) for block in section.blocks)
    inner = tuple(_section(one, explain) for one in section.sections)
    return replace(section, blocks=blocks, sections=inner)


def _block(block: Block, explain: Explain) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, explain)
    if isinstance(block, Listing):
        return Listing(tuple(_paragraph(item, explain) for item in block.items))
    return block


def _paragraph(paragraph: Paragraph, explain: Explain) -> Paragraph:
    text = paragraph.text
    for bracket in sorted(paragraph.brackets, key=lambda one: one.start, reverse=True):
        if bracket.owner:
            at = bracket.start + 1
            text = f"{text[:at]}{bracket.owner}: {text[at:]}"
    why = dict.fromkeys(one.why for one in paragraph.brackets if one.why)
    notes = [f"In brackets: {reason}." for reason in why]
    notes += [f"→ {explain(one)}" for one in paragraph.sources] or [UNSUPPORTED]
    # places in the text hold no longer once owners are written into it
    return replace(paragraph, text="\n".join((text, *notes)), brackets=())
