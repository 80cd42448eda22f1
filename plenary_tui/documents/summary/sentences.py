"""One entry as the summary record tells it; what belongs to another entry is told with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Continuation,
    Intervention,
    ItemChange,
    Kind,
    Marking,
    Paper,
    PointOfOrder,
    Presentation,
    Presiding,
    Remark,
    Reply,
    Ruling,
    SittingTime,
    Spoken,
    Stance,
    Statement,
    WalkOut,
)

from ..chronicle import Chronicle
from ..draft import Paragraph
from ..language import ENGLISH
from ..outcomes import proposers
from ..wording import as_subject, capital, is_reported, joined, reported, sentence, stopped
from .outcome_sentences import Told, joins
from .text_sentences import TEXTS, stance_takers

_STATEMENTS = {
    "opening": "Opening statement",
    "closing": "Closing statement",
    "tribute": "Tribute",
    "summing_up": "Summing-up",
    "for_the_record": "Statement for the record",
}
_IN = {
    "opening": "an opening statement",
    "closing": "a closing statement",
    "tribute": "a tribute",
    "summing_up": "summing up",
    "for_the_record": "a statement for the record, to be annexed",
}
_TURNS = {
    "opened": "The sitting was opened",
    "suspended": "The sitting was suspended",
    "resumed": "The sitting resumed",
    "closed": "The sitting was closed",
}
_ITEMS = {
    "concluded": "Item {number} was concluded.",
    "not_included": "Item {number} was not included in the agenda",
    "deferred": "Item {number} was deferred",
    "reopened": "Item {number} was reopened.",
}
_MARKINGS = {
    "in_camera": "The sitting went into private session",
    "open": "The sitting was open again",
    "restricted": "The sitting was restricted",
}
_NAMED = 2
"""How many allies are named where there are many (638 negotiation bulletins: two, and others)."""
_MANY = 4
_QUOTATION = 4
"""Words that make a passage in quotation marks a quotation, and not a word that is talked about."""
CHECK = "(Check against delivery.)"


def write(chronicle: Chronicle, entry: Entry) -> list[Paragraph]:
    """Return the paragraphs that an entry makes; none where it is told elsewhere."""
    teller = _TELLERS.get(type(entry.what))
    told = teller(chronicle, entry, entry.what) if teller else None
    if not told:
        return []
    lead, text = told if isinstance(told, tuple) else ("", told)
    return [Paragraph(text, chronicle.sources(entry.id), lead=lead)]


def is_told(chronicle: Chronicle, entry: Entry) -> bool:
    """Whether an entry may have a sentence of its own."""
    if isinstance(entry.what, Stance):
        return bool(stance_takers(chronicle, entry))
    if isinstance(entry.what, Intervention | Reply | PointOfOrder):
        return entry.id in chronicle.meeting.speeches
    return type(entry.what) in _TELLERS


def opening(chronicle: Chronicle, entry: Entry, code: str, person: str) -> str:
    """Return the sentence that opens a sitting, with who presided from the first."""
    chair = chronicle.words.name(code, chronicle.meeting.day_of(entry), person)
    return _turned(chronicle, entry, f", {chair} presiding")


def took_the_floor(chronicle: Chronicle, entries: Sequence[Entry]) -> str:
    """Return the sentence of those who spoke in a row without a word recorded."""
    return sentence(f"{joined(map(chronicle.words.speaker, entries))} took the floor")


def words_alone(chronicle: Chronicle, entry: Entry) -> str:
    """Return the words of an intervention that nothing introduces: no verb of its own."""
    text = _words(chronicle, entry, entry.what) if isinstance(entry.what, Intervention) else ""
    return (
        sentence(text) + _check(chronicle, entry) if reported("", text) == f" said: {text}" else ""
    )


def _intervention(chronicle: Chronicle, entry: Entry, what: Intervention) -> Told:
    return _speech(chronicle, entry, "")


def _reply(chronicle: Chronicle, entry: Entry, what: Reply) -> Told:
    return _speech(chronicle, entry, ", in right of reply")


def _point(chronicle: Chronicle, entry: Entry, what: PointOfOrder) -> Told:
    return _speech(chronicle, entry, ", on a point of order")


def _speech(chronicle: Chronicle, entry: Entry, manner: str) -> str | None:
    """Tell who said what, who joined and supported it, who opposed it."""
    speech = chronicle.meeting.speeches.get(entry.id)
    if speech is None:
        return None
    allies = [
        f", {how} {who}" for how, stance in (("joined by", "aligned"), ("supported by", "supports"))
        if (who := _some(chronicle, entry, stance))
    ]  # fmt: skip
    who = "".join((chronicle.words.speaker(entry), *allies, manner))
    told = sentence(reported(who, speech.text))
    against = _names(chronicle, entry, _takers(chronicle, entry, "opposes"))
    if against:
        told = _with_tail(told, against)
    flexible = _names(chronicle, entry, _takers(chronicle, entry, "flexible"))
    if flexible:
        told += f" {capital(flexible)} signalled flexibility."
    return told + _check(chronicle, entry)


def _with_tail(told: str, against: str) -> str:
    """Return what was said, with who opposed it; words of the speaker's own keep their end."""
    if told.endswith(".") and not told.endswith(".."):
        return f"{told[:-1]}; opposed by {against}."
    return f"{told} {capital(against)} opposed this."


