"""The communiqué under negotiation: its paragraphs as they are edited, its plan, its numbers.

The entries of the draft are a stream of their own beside the room's: they belong to no sitting
and no item, are open as the communiqué is, and have an undo of their own.
"""

from __future__ import annotations

import re
from typing import Literal

from plenary_tui.record.bracketing import Bracket

from .base import Line, Ref, Text, Who
from .parts import Composite, Part

ParagraphStatus = Literal["open", "agreed", "agreed_ad_ref"]
"""How far a paragraph is agreed."""

ParagraphForm = Literal["numbered", "continued", "item"]
"""Whether it has a number, goes on under the one before it, or is the item of a list."""

_AGAIN = "~"
_SOURCE = re.compile(r"(.+)\.([^.]+-\d+)")


class DraftKind(Composite):
    """A kind of the draft's stream."""


class ParagraphRef(Part):
    """Which paragraph: the same whatever else changes, and wherever the paragraph is moved to.

    section: the key of the section it was made in. source: its first source, or the entry that
    wrote it by hand; empty in that entry itself (`own`), and where it rests on nothing.
    again: 2 for the second one of the same section and source, and so on.
    """

    REFS = ("source",)
    section: Line
    source: Ref = ""
    again: int = 1
    own: bool = False

    @property
    def id(self) -> str:
        """How documents name it: `item-4.2.hall-12`, `body-WGM.hall-30~2`."""
        named = f"{self.section}.{self.source}" if self.source else self.section
        return named if self.again == 1 else f"{named}{_AGAIN}{self.again}"

    @classmethod
    def of(cls, paragraph_id: str) -> ParagraphRef:
        """Return the paragraph that documents name so."""
        named, _, again = paragraph_id.partition(_AGAIN)
        parted = _SOURCE.fullmatch(named)
        section, source = (parted[1], parted[2]) if parted else (named, "")
        return cls(section=section, source=source, again=int(again or 1))

    def written_by(self, entry_id: str) -> ParagraphRef:
        """Return it as others name it, given the entry that holds it."""
        if not self.own:
            return self
        return self.model_copy(update={"source": entry_id, "own": False})


class ParagraphText(Part):
    """A paragraph as it reads from an entry on.

    language: empty for the meeting's own. before: the draft entry that it builds on. basis: the
    digest of the composed words that it stands for, empty where there are none. removed: it is
    taken out. moved: it stands behind `after` in `section`, first there where `after` is None.
    """

    REFS = ("before",)
    LISTS = ("sources",)
    PARTS = ("ref", "brackets", "after")
    ref: ParagraphRef
    text: Text = ""
    lead: Line = ""
    brackets: tuple[Bracket, ...] = ()
    sources: tuple[Ref, ...] = ()
    form: ParagraphForm = "numbered"
    status: ParagraphStatus = "open"
    language: Line = ""
    before: Ref = ""
    basis: Line = ""
    removed: bool = False
    moved: bool = False
    section: Line = ""
    after: ParagraphRef | None = None


class Answer(Part):
    """What became of something asked for: change `place` of what was received, or an entry.

    `confirmed`: it is about `paragraph`, and nothing is said of it yet.
    """

    REFS = ("target",)
    PARTS = ("paragraph",)
    target: Ref
    place: int = 0
    verdict: Literal["confirmed", "accepted", "bracketed", "refused"]
    paragraph: ParagraphRef | None = None


EditAct = Literal[
    "edited", "added", "split", "joined", "moved", "removed", "restored", "bracketed", "cleaned",
    "agreed", "reopened", "taken", "kept", "answered", "translated",
]  # fmt: skip
"""What was done; the paragraphs say how they read afterwards. `taken`, `kept`: new composed words
that were offered stand now, or the words at hand stay."""


class DraftEdit(DraftKind):
    """Paragraphs of the draft read so from now on. who: at whose request; note: why."""

    PARTS = ("paragraphs", "answers")
    kind: Literal["draft_edit"] = "draft_edit"
    v: Literal[1] = 1
    act: EditAct
    paragraphs: tuple[ParagraphText, ...] = ()
    answers: tuple[Answer, ...] = ()
    who: Who = ()
    note: Text = ""


class OtherHeading(Part):
    """A heading in another language than the meeting's own."""

    language: Line
    text: Line


class PlanSection(Part):
    """A section of a plan. key: what it is. heading: empty for the composed one.

    others: its heading in other languages. left_out: it is not in the document.
    """

    PARTS = ("others",)
    key: Line
    heading: Line = ""
    others: tuple[OtherHeading, ...] = ()
    left_out: bool = False

    def heading_in(self, language: str) -> str:
        """Return its heading in a language (empty: the meeting's own), empty where composed."""
        return heading_in(self.heading, self.others, language)


class DraftPlan(DraftKind):
    """The draft's plan: what it is called, what stands over its title, its sections in order.

    Sections that it does not name follow the one that they follow when they are composed.
    """

    PARTS = ("others", "sections")
    kind: Literal["draft_plan"] = "draft_plan"
    v: Literal[1] = 1
    name: Line
    heading: Line = ""
    others: tuple[OtherHeading, ...] = ()
    sections: tuple[PlanSection, ...] = ()


def heading_in(own: str, others: tuple[OtherHeading, ...], language: str) -> str:
    """Return a heading in a language (empty: the meeting's own); empty where it has none."""
    if not language:
        return own
    return next((one.text for one in others if one.language == language), "")


class Renumbered(Part):
    """A paragraph's number before and after; a removed one has none any more."""

    PARTS = ("ref",)
    ref: ParagraphRef
    old: Line
    new: Line = ""


class DraftRenumbered(DraftKind):
    """The paragraphs are numbered anew, once and explicitly: the table of old and new."""

    PARTS = ("table",)
    kind: Literal["draft_renumbered"] = "draft_renumbered"
    v: Literal[1] = 1
    table: tuple[Renumbered, ...]


class ParagraphTaken(DraftKind):
    """A paragraph of the draft is under discussion from here on; without one, none is."""

    PARTS = ("paragraph",)
    kind: Literal["paragraph_taken"] = "paragraph_taken"
    v: Literal[1] = 1
    paragraph: ParagraphRef | None = None


class ParagraphCarried(DraftKind):
    """A paragraph that was not agreed goes on into another session; `to` says which."""

    PARTS = ("paragraph",)
    kind: Literal["paragraph_carried"] = "paragraph_carried"
    v: Literal[1] = 1
    paragraph: ParagraphRef
    to: Text = ""
