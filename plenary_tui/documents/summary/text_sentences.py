"""What happened to a text, as the summary record tells it, with the verb of its outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

from ..chronicle import Chronicle
from ..labels import label_of
from ..outcomes import proposers
from ..wording import as_subject, capital, is_reported, sentence
from .outcome_sentences import Told, called, outcome, pronouncement, silence
from .stances import stances_at_once

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
        ("opposes", "{who} opposed it."), ("flexible", "{who} signalled flexibility."),
    ):  # fmt: skip
        others = at_once.names(chronicle, stance)
        told += " " + capital(phrase.format(who=others)) if others else ""
    return told


def _stance(chronicle: Chronicle, entry: Entry, what: Stance) -> str | None:
    return stances_in_a_row(chronicle, [entry]) if stance_takers(chronicle, entry) else None


def stance_takers(chronicle: Chronicle, entry: Entry) -> list[str]:
    """Return who took a stance on a text, apart from those who are told with the proposal."""
    what = entry.what
    text = chronicle.meeting.texts.get(what.target) if isinstance(what, Stance) else None
    if text is None or not isinstance(what, Stance):
        return []
    told = proposers(chronicle, text.entry) | stances_at_once(chronicle, text.entry).of(entry.id)
    return [code for code in what.who if code not in told]


def stances_in_a_row(chronicle: Chronicle, entries: Sequence[Entry]) -> str:
    """Tell who took the same stance on a text one after the other."""
    first = entries[0]
    assert isinstance(first.what, Stance)
    who = [code for entry in entries for code in stance_takers(chronicle, entry)]
    names = chronicle.words.names(dict.fromkeys(who), chronicle.meeting.day_of(first))
    name = called(chronicle, chronicle.meeting.texts.get(first.what.target))
    return sentence(f"{names} {_STANCES[first.what.stance]} {name}")


def _revision(chronicle: Chronicle, entry: Entry, what: Revision) -> str:
    text = chronicle.meeting.texts.get(what.target)
    known = [one.text for one in text.wordings if one.entry == entry.id] if text else []
    by = f" by {chronicle.words.speaker(entry)}" if what.speaker else ""
    subject = called(chronicle, text)
    return sentence(f"{subject} was revised{by} to read: {known[0] if known else what.text}")


def _amendment(chronicle: Chronicle, entry: Entry, what: Amendment) -> str:
    text = chronicle.meeting.texts.get(what.target)
    who = as_subject(chronicle.words.speaker(entry))
    return sentence(f"{who} asked to amend {called(chronicle, text)}: {what.text}")


def _accepted(chronicle: Chronicle, entry: Entry, what: AmendmentAccepted) -> str:
    return f"The amendment{_of(chronicle, what.target)} was accepted."


def _of(chronicle: Chronicle, entry_id: str) -> str:
    """Who asked for an amendment, or objected: the delegation, whoever spoke for it."""
    asked = chronicle.record.reads(entry_id)
    if asked is None or not isinstance(asked.what, Amendment | Position | Silence):
        return ""
    return f" of {chronicle.words.name(asked.what.speaker, chronicle.meeting.day_of(asked))}"


def _withdrawal(chronicle: Chronicle, entry: Entry, what: Withdrawal) -> str:
    if what.of != "proposal":
        return f"The {what.of}{_of(chronicle, what.target)} was withdrawn."
    text = chronicle.meeting.texts.get(what.target)
    name = called(chronicle, text)
    on = chronicle.meeting.day_of(entry)
    by = f" by {chronicle.words.names(what.who, on)}" if what.who else ""
    if text is not None and text.state != "withdrawn":
        return sentence(f"the withdrawal of {name}{by} was recorded, without effect")
    return sentence(f"{name} was withdrawn{by}")


def _position(chronicle: Chronicle, entry: Entry, what: Position) -> str:
    text = chronicle.meeting.texts.get(what.target)
    held = next((one for one in text.positions if one.entry == entry.id), None) if text else None
    about = called(chronicle, text) if text else "what was before the meeting"
    who = as_subject(chronicle.words.speaker(entry))
    told = f"{who} {_POSITIONS[what.form].format(text=about)}"
    if held is not None and held.late:
        told += ", after the gavel"
    if held is not None and held.form == "objection" and not held.blocks:
        told += ", which does not block"
    # words that begin with a verb are about the delegation itself
    it = "it " if is_reported(what.text) else ""
    return sentence(f"{told}: {it}{what.text}" if what.text else told)


def _drafting(chronicle: Chronicle, entry: Entry, what: Drafting) -> str:
    text = chronicle.meeting.texts.get(what.target)
    place = f"paragraph {what.para}" if what.para else called(chronicle, text)
    if what.act == "agreed":
        return sentence(f"{place} was agreed")
    if what.act == "agreed_ad_ref":
        return sentence(f"{place} was agreed ad referendum")
    if what.act == "clean":
        return sentence(f"The brackets around these words were lifted: {what.text}")
    if what.act == "paragraph" and not what.speaker:
        return sentence(f"{place}: {what.text}")
    who = as_subject(chronicle.words.speaker(entry))
    told = {
        "bracket": f"asked for brackets in {place} around",
        "alternative": f"offered an alternative in {place}",
        "paragraph": f"proposed as {place}",
    }[what.act]
    return sentence(f"{who} {told}: {what.text}")


def _numbering(chronicle: Chronicle, entry: Entry, what: Numbering) -> str:
    text = chronicle.meeting.texts.get(what.target)
    name = called(chronicle, text, plain=True)
    return sentence(f"{name} was given the number {what.number}")


def _carried(chronicle: Chronicle, entry: Entry, what: CarriedOver) -> str:
    text = chronicle.meeting.texts.get(what.target)
    to = chronicle.words.destination(what.to, chronicle.meeting.day_of(entry))
    owed = chronicle.meeting.follow_ups.get(what.target)
    if owed is not None:
        return sentence(f"the follow-up “{owed.text}” was carried over{to}")
    return sentence(f"{called(chronicle, text)} was carried over{to}")


TEXTS: dict[type[Kind], Callable[[Chronicle, Entry, Any], Told]] = {
    Proposal: _proposal,
    Stance: _stance,
    Revision: _revision,
    Amendment: _amendment,
    AmendmentAccepted: _accepted,
    Withdrawal: _withdrawal,
    Position: _position,
    Outcome: outcome,
    Silence: silence,
    Pronouncement: pronouncement,
    Drafting: _drafting,
    Numbering: _numbering,
    CarriedOver: _carried,
}
