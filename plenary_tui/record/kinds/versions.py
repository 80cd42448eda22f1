"""Versions of the draft: what is issued, what comes back, and the review it passes through."""

from __future__ import annotations

from typing import Literal

from plenary_tui.record.bracketing import Bracket

from .base import Line, Moment, Pointing, Ref, SpokenOf, Text, Who
from .drafts import DraftKind, ParagraphForm, ParagraphRef, ParagraphStatus
from .parts import Part

IssuedState = Literal["DRAFT", "FINAL", "CHAIR'S TEXT"]


class IssuedParagraph(Part):
    """A paragraph as issued. number: as printed. basis: as in `ParagraphText`."""

    LISTS = ("sources",)
    PARTS = ("ref", "brackets")
    ref: ParagraphRef
    text: Text = ""
    lead: Line = ""
    number: Line = ""
    form: ParagraphForm = "numbered"
    status: ParagraphStatus = "open"
    brackets: tuple[Bracket, ...] = ()
    sources: tuple[Ref, ...] = ()
    basis: Line = ""


class IssuedRow(Part):
    """A row of a table as issued."""

    LISTS = ("sources",)
    cells: tuple[Text, ...]
    sources: tuple[Ref, ...] = ()


class IssuedTable(Part):
    """A table as issued."""

    PARTS = ("rows",)
    columns: tuple[Line, ...]
    rows: tuple[IssuedRow, ...] = ()


class IssuedSection(Part):
    """A section as issued, with the sections inside it."""

    PARTS = ("blocks", "sections")
    key: Line
    heading: Line = ""
    annex: bool = False
    blocks: tuple[IssuedParagraph | IssuedTable, ...] = ()
    sections: tuple[IssuedSection, ...] = ()


class DraftIssued(DraftKind):
    """A version goes out: its whole text, never composed again. Numbers freeze with it.

    label, symbol: as printed. language: empty for the meeting's own. record: the hash of the
    session's record at that moment. register_name, title, about: its title block.
    """

    PARTS = ("sections",)
    kind: Literal["draft_issued"] = "draft_issued"
    v: Literal[1] = 1
    label: Line
    symbol: Line = ""
    state: IssuedState = "DRAFT"
    language: Line = ""
    record: Line = ""
    register_name: Line = ""
    title: Line = ""
    about: tuple[Line, ...] = ()
    sections: tuple[IssuedSection, ...] = ()


class Remarked(Part):
    """A comment that came with a file: who signed it and what it says."""

    author: Line = ""
    text: Text


class ChangeAsked(Part):
    """What a file asks for at one paragraph: it shall read `now`, and comments on it.

    paragraph: which; None for a new one. after: the one that it stands behind, of a new one or
    of one that was moved there. sure: known by its hidden mark or its very words; else by similar
    words, to be confirmed. tracked: whether its changes were tracked in the file.
    """

    PARTS = ("paragraph", "after", "comments")
    paragraph: ParagraphRef | None = None
    after: ParagraphRef | None = None
    now: Text = ""
    comments: tuple[Remarked, ...] = ()
    sure: bool = True
    tracked: bool = True


class DraftReceived(DraftKind, Pointing):
    """An edited copy of the version `target` came back. who sent it; author: as the file says."""

    PARTS = ("changes",)
    kind: Literal["draft_received"] = "draft_received"
    v: Literal[1] = 1
    who: Who
    author: Line = ""
    changes: tuple[ChangeAsked, ...] = ()


ReviewAct = Literal["under_review", "closed", "signed_off", "adopted", "published"]
"""A version is under review until a moment, then signed off by the Chair, adopted, published;
`closed` ends a review before its time."""


class Review(DraftKind, Pointing):
    """The version `target` passes to a stage. until: when corrections must be in. person: who
    signs it off."""

    kind: Literal["review"] = "review"
    v: Literal[1] = 1
    act: ReviewAct
    until: Moment | None = None
    person: Line = ""
    text: Text = ""


class CorrectionAsked(DraftKind, SpokenOf):
    """A delegation asks that `old` read `new`, in an entry of the record or in a version.

    target: the entry, or the version that `paragraph` is of. speaker: who asks; text: why.
    """

    PARTS = ("paragraph",)
    kind: Literal["correction_asked"] = "correction_asked"
    v: Literal[1] = 1
    paragraph: ParagraphRef | None = None
    old: Text = ""
    new: Text = ""


class CorrectionAnswered(DraftKind, Pointing):
    """The correction `target` is accepted, or refused with a reason."""

    kind: Literal["correction_answered"] = "correction_answered"
    v: Literal[1] = 1
    verdict: Literal["accepted", "refused"]
    text: Text = ""
