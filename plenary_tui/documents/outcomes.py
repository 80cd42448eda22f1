"""How the outcome of a text reads. Only what was adopted ever reads as adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import AGENDA, CarriedOver, Outcome, Silence, Spoken
from plenary_tui.record.texts import ADOPTED, Gavel, Position, TextRecord

from .chronicle import Chronicle
from .labels import label_of
from .language import ENGLISH, Language
from .wording import joined

FORMS = {
    "decision": "Decision",
    "administrative_decision": "Administrative decision",
    "recommendation": "Recommendation",
    "chairs_notice": "Chair’s notice",
    "chairs_statement": "Chair’s statement",
}
_DRAFTS = {"decision": "Text", "administrative_decision": "Draft decision"}
_POSITIONS = {
    "objection": "Objection",
    "reservation": "Reservation",
    "explanation": "Explanation of position",
    "interpretative": "Interpretative statement",
    "dissociation": "Dissociation",
}


def is_agenda(chronicle: Chronicle, text: TextRecord) -> bool:
    """Whether a text is the adoption of the agenda as a whole."""
    entry = chronicle.record.reads(text.id)
    return entry is not None and isinstance(entry.what, Outcome) and entry.what.target == AGENDA


def title_of(chronicle: Chronicle, text: TextRecord) -> str:
    """Return what a text is called: number, else label, else its kind.

    It is called a decision only where it was adopted.
    """
    adopted = chronicle.state(text) in ADOPTED
    if text.number:
        return text.number if adopted else f"{text.number} (not adopted)"
    if is_agenda(chronicle, text):
        return "Agenda"
    form = FORMS[text.form] if adopted else _DRAFTS.get(text.form, FORMS[text.form])
    return f"{form} {label_of(chronicle.meeting, text)}".strip()


def words_of(chronicle: Chronicle, text: TextRecord) -> str:
    """Return the words of a text as it stands, or that there are none."""
    if text.text:
        return text.text + amendments_to(chronicle, text)
    return "The agenda" if is_agenda(chronicle, text) else "(no words recorded)"


def amendments_to(chronicle: Chronicle, text: TextRecord) -> str:
    """Return what was accepted and not written into the words since, to stand after them."""
    places = chronicle.places
    written = places.get(text.wordings[-1].entry, 0) if text.wordings else 0
    taken = (
        asked.text for asked in text.amendments
        if asked.state == "accepted" and places.get(asked.entry, 0) > written
    )  # fmt: skip
    return "".join(f"; as amended: {asked}" for asked in taken)


def state_words(chronicle: Chronicle, text: TextRecord, language: Language = ENGLISH) -> str:
    """Return how a text stands, in full; in another language than English, where it is open."""
    state = chronicle.state(text)
    if state == "proposed":
        if text.carried:
            return "not agreed; carried over" + _carried_to(chronicle, text)
        return language.say("why_broken" if text.silence_broken else "why_proposed")
    if state in ("silence", "expired"):
        return language.say(f"why_{state}", until=until_words(chronicle, text, language))
    if state == "disputed":
        return _disputed(chronicle, text, text.gavels[-1], language)
    plain = {
        "withdrawn": "withdrawn",
        "lapsed": "lapsed: not agreed when the meeting ended",
        "issued": "issued by the Chair",
    }
    if state in plain:
        return plain[state]
    return gavel_words(chronicle, text, text.gavels[-1])


@dataclass(frozen=True)
class Adoption:
    """How a text was adopted: in the Chair's own word, ad referendum, as amended, in writing."""

    verb: str
    ad_ref: bool = False
    amended: bool = False
    written: bool = False


def adoption(chronicle: Chronicle, text: TextRecord, gavel: Gavel) -> Adoption:
    """Return how a text was adopted by a gavel; a recommendation is recommended."""
    if text.form == "recommendation" and gavel.state == "adopted":
        return Adoption("recommended")
    written = isinstance(_what(chronicle, gavel.entry), Silence)
    is_ad_ref = gavel.state == "adopted_ad_ref"
    return Adoption(gavel.verb or "adopted", is_ad_ref, text.amended, written)


def until_words(chronicle: Chronicle, text: TextRecord, language: Language = ENGLISH) -> str:
    """Return until when a text is under written procedure."""
    if text.until is None:
        return language.say("no_time")
    moment = language.moment(text.until.astimezone(chronicle.meeting.zone))
    return language.say("until", moment=moment)


