"""Sentences that say no more than that something was discussed.

For what was not adopted: a verb of the first class turns into "discussed" or "considered", and a
sentence that no such turn fits is given up.
"""

from __future__ import annotations

import re
from functools import cache

from ..checks.passages import COVER, covered
from ..language.verbs import strongest
from ..reported import SHIFTED, is_past

_OBJECT = {
    "admitted": "considered the admission of", "elected": "considered the election of",
    "established": "considered the establishment of", "selected": "considered the selection of",
    "adopted": "considered", "agreed": "discussed", "approved": "considered",
    "decided": "discussed", "endorsed": "considered", "mandated": "considered a mandate to",
    "instructed": "considered an instruction to", "invited": "considered an invitation to",
    "requested": "considered a request to", "recommended": "considered a recommendation of",
    "reaffirmed": "discussed", "recalled": "discussed", "committed": "discussed",
    "welcomed": "discussed", "appreciated": "discussed",
}  # fmt: skip
"""What stands before the object instead of a verb; those that are missing bear no turn."""
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: not)?(?: (?:also|further|[a-z]+ly))*\Z"
)
_AFTER_PASSIVE = re.compile(r"\s*(?:[.;,!]|\Z)|\s(?:at|in|on|under|with)\b")
_NO_OBJECT = re.compile(r"\s*(?:[.;,!]|\Z)|\s(?:as|ad|by|in|at|with|under|upon|and)\b")
_ADJECTIVE = re.compile(r"\b(?:the|an?|its)\s\Z", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:,|\b(?:and|but|or|it|they|he|she|who|which|that|also|then|not|to|has|have|had|will|would"
    r"|should|may|can|[a-z]+ly|plenary|intersessional|meeting|participants|delegations))\s\Z",
    re.IGNORECASE,
)
"""What a verb of the same sentence comes after; behind another noun it qualifies that noun."""
_FRENCH = re.compile(
    r"\b(?:(?:adopt|approuv|arrêt|cré|décid|désign|entérin|instaur)(?:ée?s?|a|èrent)"
    r"|admise?s?|admi(?:t|rent)|conven(?:ue?s?)|convin(?:t|rent)|élue?s?|établie?s?|établi(?:t|rent)"
    r"|prononcé (?:l’|l'|une )admission|procédé à (?:l’élection|(?:la|une) désignation))\b",
    re.IGNORECASE,
)
"""The same class of verbs in French; no turn is tried there."""
_STATUS = re.compile(r"\((?:agreed ad ref\w*)\)")
"""How far the words of a paragraph are agreed, behind them: no sentence of the meeting."""
_WORD = re.compile(r"[A-Za-z]+")


@cache
def _verbs(ranks: int) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(map(re.escape, strongest(ranks)))})\b", re.IGNORECASE)


def reads_as_decided(sentence: str, language: str = "en") -> bool:
    """Whether a verb of the first class makes it say that something was decided.

    Words in quotation marks are somebody's; `the rules adopted in 2003` says what they are.
    """
    bare = _bare(sentence)
    return bool(_FRENCH.search(bare)) if language.startswith("fr") else _first(bare, 1) is not None


def weakened(sentence: str, *, ranks: int = 1, language: str = "en") -> str:
    """Return a sentence without a verb of the classes up to `ranks`; empty where none fits.

    One that has no such verb comes back as it is.
    """
    if language.startswith("fr"):
        return "" if reads_as_decided(sentence, language) else sentence
    told = sentence
    while (found := _first(_bare(told), ranks)) is not None:
        turned = _turned(told, found)
        if not turned:
            return ""
        told = turned
    return told


def _bare(sentence: str) -> str:
    bare = covered(sentence)
    return _STATUS.sub(lambda found: COVER * len(found[0]), bare)


def _first(bare: str, ranks: int) -> re.Match[str] | None:
    """Return the first verb of these classes that is not there to qualify a noun."""
    for found in _verbs(ranks).finditer(bare):
        before = bare[: found.start()]
        if _ADJECTIVE.search(before):
            continue
        acts = _GOES_ON.search(before) or _AUXILIARY.search(before.rstrip())
        if acts or not any(_is_verb(word) for word in _WORD.findall(before)):
            return found
    return None


def _is_verb(word: str) -> bool:
    return is_past(word) or word in SHIFTED


def _turned(told: str, found: re.Match[str]) -> str:
    before, verb, after = told[: found.start()], found[0].lower(), told[found.end() :]
    if not before.strip():
        return ""
    if _AUXILIARY.search(before.rstrip()):
        if _AFTER_PASSIVE.match(after):
            return f"{before}discussed{after}"
        if after.startswith(" that "):
            return f"{before}discussed whether{after.removeprefix(' that')}"
        return ""
    if before.rstrip().endswith((" to", " not", " will", " would", " should", " may", " can")):
        return ""
    if after.startswith(":"):
        return f"{before}discussed the following text{after}"
    if after.startswith(" to "):
        return f"{before}considered whether{after}" if verb in ("agreed", "decided") else ""
    if after.startswith(" that "):
        return f"{before}discussed whether{after.removeprefix(' that')}"
    if after.startswith((" on ", " upon ")):
        return f"{before}discussed {after.split(' ', 2)[2]}"
    if verb not in _OBJECT or _NO_OBJECT.match(after):
        return ""
    return f"{before}{_OBJECT[verb]}{after}"
