"""The one order in which entries are folded, whatever order they arrived in.

Entries go by `order`, but each waits for its station's previous entry and for what it points
at. What is still missing is listed, never guessed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from heapq import heappop, heappush
from operator import attrgetter

from .entries import Entry

_BY_ORDER = attrgetter("order", "id")


class Ordering:
    """Places entries. `placed` is the fold order; `lost` are ids that will never come."""

    def __init__(self, lost: Iterable[str] = ()) -> None:
        self.placed: list[Entry] = []
        self.lost = frozenset(lost)
        self._known: dict[str, Entry] = {}
        self._done: set[str] = set(self.lost)
        self._parked: dict[str, list[Entry]] = {}
        self._peaks: list[tuple[str, str]] = []

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._known

    def entry(self, entry_id: str) -> Entry | None:
        """Return an entry by its id, placed or waiting."""
        return self._known.get(entry_id)

    def add(self, entries: Iterable[Entry]) -> int:
        """Take entries in; return the first place in the fold order that changed."""
        known = self._known
        new = []
        for entry in entries:
            if entry.id not in self:
                known[entry.id] = entry
                new.append(entry)
        if not new:
            return len(self.placed)
        new.sort(key=_BY_ORDER)
        start = len(self.placed)
        if self._peaks and _BY_ORDER(new[0]) < self._peaks[-1]:
            return self._again_from(_BY_ORDER(new[0]), new)
        if len(new) > 1 and self._parked:
            # what waits for one of them may belong behind another
            new = sorted((*self._unparked(), *new), key=_BY_ORDER)
        self._place(new)
        return start

    def delayed(self) -> list[Entry]:
        """Return the entries that stand behind later ones, since they waited for something."""
        both = zip(self.placed, self._peaks, strict=True)
        return [entry for entry, peak in both if entry.id != peak[1] or entry.order != peak[0]]

    def waiting(self) -> dict[str, tuple[str, ...]]:
        """Return the entries that wait, each with the ids that are missing before it."""
        found: dict[str, tuple[str, ...]] = {}
        for parked in self._parked.values():
            for entry in parked:
                missing = dict.fromkeys(need for need in needs(entry) if need not in self._done)
                found[entry.id] = tuple(missing)
        return found

    def _again_from(self, key: tuple[str, str], new: list[Entry]) -> int:
        """Place anew what comes after `key`; return the first place that changed."""
        start = bisect_right(self._peaks, key)
        tail = self.placed[start:]
        del self.placed[start:], self._peaks[start:]
        self._done.difference_update(entry.id for entry in tail)
        self._place(sorted((*tail, *self._unparked(), *new), key=_BY_ORDER))
        for place, old in enumerate(tail, start):
            if self.placed[place] is not old:
                return place
        return start + len(tail)

    def _unparked(self) -> list[Entry]:
        """Return what waits, which waits no longer."""
        waiting = [entry for parked in self._parked.values() for entry in parked]
        self._parked = {}
        return waiting

    def _place(self, entries: list[Entry]) -> None:
        done, parked = self._done, self._parked
        for entry in entries:
            missing = _first_missing(entry, done)
            if missing:
                parked.setdefault(missing, []).append(entry)
                continue
            self._put(entry)
            if parked and entry.id in parked:
                self._release(entry.id)

    def _put(self, entry: Entry) -> None:
        key = (entry.order, entry.id)
        peaks = self._peaks
        peaks.append(key if not peaks or key > peaks[-1] else peaks[-1])
        self.placed.append(entry)
        self._done.add(entry.id)

    def _release(self, entry_id: str) -> None:
        """Place what waited for an entry, the earliest first, and what waited for that."""
        ready: list[tuple[tuple[str, str], Entry]] = []
        self._unpark(entry_id, ready)
        while ready:
            entry = heappop(ready)[1]
            self._put(entry)
            self._unpark(entry.id, ready)

    def _unpark(self, entry_id: str, ready: list[tuple[tuple[str, str], Entry]]) -> None:
        for entry in self._parked.pop(entry_id, ()):
            missing = _first_missing(entry, self._done)
            if missing:
                self._parked.setdefault(missing, []).append(entry)
            else:
                heappush(ready, ((entry.order, entry.id), entry))


class Beginning(Ordering):
    """The ordering of the first entries of another one; whatever else it holds is lost so far.

    places: of every entry of the whole, by its id. ids: of all of them, and of what is lost;
    shared by the beginnings of one ordering, of which only the last one is added to.
    """

    def __init__(
        self, whole: Ordering, count: int, places: Mapping[str, int], ids: set[str]
    ) -> None:
        super().__init__()
        self.lost = whole.lost
        self.placed = whole.placed[:count]
        self._peaks = whole._peaks[:count]
        self._done = ids
        self._whole, self._count, self._places = whole, count, places

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._known or self._places.get(entry_id, self._count) < self._count

    def entry(self, entry_id: str) -> Entry | None:
        """Return an entry by its id."""
        return self._whole.entry(entry_id) if entry_id in self else None

    def add(self, entries: Iterable[Entry]) -> int:
        """Take entries of the whole in, which wait for each other again."""
        new = list(entries)
        self._done.difference_update(entry.id for entry in new)
        return super().add(new)


def needs(entry: Entry) -> list[str]:
    """Return the ids that an entry waits for: its station's previous one, what it points at."""
    station, _, number = entry.id.rpartition("-")
    needs = [f"{station}-{int(number) - 1}"] if int(number) > 1 else []
    if entry.sitting:
        needs.append(entry.sitting)
    needs.extend(entry.what.refs())
    return needs


def _first_missing(entry: Entry, done: set[str]) -> str:
    station, _, number = entry.id.rpartition("-")
    if number != "1":
        before = f"{station}-{int(number) - 1}"
        if before not in done:
            return before
    for ref in entry.what.refs():
        if ref not in done:
            return ref
    sitting = entry.sitting
    if sitting and sitting not in done:
        return sitting
    return ""
