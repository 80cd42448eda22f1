"""One entry as the summary record tells it; what belongs to another entry is told with it."""

from __future__ import annotations

from collections.abc import Callable
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
    Statement,
    WalkOut,
)

from .chronicle import Chronicle
from .draft import Paragraph
from .outcomes import proposers
from .text_sentences import TEXTS
from .wording import as_subject, is_reported, reported, sentence, stopped

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
_JOINING = ("because", "by", "for", "in", "to", "until", "with", "without")
"""What opens a reason that goes on with the sentence: `was suspended at 10:39 for coffee`."""
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


def write(chronicle: Chronicle, entry: Entry) -> list[Paragraph]:
    """Return the paragraphs that an entry makes; none where it is told elsewhere."""
    teller = _TELLERS.get(type(entry.what))
    told = teller(chronicle, entry, entry.what) if teller else None
    if not told:
        return []
    lead, text = told if isinstance(told, tuple) else ("", told)
    return [Paragraph(text, chronicle.sources(entry.id), lead=lead)]


Told = str | tuple[str, str] | None


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
    names = _stances(chronicle, entry)
    with_them = names["aligned"], names["supports"]
    allies = "".join(
        f", {how} {who}" for how, who in zip(("joined by", "supported by"), with_them, strict=True)
        if who
    )  # fmt: skip
    told = sentence(reported(chronicle.words.speaker(entry) + allies + manner, speech.text))
    if names["opposes"]:
        told = _with_tail(told, f"opposed by {names['opposes']}")
    if names["flexible"]:
        told += f" {sentence(names['flexible'])[:-1]} signalled flexibility."
    return told


def _with_tail(told: str, tail: str) -> str:
    if told.endswith(".") and not told.endswith(".."):
        return f"{told[:-1]}; {tail}."
    return f"{told} {sentence(tail)}"


def _stances(chronicle: Chronicle, entry: Entry) -> dict[str, str]:
    speech = chronicle.meeting.speeches[entry.id]
    words, on = chronicle.words, chronicle.meeting.day_of(entry)
    own = proposers(chronicle, entry)
    found = {"aligned": words.names((code for code in speech.aligned if code not in own), on)}
    for stance in ("supports", "opposes", "flexible"):
        taken = (one.who for one in speech.stances if one.stance == stance)
        found[stance] = words.names((code for code in taken if code not in own), on)
    return found


def _statement(chronicle: Chronicle, entry: Entry, what: Statement) -> Told:
    """Tell a statement as a sentence where it begins with a verb, else as words of its own."""
    text = _words(chronicle, entry, what)
    joiners = _stances(chronicle, entry)["aligned"] if text else ""
    who = chronicle.words.speaker(entry) + (f", joined by {joiners}" if joiners else "")
    if what.speaker and is_reported(text):
        return sentence(f"In {_IN[what.form]}, {reported(who, text)}")
    label = _STATEMENTS[what.form] + (f" of {who}" if what.speaker else "")
    annexed = ", to be annexed" if what.form == "for_the_record" else ""
    return f"{label}{annexed}:", stopped(text)


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
    time = chronicle.words.time_of(entry.happened)
    told = _TURNS[what.act] + (f" at {time}" if time else "")
    if not what.reason:
        return sentence(told)
    joint = " " if what.reason.partition(" ")[0] in _JOINING else ": "
    return sentence(told + joint + what.reason)


def _presiding(chronicle: Chronicle, entry: Entry, what: Presiding) -> Told:
    if not entry.sitting:
        return None
    name = chronicle.words.name(what.speaker, chronicle.meeting.day_of(entry), what.person)
    return sentence(f"{name} presided")


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
