"""The record in memory: all entries in fold order, what was taken back, what was corrected.

A checkpoint every thousand entries, and closer ones near the end, keep an undo, a late arrival
and a look at an earlier moment cheap.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from .correcting import corrected
from .entries import Entry
from .folding import annul_into, fold_into, fold_part_into, note_part
from .kinds import (
    AgendaItem,
    Body,
    Correction,
    Delegate,
    Delegation,
    MeetingFact,
    Presiding,
    Retraction,
    Split,
)
from .meeting import Meeting
from .ordering import Ordering

CHECKPOINT = 1_000
_NEAR = 16
_NEAR_KEPT = 128
CHANGES = (Correction, Split, Retraction)
"""Kinds that change how other entries read."""
_REWORDS = (Correction, Split)
_PLANNED = (MeetingFact, Delegation, Body, Delegate, AgendaItem, Presiding)


class Record:
    """Entries of one session, in any order of arrival, and the Meeting that they make."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        lost: Iterable[str] = (),
        render: Callable[[Entry], Entry] | None = None,
    ) -> None:
        """Fold `entries`; `lost` are ids known to be damaged, for which nothing waits.

        render: how an entry is to read, once it is corrected.
        """
        self._render = render
        self._ordering = Ordering(lost)
        self._retractions: list[Entry] = []
        self._retracted: frozenset[str] = frozenset()
        self._corrections: dict[str, list[Entry]] = {}
        self._live = Meeting()
        self._folded = 0
        self._checkpoints: list[tuple[int, Meeting]] = [(0, Meeting())]
        self._near: deque[tuple[int, Meeting]] = deque(maxlen=_NEAR_KEPT)
        self._handed_out: Meeting | None = None
        self.add(entries)

    @property
    def entries(self) -> list[Entry]:
        """The entries in fold order, as they were entered. Read only."""
        return self._ordering.placed

    @property
    def lost(self) -> frozenset[str]:
        """Ids of entries that were damaged on disk."""
        return self._ordering.lost

    @property
    def ordering(self) -> Ordering:
        """The order of folding, and what waits. Read only."""
        return self._ordering

    @property
    def checkpoints(self) -> list[tuple[int, Meeting]]:
        """Some places, each with what the entries before it add up to. Read only."""
        return self._checkpoints

    @property
    def close_checkpoints(self) -> Iterable[tuple[int, Meeting]]:
        """More of them, close to each other and to the end. Read only."""
        return self._near

    @property
    def meeting(self) -> Meeting:
        """The Meeting, which later entries do not change."""
        if self._handed_out is None:
            self._handed_out = self._live.snapshot()
        return self._handed_out

    @property
    def live(self) -> Meeting:
        """The Meeting as it is being folded: read it at once and do not keep it."""
        return self._live

    @property
    def retracted(self) -> frozenset[str]:
        """The ids of the entries that are taken back."""
        return self._retracted

    @property
    def whole(self) -> Record:
        """The record that this is an excerpt of; itself where it is none."""
        return self

    def rendered(self, render: Callable[[Entry], Entry]) -> Record:
        """Return the record as it reads with each entry, once corrected, as `render` gives it."""
        return Record(self.entries, lost=self.lost, render=render)

    def waiting(self) -> dict[str, tuple[str, ...]]:
        """Return the entries not folded yet, each with the ids it waits for."""
        return self._ordering.waiting()

    def entry(self, entry_id: str) -> Entry | None:
        """Return an entry as it was entered."""
        return self._ordering.entry(entry_id)

    def reads(self, entry_id: str) -> Entry | None:
        """Return an entry as it reads now, corrections applied; of a split, what it split off."""
        entry = self._ordering.entry(entry_id)
        if entry is None:
            return None
        if not isinstance(entry.what, Split):
            return (
                self._corrected(entry)[0][0]
                if entry_id in self._corrections
                else self._as_is(entry)
            )
        whole = self._ordering.entry(self._whole(entry_id))
        parts = self._corrected(whole)[0] if whole else []
        return next((part for part in parts if part.id == entry_id), entry)

    def readings(self) -> Iterator[Entry]:
        """Yield the entries that stand, as they read now, each part of a split one by itself."""
        for entry in self.entries:
            if entry.id in self._retracted:
                continue
            if entry.id in self._corrections:
                yield from self._corrected(entry)[0]
            elif not isinstance(entry.what, Split):
                yield self._as_is(entry)

    def add(self, entries: Iterable[Entry]) -> None:
        """Take entries in and bring the Meeting up to date."""
        changed = self._ordering.add(entries)
        placed = self._ordering.placed
        later = placed[changed:]
        if changed < self._folded and any(isinstance(one.what, CHANGES) for one in later):
            touched = self._note(placed, anew=True)
        else:
            touched = self._note(later)
        self._rewind(min(changed, self._first_place(touched)))
        self._advance()
        self._handed_out = None

    def until(self, limit: datetime | str) -> Record:
        """Return the record as it stood at a moment, or just after the entry of that id.

        What was planned counts from the start: a session may be told long after it was held.
        """
        placed = self._ordering.placed
        if isinstance(limit, str):
            ids = [entry.id for entry in placed]
            kept = placed[: ids.index(limit) + 1] if limit in ids else list(placed)
        else:
            kept = [one for one in placed if one.happened <= limit or is_planned(one)]
        ids_kept = {entry.id for entry in kept}
        gone = (entry.id for entry in placed if entry.id not in ids_kept)
        return Record(kept, lost=(*self.lost, *gone))

    def _note(self, entries: list[Entry], *, anew: bool = False) -> set[str]:
        """Note retractions and corrections; return the ids of what reads otherwise.

        anew: these are all entries, and nothing noted before counts.
        """
        if anew:
            self._retractions = []
            self._corrections = {}
        touched: set[str] = set()
        retracts = False
        for entry in entries:
            what = entry.what
            if not isinstance(what, CHANGES):
                continue
            if isinstance(what, Retraction):
                self._retractions.append(entry)
                retracts = True
            else:
                self._corrections.setdefault(what.target, []).append(entry)
                touched.add(self._whole(what.target))
        if retracts or (self._retracted and not self._retractions):
            now = self._taken_back()
            changed = now ^ self._retracted
            touched |= changed
            touched |= {target for id_ in changed if (target := self._corrects(id_))}
            self._retracted = now
        return touched

    def _remember(self, changes: list[Entry]) -> None:
        """Take retractions and corrections as noted, before anything that they change is folded."""
        for entry in changes:
            what = entry.what
            if isinstance(what, Retraction):
                self._retractions.append(entry)
            elif isinstance(what, _REWORDS):
                self._corrections.setdefault(what.target, []).append(entry)
        self._retracted = self._taken_back()

    def _corrects(self, entry_id: str) -> str:
        entry = self._ordering.entry(entry_id)
        is_one = entry is not None and isinstance(entry.what, _REWORDS)
        return self._whole(entry.what.target) if entry and is_one else ""  # type: ignore[union-attr]

    def _whole(self, entry_id: str) -> str:
        """Return the entry that a part was split off from; of any other, itself."""
        entry = self._ordering.entry(entry_id)
        while entry is not None and isinstance(entry.what, Split):
            entry_id = entry.what.target
            entry = self._ordering.entry(entry_id)
        return entry_id

    def _first_place(self, ids: set[str]) -> int:
        """Return the first place that one of `ids` has: what is corrected is mostly recent."""
        placed = self._ordering.placed
        left = sum(1 for id_ in ids if id_ in self._ordering)
        first = place = len(placed)
        while left and place:
            place -= 1
            if placed[place].id in ids:
                first = place
                left -= 1
        return first

    def _taken_back(self) -> frozenset[str]:
        """Return what is retracted: a retraction that is itself taken back takes nothing."""
        gone: set[str] = set()
        for entry in reversed(self._retractions):
            if entry.id not in gone and isinstance(entry.what, Retraction):
                gone.add(entry.what.target)
        return frozenset(gone)

    def _as_is(self, entry: Entry) -> Entry:
        """Return an entry as it is to read, corrected or in no need of it."""
        return self._render(entry) if self._render else entry

    def _corrected(self, entry: Entry) -> tuple[list[Entry], frozenset[str]]:
        """Return an entry as it reads, its parts behind it, and the corrections without effect."""
        pending = self._corrections.get(entry.id)
        if not pending:
            return [self._as_is(entry)], frozenset()
        one = corrected(entry, [one for one in pending if one.id not in self._retracted])
        reads, missed = [self._as_is(one.entry)], one.missed
        for part in one.parts:
            deeper, without = self._corrected(part)
            reads += deeper
            missed |= without
        return reads, missed

    def _is_void(self, correction_id: str, asked: Correction | Split) -> bool:
        """Whether a correction finds nothing to correct, for instance because another did it."""
        whole = self._ordering.entry(self._whole(asked.target))
        return whole is not None and correction_id in self._corrected(whole)[1]

    def _rewind(self, place: int) -> None:
        if place >= self._folded:
            return
        while self._near and self._near[-1][0] > place:
            self._near.pop()
        while self._checkpoints[-1][0] > place:
            self._checkpoints.pop()
        best = self._checkpoints[-1]
        if self._near and self._near[-1][0] > best[0]:
            best = self._near[-1]
        self._folded, meeting = best
        self._live = meeting.snapshot()

    def _advance(self) -> None:
        placed, live = self._ordering.placed, self._live
        end = len(placed)
        for place in range(self._folded, end):
            entry = placed[place]
            what = entry.what
            if entry.id in self._retracted:
                annul_into(live, entry)
            elif isinstance(what, Split):
                self._note_split(entry, what)
            elif entry.id in self._corrections:
                reads, *parts = self._corrected(entry)[0]
                fold_into(live, reads)
                for part in parts:
                    fold_part_into(live, part)
                    live.ends = live.ends.set(entry.id, part.id)
            else:
                fold_into(live, self._as_is(entry))
                if isinstance(what, Correction) and self._is_void(entry.id, what):
                    live.conflict("a correction finds nothing to correct", what.target, entry.id)
            if (place + 1) % CHECKPOINT == 0:
                self._checkpoints.append((place + 1, live.snapshot()))
            elif (place + 1) % _NEAR == 0 and end - place < _NEAR * _NEAR_KEPT:
                self._near.append((place + 1, live.snapshot()))
        self._folded = end

    def _note_split(self, entry: Entry, what: Split) -> None:
        """Note a split where it was made: what it split off was folded with the whole."""
        live = self._live
        part = self.reads(entry.id)
        if part is None or part is entry:
            fold_into(live, entry)
            live.conflict("a split finds no such words", what.target, entry.id)
        else:
            note_part(live, part)


def is_planned(entry: Entry) -> bool:
    """Whether an entry says what the session is, outside any sitting and at no time of its own."""
    return entry.when is None and not entry.sitting and isinstance(entry.what, _PLANNED)
