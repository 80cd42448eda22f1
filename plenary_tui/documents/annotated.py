"""The annotated variant of a draft: who owns each bracket, and what each paragraph rests on.

It is for the chair's office, not for the room: it names who asked for what.
"""

from __future__ import annotations

from dataclasses import replace

from plenary_tui.record.history import Record

from .chronicle import Chronicle
from .draft import Block, Draft, Listing, Paragraph, Section, Sources
from .wording import day


def annotated(draft: Draft, record: Record) -> Draft:
    """Return a draft with owners in its brackets and its sources below each paragraph.

    record: the one it was composed from. What is odd about a source is said beside it.
    """
    notes = _Notes(Chronicle(record))
    sections = tuple(notes.section(one) for one in draft.sections)
    return replace(draft, register=f"{draft.register}, annotated", sections=sections)


class _Notes:
    def __init__(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle

    def section(self, section: Section) -> Section:
        blocks = tuple(self._block(block) for block in section.blocks)
        return replace(section, blocks=blocks, sections=tuple(map(self.section, section.sections)))

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Listing):
            return Listing(tuple(self._paragraph(item) for item in block.items))
        return block

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        text = paragraph.text
        for bracket in sorted(paragraph.brackets, key=lambda one: one.start, reverse=True):
            if bracket.owner:
                at = bracket.start + 1
                text = f"{text[:at]}{bracket.owner}: {text[at:]}"
        why = dict.fromkeys(one.why for one in paragraph.brackets if one.why)
        notes = [f"In brackets: {'; '.join(why)}." if why else "", self._rests(paragraph.sources)]
        # the offsets held for the text before its owners were written into it
        return replace(paragraph, text="\n".join(filter(None, (text, *notes))), brackets=())

    def _rests(self, sources: Sources) -> str:
        if not sources:
            return "Sources: none."
        return f"Sources: {', '.join(map(self._source, sources))}."

    def _source(self, entry_id: str) -> str:
        entry = self._chronicle.record.entry(entry_id)
        if entry is None:
            return entry_id
        words = self._chronicle.words
        when = f"{day(words.day_of(entry.happened))} {words.time_of(entry.happened)}".strip()
        flags = self._chronicle.meeting.flags.get(entry_id, ())
        return f"{entry_id} ({'; '.join((when, *flags))})"
