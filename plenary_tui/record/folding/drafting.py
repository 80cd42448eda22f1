"""How brackets and paragraphs come and go that are asked for aloud or on paper.

A paragraph cited by a number that a version froze is the draft's own: it is changed there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from plenary_tui.record.bracketing import Bracket, Mark, Marked, as_marked, mark
from plenary_tui.record.drafting import BracketAsked, Paragraph
from plenary_tui.record.drafts import Held
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Drafting, Handlers, ParagraphStatus
from plenary_tui.record.meeting import Meeting

from .held import keep


def draft(meeting: Meeting, entry: Entry, what: Drafting) -> None:
    """A bracket is set or cleaned, an alternative given, a paragraph worded or agreed."""
    held = _cited(meeting, entry, what)
    if what.act in ("bracket", "alternative"):
        _ask(meeting, entry, what, held)
    elif what.act == "clean":
        _clean(meeting, entry, what, held)
    elif held is None:
        _paragraph(meeting, entry, what)
    elif what.act == "paragraph":
        whole = what.model_copy(update={"text": _whole(what.text)})
        _reword(meeting, entry, held, _beside(held, entry, whole, None))
    else:
        status: ParagraphStatus = "agreed" if what.act == "agreed" else "agreed_ad_ref"
        text = held.text.model_copy(update={"status": status})
        keep(meeting, entry, text, by_hand=held.by_hand)
        _flag_open(meeting, entry, what.para, len(text.brackets))


def _cited(meeting: Meeting, entry: Entry, what: Drafting) -> Held | None:
    """Return the draft's paragraph of the number that is cited; None where there is none."""
    held = meeting.drafts.numbered(what.para)
    if held is not None and held.text.removed:
        meeting.flag(entry, f"paragraph {held.number} was deleted")
        return None
    if held is None and what.para and meeting.drafts.versions:
        meeting.flag(entry, f"no version has a paragraph {what.para}")
    return held


def _ask(meeting: Meeting, entry: Entry, what: Drafting, held: Held | None) -> None:
    """Words are to stand in brackets, or others in their place."""
    form: Literal["bracket", "alternative"] = (
        "bracket" if what.act == "bracket" else "alternative"
    )  # fmt: skip
    para, on = ("", held.id) if held else (what.para, what.target)
    there = [
        one for one in meeting.brackets.values()
        if not one.cleaned and (one.para, one.on) == (para, on)
    ]  # fmt: skip
    last = max(there, key=lambda one: one.rank, default=None) if form == "alternative" else None
    made = BracketAsked(
        entry, meeting.count, form, what.speaker, what.text, para, on,
        last.group if last else entry.id,
    )  # fmt: skip
    meeting.brackets = meeting.brackets.set(entry.id, made)
    if held is None:
        return
    if form == "alternative":
        to = _resting_on(held, last.entry.id) if last else None
        _reword(meeting, entry, held, _beside(held, entry, what, to))
        return
    asked = Mark(what.text or held.text.text, "", entry.id, by=_by(what))
    _reword(meeting, entry, held, mark(held.text.text, [asked], held.text.brackets))


def _beside(held: Held, entry: Entry, what: Drafting, to: Bracket | None) -> Marked:
    """Return a paragraph of the draft with other words beside a bracket of it, or all of it."""
    now = Marked(held.text.text, held.text.brackets)
    return now.offered(as_marked(what.text), sources=(entry.id,), by=_by(what), to=to)


def _whole(words: str) -> str:
    """Return the words of a whole paragraph as it begins and ends; typed in haste they do not."""
    return words[:1].upper() + words[1:] + ("." if words[-1:].isalnum() else "")


def _by(what: Drafting) -> tuple[str, ...]:
    return (what.speaker,) if what.speaker else ()


def _resting_on(held: Held, entry_id: str) -> Bracket | None:
    return next((one for one in held.text.brackets if entry_id in one.sources), None)


def _clean(meeting: Meeting, entry: Entry, what: Drafting, held: Held | None) -> None:
    """Clean words are agreed: their bracket goes, and with it the alternatives to it."""
    asked = meeting.brackets.get(what.target)
    if asked is None and held is not None and (one := held.bracket_of(what.text)):
        _settle(meeting, entry, held, one)
        return
    if asked is None:
        meeting.flag(entry, "no such bracket is open")
        return
    gone = {
        key: replace(other, cleaned=entry.id)
        for key, other in meeting.brackets.items()
        if not other.cleaned and other.group == asked.group
    }
    meeting.brackets = meeting.brackets.update(gone)
    drafted = meeting.drafts.held.get(asked.on)
    if drafted is not None and (one := _resting_on(drafted, what.target)):
        _settle(meeting, entry, drafted, one)


def _settle(meeting: Meeting, entry: Entry, held: Held, one: Bracket) -> None:
    now = Marked(held.text.text, held.text.brackets).settled(one)
    _reword(meeting, entry, held, now)


def _reword(meeting: Meeting, entry: Entry, held: Held, now: Marked) -> None:
    """Let a paragraph of the draft read otherwise; without a word left it is taken out."""
    words: dict[str, object] = {"text": now.text, "brackets": now.brackets}
    if not now.text.strip():
        words = {"removed": True}
    text = held.text.model_copy(update={**words, "status": "open", "moved": False})
    keep(meeting, entry, text, by_hand=True)


def _paragraph(meeting: Meeting, entry: Entry, what: Drafting) -> None:
    """A paragraph drafted in the room is worded or agreed."""
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
        many = "1 open bracket" if brackets == 1 else f"{brackets} open brackets"
        meeting.flag(entry, f"paragraph {number} still has {many}")


HANDLERS: Handlers = {Drafting: draft}
