"""Who speaks: `WHO [(person)] [as CAPACITY] [for GROUP]`, and the shape of a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from plenary_tui.record.kinds import Spoken

from .lexicon import LEXICON, bare, fold, same
from .reading import Reading

UNKNOWN = "???"
MOST_WORDS = 5
MOST_CHARACTERS = 40
_LONGEST_HEAD = 240

_AS = LEXICON.alternatives("as")
_FOR = LEXICON.alternatives("for")
_OF = LEXICON.alternatives("of")
_APART = r"\s*(?<![^\s)])"
_HEAD = re.compile(
    rf"(?P<who>[^()]*?)\s*(?:\((?P<person>.*)\))?"
    rf"(?:{_APART}(?:{_AS})\s+(?P<capacity>.+?))?"
    rf"(?:{_APART}(?:{_FOR})\s+(?P<group>.+))?$",
    re.IGNORECASE,
)
_OFFICES = "|".join(
    re.escape(word)
    for word in sorted(
        {
            variant
            for languages in (LEXICON.line["chair"], LEXICON.little["chair"])
            for words in languages.values()
            for word in words
            for variant in (fold(word), bare(fold(word)))
        },
        key=len,
        reverse=True,
    )
)
_WORTH_A_LOOK = re.compile(rf"[(<]|\b(?:{_AS}|{_FOR}|{_OFFICES})\b", re.IGNORECASE)
"""What a head of more words than a name has must hold, to be a speaker all the same."""
_SEVERAL_PARTS = re.compile(rf"[()]|(?<!\S)(?:{_AS}|{_FOR})\s", re.IGNORECASE)
_CHAIR = re.compile(rf"(?:{_OFFICES})$")
_BODY_FIRST = re.compile(rf"(?P<body>.+?)[\s-](?:{_OFFICES})$")
_BODY_LAST = re.compile(rf"(?:{_OFFICES})\s+(?:(?:{_OF})\s+)?(?P<body>.+)$")
_NAME = re.compile(r"[^\W\d_][\w .'’&/()+-]*$")
_AS_TYPED = re.compile(r"<\s*([^<>\n]*[^<>\s])\s*>")
"""A name in `<…>` is a speaker's whatever it looks like."""
_HONORIFIC = re.compile(rf"(?:{LEXICON.alternatives('honorific')})\s", re.IGNORECASE)

ChairWord = Callable[[str], str]


class Speaker(NamedTuple):
    """The four things to be kept apart about who speaks; `listed` when the meeting knows who."""

    speaker: str
    person: str = ""
    capacity: str = ""
    group: str = ""
    listed: bool = True


def office(text: str, reading: Reading) -> str | None:
    """Return `chair` or `WGM chair` where `text` names that office, or None."""
    folded = fold(text)
    if _CHAIR.match(folded):
        return "chair"
    for shape in (_BODY_FIRST, _BODY_LAST):
        if found := shape.match(folded):
            typed = text[found.start("body") : found.end("body")]
            body = reading.roster.body(typed)
            if body is None and reading.live:
                body = reading.roster.body(typed.upper())
            if body is not None:
                return f"{body} chair"
    return None


def read_speaker(head: str, reading: Reading) -> Speaker | None:
    """Read who speaks from a head, or None where it names nobody.

    A name that the roster does not hold comes back as typed, not `listed`; whether it is one is
    for the caller to judge (`name_like`).
    """
    if len(head) > _LONGEST_HEAD:
        return None
    if head.count(" ") >= MOST_WORDS and not _WORTH_A_LOOK.search(head):
        return None
    seen = same(head).strip()
    if not _SEVERAL_PARTS.search(seen):
        return named(seen, reading) or Speaker(head.strip(), listed=False)
    found = _HEAD.match(seen)
    if found is None:
        return None
    who, person, capacity, group = (
        head[found.start(part) : found.end(part)] if found[part] else "" for part in
        ("who", "person", "capacity", "group")
    )  # fmt: skip
    known = named(who.strip(), reading)
    if known is None:
        whole = named(seen, reading)
        if whole is not None:
            return whole
        if not group and not capacity:
            return Speaker(who.strip(), person, listed=False)
        if group and not capacity and not person and reading.roster.code(group, live=False) is None:
            return Speaker(seen, listed=False)
        known = Speaker(who.strip(), listed=False)
    if capacity and known.capacity:
        return None
    if capacity:
        known = known._replace(capacity=office(capacity, reading) or capacity)
    return known._replace(person=person, group=group)


def named(who: str, reading: Reading) -> Speaker | None:
    """Return whom a single name means, or None where the meeting knows nobody of that name."""
    if who == UNKNOWN:
        return Speaker(UNKNOWN)
    if found := _AS_TYPED.fullmatch(who):
        return Speaker(found[1])
    code = reading.roster.code(who, live=reading.live)
    if code is not None:
        return Speaker(code)
    held = office(who, reading)
    return Speaker("", capacity=held) if held else None


def write_speaker(spoken: Spoken, language: str, *, heading: bool = False) -> str:
    """Return who speaks as a head holds it; `heading` where it begins the line."""
    chair = LEXICON.small("chair", language)
    capacity = spoken.capacity
    if capacity == "chair" or capacity.endswith(" chair"):
        capacity = capacity[: -len("chair")] + chair
    person = f"({spoken.person})" if spoken.person else ""
    group = f"{LEXICON.small('for', language)} {spoken.group}" if spoken.group else ""
    if spoken.speaker or not capacity:
        held = f"{LEXICON.small('as', language)} {capacity}" if capacity else ""
        parts = [spoken.speaker, person, held, group]
    else:
        if heading and spoken.capacity == "chair":
            capacity = LEXICON.word("chair", language)
        parts = [capacity, person, group]
    return " ".join(part for part in parts if part)


def name_like(text: str, *, nickname: bool) -> bool:
    """Tell whether `text` has a speaker's shape: few words, no sentence, no common word.

    A single word in small letters (`manu`) is one only where a `nickname` may stand.
    """
    if len(text) > MOST_CHARACTERS or not _NAME.match(text):
        return False
    words = text.split()
    if len(words) > MOST_WORDS or LEXICON.is_little("nobody", text) or LEXICON.is_keyword(text):
        return False
    if len(words) == 1:
        return nickname or text[0].isupper()
    return words[0][0].isupper() and all(_in_a_name(word) for word in words[1:])


def _in_a_name(word: str) -> bool:
    return not word[0].islower() or LEXICON.is_little("particle", word) or word[1:2] == "'"


def name_only(text: str, reading: Reading) -> bool:
    """Tell whether nothing but a name stands in `text`, so that `Chair: …` presides."""
    text = same(text).strip()
    plain = text.partition("(")[0].strip()
    if not plain or len(text) > 2 * MOST_CHARACTERS or ("(" in text and not text.endswith(")")):
        return False
    if reading.roster.code(plain, live=False) or reading.roster.person(plain):
        return True
    words = plain.split()
    if len(words) > MOST_WORDS + 1 or not _NAME.match(plain):
        return False
    titled = _HONORIFIC.match(plain)
    if titled:
        words = plain[titled.end() :].split()
    named = bool(words) and words[0][0].isupper() and all(map(_in_a_name, words[1:]))
    return named and (bool(titled) or reading.header)
