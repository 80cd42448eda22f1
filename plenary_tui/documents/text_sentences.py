"""What happened to a text, as the summary record tells it, with the verb of its outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Amendment,
    AmendmentAccepted,
    CarriedOver,
    Drafting,
    Kind,
    Numbering,
    Outcome,
    Position,
    Pronouncement,
    Proposal,
    Revision,
    Silence,
    Stance,
    Withdrawal,
)
from plenary_tui.record.texts import ADOPTED, Gavel, TextRecord

from .chronicle import Chronicle
from .labels import label_of
from .outcomes import amendments_to, gavel_words, is_agenda, proposers
from .stances import stances_at_once
from .wording import as_subject, capital, is_reported, sentence

_DECIDED = {
    "agreed": "agreed on {text}",
    "decided": "decided as follows on {text}",
    "admitted": "decided as follows on the admission proposed in {text}",
    "established": "decided as follows on the establishment proposed in {text}",
    "selected": "decided as follows on the selection proposed in {text}",
}
"""What the Chair's word says of a text that has a label: the verb must fit words that follow."""
_POSITIONS = {
    "objection": "objected to {text}",
    "reservation": "made a reservation on {text}",
    "explanation": "explained its position on {text}",
    "interpretative": "made an interpretative statement on {text}",
    "dissociation": "dissociated itself from {text}",
}
_STANCES = {
    "supports": "supported",
    "opposes": "opposed",
    "flexible": "signalled flexibility on",
}
_UNNAMED = "the text"
_MADE = {
    "recommendation": "the recommendation",
    "chairs_notice": "the Chair’s notice",
    "chairs_statement": "the Chair’s statement",
}


def _proposal(chronicle: Chronicle, entry: Entry, what: Proposal) -> str:
    text = chronicle.meeting.texts.get(entry.id)
    label = f", {label_of(chronicle.meeting, text)}" if text and text.label else ""
    form = "a draft decision" if what.form == "administrative_decision" else "a text"
    at_once = stances_at_once(chronicle, entry)
    support = at_once.names(chronicle, "supports")
    allies = f", supported by {support}" if support else ""
    who = as_subject(chronicle.words.speaker(entry) + allies)
    words = text.wordings[0].text if text and text.wordings else what.text
    told = sentence(f"{who} proposed {form}{label}: {words}")
    for stance, phrase in (
        ("opposes", "Opposed by {who}."), ("flexible", "{who} signalled flexibility."),
    ):  # fmt: skip
        others = at_once.names(chronicle, stance)
        told += " " + capital(phrase.format(who=others)) if others else ""
    return told


def _stance(chronicle: Chronicle, entry: Entry, what: Stance) -> str | None:
    """Tell who took a stance on a text, apart from those who are told with the proposal."""
    text = chronicle.meeting.texts.get(what.target)
    if text is None:
        return None
    told = proposers(chronicle, text.entry) | stances_at_once(chronicle, text.entry).of(entry.id)
    who = [code for code in what.who if code not in told]
    names = chronicle.words.names(who, chronicle.meeting.day_of(entry))
    verb = _STANCES[what.stance]
    return sentence(f"{names} {verb} {_called(chronicle, text)}") if who else None


def _revision(chronicle: Chronicle, entry: Entry, what: Revision) -> str:
    text = chronicle.meeting.texts.get(what.target)
    known = [one.text for one in text.wordings if one.entry == entry.id] if text else []
    by = f" by {chronicle.words.speaker(entry)}" if what.speaker else ""
    subject = _called(chronicle, text)
    return sentence(f"{subject} was revised{by} to read: {known[0] if known else what.text}")


def _amendment(chronicle: Chronicle, entry: Entry, what: Amendment) -> str:
    text = chronicle.meeting.texts.get(what.target)
    who = as_subject(chronicle.words.speaker(entry))
    return sentence(f"{who} asked to amend {_called(chronicle, text)}: {what.text}")


def _accepted(chronicle: Chronicle, entry: Entry, what: AmendmentAccepted) -> str:
    return f"The amendment{_of(chronicle, what.target)} was accepted."


