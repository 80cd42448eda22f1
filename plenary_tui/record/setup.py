"""The facts of the meeting as a whole, its roster, its day, and what became of the record."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .kinds import (
    Body,
    Correction,
    Day,
    Delegate,
    Delegation,
    Handlers,
    MeetingEnd,
    MeetingFact,
    Private,
    Provenance,
    Sealed,
    Sitting,
    SittingTime,
    Unknown,
)
from .worklist import add_todo

if TYPE_CHECKING:
    from .entries import Entry
    from .meeting import Meeting

UTC = ZoneInfo("UTC")


@lru_cache
def zone_of(name: str) -> ZoneInfo:
    """Return the zone of an IANA name; UTC where there is none such."""
    try:
        return ZoneInfo(name) if name else UTC
    except (ValueError, OSError, KeyError):
        return UTC


@lru_cache
def interval(dates: str) -> tuple[date | None, date | None]:
    """Return the first and last day of an ISO interval or day; None for what is none."""
    first, _, last = dates.partition("/")
    try:
        start = date.fromisoformat(first)
        return start, date.fromisoformat(last) if last else start
    except ValueError:
        return None, None


def state_fact(meeting: Meeting, entry: Entry, what: MeetingFact) -> None:
    """A fact of the meeting; of sources there may be several."""
    value = what.value
    if what.field == "source" and (known := meeting.facts.get("source")):
        value = f"{known}\n{value}"
    meeting.facts = meeting.facts.set(what.field, value)
    meeting.fact_entries = meeting.fact_entries.set(what.field, entry)
    if what.field == "zone" and zone_of(value).key != value:
        meeting.flag(entry, f"{value} is no zone that is known: UTC is used")


def list_delegation(meeting: Meeting, entry: Entry, what: Delegation) -> None:
    """A delegation, or a new fact about one."""
    meeting.roster = meeting.roster.with_delegation(what)


def list_body(meeting: Meeting, entry: Entry, what: Body) -> None:
    """A working body, or a new fact about one."""
    meeting.roster = meeting.roster.with_body(what)


def list_person(meeting: Meeting, entry: Entry, what: Delegate) -> None:
    """A person of a delegation."""
    meeting.roster = meeting.roster.with_person(what)


def end(meeting: Meeting, entry: Entry, what: MeetingEnd) -> None:
    """The meeting is over."""
    meeting.end = entry.id


def note_correction(meeting: Meeting, entry: Entry, what: Correction) -> None:
    """A correction: already applied to the entry that it is about, and kept beside it."""
    known = meeting.corrections.get(what.target, ())
    meeting.corrections = meeting.corrections.set(what.target, (*known, entry))


def keep_private(meeting: Meeting, entry: Entry, what: Private) -> None:
    """A private note; typed while a text was on the floor, it may have meant "Noted"."""
    meeting.private = (*meeting.private, entry)
    if meeting.sitting(entry.sitting).before:
        add_todo(meeting, entry, "check", "or Noted?")


def keep_provenance(meeting: Meeting, entry: Entry, what: Provenance) -> None:
    """Where the record came from or went."""
    meeting.provenance = (*meeting.provenance, entry)


def keep_sealed(meeting: Meeting, entry: Entry, what: Sealed) -> None:
    """Words that are sealed and not at hand: that an entry was there still shows."""
    meeting.sealed = (*meeting.sealed, entry)


def keep_unknown(meeting: Meeting, entry: Entry, what: Unknown) -> None:
    """A kind of a newer program: kept, passed over, and said."""
    meeting.unknown = (*meeting.unknown, entry)
    meeting.flag(entry, f"the kind {what.raw.get('kind')} is not known to this version")


AT_DESK = (Sitting, SittingTime, Day)


def at_desk(entry: Entry, sitting: str, day: date | None) -> tuple[str, date | None]:
    """Return the sitting and the day that a station stands at after such an entry."""
    what = entry.what
    if isinstance(what, Day):
        return sitting, what.day
    if isinstance(what, Sitting):
        return entry.id, day
    assert isinstance(what, SittingTime)
    return what.target or entry.id, day


HANDLERS: Handlers = {
    MeetingFact: state_fact,
    Delegation: list_delegation,
    Body: list_body,
    Delegate: list_person,
    MeetingEnd: end,
    Correction: note_correction,
    Private: keep_private,
    Provenance: keep_provenance,
    Sealed: keep_sealed,
    Unknown: keep_unknown,
}