def _takers(chronicle: Chronicle, entry: Entry, stance: str) -> list[str]:
    """Return who joined something said, or took a stance on it, apart from who said it."""
    speech = chronicle.meeting.speeches[entry.id]
    own = proposers(chronicle, entry)
    taken = (one.who for one in speech.stances if one.stance == stance)
    return [code for code in (speech.aligned if stance == "aligned" else taken) if code not in own]


def _names(chronicle: Chronicle, entry: Entry, codes: Iterable[str]) -> str:
    return chronicle.words.names(codes, chronicle.meeting.day_of(entry))


def _some(chronicle: Chronicle, entry: Entry, stance: str) -> str:
    """Return allies by name; of many, the first two and how many others."""
    codes = _takers(chronicle, entry, stance)
    if len(codes) < _MANY:
        return _names(chronicle, entry, codes)
    others = ENGLISH.phrases.forms("numbers")
    count = len(codes) - _NAMED
    number = others[count] if count < len(others) else str(count)
    on = chronicle.meeting.day_of(entry)
    named = (chronicle.words.name(code, on) for code in codes[:_NAMED])
    return f"{', '.join(named)} and {number} others"


def _check(chronicle: Chronicle, entry: Entry) -> str:
    """Mark words that somebody stands for, to be checked before the record goes out."""
    speech = chronicle.meeting.speeches.get(entry.id)
    quoted = speech.verbatim if speech else ()
    return f" {CHECK}" if any(len(one.split()) >= _QUOTATION for one in quoted) else ""


def _statement(chronicle: Chronicle, entry: Entry, what: Statement) -> Told:
    """Tell a statement as a sentence where it begins with a verb, else as words of its own."""
    text = _words(chronicle, entry, what)
    check = _check(chronicle, entry)
    who = chronicle.words.speaker(entry) if what.speaker or what.capacity else ""
    joiners = _some(chronicle, entry, "aligned") if text and who else ""
    who += f", joined by {joiners}" if joiners else ""
    if what.speaker and is_reported(text):
        return sentence(f"In {_IN[what.form]}, {reported(who, text)}") + check
    label = _STATEMENTS[what.form] + (f" of {who}" if what.speaker else "")
    annexed = ", to be annexed" if what.form == "for_the_record" else ""
    return f"{label}{annexed}:", stopped(text) + check


def _words(chronicle: Chronicle, entry: Entry, what: Spoken) -> str:
    speech = chronicle.meeting.speeches.get(entry.id)
    return speech.text if speech else what.text


