"""French as the documents write it: agreement, articles, names, days, signs, and its data."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date, datetime
from importlib.resources import files

import pytest
from babel import Locale

from plenary_tui.documents.communique import communique
from plenary_tui.documents.draft import Draft, Issue, Listing
from plenary_tui.documents.language import Actor
from plenary_tui.documents.language.french import French
from plenary_tui.documents.language.french_names import babel_name, body, delegation
from plenary_tui.documents.language.phrases import languages
from plenary_tui.record.bracketing import Mark, mark
from tests.record.rooms import Room

from .meetings import debate, every_outcome

DATA = files("plenary_tui") / "data"
FR = French()
PLENARY = Actor("la Plénière", feminine=True)
GROUP = Actor("le WGM")
BOTH = Actor("le WGM et le CPC", many=True)
MADE_UP = {"a", "est", "s_est", "e", "words", "of_body", "of_chair", "moment"}
"""What French sentences may be filled in with besides what the English ones are."""


def data(name: str) -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


def french(room: Room) -> Draft:
    now = datetime.fromisoformat("2028-06-01T12:00:00+00:00")
    return communique(room.record, now, Issue(language="fr"))


def told(draft: Draft) -> list[str]:
    return [f"{one.lead} {one.text}".strip().replace("\u202f", " ").replace("\xa0", " ")
            for one in draft.paragraphs()]  # fmt: skip


# The data.


def test_every_sentence_is_there_in_both_languages() -> None:
    held = data("communique")
    assert languages("communique") == ("en", "fr")
    for name, said in {**held["sentence"], **held["forms"]}.items():
        assert "fr" in said, name
    for name, said in data("verbs")["outcome"].items():
        assert set(said) == {"en", "fr"}, name


def test_a_french_sentence_is_filled_in_with_what_the_english_one_is() -> None:
    for name, said in {**data("communique")["sentence"], **data("verbs")["outcome"]}.items():
        if "en" in said:
            assert fields(said["fr"]) <= fields(said["en"]) | MADE_UP, name


def fields(phrase: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(phrase) if field}


def test_everybody_on_the_shipped_roster_has_a_french_name_or_keeps_the_name_recorded() -> None:
    held = tomllib.loads((DATA / "roster.toml").read_text("utf-8"))
    everyday = [names[0] for names in held["participants"].values()]
    everyday += [fact["names"][0] for fact in held["fact"]]
    unnamed = {name for name in everyday if name not in held["french"]}
    assert unnamed == {"African Diamond Producers Association", "Diamond Development Initiative"}
    assert set(held["french"]) <= set(everyday)
    for names in held["french"].values():
        assert "'" not in "".join(names)


def test_an_article_is_given_only_to_states_that_there_are() -> None:
    held = tomllib.loads((DATA / "roster.toml").read_text("utf-8"))["french_articles"]
    known = set(Locale("fr").territories.values())
    for names in held.values():
        assert set(names) <= known


@pytest.mark.parametrize(
    ("english", "short", "formal"),
    [
        ("Angola", "l’Angola", "la République d’Angola"),
        ("the European Union", "l’Union européenne", "l’Union européenne"),
        ("United States", "les États-Unis d’Amérique", "les États-Unis d’Amérique"),
        ("Israel", "Israël", "l’État d’Israël"),
        ("Ethiopia", "l’Éthiopie", "l’Éthiopie"),
        ("Kenya", "le Kenya", "le Kenya"),
        ("Belgium", "la Belgique", "la Belgique"),
        ("Netherlands", "les Pays-Bas", "les Pays-Bas"),
        ("Cuba", "Cuba", "Cuba"),
        ("Belize", "le Belize", "le Belize"),
        ("Hungary", "la Hongrie", "la Hongrie"),
    ],
)
def test_states_are_called_as_french_calls_them(english: str, short: str, formal: str) -> None:
    assert delegation(english) == (short, formal)


def test_a_code_alone_says_nothing_of_a_name() -> None:
    """KE is Kenya's code; Keldia, which has it in a session, keeps its own name."""
    assert delegation("Keldia") is None
    assert {"Keldia", "Novaria (« the Republic of Novaria »)"} <= set(told(french(debate())))


