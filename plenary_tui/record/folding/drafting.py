"""How brackets and paragraphs come and go that are asked for aloud or on paper.

A paragraph cited by a number that a version froze is the draft's own: it is changed there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from plenary_tui.record.bracketing import Mark, Marked, mark
from plenary_tui.record.drafting import BracketAsked, Paragraph
from plenary_tui.record.drafts import Held
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Drafting, Handlers, ParagraphStatus, ParagraphText
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
        if held := meeting.drafts.numbered(what.para):
            _mark_held(meeting, entry, what, held)
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
    drafted = meeting.drafts.numbered(held.para)
    for one in drafted.text.brackets if drafted else ():
        if drafted and what.target in one.sources:
            marked = Marked(drafted.text.text, drafted.text.brackets)
            _reword(meeting, entry, drafted, marked.settled(one))
            break


def _mark_held(meeting: Meeting, entry: Entry, what: Drafting, held: Held) -> None:
    """Set a bracket, or an alternative, in a paragraph of the draft."""
    by = (what.speaker,) if what.speaker else ()
    asked = Mark(what.text, "", entry.id, what.act == "alternative", by)
    _reword(meeting, entry, held, mark(held.text.text, [asked], held.text.brackets))


def _word_held(meeting: Meeting, entry: Entry, what: Drafting, held: Held) -> None:
    """Lay another wording beside a paragraph of the draft: both stand in brackets."""
    now = Marked(held.text.text, held.text.brackets)
    if not now.is_bracketed:
        now = now.wrapped()
    by = (what.speaker,) if what.speaker else ()
    asked = Mark(what.text, "", entry.id, alternative=True, by=by)
    _reword(meeting, entry, held, mark(now.text, [asked], now.brackets))


def _reword(meeting: Meeting, entry: Entry, held: Held, now: Marked) -> None:
    text = held.text.model_copy(
        update={"text": now.text, "brackets": now.brackets, "status": "open"}
    )  # fmt: skip
    _keep(meeting, entry, held, text)


def _keep(meeting: Meeting, entry: Entry, held: Held, text: ParagraphText) -> None:
    changed = replace(
        held,
        texts=held.texts.set(text.language, text),
        entries=(*held.entries, entry.id),
        by_hand=True,
        settled=entry.id if text.status != held.status else held.settled,
    )
    drafts = meeting.drafts
    meeting.drafts = replace(drafts, held=drafts.held.set(held.id, changed))


def _paragraph(meeting: Meeting, entry: Entry, what: Drafting) -> None:
    held = meeting.drafts.numbered(what.para)
    if held is not None and what.act == "paragraph":
        _word_held(meeting, entry, what, held)
        return
    if held is not None:
        agreed: ParagraphStatus = "agreed" if what.act == "agreed" else "agreed_ad_ref"
        _keep(meeting, entry, held, held.text.model_copy(update={"status": agreed}))
        _flag_open(meeting, entry, what.para, len(held.text.brackets))
        return
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
        _flag_open(meeting, entry, what.para, len(still))
    meeting.paragraphs = meeting.paragraphs.set(what.para, changed)


def _flag_open(meeting: Meeting, entry: Entry, number: str, brackets: int) -> None:
    if brackets:
        meeting.flag(entry, f"paragraph {number} still has {brackets} open brackets")


HANDLERS: Handlers = {Drafting: draft}
