"""How an entry reads once it is corrected: the entry itself is never changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from .entries import Entry
from .kinds import Continuation, Correction, Intervention, Kind, Remark, Split, Spoken, Unread

WORDS = ("text", "title", "reason", "value", "to", "name", "line", "symbol", "person", "place")
"""The fields a correction looks into, in this order; the first that holds the words is mended."""


class Corrected(NamedTuple):
    """An entry as it reads, the ids of corrections that found nothing, and what was split off."""

    entry: Entry
    missed: frozenset[str]
    parts: tuple[Entry, ...] = ()


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


def corrected(entry: Entry, corrections: Iterable[Entry]) -> Corrected:
    """Return an entry as it reads after its corrections; parts have the ids of their splits."""
    what: Kind = entry.what
    item = entry.item
    missed: set[str] = set()
    parts: list[tuple[str, Kind]] = []
    for correction in corrections:
        asked = correction.what
        if isinstance(asked, Split):
            both = divide(what, asked)
            if both is None:
                missed.add(correction.id)
            else:
                what, part = both
                # what was split off later stands nearer to the beginning
                parts.insert(0, (correction.id, part))
            continue
        assert isinstance(asked, Correction)
        if asked.item:
            item = asked.item
            continue
        changed = apply(what, asked)
        if changed is None:
            missed.add(correction.id)
        else:
            what = changed
    reads = entry.model_copy(update={"what": what, "item": item})
    off = (reads.model_copy(update={"id": id_, "what": part}) for id_, part in parts)
    return Corrected(reads, frozenset(missed), tuple(off))


def apply(what: Kind, asked: Correction) -> Kind | None:
    """Return `what` with one correction applied, or None where it finds nothing to correct."""
    if asked.into:
        words = may_join(what)
        return Continuation(target=asked.into, text=words) if words else None
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


def may_join(what: Kind) -> str:
    """Return the words that an entry would add to another one; empty where it cannot."""
    if isinstance(what, Unread):
        return what.line
    return what.text if isinstance(what, Spoken | Remark | Continuation) else ""


def divide(what: Kind, asked: Split) -> tuple[Kind, Kind] | None:
    """Return the two parts of what was said, or None where `asked` finds no place in it."""
    if not isinstance(what, Spoken | Remark | Continuation):
        return None
    place = what.text.find(asked.text) if asked.text else -1
    if place <= 0:
        return None
    first, second = what.text[:place].rstrip(), what.text[place:]
    if asked.speaker:
        part: Kind = Intervention(
            speaker=asked.speaker, person=asked.person, capacity=asked.capacity,
            group=asked.group, text=second,
        )  # fmt: skip
    else:
        part = what.model_copy(update={"text": second})
    return what.model_copy(update={"text": first}), part
