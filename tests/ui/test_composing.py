"""A document that follows the record holds nothing up, and nothing ends with it."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import ParagraphTaken
from plenary_tui.ui.conducting.composing import AT_MOST_EVERY, Composing
from plenary_tui.ui.conducting.events import Drafted
from tests.documents.meetings import debate
from tests.record.rooms import Room, in_session


def now() -> datetime:
    return datetime(2027, 11, 9, 12, tzinfo=UTC)


class Desk:
    """A record, something that composes from it, and what that told."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.told: queue.Queue[Any] = queue.Queue()
        self.composing = Composing(self.told.put, now)

    def look(self) -> None:
        self.composing.look(self.room.record)

    def next(self) -> Drafted:
        drafted = self.told.get(timeout=10)
        assert isinstance(drafted, Drafted)
        return drafted


@pytest.fixture
def desk() -> Any:
    desk = Desk(in_session("NV: one"))
    yield desk
    desk.composing.stop()


def counted(record: Record, now: datetime) -> Draft:
    return Draft("count", str(len(record.entries)))


def test_it_gives_what_the_whole_record_gives_after_every_entry() -> None:
    desk = Desk(Room())
    desk.composing.follow(communique)
    typed = debate()
    for entries in (typed.entries[:20], typed.entries[20:40], typed.entries[40:]):
        desk.room.record.add(entries)
        desk.look()
        assert desk.next().draft == communique(Record(desk.room.entries), now())
    desk.composing.stop()


def test_many_entries_at_once_are_composed_once_and_not_too_often(desk: Desk) -> None:
    desk.composing.follow(counted)
    desk.look()
    desk.next()
    began = time.monotonic()
    for number in range(50):
        desk.room(f"OS: {number}")
        desk.look()
    drafted = desk.next()
    assert drafted.draft == Draft("count", str(len(desk.room.entries)))
    assert time.monotonic() - began > AT_MOST_EVERY * 0.9
    assert desk.told.empty()


def test_nobody_waits_for_what_is_being_composed(desk: Desk) -> None:
    going_on = threading.Event()

    def slow(record: Record, now: datetime) -> Draft:
        assert going_on.wait(10)
        return counted(record, now)

    desk.composing.follow(slow)
    desk.look()
    began = time.monotonic()
    for number in range(20):
        desk.room(f"OS: {number}")
        desk.look()
    desk.composing.follow(None)
    desk.composing.stop()
    assert time.monotonic() - began < 2
    going_on.set()


def test_what_is_followed_no_more_is_told_no_more(desk: Desk) -> None:
    desk.composing.follow(counted)
    desk.look()
    desk.next()
    desk.composing.follow(None)
    desk.room("OS: two")
    desk.look()
    time.sleep(0.2)
    assert desk.told.empty()


def test_a_document_that_cannot_be_composed_says_why_and_the_next_one_can(desk: Desk) -> None:
    def broken(record: Record, now: datetime) -> Draft:
        raise ValueError("no such thing")

    desk.composing.follow(broken)
    desk.look()
    assert "no such thing" in desk.next().why
    desk.composing.follow(counted)
    desk.look()
    assert desk.next().draft is not None


def test_what_is_done_to_the_draft_is_composed_at_once(desk: Desk) -> None:
    def slow(record: Record, now: datetime) -> Draft:
        time.sleep(0.4)  # after which others wait for more than a second
        return counted(record, now)

    desk.composing.follow(slow)
    desk.look()
    desk.next()
    prepared = desk.room.scribe.enter(ParagraphTaken(), desk.room.now)
    desk.room.scribe.commit(prepared)
    began = time.monotonic()
    desk.look()
    assert desk.next().entries == len(desk.room.entries)
    assert time.monotonic() - began < 1.0


def test_what_takes_longer_is_told_after_the_rest_and_left_once_the_record_has_grown(
    desk: Desk,
) -> None:
    known = len(desk.room.entries)

    def by_parts(record: Record, now: datetime) -> Iterator[Draft]:
        yield counted(record, now)
        yield Draft("checked", str(len(record.entries)))
        if len(record.entries) == known:
            desk.room("OS: more")
            desk.look()
            yield Draft("grown meanwhile", str(known))
        yield Draft("late", str(len(record.entries)))

    desk.composing.follow(by_parts)
    desk.look()
    told = [desk.next().draft for _ in range(6)]
    assert [(one.register, one.title) for one in told if isinstance(one, Draft)] == [
        ("count", str(known)), ("checked", str(known)), ("grown meanwhile", str(known)),
        ("count", str(known + 1)), ("checked", str(known + 1)), ("late", str(known + 1)),
    ]  # fmt: skip
