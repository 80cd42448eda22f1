"""The picture of the Meeting for other programs: `data/data.schema.json` describes each field."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Check, Event
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.setup import interval
from plenary_tui.record.sittings import PlannedTime, SittingRecord

from ..chronicle import Chronicle
from ..numbers import holes
from .draft import draft
from .speech import interventions, remarks, speaking, statements
from .texts import decided, pending

Fields = dict[str, Any]


def data(record: Record, *, now: datetime | None, whole: bool, about: str = "") -> str:
    """Return the picture as JSON text; `whole` heads it RESTRICTED.

    about: in words, of what it is an excerpt.
    """
    picked = picture(record, now, about)
    if whole:
        picked["marking"] = "RESTRICTED"
    return json.dumps(picked, ensure_ascii=False, indent=2) + "\n"


def picture(record: Record, now: datetime | None, about: str = "") -> Fields:
    """Return the Meeting as plain values.

    about: in words, of what it is an excerpt. now: decides whether a written procedure is past its
    expiry; None asks no clock. Moments are ISO 8601 with the session zone's offset.
    """
    chronicle = Chronicle(record, now)
    meeting = chronicle.meeting
    return {
        "marking": chronicle.marking,
        "excerpt": about,
        "meeting": _meeting(meeting),
        "sittings": [_sitting(chronicle, one) for one in chronicle.sittings()],
        "agenda": _agenda(meeting),
        "delegations": _delegations(meeting),
        "bodies": _bodies(meeting),
        "interventions": interventions(chronicle),
        "statements": statements(chronicle),
        "proposals": pending(chronicle),
        "decisions": decided(chronicle),
        "follow_ups": _follow_ups(chronicle),
        "events": [_event(entry) for entry in meeting.events],
        "annexes": [{"id": one.id, "text": getattr(one.what, "text", "")}
                    for one in meeting.annexes],
        "remarks": remarks(chronicle),
        "worklist": _worklist(meeting),
        "speaking": speaking(chronicle),
        "draft": draft(chronicle),
        "conflicts": [{"what": one.what, "entries": list(one.entries), "settled": one.settled}
                      for one in meeting.conflicts],
        "flags": [{"id": key, "what": list(why)} for key, why in _in_order(chronicle)],
        "numbers": {"missing": list(holes(meeting)), "annulled": sorted(meeting.annulled)},
    }  # fmt: skip


def _meeting(meeting: Meeting) -> Fields:
    facts = meeting.facts
    first, last = interval(facts.get("dates", ""))
    outside = meeting.sitting("")
    return {
        "title": facts.get("title", ""),
        "name": facts.get("name", ""),
        "kind": facts.get("kind", ""),
        "dates": facts.get("dates", ""),
        "from": _day(first),
        "to": _day(last),
        "place": facts.get("place", ""),
        "zone": meeting.zone.key,
        "numbers": facts.get("numbers", ""),
        "sources": facts["source"].split("\n") if "source" in facts else [],
        "presiding": outside.presiding,
        "person": outside.person,
        "ended": meeting.ended,
        "agenda_decision": meeting.agenda_decision or None,
        "sealed": sum(1 for entry in meeting.sealed if entry.marking != "private"),
    }


def _sitting(chronicle: Chronicle, sitting: SittingRecord) -> Fields:
    at = chronicle.at
    whole = chronicle.whole
    sealed = [one for one in whole.of_sitting(sitting.id) if whole.is_closed(one)]
    return {
        "id": sitting.id,
        "number": sitting.number,
        "day": _day(sitting.official_day),
        "bodies": list(sitting.bodies),
        "room": sitting.room,
        "planned": _planned(sitting.planned),
        "state": sitting.state,
        "opened": at(sitting.opened),
        "closed": at(sitting.closed),
        "times": [{"act": one.act, "at": at(one.at), "reason": one.reason}
                  for one in sitting.turns],
        "presiding": sitting.presiding,
        "person": sitting.person,
        "item": sitting.item,
        "marking": sitting.marking,
        "present": list(sitting.present),
        "left": list(sitting.left),
        "in_camera": len(sealed),
    }  # fmt: skip


def _planned(planned: PlannedTime) -> Fields | None:
    """Return when a sitting is to be held; None where nobody said."""
    if not planned.is_said:
        return None
    begins, ends = (f"{one:%H:%M}" if one else None for one in (planned.begins, planned.ends))
    return {"day": _day(planned.day), "begins": begins, "ends": ends}


def _agenda(meeting: Meeting) -> list[Fields]:
    return [
        {"number": one.number, "title": one.title, "body": one.body, "state": one.state,
         "reason": one.reason, "minutes": one.minutes, "seconds": round(one.used)}
        for one in meeting.items
    ]  # fmt: skip


def _delegations(meeting: Meeting) -> list[Fields]:
    """Each with its name and class on the first day, and every dated fact about it."""
    roster, on = meeting.roster, _roster_day(meeting)
    found = []
    for code in sorted(roster.delegations):
        fact = roster.delegation(code, on)
        assert fact is not None
        persons = roster.persons.get(code, ())
        found.append({
            "code": code,
            "name": roster.name_of(code, on),
            "formal_name": fact.names[1] if len(fact.names) > 1 else "",
            "status": fact.status,
            "persons": [{"person": one.person, "role": one.role} for one in persons],
            "facts": [
                {"names": list(one.names), "status": one.status, "since": _day(one.since),
                 "until": _day(one.until)}
                for one in roster.delegations[code]
            ],
        })  # fmt: skip
    return found


def _bodies(meeting: Meeting) -> list[Fields]:
    roster, on = meeting.roster, _roster_day(meeting)
    found = []
    for code in sorted(roster.bodies):
        fact = roster.body_on(code, on)
        assert fact is not None
        found.append({"code": code, "name": fact.name, "chair": fact.chair,
                      "vice_chair": fact.vice_chair})  # fmt: skip
    return found


def _roster_day(meeting: Meeting) -> date | None:
    """The day on which names and classes are given: the first, else that of the last entry."""
    if meeting.first_day is not None:
        return meeting.first_day
    return meeting.last.astimezone(meeting.zone).date() if meeting.last else None


def _follow_ups(chronicle: Chronicle) -> list[Fields]:
    return [
        {
            "id": owed.entry.id,
            "owner": owed.owner,
            "what": owed.text,
            "due": _day(owed.due),
            "state": owed.state,
            "result": owed.result,
        }
        for owed in sorted(chronicle.meeting.follow_ups.values(), key=lambda one: one.rank)
    ]


def _event(entry: Entry) -> Fields:
    what = entry.what
    assert isinstance(what, Event)
    first, last = interval(what.dates)
    return {"id": entry.id, "title": what.title, "place": what.place, "from": _day(first),
            "to": _day(last), "dates": what.dates}  # fmt: skip


def _worklist(meeting: Meeting) -> list[Fields]:
    found = []
    for todo in sorted(meeting.worklist.values(), key=lambda one: one.rank):
        what = todo.entry.what
        about = what.target if isinstance(what, Check) else ""
        found.append({
            "id": todo.entry.id,
            "what": f"{todo.what}: {todo.text}" if todo.text else todo.what,
            "about": about or todo.entry.id,
            "state": "done" if todo.done else "open",
        })  # fmt: skip
    return found


def _in_order(chronicle: Chronicle) -> list[tuple[str, tuple[str, ...]]]:
    flags = chronicle.meeting.flags.items()
    return sorted(flags, key=lambda one: chronicle.places.get(one[0], 0))


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None
