"""How an entry reads once it is corrected: the entry itself is never changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from .entries import Entry
from .kinds import Correction, Kind, Spoken

WORDS = ("text", "title", "reason", "value", "to", "name", "line", "symbol", "person", "place")
"""The fields a correction looks into, in this order; the first that holds the words is mended."""


def holds(what: Kind, words: str) -> str:
    """Return the name of the field of `what` that holds `words`; empty if none does."""
    held = what.__dict__
    for name in _words_of(type(what)):
        if words in held[name]:
            return name
    return ""


@cache
def _words_of(kind: type[Kind]) -> tuple[str, ...]:
    """Return the fields of a kind that hold words: asking every entry for each costs time."""
    fields = kind.model_fields
    return tuple(name for name in WORDS if name in fields and fields[name].annotation is str)


def corrected(entry: Entry, corrections: Iterable[Entry]) -> tuple[Entry, set[str]]:
    """Return an entry as it reads after its corrections, and the ids of those without effect."""
    what: Kind = entry.what
    missed: set[str] = set()
    for correction in corrections:
        asked = correction.what
        assert isinstance(asked, Correction)
        changed = apply(what, asked)
        if changed is None:
            missed.add(correction.id)
        else:
            what = changed
    return entry.model_copy(update={"what": what}), missed


def apply(what: Kind, asked: Correction) -> Kind | None:
    """Return `what` with one correction applied, or None where it finds nothing to correct."""
    if asked.speaker:
        if not isinstance(what, Spoken):
            return None
        return what.model_copy(update={"speaker": asked.speaker})
    name = holds(what, asked.old) if asked.old else ""
    if not name:
        return None
    times = -1 if asked.every else 1
    mended = getattr(what, name).replace(asked.old, asked.new, times).strip()
    return what.model_copy(update={name: mended})
