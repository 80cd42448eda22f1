"""What the room shows, as plain values: the widgets know these and not the record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Literal, NamedTuple

Tone = Literal["said", "happening", "outcome", "sealed", "gone", "unread", "change"]
"""How an entry is set in the list: speech, what happened, an outcome, words under seal, taken
back, kept without effect, said of another entry. Each tone is also said in words."""

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
    """An item of the agenda. current: the station's sitting is on it.

    minutes: allotted, 0 for none. used: seconds taken before `since`, from when its time runs.
    """

    number: str
    title: str
    state: str
    current: bool = False
    body: str = ""
    minutes: int = 0
    used: float = 0.0
    since: datetime | None = None


@dataclass(frozen=True, eq=False, repr=False)
class FloorView:
    """The floor of the sitting. waiting: codes and names in order. status: class of speaker.

    began: when the turn began. since: from when its time runs, None while it does not; used:
    seconds spoken before that. limit: seconds that this speaker has, 0 for none; for_all: what
    others have; limits: those of their own, by class, delegation or `replies`. reply: which right
    of reply it is, 0 for none; replies: how many a delegation has had on this item. interrupted:
    who goes on after the ruling.
    """

    speaker: str = ""
    code: str = ""
    status: str = ""
    began: datetime | None = None
    since: datetime | None = None
    used: float = 0.0
    waiting: tuple[tuple[str, str], ...] = ()
    last_called: str = ""
    closed: bool = False
    limit: int = 0
    for_all: int = 0
    limits: tuple[tuple[str, int], ...] = ()
    reply: int = 0
    replies: tuple[tuple[str, int], ...] = ()
    point_of_order: bool = False
    interrupted: str = ""


class Held(NamedTuple):
    """What somebody holds against a text or beside it: `objection`, who, why.

    blocks: it stands in the way of adoption; gone: it was withdrawn.
    """

    form: str
    who: str
    words: str
    blocks: bool = False
    gone: bool = False


class Worded(NamedTuple):
    """A wording that a text had, and who gave it; empty for the Chair."""

    words: str
    by: str = ""


@dataclass(frozen=True, eq=False, repr=False)
class TextView:
    """A text that is open. by: who put it; wordings: in order, the last one stands.

    amendments: who asks for which change, while it is asked for. brackets: what stands in them,
    and whose they are.
    """

    label: str
    wordings: tuple[Worded, ...]
    by: str = ""
    form: str = "proposal"
    before_us: bool = True
    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    flexible: tuple[str, ...] = ()
    positions: tuple[Held, ...] = ()
    amendments: tuple[Held, ...] = ()
    brackets: tuple[Held, ...] = ()

    @property
    def words(self) -> str:
        """The wording that stands."""
        return self.wordings[-1].words if self.wordings else ""

    @property
    def revision(self) -> int:
        """How often it was reworded."""
        return max(0, len(self.wordings) - 1)

    @property
    def against(self) -> tuple[str, ...]:
        """Whose objections stand in the way."""
        return tuple(dict.fromkeys(one.who for one in self.positions if one.blocks))


class Counted(NamedTuple):
    """How many delegations of a class are marked present, of how many listed."""

    status: str
    present: int
    listed: int


@dataclass(frozen=True, eq=False, repr=False)
class RoomView:
    """The room as one station sees it. sitting_state: empty where no sitting is known.

    brackets: those open in texts of the room, where those on paragraphs of the draft do not count.
    worklist: what is open of the meeting; to_fill_in: of the session as it was made. other_texts:
    how many texts are open beside the one before the meeting. present: codes; presence: by class.
    handed_in: the statement of who has the floor that is not delivered, by its entry.
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
    other_texts: int = 0
    present: tuple[str, ...] = ()
    presence: tuple[Counted, ...] = ()
    brackets: int = 0
    worklist: int = 0
    to_fill_in: int = 0
    entries: int = 0
    can_undo: bool = False
    can_redo: bool = False
    open_sittings: int = 0
    handed_in: str = ""

    @property
    def is_known(self) -> bool:
        """Whether the record was read: before that nothing is known but the title."""
        return self.entries > 0

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
