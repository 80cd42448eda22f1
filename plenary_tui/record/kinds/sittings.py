"""Sittings, what is open and what is not, and who is in the room; and the agenda."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import AfterValidator

from .base import Kind, Line, Moment, Pointing, Text, Who


def _to_the_minute(at: time) -> time:
    return at.replace(second=0, microsecond=0, tzinfo=None)


LocalTime = Annotated[time, AfterValidator(_to_the_minute)]
"""A time of day in the session's zone."""


class AgendaItem(Kind):
    """An item planned, or planned anew: the history keeps the earlier title. minutes: allotted."""

    kind: Literal["agenda"] = "agenda"
    v: Literal[1] = 1
    number: Line
    title: Line = ""
    body: Line = ""
    minutes: int = 0


class AgendaOrder(Kind):
    """The items named are taken in this order, in the places that they have together."""

    kind: Literal["agenda_order"] = "agenda_order"
    v: Literal[1] = 1
    numbers: Who


class ItemChange(Kind):
    """What happened to an item. Without a number, `title` names it (a `Topic:`)."""

    kind: Literal["item"] = "item"
    v: Literal[1] = 1
    act: Literal["taken_up", "concluded", "reopened", "not_included", "deferred"] = "taken_up"
    number: Line = ""
    title: Line = ""
    text: Text = ""


class Sitting(Kind):
    """A sitting announced: its bodies (more than one sit jointly), its room, and when it is to be.

    day, begins, ends: as planned, in the session's zone; None where nobody said.
    """

    kind: Literal["sitting"] = "sitting"
    v: Literal[1] = 1
    bodies: Who = ()
    room: Line = ""
    day: date | None = None
    begins: LocalTime | None = None
    ends: LocalTime | None = None


class SittingTime(Pointing):
    """A sitting opens, is suspended, resumes or closes, at the time of the entry.

    In an entry `target` is the sitting; one opened without being announced has none.
    """

    kind: Literal["sitting_time"] = "sitting_time"
    v: Literal[1] = 1
    act: Literal["opened", "suspended", "resumed", "closed"]
    reason: Text = ""

    def open_part(self) -> Kind:
        """That a sitting closed is no secret; why it did may be."""
        return self.model_copy(update={"reason": ""})


class MeetingEnd(Kind):
    """The meeting as a whole ends: text that was not agreed lapses unless carried over."""

    kind: Literal["end"] = "end"
    v: Literal[1] = 1

    def open_part(self) -> Kind:
        """The end of a meeting is never sealed."""
        return self


class Marking(Kind):
    """How closed the sitting is from here on, or from `since`, a time already past.

    `reason` is what was typed after it: why a sitting goes into private session.
    """

    kind: Literal["marking"] = "marking"
    v: Literal[1] = 1
    level: Literal["in_camera", "open", "restricted"]
    since: Moment | None = None
    reason: Text = ""

    def open_part(self) -> Kind:
        """That a sitting went into private session is open; why it did may not be."""
        return self.model_copy(update={"reason": ""}) if self.reason else self


class Presence(Kind):
    """Who is here, or has left. `all_but` names who is not; an entry lists all who are."""

    kind: Literal["presence"] = "presence"
    v: Literal[1] = 1
    act: Literal["here", "gone"] = "here"
    who: Who = ()
    all_but: bool = False


class WalkOut(Kind):
    """Delegations leave in protest."""

    kind: Literal["walk_out"] = "walk_out"
    v: Literal[1] = 1
    who: Who
    text: Text = ""
