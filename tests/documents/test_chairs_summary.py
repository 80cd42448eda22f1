"""The Chair's summary: what was and was not agreed, and nothing that reads as decided."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.documents.chairs_summary import Blocked, chairs_summary
from plenary_tui.documents.chairs_summary.weakening import reads_as_decided, weakened
from plenary_tui.documents.checks import check
from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Listing, Paragraph, Section, Table
from plenary_tui.documents.text import text
from plenary_tui.documents.workshop import acts
from plenary_tui.record.bracketing import Bracket, Marked
from plenary_tui.record.redaction import open_record
from tests.documents.meetings import every_outcome
from tests.documents.workshop.tables import Table as Negotiation
from tests.documents.workshop.tables import known
from tests.record.rooms import Room
from tests.sessions.shipped import ANTWERP, NOW, TRAINING, session

ROOM = every_outcome()
MODES: tuple[Blocked, ...] = ("neutralise", "drop")


def behind(words: str, room: Room = ROOM) -> tuple[str, ...]:
    """Return the entries of a text, by words of it."""
    return room.text(words).entries()


def paper(*paragraphs: Paragraph, heading: str = "Mines", language: str = "en") -> Draft:
    """Return a draft of one section, its paragraphs numbered from 11."""
    placed = tuple(replace(one, number=str(at)) for at, one in enumerate(paragraphs, 11))
    return Draft(
        "Final communiqué", "Meeting", ("Belvaux",), (Section(heading, placed, key="mines"),),
        state="DRAFT", version="2", made=datetime(2027, 11, 10, 18, 5, tzinfo=UTC),
        symbol="TP/2027/L.1", language=language,
    )  # fmt: skip


def part(draft: Draft, heading: str) -> str:
    """Return the text of a part, by its heading."""
    [found] = [one for one in draft.sections if one.heading == heading]
    return text(replace(draft, sections=(found,)))


def made(*paragraphs: Paragraph, blocked: Blocked = "neutralise", language: str = "en") -> Draft:
    """Return the summary of a draft of one section, with the record of every outcome."""
    return chairs_summary(
        paper(*paragraphs, language=language), blocked, meeting=ROOM.record.meeting
    )


def bracketed(before: str, inside: str, after: str = "", owner: str = "Tarsis") -> Paragraph:
    """Return a paragraph with words in brackets."""
    said = Marked(inside).wrapped(owner, "asked for", by=("TR",)).inside(before, after)
    return Paragraph(said.text, ("hall-9",), brackets=said.brackets)


def test_it_is_the_chairs_own_and_carries_no_mark_of_the_communique() -> None:
    summary = made(Paragraph("The Plenary discussed item 4.", ("hall-9",)))
    assert (summary.register, summary.state, summary.symbol, summary.version) == (
        "Chair’s summary", "", "", "",
    )  # fmt: skip
    assert summary.stamp == "10 November 2027, 18:05 UTC"
    first = next(summary.paragraphs()).text
    assert "under the Chair’s sole responsibility" in first
    assert "not the communiqué of the meeting" in first
    assert "does not commit any delegation" in first
    assert "the draft of the communiqué, version 2, 10 November 2027, 18:05 UTC." in first


def test_what_was_adopted_stays_a_fact_with_its_number() -> None:
    decision = "The Plenary adopted TP/2027/Plenary/Administrative Decision 1, “Alpha is kept”."
    summary = made(Paragraph(decision, behind("Alpha")))
    assert decision in part(summary, "What was agreed")


def test_the_same_words_without_a_decision_behind_them_read_as_discussed() -> None:
    summary = made(
        Paragraph("The Plenary adopted the plan.", behind("Gamma")),
        Paragraph("The WGM decided to open a fund.", ("hall-9",)),
        Paragraph("It was agreed that mines close. The Plenary took note of it.", ("hall-9",)),
    )
    told = part(summary, "What was discussed")
    assert "The Plenary considered the plan." in told
    assert "The WGM considered whether to open a fund." in told
    assert "It was discussed whether mines close. The Plenary took note of it." in told
    assert "Plenary" not in part(summary, "What was agreed")


def test_without_a_record_nothing_is_said_to_be_adopted() -> None:
    summary = chairs_summary(paper(Paragraph("The Plenary adopted the plan.", ("hall-9",))))
    assert "considered the plan" in text(summary)
    assert "What was agreed" not in [one.heading for one in summary.sections]


def test_a_blocked_paragraph_is_put_in_neutral_words_without_its_brackets() -> None:
    summary = made(bracketed(
        "The Plenary discussed item 4. The Plenary welcomed mines. The fund is opened ",
        "by May", ".",
    ))  # fmt: skip
    assert part(summary, "What was discussed").splitlines()[-1] == (
        "3. The Plenary discussed item 4. The Plenary discussed mines. Views differed under "
        "“Mines”, and delegations could not agree on the words of paragraph 11 of the draft."
    )
    for gone in ("Tarsis", "by May", "["):
        assert gone not in text(summary)
    assert "Paragraph 11: Mines (words in brackets)." in part(summary, "What was not agreed")


def test_a_blocked_paragraph_is_dropped_and_counted() -> None:
    summary = made(
        Paragraph("The Plenary discussed item 4.", ("hall-9",)),
        bracketed("Mines ", "close"), bracketed("Mines ", "open"), blocked="drop",
    )  # fmt: skip
    assert "2 paragraphs on which no agreement was reached are left out" in text(summary)
    assert "Views differed" not in text(summary)
    not_agreed = part(summary, "What was not agreed")
    assert "Paragraph 12: Mines" in not_agreed
    assert "Paragraph 13: Mines" in not_agreed


def test_a_disputed_text_is_never_a_fact_even_when_nobody_left_brackets() -> None:
    summary = made(Paragraph("The Plenary adopted: “Beta opens”.", behind("Beta")))
    assert "Beta" not in text(summary)
    assert (
        "Views differed under “Mines”, and the outcome of the text in paragraph 11 of the draft is "
        "disputed."
    ) in text(summary)
    assert "(the outcome is disputed)" in part(summary, "What was not agreed")


def test_a_text_that_is_open_still_is_not_said_to_have_failed() -> None:
    words = "The Plenary discussed the following text, which remains open: "
    open_text = replace(bracketed(words, "“Lambda remains”", "."), sources=behind("Lambda"))
    summary = made(open_text)
    assert "The words of paragraph 11 of the draft remain open" in text(summary)
    assert "(still open)" in part(summary, "What was not agreed")
    assert "Views differed" not in text(summary)


def test_an_adopted_text_with_words_in_brackets_is_both() -> None:
    said = replace(bracketed("The Plenary adopted: “Alpha ", "is kept", "”."),
                   sources=behind("Alpha"))  # fmt: skip
    summary = made(said)
    assert (
        "A text was adopted of which some words are not agreed (paragraph 11 of the draft)."
    ) in part(summary, "What was agreed")
    assert "Paragraph 11: Mines (words in brackets)." in part(summary, "What was not agreed")


def test_what_found_no_consensus_is_listed_and_told_as_it_was() -> None:
    told = "The Plenary reached no consensus on the following text: “Zeta splits us”."
    summary = made(Paragraph(told, behind("Zeta")))
    assert told in part(summary, "What was discussed")
    assert "Paragraph 11: Mines (no consensus)." in part(summary, "What was not agreed")


def test_words_agreed_in_negotiation_are_said_to_be_so() -> None:
    told = "The Plenary thanked the host."
    summary = made(
        Paragraph(told, ("hall-9",), status="agreed"),
        Paragraph(told, ("hall-9",), status="agreed"),
        Paragraph(f"{told} (agreed ad referendum)", ("hall-9",), status="agreed_ad_ref"),
    )
    agreed = part(summary, "What was agreed")
    assert "agreement was found on the words of paragraph 11 and paragraph 12 of the" in agreed
    assert "Agreement ad referendum was found on the words of paragraph 13 of the draft" in agreed
    assert part(summary, "What was discussed").count(told) == 3


def test_a_list_goes_with_the_words_that_open_it() -> None:
    item = bracketed("The forum ", "in May")
    items = Listing((Paragraph("The visit.", ("hall-8",)), item))
    opening = Paragraph("The following was announced:", ("hall-7",), number="11")
    draft = replace(paper(), sections=(Section("Next", (opening, items)),))
    summary = chairs_summary(draft, meeting=ROOM.record.meeting)
    assert "The visit." in text(summary)
    assert "Paragraph 11, an item of its list: Next (words in brackets)." in text(summary)
    alone = replace(draft, sections=(Section("Next", (opening, Listing((item,)))),))
    summary = chairs_summary(alone, meeting=ROOM.record.meeting)
    assert "was announced" not in text(summary)
    assert "could not agree on the words of paragraph 11" in text(summary)


def test_the_last_page_leads_from_the_drafts_numbers_to_the_new_ones() -> None:
    summary = made(
        Paragraph("The Plenary discussed item 4.", ("hall-9",)),
        Paragraph("The Plenary adopted: “Alpha is kept”.", behind("Alpha")),
        bracketed("Mines ", "close"), blocked="drop",
    )  # fmt: skip
    [table] = [one for one in summary.blocks() if isinstance(one, Table)]
    assert [row.cells for row in table.rows] == [
        ("11", "Mines", "4", "as in the draft"),
        ("12", "Mines", "3", "what was agreed"),
        ("13", "Mines", "–", "left out"),
    ]
    assert {one.number: one.text for one in summary.paragraphs()}["4"] == (
        "The Plenary discussed item 4."
    )


def test_an_annex_headed_as_adopted_holds_nothing_else() -> None:
    annex = Section(
        "Annex I: Decisions adopted", annex=True, key="annex-I",
        sections=(Section("Decision 1", (Paragraph("Alpha is kept", behind("Alpha")),)),
                  Section("Decision 2", (Paragraph("Beta opens", behind("Beta")),)),
                  Section("Decision 3", (Paragraph("Gamma is read", behind("Gamma")),))),
    )  # fmt: skip
    draft = replace(paper(), sections=(annex,))
    shown = text(chairs_summary(draft, meeting=ROOM.record.meeting))
    assert "Alpha is kept" in shown
    assert "Beta" not in shown
    assert "Gamma" not in shown
    assert "Alpha" not in text(chairs_summary(draft))


def test_a_title_that_is_quoted_already_is_not_quoted_again() -> None:
    said = paper(bracketed("Le fonds ", "ouvert"), language="fr")
    [section] = said.sections
    titled = replace(said, sections=(replace(section, heading="« Mines of Keldia »"),))
    shown = text(chairs_summary(titled, meeting=ROOM.record.meeting))
    assert "Les vues ont divergé au titre de « Mines of Keldia », et" in shown


def test_a_french_draft_gets_a_french_summary() -> None:
    said = Marked("avant mai").wrapped("Tarsis").inside("La Plénière a décidé d’agir ", ".")
    summary = made(
        Paragraph(said.text, ("hall-9",), brackets=said.brackets),
        Paragraph("La Plénière a adopté le plan.", ("hall-9",)),
        Paragraph("Le Comité est convenu de la création d’un fonds.", ("hall-9",)),
        Paragraph("La Plénière a examiné l’adoption du plan.", ("hall-9",)),
        Paragraph("La Plénière a adopté : « Alpha ».", behind("Alpha")),
        language="fr",
    )
    assert summary.register == "Résumé de la Présidence"
    shown = text(summary)
    assert "publié par la Présidence sous sa seule responsabilité" in shown
    assert "10 novembre 2027" in shown
    assert "n’ont pu s’entendre sur les mots du paragraphe 11 du projet" in shown
    assert "a adopté le plan" not in shown
    assert "a décidé" not in shown
    assert "convenu" not in shown
    assert "a examiné l’adoption du plan" in shown
    assert "Paragraphe 11 : Mines" in shown.replace("\u00a0", " ")
    assert "« Alpha »" in part(summary, "Ce qui a fait l’objet d’un accord")


@pytest.mark.parametrize(
    ("said", "weak"),
    [
        ("The Plenary agreed on the date.", "The Plenary discussed the date."),
        ("The Plenary admitted Keldia.", "The Plenary considered the admission of Keldia."),
        ("The Plenary noted it and decided to wait.",
         "The Plenary noted it and considered whether to wait."),
        ("The Plenary agreed: “Yes”.", "The Plenary discussed the following text: “Yes”."),
        ("The rules were adopted.", "The rules were discussed."),
        ("Ms Aurel was elected Chair.", ""),
        ("Adopted by all.", ""),
        ("The Plenary will have it adopted by May.", ""),
        ("The Plenary noted the rules adopted in 2003.",
         "The Plenary noted the rules adopted in 2003."),
        ("The Plenary discussed the agreed list.", "The Plenary discussed the agreed list."),
        ("The Chair said: “The Plenary decided”.", "The Chair said: “The Plenary decided”."),
    ],
)  # fmt: skip
def test_a_sentence_says_no_more_than_that_something_was_discussed(said: str, weak: str) -> None:
    assert weakened(said) == weak
    assert not reads_as_decided(weak)


@pytest.mark.parametrize("name", [TRAINING, ANTWERP])
@pytest.mark.parametrize("blocked", MODES)
def test_the_summary_of_a_shipped_session_passes_the_checks(name: str, blocked: Blocked) -> None:
    record = open_record(session(name).record)
    draft = communique(record, NOW)
    summary = chairs_summary(draft, blocked, meeting=record.meeting)
    found = check(replace(summary, state="DRAFT"), record)
    before = {(one.what, one.why) for one in check(draft, record)}
    allowed = ("coverage",) if blocked == "drop" else ()
    assert [one for one in found
            if (one.what, one.why) not in before and one.what not in allowed] == []  # fmt: skip
    assert not list(summary.brackets())


def test_every_kind_of_outcome_stands_in_its_part() -> None:
    draft = communique(ROOM.record, NOW)
    summary = chairs_summary(draft, meeting=ROOM.record.meeting)
    agreed = part(summary, "What was agreed")
    for word in ("Alpha", "Eta", "Mu", "Nu"):
        assert word in agreed
    for word in ("Beta", "Gamma", "Delta", "Zeta", "Iota", "Kappa", "Lambda", "Xi"):
        assert word not in agreed
    found = check(replace(summary, state="DRAFT"), ROOM.record)
    assert [one.what for one in found if one.what in ("verb", "subject", "bracket_open")] == []


STRONG = "adopted|decided|agreed|endorsed|admitted|established|selected|approved|elected"
SUBJECT = r"(?:The (?:Plenary|meeting|WGM)|It|Participants)"
DECIDED = re.compile(
    rf"{SUBJECT}\b[^.:;]*\b(?:{STRONG})\b|\b(?:was|were|been)\b[^.:;]*\b(?:{STRONG})\b"
)
"""Any sentence of the meeting with a verb of the first class in it: wider than the program's."""
OWN = ("The following was adopted", "A text was adopted of", "No paragraph of the draft rests")
SENTENCES = st.builds(
    "{} {} {}{}".format,
    st.sampled_from(["The Plenary", "The WGM", "The meeting", "Participants", "It",
                     "In May, the Plenary", "The Plenary also"]),
    st.sampled_from([*STRONG.split("|"), "welcomed", "requested", "noted", "recalled", "discussed",
                     "looked forward to", "thanked", "noted and adopted", "was happy and decided",
                     "had agreed", "has not approved", "unanimously endorsed"]),
    st.sampled_from(["the plan", "to open the mine", "that mines close", "on a date", "with joy",
                     "as amended, “words”", ": “we decided”", "Keldia", "by consensus"]),
    st.sampled_from([".", "; it was agreed.", " and decided to meet.", ", and the list was "
                     "adopted at once.", ". The rules were adopted.", "; they elected Ms Aurel."]),
)  # fmt: skip
SOURCES = st.sampled_from(
    [*map(behind, ("Alpha", "Eta", "Beta", "Gamma", "Zeta", "Iota", "Lambda")), ("hall-9",),
     (*behind("Alpha"), *behind("Zeta"))]
)  # fmt: skip


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Make a paragraph of sentences, perhaps with brackets that nest, owned by made-up names."""
    said = Marked(" ".join(draw(st.lists(SENTENCES, min_size=1, max_size=3))))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        token = draw(st.from_regex(r"zz[a-z]{6}", fullmatch=True))
        owner = draw(st.from_regex(r"Qq[a-z]{6}", fullmatch=True))
        at = draw(st.integers(0, len(said.text)))
        before, after = said.text[:at], said.text[at:]
        inside = Marked(f"{before}{token}{after}", tuple(
            replace(one, start=one.start + len(token) * (one.start >= at),
                    end=one.end + len(token) * (one.end > at)) for one in said.brackets
        ))  # fmt: skip
        if draw(st.booleans()):
            said = inside.wrapped(owner, f"asked by {owner}", by=(owner,))
        else:
            said = inside.wrapped(owner, "", by=(owner,), start=at, end=at + len(token))
    status: Literal["open", "agreed", "agreed_ad_ref"] = draw(
        st.sampled_from(["open", "agreed", "agreed_ad_ref"])
    )
    return Paragraph(said.text, draw(SOURCES), brackets=said.brackets,
                     status="open" if said.brackets else status)  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Make a communiqué of random sections, lists and continuation paragraphs."""
    number = 0
    sections = []
    for place in range(draw(st.integers(1, 4))):
        blocks: list[Paragraph | Listing] = []
        for one in draw(st.lists(paragraphs(), min_size=1, max_size=4)):
            if number and draw(st.integers(0, 4)) == 0:
                blocks.append(replace(one, continues=True))
                continue
            number += 1
            blocks.append(replace(one, number=str(number)))
            if draw(st.integers(0, 4)) == 0:
                blocks.append(Listing(tuple(draw(st.lists(paragraphs(), min_size=1, max_size=3)))))
        heading = draw(st.sampled_from(["", f"Part {place}", "Decisions adopted"]))
        sections.append(Section(heading, tuple(blocks), key=f"part-{place}"))
    annex = draw(st.lists(paragraphs(), max_size=2))
    if annex:
        heading = draw(st.sampled_from(["Annex I: Decisions adopted", "Annex I: Letters"]))
        sections.append(Section(heading, tuple(annex), annex=True, key="annex-I"))
    return Draft("Communiqué", "Meeting", (), tuple(sections), state="DRAFT", made=NOW)


