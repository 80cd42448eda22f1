"""A record seen again: any moment of it, reached by whatever way, is as the record was then."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import CHECKPOINT, Record
from plenary_tui.record.replaying import Replaying

from .rooms import ROSTER, START, Room, in_session
from .test_laws import calm, parts, two_stations


def then(record: Record, replaying: Replaying, position: int) -> Record:
    """Return the record of the first entries by time, folded from nothing."""
    kept = {one.id for one in replaying.entries[:position]}
    gone = (one.id for one in record.entries if one.id not in kept)
    entries = [one for one in record.entries if one.id in kept]
    return Record(entries, lost=(*record.lost, *gone))


@st.composite
def told_late(draw: Any) -> list[Entry]:
    """Return the entries of two stations, some of which happened long before or after.

    The clock of one may have gone wrong, so that an entry comes before what it points at.
    """
    entries: list[Entry] = draw(two_stations())
    moved = draw(st.dictionaries(st.integers(0, 39), st.integers(-400, 400), max_size=8))
    skewed = draw(st.dictionaries(st.integers(0, 39), st.integers(0, 39), max_size=2))
    orders = [one.order for one in entries]
    for place, at in moved.items():
        if place < len(entries):
            when = entries[place].at + timedelta(seconds=at)
            entries[place] = entries[place].model_copy(update={"when": when})
    for place, other in skewed.items():
        if max(place, other) < len(entries):
            entries[place] = entries[place].model_copy(update={"order": orders[other]})
    return entries


@calm
@given(told_late(), st.lists(st.integers(0, 60), min_size=1, max_size=12))
def test_every_position_is_the_record_of_what_had_happened(
    entries: list[Entry], positions: list[int]
) -> None:
    record = Record(entries)
    replaying = Replaying(record)
    for wanted in positions:
        position = min(wanted, len(entries))
        expected = then(record, replaying, position)
        past = replaying.record_at(wanted)
        assert past.entries == expected.entries
        assert parts(past.meeting) == parts(expected.meeting)
        assert past.retracted == expected.retracted
        again = Record(past.entries, lost=past.lost)
        assert parts(again.meeting) == parts(expected.meeting)


@calm
@given(told_late(), st.integers(0, 60))
def test_a_moment_is_what_the_record_gives_until_then(entries: list[Entry], place: int) -> None:
    record = Record(entries)
    replaying = Replaying(record)
    moment = entries[min(place, len(entries) - 1)].happened
    expected = record.until(moment)
    assert parts(replaying.at(replaying.position_at(moment))) == parts(expected.meeting)


@calm
@given(told_late(), st.lists(st.integers(0, 60), min_size=1, max_size=8))
def test_with_corrections_applied_it_reads_at_every_moment_as_in_the_end(
    entries: list[Entry], positions: list[int]
) -> None:
    record = Record(entries)
    replaying = Replaying(record, applied=True)
    assert parts(replaying.at(len(entries))) == parts(record.meeting)
    for position in positions:
        past = replaying.record_at(position)
        for entry in past.entries:
            if not past.waiting():
                assert past.reads(entry.id) == record.reads(entry.id)
        fresh = Replaying(record, applied=True)
        assert parts(fresh.at(position)) == parts(past.meeting)


def test_a_correction_is_seen_where_it_was_made_or_from_the_start() -> None:
    room = in_session("NV: one wrod", "OS: two", "@hall-10 s/wrod/word/", "KE: three", "undo")
    said = room.entries[-5].id
    as_made, applied = Replaying(room.record), Replaying(room.record, applied=True)
    at = as_made.position_of(said)
    assert as_made.at(at).speeches[said].text == "one wrod"
    assert as_made.at(at + 2).speeches[said].text == "one word"
    assert applied.at(at).speeches[said].text == "one word"
    assert "three" in [one.text for one in as_made.at(at + 3).speeches.values()]
    assert "three" not in [one.text for one in applied.at(at + 3).speeches.values()]


def test_what_was_planned_counts_from_the_start() -> None:
    room = Room(*ROSTER, "Agenda 1: Opening", "Opened:", "NV: one", start=START)
    replaying = Replaying(room.record)
    assert replaying.first == len(ROSTER) + 1
    assert replaying.at(replaying.first).agenda["1"].title == "Opening"
    assert replaying.position_at(START - timedelta(days=3)) == replaying.first


def test_a_correction_of_the_first_day_made_on_the_last_is_right_wherever_one_looks() -> None:
    room = in_session("NV: the wrod that is mended long after")
    first = room.entries[-1].id
    for number in range(4 * CHECKPOINT):
        room(f"OS: point {number}")
        if number == 3 * CHECKPOINT:
            room(f"@{first} s/wrod/word/")
    replaying = Replaying(room.record)
    prepared = list(replaying.prepare())
    assert prepared, "what stood before the correction was not prepared for"
    assert not list(replaying.prepare())
    for position in (3 * CHECKPOINT - 7, 200, 4 * CHECKPOINT, 3 * CHECKPOINT + 40, 3 * CHECKPOINT):
        expected = then(room.record, replaying, position)
        assert parts(replaying.at(position)) == parts(expected.meeting)
