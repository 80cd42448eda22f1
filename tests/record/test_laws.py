"""Laws of the record, for whatever two stations may have entered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plenary_tui.record.entries import Entry, read_entry
from plenary_tui.record.history import CHECKPOINT, Record
from plenary_tui.record.kinds import Kind, Retraction
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import OpenRecord, open_record
from plenary_tui.record.scribe import Scribe

from .rooms import ROSTER, START, Room, in_session
from .strategies import commands

SKEW = timedelta(hours=1)

LINES = (
    "Proposal NV: a fund", "Draft decision OS: a levy", "Objection TR: too dear", "+ NV OS",
    "- KE", "Objection withdrawn TR", "Adopted:", "Gavelled P1:", "Noted:", "No consensus:",
    "Amendment KE: in two years", "Amendment accepted", "Proposal P1 rev: a small fund",
    "Bracket TR: fund", "Alternative KE: trust", "Clean: fund", "Item 4", "Item 4 concluded",
    "Opened:", "Suspended:", "Resumed:", "Closed:", "Sitting: WGM, Room 2",
    "Sitting: Plenary, 15:00-18:00", "In camera:",
    "Open session:", "q+ NV, OS", "next", "back", "NV: one word", "... and another", "Aligned OS",
    "s/word/term/", "undo", "redo", "Silence: until 2027-11-30 18:00 CET", "Silence broken TR: no",
    "???: who is this", "Reservation KE: on the costs", "Action WGM: report by 2028-01-15",
    "Point of order TR: quorum", "Ruling: there is one", "Private: a note", "Carried over P1:",
    "present+ NV, OS", "Para 3 NV: words", "Para 3 agreed", "Number P2: KP/2",
    "In camera from 09:01:", "In camera from 08:01:", "Split KE: and another", "Split: word",
    "Settled: both stand", "@hall-6 item 4", "Timer paused", "Timer resumed", "q order OS, NV",
    "limit Observers 1 min", "limit 2 min", "Agenda order: 5, 4", "Agenda 5: Data; 20 min",
    "Reply KE: no",
    "@hall-5 joins @hall-4", "@hall-9 joins @hall-3",
)  # fmt: skip
"""Lines that meet one another, so that the states behind them are reached."""

calm = settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # fmt: skip


def parts(meeting: Meeting) -> dict[str, Any]:
    """Return everything a Meeting holds, for comparing."""
    return dict(vars(meeting))


class Station:
    """A station with a record of its own, which hears of the other's entries now and then."""

    def __init__(self, name: str, offset: timedelta, *, live: bool) -> None:
        self.record = Record()
        self.now = START + offset
        self.count = 0
        self.name = name
        self.scribe = Scribe(self.record, name, self._stamp, live=live)

    def _stamp(self, now: datetime) -> tuple[str, str]:
        self.count += 1
        return f"{self.name}-{self.count}", f"{int(now.timestamp() * 1000):013d}.{self.count:04d}"

    def enter(self, command: Kind) -> None:
        """Enter a command, as a person at this station would."""
        self.now += timedelta(seconds=7)
        self.scribe.commit(self.scribe.enter(command, self.now, line="typed"))

    def type(self, line: str) -> None:
        """Type a line at this station."""
        self.now += timedelta(seconds=7)
        prepared = self.scribe.prepare(line, self.now)
        if prepared is not None:
            self.scribe.commit(prepared)

    def point(self, command: Kind, chance: int) -> Kind:
        """Let a command point at an entry that this station has."""
        placed = self.record.entries
        if chance % 4 == 0:
            return command
        there = placed[-1 - chance % len(placed)].id
        command = command.with_refs(lambda ref: there if ref else "")
        return command.model_copy(update={command.REFS[0]: there}) if command.REFS else command

    def hear(self, other: Station) -> None:
        """Take in what the other station has so far."""
        self.record.add(other.record.entries)


done = st.sampled_from(LINES) | commands
"""What a station does: a line typed, or a command of any kind."""


@st.composite
def two_stations(draw: Callable[..., Any]) -> list[Entry]:
    """Return the entries of two stations whose clocks are an hour apart."""
    live = draw(st.booleans())
    hall, annex = Station("hall", timedelta(), live=live), Station("annex", -SKEW, live=live)
    for line in ROSTER:
        parsed = hall.scribe.read(line, hall.now)
        assert parsed.command is not None
        hall.enter(parsed.command)
    annex.hear(hall)
    for what, at_hall, heard, chance in draw(
        st.lists(st.tuples(done, st.booleans(), st.booleans(), st.integers(0, 99)), max_size=30)
    ):
        here, there = (hall, annex) if at_hall else (annex, hall)
        if heard:
            here.hear(there)
        if isinstance(what, str):
            here.type(what)
        else:
            here.enter(here.point(what, chance))
    hall.hear(annex)
    assert not hall.record.waiting()
    return hall.record.entries


@calm
@given(two_stations(), st.randoms(use_true_random=False), st.integers(1, 9))
def test_any_order_of_arrival_and_any_duplication_give_the_same_meeting(
    entries: list[Entry], chance: Any, piece: int
) -> None:
    expected = parts(Record(entries).meeting)
    arriving = entries * 2
    chance.shuffle(arriving)
    record = Record()
    for start in range(0, len(arriving), piece):
        record.add(arriving[start : start + piece])
    assert parts(record.meeting) == expected
    assert record.entries == Record(entries).entries
    assert not record.waiting()