@settings(max_examples=300, deadline=None)
@given(drafts(), st.sampled_from(MODES))
def test_nothing_that_was_not_adopted_reads_as_decided(draft: Draft, blocked: Blocked) -> None:
    summary = chairs_summary(draft, blocked, meeting=ROOM.record.meeting)
    facts = {"What was agreed", "Annex I: Decisions adopted"}
    claimed = behind("Alpha") + behind("Eta")
    for section in summary.sections:
        for one in Draft("", "", sections=(section,)).paragraphs():
            said = re.sub(r"“[^”]*”", "“”", one.text).replace("(agreed ad referendum)", "")
            adopted = bool(one.sources) and set(one.sources) <= set(claimed)
            if section.annex and section.heading not in facts and adopted:
                continue
            assert section.heading in facts or not DECIDED.search(said), said
            if section.heading in facts and DECIDED.search(said):
                assert adopted or one.text.startswith(OWN), said
    whole = text(summary)
    assert not re.search(r"\bzz[a-z]{6}", whole)
    assert "Qq" not in whole
    assert not re.search(r"[\[\]]", whole)
    assert not list(summary.brackets())


@settings(max_examples=100, deadline=None)
@given(drafts(), st.sampled_from(MODES))
def test_every_paragraph_keeps_its_sources_and_a_place(draft: Draft, blocked: Blocked) -> None:
    summary = chairs_summary(draft, blocked, meeting=ROOM.record.meeting)
    assert all(one.sources for one in summary.paragraphs())
    ids = [one.id for one in summary.paragraphs()]
    assert len(set(ids)) == len(ids)
    numbers = [one.number for one in summary.paragraphs() if one.number]
    assert numbers == [str(at) for at in range(1, len(numbers) + 1)]
    [table] = [one for one in summary.blocks() if isinstance(one, Table)]
    old = [one.number for one in draft.paragraphs() if one.number]
    assert [row.cells[0] for row in table.rows] == old
    new = {row.cells[0]: row.cells[2] for row in table.rows}
    lost = [row.cells[0] for row in table.rows if row.cells[3] == "left out"]
    assert all((new[one] == "–") == (one in lost) for one in old)
    sources = {one.number: set(one.sources) for one in summary.paragraphs() if one.number}
    for one in draft.paragraphs():
        if one.number and new[one.number] != "–":
            assert set(one.sources) <= sources[new[one.number]]
    assert blocked == "drop" or not lost


