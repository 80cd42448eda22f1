"""The parts that stand between a keyword and its colon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from plenary_tui.record.drafts import AGAIN, ANTE

from .form import Fields, Scan
from .lexicon import LEXICON, fold
from .lists import read_list, write_list
from .reading import Misfit
from .refs import take_ref, write_ref
from .speakers import name_like, read_speaker, write_speaker

_BY = re.compile(rf"(?:{LEXICON.alternatives('by')})\s+(?=\S)", re.IGNORECASE)
_AGENDA = re.compile(rf"(?:{LEXICON.alternatives('agenda')})(?=\s|$)", re.IGNORECASE)
_AD_REF = re.compile(rf"(?:^|\s)(?:{LEXICON.alternatives('ad_ref')})(?=\s|$)", re.IGNORECASE)
_AS_NUMBER = re.compile(rf"(?:{LEXICON.alternatives('as')})\s+(.*\d.*)$", re.IGNORECASE)
_PARA = re.compile(rf"(?:{LEXICON.alternatives('para')})\s*(?=[\dIVXA-Z])", re.IGNORECASE)
_NUMBER = r"(?:\d[\w.()/-]*|[IVXLC]+|[A-Z]\d*)"
NUMBER = re.compile(rf"{_NUMBER}(?: (?:bis|ter|quater))?(?=\s|$)")
"""The number of an agenda item: `4.2`, `IV`, `12 bis`, `3(a)`."""
_PARA_NUMBER = re.compile(rf"{_NUMBER}(?i: {ANTE})?(?i: (?:{'|'.join(AGAIN)}|\(\d+\)))?(?=\s|$)")
"""The number of a paragraph: also `14 decies`, `1 ante`, `1 ante bis`, `14 (11)`."""
_DURATION = re.compile(
    rf"(\d{{1,4}})\s*(?:({LEXICON.alternatives('minutes')})|({LEXICON.alternatives('seconds')}))$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Ref:
    """The text, intervention or entry that the line is about; `agenda` where that can be it.

    name: the field. unnamed: what it holds where the line names none.
    """

    agenda: bool = False
    name: str = "target"
    unnamed: str = ""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take `P3`, `@12` or the agenda."""
        ref, rest = take_ref(text)
        if not ref and self.agenda and (found := _AGENDA.match(fold(text))):
            ref, rest = "agenda", text[found.end() :].lstrip()
        if ref or self.unnamed:
            fields[self.name] = ref or self.unnamed
        return rest

    def write(self, command: Any, language: str) -> str:
        """Return the reference."""
        ref = getattr(command, self.name)
        if self.agenda and ref == "agenda":
            return LEXICON.small("agenda", language)
        return "" if self.unnamed and ref == self.unnamed else write_ref(ref)


class SpeakerHead:
    """Who says it: the rest of the head, if it names somebody."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the speaker; words that name nobody are left."""
        if not text:
            return ""
        named = _BY.sub("", text, count=1) if _BY.match(text) else text
        who = read_speaker(named, scan.reading)
        if who is None or (not who.listed and named != text):
            return text
        if not who.listed and who.speaker and not name_like(who.speaker, nickname=False):
            return text
        if scan.bare and not who.listed:
            return text
        fields.update(zip(("speaker", "person", "capacity", "group"), who[:4], strict=True))
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the speaker."""
        return write_speaker(command, language)


@dataclass(frozen=True)
class ListHead:
    """Delegations, to the end of the head: taken only if every word is one."""

    required: bool = True

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the list."""
        if not text:
            if self.required:
                raise Misfit("" if scan.bare else "it names no delegation")
            return ""
        who = read_list(text, scan.reading)
        if who is None:
            return text
        fields["who"] = who
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the list."""
        return write_list(command.who)


@dataclass(frozen=True)
class Token:
    """One word, kept as typed in `name`; `shape` says what it must look like."""

    name: str
    shape: re.Pattern[str] = re.compile(r"\S+")

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the word."""
        found = self.shape.match(text)
        if found is None:
            raise Misfit
        fields[self.name] = found[0]
        return text[found.end() :].lstrip()

    def write(self, command: Any, language: str) -> str:
        """Return the word."""
        return str(getattr(command, self.name))


