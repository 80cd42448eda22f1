"""Who is said to chair a body, against the officers that the meeting lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.record.delegations import Roster

from .finding import Finding
from .passages import Passage
from .vocabulary import HONORIFIC, Vocabulary

_OFFICE = re.compile(r"\b(?P<office>[Cc]hair|[Vv]ice-[Cc]hair) of (?:the )?(?=[A-Z])")
_HOLDER = re.compile(
    r"(?:\A|(?<=[.;] ))(?:The |the )?(?P<who>[^\W\d_][^,.;:()]*?)(?: \([^()]*\))?,"
    r"(?: as| in its capacity (?:of|as))?(?: [^,.;:]*? and)?(?: the)? \Z"
)


def officers(passage: Passage, known: Vocabulary) -> Iterator[Finding]:
    """Find a delegation that is named as chair of a body which another one chairs."""
    roster = known.roster
    for found in _OFFICE.finditer(passage.bare):
        code = _body(roster, passage.bare[found.end() :])
        fact = roster.body_on(code, known.day) if code else None
        holder = _HOLDER.search(passage.bare[: found.start()])
        if fact is None or holder is None:
            continue
        listed = fact.chair if found["office"].casefold() == "chair" else fact.vice_chair
        named = _code(roster, holder["who"].strip())
        if listed and named and named != listed:
            name = roster.name_of(listed, known.day)
            why = (
                f"“{holder['who']}” is named as {found['office'].casefold()} of the {fact.name}; "
                f"the session lists {name}."
            )
            yield passage.finding("officer", why, holder.span("who"), name)


def _body(roster: Roster, words: str) -> str:
    """Return the body that words begin with, by its name or its letters."""
    known = ((fact.name.removeprefix("the "), code)
             for code, facts in roster.bodies.items() for fact in facts)  # fmt: skip
    fits = [(name, code) for name, code in known if name and words.startswith(name)]
    if fits:
        return max(fits)[1]
    letters = re.match(r"[A-Z-]{2,}\b", words)
    return letters[0] if letters and letters[0] in roster.bodies else ""


def _code(roster: Roster, who: str) -> str:
    """Return the delegation that a name is of, or that a person belongs to."""
    code = roster.code(who) or ""
    if code in roster.delegations:
        return code
    bare = HONORIFIC.sub("", who)
    for delegation, persons in roster.persons.items():
        if any(HONORIFIC.sub("", one.person) == bare for one in persons):
            return delegation
    return ""