def _of(chronicle: Chronicle, entry_id: str) -> str:
    """Who asked for an amendment, or objected."""
    asked = chronicle.record.reads(entry_id)
    if asked is None or not isinstance(asked.what, Amendment | Position | Silence):
        return ""
    return f" of {chronicle.words.speaker(asked)}"


def _withdrawal(chronicle: Chronicle, entry: Entry, what: Withdrawal) -> str:
    on = chronicle.meeting.day_of(entry)
    by = f" by {chronicle.words.names(what.who, on)}" if what.who else ""
    if what.of != "proposal":
        return f"The {what.of}{_of(chronicle, what.target)} was withdrawn."
    text = chronicle.meeting.texts.get(what.target)
    if text is not None and text.state != "withdrawn":
        called = _called(chronicle, text)
        return sentence(f"the withdrawal of {called}{by} was recorded, without effect")
    return sentence(f"{_called(chronicle, text)} was withdrawn{by}")


def _position(chronicle: Chronicle, entry: Entry, what: Position) -> str:
    text = chronicle.meeting.texts.get(what.target)
    held = next((one for one in text.positions if one.entry == entry.id), None) if text else None
    about = _called(chronicle, text) if text else "what was before the meeting"
    who = as_subject(chronicle.words.speaker(entry))
    told = f"{who} {_POSITIONS[what.form].format(text=about)}"
    if held is not None and held.late:
        told += ", after the gavel"
    if held is not None and held.form == "objection" and not held.blocks:
        told += ", which does not block"
    # words that begin with a verb are about the delegation itself
    it = "it " if is_reported(what.text) else ""
    return sentence(f"{told}: {it}{what.text}" if what.text else told)


def _outcome(chronicle: Chronicle, entry: Entry, what: Outcome) -> str | None:
    found = _gavel(chronicle, entry.id)
    if found is None:
        return None
    text, gavel = found
    return _gavelled(chronicle, text, gavel, what.text)


def _gavelled(chronicle: Chronicle, text: TextRecord, gavel: Gavel, worded: str) -> str:
    """Tell an outcome in the verb that fits its state."""
    agenda = is_agenda(chronicle, text)
    called = "its agenda" if agenda else _called(chronicle, text)
    numbered = gavel.state == "adopted" and text.number not in ("", called)
    number = f", as {text.number}" if numbered else ""
    words = worded or _words_at(chronicle, text, gavel)
    if words == text.text and gavel.state in ADOPTED:
        words += amendments_to(chronicle, text)
    tail = f": {words}" if words else ""
    how = gavel_words(chronicle, text, gavel)
    if gavel.state in ADOPTED:
        first, _, manner = how.partition(" ")
        manner = f" {manner}" if manner else ""
        decided = _DECIDED.get(first, f"{first} {{text}}").format(text=called)
        # a text that nobody gave a name is named by its words
        if called == _UNNAMED and words:
            decided = first
        return sentence(f"{_body(chronicle, gavel.entry)} {decided}{manner}{number}{tail}")
    if called == _UNNAMED and words:
        called = "the following"
    if gavel.state == "noted":
        return sentence(f"{_body(chronicle, gavel.entry)} took note of {called}{tail}")
    if gavel.state == "refused":
        return sentence(f"There was no consensus on {called}{tail}")
    if gavel.state == "disputed":
        over = how.removeprefix("disputed: the Chair gavelled over ")
        told = f"The Chair gavelled {called} over {over}; the outcome is disputed"
        return sentence(told + tail)
    return sentence(f"{called} was {how}{tail}")


def _body(chronicle: Chronicle, entry_id: str) -> str:
    """Who decides, as a subject: the working bodies that sit, else the meeting."""
    entry = chronicle.record.entry(entry_id)
    sitting = chronicle.meeting.sitting(entry.sitting if entry else "")
    bodies = [code for code in sitting.bodies if code in chronicle.meeting.roster.bodies]
    if entry is None or not bodies:
        return chronicle.words.body
    return chronicle.words.names(bodies, chronicle.meeting.day_of(entry))


def _words_at(chronicle: Chronicle, text: TextRecord, gavel: Gavel) -> str:
    """Return the wording that a text had when an outcome came."""
    place = chronicle.places.get(gavel.entry, 0)
    words = [one.text for one in text.wordings if chronicle.places.get(one.entry, 0) <= place]
    return words[-1] if words else ""


