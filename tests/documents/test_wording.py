"""Names, reported speech and full stops, as a reader of the summary record gets them."""

from __future__ import annotations

import pytest

from plenary_tui.documents.summary import summary
from plenary_tui.documents.text import text
from tests.record.rooms import Room

LISTED = (
    "Delegation NV: Novaria, the Republic of Novaria; Participant",
    "Delegation EU: European Union, the European Union; Participant",
    "Delegation US: United States, the United States of America; Participant",
    "Delegation CSN: Civil Society Network, the Network; Observer",
    "Delegation CSC: Civil Society Coalition, the Forum Civil Society Coalition; Observer",
    "Delegation WK: Westkara, the Republic of Westkara; Applicant",
    "Delegation GDA: Gem Dealers; Observer",
    "Body WGM: Working Group on Monitoring; chair NV; vice-chair EU",
    "Opened:",
)


def told(line: str) -> str:
    """Return how the summary record tells a line, without the paragraph's number."""
    last = text(summary(Room(*LISTED, line).record)).rstrip("\n").rpartition("\n\n")[2]
    return last.partition(". ")[2]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("NV: asks", "Novaria asked."),
        ("EU: asks", "The European Union asked."),
        ("US: asks", "The United States asked."),
        ("CSN: asks", "The Civil Society Network (Observer) asked."),
        ("CSC: asks", "The Civil Society Coalition (Observer) asked."),
        ("WK: asks", "Westkara (Applicant) asked."),
        ("CSN (Ms Roe): asks", "The Civil Society Network (Observer, Ms Roe) asked."),
        ("Opening CSN: asked", "In an opening statement, the Civil Society Network (Observer) "
                               "asked."),
        ("EU as WGM vice-chair: asks", "The European Union, as vice-chair of the Working "
                                       "Group on Monitoring (WGM), asked."),
        ("Walk-out CSN: left, and slammed the door",
         "In a walk-out, the Civil Society Network (Observer) left, and slammed the door."),
        ("Walk-out CSN: nobody listens",
         "The Civil Society Network (Observer) left the room in protest: nobody listens."),
    ],
)  # fmt: skip
def test_who_it_was(line: str, sentence: str) -> None:
    assert told(line) == sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            "speaking by video link, said that all is well",
            "Novaria, speaking by video link, said that all is well.",
        ),
        ("after a pause, agrees", "Novaria, after a pause, agreed."),
        ("nothing, really", "Novaria said: nothing, really."),
        ("needed the view of its tax office", "Novaria needed the view of its tax office."),
        ("inquires about pensions", "Novaria inquired about pensions."),
        ("forty crowns", "Novaria said: forty crowns."),
        ("a demandé si quelqu'un comptait", "Novaria a demandé si quelqu'un comptait."),
        ("en a compté deux", "Novaria en a compté deux."),
        ("a seat is free", "Novaria said: a seat is free."),
        ("agrees. (Source 2)", "Novaria agreed. (Source 2)"),
        ("agrees (with a smile)", "Novaria agreed (with a smile)."),
        ("asks “why?”", "Novaria asked “why?”"),
    ],
)
def test_reported_speech(words: str, sentence: str) -> None:
    assert told(f"NV: {words}") == sentence


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("\\It was read again", "It was read again."),
        ("\\Two panels sat. (Source 2)", "Two panels sat. (Source 2)"),
        ("For the record NV: We raised our plate",
         "Statement for the record of Novaria, to be annexed: We raised our plate."),
        ("Tribute: A minute of silence", "Tribute: A minute of silence."),
        ("Reservation NV: reserves its right",
         "Novaria made a reservation on what was before the meeting: it reserves its right."),
        ("Reservation NV: the cost",
         "Novaria made a reservation on what was before the meeting: the cost."),
        ("Item 8 deferred: to the summer", "Item 8 was deferred to the summer."),
        ("Item 8 deferred: until June", "Item 8 was deferred until June."),
        ("Item 8 deferred: WGM, for advice",
         "Item 8 was deferred to the Working Group on Monitoring (WGM), for advice."),
    ],
)  # fmt: skip
def test_a_sentence_of_its_own(line: str, sentence: str) -> None:
    assert told(line) == sentence


def test_a_procedure_is_broken_by_something() -> None:
    room = Room(*LISTED, "Proposal NV: a fund", "Silence: until 2028-12-01 12:00 UTC",
                "Silence broken EU: by a letter of Monday: no fund")  # fmt: skip
    assert ("The European Union broke the written procedure on P1 by a letter of Monday: no fund."
            in text(summary(room.record)))  # fmt: skip
