"""What the room shows, as plain values: the widgets know these and not the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Literal, NamedTuple

Tone = Literal["said", "happening", "outcome", "sealed", "gone", "unread"]
"""How an entry is set in the list: speech, what happened, an outcome, words under seal, taken
back, kept without effect. Each tone is also said in words."""

Marking = Literal["open", "restricted", "in_camera"]


class Row(NamedTuple):
    """An entry in the list. head: the day, where it begins with this entry. note: in brackets."""

    id: str
    time: str
    who: str
    text: str
    note: str = ""
    tone: Tone = "said"
    head: str = ""


class Rows(NamedTuple):
    """A change of the list: `whole` puts `added` in place of everything, else they follow.

    changed: rows that read differently now, by their place.
    """

    added: tuple[Row, ...] = ()
    changed: tuple[tuple[int, Row], ...] = ()
    whole: bool = False


class Name(NamedTuple):
    """Somebody who may speak. code: what is typed before the colon; status: class of speaker.

    spelled: the ways to write it, folded for comparing, the code first. chair: an office, and no
    delegation.
    """

    code: str
    name: str
    status: str
    spelled: tuple[str, ...]
    chair: bool = False


class AgendaLine(NamedTuple):
    """An item of the agenda. current: the station's sitting is on it."""

    number: str
    title: str
    state: str
    current: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class FloorView:
    """The floor of the sitting. waiting: names in order. limit: seconds, 0 for none."""

    speaker: str = ""
    code: str = ""
    since: datetime | None = None
    waiting: tuple[tuple[str, str], ...] = ()
    closed: bool = False
    limit: int = 0
    point_of_order: bool = False


@dataclass(frozen=True, eq=False, repr=False)
class TextView:
    """The text on the floor. against: who objects so that it blocks; beside: what else is held."""

    label: str
    words: str
    supports: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class RoomView:
    """The room as one station sees it. sitting_state: empty where no sitting is known.

    worklist: what is open of the meeting; to_fill_in: of the session as it was made.
    """

    title: str = ""
    zone: tzinfo = UTC
    day: str = ""
    sitting: str = ""
    sitting_state: str = ""
    presiding: str = ""
    item: str = ""
    marking: Marking = "open"
    agenda: tuple[AgendaLine, ...] = ()
    floor: FloorView = FloorView()
    text: TextView | None = None
    brackets: int = 0
    worklist: int = 0
    to_fill_in: int = 0
    entries: int = 0
    can_undo: bool = False
    can_redo: bool = False
    open_sittings: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the station's sitting is open and not suspended."""
        return self.sitting_state == "open"


class Choice(NamedTuple):
    """A line that is offered; an empty one is only said.

    whole: nothing has to be added. does: what taking it does in place of putting it into the
    capture line: `record` it at once, or the id of an action.
    """

    line: str
    says: str = ""
    whole: bool = False
    does: str = ""
