"""Open brackets over time: those asked for in the room, and those in the draft.

Room: brackets on texts and paragraphs that the room names, until they are cleaned. Draft: those in
the paragraphs that were worked on or issued by then. One asked for in the room on a paragraph of
the draft stands in the draft, and is counted there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from plenary_tui.record.kinds import Correction, DraftEdit, Drafting, DraftIssued, Split
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.replaying import Replaying

from ..chronicle import Chronicle

_OF_DRAFT = (DraftEdit, DraftIssued, Drafting)
"""Kinds after which the draft may hold other brackets."""


@dataclass(frozen=True, slots=True)
class Step:
    """How many brackets were open after an entry. issued: the version that it issued, if any."""

    at: datetime
    entry: str
    room: int
    draft: int
    issued: str = ""


@dataclass(frozen=True, slots=True)
class InDraft:
    """How many brackets the draft held after an entry. issued: the version that it issued."""

    entry: str
    number: int
    issued: str


def bracket_steps(chronicle: Chronicle, drafted: Iterable[InDraft]) -> tuple[Step, ...]:
    """Return each change of the number of open brackets, and each version issued.

    drafted: what `in_draft` gives.
    """
    events: dict[str, list[int]] = {}
    for entry_id, by in _in_room(chronicle.meeting):
        events.setdefault(entry_id, [0, -1])[0] += by
    issued: dict[str, str] = {}
    for one in drafted:
        events.setdefault(one.entry, [0, -1])[1] = one.number
        issued[one.entry] = one.issued
    zone, places = chronicle.meeting.zone, chronicle.places
    moments = {
        entry_id: entry.happened
        for entry_id in events
        if (entry := chronicle.record.reads(entry_id)) is not None
    }
    found: list[Step] = []
    room = draft = 0
    for entry_id in sorted(moments, key=lambda one: (moments[one], places.get(one, 0))):
        by, number = events[entry_id]
        before = (room, draft)
        room += by
        draft = number if number >= 0 else draft
        label = issued.get(entry_id, "")
        if (room, draft) != before or label:
            found.append(Step(moments[entry_id].astimezone(zone), entry_id, room, draft, label))
    return tuple(found)


def _in_room(meeting: Meeting) -> Iterator[tuple[str, int]]:
    """Yield one more for each bracket that was asked for, one less for each that was cleaned."""
    for entry_id, asked in meeting.brackets.items():
        if asked.on not in meeting.drafts.held:
            yield entry_id, 1
            if asked.cleaned:
                yield asked.cleaned, -1


def in_draft(chronicle: Chronicle) -> tuple[InDraft, ...]:
    """Return how many there were in the draft after each entry that may have changed it."""
    if not chronicle.meeting.drafts.held:
        return ()
    replaying = Replaying(chronicle.record, applied=True)
    found = []
    for position in sorted(replaying.position_of(one.id) for one in chronicle.of(*_OF_DRAFT)):
        entry = replaying.entries[position - 1]
        what = entry.what
        held = replaying.at(position).drafts.held.values()
        number = sum(len(one.text.brackets) for one in held if not one.text.removed)
        issued = what.label if isinstance(what, DraftIssued) else ""
        found.append(InDraft(entry.id, number, issued))
    return tuple(found)


def depends_on(chronicle: Chronicle) -> object:
    """Return what the numbers of the draft depend on: as long as it is equal, so are they."""
    changes = chronicle.of(*_OF_DRAFT, Correction, Split)
    return tuple(entry.id for entry in changes), chronicle.record.retracted
