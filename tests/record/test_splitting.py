"""An entry is moved, joined to another or split: what was entered stays as it was."""

from __future__ import annotations

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.summary import summary
from plenary_tui.documents.text import text as written
from plenary_tui.record.redaction import open_record

from .rooms import Room, in_session


def said(room: Room) -> list[tuple[str, str]]:
    """Return who said what, in the order of the documents."""
    speeches = sorted(room.meeting.speeches.values(), key=lambda one: one.rank)
    return [(one.what.speaker, one.text) for one in speeches]


def id_of(room: Room, words: str) -> str:
    """Return the id of the entry that was entered with `words`."""
    return next(one.id for one in room.entries if words in getattr(one.what, "text", ""))


def test_the_second_half_of_an_entry_becomes_somebody_elses() -> None:
    room = in_session("NV: we agree. No, we do not", "OS: indeed")
    room(f"Split @{id_of(room, 'agree')} KE: No, we do not")
    assert room.last is not None and room.last.verdict == "ok"
    assert said(room) == [("NV", "we agree."), ("KE", "No, we do not"), ("OS", "indeed")]
    assert room.record.entry(id_of(room, "agree. No")).what.text == "we agree. No, we do not"


def test_a_document_tells_both_parts_where_the_whole_stood() -> None:
    room = in_session("NV: we agree. No, we do not", "OS: indeed")
    room(f"Split @{id_of(room, 'agree')} KE: No, we do not")
    text = written(summary(open_record(room.record), room.now))
    places = [text.index(words) for words in ("we agree", "o, we do not", "indeed")]
    assert places == sorted(places)
    order = [one.id for one in Chronicle(room.record).entries]
    assert len(order) == len(set(order))


def test_what_continues_an_entry_continues_its_last_part() -> None:
    room = in_session("NV: one two")
    first = id_of(room, "one two")
    room(f"Split @{first} KE: two", f"@{first} ... and three")
    assert said(room) == [("NV", "one"), ("KE", "two and three")]


def test_a_part_is_corrected_renamed_and_split_again() -> None:
    room = in_session("NV: one two three")
    room("Split KE: two three", "s/two/twice/", "Split OS: three")
    part = room.entries[-3].id
    assert said(room) == [("NV", "one"), ("KE", "twice"), ("OS", "three")]
    room(f"@{part} is TR")
    assert said(room)[1] == ("TR", "twice")
    assert room.record.reads(part).what.text == "twice"


def test_a_split_that_is_taken_back_leaves_the_whole() -> None:
    room = in_session("NV: one two", "Split KE: two", "undo")
    assert said(room) == [("NV", "one two")]
    room("redo")
    assert said(room) == [("NV", "one"), ("KE", "two")]


def test_a_split_without_a_speaker_stays_the_speakers() -> None:
    room = in_session("NV (Ms Name): one two", "Split: two")
    assert said(room) == [("NV", "one"), ("NV", "two")]


def test_a_split_that_finds_nothing_is_refused_with_a_way_out() -> None:
    room = in_session("NV: one two")
    refused = room("Split KE: seven")
    assert refused.verdict == "refused" and "seven" in refused.why and refused.ways_out
    assert said(room) == [("NV", "one two")]


def test_an_entry_is_joined_to_the_one_above() -> None:
    room = in_session("NV: one", "NV: and two", "KE: three")
    room(f"@{id_of(room, 'two')} joins @{id_of(room, 'one')}")
    assert said(room) == [("NV", "one and two"), ("KE", "three")]
    room("undo")
    assert [who for who, _ in said(room)] == ["NV", "NV", "KE"]


def test_a_refused_line_can_be_joined_too() -> None:
    room = in_session("NV: one", "withdrawn P77:")
    unread = room.entries[-1].id
    room(f"@{unread} joins @{id_of(room, 'one')}")
    assert said(room) == [("NV", "one withdrawn P77:")]


def test_an_entry_moves_to_another_item_by_its_id() -> None:
    room = in_session("Agenda 4: Mines", "Agenda 5: Data", "Item 4", "NV: on data")
    moved = id_of(room, "on data")
    room(f"@{moved} item 5")
    assert room.meeting.speeches[moved].entry.item == "5"
    room(f"@{moved} item 4")
    assert room.meeting.speeches[moved].entry.item == "4"
    assert room(f"@{moved} item 77").verdict == "refused"


def test_a_conflict_is_settled_by_an_entry_and_both_sides_stay() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:")
    other = Room(station="room-2", record=room.record, start=room.now)
    other(f"@{room.entries[-1].id} s/never there/x/")
    assert not room.meeting.conflicts[0].settled
    assert room("Settled: the first correction stands").verdict == "ok"
    last = room.meeting.conflicts[-1]
    settling = next(one.id for one in room.entries if one.what.kind == "settled")
    assert last.settled == settling and len(last.entries) == 2
    assert room("Settled: again").verdict == "refused"


def test_what_is_split_off_from_sealed_words_is_sealed() -> None:
    room = in_session("In camera:", "NV: one secretword", "Open session:")
    room(f"Split @{id_of(room, 'secretword')} KE: secretword")
    dumped = "".join(one.model_dump_json() for one in open_record(room.record).entries)
    assert "secretword" not in dumped


def test_what_two_said_or_what_one_said_behind_closed_doors_is_not_joined() -> None:
    room = in_session("NV: one", "OS: two")
    refused = room(f"@{id_of(room, 'two')} joins @{id_of(room, 'one')}")
    assert refused.verdict == "refused" and any("is NV" in way for way in refused.ways_out)
    room("In camera:", "OS: inside", "Open session:", "OS: outside")
    refused = room(f"@{id_of(room, 'outside')} joins @{id_of(room, 'inside')}")
    assert refused.verdict == "refused" and "in camera" in refused.why


def test_an_objection_from_another_place_after_the_gavel_is_a_conflict_of_both() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:")
    other = Room(station="room-2", record=room.record, start=room.now)
    other("Objection P1 TR: not here")
    (conflict,) = room.meeting.conflicts
    assert [one.rpartition("-")[0] for one in conflict.entries] == ["hall", "room-2"]
    room("Objection TR: again, late")
    assert len(room.meeting.conflicts) == 1
