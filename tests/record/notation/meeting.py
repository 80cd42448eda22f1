"""A meeting to read lines in: plainly fictional delegations, two bodies, one known person."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from plenary_tui.record.delegations import Roster
from plenary_tui.record.kinds import Body, Delegate, Delegation
from plenary_tui.record.notation import Reading

BRUSSELS = ZoneInfo("Europe/Brussels")
DAY = date(2018, 6, 19)

_DELEGATIONS = {
    "NV": "Novaria", "OS": "Ostrova", "TR": "Terrania", "KE": "Keldia", "VE": "Velden",
    "LB": "Lorbia", "NO": "Norrland", "ET": "Etruria", "ZA": "South Arland",
    "GDA": "Gem Dealers Association",
}  # fmt: skip
_BODIES = {"WGM": "Working Group on Monitoring", "CPC": "Committee on Participation"}


def _roster() -> Roster:
    roster = Roster()
    for code, name in _DELEGATIONS.items():
        names = (name, f"the Republic of {name}")
        roster = roster.with_delegation(Delegation(code=code, names=names, status="Participant"))
    for code, name in _BODIES.items():
        roster = roster.with_body(Body(code=code, name=name))
    return roster.with_person(Delegate(delegation="KE", person="Aurelia Stone"))


ROSTER = _roster()
TYPED = Reading(ROSTER, BRUSSELS, day=DAY)
LIVE = Reading(ROSTER, BRUSSELS, day=DAY, live=True)
FILE = Reading(ROSTER, BRUSSELS, day=DAY, file=True)
HEADER = Reading(ROSTER, BRUSSELS, day=DAY, file=True, header=True)


def at(hour: int, minute: int, second: int = 0, *, day: date = DAY) -> datetime:
    """Return a moment of the session's day, in its zone."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=BRUSSELS)
