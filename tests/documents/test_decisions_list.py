"""The list of decisions: who decided, when and under which item, and after which objections."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.documents.decisions import decisions
from plenary_tui.documents.draft import Draft, Section
from plenary_tui.documents.text import text
from tests.record.rooms import ROSTER, Room

from .meetings import plenary

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")


def sections(room: Room) -> dict[str, list[Section]]:
    """Return the sections of the list by heading, each with its texts."""
    return {one.heading: list(one.sections) for one in decisions(room.record, NOW).sections}


def under(section: Section) -> list[str]:
    """Return the lines under a text."""
    return text(Draft("", "", sections=(section,))).split("\n\n")[3:]


def hall(*lines: str) -> Room:
    """Return a room whose plenary sitting is open on item 4."""
    return Room(*ROSTER, "Kind: plenary", "Agenda 4: Mines; WGM", "Sitting: Plenary", "Opened:",
                "Item 4", *lines)  # fmt: skip


def test_the_outcome_says_who_decided_when_and_under_which_item() -> None:
    (found,) = sections(hall("Proposal NV: a fund", "10:25 Adopted:"))["Decisions"]
    assert found.heading == "Decision P1"
    assert under(found)[-3:] == [
        "Outcome: adopted by the Plenary (9 November 2027, 10:25).", "Item 4: Mines (WGM).",
        "Proposed by Novaria.\n",
    ]  # fmt: skip


def test_what_a_working_body_decided_is_not_the_plenarys() -> None:
    found = sections(plenary("Proposal NV: a fund", "10:25 Agreed:"))
    (of_body,) = found["Decisions of working bodies"]
    assert "agreed by the Working Group on Monitoring (9 " in "\n".join(under(of_body))
    assert "Decisions" not in found


def test_an_adoption_after_an_objection_was_withdrawn_says_so() -> None:
    lines = ("Proposal NV: a fund", "Objection TR: no", "Objection OS: no",
             "Objection withdrawn TR", "Objection withdrawn OS")  # fmt: skip
    said = text(decisions(hall(*lines, "Adopted:").record, NOW))
    assert "by the Plenary after Tirania and Ostrea withdrew their objections (9 " in said
    late = text(decisions(hall(*lines[:2], "Noted:", "Objection withdrawn TR").record, NOW))
    assert "withdrew" not in late


def test_two_of_one_name_are_told_apart_by_their_time() -> None:
    found = sections(hall("10:00 Agreed: a fund", "10:05 Agreed: a list"))["Decisions"]
    assert [one.heading for one in found] == [
        "Decision of 9 November 2027, 10:00", "Decision of 9 November 2027, 10:05",
    ]  # fmt: skip


def test_how_the_agenda_was_adopted_reads_on_from_its_name() -> None:
    said = text(decisions(hall("Adopted agenda: without item 9").record, NOW))
    assert "The agenda without item 9\n" in said
    whole = text(decisions(hall("Adopted agenda:").record, NOW))
    assert "\nThe agenda\n" in whole
