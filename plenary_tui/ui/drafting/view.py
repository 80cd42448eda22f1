"""What the draft screen shows, made beside the recording thread and handed over as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from plenary_tui.documents.checks import Finding
from plenary_tui.documents.draft import paragraphs_of
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.workshop.typed import Known
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.drafts import Held
from plenary_tui.record.meeting import Meeting

from .lines import DraftRow

SECTION = "§"
"""What the id of a section's row begins with; no paragraph is called so."""


@dataclass(frozen=True)
class Told:
    """An entry as somebody reads it who asks what a sentence rests on. who: with its colon."""

    day: str
    time: str
    who: str
    words: str
    is_taken_back: bool = False


@dataclass(frozen=True)
class DraftView:
    """The draft under negotiation with what stands beside it. told: by the entry's id.

    original: where it is shown in another language than the meeting's own, how it reads in that.
    lacking: the paragraphs that it lacks in the other language, with the words that they had there
    before, as typed. settled: since when a paragraph is agreed, and by whom.
    """

    workshop: Workshop
    meeting: Meeting
    findings: tuple[Finding, ...]
    told: Mapping[str, Told]
    rows: tuple[DraftRow, ...] = ()
    original: Workshop | None = None
    lacking: Mapping[str, str] = field(default_factory=dict)
    settled: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language that it is shown in, as entries name it: empty for the meeting's own."""
        return self.workshop.draft.language if self.original else ""

    @property
    def own(self) -> Workshop:
        """The draft in the meeting's own language."""
        return self.original or self.workshop

    @cached_property
    def issued(self) -> frozenset[str]:
        """The paragraphs of the last version."""
        return frozenset(one for _, ids in self.workshop.drafts.order for one in ids)

    @cached_property
    def taken_out(self) -> tuple[str, ...]:
        """The paragraphs that were taken out before any version had them."""
        held = self.workshop.drafts.held
        shown = self.workshop.paragraphs
        return tuple(key for key in held if held[key].text.removed and key not in shown)

    @cached_property
    def called(self) -> dict[str, str]:
        """How people call each paragraph: by its number, else by the one it stands under."""
        found: dict[str, str] = {}
        for section in self.workshop.draft.sections:
            under = f"under “{section.heading}”" if section.heading else "unnumbered"
            for one in paragraphs_of(section):
                under = f"under {one.number}" if one.number else under
                found[one.id] = one.number or under
        return found

    def is_new(self, paragraph: str) -> bool:
        """Whether no version has the paragraph, once there is one."""
        versions, place = self.workshop.drafts.versions, self.workshop.places.get(paragraph)
        return bool(versions and place and not place.annex and paragraph not in self.issued)

    def is_by_hand(self, held: Held) -> bool:
        """Whether somebody worded a paragraph in the language that is shown."""
        if not self.language:
            return held.by_hand
        last = held.latest.get(self.language, "")
        return self.language in held.texts and self.workshop.drafts.version(last) is None

    def is_removed(self, paragraph: str) -> bool:
        """Whether a paragraph is taken out; its number may stay."""
        held = self.workshop.held(paragraph)
        return held is not None and held.text.removed

    def numbered(self, typed: str) -> str:
        """Return the paragraph with a number, as people type it, or empty."""
        key = _closed_up(typed)
        shown = self.workshop.paragraphs.values()
        return next((one.id for one in shown if key and _closed_up(one.number) == key), "")

    def name(self, code: str) -> str:
        """Return a delegation's name as the screen says it; empty is nobody."""
        return Teller(self.meeting).name(code) if code else "nobody"

    @property
    def known(self) -> Known:
        """What knows the delegations that are named in brackets, small letters too."""
        return lambda typed: self.meeting.roster.code(typed.strip(), live=True) or ""


def _closed_up(number: str) -> str:
    """Return a number as people type it in a hurry: `14BIS` is `14 bis`."""
    return "".join(number.split()).casefold()
