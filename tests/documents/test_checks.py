"""The checks of language: what each finds, and what it lets stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plenary_tui.documents.checks import Finding, check_text
from plenary_tui.record.delegations import Roster
from tests.record.rooms import ROSTER, Room
from tests.sessions.shipped import ANTWERP, session

SOURCE = (
    Path(os.environ.get("PLENARY_SOURCE_TEXTS") or Path(__file__).parents[2].parent / "shared")
    / "source"
    / "antwerp-intersessional-2018.txt"
)
FORUM = (
    *ROSTER,
    "Delegation OK: South Okeria, the Kingdom of South Okeria; Participant",
    "Delegation AS: Australia; Participant",
    "Delegation LMP: Lower Mull Polishers; Observer",
    "Body AHC: Ad Hoc Committee on Review and Reform; chair NV",
    "Body WGE: Working Group of Diamond Experts; chair KE",
    "Delegate KE: Ms Ilse Marrand, Chair of the Forum",
)
ARTICLE = """\
The forum looks back on a fruitful meeting in Novaria and Keldia.
"We now must wrap-up, building on what we have achieve together with Novarria", Chair Isle \
Marrand said. “The 20/06/18 is the the day of WGM.”
Novaria, as Chair of the Ad Hoc Committee on Reform and Review, is planning a meeting.
"""


def roster(*lines: str) -> Roster:
    return Room(*FORUM, *lines).meeting.roster


def found(text: str) -> list[tuple[str, str, str]]:
    """Return what is found in a text: the kind, the words, the suggestion."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [
        (one.what, lines[int(one.number) - 1][one.start : one.end], one.suggestion)
        for one in check_text(text, roster())
    ]  # fmt: skip


def test_an_article_yields_its_three_slips_and_its_quotations_stay() -> None:
    assert found(ARTICLE) == [
        ("ending", "achieve", ""),
        ("name", "Isle Marrand", "Ilse Marrand"),
        ("name", "Ad Hoc Committee on Reform and Review", "Ad Hoc Committee on Review and Reform"),
    ]


@pytest.mark.skipif(
    not SOURCE.is_file(), reason="the source article is not here: name it by PLENARY_SOURCE_TEXTS"
)
def test_the_source_article_yields_its_three_known_slips() -> None:
    text = SOURCE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip()]
    said = check_text(text, session(ANTWERP).record.meeting.roster)
    words = [(one.what, lines[int(one.number) - 1][one.start : one.end]) for one in said]
    assert ("name", "Hillde Hardeman") in words
    assert ("name", "Ad Hoc Committee on Reform and Review") in words
    assert ("ending", "base") in words
    # the rest of what it finds is wrong too, and stands in no quotation
    assert [one for one in words if one[0] not in ("ending",)][1:] == [
        ("date", "16 November 18"), ("name", "South-Africa"),
        ("name", "Ad Hoc Committee on Reform and Review"), ("doubled", "be furthermore be"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("It was Novarria that spoke", "Novarria", "Novaria"),
        ("the Republik of Novaria spoke", "Republik of Novaria", "Republic of Novaria"),
        ("a meeting in South-Okeria", "South-Okeria", "South Okeria"),
        ("the Working Group of Monitoring met", "Working Group of Monitoring",
         "Working Group on Monitoring"),
        ("the Lower Mul Polishers’ report", "Lower Mul Polishers", "Lower Mull Polishers"),
        ("as Ms Marand said", "Marand", "Marrand"),
    ],
)  # fmt: skip
def test_names_close_to_one_that_is_known(text: str, words: str, suggestion: str) -> None:
    assert found(text) == [("name", words, suggestion)]


@pytest.mark.parametrize(
    "text",
    [
        "The Novarian delegation and the Keldians met South Okerian miners from Novaria’s hills.",
        "Novaria, Ostrea and the Kingdom of South Okeria met the Working Groups on Monitoring.",
        "Nova Scotia, Austria, Australia, Zambia, Gambia, Niger and Nigeria were there.",
        "He spoke of “Novarria” and of ‘Keldya’, and of the novel Keldie Road.",
        "Mr Morrison and Ms Aldous, Chair of a panel, spoke of Nirvana.",
        "The South Okeria-based polishers and the Novaria-Keldia line.",
        "The ad hoc committee had the reform and the review before it.",
    ],
)
def test_other_names_and_what_is_made_of_names_stand(text: str) -> None:
    assert [one for one in found(text) if one[0] == "name"] == []


