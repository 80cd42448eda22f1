"""The list shows the record as it is now, however it got there."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plenary_tui.record.kinds import Check
from plenary_tui.ui.seen.rows import RowKeeper, row_of
from plenary_tui.ui.seen.views import Row, Rows
from tests.record.rooms import Room, in_session

MEETING = (
    "NV: welcomes the outcom", "s/outcom/outcome/", "GDA: notes it", "???: mumbles", "?name",
    "Proposal NV: We meet.", "Objection TR: no", "Adopted:", "undo", "redo", "undo",
    "Objection withdrawn TR", "Adopted:", "In camera:", "TR: a secret", "Open session:",
    "In camera from 09:02:", "Open session:", "... and more", "Done: that", "10:99 what is this",
    "Date: 2027-11-10", "KE: the next day", "Delegation KE: Keldia; Observer",
)  # fmt: skip


def shown(rows: list[Row], change: Rows) -> list[Row]:
    """Return what a list shows after a change."""
    rows = [] if change.whole else list(rows)
    for place, row in change.changed:
        rows[place] = row
    return [*rows, *change.added]


def test_step_by_step_or_all_at_once_gives_the_same_list() -> None:
    room = in_session()
    keeper = RowKeeper()
    rows = shown([], keeper.update(room.record))
    for line in MEETING:
        room(line)
        rows = shown(rows, keeper.update(room.record))
        assert rows == shown([], RowKeeper().update(room.record)), line


def test_an_ordinary_line_changes_nothing_but_the_end() -> None:
    room = in_session("NV: one")
    keeper = RowKeeper()
    keeper.update(room.record)
    room("NV: two")
    change = keeper.update(room.record)
    assert (len(change.added), change.changed, change.whole) == (1, (), False)


@pytest.mark.parametrize(
    ("lines", "text", "note"),
    [
        (("NV: the outcom", "s/outcom/outcome/"), "the outcome", "corrected"),
        (("NV: a slip", "undo"), "a slip", "taken back"),
        (("GDA: notes it",), "notes it", "Observer"),
        (("NV: something", "?name"), "something", "⚑ check the name"),
        (("In camera:", "TR: a secret"), "a secret", "IN CAMERA"),
        (("Proposal NV: X", "Objection TR: no", "Adopted:"), "Adopted:", "no effect"),
    ],
)
def test_what_became_of_an_entry_stands_beside_it(
    lines: tuple[str, ...], text: str, note: str
) -> None:
    rows = RowKeeper().update(in_session(*lines).record).added
    row = next(row for row in rows if row.text == text)
    assert note in row.note


def test_what_was_taken_back_is_named_by_its_words() -> None:
    room = in_session("NV: a slip", "undo", "redo")
    texts = [row.text for row in RowKeeper().update(room.record).added[-2:]]
    assert [text.partition(",")[0] for text in texts] == ["Taken back", "Put back"]
    assert all(text.endswith("Novaria: a slip") for text in texts)


def test_the_day_stands_over_its_first_entry_only() -> None:
    room = in_session("NV: one", "Date: 2027-11-12", "NV: two", "NV: three")
    heads = [row.head for row in RowKeeper().update(room.record).added if row.head]
    assert heads[-1] == "Friday 12 November 2027"
    assert len(set(heads)) == len(heads) == 2


def test_another_rooms_entries_are_taken_in_wherever_they_belong() -> None:
    room = in_session("NV: one")
    keeper = RowKeeper()
    rows = shown([], keeper.update(room.record))
    other = Room(station="annex", record=room.record, start=room.now)
    other("KE: from the annex")
    rows = shown(rows, keeper.update(room.record))
    room("NV: after it")
    assert shown(rows, keeper.update(room.record)) == shown([], RowKeeper().update(room.record))


def test_what_was_asked_of_a_session_as_it_was_made_is_one_quiet_line() -> None:
    room = Room("Zone: Europe/Brussels", "Agenda 1: Opening")
    keeper = RowKeeper()
    rows = shown([], keeper.update(room.record))
    room.now -= timedelta(seconds=10)
    for line in ("? name the chair of WGM", "? name the chair of CPC", "? confirm the list"):
        room.now -= timedelta(seconds=10)  # they come at once
        room(line)
        rows = shown(rows, keeper.update(room.record))
        assert rows == shown([], RowKeeper().update(room.record))
    assert [row.text for row in rows[2:]] == [
        "3 of 3 points about the session to fill in: F10 goes through them"
    ]
    assert rows[1].note == "", "the item that was planned last is not what they are about"
    asked = [one.id for one in room.entries if isinstance(one.what, Check)]
    room.now += timedelta(minutes=1)
    for line in (f"Done @{asked[1]}:", "Opened:", "NV: hello", f"Done @{asked[0]}:"):
        room(line)
        rows = shown(rows, keeper.update(room.record))
        assert rows == shown([], RowKeeper().update(room.record))
    assert rows[2].text.startswith("1 of 3 points")
    assert rows[5].text == "hello"


def test_what_is_done_is_named_by_its_words() -> None:
    room = in_session("NV: the words", "?wording")
    marked = room.entries[-1].id
    room(f"Done @{marked}: asked at the break")
    said = row_of(room.record, room.entries[-1]).text
    assert said.startswith("Done, 09:0") and said.endswith("(asked at the break)")
    assert "confirm the wording – Novaria: the words" in said and marked not in said
