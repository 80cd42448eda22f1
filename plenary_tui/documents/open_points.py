"""What is open: the points of the worklist and what does not agree, in the order of happening."""

from __future__ import annotations

from typing import NamedTuple

from plenary_tui.record.history import Record
from plenary_tui.record.kinds import (
    AgendaItem,
    Body,
    Check,
    Delegate,
    Delegation,
    MeetingFact,
    Presiding,
)
from plenary_tui.record.worklist import Todo

_SET_UP = (MeetingFact, Delegation, Body, Delegate, AgendaItem, Presiding)
CONFLICT = "does not agree"


class OpenPoint(NamedTuple):
    """Something to look at again. entry: what a `Done` or `Settled` names.

    about: the entry that it is about; empty where it is about the session. text: what was said
    of it. sides: of a conflict, its entries. of_session: it is about how the session was set up.
    """

    what: str
    entry: str
    about: str
    text: str
    sides: tuple[str, ...] = ()
    of_session: bool = False


def open_points(record: Record) -> list[OpenPoint]:
    """Return what is open; what is about the session itself stands last."""
    live = record.live
    places = {
        ref: place
        for place, ref in enumerate(entry.id for entry in record.entries)
        if live.worklist or live.conflicts
    }
    found = [
        (places.get(todo.entry.id, 0), _point(record, todo))
        for todo in live.worklist.values()
        if not todo.done
    ]
    found += [
        (places.get(one.entries[-1], 0),
         OpenPoint(CONFLICT, one.entries[-1], one.entries[-1], one.what, one.entries))
        for one in live.conflicts
        if not one.settled
    ]  # fmt: skip
    ordered = sorted(found, key=lambda pair: (pair[1].of_session, pair[0]))
    return [point for _, point in ordered]


def is_of_session(record: Record, todo: Todo) -> bool:
    """Whether a point is about how the session was set up, and not about what happened."""
    what = todo.entry.what
    if not isinstance(what, Check) or todo.entry.sitting:
        return False
    target = record.entry(what.target) if what.target else None
    return target is None or isinstance(target.what, _SET_UP)


def _point(record: Record, todo: Todo) -> OpenPoint:
    what = todo.entry.what
    of_session = is_of_session(record, todo)
    about = what.target or todo.entry.id if isinstance(what, Check) else todo.entry.id
    return OpenPoint(
        todo.what, todo.entry.id, "" if of_session else about, todo.text, of_session=of_session
    )
