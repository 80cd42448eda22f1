"""Which delegation a list means: by code or by name, exactly, or else asked about.

Exact are the codes and names of the session, of the shipped roster, of ISO 3166-1, and the names
of countries in four languages (Babel). Anything less is shown with what is close to it, and used
only when a person has said so.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.record.delegations import Roster
from plenary_tui.record.folded import fold_name

_LANGUAGES = ("en", "fr", "pt", "de")
_NOT_STATES = frozenset(["EZ", "QO", "XA", "XB", "ZZ", "UN"])
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}$")
_BEHIND = re.compile(r"(?P<name>[^()]{2,120}?)\s*\(\s*(?P<code>[A-Z][A-Z0-9]{1,11})\s*\)$")
_ARTICLES = ("the ", "la ", "le ", "l'", "les ", "der ", "die ", "das ", "o ", "a ", "os ")
_PLAIN_NAME = re.compile(r"[^\W\d_][\w .,'’&()/-]{1,80}$")
_COMMON = frozenset(
    ["the", "of", "and", "for", "a", "an", "la", "le", "les", "de", "du", "des", "et", "do",
     "da", "dos", "das", "e", "der", "die", "das", "und", "republic", "democratic", "rep", "dem",
     "federal", "islamic", "kingdom", "state", "states", "united", "people's", "peoples",
     "republique", "royaume", "etats", "unis", "republica", "reino", "estados", "republik",
     "konigreich", "islands", "island", "iles", "ilhas", "inseln"]
)  # fmt: skip
"""Words that make no name like another."""
_LIKE = 78
"""Of 100, how like two names are that one of them may be a slip for."""
_MOST_CLOSE = 3
_LONGEST_CODE = 12


@dataclass(frozen=True)
class Doubt:
    """A delegation that a list names and nobody knows for certain. name: as the list has it.

    close: codes and names that come near, the nearest first. rows: where it stands. proposed: a
    code that it could have as a new delegation; empty where its name is none. made: it becomes
    one with that code, unless a person says otherwise.
    """

    name: str
    close: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]
    proposed: str = ""
    made: bool = False

    @property
    def said(self) -> str:
        """What is asked, and how it is answered on the command line."""
        name = self.name.replace('"', "'")
        near = " or ".join(f"{name} ({code})" for code, name in self.close)
        hint = f"Did you mean {near}? " if near else ""
        return (f"“{self.name}” is no delegation that is known. {hint}Say which it is with "
                f"--delegation \"{name}={self.proposed or 'CODE'}\"; a code that is new makes a "
                "new delegation")  # fmt: skip


class Names:
    """Codes and names that stand for one delegation."""

    def __init__(self, roster: Roster, choices: Mapping[str, str] | None = None) -> None:
        """choices: names with the codes that a person said for them; empty for nobody."""
        self._roster = roster
        self._choices = {fold_name(name): code for name, code in (choices or {}).items()}
        for name, code in (choices or {}).items():
            if code and not is_a_code(code) and code not in roster.delegations:
                raise WrongUse(f"“{clean_line(code)}” is no code for “{clean_line(name)}”: write "
                               "two to twelve capitals and digits, such as VEL.")  # fmt: skip
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

    def with_choices(self, choices: Mapping[str, str]) -> Names:
        """Return the names with more that is said of them."""
        more = copy(self)
        more._choices = self._choices | {fold_name(name): code for name, code in choices.items()}
        return more

    def is_said(self, text: str) -> bool:
        """Whether a person said who a name is, or that it is nobody."""
        return fold_name(text) in self._choices

    def typed(self, text: str) -> str:
        """Return the code that a person typed for a name: of one that is known, or a new one.

        Raises WrongUse where it is neither.
        """
        bare = text.strip()
        code = self.exact(bare) or self.exact(bare.upper()) or bare.upper()
        if not is_a_code(code) and code not in self._roster.delegations:
            raise WrongUse(
                f"“{clean_line(bare)}” is no delegation that is known, and no code: a new one has "
                "two to twelve letters and digits, such as VEL."
            )
        return code

    def proposed(self, name: str, taken: Container[str]) -> str:
        """Return a code for a new delegation that nobody has; empty where the name is none.

        Of several words their initials, of one its first letters, as far as they are nobody's.
        """
        if not _PLAIN_NAME.match(name):
            return ""
        words = [word for word in re.findall(r"[a-z0-9]+", fold_name(name)) if word not in _COMMON]
        words = words or re.findall(r"[a-z0-9]+", fold_name(name))
        initials, letters = "".join(word[0] for word in words), "".join(words)
        choices = [initials, initials + words[-1][1:3]] if len(words) > 1 else []
        choices += [letters[:many] for many in (3, 4, 5, 6, 7, 8)]
        choices += [f"{letters[:8]}{number}" for number in range(2, 100)]
        for one in choices:
            code: str = one[:_LONGEST_CODE].upper()
            if is_a_code(code) and code not in taken and not self.exact(code):
                return code
        return ""

    def everyday(self, code: str) -> str:
        """Return the everyday name of a code, as far as it is known."""
        if code in self._roster.delegations:
            return self._roster.name_of(code)
        return _everyday().get(code, "")

    def close(self, text: str) -> tuple[tuple[str, str], ...]:
        """Return codes and names that a name may be a slip for, the nearest first."""
        codes = dict.fromkeys(self._exact[name] for name in _near(_bare(text), tuple(self._exact)))
        return tuple((code, self.everyday(code) or code) for code in list(codes)[:_MOST_CLOSE])


@lru_cache(maxsize=1_024)
def _near(text: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that a text is like; kept, since a list is read anew at each choice."""
    from rapidfuzz import process

    found = process.extract(text, names, scorer=_likeness, score_cutoff=_LIKE, limit=12)
    return tuple(name for name, _, _ in found)


def _likeness(one: str, other: str, *, score_cutoff: float | None = None) -> float:
    """Return how like two names are, 0 to 100: letter by letter, in any order of their words.

    What they have in common without meaning anything, `Republic of`, counts for nothing.
    """
    from rapidfuzz import fuzz

    first, second = _core(one), _core(other)
    score = max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    if first and second:
        core = max(fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second))
        score = core if first == second else (score + core) / 2
    return score if score_cutoff is None or score >= score_cutoff else 0.0


@cache
def _core(name: str) -> str:
    return " ".join(word for word in re.findall(r"[\w'’-]+", name) if word not in _COMMON)


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
