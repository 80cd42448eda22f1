"""From a template or a plan to the lines of notation that a new session begins with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from plenary_tui.documents.workshop.plans import plans
from plenary_tui.errors import WrongUse
from plenary_tui.record.delegations import Roster
from plenary_tui.record.kinds import (
    AgendaItem,
    Body,
    Check,
    Delegate,
    Delegation,
    DraftPlan,
    Kind,
    MeetingFact,
    Presiding,
)
from plenary_tui.record.notation import Reading, spell
from plenary_tui.record.setup import zone_of

from .kp_roster import Doubt, roster_on
from .plan_file import CodedRow, Plan
from .read_plan import nearest, read_plan

_FACTS = ("title", "kind", "name", "dates", "place", "zone", "numbers")
R = TypeVar("R", bound=CodedRow)


def plan_lines(source: str | Path, *, day: date | None = None, zone: str = "") -> list[str]:
    """Return the lines of notation for what `plan_commands` returns.

    What no public page confirms stands on the worklist (`Check:`), so that it is settled by a
    person and never read as a fact.
    """
    commands = plan_commands(source, day=day, zone=zone)
    roster = Roster()
    for command in commands:
        if isinstance(command, Delegation):
            roster = roster.with_delegation(command)
        elif isinstance(command, Body):
            roster = roster.with_body(command)
        elif isinstance(command, Delegate):
            roster = roster.with_person(command)
    reading = Reading(roster=roster, zone=zone_of(zone), file=True, header=True)
    return [spell(command, reading) for command in commands]


def plan_commands(source: str | Path, *, day: date | None = None, zone: str = "") -> list[Kind]:
    """Return what a plan states, in the order in which a session is to be told.

    source: the name of a template, or the path of a plan. day, zone: the meeting's first day and
    its time zone where the plan names none, as a template never does. Raises WrongUse, naming
    the file, the key and the nearest word that is known.
    """
    label, plan = read_plan(source)
    doubts: list[Doubt] = []
    if plan.roster:
        plan, doubts = _with_roster(plan, plan.first_day or day)
    _check_references(label, plan)
    facts = {field: getattr(plan, field) for field in _FACTS} | {"zone": plan.zone or zone}
    return [
        *(MeetingFact(field=field, value=facts[field]) for field in _FACTS if facts[field]),
        *(MeetingFact(field="source", value=value) for value in plan.source),
        *(_fact(Delegation, row) for row in plan.delegation),
        *(_fact(Body, row) for row in plan.body),
        *(_fact(Delegate, row) for row in plan.delegate),
        *_presiding(plan),
        *(_fact(AgendaItem, row) for row in plan.agenda),
        *(Check(text=doubt.text) for doubt in doubts),
    ]


def draft_plan(source: str | Path) -> DraftPlan | None:
    """Return the plan of the communiqué that a meeting's plan names; None where it names none.

    Raises WrongUse, naming the file and the nearest plan that ships.
    """
    label, plan = read_plan(source)
    if not plan.draft:
        return None
    known = {one.name: one for one in plans()}
    if plan.draft not in known:
        hint = nearest(plan.draft, list(known)) or f"; there are {', '.join(known)}"
        raise WrongUse(f'{label}: "draft" names no plan of the communiqué, "{plan.draft}"{hint}')
    return known[plan.draft].command()


def _with_roster(plan: Plan, day: date | None) -> tuple[Plan, list[Doubt]]:
    """Put the shipped roster under what the plan states itself, which wins and settles doubts."""
    known = roster_on(day)
    stated: list[CodedRow] = [*plan.delegation, *plan.body]
    settled = {(row.code, field) for row in stated for field in row.model_fields_set}
    if plan.chair:
        settled.add(("", "chair"))
    merged = plan.model_copy(
        update={
            "delegation": _merged(known.delegations, plan.delegation),
            "body": _merged(known.bodies, plan.body),
            "delegate": [*([] if plan.chair else known.delegates), *plan.delegate],
            "chair": plan.chair or known.chair,
            "source": [*plan.source, known.source],
        }
    )
    return merged, [doubt for doubt in known.doubts if (doubt.code, doubt.field) not in settled]


def _merged(known: list[R], stated: list[R]) -> list[R]:
    """Lay each stated row over the known one of its code; several facts of a code stay several."""
    rows = {row.code: row for row in known}
    codes = {row.code for row in stated}
    laid = [
        rows[row.code].model_copy(update=row.model_dump(exclude_unset=True))
        if row.code in rows
        else row
        for row in stated
    ]
    return [*(row for row in known if row.code not in codes), *laid]


def _fact(kind: type[Kind], row: BaseModel) -> Kind:
    return kind.model_validate(row.model_dump())


def _presiding(plan: Plan) -> Iterator[Presiding]:
    who, person = plan.presiding
    if who:
        yield Presiding(speaker=who, person=person)


def _check_references(label: str, plan: Plan) -> None:
    """Refuse a code that nothing in the plan stands behind: it would speak for nobody."""
    delegations = {name: row.code for row in plan.delegation for name in (row.code, *row.names)}
    bodies = {name: row.code for row in plan.body for name in (row.code, row.name)}
    for place, key, code in _delegations_named(plan) if delegations else ():
        _require(f"{label}:{place}", key, code, "delegation", delegations)
    for item in plan.agenda:
        for code in item.body.split("+"):
            _require(f"{label}: agenda {item.number},", "body", code.strip(), "body", bodies)
    for number, times in Counter(item.number for item in plan.agenda).items():
        if times > 1:
            raise WrongUse(
                f'{label}: agenda, "number" {number} stands {times} times; give each item its own'
            )


def _delegations_named(plan: Plan) -> Iterator[tuple[str, str, str]]:
    yield "", "chair", plan.presiding[0]
    for body in plan.body:
        yield f" body {body.code},", "chair", body.chair
        yield f" body {body.code},", "vice_chair", body.vice_chair
    for row in plan.delegate:
        yield f" delegate {row.person},", "delegation", row.delegation


def _require(place: str, key: str, code: str, what: str, known: dict[str, str]) -> None:
    if code and code not in known.values():
        hint = nearest(code, known) or f"; add a [[{what}]] for it"
        raise WrongUse(f'{place} "{key}" names no {what} of the plan, "{code}"{hint}')
