"""The summary record as a bulletin's reader gets it: names once, allies, who goes on."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, settings

from plenary_tui.documents.draft import Draft, Section, paragraphs_of
from plenary_tui.documents.summary import summary
from plenary_tui.record.redaction import open_record
from tests.documents.test_communique_laws import Session, sessions
from tests.record.rooms import ROSTER, Room, in_session
from tests.sessions.shipped import BOTH, session

from .meetings import plenary

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")


def told(room: Room) -> list[str]:
    """Return the paragraphs of a room's sittings, without their numbers."""
    sections = summary(room.record, NOW).sections
    lists = ("Follow-ups", "Meetings and visits to come", "Annexes", "What does not agree")
    return [
        f"{one.lead} {one.text}".strip()
        for part in sections if part.heading not in lists
        for one in paragraphs_of(part)
    ]  # fmt: skip


def spoken(*lines: str) -> list[str]:
    """Return what the record tells of lines typed in an open sitting, after its opening."""
    return told(in_session(*lines))[1:]


def headings(section: Section) -> list[str]:
    """Return the headings inside a section."""
    return [one for inner in section.sections for one in (inner.heading, *headings(inner))]


def test_a_class_is_said_once_in_a_sitting_and_again_in_the_next() -> None:
    room = in_session("GDA: asks", "NV: answers", "GDA: thanks it", "Closed:", "Opened:",
                      "GDA: returns to it")  # fmt: skip
    assert [one for one in told(room) if "Global" in one] == [
        "Global Diamond Alliance (Observer) asked.",
        "Global Diamond Alliance thanked it.",
        "Global Diamond Alliance (Observer) returned to it.",
    ]


def test_a_person_is_named_again_only_after_another_one() -> None:
    said = spoken("NV (Ms Moss): asks", "OS: answers", "NV (Ms Moss): thanks it", "OS: waits",
                  "NV (Mr Birk): asks", "OS: answers", "NV (Ms Moss): thanks it")  # fmt: skip
    assert [one for one in said if "Novaria" in one] == [
        "Novaria (Ms Moss) asked.", "Novaria thanked it.", "Novaria (Mr Birk) asked.",
        "Novaria (Ms Moss) thanked it.",
    ]  # fmt: skip


def test_a_body_goes_by_its_letters_once_they_are_known() -> None:
    said = spoken("WGM chair: reports", "NV: asks", "WGM chair: answers")
    assert said == [
        "Ostrea, as chair of the Working Group on Monitoring (WGM), reported.", "Novaria asked.",
        "Ostrea, as chair of the WGM, answered.",
    ]  # fmt: skip


def test_who_presides_is_said_as_the_sitting_opens_and_is_the_chair_from_there_on() -> None:
    room = Room(*ROSTER, "Sitting: WGM", "Presiding: KE (Ms Aurel)", "Opened:",
                "KE (Ms Aurel) as chair: welcomes all", "NV: asks",
                "Presiding: OS (Mr Roe)", "OS (Mr Roe) as chair: answers",
                "KE (Ms Aurel) as chair: returns")  # fmt: skip
    opening, *said = told(room)
    assert opening.startswith("The sitting was opened at ")
    assert opening.endswith(", Keldia (Ms Aurel) presiding.")
    assert said[:2] == ["The Chair welcomed all.", "Novaria asked."]
    assert said[2].startswith("Ostrea (Mr Roe) presided from 09:")
    assert said[3:] == ["The Chair answered.", "The Chair (Keldia, Ms Aurel) returned."]


def test_a_speaker_who_goes_on_is_not_named_again() -> None:
    assert spoken("WGM chair: reports two visits", "Paper TP/7 WGM chair: A list",
                  "WGM chair: thanks all", "OS: asks for its turn") == [
        "Ostrea, as chair of the Working Group on Monitoring (WGM), reported two visits. It "
        "introduced document TP/7: A list. It thanked all.",
        "Ostrea asked for its turn.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["OS: goes on", "NV for the Coast: goes on", "NV (Mr Birk): goes on", "NV as host: goes on",
     "Reply NV: goes on", "Point of order NV: goes on", "Opening NV: goes on", "???: goes on"],
)  # fmt: skip
def test_another_name_another_paragraph(line: str) -> None:
    assert len(spoken("NV (Ms Moss): begins", line)) == 2


def test_two_whom_nobody_knows_may_be_two() -> None:
    assert len(spoken("???: begins", "???: goes on")) == 2


def test_whoever_presides_is_named_once() -> None:
    assert spoken("KE (Ms Aurel) as chair: opens", "NV: asks", "KE as chair: answers") == [
        "The Chair (Keldia, Ms Aurel) opened.", "Novaria asked.", "The Chair answered.",
    ]  # fmt: skip


def test_what_others_joined_stands_alone() -> None:
    assert spoken("NV: begins", "+ KE", "NV: goes on", "NV: ends", "Aligned TR") == [
        "Novaria, supported by Keldia, began.", "Novaria went on.",
        "Novaria, joined by Tirania, said: ends.",
    ]  # fmt: skip


def test_words_without_a_verb_go_on_as_they_are() -> None:
    assert spoken("NV: forty crowns", "NV: two seasons", "NV: notes the price") == [
        "Novaria said: forty crowns. Two seasons. It noted the price."
    ]


