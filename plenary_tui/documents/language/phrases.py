"""The sentences of a document, `data/script.toml` or another, in one of its languages."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_datetime

_FOLDER = Path(__file__).parents[2] / "data"
_SCRIPT = "script"
_ENGLISH = "en"
_DECIDES = re.compile(r"\b(?:decided|adopted|agreed|endorsed|décidée?|adoptée?)s?\b", re.IGNORECASE)
"""Words that only the gavel makes true."""
_NOON, _EVENING = 12, 18


@cache
def _data(document: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{document}.toml").read_text(encoding="utf-8"))


def languages(document: str = _SCRIPT) -> tuple[str, ...]:
    """Return the codes of the languages that there are sentences in, English first."""
    return tuple(_data(document)["languages"])


@dataclass(frozen=True)
class Phrases:
    """The sentences in one language; English stands in for what is missing in it.

    document: the name of the file in `data/` that has them.
    """

    language: str = _ENGLISH
    document: str = _SCRIPT

    def word(self, name: str) -> str:
        """Return a word, or a short phrase to be filled in."""
        return str(self._words(name))

    def greeting(self, at: datetime | None) -> str:
        """Return how to greet at that time of the day, in the morning where none is known."""
        hour = at.hour if at else 0
        return str(self._words("greeting")[(hour >= _NOON) + (hour >= _EVENING)])

    def step(self, name: str, part: str) -> str:
        """Return the `heading`, what to `say`, or the `note` of a step; empty where it has none."""
        return self._of(self._data["step"][name], part)

    def ways(self, step: str) -> tuple[str, ...]:
        """Return the names of a step's ways out."""
        return tuple(self._data["step"][step]["ways"])

    def way(self, name: str, part: str) -> str:
        """Return `why` a way is taken, or what to `say` then."""
        return self._of(self._data["way"][name], part)

    def line(self, way: str) -> str:
        """Return the line of the notation that records a way, to be filled in."""
        return str(self._data["way"][way]["line"])

    def is_whole(self, way: str) -> bool:
        """Whether nothing is to be added to a way's line."""
        return not self._data["way"][way].get("more")

    def sentence(self, name: str) -> str:
        """Return a sentence that a record may call for."""
        known = self._data["sentence"][name]
        return str(known[self.language] if self.language in known else known[_ENGLISH])

    def forms(self, name: str) -> tuple[str, ...]:
        """Return the forms of a word, in their fixed order."""
        known = self._data["forms"][name]
        return tuple(known[self.language] if self.language in known else known[_ENGLISH])

    def known(self, kind: str) -> dict[str, Any]:
        """Return what stands for fixed things said in English, by the English in small letters."""
        found = self._data.get("known", {}).get(self.language, {}).get(kind, {})
        return {name.casefold(): said for name, said in found.items()}

    def decides(self, step: str = "", way: str = "") -> bool:
        """Whether a step or a way is read out in words that only the gavel makes true."""
        found = [self.step(step, "say")] if step else []
        found += [self.way(way, "say")] if way else []
        return any(_DECIDES.search(text) for text in found)

    def joined(self, names: list[str]) -> str:
        """Return names as one phrase."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.word('and')} {names[-1]}"

    def length(self, seconds: int) -> str:
        """Return a length of time in words."""
        if seconds % 60 or not seconds:
            return self.word("seconds").format(n=seconds)
        minutes = seconds // 60
        return self.word("minute" if minutes == 1 else "minutes").format(n=minutes)

    def moment(self, at: datetime) -> str:
        """Return a day and time, `at` being in the zone to say it in."""
        return f"{format_datetime(at, 'd MMMM y, HH:mm', locale=self.language)} {at:%Z}".strip()

    @property
    def _data(self) -> dict[str, Any]:
        return _data(self.document)

    def _words(self, name: str) -> Any:
        words = self._data["word"]
        return words.get(self.language, {}).get(name, words[_ENGLISH][name])

    def _of(self, table: dict[str, Any], part: str) -> str:
        found = table.get(self.language, {}).get(part) or table[_ENGLISH].get(part, "")
        return str(found)
