"""Open brackets over time: in texts of the room, and in the draft."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.figures import figures, words
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import plenary
from tests.record.rooms import Room
from tests.sessions.shipped import TRAINING, session

LINES = (
    "Proposal NV: The sub-team meets in May and in June", "Bracket TR: in May",
    "Bracket OS: in June", "Alternative TR: in July", "Clean: in May", "Clean: in June", "undo",
    "Adopted:", "NV: speaks", "In camera:", "Open session:",
)  # fmt: skip


def numbers(room: Room) -> list[tuple[int, int]]:
    return [(one.room, one.draft) for one in figures(open_record(room.record)).steps]


def test_each_bracket_opens_and_closes_a_step() -> None:
    room = plenary("Proposal NV: The sub-team meets in May and in June", "Bracket TR: in May",
                   "NV: speaks", "Bracket OS: in June", "Clean: in May")  # fmt: skip
    assert numbers(room) == [(1, 0), (2, 0), (1, 0)]
    room("undo")
    assert numbers(room) == [(1, 0), (2, 0)]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_the_last_step_is_what_is_open_by_now(lines: list[str]) -> None:
    record = open_record(plenary(*lines).record)
    steps = figures(record).steps
    still = sum(not one.cleaned for one in record.meeting.brackets.values())
    assert (steps[-1].room if steps else 0) == still
    assert all(one.room >= 0 and one.draft >= 0 for one in steps)
    assert [one.at for one in steps] == sorted(one.at for one in steps)


def test_brackets_of_the_draft_are_those_it_had_when_each_version_went_out() -> None:
    record = open_record(session(TRAINING).record)
    found = figures(record)
    versions = [one for one in found.steps if one.issued]
    assert [one.issued for one in versions] == [one.label for one in record.meeting.drafts.versions]
    for step in versions:
        version = record.meeting.drafts.version(step.entry)
        assert version is not None
        before = record.until(step.entry)
        assert step.draft == len(workshop(before, version.entry.happened).open_brackets())


def test_the_sentence_says_the_most_and_the_last() -> None:
    room = plenary("Proposal NV: The sub-team meets in May", "Bracket TR: in May", "Clean: in May")
    found = figures(open_record(room.record), datetime.fromisoformat("2027-11-12T00:00+01:00"))
    said = words.of_steps(found.steps, found.in_draft_now)
    assert "at most 1 (1 in texts of the room, 0 in the draft), on 9 November 2027" in said
    assert "last 0 in texts of the room" in said
    assert "none was ever asked for" in words.of_steps((), 0)
