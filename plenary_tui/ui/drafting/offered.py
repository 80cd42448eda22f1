"""What the draft screen offers in a menu: acts, brackets, status, sections, plans."""

from __future__ import annotations

from collections.abc import Iterable

from plenary_tui.documents.workshop.plans import Plan
from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.kinds import ParagraphStatus
from plenary_tui.ui.actions import Action
from plenary_tui.ui.seen.views import Choice

from . import sections
from .rows import SAID, SIGNS
from .translating import ONLY_IN_ORIGINAL
from .view import SECTION, DraftView

_ALWAYS = (
    "add_paragraph", "undo_draft", "redo_draft", "sections", "renumber", "issue", "other_language",
)  # fmt: skip
_ON_TEXT = (
    "edit_paragraph", "bracket", "alternative", "status", "split_paragraph", "join_paragraph",
    "move", "remove", "discuss", "history",
)  # fmt: skip
_ON_BRACKETS = ("clean", "drop")
_ON_OFFER = ("offer", "take_offer", "keep_offer")


def acts(view: DraftView, row: str, actions: Iterable[Action]) -> list[Choice]:
    """Return what can be done at a row, each with its key; what makes sense there only."""
    wanted = applying(view, row)
    by_id = {one.id: one for one in actions}
    return [
        Choice(by_id[one].label, f"{by_id[one].shown_key}: {by_id[one].says}", does=one)
        for one in wanted
        if one in by_id
    ]


def applying(view: DraftView, row: str) -> list[str]:
    """Return the ids of the actions that make sense at a row."""
    paragraph = view.workshop.paragraphs.get(row)
    found: list[str] = []
    if view.is_removed(row):
        found += ["remove", "history"]
    elif paragraph is not None and not view.workshop.places[row].annex:
        found += _ON_TEXT[:1]
        if row in view.workshop.laid.offers:
            found += _ON_OFFER
        if paragraph.brackets:
            found += _ON_BRACKETS
        found += _ON_TEXT[1:]
    if any(not by_hand(view, one) for one in view.workshop.laid.offers):
        found.append("take_all")
    found += _ALWAYS if not row.startswith(SECTION) else ("add_paragraph", "sections")
    return [one for one in found if not (view.language and one in ONLY_IN_ORIGINAL)]


def by_hand(view: DraftView, paragraph: str) -> bool:
    """Whether somebody worded a paragraph, and not the composer."""
    held = view.workshop.held(paragraph)
    return held is not None and held.by_hand


def brackets(view: DraftView, paragraph: str) -> list[Choice]:
    """Return the brackets of a paragraph in the order of reading."""
    text = view.workshop.paragraphs[paragraph].text
    return [
        Choice(text[one.start : one.end], one.owner or one.why or "nobody's", does=str(place))
        for place, one in enumerate(in_order(view, paragraph))
    ]


def in_order(view: DraftView, paragraph: str) -> list[Bracket]:
    """Return the brackets of a paragraph in the order of reading, an outer one first."""
    found = view.workshop.paragraphs[paragraph].brackets
    return sorted(found, key=lambda one: (one.start, -one.end))


def statuses(view: DraftView, paragraph: str) -> list[Choice]:
    """Return how far a paragraph can be agreed; how it stands now is only said."""
    now = view.workshop.paragraphs[paragraph].status
    order: tuple[ParagraphStatus, ...] = ("agreed", "agreed_ad_ref", "open")
    return [
        Choice(f"{SIGNS[one]} {SAID[one]}", does=one) if one != now
        else Choice("", f"{SIGNS[one]} {SAID[one]}, as it stands")
        for one in order
    ]  # fmt: skip


def section_choices(view: DraftView, key: str, plans: Iterable[Plan]) -> list[Choice]:
    """Return what can be done with a section, what can be taken in again, the plans there are."""
    found = []
    if key:
        found = [
            Choice("move the section up", does="up"), Choice("move the section down", does="down"),
            Choice("leave the section out", "its paragraphs are kept", does="out"),
        ]  # fmt: skip
    return [
        *found,
        *(Choice(f"take in again: {one}", does=f"in {one}") for one in sections.out(view)),
        *(_plan(view, one) for one in plans),
    ]  # fmt: skip


def _plan(view: DraftView, plan: Plan) -> Choice:
    now = "as it is now; " if plan.name == view.workshop.drafts.plan else ""
    return Choice(f"follow the plan “{plan.name}”", f"{now}{plan.about}", does=f"plan {plan.name}")
