"""A plan as it stands in a TOML file; the shipped templates explain every key."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from plenary_tui.record.kinds.base import Line
from plenary_tui.record.setup import interval

_CHAIR = re.compile(r"(?P<who>[^()]+?)\s*(?:\((?P<person>[^()]+)\))?")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Name = Annotated[Line, Field(min_length=1)]


class CodedRow(_Strict):
    """What a session knows by a code."""

    code: Name


class DelegationRow(CodedRow):
    """A delegation: `names` are the everyday one, the formal one, then aliases."""

    names: list[Name] = Field(min_length=1)
    status: Line = ""
    since: date | None = None
    until: date | None = None


class BodyRow(CodedRow):
    """A working body and its officers, by the codes of their delegations."""

    name: Line = ""
    chair: Line = ""
    vice_chair: Line = ""
    since: date | None = None
    until: date | None = None


class DelegateRow(_Strict):
    """A person of a delegation."""

    delegation: Name
    person: Name
    role: Line = ""


class AgendaRow(_Strict):
    """An item; its number is text, since 4.10 is not 4.1. `body` may join bodies with "+"."""

    number: Name
    title: Name
    body: Line = ""


class Plan(_Strict):
    """A meeting as planned; what is not stated stays empty.

    draft: the plan that its communiqué follows, by the name of one that ships.
    """

    title: Line = ""
    kind: Line = ""
    name: Line = ""
    dates: Line = ""
    place: Line = ""
    zone: Line = ""
    numbers: Line = ""
    chair: Line = ""
    roster: Line = ""
    draft: Line = ""
    source: list[Name] = []
    delegation: list[DelegationRow] = []
    body: list[BodyRow] = []
    delegate: list[DelegateRow] = []
    agenda: list[AgendaRow] = []

    @property
    def first_day(self) -> date | None:
        """The first day, where dates are stated."""
        return interval(self.dates)[0]

    @property
    def presiding(self) -> tuple[str, str]:
        """The code and the person of `chair`, which reads `EU (Hilde Hardeman)`."""
        found = _CHAIR.fullmatch(self.chair)
        return (found["who"], found["person"] or "") if found else (self.chair, "")
