"""The names that a meeting knows: its delegations, bodies, persons, and the countries there are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from babel import Locale

from plenary_tui.record.delegations import Roster
from plenary_tui.record.folded import fold_name
from plenary_tui.record.meeting import Meeting

WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
HONORIFIC = re.compile(r"\A(?:Mr|Ms|Mrs|Dr|H\.E\.|Sir|Madam|Ambassador|Minister)\.? +")
_ACRONYM = re.compile(r"[A-Z]{2,}(?:-[A-Z]{2,})*")

Folded = tuple[str, ...]


@dataclass(frozen=True)
class Name:
    """A name as documents print it. kind: whose it is. words: its words folded."""

    text: str
    kind: str
    words: Folded


@dataclass(frozen=True)
class Vocabulary:
    """The names of a meeting. short: what stands for a name in capitals, with the name.

    targets: the names that words are compared with, by the letter that they begin with, the
    longest first.
    exact: every name that counts as right, those of other countries too, by its first word.
    """

    roster: Roster = field(default_factory=Roster)
    day: date | None = None
    targets: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    exact: dict[str, frozenset[Folded]] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether one folded word is a name by itself."""
        return (word,) in self.exact.get(word, ())


def folded(text: str) -> Folded:
    """Return the words of a name for comparing."""
    return tuple(fold_name(word) for word in WORDS.findall(text))


def vocabulary(roster: Roster, meeting: Meeting | None = None) -> Vocabulary:
    """Return the names of a roster, with those that only the record of a meeting knows."""
    names = list(_roster_names(roster))
    persons = [one.words for one in names if one.kind == "person"]
    for person in _heard(meeting) if meeting else ():
        words = folded(person)
        # who is listed is spelt as listed; a slip in a speaker's name is no second person
        if len(words) > 1 and not any(_alike(words, known) for known in persons):
            names.append(Name(person, "person", words))
    targets: dict[str, list[Name]] = {}
    exact: dict[str, set[Folded]] = {}
    for one in dict.fromkeys(names):
        targets.setdefault(one.words[0][0], []).append(one)
        exact.setdefault(one.words[0], set()).add(one.words)
    for words in _countries():
        exact.setdefault(words[0], set()).add(words)
    return Vocabulary(
        roster,
        meeting.first_day if meeting else None,
        {
            letter: tuple(sorted(known, key=lambda one: -len(one.words)))
            for letter, known in targets.items()
        },
        {first: frozenset(known) for first, known in exact.items()},
        dict(_short(roster)),
    )


def _roster_names(roster: Roster) -> Iterator[Name]:
    for facts in roster.delegations.values():
        for name in (name for fact in facts for name in fact.names):
            yield from _named(name, "delegation")
    for bodies in roster.bodies.values():
        for body in bodies:
            yield from _named(body.name, "body")
    for persons in roster.persons.values():
        for one in persons:
            yield from _named(HONORIFIC.sub("", one.person), "person")


def _named(text: str, kind: str) -> Iterator[Name]:
    text = text.removeprefix("the ")
    words = folded(text)
    if words and not _ACRONYM.fullmatch(text) and "@" not in text:
        yield Name(text, kind, words)


def _heard(meeting: Meeting) -> Iterator[str]:
    """Yield the persons that the record names as speaking or presiding, without their titles."""
    found: Iterable[str] = (
        *(speech.what.person for speech in meeting.speeches.values()),
        *(sitting.person for sitting in meeting.sittings.values()),
    )
    yield from dict.fromkeys(HONORIFIC.sub("", one) for one in found if one)


def _alike(one: Folded, other: Folded) -> bool:
    from rapidfuzz.distance import OSA

    return one == other or OSA.distance(" ".join(one), " ".join(other), score_cutoff=2) <= 2


def _short(roster: Roster) -> Iterator[tuple[str, str]]:
    """Yield what stands for a name in capitals: codes, and aliases such as DRC."""
    for code, facts in roster.delegations.items():
        everyday = next((fact.names[0] for fact in reversed(facts) if fact.names), "")
        aliases = (name for fact in facts for name in fact.names if _ACRONYM.fullmatch(name))
        for short in (code, *aliases):
            if everyday and short != everyday:
                yield short, everyday
    for code, bodies in roster.bodies.items():
        if bodies[-1].name:
            yield code, bodies[-1].name


@cache
def _countries() -> frozenset[Folded]:
    """The names of countries in CLDR: a country that is no delegation is no misspelt one."""
    names = Locale("en").territories.values()
    return frozenset(words for name in names if (words := folded(name)))
