"""In camera and in private: what is said there is not in the open record."""

from __future__ import annotations

from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record

from .rooms import Room, in_session

SECRET = "xyzzy"


def open_words(room: Room) -> str:
    """Return everything that the open record of a room holds, as one string."""
    record = open_record(room.record)
    return repr([entry.what for entry in record.entries]) + repr(vars(record.meeting))


def test_what_is_said_in_camera_is_not_in_the_open_record() -> None:
    room = in_session("In camera:", f"NV: {SECRET}", f"Private: {SECRET}", "Open session:")
    assert SECRET in repr(room.meeting)
    assert SECRET not in open_words(room)
    assert len(open_record(room.record).meeting.sealed) == 2


def test_a_private_note_is_sealed_in_open_session() -> None:
    room = in_session(f"Private: {SECRET}", "Check: the figure")
    assert SECRET not in open_words(room)


def test_an_outcome_adopted_in_camera_is_open_with_its_words() -> None:
    room = in_session("In camera:", "Draft decision NV: the seat goes to Keldia", "Adopted:")
    room(f"Proposal OS: {SECRET}", "Noted:")
    meeting = open_record(room.record).meeting
    (text,) = [one for one in meeting.texts.values() if one.text]
    assert (text.text, text.state) == ("the seat goes to Keldia", "adopted")
    assert text.number
    assert SECRET not in open_words(room)


def test_a_time_already_past_is_covered() -> None:
    room = in_session("NV: in the open")
    since = room.now.replace(second=0)
    room.now = since.replace(minute=since.minute + 2)
    room(f"OS: {SECRET}", f"s/{SECRET}/{SECRET}2/")
    room.now = room.now.replace(minute=room.now.minute + 2)
    room(f"In camera from {since.replace(minute=since.minute + 1):%H:%M}:")
    assert SECRET not in open_words(room)
    assert "in the open" in open_words(room)


def test_a_correction_of_sealed_words_is_sealed_although_the_session_is_open() -> None:
    room = in_session("In camera:", f"NV: {SECRET} is the word", "Open session:")
    room(f"s/{SECRET}/{SECRET}{SECRET}/")
    assert room.last.entry.marking == "in_camera"
    assert SECRET not in open_words(room)


def test_that_a_sitting_closed_in_camera_is_open_but_not_why() -> None:
    room = in_session("In camera:", f"Suspended: {SECRET}")
    record = open_record(room.record)
    (sitting,) = [one for one in record.meeting.sittings.values() if one.number]
    assert sitting.state == "suspended"
    assert SECRET not in open_words(room)


def test_restricted_words_stay_but_are_marked() -> None:
    room = in_session("Restricted:", "NV: for members only")
    assert room.entries[-1].marking == "restricted"
    assert "for members only" in open_words(room)


def test_what_was_taken_back_is_covered_too() -> None:
    room = in_session("NV: in the open")
    since = room.now.replace(second=0)
    room.now = since.replace(minute=since.minute + 2)
    room(f"OS: {SECRET}", "undo")
    room.now = room.now.replace(minute=room.now.minute + 2)
    room(f"In camera from {since.replace(minute=since.minute + 1):%H:%M}:")
    assert SECRET not in open_words(room)
    assert "in the open" in open_words(room)


def test_a_correction_of_what_was_adopted_in_camera_is_open_with_it() -> None:
    room = in_session("In camera:", "Agreed: the seat goes to Keldai", "s/Keldai/Keldia/")
    (text,) = open_record(room.record).meeting.texts.values()
    assert text.text == "the seat goes to Keldia"


def test_what_carries_sealed_words_is_sealed_whoever_marked_it_open() -> None:
    room = in_session("In camera:", f"NV: {SECRET}", "... and more", "Open session:")
    room(f"s/{SECRET}/{SECRET}2/")
    opened = [
        entry.model_copy(update={"marking": "open"})
        if entry.what.kind in ("correction", "continuation") else entry
        for entry in room.entries
    ]  # fmt: skip
    assert SECRET not in repr([entry.what for entry in open_record(Record(opened)).entries])


def test_why_a_sitting_goes_in_camera_is_sealed_and_that_it_does_is_not() -> None:
    room = in_session(f"In camera: {SECRET}", "Open session:")
    record = open_record(room.record)
    assert SECRET not in open_words(room)
    assert [entry.what.kind for entry in record.entries[-2:]] == ["marking", "marking"]
    assert room.entries[-2].seals
    assert room.entries[-1].marking == "open"