def test_words_behind_a_bracket_that_is_never_closed_are_not_taken_for_clean() -> None:
    lone = Paragraph("The Plenary discussed item 4. The Plenary [noted mines.", ("hall-9",))
    shown = part(made(lone), "What was discussed")
    assert "item 4" not in shown
    assert "Views differed" in shown


def test_an_omission_that_a_quotation_shows_is_no_bracket() -> None:
    quoted = Paragraph("The Chair said: “we stopped […] the clock”.", ("hall-9",))
    assert "stopped […] the clock" in text(made(quoted))


def test_an_owner_of_a_bracket_without_words_is_not_named_either() -> None:
    empty = Paragraph("Mines.", ("hall-9",), brackets=(Bracket(0, 0, owner="Ostland"),))
    assert "Ostland" not in text(made(empty))


def test_words_by_hand_that_nobody_agreed_to_are_no_outcome() -> None:
    table = Negotiation()
    adopted = next(key for key, one in table.view().paragraphs.items() if "six seats" in one.text)
    table.do(acts.edited(table.view(), adopted, "The fund has nine seats.", known))
    for said in ("Paper forms stay valid.", "The Plenary discussed paper forms."):
        table.do(acts.added(table.view(), adopted, said, known))

    def summary() -> str:
        return text(chairs_summary(table.view().draft, meeting=table.room.meeting))

    number = table.view().paragraphs[adopted].number
    assert "nine seats" not in summary() and "Paper forms stay valid" not in summary()
    assert f"some words are not agreed (paragraph {number} of the draft)" in summary()
    assert "(words not agreed)" in summary() and "discussed paper forms" in summary()
    table.do(acts.agreed(table.view(), adopted, "agreed"))
    assert "The fund has nine seats." in summary()
