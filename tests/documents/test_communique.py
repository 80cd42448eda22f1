"""The communiqué: its order, its verbs, its brackets, and that it names no delegation as acting."""

from __future__ import annotations

from datetime import datetime

import pytest

from plenary_tui.documents.annotated import annotated
from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Issue, Listing, Paragraph
from plenary_tui.documents.evidence import explainer
from plenary_tui.documents.markdown import markdown
from plenary_tui.documents.text import text
from plenary_tui.errors import PlenaryError
from plenary_tui.record.history import Record
from tests.record.rooms import ROSTER, Room

from .meetings import SETUP, debate, every_outcome, plenary

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")


def hall(*lines: str) -> Room:
    """Return a room of the Plenary itself, on item 4."""
    return Room(*SETUP, "Presiding: KE (Ms Aurel)", "Opened:", "Item 4", *lines)


def drawn(room: Room) -> Draft:
    """Return the communiqué of a room."""
    return communique(room.record, NOW)


def holding(draft: Draft, words: str) -> Paragraph:
    """Return the one numbered paragraph that holds `words`."""
    (found,) = [one for one in draft.paragraphs() if one.number and words in one.text]
    return found


def section_of(draft: Draft, words: str) -> str:
    """Return the heading of the section whose numbered paragraphs hold `words`."""
    (found,) = [
        section.heading for section in draft.sections
        if any(isinstance(block, Paragraph) and words in block.text for block in section.blocks)
    ]  # fmt: skip
    return found


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("Alpha", "The WGM adopted TP/2027/Plenary/Administrative "
         "Decision 1 as amended, “Alpha is kept” (Annex I). The amendment accepted to it reads: "
         "“Alpha is kept for a year”. One reservation, one interpretative statement, one "
         "dissociation and one objection voiced after the gavel were recorded."),
        ("Beta", "[The Chair gavelled the following text over an objection that stands, and its "
         "outcome is disputed: “Beta opens”.]"),
        ("Gamma", "The WGM took note of the following text: “Gamma is read”."),
        ("Delta", "The WGM deferred the following text to the next Plenary; it remains open: "
         "“Delta waits”."),
        ("Epsilon", "The WGM referred the following text to the WGM; it remains open: "
         "“Epsilon goes on”."),
        ("Zeta", "The WGM reached no consensus on the following text: “Zeta splits us”."),
        ("Eta is", "The WGM adopted ad referendum: “Eta is a trial”."),
        ("Iota", "The WGM placed the following text under written procedure until 1 December "
         "2027, 12:00 CET, with no result recorded: [“Iota by letter”]."),
        ("Kappa", "The WGM placed the following text under written procedure until 1 December "
         "2029, 12:00 CET; it remains open: [“Kappa by letter”]."),
        ("Lambda", "The WGM discussed the following text, which remains open: "
         "[“Lambda remains”]."),
        ("Mu is", "The WGM agreed: “Mu is agreed”."),
        ("Nu", "The WGM recommended: “Members report Nu”."),
        ("Xi", "The Chair issued a notice on the Chair’s own responsibility: “Xi is closed”."),
        ("Omicron", "The Chair made a statement on the Chair’s own responsibility: "
         "“Omicron was good”."),
    ],
)  # fmt: skip
def test_each_outcome_reads_as_it_was_recorded(words: str, reads: str) -> None:
    assert holding(drawn(every_outcome()), words).text == reads


def test_what_was_withdrawn_or_lapsed_is_gone_and_what_was_carried_over_is_said() -> None:
    room = every_outcome()
    assert "Theta" not in text(drawn(room))
    room = hall("Proposal NV: Rho", "Proposal OS: Sigma", "Carried over: the next Plenary",
                "Meeting closed:")  # fmt: skip
    said = text(drawn(room))
    assert "Rho" not in said
    assert "carried the following text over to the next Plenary; there was no consensus" in said


