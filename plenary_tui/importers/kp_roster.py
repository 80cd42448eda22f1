"""The shipped roster of the Kimberley Process: what is known as of a day, and what is not.

A delegation that no public page confirms is written and put on the worklist, because a delegation
that is not listed cannot be recorded; an officer that none confirms is only asked about, because
nothing breaks without one and a wrong one reads as a fact.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from typing import Any

from .plan_file import BodyRow, DelegateRow, DelegationRow

DATA = files("plenary_tui") / "data"


@dataclass(frozen=True)
class Doubt:
    """What a person has to settle: a point of the worklist, about a code and a field of it."""

    code: str
    field: str
    text: str


@dataclass(frozen=True)
class KpRoster:
    """What a session is told, and the doubts that go with it."""

    delegations: list[DelegationRow]
    bodies: list[BodyRow]
    delegates: list[DelegateRow]
    chair: str
    doubts: list[Doubt]
    source: str


def roster_on(day: date | None) -> KpRoster:
    """Return the roster as of `day`.

    Without a day the delegations are those of the last comparison, and every office is asked
    about, since it changes hands by the year.
    """
    known, offices = _read("roster.toml"), _read("bodies.toml")
    on: date = day or known["compared"]
    in_office = day or date.max
    delegations, doubts = _delegations(known, on)
    bodies: list[BodyRow] = []
    for body in offices["body"]:
        officers, unsure = _officers(body, in_office)
        doubts += unsure
        fields = {key: body[key] for key in ("code", "name", "since") if key in body}
        bodies.append(BodyRow.model_validate(fields | officers))
    about = Doubt("", "chair", "the Chair of the Kimberley Process")
    presiding, unsure = _holder(offices["presiding"], in_office, about)
    who, person = presiding.get("who", ""), presiding.get("person", "")
    delegates = [DelegateRow(delegation=who, person=person, role="KP Chair")] if person else []
    return KpRoster(
        delegations=delegations,
        bodies=bodies,
        delegates=delegates,
        chair=f"{who} ({person})" if person else who,
        doubts=[*_coverage(known, day), *unsure, *doubts],
        source=f"Kimberley Process roster as of {on}, shipped with plenary-tui, where every fact "
        "names the public page that states it",
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _coverage(known: dict[str, Any], day: date | None) -> list[Doubt]:
    begins, compared = known["known_from"], known["compared"]
    if day is None:
        text = f"the meeting has no dates: its roster stands as of {compared}"
    elif day < begins:
        text = f"who took part is known from {begins} only: confirm the list"
    elif day > compared:
        text = f"admissions and names are known to {compared} only: confirm the list"
    else:
        return []
    return [Doubt("", "dates", text)]


def _delegations(known: dict[str, Any], on: date) -> tuple[list[DelegationRow], list[Doubt]]:
    rows = {
        code: DelegationRow(code=code, names=names, status="Participant")
        for code, names in known["participants"].items()
    }
    unconfirmed: dict[str, bool] = {}
    for fact in sorted(known["fact"], key=lambda fact: fact.get("since", date.min)):
        code, since = fact["code"], fact.get("since")
        if on >= (since or date.min):
            rows[code] = DelegationRow(
                code=code, names=fact["names"], status=fact["status"], since=since
            )
            unconfirmed[code] = not fact.get("checked", True)
    doubts = [
        Doubt(code, "status", f"{row.names[0]} as {row.status} is not confirmed by a public page")
        for code, row in rows.items()
        if unconfirmed.get(code)
    ]
    return list(rows.values()), doubts


def _officers(body: dict[str, Any], on: date) -> tuple[dict[str, str], list[Doubt]]:
    officers: dict[str, str] = {}
    doubts: list[Doubt] = []
    for office in ("chair", "vice_chair"):
        rows = [row for row in body["offices"] if row["office"] == office]
        if not rows and office != "chair":
            continue
        about = Doubt(body["code"], office, f"the {office.replace('_', '-')} of {body['code']}")
        holder, unsure = _holder(rows, on, about)
        if holder:
            officers[office] = holder["who"]
        doubts += unsure
    return officers, doubts


def _holder(
    rows: list[dict[str, Any]], on: date, about: Doubt
) -> tuple[dict[str, Any], list[Doubt]]:
    """Return who holds an office for certain, else the question to ask."""
    begun = [row for row in rows if row["since"] <= on]
    now = [row for row in begun if on <= row["until"]]
    sure = [row for row in begun if row.get("checked", True)]
    if now and now[-1] in sure:
        return now[-1], []
    if now:
        hint = f": {now[-1]['who']} is not confirmed by a public page"
    elif sure:
        hint = f"; the last one known is {sure[-1]['who']} ({sure[-1]['until'].year})"
    else:
        hint = ""
    return {}, [replace(about, text=f"name {about.text}{hint}")]
