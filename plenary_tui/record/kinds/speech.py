"""What is said: interventions, statements, papers; and the list of speakers."""

from __future__ import annotations

from typing import Literal

from .base import Kind, Line, Pointing, Ref, Spoken, Text, Who


class Intervention(Spoken):
    """Somebody speaks. `prepared` is the statement that they had handed in, if they read it."""

    REFS = ("prepared",)
    kind: Literal["intervention"] = "intervention"
    v: Literal[1] = 1
    prepared: Ref = ""


class PreparedStatement(Kind):
    """A statement handed in before it is given: under seal until, and unless, it is delivered."""

    kind: Literal["prepared"] = "prepared"
    v: Literal[1] = 1
    speaker: Line = ""
    person: Line = ""
    capacity: Line = ""
    group: Line = ""
    text: Text = ""


class Continuation(Pointing):
    """More of what `target` said."""

    kind: Literal["continuation"] = "continuation"
    v: Literal[1] = 1
    text: Text = ""


class Alignment(Pointing):
    """Delegations join what `target` said."""

    kind: Literal["alignment"] = "alignment"
    v: Literal[1] = 1
    who: Who


class Statement(Spoken):
    """A statement of a form of its own; `for_the_record` is to be annexed."""

    kind: Literal["statement"] = "statement"
    v: Literal[1] = 1
    form: Literal["opening", "closing", "tribute", "summing_up", "for_the_record"]


class Presentation(Spoken):
    """A report is presented; `text` is its title or gist."""

    kind: Literal["presentation"] = "presentation"
    v: Literal[1] = 1


class Paper(Spoken):
    """A document is introduced under its symbol; `text` is its title."""

    kind: Literal["paper"] = "paper"
    v: Literal[1] = 1
    symbol: Line


class Remark(Kind):
    """The rapporteur's summary of what happened, or, with an `author`, a chat line."""

    kind: Literal["remark"] = "remark"
    v: Literal[1] = 1
    author: Line = ""
    text: Text


class FloorList(Kind):
    """The list of speakers: `next` gives the floor, `back` puts the last speaker back on top,
    `order` puts those named first, as they are named."""

    kind: Literal["list"] = "list"
    v: Literal[1] = 1
    act: Literal["add", "withdraw", "first", "order", "close", "open", "next", "back"]
    who: Who = ()
    text: Text = ""


class Limit(Kind):
    """The time limit of a speech, in seconds; 0 lifts it. of: a class of speaker in small letters,
    a delegation, or `replies` (rights of reply); empty for all."""

    kind: Literal["limit"] = "limit"
    v: Literal[1] = 1
    of: Line = ""
    seconds: int


class Timer(Kind):
    """The speaking time stops, goes on, or the speaker is reminded of the limit."""

    kind: Literal["timer"] = "timer"
    v: Literal[1] = 1
    act: Literal["paused", "resumed", "reminded"]


class PointOfOrder(Spoken):
    """A point of order, which interrupts and is ruled on at once (Participants)."""

    kind: Literal["point_of_order"] = "point_of_order"
    v: Literal[1] = 1


class Ruling(Pointing):
    """The Chair's ruling on a point of order."""

    kind: Literal["ruling"] = "ruling"
    v: Literal[1] = 1
    text: Text = ""


class Reply(Spoken):
    """A right of reply."""

    kind: Literal["reply"] = "reply"
    v: Literal[1] = 1
