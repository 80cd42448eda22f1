"""What of a record is looked at: delegations, bodies, items, stances and kinds, as typed.

Of one sort any word will do, and of each sort that is named one must fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from plenary_tui.documents.excerpt import who_of
from plenary_tui.errors import WrongUse
from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.folded import fold_name
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.notation.lexicon import LEXICON, fold

from .landmarks import kinds_of

_SIGNS = {"+": "supports", "-": "opposes", "~": "flexible", "against": "opposes"}
_STANCES = frozenset(_SIGNS.values())
_TEXTS = (k.Proposal, k.Revision, k.Amendment, k.AmendmentAccepted, k.Withdrawal, k.Drafting)
_KINDS: dict[str, str | tuple[type[k.Kind], ...]] = {
    "decision": "decision", "objection": "objection", "change": "change", "correction": "change",
    "turn": "turn", "intervention": (k.Intervention,), "statement": (k.Statement,),
    "proposal": _TEXTS, "text": _TEXTS, "stance": (k.Stance, k.Alignment),
    "position": (k.Position,), "reservation": (k.Position,), "action": (k.Action,),
    "list": (k.FloorList, k.Limit, k.Timer), "order": (k.PointOfOrder, k.Ruling),
    "sitting": (k.Sitting, k.SittingTime, k.Marking), "item": (k.ItemChange,),
    "remark": (k.Remark,),
}  # fmt: skip
ASKED = (
    "delegation, body, item, + − ~ or support, oppose, flexible, decisions, objections, proposals …"
)


class Filter(NamedTuple):
    """What is looked at; without a word, everything. Names are folded."""

    typed: str = ""
    delegations: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    stances: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()


def read_filter(typed: str, meeting: Meeting) -> Filter:
    """Read what is to be looked at. Raises WrongUse for a word that names nothing here."""
    found: dict[str, set[str]] = {name: set() for name in Filter._fields[1:]}
    roster = meeting.roster
    items = {number.casefold(): number for number in meeting.agenda}
    words = typed.replace(",", " ").split()
    while words:
        stance, count = _stance(words)
        word, words = words[0], words[count:]
        folded = fold_name(word)
        code = called(word, meeting)
        number = word.casefold().removeprefix("item")
        kind = folded if folded in _KINDS else folded.removesuffix("s")
        if stance:
            found["stances"].add(stance)
        elif number in items:
            found["items"].add(items[number])
        elif kind in _KINDS:
            found["kinds"].add(kind)
        elif code:
            found["bodies" if code in roster.bodies else "delegations"].add(code)
        elif folded != "item":
            raise WrongUse(f"“{word}” is nothing to look for here: write {ASKED}")
    return Filter(typed, **{name: frozenset(values) for name, values in found.items()})


def _stance(words: list[str]) -> tuple[str, int]:
    """Return the stance that words begin with, by its sign or in any language, and how many."""
    sign = _SIGNS.get(fold(words[0]))
    if sign:
        return sign, 1
    keyword, count = LEXICON.match(words) or ("", 1)
    return (keyword, count) if keyword in _STANCES else ("", 1)


def matcher(asked: Filter, meeting: Meeting) -> Callable[[Entry], bool]:
    """Return what says whether an entry is looked at."""
    tests: list[Callable[[Entry], bool]] = []
    if asked.delegations:
        tests.append(lambda one: not asked.delegations.isdisjoint(who_of(one.what)))
    if asked.items:
        below = tuple(f"{number}." for number in asked.items)
        tests.append(lambda one: one.item in asked.items or one.item.startswith(below))
    if asked.bodies:
        tests.append(lambda one: not asked.bodies.isdisjoint(bodies_of(one, meeting)))
    if asked.stances:
        tests.append(lambda one: _stance_of(one.what) in asked.stances)
    if asked.kinds:
        tests.append(lambda one: any(_is_kind(one, kind) for kind in asked.kinds))
    return lambda entry: all(test(entry) for test in tests)


def called(typed: str, meeting: Meeting) -> str:
    """Return who is meant, by code; a speaker who is on no roster is called as typed."""
    code = meeting.roster.code(typed, live=True)
    if code:
        return code
    wanted = fold_name(typed)
    spoke = dict.fromkeys(speech.what.speaker for speech in meeting.speeches.values())
    return next((name for name in spoke if fold_name(name) == wanted), "")


def bodies_of(entry: Entry, meeting: Meeting) -> Iterable[str]:
    """Yield the working bodies that an entry is of: of its sitting, its item, who speaks for it."""
    item = meeting.agenda.get(entry.item)
    yield from meeting.sitting(entry.sitting).bodies
    if item:
        yield item.body
    if isinstance(entry.what, k.Spoken):
        yield entry.what.capacity.rpartition(" ")[0]
    yield from who_of(entry.what)


def _stance_of(what: k.Kind) -> str:
    if isinstance(what, k.Stance):
        return what.stance
    if isinstance(what, k.Alignment):
        return "supports"
    return "opposes" if isinstance(what, k.Position) and what.form == "objection" else ""


def _is_kind(entry: Entry, kind: str) -> bool:
    asked = _KINDS[kind]
    if kind == "reservation":
        return isinstance(entry.what, k.Position) and entry.what.form == "reservation"
    if isinstance(asked, str):
        return asked in [*kinds_of(entry)]
    return isinstance(entry.what, asked)
