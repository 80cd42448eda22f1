"""What is counted of the floor: turns that are over, with their time, and everything said.

From an open record: what was said in camera is not in it, and its time is counted for nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from plenary_tui.record.kinds import Marking
from plenary_tui.record.speech import UNKNOWN_SPEAKER

from ..chronicle import Chronicle
from ..summary.gathering import plain_name

PRESIDING = "Presiding"
"""The class of whoever presides: presiding is not taking part."""
BODY, NOT_LISTED, NOT_KNOWN = "Working body", "Not listed", "Not identified"


class Who(NamedTuple):
    """Who spoke. kind: the class that the session gave them on that day, or one of ours."""

    code: str
    name: str
    kind: str

    @property
    def key(self) -> str:
        """What they are told from others by: a delegation that presides is another one."""
        return f"{self.code} {PRESIDING}" if self.kind == PRESIDING else self.code


@dataclass(frozen=True, slots=True)
class Counted:
    """Something said (`said`), or a turn at the floor that is over.

    entry: the one it is, or began with. day: of its sitting where the clock was stopped. at: None
    where only the day is known. bodies: those that the sitting was of. seconds: of a turn; None
    where its time is not known.
    """

    entry: str
    who: Who
    day: date
    at: datetime | None
    item: str
    bodies: tuple[str, ...]
    said: bool
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of it is looked at; None leaves a limit out. An item takes in those below it."""

    item: str | None = None
    day: date | None = None
    body: str | None = None

    def takes(self, item: str, day: date, bodies: Iterable[str]) -> bool:
        """Whether something lies within it."""
        within = self.item is None or item == self.item or item.startswith(f"{self.item}.")
        return (
            within
            and (self.day is None or day == self.day)
            and (self.body is None or self.body in bodies)
        )


ALL = Chosen()


def counted(chronicle: Chronicle) -> tuple[Counted, ...]:
    """Return everything that is counted, in the order of the record."""
    context = Context(chronicle)
    found = [*_said(context), *_turns(context)]
    found.sort(key=lambda one: chronicle.places.get(one.entry, 0))
    return tuple(found)


class Context:
    """Where and by whom the entries of a record are: each question is answered once."""

    def __init__(self, chronicle: Chronicle) -> None:
        self.chronicle = chronicle
        self.meeting = chronicle.meeting
        self._zone = chronicle.meeting.zone
        self._known: dict[tuple[str, date], Who] = {}

    def when(self, sitting: str, moment: datetime) -> tuple[date, datetime | None]:
        """Return the day that a moment of a sitting counts to, and the moment in the session's
        zone; None where only its day is known."""
        local = moment.astimezone(self._zone)
        known = local if local.time() != time() else None  # as `Wording.time_of` has it
        return self.meeting.sitting(sitting).day or local.date(), known

    def bodies(self, sitting: str) -> tuple[str, ...]:
        """Return the bodies that a sitting was of."""
        return self.meeting.sitting(sitting).bodies

    def who(self, code: str, on: date, *, presides: bool = False) -> Who:
        """Return who a speaker is on a day."""
        if presides or code in ("", "Chair"):
            name = self.who(code, on).name if code not in ("", "Chair") else "Chair"
            return Who(code, name, PRESIDING)
        known = self._known.get((code, on))
        if known is None:
            known = self._known[code, on] = self._who(code, on)
        return known

    def _who(self, code: str, on: date) -> Who:
        roster = self.meeting.roster
        if code == UNKNOWN_SPEAKER:
            return Who(code, "Not identified", NOT_KNOWN)
        kind = roster.status(code, on) or (BODY if code in roster.bodies else NOT_LISTED)
        return Who(code, plain_name(self.chronicle, code, on), kind)


def _said(context: Context) -> Iterator[Counted]:
    for speech in context.meeting.speeches.values():
        entry, what = speech.entry, speech.what
        day, at = context.when(entry.sitting, entry.happened)
        who = context.who(what.speaker, day, presides=what.capacity == "chair")
        bodies = context.bodies(entry.sitting)
        yield Counted(entry.id, who, day, at, entry.item, bodies, said=True)


def _turns(context: Context) -> Iterator[Counted]:
    closings = _closings(context.chronicle)
    speeches = context.meeting.speeches
    for entry_id, turn in context.meeting.speaking.items():
        day, at = context.when(turn.sitting, turn.began)
        speech = speeches.get(entry_id)
        presides = speech is not None and speech.what.capacity == "chair"
        lasted = _open_part(turn.began, turn.seconds, closings.get(turn.sitting, ()))
        yield Counted(
            entry_id, context.who(turn.speaker, day, presides=presides), day, at, turn.item,
            context.bodies(turn.sitting), said=False,
            seconds=None if at is None else round(lasted),
        )  # fmt: skip


def _closings(chronicle: Chronicle) -> dict[str, list[datetime]]:
    """Return from when on sittings went in camera."""
    found: dict[str, list[datetime]] = {}
    for entry in chronicle.of(Marking):
        what = entry.what
        if isinstance(what, Marking) and what.level == "in_camera":
            found.setdefault(entry.sitting, []).append(what.since or entry.happened)
    return found


def _open_part(began: datetime, seconds: float, closings: Iterable[datetime]) -> float:
    """Return how much of a turn lies before its sitting went in camera.

    Who spoke there is not told, so that nothing says when the turn ended.
    """
    after = [(closed - began).total_seconds() for closed in closings if closed >= began]
    return min(seconds, *after) if after else seconds
