"""The paragraphs of a draft as the checks read them: where each stands, its quotations covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plenary_tui.documents.draft import Block, Draft, Listing, Paragraph, Section, Sources
from plenary_tui.record.bracketing import Bracket

from .finding import Finding, What

COVER = "\x00"
"""Stands for every sign of a quotation, so that places in the text stay what they are."""

_QUOTATION = re.compile(
    r'"[^"\n]*(?:"|$)|“[^”]*(?:”|\Z)|„[^“”]*(?:[“”]|\Z)|«[^»]*(?:»|\Z)'
    r"|(?<!\w)‘(?:[^‘’]|’(?=\w))*’",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"(?:[^.!?;\n]|[.!?](?![\s\x00]|$))+[.!?;]?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. bare: its text with every quotation covered. annex: it is reproduced there."""

    text: str
    bare: str
    id: str = ""
    number: str = ""
    place: str = ""
    lead: str = ""
    sources: Sources = ()
    brackets: tuple[Bracket, ...] = ()
    annex: bool = False

    def finding(
        self, what: What, why: str, span: tuple[int, int] = (0, 0), suggestion: str = ""
    ) -> Finding:
        """Return a finding about `text[span]`."""
        return Finding(what, why, self.id, self.number, self.place, *span, suggestion)

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yield its sentences, quotations covered, each with its place."""
        for found in _SENTENCE.finditer(self.bare):
            told = found[0].lstrip()
            if told:
                yield found.end() - len(told), told


def covered(text: str) -> str:
    """Return a text with its quotations covered; one that is never closed runs to the end."""
    return _QUOTATION.sub(lambda found: COVER * len(found[0]), text)


def passages(draft: Draft) -> list[Passage]:
    """Return every paragraph of a draft, in the order of reading, items of lists included."""
    found: list[Passage] = []
    for section in draft.sections:
        _add(found, section, section.annex)
    return found


def plain(text: str) -> list[Passage]:
    """Return the lines of a text as passages that are numbered from 1."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [Passage(line, covered(line), number=str(at)) for at, line in enumerate(lines, 1)]


def starts_sentence(bare: str, at: int) -> bool:
    """Whether a word at that place begins a sentence or an item."""
    before = bare[:at].rstrip(" ([" + COVER)
    return not before or before[-1] in ".!?:\n–"


def _add(found: list[Passage], section: Section, annex: bool) -> None:
    number = "" if annex else next((one.number for one in reversed(found) if one.number), "")
    for block in section.blocks:
        for paragraph in _paragraphs(block):
            number = paragraph.number or number
            text = paragraph.text
            found.append(Passage(
                text, covered(text), paragraph.id, number, section.heading, paragraph.lead,
                paragraph.sources, paragraph.brackets, annex,
            ))  # fmt: skip
    for inner in section.sections:
        _add(found, inner, annex)


def _paragraphs(block: Block) -> tuple[Paragraph, ...]:
    if isinstance(block, Listing):
        return block.items
    return (block,) if isinstance(block, Paragraph) else ()
