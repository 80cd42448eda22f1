"""The rules of drafting aloud: which text, or which paragraph of the draft, words belong to."""

from __future__ import annotations

import re

from plenary_tui.record.drafting import BracketAsked
from plenary_tui.record.drafts import Drafts, Held
from plenary_tui.record.kinds import Drafting, Kind

from .ruling import Refusal, Rules, Situation
from .texts import NO_TEXT

_NEAREST = 3
"""Paragraphs that are offered where a number is none of the draft's."""
_DIGITS = re.compile(r"\d+")
_ACTS = {
    "bracket": "Bracket para {para}{who}: {words}",
    "alternative": "Alternative para {para}{who}: {words}",
    "clean": "Clean para {para}: {words}",
    "paragraph": "Para {para}{who}: {words}",
    "agreed": "Para {para} agreed",
    "agreed_ad_ref": "Para {para} agreed ad ref",
}


def draft(command: Drafting, situation: Situation) -> Kind | Refusal:
    """Brackets belong to a paragraph or a text; clean words find their bracket.

    Words that name neither belong to the text on the floor, else to the paragraph under
    discussion, else to the last text that was on the floor.
    """
    meeting = situation.meeting
    if command.target in meeting.brackets:
        return command
    if not command.para and not command.target and not situation.sitting.before:
        named = command.model_copy(update={"para": _under_discussion(meeting.drafts)})
        held = meeting.drafts.numbered(named.para)
        if command.act != "clean":
            command = named
        elif held and not isinstance(found := _clean(named, situation, held), Refusal):
            return found
    held = meeting.drafts.numbered(command.para)
    if command.para and meeting.drafts.versions and (held is None or held.text.removed):
        return _no_such(command, meeting.drafts, held)
    if command.act == "clean":
        return _clean(command, situation, held)
    if command.para:
        return command
    text = situation.text_spoken_of(command.target)
    if text is None:
        return Refusal(*NO_TEXT)
    return command.model_copy(update={"target": text.id})


def _under_discussion(drafts: Drafts) -> str:
    """Return the number of the paragraph under discussion, where a version froze it."""
    held = drafts.held.get(drafts.taken.id) if drafts.taken else None
    return held.number if held is not None and not held.text.removed else ""


def _clean(command: Drafting, situation: Situation, held: Held | None) -> Kind | Refusal:
    meeting = situation.meeting
    text = situation.text_spoken_of(command.target)

    def is_there(bracket: BracketAsked) -> bool:
        if held is not None:
            return bracket.on == held.id
        return bracket.para == command.para and (
            not command.target or (text is not None and bracket.on == text.id)
        )

    for bracket in sorted(meeting.brackets.values(), key=lambda one: one.rank, reverse=True):
        fits = not command.text or command.text in bracket.words or bracket.words in command.text
        if not bracket.cleaned and fits and is_there(bracket):
            return command.model_copy(update={"target": bracket.entry.id})
    if held is not None and held.bracket_of(command.text) is not None:
        return command
    return Refusal(
        "no bracket holds these words",
        ("Bracket NV: words sets one", "say the agreed words as Proposal rev: text"),
    )


def _no_such(command: Drafting, drafts: Drafts, held: Held | None) -> Refusal:
    """Say that the draft has no paragraph of a number, and offer those that are nearest."""
    last = drafts.versions[-1].label
    why = (
        f"paragraph {held.number} was deleted" if held
        else f"version {last} has no paragraph {command.para}"
    )  # fmt: skip
    who = f" {command.speaker}" if command.speaker else ""
    ways = (
        _ACTS[command.act].format(para=number, who=who, words=command.text)
        for number in _nearest(drafts, command.para)
    )
    return Refusal(why, tuple(ways), command)


def _nearest(drafts: Drafts, number: str) -> list[str]:
    """Return the numbers that stand nearest to one, in their order."""
    standing = [
        held.number for paragraph in drafts.numbers.values()
        if (held := drafts.held.get(paragraph)) and held.number and not held.text.removed
    ]  # fmt: skip
    wanted = _whole(number)
    near = sorted(standing, key=lambda one: (abs(_whole(one) - wanted), len(one), one))
    return sorted(near[:_NEAREST], key=lambda one: (_whole(one), len(one), one))


def _whole(number: str) -> int:
    found = _DIGITS.search(number)
    return int(found[0]) if found else 0


RULES: Rules = {Drafting: draft}
