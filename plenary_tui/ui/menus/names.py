"""Whom the room's picker can offer: the roster as plain values."""

from __future__ import annotations

from datetime import date

from plenary_tui.documents.telling import Teller
from plenary_tui.record.folded import fold_name
from plenary_tui.record.meeting import Meeting

from ..seen.views import Name


def names_of(meeting: Meeting, day: date) -> tuple[Name, ...]:
    """Return delegations in the order of their names, then the Chair and the bodies' chairs."""
    roster, teller = meeting.roster, Teller(meeting)
    names = [
        Name(code, teller.name(code), roster.status(code, day), _spelled(code, *given))
        for code in roster.delegations
        if (given := _names(meeting, code, day))
    ]
    names.sort(key=lambda one: fold_name(one.name))
    names.append(Name("Chair", "whoever presides", "", _spelled("Chair"), True))
    for code in roster.bodies:
        body = roster.body_on(code, day)
        if body is None:
            continue
        holder = teller.name(body.chair) if body.chair else ""
        spelled = _spelled(f"{code} chair", body.name, f"chair of {body.name}", holder)
        names.append(Name(f"{code} chair", f"chair of {body.name or code}", holder, spelled, True))
    return tuple(names)


def _names(meeting: Meeting, code: str, day: date) -> tuple[str, ...]:
    fact = meeting.roster.delegation(code, day)
    return fact.names or (code,) if fact else ()


def _spelled(code: str, *names: str) -> tuple[str, ...]:
    """Return the folded spellings, each once; a name without its article too."""
    folded = [fold_name(one) for one in (code, *names) if one]
    folded += [one.removeprefix("the ") for one in folded]
    return tuple(dict.fromkeys(folded))
