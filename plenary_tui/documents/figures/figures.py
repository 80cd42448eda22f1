"""All numbers of one record, from which every table and chart is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plenary_tui.record.agenda import Item
from plenary_tui.record.history import Record

from ..chronicle import Chronicle
from ..communique import GrowingCommunique
from ..draft import Draft
from .brackets import InDraft, Step, bracket_steps, depends_on, in_draft
from .cells import Cell, Slot, cells, slots
from .counted import Context, counted
from .support import Backing, backings

REGISTER = "Balance of the debate"


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a record. head: a draft with its title block and marking, and nothing in it.

    agenda: its items in their order. in_draft_now: how many brackets the communiqué as composed
    now holds, also for what is open in texts of the room.
    """

    head: Draft
    cells: tuple[Cell, ...]
    slots: tuple[Slot, ...]
    backings: tuple[Backing, ...]
    steps: tuple[Step, ...]
    agenda: tuple[Item, ...]
    in_draft_now: int

    @property
    def items(self) -> tuple[str, ...]:
        """The numbers of the items on which something is counted, in the order of the agenda."""
        used = {one.item for one in self.cells} | {one.item for one in self.backings}
        known = [one.number for one in self.agenda if one.number in used]
        return (*known, *sorted(used - set(known), reverse=True))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something is counted."""
        return tuple(sorted({one.day for one in self.cells}))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies in whose sittings something is counted."""
        return tuple(sorted({body for one in self.cells for body in one.bodies}))


class Adding:
    """Adds up a record again and again as it grows; what the draft held is not folded anew."""

    def __init__(self) -> None:
        self._communique = GrowingCommunique()
        self._drafted: tuple[object, tuple[InDraft, ...]] = (None, ())

    def __call__(self, record: Record, now: datetime | None = None) -> Figures:
        """Return the numbers of an open record. now: decides whether a procedure is past."""
        chronicle = Chronicle(record, now)
        depends = depends_on(chronicle)
        if depends != self._drafted[0]:
            self._drafted = depends, in_draft(chronicle)
        every = counted(chronicle)
        workshop = self._communique.workshop(record, now)
        return Figures(
            chronicle.draft(REGISTER),
            cells(every),
            slots(every),
            backings(Context(chronicle)),
            bracket_steps(chronicle, self._drafted[1]),
            tuple(chronicle.meeting.items),
            len(workshop.open_brackets()),
        )


def figures(record: Record, now: datetime | None = None) -> Figures:
    """Return the numbers of an open record. now: decides whether a written procedure is past."""
    return Adding()(record, now)