def _gavel(chronicle: Chronicle, entry_id: str) -> tuple[TextRecord, Gavel] | None:
    for text in chronicle.meeting.texts.values():
        for gavel in text.gavels:
            if gavel.entry == entry_id:
                return text, gavel
    return None


def _silence(chronicle: Chronicle, entry: Entry, what: Silence) -> str:
    text = chronicle.meeting.texts.get(what.target) or chronicle.meeting.texts.get(entry.id)
    called = _called(chronicle, text)
    words = f": {what.text}" if what.text else ""
    until = f" until {chronicle.words.moment(what.until)}" if what.until else ""
    if what.act == "opened":
        return sentence(f"A written procedure on {called} was opened{until}{words}")
    if what.act == "extended":
        return sentence(f"The written procedure on {called} was extended{until}{words}")
    if what.act == "broken":
        who = as_subject(chronicle.words.speaker(entry))
        how = f" {what.text}" if what.text.startswith("by ") else words
        return sentence(f"{who} broke the written procedure on {called}{how}")
    if what.act == "announced":
        return sentence(f"The result of the written procedure on {called} was announced{words}")
    found = _gavel(chronicle, entry.id)
    if found is None:
        return f"The written procedure on {called} was recorded as passed, but was not open."
    number = f" as {found[0].number}" if found[0].number else ""
    return sentence(f"{called} was adopted{number} by written procedure{words}")


def _pronouncement(chronicle: Chronicle, entry: Entry, what: Pronouncement) -> str:
    text = chronicle.meeting.texts.get(entry.id)
    words = text.text if text else what.text
    told = {
        "recommendation": f"{_body(chronicle, entry.id)} recommended",
        "chairs_notice": "The Chair issued a notice",
        "chairs_statement": "The Chair made a statement",
    }[what.form]
    return sentence(f"{told}: {words}")


def _drafting(chronicle: Chronicle, entry: Entry, what: Drafting) -> str:
    who = chronicle.words.speaker(entry)
    text = chronicle.meeting.texts.get(what.target)
    place = f"paragraph {what.para}" if what.para else _called(chronicle, text)
    if what.act == "paragraph" and what.speaker:
        place = f"{as_subject(who)} proposed as {place}"
    told = {
        "bracket": f"{as_subject(who)} asked for brackets in {place} around: {what.text}",
        "alternative": f"{as_subject(who)} offered an alternative in {place}: {what.text}",
        "clean": f"The brackets around these words were lifted: {what.text}",
        "paragraph": f"{place}: {what.text}",
        "agreed": f"{place} was agreed",
        "agreed_ad_ref": f"{place} was agreed ad referendum",
    }[what.act]
    return sentence(told)


def _numbering(chronicle: Chronicle, entry: Entry, what: Numbering) -> str:
    text = chronicle.meeting.texts.get(what.target)
    called = _called(chronicle, text, plain=True)
    return sentence(f"{called} was given the number {what.number}")


def _carried(chronicle: Chronicle, entry: Entry, what: CarriedOver) -> str:
    text = chronicle.meeting.texts.get(what.target)
    to = chronicle.words.destination(what.to, chronicle.meeting.day_of(entry))
    return sentence(f"{_called(chronicle, text)} was carried over{to}")


def _called(chronicle: Chronicle, text: TextRecord | None, *, plain: bool = False) -> str:
    if text is not None and text.label:
        return label_of(chronicle.meeting, text)
    if text is not None and text.number and not plain:
        return text.number
    return _MADE.get(text.form, _UNNAMED) if text else _UNNAMED


TEXTS: dict[type[Kind], Callable[[Chronicle, Entry, Any], str | None]] = {
    Proposal: _proposal,
    Stance: _stance,
    Revision: _revision,
    Amendment: _amendment,
    AmendmentAccepted: _accepted,
    Withdrawal: _withdrawal,
    Position: _position,
    Outcome: _outcome,
    Silence: _silence,
    Pronouncement: _pronouncement,
    Drafting: _drafting,
    Numbering: _numbering,
    CarriedOver: _carried,
}
