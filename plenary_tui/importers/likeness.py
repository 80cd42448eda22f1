"""A session with the set-up of another one, and nothing of what happened there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plenary_tui.errors import WrongUse
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    AgendaItem,
    Body,
    Delegation,
    DraftPlan,
    Kind,
    MeetingFact,
    Provenance,
)
from plenary_tui.record.setup import interval
from plenary_tui.store.session import Session

_KEPT = ("kind", "zone", "numbers")
"""Facts that a meeting of the same kind has too; title, dates and place are its own."""


class Likeness(NamedTuple):
    """The set-up of a session. lapsed: the delegations that ended before the day, and the bodies
    whose officers did, which are left out."""

    commands: list[Kind]
    lapsed: tuple[str, ...]


def set_up_of(record: Record, day: date | None) -> Likeness:
    """Return what an open record states of itself before anything happens, as on a day.

    Of each delegation and body what holds on that day is taken, and what begins later. An item
    is taken as it was planned, whatever became of it.
    """
    meeting = record.live
    roster = meeting.roster
    commands: list[Kind] = [
        MeetingFact(field=field, value=value)
        for field in _KEPT
        if (value := meeting.facts.get(field, ""))
    ]
    lapsed: list[str] = []
    for facts in (*roster.delegations.values(), *roster.bodies.values()):
        holding = _holding(facts, day)
        last = facts[-1]
        if not holding:
            lapsed.append(last.code)
        if not holding and isinstance(last, Body):
            holding = [Body(code=last.code, name=last.name)]  # a term of office ends, not the body
        commands += holding
    commands += _items(record)
    plans = [one.what for one in record.readings() if isinstance(one.what, DraftPlan)]
    commands += plans[-1:]
    return Likeness(commands, tuple(lapsed))


def make_like(
    sessions: Path, slug: str, station: str, other: Session, *, dates: str = "", place: str = "",
    title: str = "", today: date,
) -> tuple[Session, tuple[str, ...]]:  # fmt: skip
    """Make the session `slug` with the set-up of another one; return it, and who lapsed.

    dates: an ISO interval; the classes are those of its first day, else of today. Raises WrongUse,
    NotDurable, LogBusy; nothing is left then.
    """
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.capture import Capture
    from plenary_tui.store.create import create

    first, last = interval(dates)
    if dates and not (first and last and first <= last):
        raise WrongUse(f"Dates read 2018-06-18/2018-06-22, not {dates!r}.")
    like = set_up_of(open_record(other.record), first or today)
    own = {"title": title, "dates": dates, "place": place}
    facts = [MeetingFact(field=name, value=value) for name, value in own.items() if value]
    with (
        create(sessions, slug) as folder,
        Capture(Session(folder), station, live=False, file=True, gather=True) as capture,
    ):
        for command in (*facts, *like.commands):
            capture.enter(command)
        text = f"{other.name}: its set-up, and nothing of what happened there"
        capture.enter(Provenance(act="imported", text=text))
    return Session(sessions / slug), like.lapsed


def _holding(facts: tuple[Delegation | Body, ...], day: date | None) -> list[Delegation | Body]:
    """Return what of a code's facts holds on a day or begins later, each as it was stated.

    What a later statement for the same days replaced is left out.
    """
    found = [one for one in facts if day is None or one.until is None or one.until >= day]
    spans = {(one.since, one.until): place for place, one in enumerate(found)}
    latest = [one for place, one in enumerate(found) if spans[one.since, one.until] == place]
    begun = [one for one in latest if day is None or one.since is None or one.since <= day]
    last_begun = max((one.since or date.min for one in begun), default=None)
    return [
        one for one in latest
        if one not in begun or one.until is not None or (one.since or date.min) == last_begun
    ]  # fmt: skip


def _items(record: Record) -> Iterator[AgendaItem]:
    """Yield the items that were planned, with their last title, in the order of the agenda."""
    for item in record.live.items:
        entries = (record.reads(one) for one in item.history)
        planned = [one.what for one in entries if one and isinstance(one.what, AgendaItem)]
        if planned:
            yield planned[-1].model_copy(update={"title": planned[-1].title or item.title})
