"""The checks of a draft against the record that it was drawn from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plenary_tui.documents.checks import check
from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Listing, Paragraph, Section
from plenary_tui.documents.news import news
from plenary_tui.documents.summary import summary
from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import debate, every_outcome, plenary
from tests.record.rooms import Room
from tests.sessions.shipped import ANTWERP, NOW, TRAINING, session


def paper(
    *texts: str, sources: tuple[str, ...] = ("hall-1",), register: str = "Communiqué"
) -> Draft:
    """Return a communiqué of one section with these paragraphs."""
    made = [
        Paragraph(text, sources, number=str(at), id=f"part.{at}")
        for at, text in enumerate(texts, 1)
    ]
    return Draft(register, "Meeting", (), (Section("Part", tuple(made)),), state="DRAFT")


def found(draft: Draft, room: Room | None = None) -> list[tuple[str, str, str]]:
    """Return the kind, the words and the suggestion of what a draft's paragraphs hold."""
    texts = {one.id: one.text for one in draft.paragraphs()}
    said = check(draft, room.record if room else None)
    return [
        (one.what, texts[one.paragraph][one.start : one.end], one.suggestion)
        for one in said if one.paragraph
    ]  # fmt: skip


def sources(room: Room, words: str) -> tuple[str, ...]:
    return room.text(words).entries()


def test_a_strong_verb_needs_an_adopted_decision_behind_it() -> None:
    room = every_outcome()
    strong = "The Plenary adopted the plan."
    assert found(paper(strong, sources=sources(room, "Alpha")), room) == []
    assert found(paper(strong, sources=sources(room, "Gamma")), room) == [("verb", "adopted", "")]
    assert found(paper(strong), room) == [("verb", "adopted", "")]
    assert found(paper(strong)) == []  # without a record nothing is known of what is behind it


@pytest.mark.parametrize(
    ("words", "told", "wrong"),
    [
        ("Gamma", "The Plenary welcomed the plan.", "welcomed"),
        ("Gamma", "The Plenary took note of the plan.", ""),
        ("Delta", "The Plenary discussed the plan and agreed to defer it.", "agreed"),
        ("Zeta", "It was agreed to go on. The plan was endorsed.", "agreed"),
        ("Nu", "The Plenary requested that Nu be reported.", ""),
        ("Nu", "The Plenary decided that Nu be reported.", "decided"),
        ("Xi", "After debate, the Plenary unanimously approved the notice.", "approved"),
    ],
)
def test_a_verb_says_no_more_than_the_outcome(words: str, told: str, wrong: str) -> None:
    room = every_outcome()
    verbs = [word for what, word, _ in found(paper(told, sources=sources(room, words)), room)
             if what == "verb"]  # fmt: skip
    assert verbs[:1] == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    "text",
    [
        "The Plenary noted the system adopted in 2003 and a report prepared and agreed by the WGM.",
        "The Plenary heard that the text was adopted in Belvaux, and that Keldia was established.",
        "The system was adopted at the first meeting. The rules of 2003 were endorsed.",
        "The words of Keldia agreed with those given by Tirania, adopted long before.",
        "The Plenary took note: “The Plenary decided that Keldia agreed”.",
        "The Plenary welcomed the adopted text, as agreed, and the elected officers.",
        "Delegations were thanked by the Plenary, which will next meet in Keldia.",
        "The Kimberley Process is the foundation of the trade, and notes matter in it.",
    ],
)
def test_participles_and_other_peoples_decisions_stand(text: str) -> None:
    told = found(paper(text), plenary())
    assert [one for one in told if one[0] in ("verb", "subject", "tense")] == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Observers decided to stay.", "The Observers decided"),
        ("Participants and Observers agreed on a plan.", "Observers agreed"),
        ("The WGM met, and Keldia decided to stay.", "Keldia decided"),
        ("Yesterday Keldia agreed to a plan.", "Keldia agreed"),
        ("The Global Diamond Alliance (GDA) also endorsed it.",
         "The Global Diamond Alliance (GDA) also endorsed"),
    ],
)  # fmt: skip
def test_only_the_meeting_decides(text: str, who: str) -> None:
    assert ("subject", who, "") in found(paper(text), plenary())


def test_a_communique_is_told_in_the_past() -> None:
    room = plenary()
    told = paper("The Plenary welcomes the report.", "The Chair also thanks the hosts.",
                 "The Plenary noted the report and recalls the mandate.")  # fmt: skip
    assert found(told, room) == [
        ("tense", "welcomes", "welcomed"), ("tense", "thanks", "thanked"),
        ("tense", "recalls", "recalled"),
    ]  # fmt: skip
    assert found(paper("The Plenary welcomes the report.", register="News note"), room) == []


def test_a_paragraph_needs_words_and_a_source() -> None:
    assert found(paper("Something was said.", sources=())) == [
        ("source", "Something was said.", "")
    ]
    assert found(paper(" … ")) == [("empty", " … ", "")]


def test_what_the_record_holds_and_no_paragraph_mentions() -> None:
    room = plenary(
        "Proposal NV: Alpha opens", "Adopted:", "Proposal OS: Beta waits", "Noted:",
        "Proposal OS: Gamma goes", "Proposal withdrawn OS",
        "Action WGM: a report by 2028-05-01", "Event: Forum, Lindau, 2028-03-01",
    )  # fmt: skip
    missing = check(paper("Nothing much was said."), room.record)
    assert [one.why for one in missing] == [
        "“Alpha opens” (adopted) is mentioned in no paragraph.",
        "“Beta waits” (noted) is mentioned in no paragraph.",
        "The meeting or visit to come “Forum” is mentioned in no paragraph.",
        "The follow-up “a report” is mentioned in no paragraph.",
    ]
    assert all(one.where == "the document" and room.record.entry(one.entry) for one in missing)
    assert [one.what for one in check(paper("All.", register="News note"), room.meeting)] == [
        "coverage", "coverage",
    ]  # fmt: skip