def test_bodies_are_known_by_their_english_names() -> None:
    assert body("Working Group on Monitoring") == ("le Groupe de travail sur le suivi", "le WGM")
    assert body("Working Party on Tea") is None


# Grammar.


@pytest.mark.parametrize(
    ("name", "of", "to"),
    [
        ("le WGM", "du WGM", "au WGM"),
        ("les États-Unis", "des États-Unis", "aux États-Unis"),
        ("la Plénière", "de la Plénière", "à la Plénière"),
        ("l’Union européenne", "de l’Union européenne", "à l’Union européenne"),
        ("Israël", "d’Israël", "à Israël"),
        ("Mme Aurel", "de Mme Aurel", "à Mme Aurel"),
        ("Hilde Hardeman", "de Hilde Hardeman", "à Hilde Hardeman"),
    ],
)
def test_articles_melt_and_elide(name: str, of: str, to: str) -> None:
    assert (FR.of(name), FR.to(name)) == (of, to)


@pytest.mark.parametrize(
    ("who", "met"),
    [
        (PLENARY, "La Plénière s’est réunie."),
        (GROUP, "Le WGM s’est réuni."),
        (BOTH, "Le WGM et le CPC se sont réunis."),
    ],
)
def test_the_verb_agrees_with_who_acts(who: Actor, met: str) -> None:
    assert FR.say("bodies_met", who) == met


@pytest.mark.parametrize(
    ("first", "last", "span", "held"),
    [
        (date(2018, 6, 18), date(2018, 6, 22), "18-22 juin 2018", " du 18 au 22 juin 2018"),
        (date(2018, 6, 1), date(2018, 6, 3), "1er-3 juin 2018", " du 1er au 3 juin 2018"),
        (date(2018, 6, 28), date(2018, 7, 1), "28 juin-1er juillet 2018",
         " du 28 juin au 1er juillet 2018"),
        (date(2018, 12, 31), date(2019, 1, 2), "31 décembre 2018-2 janvier 2019",
         " du 31 décembre 2018 au 2 janvier 2019"),
        (date(2018, 8, 1), date(2018, 8, 1), "1er août 2018", " le 1er août 2018"),
    ],
)  # fmt: skip
def test_days_are_written_as_in_french(first: date, last: date, span: str, held: str) -> None:
    assert FR.span(first, last) == span
    assert FR.held_on(f"{first}/{last}") == held


def test_a_month_is_french_and_other_dates_stay_as_they_were_said() -> None:
    assert FR.dates("September 2018") == "septembre 2018"
    assert FR.dates("first half of May") == "«\u202ffirst half of May\u202f»"
    assert FR.dates("") == ""


def test_a_time_of_day_has_its_zone() -> None:
    at = datetime.fromisoformat("2027-12-01T12:05:00+00:00")
    assert FR.moment(at) == "1er décembre 2027 à 12\xa0h\xa005 (UTC)"
    assert FR.moment(at.replace(minute=0)) == "1er décembre 2027 à 12\xa0h (UTC)"


def test_the_signs_have_their_blanks() -> None:
    assert FR.set("« oui » : non ; si ?") == ("«\u202foui\u202f»\u00a0: non\u202f; si\u202f?")
    assert FR.quoted("yes") == "«\u202fyes\u202f»"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("il a dit : « Yes. »", "Il a dit : « Yes. »"),
        ("il a dit : « Yes »", "Il a dit : « Yes »."),
        ("« Why?” »", "« Why?” »"),
        ("[fini.]", "[fini.]"),
        ("", ""),
    ],
)
def test_a_sentence_has_one_full_stop(typed: str, printed: str) -> None:
    assert FR.sentence(typed) == printed


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        ("Antwerp, Belgium", "Anvers (Belgique)"), ("Luanda, Angola", "Luanda (Angola)"),
        ("Geneva", "Genève"), ("Zambia", "Zambie"), ("Port Aurel, Aurelia", "Port Aurel, Aurelia"),
        ("Room 2, Hall, Geneva", "Room 2, Hall, Geneva"), ("", ""),
    ],
)  # fmt: skip
def test_places_are_french_where_they_are_known(place: str, printed: str) -> None:
    assert FR.place(place) == printed


