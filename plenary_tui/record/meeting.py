"""The Meeting: what the entries add up to.

Its parts stand in files of their own and are immutable; they share structure, so that a copy of
a Meeting costs a few references. Only the fold (`record/folding`) changes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import zip_longest
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from immutables import Map

from .agenda import Item, in_order
from .delegations import Roster
from .drafting import BracketAsked, Paragraph
from .drafts import NO_DRAFTS, Drafts
from .entries import Entry
from .floor import Floor, Speaking
from .setup import interval, zone_of
from .sittings import NO_SITTING, OPEN_STATES, SittingRecord
from .speech import PreparedRecord, RemarkRecord, Speech, StanceTaken, join_words
from .texts import Position, TextRecord, Wording
from .worklist import FollowUp, Todo


class Trail:
    """A station's entries, the latest first, as a linked list that shares its tail."""

    __slots__ = ("before", "entry")

    def __init__(self, entry: Entry, before: Trail | None) -> None:
        self.entry = entry
        self.before = before

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries, the latest first."""
        step: Trail | None = self
        while step is not None:
            yield step.entry
            step = step.before

    def __eq__(self, other: object) -> bool:
        """Compare entry by entry: a list as long as a record is too deep for recursion."""
        if not isinstance(other, Trail):
            return NotImplemented
        return all(one == two for one, two in zip_longest(self, other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """Show the latest entry only."""
        return f"Trail({self.entry.id} …)"


class Desk(NamedTuple):
    """Where a station stands. redo: its own retractions that `redo` would take back, linked.

    day: the day that its bare times belong to, where a `Date:` line said so. drafting,
    drafting_redo: what it did in the draft, which has an undo of its own.
    """

    sitting: str = ""
    by: str = ""
    day: date | None = None
    trail: Trail | None = None
    redo: Trail | None = None
    drafting: Trail | None = None
    drafting_redo: Trail | None = None


class Conflict(NamedTuple):
    """Entries that make no sense together, and why. settled: the entry that says how it ended."""

    what: str
    entries: tuple[str, ...]
    settled: str = ""


EMPTY_DESK = Desk()
EMPTY_FLOOR = Floor()


@dataclass
class Meeting:
    """The meeting as its entries tell it. Read it; only the fold writes it."""

    count: int = 0
    last: datetime | None = None
    facts: Map[str, str] = Map()
    fact_entries: Map[str, Entry] = Map()
    roster: Roster = field(default_factory=Roster)
    agenda: Map[str, Item] = Map()
    agenda_orders: tuple[tuple[str, ...], ...] = ()
    agenda_decision: str = ""
    sittings: Map[str, SittingRecord] = Map()
    floors: Map[str, Floor] = Map()
    speaking: Map[str, Speaking] = Map()
    speeches: Map[str, Speech] = Map()
    prepared: Map[str, PreparedRecord] = Map()
    remarks: Map[str, RemarkRecord] = Map()
    rulings: Map[str, Entry] = Map()
    replies: Map[tuple[str, str, str], int] = Map()
    texts: Map[str, TextRecord] = Map()
    positions: tuple[Position, ...] = ()
    labels: Map[str, tuple[str, ...]] = Map()
    numbers: Map[str, str] = Map()
    annulled: Map[str, str] = Map()
    announced: Map[str, str] = Map()
    brackets: Map[str, BracketAsked] = Map()
    paragraphs: Map[str, Paragraph] = Map()
    drafts: Drafts = NO_DRAFTS
    follow_ups: Map[str, FollowUp] = Map()
    events: tuple[Entry, ...] = ()
    annexes: tuple[Entry, ...] = ()
    walk_outs: tuple[Entry, ...] = ()
    private: tuple[Entry, ...] = ()
    worklist: Map[str, Todo] = Map()
    corrections: Map[str, tuple[Entry, ...]] = Map()
    ends: Map[str, str] = Map()
    provenance: tuple[Entry, ...] = ()
    sealed: tuple[Entry, ...] = ()
    unknown: tuple[Entry, ...] = ()
    end: str = ""
    covered: frozenset[str] = frozenset()
    flags: Map[str, tuple[str, ...]] = Map()
    conflicts: tuple[Conflict, ...] = ()
    desks: Map[str, Desk] = Map()
    abbreviations: Map[str, tuple[tuple[str, str], ...]] = Map()
    history: tuple[Entry, ...] = ()

    @property
    def kind(self) -> str:
        """Plenary, intersessional … as the session says, in small letters."""
        return self.facts.get("kind", "").casefold()

    @property
    def zone(self) -> ZoneInfo:
        """The session's zone; UTC where none is given or known."""
        return zone_of(self.facts.get("zone", ""))

    @property
    def items(self) -> list[Item]:
        """The items of the agenda in the order in which they are to be taken."""
        return in_order(self.agenda.values(), self.agenda_orders)

    @property
    def first_day(self) -> date | None:
        """The first day of the meeting, where its dates say so."""
        return interval(self.facts.get("dates", ""))[0]

    @property
    def ended(self) -> bool:
        """Whether the meeting is over: said so, or its last day's last sitting is closed."""
        if self.end:
            return True
        last_day = interval(self.facts.get("dates", ""))[1]
        states = {sitting.state for sitting in self.sittings.values() if sitting.number}
        if last_day is None or states != {"closed"}:
            return False
        days = [one.official_day for one in self.sittings.values() if one.official_day]
        return bool(days) and max(days) >= last_day

    def snapshot(self) -> Meeting:
        """Return the meeting as it is now; what is folded later does not change it."""
        twin = object.__new__(Meeting)
        twin.__dict__.update(self.__dict__)
        return twin

    def sitting(self, key: str) -> SittingRecord:
        """Return a sitting by its id; the empty id is the room outside any sitting."""
        return self.sittings.get(key, NO_SITTING)

    def floor(self, key: str) -> Floor:
        """Return the floor of a sitting."""
        return self.floors.get(key, EMPTY_FLOOR)

    def desk(self, station: str) -> Desk:
        """Return where a station stands."""
        return self.desks.get(station, EMPTY_DESK)

    def station_sitting(self, station: str) -> str:
        """Return the id of the sitting that a station records: its own, else the only one open."""
        own = self.desk(station).sitting
        if own and self.sitting(own).state != "closed":
            return own
        open_ones = [one.id for one in self.sittings.values() if one.state in OPEN_STATES]
        return open_ones[0] if len(open_ones) == 1 else ""

    def day_of(self, entry: Entry) -> date:
        """Return the day an entry happened on, in the session's zone."""
        return entry.happened.astimezone(self.zone).date()

    def flag(self, entry: Entry, why: str) -> None:
        """Say that an entry is odd where it lands; it keeps its effect."""
        self.flags = self.flags.set(entry.id, (*self.flags.get(entry.id, ()), why))

    def conflict(self, what: str, *entries: str) -> None:
        """Say that entries make no sense together, naming both sides."""
        self.conflicts = (*self.conflicts, Conflict(what, entries))
        last = entries[-1]
        self.flags = self.flags.set(last, (*self.flags.get(last, ()), what))

    def change_sitting(self, key: str, **changes: Any) -> None:
        """Change a sitting, or the room outside any."""
        known = self.sitting(key)
        if any(getattr(known, name) != value for name, value in changes.items()):
            self.sittings = self.sittings.set(key, replace(known, **changes))

    def cover(self, sitting: str, since: datetime) -> None:
        """Put what a sitting's stations entered since a past time under its seal."""
        found = (
            entry.id
            for desk in self.desks.values()
            for entry in desk.trail or ()
            if entry.sitting == sitting and entry.happened >= since
        )
        self.covered |= frozenset(found)

    def extend_text(self, target: str, entry: str, words: str) -> bool:
        """Let a text, a follow-up or a paragraph grow by a continuation; False if none does."""
        text = self.texts.get(target)
        if text is not None and text.wordings:
            self.texts = self.texts.set(target, text.extended(words))
            return True
        for key, other in self.texts.items():
            if any(wording.entry == target for wording in other.wordings):
                grown = tuple(
                    Wording(join_words(one.text, words), one.entry, one.by)
                    if one.entry == target else one
                    for one in other.wordings
                )  # fmt: skip
                self.texts = self.texts.set(key, replace(other, wordings=grown))
                return True
        owed = self.follow_ups.get(target)
        if owed is not None:
            longer = replace(owed, text=join_words(owed.text, words))
            self.follow_ups = self.follow_ups.set(target, longer)
        return owed is not None

    def add_stances(self, target: str, taken: tuple[StanceTaken, ...]) -> bool:
        """Note stances on a text; False if there is no such text."""
        text = self.texts.get(target)
        if text is None:
            return False
        who = {stance.who for stance in taken}
        kept = tuple(old for old in text.stances if old.who not in who)
        self.texts = self.texts.set(target, replace(text, stances=kept + taken))
        return True
