"""How each paragraph of a draft stands: adopted, blocked, agreed in its words, or only told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import ADOPTED, standing

from ..draft import Paragraph, Sources

EDITORIAL = re.compile(r"\[(?:…|\.\.\.|sic)\]")
"""Signs of whoever quotes, not of a text that is not agreed."""
_SIGN = re.compile(r"[\[\]]")
PENDING = ("proposed", "silence", "expired")
"""States of a text on which nothing was said to fail: it is open still."""
_UNSETTLED = ("refused", "deferred", "referred", "carried", *PENDING)


@dataclass(frozen=True)
class Standing:
    """How a paragraph stands. reason: why it is not agreed, empty where nothing says so.

    adopted: it rests on adopted texts and on no other. blocked: its words are not agreed, or
    the outcome of a text that it rests on is disputed.
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
        return Standing(adopted, False, _first(_UNSETTLED, states))

    def _behind(self, sources: Sources) -> set[str]:
        return {state for source in sources for state in self._states.get(source, ())}


def _first(known: tuple[str, ...], states: set[str]) -> str:
    return next((one for one in known if one in states), "")
