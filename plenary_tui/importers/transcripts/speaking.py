"""Who speaks in a cue: its voice, `Name: words`, `>> NAME: words`, or nobody who is named."""

from __future__ import annotations

import re
from collections import Counter

from plenary_tui.importers.irc.people import NOT_A_NAME
from plenary_tui.record.clean import clean_line
from plenary_tui.record.notation.speakers import MOST_CHARACTERS, MOST_WORDS
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from .cues import Block

_NAMED = re.compile(
    r"(?:>>\s*|-\s+)?(?P<who>[^\W\d_][^:<>\[\]\"“”?!]{0,60}?)\s?:\s+(?P<text>\S.*)$", re.DOTALL
)
_BRACKETS = re.compile(r"\[(?P<who>[^\W\d_][^\[\]]{0,60})\]:?\s+(?P<text>\S.*)$", re.DOTALL)
_CHANGE = re.compile(r">>+\s*")
_NOBODY = re.compile(r"(?:unknown|unidentified)(?: speaker)?|speaker|inconnu|\?+", re.IGNORECASE)


class Speaking:
    """Reads who speaks, cue by cue. In a file with voices, a cue without one names its speaker
    before a colon too, where that is a voice of the file or a whole name, `Ana Moss: yes`."""

    def __init__(self, cues: list[Block]) -> None:
        self._voices = {_name(voice) for cue in cues for voice, _ in cue.parts if voice}
        named = [_head(text) for cue in cues for _, text in cue.parts]
        self._names = Counter(who for who, _ in named if who)

    def who(self, voice: str, text: str) -> tuple[str, str]:
        """Return the speaker and the words; no speaker where the last one goes on."""
        if voice:
            return _name(voice), text
        who, said = _head(text)
        if who and self._is_name(who):
            return _name(who), said
        if self._voices:
            return UNKNOWN_SPEAKER, text
        change = _CHANGE.match(text)
        if change:
            return UNKNOWN_SPEAKER, text[change.end() :] or text
        return "", text

    def _is_name(self, who: str) -> bool:
        words = who.split()
        shaped = len(who) <= MOST_CHARACTERS and len(words) <= MOST_WORDS
        if not shaped or NOT_A_NAME.fullmatch(who) or "://" in who:
            return False
        if self._voices:
            whole = len(words) > 1 and all(word[:1].isupper() for word in words)
            return _name(who) in self._voices or whole
        return self._names[who] > 1 or all(word[:1].isupper() or len(word) <= 3 for word in words)


def _head(text: str) -> tuple[str, str]:
    found = _NAMED.match(text) or _BRACKETS.match(text)
    return (found["who"].strip(), found["text"]) if found else ("", text)


def _name(who: str) -> str:
    return UNKNOWN_SPEAKER if _NOBODY.fullmatch(who) else clean_line(who)
