"""What a foreign file states for a session: commands, and where each part of the file went."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from plenary_tui.record.kinds import Kind, Unread

from .imported import closing

MOST_UNREAD = 300
_LOOK = "they were not understood: look at the file"


@dataclass(frozen=True)
class Stated:
    """The commands that a file comes to, held against what a session says already.

    unit: what `total` counts. counts, left_out, not_understood: its parts, which sum up to it;
    places are numbers of lines, rows, events or paragraphs. restricted: the file says that it is.
    """

    name: str
    form: str
    unit: str
    total: int
    commands: tuple[Kind, ...]
    counts: Mapping[str, int]
    left_out: Mapping[str, int]
    not_understood: tuple[tuple[int, str], ...] = ()
    notes: tuple[str, ...] = ()
    restricted: bool = False

    @property
    def closing(self) -> str:
        """Where the parts of the file went, in one sentence."""
        return closing(
            self.total, self.counts, self.left_out, len(self.not_understood), unit=self.unit
        )

    def unread(self, known: Container[tuple[str, str]] = ()) -> Iterator[Unread]:
        """Yield what was not understood as it goes on the worklist, without what stands there.

        known: what stands there, with why. A file of which most is not understood is no such
        file: what is beyond some hundred parts is one point, and not one each.
        """
        place = "line" if self.unit == "event" else self.unit
        for number, text in self.not_understood[:MOST_UNREAD]:
            why = f"{place} {number} of {self.name} was not understood"
            if (text, why) not in known:
                yield Unread(state="unclear", line=text, why=why)
        if rest := self.not_understood[MOST_UNREAD:]:
            text = f"{len(rest):,} more {place}s of {self.name}, from {place} {rest[0][0]} on"
            if (text, _LOOK) not in known:
                yield Unread(state="unclear", line=text, why=_LOOK)
