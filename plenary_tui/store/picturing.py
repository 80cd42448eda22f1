"""What the catalogue holds of a session: plain values, made from its open record.

The words of what is restricted are left out: registers over all sessions go round.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from plenary_tui.record.carrying import Place, read_came_from, read_went_to
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import CarriedOver, CorrectionAsked, DraftIssued, Event, Provenance
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import OPEN_STATES
from plenary_tui.record.texts import ADOPTED, PENDING, TextRecord, standing

FORM = 4
"""The form of a picture: one of another form is made anew."""

RESTRICTED = "(restricted)"

Picture = dict[str, Any]


def picture(record: Record) -> Picture:
    """Return what the catalogue holds of an open record."""
    meeting = record.meeting
    roster = meeting.roster
    sources = _sources(meeting)
    return {
        **{name: meeting.facts.get(name, "") for name in ("title", "kind", "dates", "place")},
        "entries": len(record.entries),
        "changed": _changed(record.entries),
        "waiting": len(record.waiting()),
        "away": len([one for one in meeting.sealed if one.marking != "private"]),
        "conflicts": len([one for one in meeting.conflicts if not one.settled]),
        "sittings": len([one for one in meeting.sittings.values() if one.number]),
        "open": any(one.state in OPEN_STATES for one in meeting.sittings.values()),
        "ended": meeting.ended,
        "ended_on": _ended_on(meeting),
        "worklist": len([todo for todo in meeting.worklist.values() if not todo.done]),
        "delegations": [
            {"code": code, "name": roster.name_of(code), "status": roster.status(code)}
            for code in sorted(roster.delegations)
        ],
        "bodies": [
            {
                "code": code,
                "name": body.name,
                "chair": body.chair,
                "vice_chair": body.vice_chair,
            }
            for code in sorted(roster.bodies)
            if (body := roster.body_on(code, meeting.first_day))
        ],
        "officers": [
            {"delegation": one.delegation, "person": one.person, "role": one.role}
            for code in sorted(roster.persons)
            for one in roster.persons[code]
        ],
        "dated": _dated(meeting),
        "decisions": [_decision(record, text, sources) for text in _decided(meeting)],
        "drafts": _drafts(meeting),
        "brackets": sum(
            len(held.text.brackets)
            for held in meeting.drafts.held.values()
            if not held.text.removed
        ),
        "follow_ups": _follow_ups(record, sources),
        "events": [_event(meeting, entry) for entry in meeting.events],
        "corrections": _corrections(record),
    }


def _changed(entries: list[Entry]) -> str:
    return max((entry.at for entry in entries), default=datetime.min).isoformat() if entries else ""


def _ended_on(meeting: Meeting) -> str:
    """Return the day of the last sitting of a meeting that is over, ISO, where that is known."""
    days = [one.official_day for one in meeting.sittings.values() if one.official_day]
    return max(days).isoformat() if meeting.ended and days else ""


def _sources(meeting: Meeting) -> dict[str, Place]:
    """Return where what was carried into this session came from, by its entry here."""
    told = (one.what.text for one in meeting.provenance if isinstance(one.what, Provenance))
    return {own: place for text in told for own, place in read_came_from(text).items()}


def _dated(meeting: Meeting) -> list[Picture]:
    """Return names, classes and offices that are dated, as the session states them."""
    roster = meeting.roster
    found = []
    for code in sorted(roster.delegations):
        for fact in roster.delegations[code]:
            name = fact.names[0] if fact.names else code
            found.append({"of": "delegation", "code": code, "name": name, "what": fact.status,
                          **_span(fact.since, fact.until)})  # fmt: skip
    for code in sorted(roster.bodies):
        for body in roster.bodies[code]:
            for what, who in (("chair", body.chair), ("vice-chair", body.vice_chair)):
                if who:
                    found.append({"of": "body", "code": code, "name": body.name or code,
                                  "what": what, "who": roster.name_of(who, body.since),
                                  **_span(body.since, body.until)})  # fmt: skip
    return found


def _span(since: date | None, until: date | None) -> Picture:
    return {
        "since": since.isoformat() if since else "",
        "until": until.isoformat() if until else "",
    }


def _decided(meeting: Meeting) -> list[TextRecord]:
    """Return every text that had an outcome."""
    found = sorted(meeting.texts.values(), key=lambda text: text.rank)
    return [text for text in found if text.gavels or text.state not in PENDING]


def _decision(record: Record, text: TextRecord, sources: dict[str, Place]) -> Picture:
    meeting = record.live
    deciding = record.entry(text.gavels[-1].entry) if text.gavels else None
    is_closed = "restricted" in (text.entry.marking, deciding.marking if deciding else "")
    return {
        "entry": deciding.id if deciding else text.id,
        "number": text.number,
        "disputed_number": text.disputed_number,
        "text": RESTRICTED if is_closed else text.text,
        "kind": text.form,
        "state": standing(text, ended=meeting.ended, now=None),
        "verb": text.verb,
        "at": text.decided_at.isoformat() if text.decided_at else "",
        "item": deciding.item if deciding else text.entry.item,
        "by": meeting.roster.name_of(text.by, meeting.day_of(text.entry)) if text.by else "",
        "effect": _effect(meeting, text),
        "dissent": [] if is_closed else [
            {
                "form": held.form,
                "who": meeting.roster.name_of(held.who, meeting.day_of(text.entry)),
                "text": held.text,
                "withdrawn": bool(held.withdrawn),
                "late": held.late,
            }
            for held in text.positions
        ],
        "history": [
            {"state": one.state, "at": one.at.isoformat(), "to": "" if is_closed else one.to}
            for one in text.gavels
        ],
        "from": _place(sources.get(text.id)),
        "to": _place(_went_to(record, text.carried)),
    }  # fmt: skip


def _effect(meeting: Meeting, text: TextRecord) -> str:
    """Return since when a decision has effect, a day; `publication` where that is awaited.

    A numbered one takes effect when the communiqué is published, any other when it is adopted.
    """
    if text.state not in ADOPTED or not text.gavels:
        return ""
    if text.form != "administrative_decision":
        return text.gavels[-1].at.astimezone(meeting.zone).date().isoformat()
    adopted = text.gavels[-1].at
    published = (one.at for one in meeting.drafts.stages if one.act == "published")
    days = [at.astimezone(meeting.zone).date().isoformat() for at in published if at >= adopted]
    return days[0] if days else "publication"


def _went_to(record: Record, entry_id: str) -> Place | None:
    entry = record.reads(entry_id) if entry_id else None
    if entry is None or not isinstance(entry.what, CarriedOver):
        return None
    return read_went_to(entry.what.to)


def _place(place: Place | None) -> Picture | None:
    return {"session": place.session, "entry": place.entry} if place else None


def _drafts(meeting: Meeting) -> list[Picture]:
    """Return every version of the draft that was issued."""
    issued = ((one.entry, one.entry.what) for one in meeting.drafts.versions)
    return [
        {
            "entry": entry.id,
            "label": what.label,
            "symbol": what.symbol,
            "state": what.state,
            "language": what.language,
            "at": entry.happened.isoformat(),
        }
        for entry, what in issued
        if isinstance(what, DraftIssued)
    ]


def _follow_ups(record: Record, sources: dict[str, Place]) -> list[Picture]:
    meeting = record.live
    found = []
    for owed in sorted(meeting.follow_ups.values(), key=lambda owed: owed.rank):
        is_closed = owed.entry.marking == "restricted"
        found.append(
            {
                "entry": owed.entry.id,
                "owner": owed.owner,
                "name": _owner(meeting, owed.owner, meeting.day_of(owed.entry)),
                "what": RESTRICTED if is_closed else owed.text,
                "due": owed.due.isoformat() if owed.due else "",
                "state": owed.state,
                "result": "" if is_closed else owed.result,
                "at": owed.entry.happened.isoformat(),
                "from": _place(sources.get(owed.entry.id)),
                "to": _place(read_went_to(owed.result)),
            }
        )
    return found


def _owner(meeting: Meeting, code: str, on: date) -> str:
    body = meeting.roster.body_on(code, on)
    return body.name if body and body.name else meeting.roster.name_of(code, on)


def _event(meeting: Meeting, entry: Entry) -> Picture:
    what = entry.what
    assert isinstance(what, Event)
    is_closed = entry.marking == "restricted"
    return {
        "entry": entry.id,
        "title": RESTRICTED if is_closed else what.title,
        "place": "" if is_closed else what.place,
        "dates": "" if is_closed else what.dates,
        "at": entry.happened.isoformat(),
    }


def _corrections(record: Record) -> list[Picture]:
    """Return what delegations asked to be corrected, and what became of it."""
    meeting = record.live
    found = []
    for asked in sorted(meeting.drafts.corrections.values(), key=lambda one: one.entry.order):
        what = asked.entry.what
        target = record.entry(what.target) if isinstance(what, CorrectionAsked) else None
        if not isinstance(what, CorrectionAsked):
            continue
        closed = (asked.entry.marking, target.marking if target else "")
        is_closed = "restricted" in closed
        found.append(
            {
                "entry": asked.entry.id,
                "who": meeting.roster.name_of(what.speaker, meeting.day_of(asked.entry)),
                "of": what.target,
                "old": RESTRICTED if is_closed else what.old,
                "new": "" if is_closed else what.new or what.text,
                "verdict": asked.verdict,
                "reason": "" if is_closed else asked.reason,
                "at": asked.entry.happened.isoformat(),
            }
        )
    return found
