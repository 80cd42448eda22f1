"""What a foreign file states for a session: commands, and where each part of the file went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plenary_tui.record.kinds import Kind

from .imported import closing


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
            self.total, self.counts, self.left_out, len(self.not_understood),
            unit=self.unit, kept="left out",
        )  # fmt: skip
