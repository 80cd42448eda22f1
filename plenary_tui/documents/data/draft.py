"""The picture's draft: its paragraphs as they stand, its versions, what came back, its review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.drafts import Drafts, Held
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    ChangeAsked,
    CorrectionAsked,
    DraftIssued,
    DraftReceived,
    ParagraphCarried,
    ParagraphRef,
    Review,
)

from ..chronicle import Chronicle

Fields = dict[str, Any]


def draft(chronicle: Chronicle) -> Fields:
    """Return the draft as the record holds it: what was touched or issued, and nothing composed."""
    drafts = chronicle.meeting.drafts
    return {
        "plan": drafts.plan,
        "versions": [_version(chronicle, one.entry) for one in drafts.versions],
        "paragraphs": [_paragraph(chronicle, held) for held in _in_order(chronicle, drafts)],
        "under_discussion": _ref(drafts.taken),
        "received": [_received(chronicle, drafts, one) for one in drafts.received],
        "stages": [_stage(chronicle, one.entry) for one in drafts.stages],
        "corrections": _corrections(chronicle, drafts),
    }


def _version(chronicle: Chronicle, entry: Entry) -> Fields:
    what = entry.what
    assert isinstance(what, DraftIssued)
    return {"id": entry.id, "label": what.label, "symbol": what.symbol, "state": what.state,
            "language": what.language or "en", "record": what.record,
            "at": chronicle.at(entry.happened)}  # fmt: skip


def _in_order(chronicle: Chronicle, drafts: Drafts) -> Iterator[Held]:
    """Yield what is held: as the last version has it, then what it has not, by when it began."""
    issued = [one for _, ids in drafts.order for one in ids]
    yield from (held for one in issued if (held := drafts.held.get(one)))
    places = chronicle.places

    def began(held: Held) -> tuple[int, str, int, int]:
        ref = held.ref
        return places.get(held.entries[0], 0), ref.section, places.get(ref.source, 0), ref.again

    known = set(issued)
    yield from sorted((one for one in drafts.held.values() if one.id not in known), key=began)


def _paragraph(chronicle: Chronicle, held: Held) -> Fields:
    text = held.text
    carried = chronicle.record.reads(chronicle.meeting.drafts.carried.get(held.id, ""))
    translations = sorted((key, one.text) for key, one in held.texts.items() if key)
    return {
        "paragraph": _ref(held.ref),
        "number": held.number,
        "lead": text.lead,
        "text": text.text,
        "status": text.status,
        "form": text.form,
        "removed": text.removed,
        "by_hand": held.by_hand,
        "brackets": [_bracket(text.text, one) for one in text.brackets],
        "sources": list(text.sources),
        "entries": list(held.entries),
        "translations": [{"language": key, "text": words} for key, words in translations],
        "carried_over": (
            carried.what.to if carried and isinstance(carried.what, ParagraphCarried) else None
        ),
    }


def _bracket(text: str, one: Bracket) -> Fields:
    return {"by": list(one.by), "words": text[one.start + 1 : one.end - 1], "why": one.why,
            "alternative": one.alternative, "sources": list(one.sources)}  # fmt: skip


def _ref(ref: ParagraphRef | None) -> Fields | None:
    if ref is None:
        return None
    return {"section": ref.section, "source": ref.source or None, "again": ref.again}


def _received(chronicle: Chronicle, drafts: Drafts, entry: Entry) -> Fields:
    what = entry.what
    assert isinstance(what, DraftReceived)
    changes = [_change(drafts, entry.id, place, one) for place, one in enumerate(what.changes)]
    return {"id": entry.id, "at": chronicle.at(entry.happened), "who": list(what.who),
            "author": what.author, "version": what.target, "changes": changes}  # fmt: skip


def _change(drafts: Drafts, received: str, place: int, change: ChangeAsked) -> Fields:
    answer = drafts.answers.get((received, place))
    return {
        "paragraph": _ref(change.paragraph),
        "after": _ref(change.after),
        "now": change.now,
        "comments": [{"author": one.author, "text": one.text} for one in change.comments],
        "sure": change.sure,
        "verdict": answer.verdict if answer else "",
        "answered_by": answer.entry if answer else None,
    }


def _stage(chronicle: Chronicle, entry_id: str) -> Fields:
    entry = chronicle.record.reads(entry_id)
    assert entry is not None
    what = entry.what
    assert isinstance(what, Review)
    return {"id": entry.id, "act": what.act, "version": what.target,
            "at": chronicle.at(entry.happened), "until": chronicle.at(what.until),
            "person": what.person}  # fmt: skip


def _corrections(chronicle: Chronicle, drafts: Drafts) -> list[Fields]:
    found = []
    for key in sorted(drafts.corrections, key=lambda one: chronicle.places.get(one, 0)):
        asked = drafts.corrections[key]
        what = asked.entry.what
        assert isinstance(what, CorrectionAsked)
        found.append({
            "id": key, "at": chronicle.at(asked.entry.happened), "speaker": what.speaker,
            "entry": what.target, "paragraph": _ref(what.paragraph), "old": what.old,
            "new": what.new, "why": what.text, "verdict": asked.verdict,
            "answered_by": asked.answer or None, "reason": asked.reason,
        })  # fmt: skip
    return found
