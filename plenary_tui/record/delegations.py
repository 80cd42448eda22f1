"""Who: delegations, bodies and persons, each a dated fact; and what a typed name means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from immutables import Map

from .folded import fold_name
from .kinds import Body, Delegate, Delegation

DECIDES = ("", "participant", "member")
"""Classes that take part in consensus; a delegation listed without a class is a member."""

AMBIGUOUS = ""
_SHORTEST_BEGINNING = 4
F = TypeVar("F", Delegation, Body)


def _valid_on(since: date | None, until: date | None, day: date | None) -> bool:
    if day is None:
        return until is None
    return (since is None or since <= day) and (until is None or day <= until)


@dataclass(frozen=True)
class Roster:
    """The delegations, bodies and persons that the log names, with their dates."""

    delegations: Map[str, tuple[Delegation, ...]] = Map()
    bodies: Map[str, tuple[Body, ...]] = Map()
    persons: Map[str, tuple[Delegate, ...]] = Map()

    def with_delegation(self, fact: Delegation) -> Roster:
        """Return the roster with one more fact about a delegation."""
        known = self.delegations.get(fact.code, ())
        return replace(self, delegations=self.delegations.set(fact.code, (*known, fact)))

    def with_body(self, fact: Body) -> Roster:
        """Return the roster with one more fact about a body."""
        known = self.bodies.get(fact.code, ())
        return replace(self, bodies=self.bodies.set(fact.code, (*known, fact)))

    def with_person(self, fact: Delegate) -> Roster:
        """Return the roster with one more person of a delegation."""
        known = self.persons.get(fact.delegation, ())
        return replace(self, persons=self.persons.set(fact.delegation, (*known, fact)))

    def delegation(self, code: str, day: date | None = None) -> Delegation | None:
        """Return the fact valid on `day`; the latest stated wins, the last known if none is."""
        return _fact_on(self.delegations.get(code, ()), day)

    def body_on(self, code: str, day: date | None = None) -> Body | None:
        """Return what is known of a body on `day`."""
        return _fact_on(self.bodies.get(code, ()), day)

    def name_of(self, code: str, day: date | None = None) -> str:
        """Return the everyday name of a delegation or body, or what was given."""
        fact = self.delegation(code, day)
        if fact is not None:
            return fact.names[0] if fact.names else code
        return code

    def status(self, code: str, day: date | None = None) -> str:
        """Return the class of a delegation on `day` as the session names it; empty if unlisted."""
        fact = self.delegation(code, day)
        return fact.status if fact else ""

    def decides(self, code: str, day: date | None = None) -> bool:
        """Whether its objection blocks: only a Participant's does.

        In a meeting that lists no delegations everybody counts.
        """
        if not self.delegations:
            return True
        fact = self.delegation(code, day)
        return fact is not None and fact.status.casefold() in DECIDES

    def code(self, typed: str, *, live: bool = False) -> str | None:
        """Return the code of the delegation or body that `typed` names, or None.

        A code counts in capitals; in small letters only `live`, where the name is shown before
        Enter. Else a name or alias, or a beginning of at least four letters that fits one only.
        """
        if typed in self.delegations or typed in self.bodies:
            return typed
        if live and (typed.upper() in self.delegations or typed.upper() in self.bodies):
            return typed.upper()
        if len(typed) < 2 or (not self.delegations and not self.bodies):
            return None
        return self._names_read(typed)

    def body(self, typed: str) -> str | None:
        """Return the code of the body that `typed` names, or None."""
        if typed in self.bodies:
            return typed
        return self._body_names.get(fold_name(typed))

    def person(self, typed: str) -> bool:
        """Whether `typed` is the name of a person whom the session lists."""
        return fold_name(typed) in self._person_names

    def _names_read(self, typed: str) -> str | None:
        cached = self._read.get(typed, "")
        if cached != "":
            return cached
        folded = fold_name(typed)
        found = self._names.get(folded)
        if found is None and len(folded) >= _SHORTEST_BEGINNING:
            fits = {code for name, code in self._names.items() if name.startswith(folded)}
            found = fits.pop() if len(fits) == 1 else AMBIGUOUS
        found = found or None
        self._read[typed] = found
        return found

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that the roster's delegations have, in small letters."""
        facts = (fact for known in self.delegations.values() for fact in known)
        return frozenset(fact.status.casefold() for fact in facts if fact.status)

    @cached_property
    def _read(self) -> dict[str, str | None]:
        return {}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Every name, with the one code that it fits; `AMBIGUOUS` where it fits more."""
        names: dict[str, str] = {}
        facts = [fact for known in self.delegations.values() for fact in known]
        given = [(fold_name(name), fact.code) for fact in facts for name in fact.names]
        given += [(name.removeprefix("the "), code) for name, code in given]
        for name, code in (*given, *self._body_names.items()):
            if names.setdefault(name, code) != code:
                names[name] = AMBIGUOUS
        return names

    @cached_property
    def _body_names(self) -> dict[str, str]:
        return {
            fold_name(fact.name): code
            for code, facts in self.bodies.items()
            for fact in facts
            if fact.name
        }

    @cached_property
    def _person_names(self) -> set[str]:
        people = (fact.person for facts in self.persons.values() for fact in facts)
        return {fold_name(person) for person in people}


def _fact_on(facts: tuple[F, ...], day: date | None) -> F | None:
    for fact in reversed(facts):
        if _valid_on(fact.since, fact.until, day):
            return fact
    return facts[-1] if facts else None
