"""Part of a record whose Meeting is that of the whole: what stands in it is told as it was.

Folded by themselves, some of the entries would tell another story: sittings counted from one, the
chair of the meeting where somebody else had taken over, a text still pending that was adopted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from immutables import Map

from .drafts import NO_DRAFTS, Drafts
from .entries import Entry
from .history import Record
from .meeting import Meeting

T = TypeVar("T")


class Excerpt(Record):
    """Some entries of a record, as they read in it.

    Its Meeting is the whole's, with the words, texts and promises of these entries only; sittings,
    agenda, delegations and numbers are those of the whole.
    """

    def __init__(self, whole: Record, kept: Collection[str]) -> None:
        """Take the entries of some ids. What they rest on is to be among them."""
        super().__init__()
        self._whole_record = whole
        self._kept = frozenset(kept)
        self._ordering = whole.ordering
        self._render, self._corrections = whole._render, whole._corrections
        self._retracted = whole._retracted

    @property
    def whole(self) -> Record:
        """The record that it is an excerpt of."""
        return self._whole_record

    @cached_property
    def entries(self) -> list[Entry]:
        """The entries of the excerpt in fold order, as they were entered. Read only."""
        return [entry for entry in self.whole.entries if entry.id in self._kept]

    @cached_property
    def meeting(self) -> Meeting:
        """The Meeting of the whole, with what these entries brought and nothing else was said."""
        parts = (entry.id for entry in self.readings())
        return _narrowed(self.whole.meeting, self._kept.union(parts))

    @property
    def live(self) -> Meeting:
        """The same Meeting."""
        return self.meeting

    def rendered(self, render: Callable[[Entry], Entry]) -> Record:
        """Return the same excerpt of the record as it reads so."""
        return Excerpt(self.whole.rendered(render), self._kept)


def _narrowed(meeting: Meeting, kept: frozenset[str]) -> Meeting:
    """Return a Meeting with what some entries brought before it."""
    return replace(
        meeting,
        speeches=_of(meeting.speeches, kept),
        speaking=_of(meeting.speaking, kept),
        prepared=_of(meeting.prepared, kept),
        remarks=_of(meeting.remarks, kept),
        texts=_of(meeting.texts, kept),
        follow_ups=_of(meeting.follow_ups, kept),
        worklist=_of(meeting.worklist, kept),
        brackets=Map({
            key: one for key, one in meeting.brackets.items() if one.entry.id in kept
        }),
        flags=_of(meeting.flags, kept),
        paragraphs=Map({
            number: one for number, one in meeting.paragraphs.items()
            if any(entry in kept for _, entry in one.wordings)
        }),
        positions=tuple(one for one in meeting.positions if one.entry in kept),
        events=_entries(meeting.events, kept),
        annexes=_entries(meeting.annexes, kept),
        walk_outs=_entries(meeting.walk_outs, kept),
        conflicts=tuple(one for one in meeting.conflicts if not kept.isdisjoint(one.entries)),
        drafts=_drafts(meeting.drafts, kept),
    )  # fmt: skip


def _of(held: Map[str, T], kept: Collection[str]) -> Map[str, T]:
    return Map({key: one for key, one in held.items() if key in kept})


def _entries(held: Iterable[Entry], kept: Collection[str]) -> tuple[Entry, ...]:
    return tuple(entry for entry in held if entry.id in kept)


def _drafts(drafts: Drafts, kept: frozenset[str]) -> Drafts:
    """Return what some entries did in the draft."""
    held = Map({
        key: one for key, one in drafts.held.items() if not kept.isdisjoint(one.entries)
    })  # fmt: skip
    narrowed = replace(
        NO_DRAFTS,
        held=held,
        order=drafts.order,
        versions=tuple(one for one in drafts.versions if one.id in kept),
        received=_entries(drafts.received, kept),
        answers=drafts.answers,
        stages=tuple(one for one in drafts.stages if one.entry in kept),
        corrections=_of(drafts.corrections, kept),
        carried=drafts.carried,
    )
    if drafts.taken is not None and drafts.taken.id in held:
        narrowed = replace(narrowed, taken=drafts.taken, taken_rank=drafts.taken_rank)
    return narrowed
