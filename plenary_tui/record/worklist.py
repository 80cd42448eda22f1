"""The worklist: what a rapporteur looks at again; and follow-ups, events and annexes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .entries import Entry


@dataclass(frozen=True, slots=True)
class Todo:
    """A point of the worklist. entry: what it is about. done: the entry that settled it."""

    entry: Entry
    rank: int
    what: str
    text: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What somebody owes. done: the entry that settled it."""

    entry: Entry
    rank: int
    owner: str
    text: str
    due: date | None
    done: str = ""
    result: str = ""
