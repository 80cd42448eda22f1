"""How brackets and paragraphs come and go."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from plenary_tui.record.drafting import BracketAsked, Paragraph, ParagraphStatus
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Drafting, Handlers
from plenary_tui.record.meeting import Meeting


def draft(meeting: Meeting, entry: Entry, what: Drafting) -> None:
    """A bracket is set or cleaned, an alternative given, a paragraph worded or agreed."""
    if what.act in ("bracket", "alternative"):
        form: Literal["bracket", "alternative"] = (
            "bracket" if what.act == "bracket" else "alternative"
        )
        group = _group(meeting, what) if form == "alternative" else ""
        made = BracketAsked(
            entry, meeting.count, form, what.speaker, what.text, what.para, what.target,
            group or entry.id,
        )  # fmt: skip
        meeting.brackets = meeting.brackets.set(entry.id, made)
    elif what.act == "clean":
        _clean(meeting, entry, what)
    else:
        _paragraph(meeting, entry, what)


def _group(meeting: Meeting, what: Drafting) -> str:
    """Return the open bracket that an alternative is to: the last at its place."""
    there = [
        one for one in meeting.brackets.values()
        if not one.cleaned and (one.para, one.on) == (what.para, what.target)
    ]  # fmt: skip
    return max(there, key=lambda one: one.rank).group if there else ""


def _clean(meeting: Meeting, entry: Entry, what: Drafting) -> None:
    """Clean words are agreed: their bracket goes, and with it the alternatives to it."""
    held = meeting.brackets.get(what.target)
    if held is None:
        meeting.flag(entry, "no such bracket is open")
        return
    gone = {
        key: replace(other, cleaned=entry.id)
        for key, other in meeting.brackets.items()
        if not other.cleaned and other.group == held.group
    }
    meeting.brackets = meeting.brackets.update(gone)


def _paragraph(meeting: Meeting, entry: Entry, what: Drafting) -> None:
    known = meeting.paragraphs.get(what.para) or Paragraph(what.para, meeting.count)
    if what.act == "paragraph":
        changed = replace(
            known,
            wordings=(*known.wordings, (what.text, entry.id)),
            by=what.speaker,
            status="open",
        )
    else:
        status: ParagraphStatus = "agreed" if what.act == "agreed" else "agreed_ad_ref"
        changed = replace(known, status=status, agreed_by=entry.id)
        still = [
            other for other in meeting.brackets.values()
            if other.para == what.para and not other.cleaned
        ]  # fmt: skip
        if still:
            meeting.flag(entry, f"paragraph {what.para} still has {len(still)} open brackets")
    meeting.paragraphs = meeting.paragraphs.set(what.para, changed)


HANDLERS: Handlers = {Drafting: draft}
