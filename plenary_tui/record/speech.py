"""What was said: interventions, statements, presentations, papers, and the rapporteur's prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .floor import Floor
from .kinds import (
    Alignment,
    Continuation,
    Handlers,
    Intervention,
    Paper,
    PointOfOrder,
    Presentation,
    Remark,
    Reply,
    Spoken,
    Stance,
    Statement,
)
from .worklist import add_todo

if TYPE_CHECKING:
    from .entries import Entry
    from .meeting import Meeting

UNKNOWN_SPEAKER = "???"

_QUOTED = re.compile('"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«\\s*([^»]+?)\\s*»')


class StanceTaken(NamedTuple):
    """A delegation's stance, and the entry that says so."""

    who: str
    stance: str
    entry: str


class Speech(NamedTuple):
    """Something said. text: with what continued it. on: the text that was on the floor."""

    entry: Entry
    rank: int
    text: str
    on: str = ""
    aligned: tuple[str, ...] = ()
    stances: tuple[StanceTaken, ...] = ()

    @property
    def what(self) -> Spoken:
        """The kind of speech and who speaks."""
        assert isinstance(self.entry.what, Spoken)
        return self.entry.what

    @property
    def verbatim(self) -> tuple[str, ...]:
        """The passages in quotation marks: words that somebody stands for."""
        found = _QUOTED.findall(self.text) if not self.text.isalnum() else []
        return tuple(next(part for part in match if part) for match in found)


class RemarkRecord(NamedTuple):
    """Prose of the rapporteur, or a chat line of `author`."""

    entry: Entry
    rank: int
    author: str
    text: str


def say(meeting: Meeting, entry: Entry, what: Spoken) -> None:
    """Somebody speaks and has the floor."""
    sitting, speaker = entry.sitting, what.speaker
    room = meeting.sitting(sitting)
    meeting.speeches = meeting.speeches.set(
        entry.id, Speech(entry, meeting.count, what.text, room.before)
    )
    floor = meeting.floor(sitting)
    if floor.speaker != speaker:
        waiting = floor.waiting
        if speaker in waiting:
            waiting = tuple(code for code in waiting if code != speaker)
        meeting.floors = meeting.floors.set(
            sitting,
            Floor(
                speaker, entry.happened, waiting, floor.closed, floor.limit, speaker,
                floor.order_point,
            ),
        )  # fmt: skip
    if speaker == UNKNOWN_SPEAKER:
        add_todo(meeting, entry, "unknown speaker", what.text)
    else:
        _check_speaker(meeting, entry, speaker, room.present)


def _check_speaker(meeting: Meeting, entry: Entry, speaker: str, present: tuple[str, ...]) -> None:
    roster = meeting.roster
    if not speaker or not roster.delegations:
        return
    if speaker not in roster.delegations:
        if speaker not in roster.bodies and speaker != "Chair" and speaker not in present:
            add_todo(meeting, entry, "unlisted speaker", speaker, once=True)
    elif present and speaker not in present:
        meeting.flag(entry, f"{speaker} is not marked present")


def align(meeting: Meeting, entry: Entry, what: Alignment) -> None:
    """Delegations join what was said."""
    speech = meeting.speeches.get(what.target)
    if speech is None:
        meeting.flag(entry, "there is no intervention to align with")
        return
    joined = tuple(code for code in what.who if code not in speech.aligned)
    meeting.speeches = meeting.speeches.set(
        what.target, speech._replace(aligned=speech.aligned + joined)
    )


def remark(meeting: Meeting, entry: Entry, what: Remark) -> None:
    """Prose, or chat."""
    record = RemarkRecord(entry, meeting.count, what.author, what.text)
    meeting.remarks = meeting.remarks.set(entry.id, record)


def go_on(meeting: Meeting, entry: Entry, what: Continuation) -> None:
    """More of an entry: it grows by these words, on a line of their own where they have one."""
    speech = meeting.speeches.get(what.target)
    if speech is not None:
        grown = speech._replace(text=join_words(speech.text, what.text))
        meeting.speeches = meeting.speeches.set(what.target, grown)
        return
    noted = meeting.remarks.get(what.target)
    if noted is not None:
        longer = noted._replace(text=join_words(noted.text, what.text))
        meeting.remarks = meeting.remarks.set(what.target, longer)
        return
    if not meeting.extend_text(what.target, entry.id, what.text):
        orphan = RemarkRecord(entry, meeting.count, "", what.text)
        meeting.remarks = meeting.remarks.set(entry.id, orphan)
        if what.target:
            meeting.flag(entry, "what it continues takes no words")


def join_words(text: str, more: str) -> str:
    """Return the two as one text."""
    return f"{text} {more}" if text and more else text or more


def stand(meeting: Meeting, entry: Entry, what: Stance) -> None:
    """Delegations take a stance on a text or on an intervention; a later one replaces theirs."""
    speech = meeting.speeches.get(what.target)
    taken = tuple(StanceTaken(code, what.stance, entry.id) for code in what.who)
    if speech is not None:
        kept = tuple(old for old in speech.stances if old.who not in what.who)
        meeting.speeches = meeting.speeches.set(what.target, speech._replace(stances=kept + taken))
    elif not meeting.add_stances(what.target, taken):
        meeting.flag(entry, "there is nothing to take a stance on")


HANDLERS: Handlers = {
    Intervention: say,
    Statement: say,
    Presentation: say,
    Paper: say,
    PointOfOrder: say,
    Reply: say,
    Alignment: align,
    Remark: remark,
    Continuation: go_on,
    Stance: stand,
}
