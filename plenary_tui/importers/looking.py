"""What a person says of a foreign file, and what they are shown of it before it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from plenary_tui.record.clean import clean_line
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Body
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.notation import Reading, spell

from .files import CALLED, Format
from .imported import Imported
from .stated import Stated

if TYPE_CHECKING:
    from .participants import Columns, Doubt

SHOWN = 8
"""Lines of what would be recorded, as a preview shows them."""
LOST = 5
"""Lines that were not understood, as a preview shows them."""
NOTED = 8
_A_LINE = 4
"""New delegations that are named in a line."""


@dataclass(frozen=True)
class Said:
    """What a person says of a file. form: what it is; None to be told by what stands in it.

    columns: `code=A,name=C`. delegations: names of the list with the codes that they mean.
    sheet: of a workbook. began: when a recording began. zone: of the session; empty where the file
    may say it, else this computer's is used.
    into: whether it is to come into a session, where no record of a meeting can.
    """

    form: Format | None = None
    columns: str = ""
    delegations: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    began: datetime | None = None
    zone: str = ""
    into: bool = False


@dataclass(frozen=True)
class Look:
    """What would become of a file. place: what a part of it is called, such as `line` or `row`.

    imported: of a meeting that was held; stated: of an agenda or a list. columns, doubts: of a
    list, how it is read and which of its delegations are asked about.
    """

    name: str
    form: Format
    place: str
    closing: str
    not_understood: tuple[tuple[int, str], ...]
    notes: tuple[str, ...]
    imported: Imported | None = None
    stated: Stated | None = None
    columns: Columns | None = None
    doubts: tuple[Doubt, ...] = ()
    meeting: Meeting = field(default_factory=lambda: Record().meeting)

    @property
    def is_clear(self) -> bool:
        """Whether every part of the file was understood."""
        return not self.not_understood and all(one.made for one in self.doubts)

    @property
    def called(self) -> str:
        """What the file is, in words."""
        return CALLED[self.form]

    def lines(self, most: int = SHOWN) -> list[str]:
        """Return the first lines of what would be recorded, in the notation."""
        kinds = [one.what for one in self.imported.entries] if self.imported else (
            list(self.stated.commands) if self.stated else []
        )  # fmt: skip
        roster = self.meeting.roster
        spelled: list[str] = []
        for one in kinds[:most]:
            reading = Reading(roster=roster, zone=self.meeting.zone, file=True)
            spelled.append(spell(one, reading).partition("\n")[0])
            if isinstance(one, Body):
                roster = roster.with_body(one)  # an item that follows may name it
        return spelled

    @property
    def total(self) -> int:
        """How many entries would be recorded."""
        if self.imported is not None:
            return len(self.imported.entries)
        return len(self.stated.commands) if self.stated else 0

    def said(self) -> list[str]:
        """Return the preview, line by line: the columns first, which decide all the rest."""
        lines = [f"{self.name} is {self.called}."]
        if self.columns is not None:
            lines += ["Its columns are read so:", *(f"  {one}" for one in self.columns.shown())]
        shown = self.lines()
        lines += ["It would be recorded as:", *(f"  {clean_line(one)}" for one in shown)]
        if self.total > len(shown):
            lines.append(f"  … and {self.total - len(shown):,} more entries")
        return [*lines, *self.troubles(), self.closing]

    def troubles(self) -> list[str]:
        """Return what was not understood, what is asked, and what a person should look at."""
        return [*self.lost(), *self._asked(), *self.noted()]

    def lost(self) -> list[str]:
        """Return the first of what was not understood."""
        lines = [
            f"  {self.place} {number}, not understood: {clean_line(text)[:160]}"
            for number, text in self.not_understood[:LOST]
        ]
        more = len(self.not_understood) - LOST
        return [*lines, f"  … and {more:,} more that were not understood"] if more > 0 else lines

    def _asked(self) -> list[str]:
        """Return which delegations are asked about, and which are made with what code."""
        asked = [one for one in self.doubts if not one.made]
        lines = [f"  {one.said}." for one in asked[:LOST]]
        if len(asked) > LOST:
            lines.append(f"  … and {len(asked) - LOST:,} more delegations that are not known")
        made = [f"{one.name} {one.proposed}" for one in self.doubts if one.made]
        if made:
            lines.append("  New delegations and the codes that they get (--delegation "
                         '"NAME=CODE" gives another):')  # fmt: skip
        starts = range(0, len(made), _A_LINE)
        return [*lines, *(f"    {', '.join(made[at : at + _A_LINE])}" for at in starts)]

    def noted(self) -> list[str]:
        """Return the first of what a person should look at although it could be read."""
        more = len(self.notes) - NOTED
        lines = [f"  {note}" for note in self.notes[:NOTED]]
        return [*lines, f"  … and {more:,} more to look at"] if more > 0 else lines