def test_the_meeting_decides_in_its_own_sittings_and_a_body_in_its_own() -> None:
    said = text(drawn(hall("Proposal NV: a seat", "Decided:", "Closed:", "Sitting: CPC + WGM",
                           "Opened:", "Item 4", "Proposal OS: a chair", "Agreed:")))  # fmt: skip
    assert "The Plenary decided: “a seat”." in said
    assert "The CPC and the WGM, sitting jointly, agreed: “a chair”." in said
    assert "The Committee on Participation (CPC) and the Working Group on Monitoring (WGM)" in said


def test_an_intersessional_speaks_in_its_own_name() -> None:
    room = Room(*ROSTER, "Kind: intersessional", "Opened:", "Item 1: Mines",
                "Recommendation: Members report", "Agreed: a seat")  # fmt: skip
    said = text(drawn(room))
    assert "The Intersessional recommended: “Members report”." in said
    assert "The Intersessional agreed: “a seat”." in said
    assert "Plenary" not in said


def test_the_parts_stand_in_the_order_of_a_communique() -> None:
    room = Room(
        *SETUP, "Agenda 2: Adoption of the agenda", "Agenda 3: Special Forum",
        "Agenda 5: Vice-Chair in 2028", "Agenda 6: Cooperation with partners",
        "Agenda 7: Scope", "Presiding: KE (Ms Aurel)", "present+ NV, OS, KE, GDA", "Opened:",
        "Item 1", "Opening KE (Mr Vael) as host: Welcome to all",
        "Opening GDA: we begin", "Item 2", "Item 7 not included: Tirania did not agree",
        "Adopted agenda:", "Item 3", "NV: shows a drill", "Item 4", "NV: proposes a fund",
        "Draft decision NV: A fund is opened", "Adopted:", "Item 6", "OS: met the bank",
        "Item 5", "Proposal: Ostrea serves as Vice-Chair", "Selected:",
        "Tribute: The interpreters were applauded", "Event: Forum on Mines, Lindau, 2028-03-01",
        "Closing NV: thanks all",
        "Closing KE (Ms Aurel) as chair: thanked the city for its hospitality",
        "Annex: the letter of Keldia", "For the record TR: We were never asked",
        "Action WGM: a report by 2028-05-01",
    )  # fmt: skip
    draft = drawn(room)
    assert [section.heading for section in draft.sections] == [
        "", "Opening", "Special Forum", "Agenda and organisation of work",
        "Working Group on Monitoring", "Decisions adopted", "Partners", "Tributes",
        "Chair and Vice-Chair", "Next meetings", "Closing", "Thanks to the host",
        "Annex I: Decisions adopted", "Annex II: Participants",
        "Annex III: Statements and letters for the record", "Annex IV: Next steps",
    ]  # fmt: skip
    said = text(draft)
    assert "The Plenary was attended by 3 Participants and by the Observer Global Diamond" in said
    assert "The Plenary was addressed by Mr Vael, as host." in said
    assert "The Plenary heard an opening statement by an Observer." in said
    assert "Item 7, “Scope”, was not included in the agenda." in said
    assert "The Chair, Ms Aurel, thanked the city for its hospitality." in said
    assert "Tirania did not agree" not in said
    numbers = [one.number for one in draft.paragraphs() if one.number]
    assert numbers == [str(place + 1) for place in range(len(numbers))]
    assert len({one.id for one in draft.paragraphs()}) == len(list(draft.paragraphs()))


def test_a_text_keeps_its_id_when_others_come_and_go() -> None:
    room = hall("Proposal NV: one", "Agreed:", "Proposal OS: two", "Agreed:")
    before = holding(drawn(room), "“two”")
    room("Proposal KE: three", "Agreed:", "Opening GDA: we begin")
    after = holding(drawn(room), "“two”")
    assert before.id == after.id
    assert before.number != after.number


