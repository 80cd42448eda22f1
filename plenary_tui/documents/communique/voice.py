"""The voice of a communiqué: who acts in it, what may enter it, how items and bodies are named.

The Plenary, the Intersessional, a working body and the Chair act in it; a delegation never does.
It is a public document: of what was said in camera, in private or in a restricted sitting it
holds adopted outcomes only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Sealed, Spoken
from plenary_tui.record.speech import UNKNOWN_SPEAKER
from plenary_tui.record.texts import ADOPTED, TextRecord

from ..chronicle import Chronicle
from ..draft import Draft
from ..language import ENGLISH, Actor, Language
from ..language.verbs import strength
from ..reported import is_past
from ..wording import Wording, capital, is_reported, said, sentence

_SENTENCES = re.compile(r"(?<=[.!?;])\s+")
_PREPOSITIONS = frozenset(
    ["in", "of", "to", "for", "by", "with", "from", "between", "at", "on", "near", "than"]
)
_SOURCE_MARK = re.compile(r"\s*\(Source (\d+)\)")
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us)\b", re.IGNORECASE)
_QUOTES = '"“„«'
_HONORIFIC = re.compile(r"^(?:Mr|Ms|Mrs|Dr|H\.E\.|Sir|Madam)\.? +")


@dataclass
class Voice:
    """One document's voice. A body is named in full once, then by its letters."""

    chronicle: Chronicle
    language: Language = ENGLISH
    named: set[str] = field(default_factory=set)

    @cached_property
    def words(self) -> Wording:
        """How the document names who takes part."""
        return self.language.wording(self.chronicle.meeting)

    def say(self, name: str, who: Actor | None = None, /, **values: object) -> str:
        """Return a sentence, or a part of one, in the document's language."""
        return self.language.say(name, who, **values)

    @cached_property
    def day(self) -> date:
        """The day whose names are used for the meeting as a whole."""
        return self.chronicle.meeting.first_day or date.max

    def headed(self, draft: Draft) -> Draft:
        """Return the document with its title block in its language."""
        facts = self.chronicle.meeting.facts
        title = facts.get("title") or facts.get("name") or self.say("untitled")
        dates = facts.get("dates", "")
        parts = (self.language.place(facts.get("place", "")), self.language.dates(dates))
        where = ", ".join(part for part in parts if part)
        return replace(draft, title=title, about=(where,) if where else ())

    def is_public(self, entry: Entry | None) -> bool:
        """Whether what an entry holds may stand in a document for everybody."""
        if entry is None or isinstance(entry.what, Sealed) or entry.marking == "private":
            return False
        if self.chronicle.is_closed(entry):
            return False
        return entry.marking != "restricted" or entry.what.open_part() is entry.what

    def is_public_text(self, text: TextRecord) -> bool:
        """Whether a text may stand in it: one adopted behind closed doors may."""
        entry = self.chronicle.record.reads(text.id)
        if text.state in ADOPTED and text.gavels:
            entry = self.chronicle.record.reads(text.gavels[-1].entry)
        return self.is_public(entry)

    def bodies(self, sitting: str) -> tuple[str, ...]:
        """Return the working bodies that a sitting is of; none for one of the meeting itself."""
        codes = self.chronicle.meeting.sitting(sitting).bodies
        known = self.chronicle.meeting.roster.bodies
        return codes if all(code in known for code in codes) else ()

    def subject(self, bodies: tuple[str, ...] = ()) -> Actor:
        """Return who acts in a sitting of these bodies: the Plenary, or the bodies themselves."""
        if not bodies:
            return Actor(self.words.body, feminine=self.words.is_feminine())
        who = self.bodies_acting(bodies)
        if who.many:
            return replace(who, name=self.say("jointly", who))
        return who

    def bodies_acting(self, bodies: Iterable[str]) -> Actor:
        """Return bodies as the subject of a sentence."""
        codes = list(bodies)
        name = capital(self.language.joined(self.body(code) for code in codes))
        feminine = all(self.words.is_feminine(code) for code in codes)
        return Actor(name, len(codes) > 1, feminine)

    def body(self, code: str) -> str:
        """Return a body's long name with its letters at first use, then the letters alone."""
        if code in self.named:
            return self.words.letters(code)
        self.named.add(code)
        name = self.words.body_name(code, self.day)
        return f"{name} ({code})" if name != code else self.words.letters(code)

    def item(self, number: str) -> str:
        """Return an agenda item as a sentence names it: `item 3.1, “Statistics”`."""
        item = self.chronicle.meeting.agenda.get(number)
        if item is None or not item.title:
            return self.say("item", number=number)
        return self.say("item_titled", number=number, title=self.language.quoted(item.title))

    def chair(self, entry: Entry) -> str:
        """Return the Chair as a sentence names it, with the person where the record has one."""
        return self.language.chair(getattr(entry.what, "person", ""))

    def is_chair(self, entry: Entry) -> bool:
        """Whether the Chair of the meeting speaks, and not whoever presides over a body."""
        what = entry.what
        if not isinstance(what, Spoken) or what.capacity != "chair":
            return False
        return not self.bodies(entry.sitting)

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        """Everybody who could be a subject: delegations by any name, who spoke, their persons."""
        roster = self.chronicle.meeting.roster
        names = set(roster.delegations)
        for facts in roster.delegations.values():
            names.update(name for fact in facts for name in fact.names)
        for persons in roster.persons.values():
            names.update(_HONORIFIC.sub("", fact.person) for fact in persons)
        # a session without a roster knows delegations by their taking part
        spoke: set[str] = self.chronicle.gathered(_speakers, set())
        names |= spoke
        for sitting in self.chronicle.meeting.sittings.values():
            names.update((*sitting.present, *sitting.left))
        names -= {"Chair", UNKNOWN_SPEAKER}
        known = sorted((name.removeprefix("the ") for name in names if name), key=len, reverse=True)
        if not known:
            return None
        one = rf"(?:[Tt]he )?\b(?:{'|'.join(map(re.escape, known))})\b(?!-)"
        return re.compile(rf"{one}(?: and {one})?")

    @property
    def known_names(self) -> str:
        """Everybody who could be a subject, as one pattern; empty where there is nobody."""
        return self._names.pattern if self._names else ""

    def is_attributed(self, text: str) -> bool:
        """Whether a delegation or a person may be the subject of some sentence of a text.

        A name counts as harmless only behind a preposition, in brackets, or straight behind what
        the meeting did (`The Plenary congratulated …`).
        """
        if self._names is None:
            return False
        return any(
            not self._is_object(part[: found.start()].split())
            for part in _SENTENCES.split(text)
            for found in self._names.finditer(part)
        )

    def _is_object(self, before: list[str]) -> bool:
        if not before:
            return False
        if before[-1].casefold() in _PREPOSITIONS or before[-1].endswith("("):
            return True
        acts = self.chronicle.words.body.split()
        return len(before) == len(acts) + 1 and before[:-1] == acts and is_past(before[-1])

    def plain(self, text: str) -> str:
        """Return a text without its references to the numbered sources of the session."""
        known = re.findall(r"^(\d+):", self.chronicle.meeting.facts.get("source", ""), re.MULTILINE)
        return _SOURCE_MARK.sub(lambda found: "" if found[1] in known else found[0], text).strip()

    def printable(self, text: str, *, attributed: bool = False) -> str:
        """Return a rapporteur's sentence as a public document may print it, else nothing.

        Not one that names who did what (unless `attributed`), speaks for itself, quotes or asks,
        or has a verb of the first class: only a decision may say that something was adopted.
        """
        told = sentence(self.plain(text))
        if not told[:1].isalpha() or text[:1].islower() or told.endswith("?"):
            return ""
        if any(sign in told for sign in _QUOTES) or _FIRST_PERSON.search(told):
            return ""
        named = not attributed and self.is_attributed(told)
        return "" if named or strength(told) == 1 else told

    def spoken(self, entry: Entry) -> str:
        """Return what was said as recorded, without references to sources."""
        speech = self.chronicle.meeting.speeches.get(entry.id)
        return self.plain(speech.text) if speech else ""

    def reported(self, entry: Entry) -> str:
        """Return what the Chair did, as a predicate in the past; empty where none is recorded.

        Words in quotation marks, decisions and what somebody else did are no part of it.
        """
        speech = self.chronicle.meeting.speeches.get(entry.id)
        text = self.spoken(entry)
        if not text or (speech and speech.verbatim) or _FIRST_PERSON.search(text):
            return ""
        if strength(text) == 1 or self.is_attributed(text):
            return ""
        verb = text[:1].lower() + text[1:]
        first, _, rest = verb.partition(" ")
        if first.endswith("ly") and is_reported(rest):
            return f"{first} {said(rest)}"
        return said(verb) if is_reported(verb) else ""


def _speakers(chronicle: Chronicle, entries: Iterable[Entry], found: set[str]) -> None:
    speeches = chronicle.meeting.speeches
    for entry in entries:
        speech = speeches.get(entry.id)
        if speech is not None:
            found.update((speech.what.speaker, _HONORIFIC.sub("", speech.what.person)))
