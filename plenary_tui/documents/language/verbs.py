"""The verbs of a communiqué by strength, how outcomes read, and which items have a place."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).parents[2] / "data" / "verbs.toml"
PLACES = ("opening", "agenda", "values", "forum", "partners", "chair", "next", "closing")
"""The parts of a communiqué that an agenda item can belong to, apart from the middle."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def _classes() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"\b({'|'.join(map(re.escape, rank['verbs']))})\b", re.IGNORECASE)
        for rank in _data()["strength"]
    )


def strength(sentence: str) -> int | None:
    """Return the class of the strongest verb in a sentence, 1 the first; None where none is."""
    for rank, verbs in enumerate(_classes(), 1):
        if verbs.search(sentence):
            return rank
    return None


def strongest(rank: int) -> tuple[str, ...]:
    """Return the verbs of the classes from the first to this one."""
    return tuple(verb for one in _data()["strength"][:rank] for verb in one["verbs"])


def outcome_phrase(state: str, language: str = "en") -> str:
    """Return the sentence of an outcome; `{who}`, `{to}`, `{until}`, `{text}` are to fill in."""
    return str(_data()["outcome"][state][language])


def gavel_phrase(verb: str, form: str, language: str = "en") -> str:
    """Return the sentence of an adoption, by the Chair's own word; what follows is not in it.

    form: `agenda`, `text`, `numbered` or `unworded`.
    """
    known = _data()["gavel"][language]
    return str({**known["any"], **known.get(verb, {})}[form])


@cache
def _places() -> dict[str, re.Pattern[str]]:
    return {
        place: re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
        for place, words in _data()["place"].items()
    }


def place_of(title: str) -> str:
    """Return the part of a communiqué that an item of that title has; empty for the middle."""
    return next((place for place in PLACES if _places()[place].search(title)), "")