@calm
@given(two_stations())
def test_every_entry_survives_its_json(entries: list[Entry]) -> None:
    for entry in entries:
        assert read_entry(entry.model_dump_json()) == entry
        assert type(entry.what).model_validate_json(entry.what.to_json()) == entry.what


@calm
@given(st.lists(done, max_size=15), done, st.booleans())
def test_undo_after_any_command_restores_the_meeting_except_its_history(
    before: list[Kind | str], last: Kind | str, live: bool
) -> None:
    station = Station("hall", timedelta(), live=live)
    for line in (*ROSTER, "Opened:"):
        station.type(line)
    for one in before:
        station.type(one) if isinstance(one, str) else station.enter(one)
    expected = parts(station.record.meeting)
    count = station.count
    station.type(last) if isinstance(last, str) else station.enter(last)
    if station.count == count or isinstance(station.record.entries[-1].what, Retraction):
        return
    station.type(f"undo @{station.record.entries[-1].id}")
    now = parts(station.record.meeting)
    for name in ("history", "annulled", "desks", "last", "count"):
        expected.pop(name), now.pop(name)
    assert now == expected


@calm
@given(two_stations())
def test_the_open_record_folds_too_and_holds_the_same_entries(entries: list[Entry]) -> None:
    record = Record(entries)
    assert {entry.id for entry in open_record(record).entries} == {entry.id for entry in entries}


@calm
@given(two_stations(), st.randoms(use_true_random=False), st.booleans(), st.integers(1, 4))
def test_the_open_record_of_a_record_that_grows_is_the_open_record(
    entries: list[Entry], chance: Any, shuffled: bool, piece: int
) -> None:
    arriving = chance.sample(entries, len(entries)) if shuffled else list(entries)
    record, growing = Record(), OpenRecord()
    while arriving:
        record.add(arriving[:piece])
        del arriving[:piece]
        now, expected = growing.update(record), open_record(record)
        assert now.entries == expected.entries
        assert parts(now.meeting) == parts(expected.meeting)


def test_the_open_record_is_folded_anew_only_where_the_seal_moves() -> None:
    room = in_session("NV: in the open", "In camera:", "NV: within", "Open session:")
    growing = OpenRecord()
    first = growing.update(room.record)
    room("NV: more", "s/more/less/", "undo", "Private: a note", "Proposal NV: a fund", "Noted:")
    assert growing.update(room.record) is first
    for line in ("In camera from 09:00:", "undo"):
        room(line)
        again, expected = growing.update(room.record), open_record(room.record)
        assert again is not first
        assert again.entries == expected.entries
        assert parts(again.meeting) == parts(expected.meeting)


@calm
@given(two_stations(), st.data())
def test_the_record_until_an_entry_is_the_record_of_what_came_before(
    entries: list[Entry], data: Any
) -> None:
    record = Record(entries)
    place = data.draw(st.integers(0, len(entries) - 1))
    earlier = record.until(record.entries[place].id)
    assert earlier.entries == record.entries[: place + 1]
    assert parts(earlier.meeting) == parts(Record(record.entries[: place + 1]).meeting)


def test_an_entry_waits_for_what_it_points_at_and_is_listed() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:")
    entries = room.entries
    gap = [entry for entry in entries if entry.what.kind != "proposal"]
    record = Record(gap)
    assert record.waiting() == {entries[-1].id: (entries[-2].id,)}
    assert not record.meeting.texts
    record.add([entries[-2]])
    assert not record.waiting()
    assert record.meeting.texts


def test_an_entry_waits_for_its_stations_previous_one() -> None:
    room = in_session("NV: one", "OS: two", "KE: three")
    record = Record([entry for entry in room.entries if entry.id != room.entries[-2].id])
    assert record.waiting() == {room.entries[-1].id: (room.entries[-2].id,)}


def test_what_waited_for_one_of_several_arrivals_stands_behind_the_others() -> None:
    hall = in_session("NV: one", "OS: two")
    annex = Room("KE: three", station="annex", start=hall.now, record=Record(hall.entries))
    entries = annex.entries
    arriving = [*entries[1:-3], entries[-2], entries[-1], entries[0], entries[-3]]
    record = Record(arriving[:-2])
    record.add(arriving[-2:])
    assert record.entries == entries
    assert parts(record.meeting) == parts(annex.meeting)


def test_nothing_waits_for_an_entry_known_to_be_lost() -> None:
    room = in_session("NV: one", "OS: two", "KE: three")
    lost = room.entries[-2].id
    record = Record([entry for entry in room.entries if entry.id != lost], lost=[lost])
    assert {speech.text for speech in record.meeting.speeches.values()} == {"one", "three"}


def test_undo_and_late_arrival_deep_in_a_long_record() -> None:
    room = in_session()
    for number in range(2 * CHECKPOINT + 50):
        room(f"NV: point {number}")
    victim = room.entries[CHECKPOINT + 20]
    room(f"undo @{victim.id}")
    assert victim.id not in room.meeting.speeches
    assert parts(Record(room.entries).meeting) == parts(room.meeting)
    late = Room("OS: from afar", station="annex", start=START + timedelta(minutes=40))
    room.record.add(late.entries)
    assert parts(Record(room.entries).meeting) == parts(room.meeting)
