"""The journal of the day: times, who presided, who was there, each speaker once, what is next."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.documents.draft import Section
from plenary_tui.documents.journal import journal
from plenary_tui.documents.text import text
from tests.record.rooms import ROSTER, Room, in_session

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")


def printed(room: Room) -> str:
    """Return the journal of a room."""
    return text(journal(room.record, NOW))


def line(said: str, lead: str) -> str:
    """Return the line of a journal that begins with a lead."""
    (found,) = [one for one in said.split("\n") if one.startswith(lead)]
    return found.removeprefix(lead).strip()


def test_the_times_of_a_sitting_stand_in_one_line_with_their_reasons() -> None:
    room = Room(*ROSTER, "09:00 Opened:", "10:30 Suspended: for coffee", "11:00 Resumed:",
                "12:58 Closed:")  # fmt: skip
    assert line(printed(room), "Times:") == (
        "opening 09:00; suspension 10:30 (for coffee); resumption 11:00; closing 12:58"
    )


def test_what_was_after_midnight_has_its_day() -> None:
    room = Room(*ROSTER, "Stop the clock: 2027-11-09", "22:00 Opened:", "22:10 Item 1: Mines",
                "Proposal NV: a fund", "2027-11-10 00:14 Adopted:",
                "2027-11-10 00:30 Item 1 concluded", "2027-11-10 00:37 Closed:")  # fmt: skip
    said = printed(room)
    assert "closing 00:37 on 10 November 2027" in line(said, "Times:")
    assert "Taken up 22:10; concluded 00:30 on 10 November 2027." in said
    assert "a fund (adopted, 00:14 on 10 November 2027)" in said


def test_those_present_are_counted_by_class_and_listed_by_name() -> None:
    said = printed(in_session("present+ TR, GDA, NV, OS", "present- TR"))
    assert line(said, "Present:") == (
        "2 Participants: Novaria, Ostrea; 1 Observer: Global Diamond Alliance"
    )
    assert line(said, "Left:") == "1 Participant: Tirania"


def test_a_delegation_stands_once_whoever_spoke_for_it_and_as_what() -> None:
    said = printed(in_session(
        "KE (Ms Aurel) as chair: opens", "OS: asks", "WGM chair: reports", "OS (Mr Roe): asks",
        "NV (Ms Moss) for the Coast: warns", "OS: thanks it", "Chair: sums up",
    ))  # fmt: skip
    assert line(said, "Speakers:") == (
        "The Chair (Keldia, Ms Aurel); Ostrea (Mr Roe, also as chair of the WGM); "
        "Novaria (Ms Moss, on behalf of the Coast)"
    )


def test_observers_stand_apart_under_their_class() -> None:
    room = Room(*ROSTER, "Delegation PGE: Panel; Guest", "Opened:", "GDA (Mr Low): asks",
                "PGE: answers", "NV: thanks both", "GDA: thanks it")  # fmt: skip
    said = printed(room)
    assert line(said, "Speakers:") == "Novaria"
    assert line(said, "Observer:") == "Global Diamond Alliance (Mr Low)"
    assert line(said, "Guest:") == "Panel"


def test_what_became_of_an_item_is_one_line_but_for_its_reasons() -> None:
    room = in_session("Item 1: Mines", "Item 1 concluded", "Item 1 reopened", "Item 1 concluded",
                      "Agenda 2: Trade", "Item 2 deferred: to the summer")  # fmt: skip
    said = printed(room)
    assert len([one for one in said.split("\n") if one.startswith("Taken up")]) == 1
    assert said.count("; concluded ") == 2 and said.count("; reopened ") == 1
    assert "\nDeferred 09:" in said and " to the summer.\n" in said


def test_the_programme_is_what_is_announced_and_not_yet_taken_up() -> None:
    room = Room(*ROSTER, "Agenda 1: Opening", "Agenda 2: Mines", "Agenda 3: Closing", "Opened:",
                "Item 1", "Closed:", "Sitting: WGM, Room 2")  # fmt: skip
    draft = journal(room.record, NOW)
    programme = next(one for one in draft.sections if one.heading == "Programme")
    said = text(journal(room.record, NOW)).partition("Programme\n=========\n\n")[2]
    assert isinstance(programme, Section)
    assert said.split("\n\n") == [
        "- Sitting, Working Group on Monitoring, Room 2", "Items still to be taken up:",
        "- Item 2: Mines\n- Item 3: Closing\n",
    ]  # fmt: skip
    room("Meeting closed:")
    assert "still to be taken up" not in printed(room)
