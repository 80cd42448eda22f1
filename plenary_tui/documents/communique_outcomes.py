"""What became of a text, as a communiqué says it: the verb follows from the recorded outcome."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plenary_tui.record.bracketing import Mark, Marked, mark
from plenary_tui.record.texts import ADOPTED, TextRecord

from .communique_voice import Voice
from .draft import Paragraph
from .labels import destination
from .outcomes import gavel_words, is_agenda, state_words
from .verbs import outcome_phrase
from .wording import capital, joined, sentence

_OPEN = ("proposed", "silence", "expired")
_GONE = ("withdrawn", "lapsed")
_BESIDE = {
    "reservation": "reservation",
    "explanation": "explanation of position",
    "interpretative": "interpretative statement",
    "dissociation": "dissociation",
    "objection": "objection voiced after the gavel",
}
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_LONGEST_TITLE = 160
_CLAUSE = re.compile(r"\n|; |(?<=[a-z)])\. ")
_SLOT = re.compile(r"\{(who|to|until)\}")


def adopted(voice: Voice, text: TextRecord) -> bool:
    """Whether a text was adopted, a recommendation included."""
    return voice.chronicle.state(text) in ADOPTED


def shown(voice: Voice, text: TextRecord) -> bool:
    """Whether a text has a place in the communiqué: not one that lapsed or was withdrawn."""
    return voice.chronicle.state(text) not in _GONE and voice.is_public_text(text)


def home(voice: Voice, text: TextRecord) -> tuple[str, str]:
    """Return the item under which, and the sitting in which, the text stands last."""
    reads = voice.chronicle.record.reads
    last = reads(text.gavels[-1].entry) if text.gavels else None
    proposed = reads(text.id) or text.entry
    item = (last.item if last else "") or proposed.item
    return item, (last or proposed).sitting


def outcome(voice: Voice, text: TextRecord, annex: str = "") -> Paragraph:
    """Return the paragraph of a text. annex: where the full words of a numbered decision stand."""
    chronicle = voice.chronicle
    who = voice.subject(voice.bodies(home(voice, text)[1]))
    said = _adopted(voice, text, who, annex) if adopted(voice, text) else _other(voice, text, who)
    sources = chronicle.sources(*text.entries(), text.carried, *_marks_on(voice, text))
    return Paragraph(said.text, sources, brackets=said.brackets)


def title(text: TextRecord) -> str:
    """Return the title of a decision: its first clause, cut at a word where it is long."""
    words = _CLAUSE.split(text.text)[0]
    if len(words) <= _LONGEST_TITLE:
        return words.rstrip(".")
    return words[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def is_formal(text: TextRecord) -> bool:
    """Whether a decision is one of those that are numbered and annexed."""
    return bool(text.number) or text.form == "administrative_decision"


def number_of(text: TextRecord) -> str:
    """Return the number of a decision as printed, and whether another has it too."""
    if not text.number:
        return ""
    return f"{text.number} (number disputed)" if text.disputed_number else text.number


def _adopted(voice: Voice, text: TextRecord, who: str, annex: str) -> Marked:
    how = gavel_words(voice.chronicle, text, text.gavels[-1])
    verb, _, manner = how.partition(" ")
    number = number_of(text)
    form = " ".join(part for part in (who, verb, number, manner) if part)
    if is_agenda(voice.chronicle, text):
        said = Marked(f": “{text.text}”") if text.text else Marked("")
        told = said.inside(f"{who} {verb} its agenda")
    elif not text.text:
        told = Marked("" if number else " a text whose words are not recorded").inside(form)
    elif annex and number:
        told = Marked(f"“{title(text)}” ({annex})").inside(f"{form}, ")
    else:
        told = _words(voice, text, within=True).inside(f"{form}: ")
    after = [*amendments(voice, text), _beside(text)]
    whole = " ".join(part for part in (sentence(told.text), *after) if part)
    return Marked(whole, told.brackets)


def amendments(voice: Voice, text: TextRecord) -> list[str]:
    """Say which amendments were accepted that the wording of a text does not have in it yet."""
    places = voice.chronicle.places
    worded = max((places.get(one.entry, 0) for one in text.wordings), default=0)
    return [
        f"The amendment accepted to it reads: “{asked.text}”."
        for asked in text.amendments
        if asked.state == "accepted" and asked.text and places.get(asked.entry, 0) > worded
        and voice.is_public(voice.chronicle.record.reads(asked.entry))
    ]  # fmt: skip


def _other(voice: Voice, text: TextRecord, who: str) -> Marked:
    chronicle = voice.chronicle
    state = chronicle.state(text)
    state = "carried" if text.carried else text.form if state == "issued" else state
    gavel = text.gavels[-1] if text.gavels else None
    to = gavel.to if gavel else ""
    if state == "carried":
        entry = chronicle.record.reads(text.carried)
        to = getattr(entry.what, "to", "") if entry else ""
    # why something was put off may name who could not agree
    to = "" if voice.is_attributed(to) else destination(chronicle.meeting, to, voice.body)
    until = chronicle.words.moment(text.until) if text.until else "a time not recorded"
    values = {"who": who, "to": to, "until": until}
    before, _, after = outcome_phrase(state).partition("{text}")
    before = _SLOT.sub(lambda slot: values[slot[1]], before)
    if state not in _OPEN:
        whole = _sentence(_words(voice, text, within=False).inside(before, after))
        why = state_words(chronicle, text)
        held = tuple(one.entry for one in text.objections)
        if state != "disputed":
            return whole
        return whole.wrapped(_owner(voice, text), why, held, by=_holders(text))
    why = state_words(chronicle, text)
    words = _words(voice, text, within=True).wrapped(
        _owner(voice, text), why, (text.id,), by=_holders(text)
    )
    return _sentence(words.inside(before, after))


def _sentence(said: Marked) -> Marked:
    return Marked(sentence(said.text), said.brackets)


def _words(voice: Voice, text: TextRecord, *, within: bool) -> Marked:
    """Return the words of a text in quotation marks; `within` shows the brackets in it."""
    words = text.text or "(no words recorded)"
    marked = mark(words, list(_asked(voice, text.id, ""))) if within else Marked(words)
    return marked.quoted()


def _asked(voice: Voice, on: str, para: str) -> Iterator[Mark]:
    """Yield the brackets open on a text or a paragraph, each behind the one it belongs to."""
    held = [
        one for one in voice.chronicle.meeting.brackets.values()
        if not one.cleaned and (one.on == on if on else one.para == para)
        and voice.is_public(one.entry)
    ]  # fmt: skip
    ranks = {one.entry.id: one.rank for one in held}
    for one in sorted(held, key=lambda one: (ranks.get(one.group, one.rank), one.rank)):
        entry = voice.chronicle.record.reads(one.entry.id)
        owner = capital(voice.chronicle.words.speaker(entry)) if entry and one.owner else ""
        by = (one.owner,) if one.owner else ()
        yield Mark(one.words, owner, one.entry.id, one.form == "alternative", by)


def _marks_on(voice: Voice, text: TextRecord) -> list[str]:
    return [one.source for one in _asked(voice, text.id, "")]


def paragraph_marks(voice: Voice, para: str) -> list[Mark]:
    """Return the brackets open on a paragraph that is cited by its number."""
    return list(_asked(voice, "", para))


def _holders(text: TextRecord) -> tuple[str, ...]:
    """Return who holds a text open: who objects, else who proposed it."""
    held = tuple(dict.fromkeys(one.who for one in text.objections))
    return held or ((text.by,) if text.by else ())


def _owner(voice: Voice, text: TextRecord) -> str:
    words = voice.chronicle.words
    return joined(capital(words.name(code, voice.day)) for code in _holders(text))


def _beside(text: TextRecord) -> str:
    """Say how many reservations and the like were recorded beside a decision, by nobody's name."""
    counted = Counter(
        held.form for held in text.positions
        if not held.withdrawn and held.form in _BESIDE
        and (held.form != "objection" or (held.late and held.blocks))
    )  # fmt: skip
    if not counted:
        return ""
    said = [_many(count, _BESIDE[form]) for form, count in counted.items()]
    was = "was" if sum(counted.values()) == 1 else "were"
    return f"{capital(joined(said))} {was} recorded."


def _many(count: int, what: str) -> str:
    number = _NUMBERS[count].lower() if count < len(_NUMBERS) else str(count)
    first, *rest = what.split(" ")
    plural = first if count == 1 else f"{first}s"
    if what.startswith("interpretative"):
        plural, rest = first, ["statement" if count == 1 else "statements"]
    return " ".join((number, plural, *rest))
