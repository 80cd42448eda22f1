"""The picture's words: interventions of every kind, statements, remarks."""

from __future__ import annotations

from typing import Any

from plenary_tui.record.kinds import Continuation, Correction, Paper, Spoken, Statement
from plenary_tui.record.speech import Speech

from ..chronicle import Chronicle

Fields = dict[str, Any]


def interventions(chronicle: Chronicle) -> list[Fields]:
    """Return what was said, apart from statements: also replies, points of order, papers."""
    return [
        _intervention(chronicle, speech)
        for speech in _speeches(chronicle)
        if not isinstance(speech.what, Statement)
    ]


def statements(chronicle: Chronicle) -> list[Fields]:
    """Return the statements of a form of their own."""
    return [
        {**_spoken(chronicle, speech), "kind": speech.what.form}
        for speech in _speeches(chronicle)
        if isinstance(speech.what, Statement)
    ]


def remarks(chronicle: Chronicle) -> list[Fields]:
    """Return the rapporteur's prose and the chat."""
    return [
        {
            "id": one.entry.id,
            "at": chronicle.at(one.entry.happened),
            "sitting": one.entry.sitting or None,
            "item": one.entry.item,
            "author": one.author,
            "text": one.text,
        }
        for one in sorted(chronicle.meeting.remarks.values(), key=lambda one: one.rank)
    ]


def _speeches(chronicle: Chronicle) -> list[Speech]:
    return sorted(chronicle.meeting.speeches.values(), key=lambda one: one.rank)


def _intervention(chronicle: Chronicle, speech: Speech) -> Fields:
    what = speech.what
    agenda = chronicle.meeting.agenda.get(speech.entry.item)
    ruling = chronicle.meeting.rulings.get(speech.entry.id)
    takers: dict[str, list[str]] = {"supports": [], "opposes": [], "flexible": []}
    for taken in speech.stances:
        takers[taken.stance].append(taken.who)
    return {
        **_spoken(chronicle, speech),
        "kind": what.kind,  # type: ignore[attr-defined]
        "symbol": what.symbol if isinstance(what, Paper) else "",
        "item_title": agenda.title if agenda else "",
        "stance": _stance(chronicle, speech, what),
        "supported_by": takers["supports"],
        "opposed_by": takers["opposes"],
        "flexible": takers["flexible"],
        "ruling": getattr(ruling.what, "text", "") if ruling else None,
    }


def _spoken(chronicle: Chronicle, speech: Speech) -> Fields:
    what, entry = speech.what, speech.entry
    return {
        "id": entry.id,
        "at": chronicle.at(entry.happened),
        "sitting": entry.sitting or None,
        "speaker": what.speaker,
        "person": what.person,
        "on_behalf_of": what.group,
        "capacity": what.capacity,
        "item": entry.item,
        "text": speech.text,
        "verbatim": list(speech.verbatim),
        "aligned": list(speech.aligned),
        "corrections": _corrections(chronicle, entry.id),
    }


def _stance(chronicle: Chronicle, speech: Speech, what: Spoken) -> str:
    """Return where the speaker stands on the text that was on the floor.

    An objection that was not withdrawn opposes it, where no stance was noted.
    """
    text = chronicle.meeting.texts.get(speech.on)
    if text is None:
        return ""
    for taken in text.stances:
        if taken.who == what.speaker:
            return taken.stance
    against = (held for held in text.positions if held.form == "objection" and not held.withdrawn)
    return "opposes" if any(held.who == what.speaker for held in against) else ""


def _corrections(chronicle: Chronicle, entry_id: str) -> list[Fields]:
    """Return the corrections of an entry and of what continues it."""
    read = chronicle.record.reads
    continued = [
        one for one in chronicle.behind.get(entry_id, ())
        if (entry := read(one)) and isinstance(entry.what, Continuation)
    ]  # fmt: skip
    found = []
    for target in (entry_id, *continued):
        for entry in chronicle.meeting.corrections.get(target, ()):
            what = entry.what
            assert isinstance(what, Correction)
            found.append({"id": entry.id, "old": what.old, "new": what.new,
                          "speaker": what.speaker})  # fmt: skip
    return found


def speaking(chronicle: Chronicle) -> list[Fields]:
    """Return the turns at the floor that are over, each with the entry that it began with.

    How long one was is not known where only its day is.
    """
    turns = sorted(
        chronicle.meeting.speaking.items(), key=lambda pair: chronicle.places.get(pair[0], 0)
    )
    return [
        {
            "id": entry_id,
            "speaker": one.speaker,
            "sitting": one.sitting,
            "item": one.item,
            "began": chronicle.at(one.began),
            "seconds": round(one.seconds) if timed else None,
            "limit": one.allowed,
            "over": round(one.over) if timed else 0,
        }
        for entry_id, one in turns
        for timed in (bool(chronicle.words.time_of(one.began)),)
    ]
