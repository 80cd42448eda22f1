"""What texts and agenda items are called, where a name alone would not do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plenary_tui.commands.replay import told
from plenary_tui.documents.decisions import decisions
from plenary_tui.documents.draft import Draft, Section
from plenary_tui.documents.journal import journal
from plenary_tui.documents.summary import summary
from plenary_tui.documents.telling import Teller
from plenary_tui.documents.text import text
from plenary_tui.record.history import Record
from tests.record.rooms import ROSTER, Room

from .meetings import plenary


def two_rooms(*bodies: str) -> Record:
    """Return the record of two stations, each in a sitting of its own, that both have a P1.

    Neither station has seen the other's log when it gives the label.
    """
    hall = Room(*ROSTER, "Agenda 4: Mines", f"Sitting: {bodies[0]}, Hall", "Opened:", "Item 4")
    annex = Room(station="annex", record=Record(hall.entries), start=hall.now)
    annex(f"Sitting: {bodies[1]}, Annex", "Opened:", "Item 4", "Proposal OS: to count twice",
          "Agreed:")  # fmt: skip
    hall("Proposal NV: to meet in May", "+ KE", "Deferred: WGM, for a report", "Closed:")
    return Record([*hall.entries, *(one for one in annex.entries if one.station == "annex")])


@pytest.mark.parametrize(
    ("bodies", "one", "other"),
    [
        (("Plenary", "WGM"), "P1 (Plenary)", "P1 (WGM)"),
        (("Plenary", "WGM and CPC"), "P1 (Plenary)", "P1 (WGM and CPC)"),
        (("WGM", "WGM"), "P1 (sitting 1)", "P1 (sitting 2)"),
    ],
)
def test_two_texts_of_one_label_are_told_apart(
    bodies: tuple[str, str], one: str, other: str
) -> None:
    record = two_rooms(*bodies)
    said = text(summary(record))
    assert f"Novaria, supported by Keldia, proposed a text, {one}: to meet in May." in said
    assert f"agreed on {other}: to count twice." in said
    assert f"Text {one}: to meet in May (deferred" in text(journal(record))
    assert f"Decision {other}\n" in text(decisions(record))
    replay = [line for _, line in told(record, everything=False)]
    assert any(line.endswith(f"Ostrea, proposal {other}: to count twice") for line in replay)
    assert any(f"Keldia supports {one}" in line for line in replay)


def test_a_label_that_one_text_has_stands_alone() -> None:
    room = plenary("Proposal NV: to meet in May", "Agreed:")
    assert "\nDecision P1\n" in text(decisions(room.record))
    assert Teller(room.meeting).text(room.text("in May").id) == "P1"


def test_a_station_tells_apart_what_was_outside_any_sitting() -> None:
    hall = Room(*ROSTER, "Proposal NV: to meet in May")
    annex = Room(station="annex", record=Record(), start=hall.now)
    annex("Proposal OS: to count twice")
    listed = text(decisions(Record([*hall.entries, *annex.entries])))
    assert "Text P1 (hall)\n" in listed and "Text P1 (annex)\n" in listed


def retitled() -> Room:
    """An item that is taken up on two days, and has another title on the second."""
    return Room(*ROSTER, "Date: 2027-11-09", "Agenda 7: The budget", "Opened: 10:00", "Item 7",
                "NV: opens the item", "Closed: 11:00", "Date: 2027-11-10",
                "10:00 Agenda 7: The budget, second estimate", "Opened: 10:01", "Item 7",
                "OS: reads it out", "Closed: 11:00")  # fmt: skip


def headings(draft: Draft) -> list[str]:
    """Return the headings of a draft, in order."""

    def within(sections: tuple[Section, ...]) -> list[str]:
        return [one for part in sections for one in (part.heading, *within(part.sections))]

    return within(draft.sections)


@pytest.mark.parametrize("register", [journal, summary])
def test_an_item_has_the_title_that_it_had_when_it_was_taken_up(
    register: Callable[[Record], Draft],
) -> None:
    items = [one for one in headings(register(retitled().record)) if one.startswith("Item 7")]
    assert items == ["Item 7: The budget", "Item 7: The budget, second estimate"]


def test_a_replay_gives_an_item_the_title_of_the_moment() -> None:
    lines = [line for _, line in told(retitled().record, everything=False)]
    taken_up = [line.partition("Item")[2] for line in lines if "taken up" in line]
    assert taken_up == [" 7, The budget, taken up", " 7, The budget, second estimate, taken up"]


def test_an_item_that_had_no_title_yet_has_the_one_it_was_given() -> None:
    room = Room(*ROSTER, "Opened:", "Item 7", "NV: opens it", "Agenda 7: The budget")
    assert "Item 7: The budget" in headings(journal(room.record))
