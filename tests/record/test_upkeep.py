"""Corrections, undo and redo: nothing is changed, everything can be taken back."""

from __future__ import annotations

from plenary_tui.record.meeting import Meeting

from .rooms import Room, in_session


def same_but_for_history(one: Meeting, other: Meeting) -> None:
    """Assert that two Meetings are equal apart from what was taken back."""
    left, right = dict(vars(one)), dict(vars(other))
    for name in ("history", "annulled", "desks", "last", "count"):
        left.pop(name), right.pop(name)
    assert left == right


def test_a_correction_means_the_last_entry_that_holds_the_words() -> None:
    room = in_session("NV: the mines in the nroth", "OS: indeed", "s/nroth/north/")
    assert room.last.verdict == "ok"
    first = next(iter(sorted(room.meeting.speeches.values(), key=lambda one: one.rank)))
    assert first.text == "the mines in the north"
    assert first.entry.id in room.meeting.corrections
    assert "nroth" in room.record.entry(first.entry.id).what.text


def test_a_correction_that_finds_nothing_is_refused_and_costs_nothing() -> None:
    room = in_session("NV: the mines")
    assert room("s/levy/fund/").verdict == "refused"
    assert [speech.text for speech in room.meeting.speeches.values()] == ["the mines"]


def test_any_kind_of_entry_is_corrected() -> None:
    room = in_session("Proposal NV: a fnud", "s/fnud/fund/", "Agenda 9: Minse", "s/Minse/Mines/")
    assert room.text("a fund")
    assert room.meeting.agenda["9"].title == "Mines"


def test_a_correction_of_an_earlier_time() -> None:
    room = in_session("NV: hte first")
    then = room.entries[-1].happened.strftime("%H:%M")
    for _ in range(10):
        room("OS: hte other")
    room(f"{then} s/hte/the/")
    texts = [speech.text for speech in sorted(room.meeting.speeches.values(), key=lambda s: s.rank)]
    assert texts.count("the first") == 1 or texts.count("the other") == 1


def test_undo_restores_and_names_and_redo_restores_again() -> None:
    room = in_session("NV: one", "Proposal NV: a fund")
    before = room.meeting
    room("Adopted:")
    after = room.meeting
    room("undo")
    assert room.last.entry.what.target == room.entries[-2].id
    same_but_for_history(before, room.meeting)
    assert [entry.what.kind for entry in room.meeting.history] == ["outcome"]
    room("redo")
    same_but_for_history(after, room.meeting)


def test_undo_walks_back_and_redo_walks_forth() -> None:
    room = in_session("NV: one", "NV: two", "undo", "undo")
    assert not room.meeting.speeches
    room("redo")
    assert [speech.text for speech in room.meeting.speeches.values()] == ["one"]
    room("redo")
    assert len(room.meeting.speeches) == 2
    assert room("redo").verdict == "refused"


def test_a_new_line_ends_what_redo_could_restore() -> None:
    room = in_session("NV: one", "undo", "NV: two")
    assert room("redo").verdict == "refused"


def test_undo_takes_back_this_stations_entries_only() -> None:
    room = in_session("NV: one")
    other = Room(station="annex", record=room.record, start=room.now)
    other("OS: two", "undo")
    assert [speech.text for speech in room.meeting.speeches.values()] == ["one"]
    assert other("undo").verdict == "refused"


def test_an_undone_correction_is_gone() -> None:
    room = in_session("NV: the nroth", "s/nroth/north/", "undo")
    (speech,) = room.meeting.speeches.values()
    assert speech.text == "the nroth"


def test_two_corrections_of_the_same_words_are_a_conflict() -> None:
    room = in_session("NV: the nroth")
    spoken = room.entries[-1].id
    other = Room(station="annex", record=room.record, start=room.now)
    room(f"@{spoken} s/nroth/north/")
    other(f"@{spoken} s/nroth/North/")
    assert any("nothing to correct" in conflict.what for conflict in room.meeting.conflicts)


def test_what_could_not_be_read_is_kept_and_on_the_worklist() -> None:
    room = in_session("Closed: the matter of the fund")
    assert room.last.verdict == "unclear"
    assert room.sitting.state == "open"
    (todo,) = room.meeting.worklist.values()
    assert "the matter of the fund" in todo.text


def test_a_correction_mends_the_first_place_or_with_g_every_one() -> None:
    room = in_session("NV: hte mines and hte rivers", "s/hte/the/")
    (speech,) = room.meeting.speeches.values()
    assert speech.text == "the mines and hte rivers"
    room("undo", "s/hte/the/g")
    (speech,) = room.meeting.speeches.values()
    assert speech.text == "the mines and the rivers"
