"""How the training session's communiqué was negotiated: two versions, a copy back, a review."""

from __future__ import annotations

from plenary_tui.documents.communique import workshop
from plenary_tui.documents.corrigendum import corrigendum
from plenary_tui.documents.received import received
from plenary_tui.documents.text import text
from plenary_tui.documents.workshop.snapshot import issued_draft
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.redaction import open_record
from plenary_tui.record.reviewing import stage_of


def test_two_versions_went_out_and_the_second_is_final(record: Record, meeting: Meeting) -> None:
    first, second = (issued_draft(meeting, "training", one) for one in meeting.drafts.versions)
    assert first.stamp.startswith("DRAFT, version 1, 12 November 2021")
    assert (first.symbol, second.symbol) == ("PADF/2021/Plenary/L.1", "PADF/2021/Plenary/L.1/Rev.1")
    assert second.state == "FINAL" and not list(second.brackets())
    assert workshop(open_record(record)).draft.sections == second.sections


def test_what_was_negotiated_in_between_stands_in_the_final(meeting: Meeting) -> None:
    words = text(issued_draft(meeting, "training", meeting.drafts.versions[-1]))
    assert "thanked warmly the delegations" in words  # asked by Keldia, accepted
    assert "most interventions kept to the time allowed" in words  # a bracket, cleaned
    assert "late circulation of papers" not in words  # a bracket, dropped
    assert "heard opening statements" not in words  # taken out, the rest numbered anew


def test_what_came_back_is_settled_and_told(record: Record, meeting: Meeting) -> None:
    before = record.until(f"hall-{meeting.drafts.versions[-1].entry.number - 1}")
    table = text(received(open_record(before)))
    assert "→ accepted" in table and "→ in brackets" in table


def test_it_was_published_with_one_corrigendum(record: Record, meeting: Meeting) -> None:
    last = meeting.last
    assert last is not None
    assert stage_of(meeting.drafts, last).name == "published"
    printed = text(corrigendum(open_record(record)))
    assert "reported again" in printed and "took place" not in printed
