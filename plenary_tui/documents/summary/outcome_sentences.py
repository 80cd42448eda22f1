"""What the Chair's gavel, a written procedure or a pronouncement did, as the summary record tells.

The words of the text stand apart from the sentence, so that the eye finds them on the page.
"""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Outcome, Pronouncement, Silence
from plenary_tui.record.texts import ADOPTED, Gavel, TextRecord

from ..chronicle import Chronicle
from ..labels import label_of
from ..outcomes import amendments_to, gavel_words, is_agenda
from ..wording import Wording, as_subject, capital, sentence, stopped

Told = str | tuple[str, str] | None
"""A sentence; or how it begins, and words set apart; None for what is told elsewhere."""
_DECIDED = {
    "agreed": "agreed on {text}",
    "decided": "decided as follows on {text}",
    "admitted": "decided as follows on the admission proposed in {text}",
    "established": "decided as follows on the establishment proposed in {text}",
    "selected": "decided as follows on the selection proposed in {text}",
}
"""What the Chair's word says of a text that has a label: the verb must fit words that follow."""
_UNNAMED = "the text"
_JOINING = ("because", "by", "for", "in", "to", "until", "with", "without")
_MADE = {
    "recommendation": "the recommendation",
    "chairs_notice": "the Chair’s notice",
    "chairs_statement": "the Chair’s statement",
}


def joins(words: str) -> bool:
    """Whether words go on with the sentence before: `was suspended at 10:39 for coffee`."""
    return words.partition(" ")[0] in _JOINING


def called(chronicle: Chronicle, text: TextRecord | None, *, plain: bool = False) -> str:
    """Return what a text is called in a sentence: its label, else its number unless `plain`."""
    if text is not None and text.label:
        return label_of(chronicle.meeting, text)
    if text is not None and text.number and not plain:
        return text.number
    return _MADE.get(text.form, _UNNAMED) if text else _UNNAMED


def outcome(chronicle: Chronicle, entry: Entry, what: Outcome) -> Told:
    """Tell what became of a text; None where the entry changed none."""
    found = _gavel(chronicle, entry, what.target)
    if found is None:
        return None
    text, gavel = found
    return _gavelled(chronicle, text, gavel, what.text)


def _gavelled(chronicle: Chronicle, text: TextRecord, gavel: Gavel, worded: str) -> Told:
    """Tell an outcome in the verb that fits its state, its words set apart."""
    words = worded or _words_at(chronicle, text, gavel)
    if words == text.text and gavel.state in ADOPTED:
        words += amendments_to(chronicle, text)
    agenda = is_agenda(chronicle, text)
    name = "its agenda" if agenda else called(chronicle, text)
    if gavel.state in ADOPTED:
        told = _adopted(chronicle, text, gavel, name if name != _UNNAMED or not words else "")
        if agenda and joins(words):
            return sentence(f"{told} {words}")
    else:
        name = "the following" if name == _UNNAMED and words else name
        told = _not_adopted(chronicle, text, gavel, name)
    return _set_apart(told, words)


def _set_apart(told: str, words: str) -> Told:
    """Return how something reads and its words, which the eye finds on the page."""
    return (f"{capital(told)}:", stopped(words)) if words else ("", sentence(told))


def _adopted(chronicle: Chronicle, text: TextRecord, gavel: Gavel, name: str) -> str:
    """Return who adopted a text and how. name: nothing where its words name it."""
    first, _, manner = gavel_words(chronicle, text, gavel).partition(" ")
    decided = _DECIDED.get(first, f"{first} {{text}}").format(text=name) if name else first
    manner = f" {manner}" if manner else ""
    if gavel.state == "adopted" and text.number not in ("", name):
        manner += f" ({text.number})" if first in _DECIDED else f", as {text.number}"
    return f"{body_of(chronicle, gavel.entry)} {decided}{manner}"


def _not_adopted(chronicle: Chronicle, text: TextRecord, gavel: Gavel, name: str) -> str:
    if gavel.state == "noted":
        return f"{body_of(chronicle, gavel.entry)} took note of {name}"
    if gavel.state == "refused":
        return f"There was no consensus on {name}"
    how = gavel_words(chronicle, text, gavel)
    if gavel.state == "disputed":
        over = how.removeprefix("disputed: the Chair gavelled over ")
        return f"The Chair gavelled {name} over {over}; the outcome is disputed"
    return f"{name} was {how}"


def silence(chronicle: Chronicle, entry: Entry, what: Silence) -> Told:
    """Tell a step of a written procedure; with the last one comes what was adopted."""
    text = chronicle.meeting.texts.get(what.target) or chronicle.meeting.texts.get(entry.id)
    name = called(chronicle, text)
    words = f": {what.text}" if what.text else ""
    until = f" until {chronicle.words.moment(what.until)}" if what.until else ""
    if what.act == "opened":
        return sentence(f"A written procedure on {name} was opened{until}{words}")
    if what.act == "extended":
        return sentence(f"The written procedure on {name} was extended{until}{words}")
    if what.act == "broken":
        who = as_subject(chronicle.words.speaker(entry))
        how = f" {what.text}" if what.text.startswith("by ") else words
        return sentence(f"{who} broke the written procedure on {name}{how}")
    if what.act == "announced":
        return sentence(f"The result of the written procedure on {name} was announced{words}")
    found = _gavel(chronicle, entry, what.target)
    if found is None:
        return f"The written procedure on {name} was recorded as passed, but was not open."
    number = f" as {found[0].number}" if found[0].number else ""
    told = f"{name} was adopted{number} by written procedure"
    return _set_apart(told, what.text or _words_at(chronicle, *found))


def pronouncement(chronicle: Chronicle, entry: Entry, what: Pronouncement) -> Told:
    """Tell a recommendation, or what the Chair issued."""
    text = chronicle.meeting.texts.get(entry.id)
    words = text.text if text else what.text
    told = {
        "recommendation": f"{body_of(chronicle, entry.id)} recommended",
        "chairs_notice": "The Chair issued a notice",
        "chairs_statement": "The Chair made a statement",
    }[what.form]
    return _set_apart(told, words)


def body_of(chronicle: Chronicle, entry_id: str) -> str:
    """Who decides, as a subject: the working bodies that sit, in full, else the meeting."""
    entry = chronicle.record.entry(entry_id)
    sitting = chronicle.meeting.sitting(entry.sitting if entry else "")
    bodies = [code for code in sitting.bodies if code in chronicle.meeting.roster.bodies]
    if entry is None or not bodies:
        return chronicle.words.body
    return Wording(chronicle.meeting).names(bodies, chronicle.meeting.day_of(entry))


def _words_at(chronicle: Chronicle, text: TextRecord, gavel: Gavel) -> str:
    """Return the wording that a text had when an outcome came."""
    place = chronicle.places.get(gavel.entry, 0)
    words = [one.text for one in text.wordings if chronicle.places.get(one.entry, 0) <= place]
    return words[-1] if words else ""


def _gavel(chronicle: Chronicle, entry: Entry, target: str) -> tuple[TextRecord, Gavel] | None:
    """Return the text that an entry gavelled, one of its own where it brought the words."""
    known = chronicle.meeting.texts
    for text in (known.get(target), known.get(entry.id)):
        for gavel in text.gavels if text else ():
            if text and gavel.entry == entry.id:
                return text, gavel
    return None