@dataclass(frozen=True)
class Code:
    """The code of a delegation in `name`; one that is not on the roster as typed, if `new`."""

    name: str
    new: bool = False

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the code."""
        if text.islower() and self.new:
            raise Misfit
        code = None if self.new else scan.reading.roster.code(text, live=scan.reading.live)
        if code is None and (not text or " " in text):
            raise Misfit
        fields[self.name] = code or text
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the code."""
        return str(getattr(command, self.name))


@dataclass(frozen=True)
class AdRef:
    """Whether the gavel fell *ad referendum*: `state` is one of two."""

    plain: str
    ad_ref: str
    name: str = "state"

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take `ad ref` from wherever it stands."""
        rest = _AD_REF.sub("", text)
        fields[self.name] = self.plain if rest == text else self.ad_ref
        return rest.strip()

    def write(self, command: Any, language: str) -> str:
        """Return `ad ref`, or nothing."""
        ad_ref = getattr(command, self.name) == self.ad_ref
        return LEXICON.small("ad_ref", language) if ad_ref else ""


class AsNumber:
    """`as NUMBER`: the number under which a decision is adopted."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the number."""
        found = _AS_NUMBER.match(text)
        if found is None:
            return text
        fields["number"] = found[1]
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the number."""
        return f"{LEXICON.small('as', language)} {command.number}" if command.number else ""


@dataclass(frozen=True)
class ParaHead:
    """A paragraph of the draft: with its word, or alone where the keyword says it."""

    word: bool = True

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the paragraph's number."""
        start = 0
        if self.word:
            said = _PARA.match(text)
            if said is None:
                return text
            start = said.end()
        found = _PARA_NUMBER.match(text, start)
        if found is None:
            if self.word:
                return text
            raise Misfit
        fields["para"] = found[0]
        return text[found.end() :].lstrip()

    def write(self, command: Any, language: str) -> str:
        """Return the paragraph's number."""
        if not command.para or not self.word:
            return str(command.para)
        return f"{LEXICON.small('para', language)} {command.para}"


@dataclass(frozen=True)
class Choice:
    """One of several little words, which sets `name`; `words` are pairs of value and word."""

    name: str
    words: tuple[tuple[str, str], ...]

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the word."""
        for value, key in self.words:
            if LEXICON.is_little(key, text):
                fields[self.name] = value
                return ""
        raise Misfit

    def write(self, command: Any, language: str) -> str:
        """Return the word."""
        key = dict(self.words).get(getattr(command, self.name), "")
        return LEXICON.small(key, language) if key else ""


def split_duration(text: str) -> tuple[str, str]:
    """Return the words before a time limit and the limit; all of it as words without one."""
    words = text.split()
    for size in (2, 1):
        last = " ".join(words[-size:])
        if len(words) >= size and (LEXICON.is_little("off", last) or _DURATION.match(fold(last))):
            return " ".join(words[:-size]), last
    return text, ""


class Duration:
    """A time limit: `3 min`, `90 s`, `off`."""

    def read(self, text: str, fields: Fields, scan: Scan) -> str:
        """Take the limit in seconds."""
        if LEXICON.is_little("off", text):
            fields["seconds"] = 0
            return ""
        found = _DURATION.match(fold(text))
        if found is None:
            raise Misfit
        fields["seconds"] = int(found[1]) * (60 if found[2] else 1)
        return ""

    def write(self, command: Any, language: str) -> str:
        """Return the limit."""
        if command.seconds == 0:
            return LEXICON.small("off", language)
        if command.seconds % 60:
            return f"{command.seconds} {LEXICON.small('seconds', language)}"
        return f"{command.seconds // 60} {LEXICON.small('minutes', language)}"
