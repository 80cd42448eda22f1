"""Slips of the pen: a verb that has lost its ending, a wrong number of the verb, a word twice.

Only forms that cannot be read otherwise are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .finding import Finding
from .passages import COVER, Passage

_PAIRS = """
    accept:accepted achieve:achieved acknowledge:acknowledged admit:admitted adopt:adopted
    agree:agreed announce:announced apply:applied appreciate:appreciated commend:commended
    commit:committed conclude:concluded consider:considered convene:convened create:created
    decide:decided defer:deferred develop:developed discuss:discussed emphasise:emphasised
    emphasize:emphasized encourage:encouraged endorse:endorsed ensure:ensured
    establish:established examine:examined identify:identified improve:improved inform:informed
    instruct:instructed invite:invited involve:involved maintain:maintained organise:organised
    organize:organized prepare:prepared propose:proposed provide:provided publish:published
    reaffirm:reaffirmed receive:received recommend:recommended refer:referred remind:reminded
    require:required select:selected strengthen:strengthened submit:submitted thank:thanked
"""
_PAST = dict(pair.split(":") for pair in _PAIRS.split())
"""Verbs whose plain form is no noun and no adjective, with their past."""

_FOLLOWED = {"base": ("based", "on|upon"), "dedicate": ("dedicated", "to")}
"""Participles that stand behind a noun with a word of their own: `work based on merit`.

Only verbs that always take an object: `the visits aim at` is no slip.
"""

_BASES = (
    "air|army|military|naval|customer|client|tax|knowledge|data|resource|industrial|power|donor"
    "|evidence|legal|revenue|user|asset|fund|home|research|fan|moon"
)
"""What makes a base of its own: `the military base on the island`."""

_PLAIN = "|".join(_PAST)
_ADVERB = r"(?:(?:also|further|then|not|[a-z]+ly) )?"
_ENDINGS = (
    re.compile(rf"\b(?:was|were|been|being|is|are|be) {_ADVERB}(?P<verb>{_PLAIN})\b(?!-)"),
    re.compile(rf"\b(?:has|have|had) {_ADVERB}(?P<verb>{_PLAIN})\b(?!-)"),
    re.compile(
        r"(?:\A|(?<=[.!?] ))The (?:Plenary|Intersessional|Committee|Working Group|meeting|Chair) "
        rf"{_ADVERB}(?P<verb>{_PLAIN})\b(?!-)"
    ),
    *(
        re.compile(
            r"\b(?:our|their|its|his|her|your|the|this|these|those|a|an) (?:[a-z]+ )?"
            rf"(?!(?:{_BASES}|to|we|they|you|not|and|or|of|which|that|who|must|should|will|would"
            rf"|can|could|may|might|shall|also|always)\b)[a-z]+ (?P<verb>{verb}) (?:{word})\b"
        )
        for verb, (_, word) in _FOLLOWED.items()
    ),
)
_OVERDONE = re.compile(
    rf"\b(?:will|would|shall|should|must|cannot|did not|does not|do not) {_ADVERB}"
    rf"(?P<verb>{'|'.join(_PAST.values())})\b(?!-)"
)
_AGREEMENT = re.compile(
    r"(?:\A|(?<=[.!?] ))(?:The )?(?:following )?"
    r"(?:Participants|Observers|Members|[Dd]elegations|[Dd]ecisions|[Mm]eetings|[Vv]isits) "
    r"(?P<verb>was|is|has)\b"
)
_MANY = {"was": "were", "is": "are", "has": "have"}
_DOUBLED = re.compile(
    r"\b(?P<word>the|a|an|of|to|in|on|and|for|with|by|from|is|are|was|were|be|will) (?P=word)\b"
    r"|\b(?P<verb>be|been) (?:also|further|furthermore|then|now) (?P=verb)\b"
)


def slips(passage: Passage) -> Iterator[Finding]:
    """Find slips; of a quotation only a lost ending is asked about, and never with a change.

    A quotation stands as it was given, yet what a scribe lost in it only its speaker can say.
    """
    for pattern in _ENDINGS:
        for found in pattern.finditer(passage.text):
            verb = found["verb"]
            past = _PAST.get(verb) or _FOLLOWED[verb][0]
            why = f"“{found[0]}” seems to have lost an ending (“{past}”)"
            quoted = passage.bare[found.start("verb")] == COVER
            why += "; the words are quoted: check them against delivery" if quoted else ""
            yield passage.finding("ending", why + ".", found.span("verb"), "" if quoted else past)
    for found in _OVERDONE.finditer(passage.bare):
        plain = next(plain for plain, past in _PAST.items() if past == found["verb"])
        why = f"“{found[0]}” has an ending too many."
        yield passage.finding("ending", why, found.span("verb"), plain)
    for found in _AGREEMENT.finditer(passage.bare):
        many = _MANY[found["verb"]]
        why = f"“{found[0]}”: the subject is of more than one."
        yield passage.finding("agreement", why, found.span("verb"), many)
    for found in _DOUBLED.finditer(passage.bare):
        why = f"“{found[0]}” says a word twice."
        rest = found[0].partition(" ")[2]
        yield passage.finding("doubled", why, found.span(), rest)
