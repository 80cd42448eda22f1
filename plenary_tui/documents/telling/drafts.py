"""What happens to the draft, in words: one line an entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from plenary_tui.record import kinds as k

if TYPE_CHECKING:
    from . import Teller

_QUOTED = 80
"""Characters of a paragraph's words."""
_EDITS = {
    "edited": "edited", "added": "added", "split": "split", "joined": "joined with the next",
    "moved": "moved", "removed": "taken out", "restored": "put back",
    "bracketed": "bracketed", "cleaned": "cleaned of a bracket", "agreed": "agreed",
    "reopened": "open again", "taken": "follows the record again",
    "kept": "keeps its words", "answered": "edited", "translated": "translated",
}  # fmt: skip
_WORDLESS = ("moved", "removed", "agreed", "reopened", "kept")
_STATES = {"FINAL": " as final", "CHAIR'S TEXT": " as the Chair's text"}
_LANGUAGES = {"fr": "French"}
_STAGES = {
    "under_review": "under review", "closed": "closed for corrections",
    "signed_off": "signed off", "adopted": "adopted", "published": "published",
}  # fmt: skip
_VERDICTS = {
    "confirmed": "confirmed to be about this paragraph", "accepted": "accepted",
    "bracketed": "put in brackets", "refused": "refused",
}  # fmt: skip


def paragraph(teller: Teller, ref: k.ParagraphRef | None) -> str:
    """Return a paragraph as it is called: by its number, once a version gave it one."""
    held = teller.meeting.drafts.held.get(ref.id) if ref else None
    return f"paragraph {held.number}" if held and held.number else "a paragraph"


def version(teller: Teller, entry_id: str) -> str:
    """Return what a version is called."""
    found = teller.meeting.drafts.version(entry_id)
    return f"version {found.label}" if found else "a version that is not here"


def _edit(teller: Teller, what: k.DraftEdit, at: datetime) -> str:
    answered = _answers(teller, what, at)
    if not what.paragraphs:
        return f"draft: {answered or 'nothing changed'}"
    first = what.paragraphs[0]
    where = "a paragraph" if first.ref.own else paragraph(teller, first.ref)
    said = _EDITS[what.act]
    if what.act == "agreed" and first.status == "agreed_ad_ref":
        said = "agreed ad referendum"
    if what.act == "translated":
        said = f"worded in {_LANGUAGES.get(first.language, first.language or 'another language')}"
    if what.who:
        said += f" for {teller.names(what.who, at)}"
    if answered:
        said += f", {answered}"
    words = "" if what.act in _WORDLESS else _quoted(first.text)
    note = f" ({what.note})" if what.note else ""
    return f"draft: {where} {said}{note}{words}"


def _answers(teller: Teller, what: k.DraftEdit, at: datetime) -> str:
    """Return what became of what was asked for, and who asked where one delegation did."""
    if not what.answers:
        return ""
    verdicts = dict.fromkeys(_VERDICTS[one.verdict] for one in what.answers)
    senders = {
        entry.id: entry.what.who
        for entry in teller.meeting.drafts.received
        if isinstance(entry.what, k.DraftReceived)
    }
    whose = list({senders.get(one.target, ()) for one in what.answers})
    who = f"{teller.names(whose[0], at)}'s " if len(whose) == 1 and whose[0] else ""
    count = len(what.answers)
    asked = "change" if count == 1 else f"{count} changes"
    return f"{who}{asked} {' and '.join(verdicts)}"


def _plan(teller: Teller, what: k.DraftPlan, at: datetime) -> str:
    return f"draft: follows the plan “{what.name}”"


def _issued(teller: Teller, what: k.DraftIssued, at: datetime) -> str:
    language = f" in {_LANGUAGES.get(what.language, what.language)}" if what.language else ""
    symbol = f" ({what.symbol})" if what.symbol else ""
    return f"draft: version {what.label} issued{language}{_STATES.get(what.state, '')}{symbol}"


def _renumbered(teller: Teller, what: k.DraftRenumbered, at: datetime) -> str:
    count = len(what.table)
    many = "1 paragraph has" if count == 1 else f"{count} paragraphs have"
    return f"draft: numbered anew, {many} another number"


def _taken(teller: Teller, what: k.ParagraphTaken, at: datetime) -> str:
    if what.paragraph is None:
        return "draft: no paragraph is under discussion any more"
    return f"draft: {paragraph(teller, what.paragraph)} under discussion"


def _carried(teller: Teller, what: k.ParagraphCarried, at: datetime) -> str:
    to = teller.destination(what.to, at)
    return f"draft: {paragraph(teller, what.paragraph)} carried over{to}"


def _received(teller: Teller, what: k.DraftReceived, at: datetime) -> str:
    count = len(what.changes)
    many = "1 change" if count == 1 else f"{count or 'no'} changes"
    who = f"{teller.names(what.who, at)}'s" if what.who else "a"
    return f"draft: {who} copy of {version(teller, what.target)} came back, {many}"


def _review(teller: Teller, what: k.Review, at: datetime) -> str:
    said = f"draft: {version(teller, what.target)} {_STAGES[what.act]}"
    if what.until is not None:
        said += f" until {what.until.astimezone(teller.meeting.zone):%Y-%m-%d %H:%M %Z}"
    if what.person:
        said += f" by {what.person}"
    return f"{said}: {what.text}" if what.text else said


def _asked(teller: Teller, what: k.CorrectionAsked, at: datetime) -> str:
    who = teller.speaker(what, at)
    where = f" in {paragraph(teller, what.paragraph)}" if what.paragraph else ""
    change = f"“{_cut(what.old)}” to read “{_cut(what.new)}”"
    if not what.old:
        change = f"“{_cut(what.new)}” to be added"
    elif not what.new:
        change = f"“{_cut(what.old)}” to go"
    return f"correction asked by {who}: {change}{where}"


def _answered(teller: Teller, what: k.CorrectionAnswered, at: datetime) -> str:
    asked = teller.meeting.drafts.corrections.get(what.target)
    of = ""
    if asked is not None and isinstance(asked.entry.what, k.CorrectionAsked):
        of = f" of {teller.speaker(asked.entry.what, at)}"
    return f"correction{of} {what.verdict}" + (f": {what.text}" if what.text else "")


def _quoted(text: str) -> str:
    return f": “{_cut(text)}”" if text else ""


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _QUOTED else said[: _QUOTED - 1].rstrip() + "…"


TELL: dict[type[k.Kind], Callable[[Teller, Any, datetime], str]] = {
    k.DraftEdit: _edit,
    k.DraftPlan: _plan,
    k.DraftIssued: _issued,
    k.DraftRenumbered: _renumbered,
    k.ParagraphTaken: _taken,
    k.ParagraphCarried: _carried,
    k.DraftReceived: _received,
    k.Review: _review,
    k.CorrectionAsked: _asked,
    k.CorrectionAnswered: _answered,
}
