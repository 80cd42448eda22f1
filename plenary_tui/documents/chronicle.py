"""The entries as documents read them: in order, corrected, without what was taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import Any, TypeVar

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    Alignment,
    Continuation,
    Correction,
    Kind,
    Numbering,
    Private,
    Sealed,
    Stance,
    Withdrawal,
    spell_moment,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.setup import interval
from plenary_tui.record.sittings import NO_SITTING, SittingRecord
from plenary_tui.record.texts import TextRecord, standing

from .draft import Draft, Section
from .titles import Titles
from .wording import Wording, span

T = TypeVar("T")

_BEHIND = (Alignment, Continuation, Correction, Stance, Numbering)


@dataclass(frozen=True)
class Chronicle:
    """A record laid out for a composer. now: decides whether a written procedure is past."""

    record: Record
    now: datetime | None = None

    @cached_property
    def whole(self) -> Chronicle:
        """The chronicle of the whole record, where this is one of an excerpt; else itself."""
        is_all = self.record.whole is self.record
        return self if is_all else type(self)(self.record.whole, self.now)

    @cached_property
    def meeting(self) -> Meeting:
        """The Meeting."""
        return self.record.meeting

    @cached_property
    def words(self) -> Wording:
        """How the meeting's documents name things."""
        return Wording(self.meeting)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that stand, as they read now, in fold order."""
        return tuple(self.record.readings())

    @cached_property
    def places(self) -> dict[str, int]:
        """Each entry's place in the fold order."""
        return {entry.id: place for place, entry in enumerate(self.record.whole.entries)}

    @cached_property
    def titles(self) -> Titles:
        """The titles of the agenda's items as they stood."""
        return Titles(self.record.whole)

    @cached_property
    def behind(self) -> dict[str, tuple[str, ...]]:
        """For each entry those that continue, join, support, number or correct it."""
        found: dict[str, tuple[str, ...]] = {}
        _note_behind(self.entries, found)
        return found

    def of(self, *kinds: type[Kind]) -> list[Entry]:
        """Return the entries of some kinds that stand, in fold order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        found = [entry for kind in kinds for entry in self._by_kind.get(kind, ())]
        return sorted(found, key=lambda entry: self.places[entry.id])

    def gathered(self, gather: Callable[[Chronicle, Iterable[Entry], T], None], start: T) -> T:
        """Return what is gathered from the entries that stand, one after the other.

        gather: takes entries into what it is given. Where a record goes on, only what came is
        gathered, into what was gathered before (`start` is used once): read it, do not change it.
        """
        if gather not in self._gathered:
            gather(self, self.entries, start)
            self._gathered[gather] = start
        found: T = self._gathered[gather]
        return found

    @cached_property
    def kept(self) -> dict[str, Any]:
        """What a composer keeps for the next time, as long as the record only goes on."""
        return {}

    @cached_property
    def _gathered(self) -> dict[Callable[..., None], Any]:
        return {}

    @cached_property
    def _by_kind(self) -> dict[type[Kind], list[Entry]]:
        found: dict[type[Kind], list[Entry]] = {}
        _note_kinds(self.entries, found)
        return found

    @cached_property
    def withdrawals(self) -> dict[str, Entry]:
        """The withdrawal of each proposal that was withdrawn."""
        return {
            entry.what.target: entry
            for entry in self.whole.entries
            if isinstance(entry.what, Withdrawal) and entry.what.of == "proposal"
        }

    def at(self, moment: datetime | None) -> str | None:
        """Return a moment as data has it: ISO 8601 with the session zone's offset."""
        if moment is None:
            return None
        return spell_moment(moment.astimezone(self.meeting.zone))

    def sources(self, *ids: str) -> tuple[str, ...]:
        """Return entries with everything behind them, in fold order."""
        found = set(ids) - {""}
        for entry_id in ids:
            behind = self.behind.get(entry_id, ())
            found.update(behind)
            found.update(deeper for one in behind for deeper in self.behind.get(one, ()))
        return tuple(sorted(found, key=lambda one: self.places.get(one, 0)))

    def sittings(self) -> list[SittingRecord]:
        """Return the sittings in order: those held by day and number, then those planned.

        Of an excerpt those that something of it was said in.
        """
        known = [one for one in self.meeting.sittings.values() if one.id]
        if self.whole is not self:
            held = {entry.id for entry in self.record.entries}
            known = [one for one in known if one.id in held]
        return sorted(known, key=_by_time)

    def of_sitting(self, sitting_id: str) -> tuple[Entry, ...]:
        """Return the entries of a sitting, with those that made it; of the room outside any."""
        return self._by_sitting.get(sitting_id, ())

    def grown(self, record: Record, now: datetime | None) -> Chronicle:
        """Return the chronicle of a record that goes on from this one's, at the cost of what came.

        What came corrects nothing and takes nothing back. This chronicle is of no use afterwards.
        """
        known = len(self.places)
        fresh = [
            reads for entry in record.entries[known:]
            if (reads := record.reads(entry.id)) is not None
        ]  # fmt: skip
        taken_on = Chronicle(record, now)
        held = taken_on.__dict__
        held["entries"] = (*self.entries, *fresh)
        held["places"] = self.places
        self.places.update(
            (entry.id, place) for place, entry in enumerate(record.entries[known:], known)
        )
        held["behind"], held["_by_kind"] = self.behind, self._by_kind
        _note_behind(fresh, self.behind)
        _note_kinds(fresh, self._by_kind)
        held["marking"] = self.marking or taken_on.highest(fresh)
        held["_gathered"], held["kept"] = self._gathered, self.kept
        for gather, found in self._gathered.items():
            gather(taken_on, fresh, found)
        return taken_on

    @cached_property
    def _by_sitting(self) -> dict[str, tuple[Entry, ...]]:
        grouped: dict[str, list[Entry]] = {}
        sittings = self.meeting.sittings
        for entry in self.entries:
            home = entry.id if entry.id in sittings else entry.sitting
            grouped.setdefault(home if home in sittings else "", []).append(entry)
        return {key: tuple(entries) for key, entries in grouped.items()}

    def days_outside(self) -> list[tuple[date, tuple[Entry, ...]]]:
        """Return the entries of the room outside any sitting, day by day."""
        grouped: dict[date, list[Entry]] = {}
        for entry in self.of_sitting(""):
            grouped.setdefault(self.meeting.day_of(entry), []).append(entry)
        return [(on, tuple(grouped[on])) for on in sorted(grouped)]

    def after(self, entry: Entry) -> Iterator[Entry]:
        """Yield what followed an entry in its sitting."""
        held = self.of_sitting(entry.sitting)
        for place in range(self._in_sitting.get(entry.id, len(held)) + 1, len(held)):
            yield held[place]

    @cached_property
    def _in_sitting(self) -> dict[str, int]:
        """Each entry's place in its sitting."""
        return {
            entry.id: place
            for held in self._by_sitting.values()
            for place, entry in enumerate(held)
        }  # fmt: skip

    def outside(self) -> SittingRecord:
        """Return the room outside any sitting."""
        return self.meeting.sittings.get("", NO_SITTING)

    def is_closed(self, entry: Entry) -> bool:
        """Whether what an entry holds belongs to a closed sitting, its words at hand or not."""
        if isinstance(entry.what, Sealed):
            return entry.marking != "private"
        if entry.marking == "private":
            return False
        shows = entry.what.open_part() is entry.what
        return not shows and (entry.seals or entry.id in self.meeting.covered)

    def texts(self) -> Iterator[TextRecord]:
        """Yield the texts in the order in which they came before the meeting."""
        yield from sorted(self.meeting.texts.values(), key=lambda text: text.rank)

    def state(self, text: TextRecord) -> str:
        """Return the state that a text reads as."""
        return standing(text, ended=self.meeting.ended, now=self.now)

    def draft(self, register: str, *sections: Section) -> Draft:
        """Return a draft with the meeting's title block; sections without content are left out."""
        facts = self.meeting.facts
        title = facts.get("title") or facts.get("name") or "Meeting"
        first, last = interval(facts.get("dates", ""))
        dates = span(first, last or first) if first else facts.get("dates", "")
        where = ", ".join(part for part in (facts.get("place", ""), dates) if part)
        kept = tuple(one for one in sections if one.blocks or one.sections)
        about = tuple(line for line in (where,) if line)
        return Draft(register, title, about, kept, self.marking)

    @cached_property
    def marking(self) -> str:
        """The highest marking of what the record holds the words of."""
        return self.highest(self.entries)

    def highest(self, entries: Iterable[Entry]) -> str:
        """Return the highest marking of what some entries hold the words of."""
        covered = self.meeting.covered
        for entry in entries:
            if isinstance(entry.what, Sealed | Private):
                continue
            if entry.marking == "restricted" or (
                (entry.marking == "in_camera" or entry.id in covered)
                and entry.what.open_part() is not entry.what
            ):
                return "RESTRICTED"
        return ""


def _note_behind(entries: Iterable[Entry], found: dict[str, tuple[str, ...]]) -> None:
    for entry in entries:
        what = entry.what
        if isinstance(what, _BEHIND) and what.target:
            found[what.target] = (*found.get(what.target, ()), entry.id)


def _note_kinds(entries: Iterable[Entry], found: dict[type[Kind], list[Entry]]) -> None:
    for entry in entries:
        found.setdefault(type(entry.what), []).append(entry)


def _by_time(one: SittingRecord) -> tuple[date, int, date, time, int]:
    planned = one.planned
    return (one.official_day or date.max, one.number, planned.day or date.max,
            planned.begins or time.max, one.rank)  # fmt: skip
