"""Which delegation a list means: by code or by name, exactly, or else asked about.

Exact are the codes and names of the session, of the shipped roster, of ISO 3166-1, and the names
of countries in four languages (Babel). Anything less is shown with what is close to it, and used
only when a person has said so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from plenary_tui.record.delegations import Roster
from plenary_tui.record.folded import fold_name

_LANGUAGES = ("en", "fr", "pt", "de")
_NOT_STATES = frozenset(["EZ", "QO", "XA", "XB", "ZZ", "UN"])
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}$")
_BEHIND = re.compile(r"(?P<name>[^()]{2,120}?)\s*\(\s*(?P<code>[A-Z][A-Z0-9]{1,11})\s*\)$")
_ARTICLES = ("the ", "la ", "le ", "l'", "les ", "der ", "die ", "das ", "o ", "a ", "os ")
_CLOSE = 60
_MOST_CLOSE = 3


@dataclass(frozen=True)
class Doubt:
    """A delegation that a list names and nobody knows for certain. name: as the list has it.

    close: codes and names that come near, the nearest first. rows: where it stands.
    """

    name: str
    close: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]

    @property
    def said(self) -> str:
        """What is asked, in one sentence."""
        near = " or ".join(f"{name} ({code})" for code, name in self.close)
        hint = f"did you mean {near}? " if near else ""
        return f"“{self.name}” is no delegation that is known: {hint}say which it is"


class Names:
    """Codes and names that stand for one delegation."""

    def __init__(self, roster: Roster, choices: Mapping[str, str] | None = None) -> None:
        self._roster = roster
        self._choices = {fold_name(name): code for name, code in (choices or {}).items()}
        self._exact: dict[str, str] = {}
        self._others = frozenset(code for code in roster.delegations if not _same(code, roster))
        """Codes that stand for somebody else in this session than elsewhere."""
        for code, name in _countries():
            if code not in self._others:
                self._exact.setdefault(_bare(name), code)
        for code, names in _shipped():
            if code not in self._others:
                self._exact.update({_bare(name): code for name in names})
        for code, facts in roster.delegations.items():
            self._exact.update({_bare(name): code for fact in facts for name in fact.names})

    def is_code(self, text: str) -> bool:
        """Whether a text is a code that is known, in capitals."""
        return text in self._roster.delegations or (
            text.isupper() and (text in _everyday() or text in _codes())
        )

    def exact(self, text: str) -> str:
        """Return the code that a code or a name stands for; empty where it is not known."""
        if text in self._roster.delegations:
            return text
        if text.isupper():
            code = _codes().get(text, text if text in _everyday() else "")
            if code and code not in self._others:
                return code
        return self._exact.get(_bare(text), "")

    def chosen(self, text: str) -> str:
        """Return the code that a person said for a name; empty where nobody did."""
        return self._choices.get(fold_name(text), "")

    def everyday(self, code: str) -> str:
        """Return the everyday name of a code, as far as it is known."""
        if code in self._roster.delegations:
            return self._roster.name_of(code)
        return _everyday().get(code, "")

    def close(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return codes and names that come near a name, the nearest first."""
        from rapidfuzz import fuzz, process

        found = process.extract(
            _bare(text), list(self._exact), scorer=fuzz.WRatio, score_cutoff=_CLOSE, limit=12
        )
        codes = dict.fromkeys(self._exact[name] for name, _, _ in found)
        return tuple((code, self.everyday(code) or code) for code in list(codes)[:_MOST_CLOSE])


def _same(code: str, roster: Roster) -> bool:
    """Whether a session's code stands for what it stands for elsewhere, if anything."""
    elsewhere = {_bare(name) for other, name in _countries() if other == code}
    elsewhere |= {_bare(name) for other, names in _shipped() if other == code for name in names}
    here = {_bare(name) for fact in roster.delegations[code] for name in fact.names}
    return not elsewhere or not here or bool(elsewhere & here)


def is_a_code(text: str) -> bool:
    """Whether a text has the form of a code: capitals and digits, two to twelve."""
    return _CODE.match(text) is not None


def named_behind(text: str) -> tuple[str, str]:
    """Return the name and the code of `World Diamond Council (WDC)`; no code where none is."""
    found = _BEHIND.match(text)
    return (found["name"], found["code"]) if found else (text, "")


def _bare(name: str) -> str:
    folded = fold_name(name).replace("&", "and")
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    return folded


@cache
def _countries() -> tuple[tuple[str, str], ...]:
    """Return ISO codes with the names of their countries, in four languages."""
    from babel import Locale

    return tuple(
        (code, name)
        for language in _LANGUAGES
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_STATES
    )


@cache
def _codes() -> dict[str, str]:
    """Return codes of two and of three letters, with the code of two that each stands for."""
    from babel.core import get_global

    known = {code: code for code, _ in _countries()}
    return known | {
        alias: codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1
    }


@cache
def _shipped() -> tuple[tuple[str, tuple[str, ...]], ...]:
    from plenary_tui.importers.kp_roster import roster_on

    return tuple((row.code, tuple(row.names)) for row in roster_on(None).delegations)


@cache
def _everyday() -> dict[str, str]:
    names = dict(reversed(_countries()))
    return names | {code: given[0] for code, given in _shipped()}
