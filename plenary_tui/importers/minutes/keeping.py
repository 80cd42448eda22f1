"""Minutes become a record: what they say of the meeting, its topics, and what was decided."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from plenary_tui.importers.imported import Intake
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Check,
    ItemChange,
    Kind,
    Marking,
    MeetingFact,
    Presence,
    Presiding,
    SittingTime,
    Unread,
)

REPEATED = "repeated line"


class Keeping:
    """Enters what minutes say, in their order; the sitting opens before the first of it.

    day: of the meeting; None where the minutes do not say it, which goes onto the worklist.
    """

    def __init__(self, intake: Intake, day: date | None) -> None:
        self.intake = intake
        self._asks = day is None
        self._day = day or intake.now.date()
        self.when = datetime.combine(self._day, time(), UTC)
        self._open = False
        self._main = ""
        self._parts = 0

    def at(self, clock: time | None) -> None:
        """Take note of a time of the day; one far before the last begins the next day."""
        if clock is None:
            return
        when = datetime.combine(self.when.date(), clock, UTC)
        if self.when - when > timedelta(hours=6):
            when += timedelta(days=1)
        self.when = when

    def fact(self, field: str, value: str) -> None:
        """State a fact of the meeting."""
        self.intake.enter(MeetingFact.model_validate({"field": field, "value": value}), self.when)

    def begin(self) -> None:
        """Open the sitting."""
        if self._open:
            return
        self._open = True
        self.fact("zone", "UTC")
        self.fact("dates", self._day.isoformat())
        self.intake.enter(SittingTime(act="opened"), self.when)
        if self._asks:
            text = f"the day of the meeting: the minutes do not say it, so it is dated {self._day}"
            self.intake.enter(Check(text=text), self.when)
            self.intake.notes.append((0, text))

    def end(self) -> None:
        """Close the sitting."""
        self.begin()
        self.intake.enter(SittingTime(act="closed"), self.when)

    def enter(self, command: Kind) -> Entry:
        """Record something that happened."""
        self.begin()
        return self.intake.enter(command, self.when)

    def topic(self, title: str, *, part: bool = False) -> None:
        """Take up an item, or a part of the last one."""
        if part and self._main:
            self._parts += 1
            self.enter(ItemChange(number=f"{self._main}.{self._parts}", title=title))
            return
        entry = self.enter(ItemChange(title=title))
        self._main, self._parts = getattr(entry.what, "number", ""), 0

    def preside(self, name: str) -> None:
        """Say who chairs."""
        self.enter(Presiding(speaker=name))

    def present(self, names: tuple[str, ...]) -> None:
        """Say who was there."""
        self.enter(Presence(who=names))

    def restrict(self) -> None:
        """From here on the record is restricted, as the minutes say."""
        self.enter(Marking(level="restricted"))

    def not_understood(self, number: int, text: str) -> None:
        """Keep a part as it stands, on the worklist."""
        self.begin()
        unread = Unread(state="unclear", line=text, why="minutes have no such line")
        self.intake.enter(unread, self.when, text)
        self.intake.not_understood.append((number, text))
