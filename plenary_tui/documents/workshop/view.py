"""The draft as those see it who negotiate it: its text, and what there is to know beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from plenary_tui.record.bracketing import Bracket, Marked
from plenary_tui.record.drafts import Drafts, Held
from plenary_tui.record.kinds import ParagraphRef, ParagraphText

from ..draft import Draft, Paragraph, paragraphs_of
from .laying import Laid, digest


@dataclass(frozen=True)
class Place:
    """Where a paragraph stands. before: the one in front of it in its section, or empty."""

    section: str
    before: str
    annex: bool = False


@dataclass(frozen=True)
class Workshop:
    """The draft under negotiation, and what it was made from."""

    draft: Draft
    drafts: Drafts
    laid: Laid

    @cached_property
    def paragraphs(self) -> dict[str, Paragraph]:
        """Its paragraphs by their ids, in the order of reading."""
        return {one.id: one for one in self.draft.paragraphs() if one.id}

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where each paragraph stands."""
        found: dict[str, Place] = {}
        for section in self.draft.sections:
            before = ""
            for one in paragraphs_of(section):
                found[one.id] = Place(section.key, before, section.annex)
                before = one.id
        return found

    @cached_property
    def used(self) -> dict[str, tuple[str, ...]]:
        """The paragraphs that each entry is used in, by the entry's id."""
        found: dict[str, tuple[str, ...]] = {}
        for key, one in self.paragraphs.items():
            for source in one.sources:
                found[source] = (*found.get(source, ()), key)
        return found

    def held(self, paragraph_id: str) -> Held | None:
        """Return what is held of a paragraph; None where it is composed only."""
        return self.drafts.held.get(paragraph_id)

    def marked(self, paragraph_id: str) -> Marked:
        """Return the words of a paragraph with their brackets."""
        one = self.paragraphs[paragraph_id]
        return Marked(one.text, one.brackets)

    def text(self, paragraph_id: str) -> ParagraphText:
        """Return a paragraph as an edit begins from: as it stands, and what it builds on."""
        held = self.held(paragraph_id)
        own = held.texts.get("") if held else None
        if held is not None and own is not None:
            return own.model_copy(
                update={
                    "before": held.entries[-1], "moved": False, "section": "", "after": None,
                }
            )  # fmt: skip
        one = self.paragraphs[paragraph_id]
        composed = self.laid.composed.get(paragraph_id)
        return ParagraphText(
            ref=ParagraphRef.of(paragraph_id), text=one.text,
            lead=composed.lead if composed else "", brackets=one.brackets, sources=one.sources,
            form=self._form(one), status=one.status,
            before=held.entries[-1] if held else "", basis=digest(composed) if composed else "",
        )  # fmt: skip

    def _form(self, one: Paragraph) -> str:
        if one.continues:
            return "continued"
        return "numbered" if one.number else "item"

    def open_brackets(self) -> list[tuple[Paragraph, Bracket]]:
        """Return what is not agreed, in the order of reading."""
        return [(one, bracket) for one in self.draft.paragraphs() for bracket in one.brackets]

    def by_owner(self) -> Counter[str]:
        """Count open brackets by who asked for them, by code; "" for those that nobody owns."""
        counted: Counter[str] = Counter()
        for _, bracket in self.open_brackets():
            counted.update(bracket.by or ("",))
        return counted