def test_brackets_stand_in_a_text_with_their_owners() -> None:
    room = hall("Proposal NV: The fund opens in May with six seats", "Bracket TR: in May",
                "Alternative OS: in June", "Bracket KE: six")  # fmt: skip
    draft = drawn(room)
    paragraph = holding(draft, "The fund")
    assert "[“The fund opens [in May] with [six] seats [Alternative: in June]”]" in paragraph.text
    owned = {paragraph.text[one.start : one.end]: one.owner for one in paragraph.brackets}
    assert owned["[in May]"] == "Tirania"
    assert owned["[six]"] == "Keldia"
    assert owned["[Alternative: in June]"] == "Ostrea"
    assert len(list(draft.brackets())) == 4
    noted = text(annotated(draft, explainer(room.record)))
    assert "[Tirania: in May]" in noted and "[Ostrea: Alternative: in June]" in noted
    assert "Tirania" not in text(draft)
    room("Clean: in May", "Clean: six", "Adopted:")
    assert not list(drawn(room).brackets())


def test_brackets_that_were_typed_count_too() -> None:
    assert len(list(drawn(hall("Adopted: a fund [of [two] seats] is opened")).brackets())) == 2


def test_paragraphs_drafted_in_the_room() -> None:
    room = hall("Para 14 TR: The Plenary welcomed the work",
                "Para 14 KE: The Plenary thanked the group", "Para 9 OS: The Plenary noted it",
                "Para 9 agreed", "Para 20 NV: Keldia refused the fund")  # fmt: skip
    draft = drawn(room)
    said = [one.text for one in draft.paragraphs() if one.lead.startswith("(Paragraph")]
    assert said == [
        "The Plenary noted it.",
        "[The Plenary welcomed the work.] [Alternative: The Plenary thanked the group.]",
        "[The following words were given: “Keldia refused the fund”.]",
    ]
    owners = [one.owner for one in draft.brackets()]
    assert owners == ["Tirania", "Keldia", "Novaria"]


def test_only_a_draft_without_brackets_is_final() -> None:
    room = hall("Proposal NV: a fund")
    with pytest.raises(PlenaryError, match="brackets are open in paragraph 2"):
        communique(room.record, NOW, Issue("FINAL"))
    room("Adopted:")
    final = communique(room.record, NOW, Issue("FINAL", "3", NOW))
    assert "FINAL, version 3, 1 January 2028, 13:00 CET" in text(final)
    assert "DRAFT, 1 January 2028, 13:00 CET" in text(drawn(room))


def test_what_delegations_said_is_told_without_them() -> None:
    room = hall("NV: proposes that xyzzy be studied", "OS: welcomes xyzzy",
                "Presentation WGM chair: Two visits", "Paper TP/7 NV: A fund for mines",
                "Keldia and Ostrea were late", "The secretariat handed out maps")  # fmt: skip
    said = text(drawn(room))
    assert ("The Plenary heard the chair of the Working Group on Monitoring (WGM) and the "
            "presentation “Two visits”, had before it document TP/7 (“A fund for mines”) and "
            "discussed item 4, “Mines”.") in said  # fmt: skip
    assert "xyzzy" not in said and "late" not in said and "maps" not in said


def test_an_item_told_by_summary_is_told_in_the_rapporteur_s_sentences() -> None:
    room = hall("Good progress was made on the register", "Novaria disagreed",
                "On Tuesday, Keldia left", "A visit to Keldia and Ostrea was planned",
                "Everything was adopted", "we shall see", "Is that so?",
                "The report of the Republic of Novaria was read")  # fmt: skip
    draft = drawn(room)
    told = [one.text for one in draft.paragraphs() if one.number or one.continues]
    assert told[1:] == [
        "Good progress was made on the register.",
        "A visit to Keldia and Ostrea was planned.",
        "The report of the Republic of Novaria was read.",
    ]
    assert [one.continues for one in draft.paragraphs()][1:] == [False, True, True]


def test_a_session_without_a_roster_knows_delegations_by_their_taking_part() -> None:
    room = Room("Kind: plenary", "Opened:", "Item 1: Mines", "Brunia: so are we",
                "Somaria: we are late", "Item 2: Fees", "Brunia opposed", "Somaria supported",
                "Fees were discussed")  # fmt: skip
    said = text(drawn(room))
    assert "Fees were discussed." in said
    assert "opposed" not in said and "supported" not in said


