"""What a session is, who takes part, and the day: facts that a log states for itself."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .base import Kind, Line, Who


class MeetingFact(Kind):
    """A fact of the meeting as a whole. `dates` is an ISO interval (`2018-06-18/2018-06-22`),
    `zone` an IANA name, `numbers` the pattern of a decision's number."""

    kind: Literal["meeting"] = "meeting"
    v: Literal[1] = 1
    field: Literal["title", "kind", "dates", "place", "zone", "numbers", "name", "source"]
    value: Line


class Delegation(Kind):
    """Who may take part: a dated fact. The first name is the everyday one, the second the formal
    one, the rest are aliases; `status` is Participant, Observer … as the session says."""

    kind: Literal["delegation"] = "delegation"
    v: Literal[1] = 1
    code: Line
    names: Who = ()
    status: Line = ""
    since: date | None = None
    until: date | None = None


class Body(Kind):
    """A working body and its officers: a dated fact."""

    kind: Literal["body"] = "body"
    v: Literal[1] = 1
    code: Line
    name: Line = ""
    chair: Line = ""
    vice_chair: Line = ""
    since: date | None = None
    until: date | None = None


class Delegate(Kind):
    """A person of a delegation."""

    kind: Literal["delegate"] = "delegate"
    v: Literal[1] = 1
    delegation: Line
    person: Line
    role: Line = ""


class Presiding(Kind):
    """Who presides from here on; before any sitting, who chairs the meeting."""

    kind: Literal["presiding"] = "presiding"
    v: Literal[1] = 1
    speaker: Line
    person: Line = ""


class Rapporteur(Kind):
    """Who writes at this station from here on."""

    kind: Literal["rapporteur"] = "rapporteur"
    v: Literal[1] = 1
    name: Line


class Abbreviations(Kind):
    """What this station's short forms stand for, in place of its earlier ones: documents write
    them out, the record keeps what was typed."""

    kind: Literal["abbreviations"] = "abbreviations"
    v: Literal[1] = 1
    table: tuple[tuple[Line, Line], ...] = ()


class Day(Kind):
    """The day that the times of the following lines belong to."""

    kind: Literal["date"] = "date"
    v: Literal[1] = 1
    day: date


class ClockStopped(Kind):
    """A day made to last: the sitting stays dated `day` although midnight passes."""

    kind: Literal["clock_stopped"] = "clock_stopped"
    v: Literal[1] = 1
    day: date
