"""The turns of a session as one hears them: who, where, and only words that the record holds."""

from __future__ import annotations

import pytest

from plenary_tui.documents.drill.turns import stretch_of
from plenary_tui.documents.excerpt import Span
from plenary_tui.errors import WrongUse
from plenary_tui.record.redaction import open_record
from plenary_tui.store.session import Session
from tests.documents.meetings import debate
from tests.sessions.shipped import SESSIONS, TRAINING

from .test_laws import held


def test_a_request_is_told_as_it_is_seen_and_a_name_as_it_is_written() -> None:
    turns = stretch_of(held("q+ NV, OS", "q+ KE", "mprorock: hello").record, Span()).turns
    assert [turn.head for turn in turns[1:]] == [
        "Novaria, Ostrea ask for the floor", "Keldia asks for the floor", "mprorock",
    ]  # fmt: skip


def test_every_word_that_is_heard_is_kept_in_the_record() -> None:
    record = debate().record
    kept = " ".join(str(getattr(one.what, "text", "")) for one in record.readings())
    for turn in stretch_of(record, Span()).turns:
        assert turn.words in " ".join(kept.split())


def test_chat_notes_and_what_is_under_seal_are_not_heard() -> None:
    meeting = held("<booth> no sound", "Private: he is late", "?missed", "In camera:", "NV: secret")
    said = [turn.whole for turn in stretch_of(open_record(meeting.record), Span()).turns]
    assert said == ["Sitting 1 opened", "In camera from here on"]


def test_a_stretch_says_where_the_meeting_stands_as_it_begins() -> None:
    meeting = held(
        "Presiding: KE", "Item 4", "Proposal NV: We meet in May", "TR: has doubts", "OS: has none"
    )
    since = next(one.id for one in meeting.entries if "doubts" in str(one.what))
    stretch = stretch_of(meeting.record, Span(since=since))
    assert [turn.head for turn in stretch.turns] == ["Tirania", "Ostrea"]
    assert stretch.before[0] == "Sitting 1 is open · Keldia presides · item 4, Mines"
    assert stretch.before[1].endswith("P1 of Novaria: We meet in May")


def test_where_two_rooms_sit_at_once_each_turn_says_which() -> None:
    record = open_record(Session(SESSIONS / TRAINING).record)
    turns = stretch_of(record, Span()).turns
    rooms = {turn.room for turn in turns}
    assert len(rooms - {""}) >= 2
    assert all(turn.named.startswith(f"[{turn.room}]") for turn in turns if turn.room)


def test_where_nothing_is_said_there_is_no_drill() -> None:
    with pytest.raises(WrongUse, match="Nothing is said in this session"):
        stretch_of(open_record(held().record.until("hall-1")), Span())
