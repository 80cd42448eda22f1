"""What somebody looks for across sessions: words, and filters typed as `delegation:NV`."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line
from plenary_tui.record.folded import fold_name

from .statements import KINDS, STANCES

FILTERS = ("delegation", "body", "item", "stance", "kind", "since", "until", "session")
"""What can be typed before a colon, in the order in which it is offered."""

_STANCES = {"for": "supports", "support": "supports", "against": "opposes", "oppose": "opposes"}
_PART = re.compile(
    rf'(?P<name>{"|".join(FILTERS)}):(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]*))'
    r'|"[^"]*"?|[^\s"]+'
)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True)
class Asked:
    """What is looked for. words: as typed; every filter is empty where it does not count.

    delegation, body: a code or any name it has or had. item: a number or words of its title.
    since, until: a day, month or year, both included.
    """

    words: str = ""
    delegation: str = ""
    body: str = ""
    item: str = ""
    stance: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    session: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return self == Asked()

    @property
    def first(self) -> date | None:
        """The first day that counts."""
        return day_of(self.since) if self.since else None

    @property
    def last(self) -> date | None:
        """The last day that counts."""
        return day_of(self.until, last=True) if self.until else None

    def spelt(self) -> str:
        """Return it as it is typed."""
        parts = [self.words] if self.words else []
        for name in FILTERS:
            value = getattr(self, name)
            if value:
                parts.append(f"{name}:" + (f'"{value}"' if " " in value else value))
        return " ".join(parts)

    def checked(self) -> Asked:
        """Return it with stance and kind spelt out. Raises WrongUse, naming what there is."""
        for day in (self.since, self.until):
            if day:
                day_of(day)
        return replace(
            self, stance=_one_of(self.stance, STANCES, _STANCES), kind=_one_of(self.kind, KINDS, {})
        )


def asked(typed: str) -> Asked:
    """Read what somebody typed. A filter without a value, and any other colon, is left alone.

    Raises WrongUse where a value cannot be.
    """
    found: dict[str, str] = {}
    words = []
    for part in _PART.finditer(clean_line(typed)):
        if part["name"] is None:
            words.append(part[0])
        elif value := (part["quoted"] or part["bare"] or "").strip():
            found[part["name"]] = value
    return Asked(" ".join(words), **found).checked()


def day_of(typed: str, *, last: bool = False) -> date:
    """Return the first, else the last day of a day, month or year. Raises WrongUse."""
    found = _DAY.fullmatch(typed)
    try:
        if found is None:
            raise ValueError(typed)
        year, month = int(found[1]), int(found[2] or (12 if last else 1))
        day = int(found[3] or (monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except ValueError:
        raise WrongUse(
            f"{typed!r} is no day: write it like 2018-06-19, or a month 2018-06, or a year 2018."
        ) from None


def _one_of(typed: str, known: tuple[str, ...], also: dict[str, str]) -> str:
    """Return the known word that was typed, or that begins so. Raises WrongUse."""
    if not typed:
        return ""
    word = fold_name(typed).replace("_", " ")
    if word in also:
        return also[word]
    fits = [one for one in known if one == word] or [one for one in known if one.startswith(word)]
    if not fits:
        raise WrongUse(f"{typed!r} is none of {', '.join(known)}: take one of them.")
    return fits[0]