def test_what_is_withheld_is_not_missing() -> None:
    room = plenary("Restricted:", "Action WGM: a quiet report by 2028-05-01",
                   "Event: Quiet forum, Lindau, 2028-03-01", "Open session:",
                   "In camera:", "Proposal NV: Hushed", "Noted:")  # fmt: skip
    assert check(paper("Nothing much was said."), open_record(room.record)) == ()


def test_brackets_forbid_a_final_and_are_named_with_their_owners() -> None:
    draft = Draft("Communiqué", "M", (), (
        Section("Part", (
            Paragraph("[All] of it “[…] as it was [sic]”.", ("a-1",), number="1", id="p.1",
                      brackets=(Bracket(0, 5, "Tirania"),)),
            Listing((Paragraph("an item [of two", ("a-1",), id="p.2"),)),
        )),
        Section("Annex I: Words", (Paragraph("as [they] stood", ("a-1",), id="a.1"),), annex=True),
    ), state="DRAFT")  # fmt: skip
    told = check(draft)
    assert [(one.what, one.where, one.forbids_final) for one in told] == [
        ("bracket_open", "paragraph 1", True), ("bracket_unbalanced", "paragraph 1", True),
    ]  # fmt: skip
    assert told[0].why == "1 bracket is open (Tirania); a final holds none."


def test_who_shares_a_bracket_and_holds_another_alone_is_named_once() -> None:
    brackets = (
        Bracket(0, 3, "Tirania", by=("TR",)), Bracket(4, 7, "Tirania and Novaria", by=("TR", "NV")),
        Bracket(8, 11, "Keldia", by=("KE",)),
    )  # fmt: skip
    said = Paragraph("[a] [b] [c]", ("a-1",), number="1", id="p.1", brackets=brackets)
    [told] = check(Draft("Communiqué", "M", (), (Section("Part", (said,)),), state="DRAFT"))
    assert told.why == "3 brackets are open (Tirania and Novaria, Keldia); a final holds none."


def test_a_bracket_typed_by_hand_is_open_too() -> None:
    told = found(paper("The [first] [second [third]] text."))
    assert told == [("bracket_open", "[first]", "")]
    assert found(paper("It stood [sic] so […].")) == []
    assert "3 brackets are open" in check(paper("The [first] [second [third]] text."))[0].why


def test_an_annex_reproduces_and_is_not_judged_for_its_words() -> None:
    annex = Section("Annex I", (Paragraph("Novarria was decide 20/06/18", ("a-1",), id="a.1"),),
                    annex=True)  # fmt: skip
    assert check(Draft("Communiqué", "M", (), (annex,), state="DRAFT"), plenary().meeting) == ()


def test_the_ordinal_of_the_meeting_agrees_with_itself() -> None:
    room = Room("Meeting: 14th Plenary of the Forum", "Kind: plenary",
                "Dates: 2027-11-09/2027-11-10")  # fmt: skip
    told = found(paper("The fifteenth Forum Plenary met in 2027.", "The 12th Plenary met in 2025.",
                       "At the next, the 15th Plenary, more will be said."), room)  # fmt: skip
    assert told == [("ordinal", "fifteenth Forum Plenary", "")]


def test_an_acronym_is_written_out_in_the_order_of_reading() -> None:
    told = found(paper("The CPC met.", "The Committee on Participation (CPC) met."), plenary())
    assert told == [("acronym", "CPC", "Committee on Participation (CPC)")]


@pytest.mark.parametrize("compose", [communique, news, summary])
@pytest.mark.parametrize("room", [debate, every_outcome])
def test_what_is_composed_is_in_the_voice_that_the_checks_ask_for(
    compose: Callable[..., Draft], room: Callable[[], Room]
) -> None:
    record = room().record
    told = {one.what for one in check(compose(record, NOW), record)}
    assert told <= {"bracket_open", "acronym"}


@pytest.mark.parametrize("compose", [communique, news, summary])
def test_the_antwerp_drafts_hold_only_what_a_person_would_mark(
    compose: Callable[..., Draft],
) -> None:
    record = open_record(session(ANTWERP).record)
    assert [one.why for one in check(compose(record, NOW), record)] == [
        "“DRC” is used before it is written out: it stands for “Democratic Republic of the Congo”.",
        "“WDC” is used before it is written out: it stands for “World Diamond Council”.",
        "“our work base on” seems to have lost an ending (“based”); the words are quoted: check "
        "them against delivery.",
    ]


@pytest.mark.parametrize(
    ("compose", "expected"),
    [
        (communique, ["The paragraph rests on no entry of the record."]),
        (news, []),
        (summary, ["“LB” is used before it is written out: it stands for “Lobria”.",
                   "“VE” is used before it is written out: it stands for “Verelia”."]),
    ],
)  # fmt: skip
def test_the_training_drafts_hold_only_what_a_person_would_mark(
    compose: Callable[..., Draft], expected: list[str]
) -> None:
    record = open_record(session(TRAINING).record)
    assert [one.why for one in check(compose(record, NOW), record)] == expected


def test_a_record_without_anything_is_checked_too() -> None:
    assert check(communique(Record(), NOW), Record()) == ()
