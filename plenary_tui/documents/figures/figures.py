"""All numbers of one record, from which every table and chart is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plenary_tui.record.agenda import Item
from plenary_tui.record.history import Record

from ..chronicle import Chronicle
from ..communique import GrowingCommunique
from .brackets import Step, bracket_steps
from .counted import Context, Counted, counted
from .support import Backing, backings


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a record. agenda: its items in their order. in_draft_now: how many
    brackets the communiqué as composed now holds, also for what is open in texts of the room."""

    title: str
    counted: tuple[Counted, ...]
    backings: tuple[Backing, ...]
    steps: tuple[Step, ...]
    agenda: tuple[Item, ...]
    in_draft_now: int

    @property
    def items(self) -> tuple[str, ...]:
        """The numbers of the items on which something is counted, in the order of the agenda."""
        used = {one.item for one in self.counted} | {one.item for one in self.backings}
        known = [one.number for one in self.agenda if one.number in used]
        return (*known, *sorted(used - set(known), reverse=True))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something is counted."""
        return tuple(sorted({one.day for one in self.counted}))

    @property
    def bodies(self) -> tuple[str, ...]:
        """The bodies in whose sittings something is counted."""
        return tuple(sorted({body for one in self.counted for body in one.bodies}))


def figures(
    record: Record, now: datetime | None = None, drafting: GrowingCommunique | None = None
) -> Figures:  # fmt: skip
    """Return the numbers of an open record.

    now: decides whether a written procedure is past. drafting: composes the draft of a record
    that grows.
    """
    chronicle = Chronicle(record, now)
    facts = chronicle.meeting.facts
    workshop = (drafting or GrowingCommunique()).workshop(record, now)
    return Figures(
        facts.get("title") or facts.get("name") or "Meeting",
        counted(chronicle),
        backings(Context(chronicle)),
        bracket_steps(chronicle),
        tuple(chronicle.meeting.items),
        len(workshop.open_brackets()),
    )