def _disputed(chronicle: Chronicle, text: TextRecord, gavel: Gavel, language: Language) -> str:
    words = language.wording(chronicle.meeting)
    on = words.day_of(gavel.at)
    who = [words.name(one, on) for one in dict.fromkeys(held.who for held in text.objections)]
    over = language.say("over_objection_of" if who else "over_objection",
                        who=language.joined(who))  # fmt: skip
    return language.say("why_disputed", over=over)


def gavel_words(chronicle: Chronicle, text: TextRecord, gavel: Gavel) -> str:
    """Return one outcome of a text: `adopted as amended`, `deferred to the Plenary`."""
    if gavel.state == "disputed":
        return _disputed(chronicle, text, gavel, ENGLISH)
    if gavel.state in ADOPTED:
        how = adoption(chronicle, text, gavel)
        manner = [one for one in ("ad_ref", "amended", "written") if getattr(how, one)]
        return how.verb + "".join(map(ENGLISH.say, manner))
    to = chronicle.words.destination(gavel.to, chronicle.words.day_of(gavel.at))
    return {
        "noted": "noted",
        "deferred": f"deferred{to}",
        "referred": f"referred{to}",
        "refused": "no consensus",
    }.get(gavel.state, gavel.state)


def position_words(chronicle: Chronicle, held: Position) -> tuple[str, str]:
    """Return the label and the words of what a delegation holds against or beside a text."""
    entry = chronicle.record.reads(held.entry)
    words = chronicle.words
    on = words.day_of(entry.happened) if entry else date.max
    who = words.speaker(entry) if entry else words.name(held.who, on)
    label = f"{_POSITIONS[held.form]} of {who}"
    if entry is not None and isinstance(entry.what, Silence):
        label = f"{label}, after the expiry" if held.late else f"Written procedure broken by {who}"
    elif held.form == "objection" and held.late:
        label += ", voiced after the gavel"
    elif held.form == "objection" and not held.blocks:
        label = f"Opposition of {who}, which does not block"
    return label + (" (withdrawn):" if held.withdrawn else ":"), held.text


def proposers(chronicle: Chronicle, entry: Entry) -> frozenset[str]:
    """Return the codes that put a text forward: the speaker, and the body it speaks for."""
    what = entry.what
    if not isinstance(what, Spoken):
        return frozenset()
    code, _, role = what.capacity.rpartition(" ")
    body = chronicle.meeting.roster.body_on(code, chronicle.meeting.day_of(entry))
    officers = {"chair": body.chair, "vice-chair": body.vice_chair} if body else {}
    return frozenset({what.speaker, code, officers.get(role, "")} - {""})


def objected_after(chronicle: Chronicle, text: TextRecord, who: str, entry_id: str) -> bool:
    """Whether a delegation objected to a text after an entry: it is no supporter then."""
    places = chronicle.places
    return any(
        held.form == "objection" and held.who == who
        and places.get(held.entry, 0) > places.get(entry_id, 0)
        for held in text.positions
    )  # fmt: skip


def stance_words(chronicle: Chronicle, text: TextRecord) -> str:
    """Return who supports, opposes or is flexible on a text."""
    words = chronicle.words
    said = []
    own = proposers(chronicle, text.entry)
    stances = [
        taken for taken in text.stances
        if taken.who not in own
        and (taken.stance == "opposes"
             or not objected_after(chronicle, text, taken.who, taken.entry))
    ]  # fmt: skip
    for stance, phrase in (
        ("supports", "Supported by"), ("opposes", "Opposed by"), ("flexible", "Flexible:"),
    ):  # fmt: skip
        codes = [taken.who for taken in stances if taken.stance == stance]
        if codes:
            on = words.day_of(text.entry.happened)
            said.append(f"{phrase} {joined(words.name(code, on) for code in codes)}.")
    return " ".join(said)


def _carried_to(chronicle: Chronicle, text: TextRecord) -> str:
    entry = chronicle.record.reads(text.carried)
    if entry is None or not isinstance(entry.what, CarriedOver):
        return ""
    return chronicle.words.destination(entry.what.to, chronicle.meeting.day_of(entry))


def _what(chronicle: Chronicle, entry_id: str) -> object:
    entry = chronicle.record.reads(entry_id)
    return entry.what if entry else None
