"""How the facts of the session, its roster and its record are kept."""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Abbreviations,
    Body,
    Correction,
    Delegate,
    Delegation,
    Handlers,
    MeetingEnd,
    MeetingFact,
    Private,
    Provenance,
    Sealed,
    Unknown,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.setup import zone_of

from .worklist import add_todo


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


def abbreviate(meeting: Meeting, entry: Entry, what: Abbreviations) -> None:
    """A station says what its short forms stand for."""
    meeting.abbreviations = meeting.abbreviations.set(entry.station, what.table)


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


HANDLERS: Handlers = {
    Abbreviations: abbreviate,
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