def test_why_something_was_put_off_is_not_told_where_it_names_somebody() -> None:
    room = hall("Proposal NV: a fund", "Deferred: Tirania cannot agree", "Item 4 deferred: "
                "because Ostrea asked", "Event: Keldia hosts a dinner, Lindau")  # fmt: skip
    said = text(drawn(room))
    assert "deferred the following text; it remains open: “a fund”" in said
    assert "Tirania" not in said and "Ostrea" not in said
    assert "“Keldia hosts a dinner”, Lindau." in said


def test_restricted_and_closed_words_stay_out_even_of_a_whole_record() -> None:
    room = hall("Restricted:", "Presentation NV: xyzzy", "Paper X/1 OS: xyzzy",
                "Proposal NV: xyzzy waits", "Deferred:", "Action OS: xyzzy by 2028-01-01",
                "Event: xyzzy, Lindau", "Annex: xyzzy", "Para 3 NV: xyzzy",
                "Proposal NV: The seat goes on", "Adopted:", "In camera:", "NV: xyzzy",
                "Tribute: xyzzy", "Proposal OS: xyzzy", "Noted:")  # fmt: skip
    draft = drawn(room)
    assert "xyzzy" not in text(draft)
    assert "The Plenary adopted: “The seat goes on”." in text(draft)
    assert draft.marking == ""


def test_the_chair_s_words() -> None:
    room = hall("Opening KE (Ms Aurel) as chair: Warmly welcomed all",
                'Closing KE (Ms Aurel) as chair: "We did it", and then "Go well"',
                "Summing-up: The Chair counted two decisions")  # fmt: skip
    said = text(drawn(room))
    assert "In an opening statement, the Chair, Ms Aurel, warmly welcomed all." in said
    assert "the Chair, Ms Aurel, said: “We did it” and “Go well”." in said
    assert "The Chair counted two decisions." in said


def test_a_name_is_that_of_who_attended() -> None:
    room = Room(*ROSTER, "Kind: plenary", "Delegation WK: Westkara; Applicant",
                "Opened:", "present+ NV, WK", "Date: 2027-11-10",
                "Delegation WK: Westkara, the Republic of Westkara; Participant; "
                "since 2027-11-10", "10:00 present+ WK")  # fmt: skip
    said = text(drawn(room))
    assert "The Plenary was attended by 2 Participants." in said
    assert "the Republic of Westkara" in said


def test_every_paragraph_rests_on_entries() -> None:
    for room in (every_outcome(), plenary("NV: opens", "Tribute: to all", "Annex: a letter")):
        ids = {entry.id for entry in room.entries}
        for paragraph in drawn(room).paragraphs():
            assert paragraph.sources and set(paragraph.sources) <= ids, paragraph


def test_an_empty_record_makes_an_empty_communique() -> None:
    draft = communique(Record(), None)
    assert draft.sections == ()
    assert draft.state == "DRAFT"


def test_a_list_of_decisions_has_numbers_and_titles() -> None:
    room = hall("Draft decision NV: Rule 14: papers come early; late ones wait", "Adopted:")
    draft = drawn(room)
    (items,) = [block.items for block in draft.blocks() if isinstance(block, Listing)]
    assert items[0].lead == "TP/2027/Plenary/Administrative Decision 1:"
    assert items[0].text == "“Rule 14: papers come early”."
    assert "Rule 14: papers come early; late ones wait" in text(draft)


def test_the_items_of_a_list_under_a_number_are_lettered_and_those_of_annexes_are_not() -> None:
    draft = communique(debate().record)
    listed = [one for one in draft.paragraphs() if one.letter]
    assert [one.letter for one in listed] == ["(a)"]
    assert "Forum on Mines" in listed[0].text
    assert "- (a) Forum" in text(draft) and "- (a) Forum" in markdown(draft)
    french = communique(debate().record, issue=Issue(language="fr"))
    assert "- a) " in text(french)