def test_a_name_that_is_no_delegation_is_no_it() -> None:
    assert spoken("Harbour Master: asks for room", "Harbour Master: thanks all") == [
        "Harbour Master asked for room. Harbour Master thanked all."
    ]


def test_of_four_allies_two_are_named_and_of_a_text_all() -> None:
    assert spoken("NV: asks", "+ OS KE TR GDA", "Proposal NV: a fund", "+ OS KE TR GDA") == [
        "Novaria, supported by Ostrea, Keldia and two others, asked.",
        "Novaria, supported by Ostrea, Keldia, Tirania and Global Diamond Alliance (Observer), "
        "proposed a text, P1: a fund.",
    ]


def test_those_who_say_the_same_in_a_row_are_told_at_once() -> None:
    room = in_session("Proposal NV: a fund", "KE: waits", "+ OS", "+ TR", "q+ KE", "+ KE",
                      "KE:", "TR:", "OS:")  # fmt: skip
    assert told(room)[3:] == [
        "Ostrea, Tirania and Keldia supported P1.", "Keldia, Tirania and Ostrea took the floor.",
    ]  # fmt: skip


def test_small_steps_of_procedure_share_a_paragraph_that_rests_on_each() -> None:
    room = in_session("Proposal NV: a fund", "Objection TR: too dear", "Amendment OS: a small one",
                      "Amendment accepted", "Objection withdrawn TR", "+ KE TR")  # fmt: skip
    steps = next(one for one in summary(room.record, NOW).paragraphs() if "accepted" in one.text)
    assert steps.text == (
        "The amendment of Ostrea was accepted. The objection of Tirania was withdrawn. Keldia and "
        "Tirania supported P1."
    )
    assert steps.sources == tuple(one.id for one in room.entries[-3:])


def test_a_quotation_is_marked_to_be_checked_and_a_word_is_not() -> None:
    said = spoken('NV: said "not a day before June"', 'OS: welcomed the word "fund"',
                  "Closing KE: “We shall meet again in May.”")  # fmt: skip
    assert said == [
        'Novaria said "not a day before June". (Check against delivery.)',
        'Ostrea welcomed the word "fund".',
        "Closing statement of Keldia: “We shall meet again in May.” (Check against delivery.)",
    ]  # fmt: skip


def test_the_words_of_an_outcome_stand_apart() -> None:
    room = in_session("Proposal NV: a fund", "Adopted:", "Chair's notice: two seats")
    leads = [(one.lead, one.text) for one in summary(room.record, NOW).paragraphs() if one.lead]
    assert leads == [
        ("The meeting adopted P1:", "a fund."), ("The Chair issued a notice:", "two seats."),
    ]  # fmt: skip


def test_how_the_agenda_was_adopted_goes_on_with_the_sentence() -> None:
    assert spoken("Adopted agenda: without item 9") == [
        "The meeting adopted its agenda without item 9."
    ]


def test_a_number_stands_where_the_verb_lets_it() -> None:
    said = told(plenary("Draft decision NV: a panel", "Established:", "Draft decision NV: a list",
                        "Adopted:"))  # fmt: skip
    number = "TP/2027/Plenary/Administrative Decision"
    assert any(f"establishment proposed in P1 ({number} 1): a panel." in one for one in said)
    assert any(f"adopted P2, as {number} 2: a list." in one for one in said)


def test_what_comes_before_any_item_needs_no_heading() -> None:
    draft = summary(plenary("NV: asks").record, NOW)
    assert headings(draft.sections[0]) == ["", "Item 4: Mines (WGM)"]
    assert headings(summary(in_session("NV: asks").record, NOW).sections[0]) == ["General"]


def test_where_many_spoke_they_are_listed_before_the_closing() -> None:
    names = [f"Visitor {sign}" for sign in "ABCDEFGH"]
    lines = [f"{name}: asks" for name in names]
    said = told(plenary(*lines, "Chair: sums up", "Closed:"))
    assert said[-2] == f"Took the floor: {', '.join(names[:-1])} and {names[-1]}."
    assert said[-1].startswith("The sitting was closed")
    assert not any("Took the floor" in one for one in told(plenary(*lines[1:], "Closed:")))


def numbers(draft: Draft) -> list[str]:
    """Return the numbers of paragraphs, in order."""
    return [one.number for one in draft.paragraphs() if one.number]


def test_paragraphs_are_numbered_through_all_sittings() -> None:
    room = in_session("NV: asks", "Closed:", "Opened:", "OS: asks", "Annex: a letter")
    found = numbers(summary(room.record, NOW))
    assert found == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("name", BOTH)
def test_every_speech_is_told_once(name: str) -> None:
    record = open_record(session(name).record)
    draft = summary(record)
    rest = [one for one in draft.paragraphs() if not one.lead.startswith("Took the floor")]
    for entry_id in record.meeting.speeches:
        assert sum(entry_id in one.sources for one in rest) == 1
    assert numbers(draft) == [str(one + 1) for one in range(len(numbers(draft)))]


@settings(max_examples=60, deadline=None)
@given(sessions())
def test_nothing_that_was_said_is_left_out(made: Session) -> None:
    record = open_record(made.room.record)
    draft = summary(record, NOW)
    words = " ".join(f"{one.lead} {one.text}" for one in draft.paragraphs()).casefold()
    sources = draft.sources()
    for speech in record.meeting.speeches.values():
        assert speech.entry.id in sources
        last = speech.text.split()[-1:]
        assert all(one.casefold().rstrip(".") in words for one in last)
