"""An excerpt: what was chosen stands, with what it cannot stand without, and nothing else."""

from __future__ import annotations

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from plenary_tui.documents.akn import akn
from plenary_tui.documents.excerpt import (
    Span,
    alone,
    chosen_by,
    excerpt,
    excerpt_data,
    excerpt_notes,
    excerpt_summary,
)
from plenary_tui.documents.text import text
from plenary_tui.errors import WrongUse
from tests.record.rooms import ROSTER, Room, in_session

NOW = datetime(2027, 11, 10, tzinfo=ZoneInfo("Europe/Brussels"))


def meeting() -> Room:
    """Return a meeting on two items."""
    return in_session(
        "Agenda 1: Opening", "Agenda 2: Mines", "Item 1", "NV: opens the wrod", "... at length",
        "s/wrod/word/", "OS: thanks the host", "Item 2", "Proposal KE: we meet monthly",
        "Objection TR: too often", "Objection withdrawn TR", "Adopted:", "TR: regrets", "Closed:",
    )  # fmt: skip


def of(room: Room, *kinds: str) -> list[str]:
    """Return the ids of the entries of some kinds."""
    return [one.id for one in room.entries if one.what.kind in kinds]


def test_what_somebody_said_stands_as_it_reads_with_what_continues_it() -> None:
    room = meeting()
    chosen = of(room, "intervention")[:1]
    written = text(excerpt_summary(room.record, chosen, "Excerpt: NV", NOW))
    assert "the word at length" in " ".join(written.split())
    assert "Excerpt: NV" in written and "excerpt" in written.splitlines()[0]
    assert not any(words in written for words in ("thanks the host", "regrets", "monthly"))


def test_a_decision_stands_with_its_text_and_nothing_waits() -> None:
    room = meeting()
    part = excerpt(room.record, of(room, "outcome"))
    assert not part.waiting()
    (decided,) = part.meeting.texts.values()
    assert (decided.text, decided.state) == ("we meet monthly", "adopted")
    assert decided.number == room.text("monthly").number
    assert not part.meeting.speeches


def test_an_excerpt_as_data_is_in_the_form_of_the_whole() -> None:
    room = meeting()
    part = json.loads(excerpt_data(room.record, of(room, "intervention"), "Excerpt: it", NOW))
    assert [one["speaker"] for one in part["interventions"]] == ["NV", "OS", "TR"]
    assert part["decisions"] == [] and len(part["delegations"]) == 5


def test_an_excerpt_as_notes_imports_again() -> None:
    room = meeting()
    chosen = of(room, "intervention", "outcome")
    written = excerpt_notes(room.record, chosen, "Excerpt: one\nline")
    assert "# Excerpt: one line\n" in written
    again = Room(live=False)
    for line in written.splitlines():
        if not line.startswith("# "):
            again(line)
    part = excerpt(room.record, chosen).meeting
    said = {(one.what.speaker, one.text) for one in part.speeches.values()}
    assert {(one.what.speaker, one.text) for one in again.meeting.speeches.values()} == said
    assert {one.state for one in again.meeting.texts.values()} == {"adopted"}


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (Span(items=("2",)), {"regrets"}),
        (Span(delegations=("os", "TR")), {"thanks the host", "regrets"}),
        (Span(items=("1",), delegations=("NV",)), {"opens the word at length"}),
        (Span(since="09:02:30"), {"thanks the host", "regrets"}),
        (Span(since="09:03"), {"regrets"}),
    ],
)  # fmt: skip
def test_a_span_of_time_items_and_delegations_is_chosen(span: Span, said: set[str]) -> None:
    record = meeting().record
    part = excerpt(record, chosen_by(record, span))
    assert {one.text for one in part.meeting.speeches.values()} == said


@pytest.mark.parametrize(
    "span", [Span(items=("9",)), Span(delegations=("Atlantis",)), Span(since="2030-01-01")]
)
def test_a_span_that_holds_nothing_is_refused(span: Span) -> None:
    with pytest.raises(WrongUse, match=r"no item 9|Nothing here"):
        chosen_by(meeting().record, span)


