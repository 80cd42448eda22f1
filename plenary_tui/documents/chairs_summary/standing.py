"""How each paragraph of a draft stands: adopted, blocked, agreed in its words, or only told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import ADOPTED, standing

from ..checks.passages import Passage, covered
from ..draft import Paragraph, Sources
from ..language.verbs import strength

EDITORIAL = re.compile(r"\[(?:…|\.\.\.|sic)\]")
"""Signs of whoever quotes, not of a text that is not agreed."""
_SIGN = re.compile(r"[\[\]]")
PENDING = ("proposed", "silence", "expired")
"""States of a text on which nothing was said to fail: it is open still."""
WORDED = "worded"
"""Why words are not agreed that no bracket is around."""
_UNSETTLED = ("refused", "deferred", "referred", "carried", *PENDING)


@dataclass(frozen=True)
class Standing:
    """How a paragraph stands. reason: why it is not agreed, empty where nothing says so.

    adopted: it rests on adopted texts and on no other. blocked: its words are not agreed, or
    the outcome of a text that it rests on is disputed. Words that somebody gave it by hand, and
    nobody agreed to, are no outcome.
    """

    adopted: bool = False
    blocked: bool = False
    reason: str = ""


class Standings:
    """Judges paragraphs by their brackets and by the outcomes of the texts they rest on.

    Without a Meeting nothing is known of outcomes, so nothing counts as adopted.
    """

    def __init__(self, meeting: Meeting | None, now: datetime | None) -> None:
        self._states: dict[str, set[str]] = {}
        held = meeting.drafts.held if meeting else {}
        self._by_hand = frozenset(key for key, one in held.items() if one.by_hand)
        for text in meeting.texts.values() if meeting else ():
            state = standing(text, ended=meeting.ended if meeting else False, now=now)
            state = "carried" if text.carried else state
            for entry in {*text.entries(), text.carried} - {""}:
                self._states.setdefault(entry, set()).add(state)

    def of(self, paragraph: Paragraph) -> Standing:
        """Return how a paragraph stands."""
        states = self._behind(paragraph.sources)
        adopted = bool(states) and states <= set(ADOPTED)
        if "disputed" in states:
            return Standing(adopted, True, "disputed")
        signs = _SIGN.search(EDITORIAL.sub("", paragraph.text))
        if paragraph.brackets or signs:
            return Standing(adopted, True, _first(PENDING, states) or "brackets")
        worded = paragraph.id in self._by_hand and paragraph.status == "open"
        if worded and (adopted or not (paragraph.sources or _narrates(paragraph.text))):
            return Standing(adopted, True, WORDED)
        return Standing(adopted, False, _first(_UNSETTLED, states))

    def _behind(self, sources: Sources) -> set[str]:
        return {state for source in sources for state in self._states.get(source, ())}


def _first(known: tuple[str, ...], states: set[str]) -> str:
    return next((one for one in known if one in states), "")


def _narrates(text: str) -> bool:
    """Whether every sentence has a verb of a communiqué, and so tells what the meeting did."""
    told = [said for _, said in Passage(text, covered(text)).sentences()]
    return all(strength(one) is not None for one in told)
