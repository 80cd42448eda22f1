"""The order of the draft's sections: a section moved, left out or taken in makes a new plan."""

from __future__ import annotations

from fnmatch import fnmatchcase

from plenary_tui.errors import PlenaryError
from plenary_tui.record.kinds import DraftPlan, PlanSection

from .view import DraftView

BY_HAND = "by hand"
"""What a plan is called that was put together here."""


def moved(view: DraftView, key: str, step: int) -> DraftPlan:
    """Put a section before the one above it, or behind the one below it."""
    keys = _keys(view)
    if key not in keys:
        raise PlenaryError("An annex follows the text: only sections of the text are moved.")
    at = keys.index(key)
    if not 0 <= at + step < len(keys):
        raise PlenaryError("It is the first section already." if step < 0 else
                           "It is the last section already.")  # fmt: skip
    keys[at], keys[at + step] = keys[at + step], keys[at]
    return _plan(view, keys)


def left_out(view: DraftView, key: str) -> DraftPlan:
    """Leave a section out of the document; its paragraphs are kept."""
    if key not in _keys(view):
        raise PlenaryError("An annex follows the text: only sections of the text are left out.")
    return _plan(view, [one for one in _keys(view) if one != key], also_out=key)


def taken_in(view: DraftView, key: str) -> DraftPlan:
    """Take a section in again that the plan leaves out."""
    rows = view.workshop.drafts.sections
    kept = tuple(
        one.model_copy(update={"left_out": False}) if one.key == key else one for one in rows
    )
    return _named(view, kept)


def out(view: DraftView) -> list[str]:
    """Return the keys that the plan leaves out."""
    return [one.key for one in view.workshop.drafts.sections if one.left_out]


def _keys(view: DraftView) -> list[str]:
    return [one.key for one in view.workshop.draft.sections if not one.annex]


def _plan(view: DraftView, keys: list[str], also_out: str = "") -> DraftPlan:
    rows = view.workshop.drafts.sections
    named = tuple(_row(key, rows) for key in keys)
    gone = tuple(row for row in rows if row.left_out)
    if also_out:
        gone = (*gone, PlanSection(key=also_out, left_out=True))
    return _named(view, (*named, *gone))


def _row(key: str, rows: tuple[PlanSection, ...]) -> PlanSection:
    """Return a section of its own, under the headings that the plan has for it."""
    known = next((row for row in rows if not row.left_out and fnmatchcase(key, row.key)), None)
    return known.model_copy(update={"key": key}) if known else PlanSection(key=key)


def _named(view: DraftView, sections: tuple[PlanSection, ...]) -> DraftPlan:
    drafts = view.workshop.drafts
    return DraftPlan(
        name=drafts.plan or BY_HAND, heading=drafts.plan_heading, others=drafts.plan_others,
        sections=sections,
    )  # fmt: skip