def test_alternatives_are_called_so_and_the_brackets_stay_around_them() -> None:
    words = mark("the fund stays", [Mark("fund", "NV", "a-1"), Mark("goes", "OS", "a-2", True),
                                    Mark("ends", "TR", "a-3", True)])  # fmt: skip
    said = FR.relabelled(words)
    assert said.text == "the [fund] stays [Variante\u00a0: goes] [Variante\u00a0: ends]"
    assert [said.text[one.start : one.end] for one in said.brackets] == [
        "[fund]", "[Variante\u00a0: goes]", "[Variante\u00a0: ends]",
    ]  # fmt: skip


# What a document says.


def test_an_adopted_decision_is_told_with_what_was_recorded_beside_it() -> None:
    said = "\n".join(told(french(every_outcome())))
    assert re.search(r"Le WGM a adopté la décision TP/2027/\S+ "
                     r"Decision 1 sous sa forme amendée, « Alpha", said)  # fmt: skip
    assert (
        "Une réserve, une déclaration interprétative, une dissociation et une objection formulée "
        "après le coup de marteau ont été consignées."
    ) in said


def test_outcomes_have_their_verbs() -> None:
    said = "\n".join(told(french(every_outcome())))
    for words in (
        "a adopté son ordre du jour.",
        "a pris note du texte suivant : « Gamma is read ».",
        "a reporté le texte suivant à la prochaine Plénière ; il reste ouvert : « Delta waits ».",
        "n’est parvenu à aucun consensus sur le texte suivant : « Zeta splits us ».",
        "a adopté ad referendum le texte suivant : « Eta is a trial ».",
        "est convenu de ce qui suit : « Mu is agreed ».",
        "a recommandé ce qui suit : « Members report Nu ».",
        "La Présidence a publié, sous sa propre responsabilité, l’avis suivant : « Xi is closed ».",
        "jusqu’au 1er décembre 2027 à 12 h (CET), sans qu’aucun résultat soit consigné",
        "jusqu’au 1er décembre 2029 à 12 h (CET) ; il reste ouvert : [« Kappa by letter »].",
        "[La Présidence a donné le coup de marteau sur le texte suivant malgré une objection",
    ):
        assert words in said, words


def test_why_words_are_open_and_whose_they_are_is_said_in_french() -> None:
    brackets = {one.why: one.owner for one in french(every_outcome()).brackets()}
    assert "à l’examen" in brackets
    assert any(why.startswith("soumis à une procédure écrite jusqu’au") for why in brackets)
    assert any(why.startswith("contesté") for why in brackets)
    assert not re.search(r"\b(?:until|the|before)\b", " ".join(brackets))


def test_the_title_block_and_the_headings_are_french() -> None:
    draft = french(debate())
    assert draft.register == "Communiqué final"
    assert draft.about == ("Belvaux, 9-10 novembre 2027",)
    headings = [section.heading for section in draft.sections]
    assert "Ouverture" in headings
    assert any(one.startswith("Annexe I\xa0: ") for one in headings)


def test_the_chair_is_named_by_the_style_that_the_record_gives() -> None:
    for person, named in (
        ("Ms Aurel", "la Présidente, Mme Aurel,"), ("Mr Aurel", "le Président, M. Aurel,"),
        ("Aurel", "la Présidence (Aurel)"), ("", "la Présidence"),
    ):  # fmt: skip
        assert FR.chair(person) == named


def test_participants_stand_at_the_same_place_of_the_list_in_both_languages() -> None:
    room = Room(
        "Kind: plenary", "Delegation ZA: South Africa, the Republic of South Africa; Participant",
        "Delegation TH: Thailand, the Kingdom of Thailand; Participant", "Opened:",
        "present+ ZA, TH",
    )  # fmt: skip
    lists = [
        [
            item.text
            for block in draft.blocks()
            if isinstance(block, Listing)
            for item in block.items
        ]
        for draft in (communique(room.record), french(room))
    ]
    assert lists == [
        ["the Kingdom of Thailand", "the Republic of South Africa"],
        ["le Royaume de Thaïlande", "la République sud-africaine"],
    ]


def test_a_name_that_french_has_none_for_stays_as_recorded() -> None:
    assert babel_name("Keldia") == ""
    assert FR.place("Keldia") == "Keldia"
