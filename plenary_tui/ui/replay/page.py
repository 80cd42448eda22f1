"""The draft as a page of the replay: headings set off, and over it how its version stood. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from plenary_tui.documents.draft import Draft
from plenary_tui.documents.review.stage import countdown
from plenary_tui.documents.text import parts
from plenary_tui.documents.workshop.view import Workshop
from plenary_tui.record.kinds import DraftIssued
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.reviewing import StageNow, stage_of
from plenary_tui.ui.panels import Line

_STANDS = ("signed_off", "adopted", "published")
"""Stages from which on the words are no draft any more."""


def page(shop: Workshop, meeting: Meeting, now: datetime) -> tuple[Line, ...]:
    """Return the draft of a moment line by line, an empty line between its parts."""
    stage = stage_of(shop.drafts, now)
    lines: list[Line] = []
    if stage.version is not None:
        said = countdown(stage, meeting, now)
        lines += [((said[0].upper() + said[1:], "current"),), ()]
    for part in parts(_headed(shop, meeting, stage)):
        style = "plain" if not part.level else "title" if part.level == 1 else "head"
        lines += [((part.words, style),), ()]
    return tuple(lines[:-1])


def _headed(shop: Workshop, meeting: Meeting, stage: StageNow) -> Draft:
    draft, version = shop.draft, stage.version
    if version is None or not isinstance(what := version.entry.what, DraftIssued):
        return draft
    if what.state == "DRAFT" and stage.name not in _STANDS:
        return draft
    made = version.entry.happened.astimezone(meeting.zone)
    return replace(draft, state=what.state, version=version.label, made=made, symbol=what.symbol)
