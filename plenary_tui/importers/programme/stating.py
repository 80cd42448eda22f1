"""A programme to what a session is told: what stands already is not told again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plenary_tui.importers.stated import Stated
from plenary_tui.record.agenda import item_key
from plenary_tui.record.delegations import Roster
from plenary_tui.record.folded import fold_name
from plenary_tui.record.kinds import AgendaItem, AgendaOrder, Kind, MeetingFact, Sitting
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import PlannedTime

from .values import PlannedItem, PlannedSitting, Programme

_BEHIND = re.compile(r"(?P<title>.+?)\s*[(\[](?P<body>[^()\[\]]{2,60})[)\]]$")
_JOINED = re.compile(r"\s*(?:\+|&|/|,|;|\band\b|\bet\b)\s*")
_PLENARY = re.compile(r"pl[ée]n(?:ary|i[èe]re)|plen[áa]ria|plenar", re.IGNORECASE)


def stated(programme: Programme, meeting: Meeting) -> Stated:
    """Hold a programme against a session, empty for a new one."""
    roster = meeting.roster
    commands: list[Kind] = list(_facts(programme, meeting))
    numbers: list[str] = []
    stands = 0
    for planned in programme.items:
        item = _item(planned, roster)
        numbers.append(item.number)
        known = meeting.agenda.get(item.number)
        if known is not None and (
            known.title == item.title
            and item.body in ("", known.body)
            and item.minutes in (0, known.minutes)
        ):
            stands += 1
            continue
        commands.append(item)
    if numbers != sorted(numbers, key=item_key) and len(numbers) > 1:
        commands.append(AgendaOrder(numbers=tuple(numbers)))
    there = {(one.bodies, one.room, one.planned) for one in meeting.sittings.values()}
    told = (_sitting(one, roster) for one in programme.sittings)
    sittings = [
        one for one in told
        if (one.bodies, one.room, PlannedTime(one.day, one.begins, one.ends)) not in there
    ]  # fmt: skip
    notes = [*programme.notes, *_changes(programme, meeting, roster)]
    if stands:
        notes.append(f"{stands} of the items stand in the session already")
    return Stated(
        programme.name, "agenda", programme.unit, programme.total, (*commands, *sittings),
        dict(programme.counts or {}), dict(programme.left_out or {}), programme.not_understood,
        tuple(notes), programme.restricted,
    )  # fmt: skip


def _facts(programme: Programme, meeting: Meeting) -> Iterator[MeetingFact]:
    """Yield what the session does not say itself: a plan is never overruled."""
    for field, value in (
        ("title", programme.title), ("dates", programme.dates), ("place", programme.place),
    ):  # fmt: skip
        if value and not meeting.facts.get(field):
            yield MeetingFact.model_validate({"field": field, "value": value})


def _changes(programme: Programme, meeting: Meeting, roster: Roster) -> Iterator[str]:
    """Say which items the session has under another title: they are planned anew."""
    for planned in programme.items:
        known = meeting.agenda.get(planned.number)
        title = _item(planned, roster).title
        if known is not None and known.title and known.title != title:
            yield f"item {planned.number} is now “{known.title}” and will read “{title}”"


def _item(planned: PlannedItem, roster: Roster) -> AgendaItem:
    title, body = planned.title, _codes(planned.body, roster)
    behind = _BEHIND.match(title)
    if behind and not body and (found := _codes(behind["body"], roster)):
        title, body = behind["title"], found
    return AgendaItem(number=planned.number, title=title, body=body, minutes=planned.minutes)


def _codes(text: str, roster: Roster) -> str:
    """Return the codes of the bodies that a text names, all of them known, else nothing."""
    names = [part for part in _JOINED.split(text) if part]
    codes = [roster.body(name) or roster.body(name.upper()) for name in names]
    return "+".join(dict.fromkeys(code for code in codes if code)) if all(codes) else ""


def _sitting(planned: PlannedSitting, roster: Roster) -> Sitting:
    bodies: list[str] = []
    for said in planned.bodies:
        found = _codes(said, roster).split("+")
        words = re.findall(r"[\w-]+", said)
        found = [*found, *(word for word in words if word in roster.bodies)]
        folded = fold_name(said)
        found += [
            code for code, facts in roster.bodies.items()
            if any(fact.name and fold_name(fact.name) in folded for fact in facts)
        ]  # fmt: skip
        bodies += [code for code in found if code] or (
            ["Plenary"] if _PLENARY.search(said) else []
        )  # fmt: skip
    return Sitting(
        bodies=tuple(dict.fromkeys(bodies)), room=planned.room, day=planned.day,
        begins=planned.begins, ends=planned.ends if planned.begins else None,
    )  # fmt: skip
