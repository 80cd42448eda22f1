"""A statement handed in before it is given, and short forms that documents write out."""

from __future__ import annotations

import pytest

from plenary_tui.documents.communique import communique
from plenary_tui.documents.summary import summary
from plenary_tui.documents.text import text as written
from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.redaction import open_record

from .rooms import Room, in_session


def spoken(room: Room) -> list[tuple[str, str]]:
    """Return who said what."""
    speeches = sorted(room.meeting.speeches.values(), key=lambda one: one.rank)
    return [(one.what.speaker, one.text) for one in speeches]


def test_a_prepared_statement_is_under_seal_until_it_is_delivered() -> None:
    room = in_session("Prepared NV: the secretword and more")
    assert room.entries[-1].seals and spoken(room) == []
    opened = open_record(room.record)
    assert "secretword" not in "".join(one.model_dump_json() for one in opened.entries)
    room("Delivered NV: the secretword")
    assert spoken(room) == [("NV", "the secretword")]
    assert not room.entries[-1].seals
    assert "secretword" in written(summary(open_record(room.record), room.now))


def test_without_words_it_was_read_as_it_stands() -> None:
    room = in_session("Prepared NV (Ms Name): thank you, Chair", "Delivered NV:")
    assert spoken(room) == [("NV", "thank you, Chair")]
    (held,) = room.meeting.prepared.values()
    assert held.delivered == room.entries[-1].id


def test_one_of_several_is_named_or_the_first_is_meant() -> None:
    room = in_session("Prepared NV: one", "Prepared NV: two")
    second = room.entries[-1].id
    room(f"Delivered @{second} NV:", "Delivered NV:")
    assert spoken(room) == [("NV", "two"), ("NV", "one")]
    assert room("Delivered NV: three").verdict == "refused"


def test_nothing_that_was_handed_in_is_refused_and_the_words_are_kept() -> None:
    refused = in_session("NV: hello")("Delivered TR: words that were said")
    assert refused.verdict == "refused" and refused.ways_out
    assert "words that were said" in refused.entry.what.line


def test_short_forms_are_written_out_in_documents_and_nowhere_else() -> None:
    room = in_session("Abbreviations: wc = welcomed; rep = report", "NV: wc the rep, and the reply")
    assert spoken(room) == [("NV", "wc the rep, and the reply")]
    text = written(summary(open_record(room.record), room.now))
    assert "welcomed the report, and the reply" in text
    assert "welcomed" not in room.entries[-1].model_dump_json()


@pytest.mark.parametrize(
    ("line", "reads"),
    [
        ("NV: Wc by all", "Welcomed by all"),
        ('NV: said "wc" and wc', 'said "wc" and welcomed'),
        ("NV: WC, non-wc and wcs", "WC, non-wc and wcs"),
        ("NV: (wc)", "(welcomed)"),
    ],
)
def test_a_short_form_is_a_whole_word_outside_quotation_marks(line: str, reads: str) -> None:
    room = in_session("Abbreviations: wc = welcomed", line)
    out = written_out(room.record).meeting
    assert [one.text for one in out.speeches.values()] == [reads]


def test_each_station_has_its_own_and_the_last_table_counts() -> None:
    room = in_session("Abbreviations: wc = welcomed", "NV: wc")
    other = Room("OS: wc", station="room-2", record=room.record, start=room.now)
    room.now = other.now
    room("Abbreviations: wc = water committee")
    said = sorted(one.text for one in written_out(room.record).meeting.speeches.values())
    assert said == ["water committee", "wc"]


def test_a_correction_finds_what_was_typed_and_documents_write_out_what_it_gives() -> None:
    room = in_session("Abbreviations: wc = welcomed", "NV: nv wc it", "s/nv/also/")
    assert "also welcomed it" in written(summary(open_record(room.record), room.now)).casefold()


def test_without_any_the_record_is_the_same_one() -> None:
    room = in_session("NV: hello")
    assert written_out(room.record) is room.record
    assert communique(open_record(room.record), room.now)
