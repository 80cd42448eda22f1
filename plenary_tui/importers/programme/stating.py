"""A programme to what a session is told: what stands already is not told again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plenary_tui.importers.stated import Stated
from plenary_tui.record.agenda import item_key
from plenary_tui.record.delegations import Roster
from plenary_tui.record.folded import fold_name
from plenary_tui.record.kinds import AgendaItem, AgendaOrder, Body, Kind, MeetingFact, Sitting
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import PlannedTime

from . import grammar
from .values import PlannedItem, PlannedSitting, Programme

_BEHIND = re.compile(r"(?P<title>.+?)\s*[(\[](?P<body>[^()\[\]]{2,60})[)\]]$")
_JOINED = re.compile(r"\s*(?:\+|&|/|,|;|\band\b|\bet\b)\s*")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,11}")
_PLENARY = re.compile(r"pl[ée]n(?:ary|i[èe]re)|plen[áa]ria|plenar", re.IGNORECASE)


def stated(programme: Programme, meeting: Meeting) -> Stated:
    """Hold a programme against a session, empty for a new one."""
    roster = meeting.roster
    commands: list[Kind] = list(_facts(programme, meeting))
    numbers: list[str] = []
    stands = 0
    bodies = [] if roster.bodies else list(_new_bodies(programme.items))
    commands += bodies
    for body in bodies:
        roster = roster.with_body(body)
    planned_items = _renumbered(programme.items, meeting)
    for planned in planned_items:
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
    notes = [
        *programme.notes, *_changes(planned_items, meeting, roster),
        *_without_body(planned_items, programme.sittings, roster),
    ]  # fmt: skip
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
        ("zone", programme.zone), ("title", programme.title), ("dates", programme.dates),
        ("place", programme.place),
    ):  # fmt: skip
        if value and not meeting.facts.get(field):
            yield MeetingFact.model_validate({"field": field, "value": value})


def _renumbered(items: Iterable[PlannedItem], meeting: Meeting) -> list[PlannedItem]:
    """Give items that the file only counts the numbers that the session has for their titles.

    One that the session does not have follows its last item.
    """
    standing = {fold_name(one.title): one.number for one in meeting.items}
    whole = (
        int(one.number.partition(".")[0]) for one in meeting.items if one.number[:1].isdecimal()
    )
    last = max(whole, default=0)
    found: list[PlannedItem] = []
    for one in items:
        number = one.number
        if one.counted and standing:
            last += fold_name(one.title) not in standing
            number = standing.get(fold_name(one.title)) or str(last)
        found.append(replace(one, number=number))
    return found


def _new_bodies(items: Iterable[PlannedItem]) -> Iterator[Body]:
    """Yield the bodies that a file names by their codes, for a session that has none."""
    codes = (part for one in items for part in _JOINED.split(one.body))
    for code in dict.fromkeys(code for code in codes if _CODE.fullmatch(code)):
        yield Body(code=code)


def _without_body(
    items: Iterable[PlannedItem], sittings: Iterable[PlannedSitting], roster: Roster
) -> Iterator[str]:
    """Say which bodies of the file the session does not know: they are left out."""
    for one in items:
        if one.body and not _item(one, roster).body:
            yield (f"item {one.number}: “{one.body}” is no body of the session and is left out; "
                   f"state it first, with Body CODE: {one.body}")  # fmt: skip
    for said in dict.fromkeys(name for one in sittings for name in one.bodies):
        if grammar.beside_sitting(said) and not _bodies((said,), roster):
            yield f"“{said}” names no body of the session: its sitting is planned without one"


def _changes(items: Iterable[PlannedItem], meeting: Meeting, roster: Roster) -> Iterator[str]:
    """Say which items the session has under another title: they are planned anew."""
    for planned in items:
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
    return Sitting(
        bodies=_bodies(planned.bodies, roster), room=planned.room, day=planned.day,
        begins=planned.begins, ends=planned.ends if planned.begins else None,
    )  # fmt: skip


def _bodies(names: Iterable[str], roster: Roster) -> tuple[str, ...]:
    """Return the codes of the bodies that the names of a sitting speak of."""
    bodies: list[str] = []
    for said in names:
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
    return tuple(dict.fromkeys(bodies))
