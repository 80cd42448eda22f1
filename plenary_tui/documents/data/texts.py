"""The picture's texts: what is still before the meeting, and every outcome it reached."""

from __future__ import annotations

from typing import Any

from plenary_tui.record.kinds import CarriedOver
from plenary_tui.record.texts import TextRecord

from ..chronicle import Chronicle
from ..outcomes import is_agenda

Fields = dict[str, Any]

_PENDING = ("proposed", "silence", "expired")


def pending(chronicle: Chronicle) -> list[Fields]:
    """Return the texts still before the meeting."""
    texts = (text for text in chronicle.texts() if chronicle.state(text) in _PENDING)
    return [_text(chronicle, text) for text in texts]


def decided(chronicle: Chronicle) -> list[Fields]:
    """Return every other text: adopted, noted, deferred, withdrawn, lapsed, issued …"""
    texts = (text for text in chronicle.texts() if chronicle.state(text) not in _PENDING)
    return [_text(chronicle, text) for text in texts]


def _text(chronicle: Chronicle, text: TextRecord) -> Fields:
    at = chronicle.at
    left = chronicle.withdrawals.get(text.id) if text.state == "withdrawn" else None
    carried = chronicle.record.reads(text.carried) if text.carried else None
    takers: dict[str, list[str]] = {"supports": [], "opposes": [], "flexible": []}
    for taken in text.stances:
        if (taken.stance, taken.who) != ("supports", text.by):
            takers[taken.stance].append(taken.who)
    agenda = is_agenda(chronicle, text)
    return {
        "id": text.id,
        "number": text.number,
        "number_disputed": text.disputed_number,
        "label": text.label,
        "text": text.text or ("Agenda" if agenda else ""),
        "about": "agenda" if agenda else "text",
        "kind": text.form,
        "state": chronicle.state(text),
        "verb": text.verb,
        "to": text.gavels[-1].to if text.gavels else "",
        "proposed_by": text.by,
        "objections": _who(text, "objection"),
        "reservations": _who(text, "reservation"),
        "positions": [
            {"id": one.entry, "form": one.form, "speaker": one.who, "text": one.text,
             "blocks": one.blocks, "late": one.late, "withdrawn": bool(one.withdrawn)}
            for one in text.positions
        ],
        "supported_by": takers["supports"],
        "opposed_by": takers["opposes"],
        "flexible": takers["flexible"],
        "amended": text.amended,
        "amendments": [
            {"id": one.entry, "speaker": one.who, "text": one.text, "state": one.state}
            for one in text.amendments
        ],
        "wordings": [{"id": one.entry, "text": one.text, "by": one.by} for one in text.wordings],
        "outcomes": [
            {"id": one.entry, "state": one.state, "verb": one.verb, "at": at(one.at),
             "to": one.to}
            for one in text.gavels
        ],
        "until": at(text.until),
        "carried_over": (
            carried.what.to if carried and isinstance(carried.what, CarriedOver) else None
        ),
        "proposed_at": at(text.entry.happened),
        "at": at(left.happened if left else text.decided_at or text.entry.happened),
    }  # fmt: skip


def _who(text: TextRecord, form: str) -> list[str]:
    """Return who holds that position, and has not withdrawn it, each once."""
    held = (one.who for one in text.positions if one.form == form and not one.withdrawn)
    return list(dict.fromkeys(held))
