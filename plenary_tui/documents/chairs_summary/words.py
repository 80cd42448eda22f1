"""The Chair's summary's own sentences, in English and French.

They are the program's, in the style of such summaries; none is anybody's words, and none has a
verb of the first class outside what was adopted.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChairsWords:
    """The sentences of one language. {n}: a paragraph's number in the draft; {on}: its subject.

    {which}: several paragraphs by their numbers; {place}: one of them, as a label.
    about: a subject, by the heading that it stands under. differed, disputed, pending: in place
    of what is not agreed. partly: of a text that was adopted, in words not agreed. wording, ad_ref:
    of paragraphs whose words were agreed in negotiation. reasons: why something stands
    under what was not agreed. fates: what became of a paragraph.
    """

    register: str
    opening: str
    drawn: str
    version: str
    agreed: str
    adopted: str
    nothing_adopted: str
    partly: str
    wording: str
    ad_ref: str
    discussed: str
    about: str
    differed: str
    disputed: str
    pending: str
    examined: str
    not_agreed: str
    listed: str
    nothing_listed: str
    one_left_out: str
    left_out: str
    paragraph: str
    label: str
    item: str
    table: str
    columns: tuple[str, str, str, str]
    reasons: dict[str, str]
    fates: dict[str, str]
    and_: str


_EN = ChairsWords(
    register="Chair’s summary",
    opening=(
        "This summary is issued by the Chair under the Chair’s sole responsibility. It is not the "
        "communiqué of the meeting, it was not negotiated, and it does not commit any delegation."
    ),
    drawn="It was drawn up from the draft of the communiqué{version}{made}.",
    version=", version {label}",
    agreed="What was agreed",
    adopted="The following was adopted in the course of the meeting, and is stated as a fact.",
    nothing_adopted="No paragraph of the draft rests on a text that was adopted.",
    partly="A text was adopted of which some words are not agreed (paragraph {n} of the draft).",
    wording="In negotiation, agreement was found on the words of {which} of the draft.",
    ad_ref="Agreement ad referendum was found on the words of {which} of the draft.",
    discussed="What was discussed",
    about=" under “{heading}”",
    differed=(
        "Views differed{on}, and delegations could not agree on the words of paragraph {n} "
        "of the draft."
    ),
    disputed=(
        "Views differed{on}, and the outcome of the text in paragraph {n} of the draft is disputed."
    ),
    pending=(
        "The words of paragraph {n} of the draft remain open; no agreement was reached on them "
        "during the meeting."
    ),
    examined="The Chair notes that this matter was discussed.",
    not_agreed="What was not agreed",
    listed="There was no agreement on what the following paragraphs of the draft hold.",
    nothing_listed="The draft holds nothing in brackets.",
    one_left_out="1 paragraph on which no agreement was reached is left out of this summary.",
    left_out="{count} paragraphs on which no agreement was reached are left out of this summary.",
    paragraph="paragraph {n}",
    label="{place}:",
    item="paragraph {n}, an item of its list",
    table="Where the paragraphs of the draft went",
    columns=("Draft", "Subject", "This summary", "How it stands here"),
    reasons={
        "brackets": "words in brackets", "worded": "words not agreed",
        "disputed": "the outcome is disputed",
        "refused": "no consensus", "deferred": "deferred", "referred": "referred",
        "carried": "carried over", "proposed": "still open", "silence": "under written procedure",
        "expired": "written procedure without a recorded result",
    },
    fates={
        "agreed": "what was agreed", "told": "as in the draft", "weaker": "in weaker words",
        "neutral": "in neutral words", "out": "left out",
    },
    and_="and",
)  # fmt: skip
_FR = ChairsWords(
    register="Résumé de la Présidence",
    opening=(
        "Le présent résumé est publié par la Présidence sous sa seule responsabilité. Il n’est "
        "pas le communiqué de la réunion, n’a pas été négocié et n’engage aucune délégation."
    ),
    drawn="Il est tiré du projet de communiqué{version}{made}.",
    version=", version {label}",
    agreed="Ce qui a fait l’objet d’un accord",
    adopted="Ce qui suit a été adopté au cours de la réunion, et est rapporté comme un fait.",
    nothing_adopted="Aucun paragraphe du projet ne repose sur un texte qui ait été adopté.",
    partly=(
        "Un texte a été adopté, dont certains mots ne font pas l’objet d’un accord "
        "(paragraphe {n} du projet)."
    ),
    wording="Au cours de la négociation, un accord a été trouvé sur les mots de {which} du projet.",
    ad_ref="Un accord ad referendum a été trouvé sur les mots de {which} du projet.",
    discussed="Ce qui a été examiné",
    about=" au titre de « {heading} »",
    differed=(
        "Les vues ont divergé{on}, et les délégations n’ont pu s’entendre sur les mots du "
        "paragraphe {n} du projet."
    ),
    disputed=(
        "Les vues ont divergé{on}, et l’issue du texte du paragraphe {n} du projet est contestée."
    ),
    pending=(
        "Les mots du paragraphe {n} du projet restent ouverts ; aucun accord n’est intervenu à "
        "leur sujet au cours de la réunion."
    ),
    examined="La Présidence note que cette question a été examinée.",
    not_agreed="Ce qui n’a pas fait l’objet d’un accord",
    listed="Aucun accord n’est intervenu sur le contenu des paragraphes suivants du projet.",
    nothing_listed="Le projet ne contient rien entre crochets.",
    one_left_out="1 paragraphe sans accord est omis du présent résumé.",
    left_out="{count} paragraphes sans accord sont omis du présent résumé.",
    paragraph="paragraphe {n}",
    label="{place} :",
    item="paragraphe {n}, un élément de sa liste",
    table="Où sont passés les paragraphes du projet",
    columns=("Projet", "Sujet", "Présent résumé", "Comment il y figure"),
    reasons={
        "brackets": "mots entre crochets", "worded": "mots sans accord",
        "disputed": "issue contestée",
        "refused": "pas de consensus", "deferred": "reporté", "referred": "renvoyé",
        "carried": "reporté à une autre réunion", "proposed": "encore ouvert",
        "silence": "en procédure écrite", "expired": "procédure écrite sans résultat consigné",
    },
    fates={
        "agreed": "ce qui a fait l’objet d’un accord", "told": "comme dans le projet",
        "weaker": "en termes plus faibles", "neutral": "en termes neutres", "out": "omis",
    },
    and_="et",
)  # fmt: skip


def chairs_words(language: str) -> ChairsWords:
    """Return the sentences in a language; English where it is none of those there are."""
    return _FR if language.startswith("fr") else _EN
