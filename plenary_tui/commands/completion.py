"""Completion at the prompt: names of delegations and bodies, and keywords at the beginning."""

from __future__ import annotations

import re
from collections.abc import Callable

from plenary_tui.record.folded import fold_name
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.notation.lexicon import LEXICON

_WORD_START = re.compile(r"(?<![^\s,:;+])(?=[^\s,:;+])")
_LEADING_TIME = re.compile(r"\s*(?:\d{1,2}[:h.]\d{2}\s+)?")
_LONGEST_NAME = 5
"""Words of a name that are looked at."""


class Completer:
    """Proposes how the line may go on; the line before the cursor comes from `buffer`."""

    def __init__(self, meeting: Callable[[], Meeting], buffer: Callable[[], str]) -> None:
        self._meeting = meeting
        self._buffer = buffer
        self._found: list[str] = []

    def complete(self, word: str, state: int) -> str | None:
        """Return the proposal of that number for the word at the cursor, as readline asks."""
        if state == 0:
            line = self._buffer()
            end = len(line) if not word else line.rfind(word) + len(word)
            self._found = proposals(line[:end], word, self._meeting())
        return self._found[state] if state < len(self._found) else None


def proposals(line: str, word: str, meeting: Meeting) -> list[str]:
    """Return what `word`, which ends `line`, may become.

    A name of several words is completed from any of its words on; at the beginning of a line a
    name gets the colon of an intervention.
    """
    begin = len(line) - len(word)
    time = _LEADING_TIME.match(line)
    head = time.end() if time else 0
    found: dict[str, None] = {}
    starts = [at.start() for at in _WORD_START.finditer(line)][-_LONGEST_NAME:] or [begin]
    for start in starts:
        typed = fold_name(line[start:])
        if not typed:
            continue
        colon = ": " if start == head else ""
        for name in _names(meeting):
            if fold_name(name).startswith(typed):
                found[name[begin - start :] + colon] = None
        if start == head:
            for phrase in _keywords():
                if phrase.casefold().startswith(typed):
                    found[phrase[begin - start :]] = None
        if found:
            break  # what fits more of the line is what is meant
    return list(found)


def _names(meeting: Meeting) -> list[str]:
    names = []
    for code, facts in meeting.roster.delegations.items():
        names += [code, *facts[-1].names[:1]]
    for code, bodies in meeting.roster.bodies.items():
        names += [code, *([bodies[-1].name] if bodies[-1].name else [])]
    return sorted(names)


def _keywords() -> list[str]:
    return sorted(phrase for languages in LEXICON.line.values() for phrase in languages["en"])
