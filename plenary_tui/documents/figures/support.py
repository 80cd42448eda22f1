"""Who supported whom: who joined, supported, opposed or was flexible on what somebody put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Alignment

from .counted import ALL, Chosen, Context, Who

Stand = Literal["supports", "opposes", "flexible"]
STANDS: tuple[Stand, ...] = get_args(Stand)


@dataclass(frozen=True, slots=True)
class Backing:
    """One delegation stood so to what another one said or proposed. entry: says so."""

    who: Who
    whom: Who
    stand: Stand
    entry: str
    day: date
    item: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """How often one stood so to another, and the entries that say so."""

    who: Who
    whom: Who
    sources: tuple[str, ...]

    @property
    def times(self) -> int:
        """How often."""
        return len(self.sources)


@dataclass(frozen=True, slots=True)
class Support:
    """All pairs of one stand; rows: who, columns: whom, each with the most often first."""

    stand: Stand
    pairs: tuple[Pair, ...]
    rows: tuple[Who, ...]
    columns: tuple[Who, ...]

    def times(self, who: Who, whom: Who) -> int:
        """How often one stood so to another."""
        return next((p.times for p in self.pairs if (p.who, p.whom) == (who, whom)), 0)


def backings(context: Context) -> tuple[Backing, ...]:
    """Return every stand that somebody took to another one, in the order of the record.

    Joining a statement supports it. An objection that was not withdrawn opposes its text, where
    the delegation took no stance on it. Towards whoever presides, and towards
    what is their own, nobody takes one.
    """
    places = context.chronicle.places
    found = [*_on_speeches(context), *_on_texts(context)]
    return tuple(sorted(found, key=lambda one: places.get(one.entry, 0)))


def support(
    given: Iterable[Backing], stand: Stand = "supports", chosen: Chosen = ALL
) -> Support:  # fmt: skip
    """Return who stood so to whom, the pairs that did most often first.

    Everybody goes by the last name that they have in what is given.
    """
    pairs: dict[tuple[str, str], list[str]] = {}
    called: dict[str, Who] = {}
    for one in given:
        called.update({one.who.key: one.who, one.whom.key: one.whom})
        if one.stand == stand and chosen.takes(one.item, one.day, one.bodies):
            pairs.setdefault((one.who.key, one.whom.key), []).append(one.entry)
    found = [Pair(called[who], called[whom], tuple(some)) for (who, whom), some in pairs.items()]
    found.sort(key=lambda one: (-one.times, one.who.name, one.whom.name))
    return Support(
        stand, tuple(found), _most((one.who, one.times) for one in found),
        _most((one.whom, one.times) for one in found),
    )  # fmt: skip


def _most(counted: Iterable[tuple[Who, int]]) -> tuple[Who, ...]:
    sums: dict[Who, int] = {}
    for who, times in counted:
        sums[who] = sums.get(who, 0) + times
    return tuple(sorted(sums, key=lambda who: (-sums[who], who.name)))


def _on_speeches(context: Context) -> Iterator[Backing]:
    joining = _joining(context)
    for speech in context.meeting.speeches.values():
        what = speech.what
        if not (speech.aligned or speech.stances) or _presides(what):
            continue
        for code in speech.aligned:
            entry_id = joining.get((speech.entry.id, code), speech.entry.id)
            yield from _one(context, code, what.speaker, "supports", entry_id, speech.entry)
        for taken in speech.stances:
            if taken.stance != "supports" or taken.who not in speech.aligned:
                yield from _one(
                    context, taken.who, what.speaker, taken.stance, taken.entry, speech.entry
                )


def _on_texts(context: Context) -> Iterator[Backing]:
    for text in context.meeting.texts.values():
        if text.by in ("", "Chair") or _presides(text.entry.what):
            continue
        stated = [(one.who, one.stance, one.entry) for one in text.stances]
        taken = {who for who, _, _ in stated}
        stated += [
            (one.who, "opposes", one.entry) for one in text.positions
            if one.form == "objection" and not one.withdrawn and one.who not in taken
        ]  # fmt: skip
        for code, stand, entry_id in stated:
            yield from _one(context, code, text.by, stand, entry_id, text.entry)


def _presides(what: object) -> bool:
    return getattr(what, "capacity", "") == "chair" or getattr(what, "speaker", "-") == ""


def _one(
    context: Context, code: str, whom: str, stand: str, entry_id: str, target: Entry
) -> Iterator[Backing]:  # fmt: skip
    entry = context.chronicle.record.reads(entry_id) or target
    day, _ = context.when(entry.sitting, entry.happened)
    known = next((one for one in STANDS if one == stand), None)
    if known is not None and whom != code:
        yield Backing(
            context.who(code, day), context.who(whom, day), known, entry_id, day, entry.item,
            context.bodies(entry.sitting),
        )  # fmt: skip


def _joining(context: Context) -> dict[tuple[str, str], str]:
    """Return by which entry each delegation joined a statement."""
    found: dict[tuple[str, str], str] = {}
    for entry in context.chronicle.of(Alignment):
        what = entry.what
        if isinstance(what, Alignment):
            for code in what.who:
                found.setdefault((what.target, code), entry.id)
    return found