@pytest.mark.parametrize(
    ("text", "verb", "right"),
    [
        ("The text was adopt by all.", "adopt", "adopted"),
        ("They have not agree to it.", "agree", "agreed"),
        ("The Plenary endorse the report.", "endorse", "endorsed"),
        ("It rests on work base on merit, our daily work base on merit.", "base", "based"),
        ("The group will discussed it.", "discussed", "discuss"),
    ],
)
def test_a_verb_with_an_ending_lost_or_too_many(text: str, verb: str, right: str) -> None:
    assert found(text) == [("ending", verb, right)]


@pytest.mark.parametrize(
    "text",
    [
        "He asked that the Plenary adopt the text. May the Plenary adopt it?",
        "The military base on the island and their customer base on the coast were closed.",
        "The visits aim at progress; Participants are welcome and the list is open.",
        "We base on merit what they base on habit. He had had time, and that that was so.",
        "The work is to be based on merit and it was submitted and decided.",
    ],
)
def test_sound_verbs_stand(text: str) -> None:
    assert found(text) == []


def test_agreement_and_words_twice() -> None:
    assert found("The Observers was present. It is in the the hall.") == [
        ("agreement", "was", "were"), ("doubled", "the the", "the"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "words", "right"),
    [
        ("on 20/06/18 at noon", "20/06/18", "20 June 2018"),
        ("on 05.06.2018 at noon", "05.06.2018", ""),
        ("on 2018-06-20 at noon", "2018-06-20", "20 June 2018"),
        ("on June 20th, 2018 at noon", "June 20th, 2018", "20 June 2018"),
        ("on the 20th of June it rained", "20th of June", "20 June"),
        ("on 3 Sept. 2018 at noon", "3 Sept. 2018", "3 September 2018"),
        ("in Brussels (12–16 November 18)", "16 November 18", "16 November 2018"),
        ("on Tuesday 20 June 2018", "Tuesday", "Wednesday"),
        ("on 31 June 2018", "31 June 2018", ""),
    ],
)
def test_dates_in_another_style(written: str, words: str, right: str) -> None:
    assert found(f"They met {written}.") == [("date", words, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Wednesday 20 June 2018 and 12–16 November 2018, in TP/2021/3 and document 1/2/2021/7",
        "On 9 November 14 delegations spoke. The ratio 1.2.3 and the rule 14-2-99x stand.",
        "He said “on 20/06/18”. Version 12.30.4; half of 2018; in May 20 of them came",
    ],
)
def test_dates_as_they_should_be_stand(text: str) -> None:
    assert [one for one in found(text) if one[0] == "date"] == []


def test_acronyms_come_after_what_they_stand_for() -> None:
    first = "The WGM met. The Working Group on Monitoring (WGM) and the WGM met with the OECD."
    assert found(first) == [
        ("acronym", "WGM", "Working Group on Monitoring (WGM)"), ("acronym", "OECD", ""),
    ]  # fmt: skip
    told = "The Lower Mull Polishers and the Council of Trade Unions met.\nLMP, CTU, UN, Annex III."
    assert found(told + " At 12:00 CET NO ONE of TP/WGE/2 spoke “for OPEC”.") == []


def test_figures_say_of_what() -> None:
    text = "Production stood at 118 million. Exports rose to 12.4, and imports fell to 3 million"
    assert found(text + " carats. It fell to 5 per cent, to $8.5 billion, in 2018.") == [
        ("unit", "118 million", ""), ("unit", "12.4", ""),
    ]  # fmt: skip
    assert found("Between 118 million and 120 million carats were sold for USD 30 million.") == []


def test_ordinals_have_their_ending_and_brackets_their_pair() -> None:
    assert found("The 11th, 21th and 112th of it (so he said a) and [so on") == [
        ("ordinal", "21th", "21st"), ("bracket_unbalanced", "[", ""),
    ]  # fmt: skip
    assert [one[0] for one in found("He left (as he had said and never came")] == ["parenthesis"]


def test_an_officer_of_another_delegation() -> None:
    text = "Keldia (Ms Ilse Marrand), as chair of the Ad Hoc Committee on Review and Reform, spoke."
    assert found(text) == [("officer", "Keldia", "Novaria")]
    own = text.replace("Ad Hoc Committee on Review and Reform", "Working Group of Diamond Experts")
    assert found(own) == []
    assert found(text.replace("Keldia (Ms Ilse Marrand)", "Novaria")) == []


def test_a_text_without_a_roster_is_read_for_language_alone() -> None:
    assert [one.what for one in check_text("It was decide in Novarria.")] == ["ending"]
    assert check_text("") == ()


def test_a_finding_says_where_it_is() -> None:
    one = check_text("All is well.\n\nIt was decide.")[0]
    assert isinstance(one, Finding)
    assert one.where == "paragraph 2"
    assert one.why.endswith(".")
