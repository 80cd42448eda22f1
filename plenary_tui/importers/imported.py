"""What an import gives back: the record, and where each line of the file went."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Kind, Provenance
from plenary_tui.record.notation import Parsed
from plenary_tui.record.scribe import Prepared, Scribe, Stamp

JOINS = "joins"
BOTS = "bots"
COMMENTS = "comments"
_MANY = {
    "presence": "presence",
    "row that stands already": "rows that stand already",
    "line outside the meeting": "lines outside the meeting",
    "line of the page itself": "lines of the page itself",
    "cue without words": "cues without words",
    "reply": "replies",
    "point of order": "points of order",
    "text carried over": "texts carried over",
}


@dataclass(frozen=True)
class Imported:
    """A file that became a record.

    lines: those that are not blank, or, of a file that has no lines, its parts, called `unit`.
    counts: how many of them became what. left_out: how many
    are no part of the meeting, by reason. not_understood: those kept as typed, with their
    number. notes: what a person should look at although the line could be read.
    `lines` is the sum of `counts`, `left_out` and `not_understood`.
    """

    record: Record
    format: str
    lines: int
    counts: Mapping[str, int]
    left_out: Mapping[str, int]
    not_understood: tuple[tuple[int, str], ...]
    notes: tuple[tuple[int, str], ...]
    unit: str = "line"

    @property
    def entries(self) -> list[Entry]:
        """The entries, in order, to be kept as they are."""
        return self.record.entries

    @property
    def closing(self) -> str:
        """Where the lines went, in one sentence."""
        return closing(
            self.lines, self.counts, self.left_out, len(self.not_understood), unit=self.unit
        )


def closing(
    lines: int, counts: Mapping[str, int], left_out: Mapping[str, int], not_understood: int,
    *, unit: str = "line",
) -> str:  # fmt: skip
    """Say where the lines of a file went. unit: what they are called."""
    became = [_counted(count, name) for name, count in sorted(counts.items(), key=_most_first)]
    parts = [f"{_counted(lines, unit)}: {', '.join(became) or 'nothing recorded'}"]
    gone = {name: count for name, count in left_out.items() if count}
    if gone:
        total = sum(gone.values())
        names = " and ".join(sorted((_MANY.get(name, name) for name in gone), reverse=True))
        if total == 1:
            names = next((one for one, many in _MANY.items() if many == names),
                         names.removesuffix("s"))  # fmt: skip
        parts.append(f"{total} {names} left out")
    if not_understood:
        parts.append(f"{not_understood} not understood, kept on the worklist")
    return "; ".join(parts) + "."


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _counted(count: int, name: str) -> str:
    return f"{count} {name if count == 1 else _MANY.get(name, name + 's')}"


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Rest the garbage collector: an import keeps what it makes, and a search of it takes time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()  # what was made counts as old at once, without being gone through
            gc.unfreeze()
            gc.enable()


@dataclass
class Intake:
    """Enters commands one by one, all written `now`, and keeps the tally."""

    station: str
    stamp: Stamp
    now: datetime
    format: str
    unit: str = "line"
    record: Record = field(default_factory=Record)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    not_understood: list[tuple[int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scribe = Scribe(self.record, self.station, self.stamp, live=False, file=True)

    def enter(self, command: Kind, when: datetime | None, line: str = "") -> Entry:
        """Record a command as what happened at `when`."""
        return self.commit(self.scribe.enter(command, self.now, parsed=Parsed(command, when),
                                             line=line))  # fmt: skip

    def commit(self, prepared: Prepared) -> Entry:
        """Fold an entry that the scribe prepared."""
        self.scribe.commit(prepared)
        return prepared.entry

    def done(self, lines: int, source: str = "") -> Imported:
        """Close the import; `source`, where given, names the file in the record's last entry."""
        said = closing(lines, self.counts, self.left_out, len(self.not_understood), unit=self.unit)
        if source:
            text = f"{source} ({self.format}): {said}"
            last = self.record.live.last
            self.enter(Provenance(act="imported", text=text), last)
        return Imported(
            self.record, self.format, lines, dict(self.counts),
            {name: count for name, count in self.left_out.items() if count},
            tuple(self.not_understood), tuple(self.notes), self.unit,
        )  # fmt: skip