def test_what_was_taken_back_stays_out_of_an_excerpt() -> None:
    room = meeting()
    room("Opened:", "NV: said in error", "undo")
    part = excerpt(room.record, of(room, "intervention"))
    assert "said in error" not in [one.text for one in part.meeting.speeches.values()]


def two_sittings() -> Room:
    """Return a meeting whose second sitting somebody else presides, and gives up half-way."""
    return Room(
        *ROSTER, "Meeting: A Plenary", "Presiding: NV (Ms Nall)", "Agenda 1: Mines", "Opened:",
        "Draft decision NV: a levy", "Adopted:", "Closed:", "Sitting: WGM, Room 2",
        "Presiding: OS (Mr Olm)", "Opened:", "Item 1", "TR: asks for time",
        "Presiding: KE (Ms Karr)", "TR: asks again", "Draft decision NV: a fund", "Adopted:",
        "Closed:",
    )  # fmt: skip


def test_the_sitting_and_its_chair_are_those_of_the_whole() -> None:
    room = two_sittings()
    first, again = of(room, "intervention")
    early = text(excerpt_summary(room.record, [first], "Excerpt: it", NOW))
    assert (
        "Sitting 2, Working Group on Monitoring" in early and "Ostrea (Mr Olm) presiding" in early
    )
    assert "Karr" not in early and "Nall" not in early
    late = text(excerpt_summary(room.record, [again], "Excerpt: it", NOW))
    assert "Ostrea (Mr Olm) presiding" in late and "Keldia (Ms Karr) presided from" in late


def test_data_say_of_what_they_are_an_excerpt_and_leave_out_other_sittings() -> None:
    room = two_sittings()
    part = json.loads(excerpt_data(room.record, of(room, "intervention"), "Excerpt: TR", NOW))
    assert part["excerpt"] == "Excerpt: TR"
    assert [(one["number"], one["state"]) for one in part["sittings"]] == [(2, "closed")]


def test_the_proposal_of_one_delegation_is_not_pending_once_it_was_adopted() -> None:
    room = two_sittings()
    last = of(room, "proposal")[-1:]
    part = json.loads(excerpt_data(room.record, last, "Excerpt: NV", NOW))
    assert not part["proposals"]
    assert [one["number"] for one in part["decisions"]] == [room.text("a fund").number]


def test_imported_it_is_titled_as_an_excerpt_keeps_its_numbers_and_leaves_nothing_open() -> None:
    room = two_sittings()
    again = Room(live=False)
    for line in excerpt_notes(room.record, of(room, "proposal")[-1:], "Excerpt: NV").splitlines():
        if not line.startswith("# "):
            again(line)
    assert again.meeting.facts["title"] == "A Plenary (excerpt: NV)"
    assert again.text("a fund").number == room.text("a fund").number != ""
    assert {one.state for one in again.meeting.sittings.values() if one.id} == {"closed"}
    assert "a levy" not in [one.text for one in again.meeting.texts.values()]


def test_an_excerpt_as_a_debate_is_a_work_of_its_own() -> None:
    room = two_sittings()
    part = excerpt(room.record, of(room, "intervention"))
    written = akn(part, NOW, "Excerpt: item 1").decode()
    assert "/a-plenary-excerpt-item-1/" in written and "<p>Excerpt: item 1</p>" in written
    assert "Summary record: excerpt" in written


def test_who_walked_out_is_of_the_frame_and_what_they_said_is_not() -> None:
    room = in_session(
        "present+ NV, GDA", "NV: speaks", "Walk-out GDA: this is no consensus",
        "s/no consensus/a farce/", "In camera: to speak freely", "Open session:", "Closed:",
    )  # fmt: skip
    written = excerpt_notes(room.record, of(room, "intervention"), "Excerpt: NV")
    assert "Walk-out GDA" in written
    assert not any(words in written for words in ("consensus", "farce", "freely"))
    part = alone(room.record, of(room, "intervention"), "Excerpt: NV").meeting
    assert [one.present for one in part.sittings.values() if one.id] == [("NV",)]
    assert not part.conflicts
