"""What became of a text, as a communiqué says it: the verb follows from the recorded outcome."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plenary_tui.record.bracketing import Mark, Marked, mark
from plenary_tui.record.texts import ADOPTED, TextRecord

from ..draft import Paragraph
from ..language import ENGLISH, Actor, Language
from ..outcomes import adoption, is_agenda, state_words, until_words
from ..wording import capital
from .voice import Voice

_OPEN = ("proposed", "silence", "expired")
_GONE = ("withdrawn", "lapsed")
_BESIDE = ("reservation", "explanation", "interpretative", "dissociation", "objection")
_DECISIONS = ("decision", "administrative_decision")
_LONGEST_TITLE = 160
_CLAUSE = re.compile(r"\n|; |(?<=[a-z)])\. ")


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


def number_of(text: TextRecord, language: Language = ENGLISH) -> str:
    """Return the number of a decision as printed, and whether another has it too."""
    if not text.disputed_number or not text.number:
        return text.number
    return language.say("number_disputed", number=text.number)


def _adopted(voice: Voice, text: TextRecord, who: Actor, annex: str) -> Marked:
    language = voice.language
    number = number_of(text, language)
    words = _words(voice, text, within=True)
    if is_agenda(voice.chronicle, text):
        form, after = "agenda", "agenda_words"
        words = Marked(language.quoted(text.text)) if text.text else Marked("")
    elif annex and number and text.text:
        form, after = "numbered", "text_titled"
        words = Marked(language.quoted(title(text)))
    else:
        form, after = "numbered" if number else "text" if text.text else "unworded", "text_words"
    told = _gavelled(voice, text, who, form, number)
    if text.text:
        before, _, behind = language.set(language.phrases.sentence(after)).partition("{text}")
        told = words.inside(told.text + before, behind.format(annex=annex))
    more = [*amendments(voice, text), _beside(voice, text)]
    whole = " ".join(part for part in (language.sentence(told.text), *more) if part)
    return Marked(whole, told.brackets)


def _gavelled(voice: Voice, text: TextRecord, who: Actor, form: str, number: str) -> Marked:
    """Say that a text was adopted and how, its own words apart."""
    language = voice.language
    how = adoption(voice.chronicle, text, text.gavels[-1])
    kind = "decision" if text.form in _DECISIONS else text.form
    named = f"numbered_{kind}" if kind in ("decision", "recommendation") else "numbered"
    manner = {
        one: voice.say(one) if getattr(how, one) else "" for one in ("ad_ref", "amended", "written")
    }
    told = language.gavel(how.verb, form, who, number=voice.say(named, number=number), **manner)
    return Marked(told)


def amendments(voice: Voice, text: TextRecord) -> list[str]:
    """Say which amendments were accepted that the wording of a text does not have in it yet."""
    places = voice.chronicle.places
    worded = max((places.get(one.entry, 0) for one in text.wordings), default=0)
    return [
        voice.say("amendment", text=voice.language.quoted(asked.text))
        for asked in text.amendments
        if asked.state == "accepted" and asked.text and places.get(asked.entry, 0) > worded
        and voice.is_public(voice.chronicle.record.reads(asked.entry))
    ]  # fmt: skip


def _other(voice: Voice, text: TextRecord, who: Actor) -> Marked:
    chronicle, language = voice.chronicle, voice.language
    state = chronicle.state(text)
    state = "carried" if text.carried else text.form if state == "issued" else state
    gavel = text.gavels[-1] if text.gavels else None
    to = gavel.to if gavel else ""
    if state == "carried":
        entry = chronicle.record.reads(text.carried)
        to = getattr(entry.what, "to", "") if entry else ""
    # why something was put off may name who could not agree
    to = "" if voice.is_attributed(to) else voice.words.destination_by(to, voice.body)
    is_open = state in _OPEN
    words = _words(voice, text, within=is_open)
    why = state_words(chronicle, text, language) if is_open or state == "disputed" else ""
    owner, by = _owner(voice, text), _holders(text)
    if is_open:
        words = words.wrapped(owner, why, (text.id,), by=by)
    until = until_words(chronicle, text, language)
    whole = language.outcome(state, who, words, to=to, until=until)
    whole = Marked(language.sentence(whole.text), whole.brackets)
    if state != "disputed":
        return whole
    return whole.wrapped(owner, why, tuple(one.entry for one in text.objections), by=by)


def _words(voice: Voice, text: TextRecord, *, within: bool) -> Marked:
    """Return the words of a text in quotation marks; `within` shows the brackets in it."""
    words = text.text or voice.say("no_words")
    marked = mark(words, list(_asked(voice, text.id, ""))) if within else Marked(words)
    return voice.language.marked_quoted(voice.language.relabelled(marked))


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
        owner = capital(voice.words.speaker(entry)) if entry and one.owner else ""
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
    names = (capital(voice.words.name(code, voice.day)) for code in _holders(text))
    return voice.language.joined(names)


def _beside(voice: Voice, text: TextRecord) -> str:
    """Say how many reservations and the like were recorded beside a decision, by nobody's name."""
    counted = Counter(
        held.form for held in text.positions
        if not held.withdrawn and held.form in _BESIDE
        and (held.form != "objection" or (held.late and held.blocks))
    )  # fmt: skip
    if not counted:
        return ""
    language = voice.language
    said = language.joined(language.counted(count, form) for form, count in counted.items())
    told = "beside_one" if sum(counted.values()) == 1 else "beside_many"
    return voice.say(told, what=capital(said))
