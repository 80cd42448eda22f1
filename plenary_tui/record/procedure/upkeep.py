"""The rules of the record itself: what a correction, a check or an undo means."""

from __future__ import annotations

from plenary_tui.record.correcting import holds
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Check,
    Correction,
    Delegation,
    Done,
    Kind,
    MeetingFact,
    Retraction,
    Spoken,
)

from .ruling import Refusal, Rules, Situation, is_resolved, is_time


def correct(command: Correction, situation: Situation) -> Kind | Refusal:
    """A bare correction means this station's last recent entry that holds the words."""
    if not command.old and not command.speaker:
        return Refusal("it does not say what to correct", ("s/old/new/ says it",))
    if is_resolved(command.target):
        return command
    if is_time(command.target):
        candidates = list(situation.at_time(command.target))
        where = f"no entry of {command.target}"
    else:
        candidates = list(situation.recent())
        where = "no recent entry of yours"
    for entry in candidates:
        if _fits(entry, command):
            return command.model_copy(update={"target": entry.id})
    if command.speaker:
        return Refusal(f"{where} has a speaker", ("@LABEL is NV names the entry",))
    return Refusal(
        f"{where} holds “{command.old}”",
        ("@LABEL s/old/new/ names the entry", "check the spelling of what stands there"),
    )


def _fits(entry: Entry, command: Correction) -> bool:
    what = entry.what
    if command.speaker:
        return isinstance(what, Spoken)
    return not isinstance(what, Correction) and bool(holds(what, command.old))


def check(command: Check, situation: Situation) -> Kind | Refusal:
    """A mark for the worklist means this station's last entry."""
    if command.target and is_resolved(command.target):
        return command
    last = next((one for one in situation.recent() if not isinstance(one.what, _UPKEEP)), None)
    return command.model_copy(update={"target": last.id if last else ""})


def done(command: Done, situation: Situation) -> Kind | Refusal:
    """What is done must be named, or be the last follow-up or check of this station."""
    if is_resolved(command.target):
        return command
    meeting = situation.meeting
    points = {todo.entry.id for todo in meeting.worklist.values() if not todo.done}
    for entry in situation.recent():
        if entry.id in points or entry.id in meeting.follow_ups:
            return command.model_copy(update={"target": entry.id})
    return Refusal("there is nothing open to settle", ("Done @LABEL: what was done names it",))


def retract(command: Retraction, situation: Situation) -> Kind | Refusal:
    """Undo takes back this station's last entry, redo its last undo that nothing followed."""
    if is_resolved(command.target):
        return command
    desk = situation.meeting.desk(situation.station)
    if command.act == "redo":
        if desk.redo is None:
            return Refusal("there is no undo to take back", ("type the line again",))
        return command.model_copy(update={"target": desk.redo.entry.id})
    last = desk.trail
    if last is None:
        return Refusal("there is nothing of yours to undo", ("undo @LABEL names an entry",))
    if isinstance(last.entry.what, MeetingFact | Delegation):
        return Refusal(
            "the last entry set the session up", (f"undo @{last.entry.id} takes it back",)
        )
    return command.model_copy(update={"target": last.entry.id})


_UPKEEP = (Correction, Check, Done)
"""What is said of other entries: a mark for the worklist means what was said before it."""

RULES: Rules = {Correction: correct, Check: check, Done: done, Retraction: retract}
