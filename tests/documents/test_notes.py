"""Notes: the record as notation, and what an import of it gives."""

from __future__ import annotations

from datetime import datetime

from hypothesis import HealthCheck, given, settings

from plenary_tui.documents.data import picture
from plenary_tui.documents.notes import notes
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.notation import logical_lines
from plenary_tui.record.redaction import open_record
from plenary_tui.record.scribe import Scribe
from tests.record.rooms import Room, in_session
from tests.record.test_laws import two_stations

from .meetings import debate, every_outcome
from .ordinals import with_ordinals

IMPORTED = datetime.fromisoformat("2031-01-01T12:00:00+00:00")
LATER = datetime.fromisoformat("2029-01-01T12:00:00+00:00")


def imported(text: str) -> Record:
    """Return the record that a file of notes makes."""
    record = Record()
    count = 0

    def stamp(now: datetime) -> tuple[str, str]:
        nonlocal count
        count += 1
        return f"other-{count}", f"{count:08d}"

    scribe = Scribe(record, "other", stamp, live=False, file=True)
    for _, line in logical_lines(text):
        prepared = scribe.prepare(line, IMPORTED)
        if prepared is not None:
            scribe.commit(prepared)
    return record


def assert_same_meeting(record: Record, whole: bool = True) -> str:
    """Export notes, import them, and compare the two Meetings; return the notes."""
    text = notes(record, whole=whole)
    again = imported(text)
    assert len(again.entries) == len(record.entries)
    assert with_ordinals(picture(again, LATER), again) == with_ordinals(
        picture(record, LATER), record
    )
    return text


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(two_stations())
def test_notes_import_as_the_same_meeting(entries: list[Entry]) -> None:
    record = Record(entries)
    assert_same_meeting(record)
    assert_same_meeting(open_record(record), whole=False)


def lines_of(text: str) -> list[str]:
    """Return the lines of notes below their heading."""
    return [line for line in text.splitlines() if not line.startswith("# ")]


def test_a_meeting_reads_as_it_was_typed() -> None:
    text = assert_same_meeting(debate().record, whole=False)
    for line in (
        "09:03:40 NV (Ms Moss) for the Coastal Group: proposes that the sub-team report by May",
        "09:03:50 + OS, KE",
        "#25 09:04:10 GDA: welcomes the report",
        "09:04:20 @25 s/welcomes the/welcomes every/",
        "09:05 ... and asked for time",
        "09:05:40 Paper TP/7 NV: A fund for mines",
        "09:07:20 Opened:",
    ):
        assert line in text.splitlines()
    assert_same_meeting(every_outcome().record)


def test_a_line_has_a_label_where_a_later_one_needs_it() -> None:
    room = in_session("NV: one", "OS: one more", "KE: three")
    room(f"@{room.entries[-3].id} s/one/two/", f"undo @{room.entries[-2].id}", "undo")
    *_, first, second, third, corrected, undone, again = lines_of(assert_same_meeting(
        room.record, whole=False))  # fmt: skip
    assert first.startswith("#10 ") and first.endswith(" NV: one")
    assert second.startswith("#11 ") and not third.startswith("#")
    assert corrected.endswith("@10 s/one/two/") and undone.endswith("undo @11")
    assert again.endswith("undo")


def test_the_whole_is_headed_restricted_and_the_rest_keeps_no_word_that_is_sealed() -> None:
    room = in_session("In camera:", "NV: xyzzy", "... xyzzy too", "Draft decision NV: The seat",
                      "Adopted:", "Open session:", "Private: xyzzy")  # fmt: skip
    whole = assert_same_meeting(room.record)
    assert whole.startswith("# RESTRICTED")
    assert all(line.startswith("#") for line in whole.splitlines())
    open_text = assert_same_meeting(open_record(room.record), whole=False)
    assert "xyzzy" not in open_text
    assert open_text.count(".sealed {}") == 4 + 1  # one of them in the heading
    assert "The seat" in open_text


def test_two_rooms_are_told_apart_by_their_context() -> None:
    hall = in_session("Sitting: WGM, Room 1", "Opened:", "Rapporteur: Ann", "Item 1: Mines")
    annex = Room("Sitting: CPC, Room 2", "Opened:", "Rapporteur: Ben", "Item 2: Seats",
                 station="annex", record=hall.record, start=hall.now)  # fmt: skip
    for words in ("one", "two"):
        annex.now = hall.now = max(hall.now, annex.now)
        hall(f"NV: {words} in the hall")
        annex(f"OS: {words} in the annex")
    text = assert_same_meeting(hall.record)
    again = imported(text)
    for before, after in zip(hall.record.entries, again.entries, strict=True):
        assert (after.item, after.by, after.marking) == (before.item, before.by, before.marking)
    assert "[sitting @" in text


def test_notes_without_times_stay_without() -> None:
    lines = ["Zone: Europe/Brussels", "Date: 2026-03-02", "Opened:", "Item 1: Mines", "NV: one"]
    record = imported("\n".join(["Date: 2026-03-01", *lines]))
    assert lines_of(assert_same_meeting(record, whole=False))[1:] == lines


def test_past_midnight_and_another_zone() -> None:
    room = in_session("23:50 NV: late", "2027-11-10 00:10 OS: later", "10:00 UTC KE: elsewhere")
    text = assert_same_meeting(room.record, whole=False)
    assert "\n00:10 OS: later" in text