def _presentation(chronicle: Chronicle, entry: Entry, what: Presentation) -> Told:
    text = _words(chronicle, entry, what)
    who = as_subject(chronicle.words.speaker(entry))
    return sentence(f"{who} presented: {text}" if text else f"{who} made a presentation")


def _paper(chronicle: Chronicle, entry: Entry, what: Paper) -> Told:
    title = _words(chronicle, entry, what)
    who = as_subject(chronicle.words.speaker(entry))
    return sentence(f"{who} introduced document {what.symbol}" + (f": {title}" if title else ""))


def _ruling(chronicle: Chronicle, entry: Entry, what: Ruling) -> Told:
    return sentence(f"The Chair ruled: {what.text}" if what.text else "The Chair ruled on it")


def _remark(chronicle: Chronicle, entry: Entry, what: Remark) -> Told:
    noted = chronicle.meeting.remarks.get(entry.id)
    return stopped(noted.text) if noted else None


def _orphan(chronicle: Chronicle, entry: Entry, what: Continuation) -> Told:
    """A continuation is told with what it continues; one that continues nothing by itself."""
    noted = chronicle.meeting.remarks.get(entry.id)
    return stopped(noted.text) if noted else None


def _turn(chronicle: Chronicle, entry: Entry, what: SittingTime) -> Told:
    return _turned(chronicle, entry, "")


def _turned(chronicle: Chronicle, entry: Entry, chair: str) -> str:
    """Tell what became of a sitting: when, why, and under whom."""
    what = entry.what
    assert isinstance(what, SittingTime)
    time = chronicle.words.time_of(entry.happened)
    told = _TURNS[what.act] + (f" at {time}" if time else "")
    if not what.reason:
        return sentence(told + chair)
    if joins(what.reason):
        return sentence(f"{told} {what.reason}{chair}")
    return sentence(f"{told}{chair}: {what.reason}")


def _presiding(chronicle: Chronicle, entry: Entry, what: Presiding) -> Told:
    """Tell who took over from whom, with the time where the sitting had been opened."""
    if not entry.sitting:
        return None
    name = chronicle.words.name(what.speaker, chronicle.meeting.day_of(entry), what.person)
    opened = chronicle.meeting.sitting(entry.sitting).opened
    time = chronicle.words.time_of(entry.happened) if opened and opened < entry.happened else ""
    return sentence(f"{name} presided" + (f" from {time}" if time else ""))


def _item(chronicle: Chronicle, entry: Entry, what: ItemChange) -> Told:
    form = _ITEMS.get(what.act)
    if form is None:
        return stopped(what.text)
    told = form.format(number=what.number)
    if what.act == "deferred":
        told += chronicle.words.destination(what.text, chronicle.meeting.day_of(entry))
    elif what.text:
        told = f"{told.rstrip('.')}: {what.text}"
    return sentence(told)


def _marking(chronicle: Chronicle, entry: Entry, what: Marking) -> Told:
    told = _MARKINGS[what.level]
    moment = what.since or entry.happened
    time = chronicle.words.time_of(moment)
    told = f"{told} from {time}" if time else told
    return sentence(f"{told}: {what.reason}" if what.reason else told)


def _walk_out(chronicle: Chronicle, entry: Entry, what: WalkOut) -> Told:
    who = chronicle.words.names(what.who, chronicle.meeting.day_of(entry))
    if is_reported(what.text):
        return sentence(f"In a walk-out, {reported(who, what.text)}")
    told = f"{who} left the room in protest"
    return sentence(f"{told}: {what.text}" if what.text else told)


_TELLERS: dict[type[Kind], Callable[[Chronicle, Entry, Any], Told]] = {
    Intervention: _intervention,
    Reply: _reply,
    PointOfOrder: _point,
    Statement: _statement,
    Presentation: _presentation,
    Paper: _paper,
    Ruling: _ruling,
    Remark: _remark,
    Continuation: _orphan,
    SittingTime: _turn,
    Presiding: _presiding,
    ItemChange: _item,
    Marking: _marking,
    WalkOut: _walk_out,
    **TEXTS,
}
