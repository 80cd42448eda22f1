"""The texts before the meeting: their wordings, and who stands where on them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from .speech import StanceTaken, join_words

if TYPE_CHECKING:
    from .entries import Entry

TextForm = Literal[
    "decision", "administrative_decision", "recommendation", "chairs_notice", "chairs_statement"
]
TextState = Literal[
    "proposed", "adopted", "adopted_ad_ref", "disputed", "noted", "deferred", "referred",
    "silence", "refused", "withdrawn", "issued",
]  # fmt: skip
"""`lapsed` and `expired` are read off the calendar, never folded: see `standing`."""

ADOPTED: tuple[str, ...] = ("adopted", "adopted_ad_ref")
PENDING: tuple[str, ...] = ("proposed", "silence")
UNDECIDED: tuple[str, ...] = (*PENDING, "deferred", "referred", "adopted_ad_ref")
"""States from which a text may still be decided, so that an objection comes in time."""


class Wording(NamedTuple):
    """A wording that a text had, the entry that gave it, and who did."""

    text: str
    entry: str
    by: str


class Position(NamedTuple):
    """What a delegation holds against a text, or beside it. late: voiced after the gavel."""

    form: str
    who: str
    text: str
    entry: str
    blocks: bool = False
    late: bool = False
    withdrawn: str = ""


class AmendmentRecord(NamedTuple):
    """A change asked for."""

    who: str
    text: str
    entry: str
    state: Literal["asked", "accepted", "withdrawn"] = "asked"


class Gavel(NamedTuple):
    """An outcome that a text had: its state, the Chair's word, when, and the entry."""

    state: str
    verb: str
    at: datetime
    entry: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A text and its life. `number` is stored at adoption; `disputed_number` where another
    text has it. `until` is the expiry of its written procedure."""

    entry: Entry
    rank: int
    form: TextForm = "decision"
    label: str = ""
    by: str = ""
    state: TextState = "proposed"
    wordings: tuple[Wording, ...] = ()
    stances: tuple[StanceTaken, ...] = ()
    positions: tuple[Position, ...] = ()
    amendments: tuple[AmendmentRecord, ...] = ()
    gavels: tuple[Gavel, ...] = ()
    number: str = ""
    disputed_number: bool = False
    until: datetime | None = None
    silence_broken: str = ""
    carried: str = ""

    @property
    def id(self) -> str:
        """The id of the entry that put it before the meeting, or that decided it unannounced."""
        return self.entry.id

    @property
    def text(self) -> str:
        """Its wording as it stands."""
        return self.wordings[-1].text if self.wordings else ""

    @property
    def objections(self) -> tuple[Position, ...]:
        """The objections that stand and block: a Participant's, in time, not withdrawn."""
        return tuple(
            held for held in self.positions
            if held.form == "objection" and held.blocks and not held.late and not held.withdrawn
        )  # fmt: skip

    @property
    def amended(self) -> bool:
        """Whether it reads "as amended"."""
        return any(asked.state == "accepted" for asked in self.amendments)

    @property
    def verb(self) -> str:
        """The Chair's own word at the last gavel."""
        return self.gavels[-1].verb if self.gavels else ""

    @property
    def decided_at(self) -> datetime | None:
        """When its outcome came."""
        return self.gavels[-1].at if self.gavels else None

    def entries(self) -> tuple[str, ...]:
        """The ids of the entries that made it what it is, apart from stances."""
        return (
            self.id,
            *(wording.entry for wording in self.wordings),
            *(held.entry for held in self.positions),
            *(asked.entry for asked in self.amendments),
            *(gavel.entry for gavel in self.gavels),
        )

    def worded(self, text: str, entry: str, by: str = "") -> TextRecord:
        """Return it with a new wording, the earlier ones kept."""
        if not text or text == self.text:
            return self
        return replace(self, wordings=(*self.wordings, Wording(text, entry, by)))

    def extended(self, more: str) -> TextRecord:
        """Return it with its wording grown by a continuation."""
        if not self.wordings:
            return self
        last = self.wordings[-1]
        grown = last._replace(text=join_words(last.text, more))
        return replace(self, wordings=(*self.wordings[:-1], grown))


def standing(text: TextRecord, *, ended: bool, now: datetime | None) -> str:
    """Return the state that a text reads as at `now`.

    Text that was not agreed lapses with the meeting unless it was carried over. A written
    procedure past its expiry with no result recorded is `expired`; `now` None asks no clock.
    """
    if text.state == "silence" and text.until is not None and now is not None:
        return "expired" if now > text.until else "silence"
    if text.state == "proposed" and ended and not text.carried:
        return "lapsed"
    return text.state
