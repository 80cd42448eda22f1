"""The rows of a replay: the last ones up to a moment, as they read then."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from plenary_tui.record import kinds as k
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import CHANGES
from plenary_tui.record.replaying import Past, Replaying
from plenary_tui.ui.seen.rows import row_of
from plenary_tui.ui.seen.views import Row, Rows

from .gavels import Gavels
from .landmarks import UPKEEP
from .signs import MATCHES

SHOWN = 120
"""Entries that are shown before a moment that was jumped to."""
MOST = 1_000
"""Entries shown after which the list begins anew."""
_POINTING = (k.Correction, k.Split, k.Retraction, k.Check, k.Done, k.Settled)


class Shown:
    """Which entries a list shows, and what a move in time changes in it.

    matches: whether the entry that leads to a position is looked at; None where everything is.
    left_out: whether the rest is not shown. Where the reading is one of corrections applied they
    are not shown, being made.
    """

    def __init__(self, replaying: Replaying, first: int) -> None:
        self._entries: Sequence[Entry] = replaying.entries
        self._first = first
        self._applied = replaying.applied
        self._gavels = Gavels(replaying)
        self.matches: Callable[[int], bool] | None = None
        self.left_out = False
        self._at = -1
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._ats: list[int] = []
        """Of each row, the place of its entry in time."""

    def anew(self) -> None:
        """Give everything anew at the next move."""
        self._at = -1

    def move(self, past: Past, position: int) -> Rows:
        """Return what the list must change to show what had happened by a position."""
        if not 0 <= self._at <= position <= self._at + SHOWN or len(self._rows) > MOST:
            return self._whole(past, position)
        new = self._entries[self._at : position]
        if any(isinstance(one.what, k.Delegation | k.Body) for one in new):
            return self._whole(past, position)
        found = {self._places.get(ref) for one in new for ref in _touched(past, one)}
        changed = [(place, self._again(past, place)) for place in found if place is not None]
        for place, row in changed:
            self._rows[place] = row
        wanted = (at for at in range(self._at, position) if self._is_wanted(past, at))
        self._at = position
        return Rows(tuple(self._added(past, wanted)), tuple(sorted(changed)))

    def _whole(self, past: Past, position: int) -> Rows:
        wanted: deque[int] = deque()
        at = position
        while at > self._first and len(wanted) < SHOWN:
            at -= 1
            if self._is_wanted(past, at):
                wanted.appendleft(at)
        self._rows, self._places, self._ats, self._at = [], {}, [], position
        return Rows(tuple(self._added(past, wanted)), whole=True)

    def _is_wanted(self, past: Past, at: int) -> bool:
        entry = self._entries[at]
        if isinstance(entry.what, UPKEEP):
            return False
        if self._applied and (isinstance(entry.what, CHANGES) or entry.id in past.retracted):
            return False
        return not self.left_out or self.matches is None or self.matches(at + 1)

    def _added(self, past: Past, wanted: Iterable[int]) -> Iterator[Row]:
        zone = past.live.zone
        for at in wanted:
            entry = self._entries[at]
            row = self._drawn(past, entry, at)
            day = entry.happened.astimezone(zone).date()
            above = past.entry(self._rows[-1].id) if self._rows else None
            if above is None or above.happened.astimezone(zone).date() != day:
                row = row._replace(head=f"{day:%A} {day.day} {day:%B %Y}")
            self._places[entry.id] = len(self._rows)
            self._rows.append(row)
            self._ats.append(at)
            yield row

    def _again(self, past: Past, place: int) -> Row:
        """Return a row that is shown as it reads now."""
        before = self._rows[place]
        entry = past.entry(before.id)
        assert entry is not None
        mark = before.time.endswith(MATCHES)
        row = self._told(past, entry, self._ats[place])._replace(head=before.head)
        return row._replace(time=f"{row.time:<5}{MATCHES}") if mark else row

    def _drawn(self, past: Past, entry: Entry, at: int) -> Row:
        row = self._told(past, entry, at)
        looked_at = self.matches is not None and not self.left_out and self.matches(at + 1)
        return row._replace(time=f"{row.time:<5}{MATCHES}") if looked_at else row

    def _told(self, past: Past, entry: Entry, at: int) -> Row:
        row = row_of(past, entry)
        gavel = self._gavels.told(past, at)
        return row._replace(note=", ".join(filter(None, (row.note, gavel)))) if gavel else row


def _touched(past: Past, entry: Entry) -> Iterator[str]:
    """Yield the entries that read differently because of this one."""
    step: Entry | None = entry
    seen: set[str] = set()
    while step is not None and isinstance(step.what, _POINTING) and step.what.target not in seen:
        seen.add(step.what.target)
        yield step.what.target
        step = past.entry(step.what.target)
