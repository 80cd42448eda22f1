"""Times: before a line, inside it, their zones and their days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from plenary_tui.record.kinds import (
    Correction,
    Intervention,
    Marking,
    Remark,
    Silence,
    SittingTime,
    Unread,
)
from plenary_tui.record.notation import Context, Reading, logical_lines, parse, spell, spell_prefix
from plenary_tui.record.notation.dates import read_day, read_span

from .meeting import BRUSSELS, DAY, FILE, LIVE, ROSTER, TYPED, at

SPOKEN = Intervention(speaker="NV", text="x")
EARLY = datetime(2018, 6, 19, 8, 31, tzinfo=UTC)


@pytest.mark.parametrize(("typed", "when"), [
    ("10:31", at(10, 31)),
    ("9:05", at(9, 5)),
    ("10h31", at(10, 31)),
    ("10.31", at(10, 31)),
    ("10:31:05", at(10, 31, 5)),
    ("10:31:05.123", at(10, 31, 5) + timedelta(milliseconds=123)),
    ("10:31:", at(10, 31)),
    ("2018-06-20 10:31", at(10, 31, day=date(2018, 6, 20))),
    ("2018-06-20T10:31:05.123", at(10, 31, 5, day=date(2018, 6, 20)) + timedelta(milliseconds=123)),
    ("08:31 UTC", EARLY),
    ("08:31Z", EARLY),
    ("10:31+02:00", EARLY),
    ("10:31 +0200", EARLY),
    ("05:31 −03:00", EARLY),
    ("09:31 CET", EARLY),
    ("10:31 CEST", EARLY),
    ("08:31 GMT", EARLY),
    ("14:01 Asia/Kolkata", EARLY),
    ("2018-06-19 10:31 Europe/Brussels", EARLY),
])  # fmt: skip
def test_a_line_may_begin_with_its_time(typed: str, when: datetime) -> None:
    parsed = parse(f"{typed} NV: x", TYPED)
    assert (parsed.command, parsed.when) == (SPOKEN, when)


def test_a_zone_of_the_line_is_kept() -> None:
    parsed = parse("10:31 +02:00 NV: x", TYPED)
    assert parsed.when is not None
    assert parsed.when.utcoffset() == timedelta(hours=2)


def test_letters_that_are_a_delegation_are_no_zone() -> None:
    assert parse("10:31 ET: x", TYPED).command == Intervention(speaker="ET", text="x")
    unclear = parse("10:31 EST NV: x", TYPED).command
    assert isinstance(unclear, Unread)
    assert "EST" in unclear.why
    assert "CET" in unclear.why


@pytest.mark.parametrize("line", ["10.31 million carats", "10.31 per carat", "10.31 of it: x y"])
def test_a_dotted_number_is_no_time_before_prose(line: str) -> None:
    assert parse(line, TYPED).command == Remark(text=line)


@pytest.mark.parametrize("rest", ["NV: x", "Welcome words", "+ NV", "nv: x", "undo", "?missed"])
def test_a_dotted_number_is_a_time_before_a_line(rest: str) -> None:
    assert parse(f"10.31 {rest}", LIVE).when == at(10, 31)


def test_a_time_alone_asks_for_nothing() -> None:
    parsed = parse("10:31", TYPED)
    assert (parsed.command, parsed.when) == (None, at(10, 31))


def test_a_time_without_a_day_is_pointed_out() -> None:
    parsed = parse("10:31 NV: x", Reading(ROSTER, BRUSSELS))
    assert (parsed.command, parsed.when) == (SPOKEN, None)
    assert "10:31" in parsed.note


@pytest.mark.parametrize(("last", "typed", "day"), [
    (at(23, 50), "00:10", 20),
    (at(16, 31), "10:31", 19),
    (at(16, 32), "10:31", 20),
    (at(0, 10, day=date(2018, 6, 20)), "00:20", 20),
    (at(9, 0), "18:00", 19),
])  # fmt: skip
def test_in_a_file_a_time_long_before_the_last_is_the_next_day(
    last: datetime, typed: str, day: int
) -> None:
    reading = Reading(ROSTER, BRUSSELS, day=DAY, last=last, file=True)
    parsed = parse(f"{typed} NV: x", reading)
    assert parsed.when is not None
    assert parsed.when.day == day


def test_live_a_time_is_of_today() -> None:
    reading = Reading(ROSTER, BRUSSELS, day=DAY, last=at(23, 50), live=True)
    assert parse("00:10 NV: x", reading).when == at(0, 10)


def test_a_new_date_wins_over_the_last_time() -> None:
    reading = Reading(ROSTER, BRUSSELS, day=date(2018, 6, 21), last=at(18, 0), file=True)
    assert parse("09:00 NV: x", reading).when == at(9, 0, day=date(2018, 6, 21))


def test_a_time_addresses_a_correction_unless_the_line_has_a_day() -> None:
    by_time = parse("10:41 s/a/b/", TYPED)
    assert (by_time.command, by_time.when) == (Correction(target="10:41", old="a", new="b"), None)
    timed = parse("2018-06-19 10:41 s/a/b/", TYPED)
    assert (timed.command, timed.when) == (Correction(old="a", new="b"), at(10, 41))
    addressed = parse("10:41 @12 s/a/b/", TYPED)
    assert addressed.command == Correction(target="12", old="a", new="b")
    assert addressed.when == at(10, 41)


def test_times_inside_a_line() -> None:
    closed = parse("Closed: 18:30", TYPED)
    assert (closed.command, closed.when) == (SittingTime(act="closed"), at(18, 30))
    opened = parse("11:00 Opened: 10:05 late", TYPED)
    assert (opened.command, opened.when) == (SittingTime(act="opened", reason="late"), at(10, 5))
    since = parse("In camera from 10h31:", TYPED).command
    assert since == Marking(level="in_camera", since=at(10, 31))


@pytest.mark.parametrize(("typed", "offset"), [
    ("18:00 CET", timedelta(hours=1)),
    ("18:00 CEST", timedelta(hours=2)),
    ("18:00 UTC", timedelta(0)),
    ("18:00 GMT", timedelta(0)),
    ("18:00-05:30", timedelta(hours=-5, minutes=-30)),
    ("18:00 Asia/Kolkata", timedelta(hours=5, minutes=30)),
    ("18:00", timedelta(hours=1)),
])  # fmt: skip
def test_the_end_of_a_written_procedure_has_a_zone(typed: str, offset: timedelta) -> None:
    command = parse(f"Silence P3: until 2018-11-30 {typed}; by letter", TYPED).command
    expected = datetime(2018, 11, 30, 18, 0, tzinfo=timezone(offset))
    assert command == Silence(act="opened", target="P3", until=expected, text="by letter")
    assert isinstance(command, Silence)
    assert command.until is not None
    assert command.until.utcoffset() == offset


def test_a_prefix_of_a_file() -> None:
    line = "#12 2018-06-19 10:31:05.123 [sitting @3; item 4.2; by Name; marking in_camera] NV: x"
    parsed = parse(line, FILE)
    context = Context(sitting="3", item="4.2", by="Name", marking="in_camera")
    assert (parsed.command, parsed.label, parsed.context) == (SPOKEN, "12", context)
    assert parsed.when is not None
    written = spell_prefix(BRUSSELS, label="12", when=parsed.when, context=context)
    assert written + spell(SPOKEN, FILE) == line


def test_an_hour_that_comes_twice_is_written_with_its_offset() -> None:
    second = datetime(2018, 10, 28, 2, 30, tzinfo=BRUSSELS, fold=1)
    prefix = spell_prefix(BRUSSELS, when=second)
    assert parse(prefix + "NV: x", TYPED).when == second.astimezone(UTC)


def test_indented_lines_belong_to_the_line_above() -> None:
    text = "NV: one\r\n    two\n\n\tthree\n\n# next\nOS: four\n   \n"
    assert logical_lines(text) == [(1, "NV: one\ntwo\n\nthree"), (6, "# next"), (7, "OS: four")]
    assert spell(Intervention(speaker="NV", text="one\n\ntwo"), TYPED) == "NV: one\n\n    two"


@pytest.mark.parametrize(("typed", "day"), [
    ("2018-06-19", date(2018, 6, 19)), ("19 June 2018", date(2018, 6, 19)),
    ("June 19, 2018", date(2018, 6, 19)), ("1er août 2018", date(2018, 8, 1)),
    ("1 de março de 2018", date(2018, 3, 1)), ("3. März 2018", date(2018, 3, 3)),
    ("19 Jun 2018", date(2018, 6, 19)), ("31 June 2018", None), ("19 Brumaire 2018", None),
    ("2018-13-01", None), ("soon", None),
])  # fmt: skip
def test_days(typed: str, day: date | None) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(("typed", "span"), [
    ("18–22 June 2018", "2018-06-18/2018-06-22"),
    ("2018-06-18/2018-06-22", "2018-06-18/2018-06-22"),
    ("2018-06-18 to 2018-06-22", "2018-06-18/2018-06-22"),
    ("30 May – 2 June 2018", "2018-05-30/2018-06-02"),
    ("30 December 2018 to 2 January 2019", "2018-12-30/2019-01-02"),
    ("du 18 au 22 juin 2018", "2018-06-18/2018-06-22"),
    ("19 June 2018", "2018-06-19"),
    ("22–18 June 2018", None),
    ("the first half of September", None),
])  # fmt: skip
def test_spans(typed: str, span: str | None) -> None:
    assert read_span(typed) == span
