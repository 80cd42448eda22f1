"""What a rule is given and what it answers; how a reference finds its entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import Kind, Ref, Spoken
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.sittings import SittingRecord
from plenary_tui.record.speech import Speech
from plenary_tui.record.texts import TextRecord

RECENT = 60
"""How many of its own entries a station's bare corrections look back over."""

_CLOCK_TIME = re.compile(r"\d{1,2}:\d{2}")


@dataclass(frozen=True)
class Refusal:
    """Why a rule refuses, and the ways out; `anyway` is recorded where rules do not refuse."""

    why: str
    ways_out: tuple[str, ...] = ()
    anyway: Kind | None = None


@dataclass(frozen=True)
class Situation:
    """The Meeting as a station sees it when a line is decided. `happened` is the line's time."""

    meeting: Meeting
    station: str
    sitting_id: str
    happened: datetime

    @property
    def sitting(self) -> SittingRecord:
        """The sitting that the station records."""
        return self.meeting.sitting(self.sitting_id)

    def recent(self) -> Iterator[Entry]:
        """Return this station's recent entries, the latest first."""
        return islice(self.meeting.desk(self.station).trail or (), RECENT)

    def at_time(self, clock_time: str) -> Iterator[Entry]:
        """Yield this station's entries of a time of day, the latest first."""
        hour, minute = (int(part) for part in clock_time.split(":"))
        for entry in self.meeting.desk(self.station).trail or ():
            local = entry.happened.astimezone(self.meeting.zone)
            if (local.hour, local.minute) == (hour, minute):
                yield entry

    def text(self, ref: Ref) -> TextRecord | None:
        """Return the text that a reference names; without one, the text on the floor."""
        meeting = self.meeting
        if not ref:
            return meeting.texts.get(self.sitting.before)
        return meeting.texts.get(self._labelled(ref)) or self._text_holding(ref)

    def text_spoken_of(self, ref: Ref) -> TextRecord | None:
        """Like `text`; without a reference and with no text on the floor, the last that was."""
        return self.text(ref) or (None if ref else self.meeting.texts.get(self.sitting.last_text))

    def last_speech(self) -> Speech | None:
        """Return the last thing said that this station recorded in its sitting."""
        for entry in self.recent():
            speech = self.meeting.speeches.get(entry.id)
            if speech is not None:
                return speech
        return None

    def _labelled(self, ref: Ref) -> str:
        """Return the id of the text of that label: this station's own, else the first so called."""
        called = self.meeting.labels.get(ref, (ref,))
        own = (one for one in called if one.rpartition("-")[0] == self.station)
        return next(own, called[0])

    def _text_holding(self, entry_id: str) -> TextRecord | None:
        """Return the text that an entry is a wording, position, amendment or outcome of."""
        if "-" not in entry_id:
            return None
        for text in self.meeting.texts.values():
            if entry_id in text.entries():
                return text
        return None


Rules = dict[type[Kind], Callable[[Any, Situation], Kind | Refusal]]
"""Kinds, each with the rule that decides a command of it."""


def is_time(ref: Ref) -> bool:
    """Whether a reference is a time of day."""
    return _CLOCK_TIME.fullmatch(ref) is not None


def is_resolved(ref: Ref) -> bool:
    """Whether a reference is an entry's id."""
    return "-" in ref


def named(ref: Ref) -> str:
    """Return a reference as a sentence names it."""
    return ref or "the text"


def resolve_speaker(command: Spoken, situation: Situation) -> Spoken:
    """Fill in who presides, or who chairs the body that the capacity names."""
    if command.capacity == "chair":
        sitting = situation.sitting
        outside = situation.meeting.sitting("")
        speaker = sitting.presiding or outside.presiding or "Chair"
        person = sitting.person or (outside.person if not sitting.presiding else "")
        update = {"speaker": speaker, "person": command.person or person}
        return command.model_copy(update=update)
    code, _, _ = command.capacity.rpartition(" ")
    day = situation.happened.astimezone(situation.meeting.zone).date()
    body = situation.meeting.roster.body_on(code, day)
    if body is not None and body.chair:
        return command.model_copy(update={"speaker": body.chair})
    return command.model_copy(update={"speaker": code or command.capacity})
