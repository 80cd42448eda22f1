"""The rules of the record itself: what a correction, a check or an undo means."""

from __future__ import annotations

from plenary_tui.record.correcting import divide, holds
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Check,
    Correction,
    Delegation,
    Done,
    DraftIssued,
    DraftReceived,
    Kind,
    MeetingFact,
    Retraction,
    Settled,
    Split,
    Spoken,
)
from plenary_tui.record.meeting import Desk

from .ruling import Refusal, Rules, Situation, is_resolved, is_time


def correct(command: Correction, situation: Situation) -> Kind | Refusal:
    """A bare correction means this station's last recent entry that holds the words."""
    if command.into:
        return _join(command, situation)
    if not command.old and not command.speaker and not command.item:
        return Refusal("it does not say what to correct", ("s/old/new/ says it",))
    if command.item and command.item not in situation.meeting.agenda:
        return Refusal(
            f"item {command.item} is not on the agenda",
            (f"Agenda {command.item}: title plans it",),
            command,
        )
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


def _join(command: Correction, situation: Situation) -> Kind | Refusal:
    """What goes on with another entry is named with it: nothing is guessed."""
    if is_resolved(command.target) and is_resolved(command.into):
        if command.target == command.into:
            return Refusal("an entry cannot go on with itself", ("name the one above it",))
        return _apart(command, situation) or command
    return Refusal("it does not name both entries", ("@LABEL joins @LABEL names them",))


def _apart(command: Correction, situation: Situation) -> Refusal | None:
    """What two delegations said, or what was said behind two sorts of doors, is not one speech."""
    meeting = situation.meeting
    said, before = meeting.speeches.get(command.target), meeting.speeches.get(command.into)
    if said is None or before is None:
        return None
    who, whose = said.what.speaker, before.what.speaker
    listed = who in meeting.roster.delegations or not meeting.roster.delegations
    if who != whose and listed:
        return Refusal(
            f"{who} said the one and {whose} the other",
            (f"@{command.target} is {whose}: if it was {whose} who said it",),
        )
    if said.entry.marking != before.entry.marking:
        why = "one of them was said in camera and the other was not"
        return Refusal(why, ("leave them apart",))
    return None


def split(command: Split, situation: Situation) -> Kind | Refusal:
    """A split means this station's last entry that holds the words, and begins with none."""
    if not command.text:
        return Refusal(
            "it does not say where the second part begins",
            ("Split @LABEL: its first words says it",),
        )
    if is_resolved(command.target):
        return command
    for entry in situation.recent():
        if divide(entry.what, command) is not None:
            return command.model_copy(update={"target": entry.id})
    return Refusal(
        f"no recent entry of yours goes on with “{command.text}”",
        ("Split @LABEL: its first words names the entry",),
    )


def settle(command: Settled, situation: Situation) -> Kind | Refusal:
    """What is settled is the conflict of the named entry, else the only one that is open."""
    still_open = [one for one in situation.meeting.conflicts if not one.settled]
    if is_resolved(command.target):
        if any(command.target in one.entries for one in still_open):
            return command
        return Refusal("no conflict of that entry is open", ("say it in prose",), command)
    if len(still_open) == 1:
        return command.model_copy(update={"target": still_open[0].entries[-1]})
    why = "more than one conflict is open" if still_open else "no conflict is open"
    return Refusal(why, ("Settled @LABEL: how names one of its entries",))


def _fits(entry: Entry, command: Correction) -> bool:
    what = entry.what
    if command.item:
        return not isinstance(what, _UPKEEP)
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
    if command.of == "draft":
        return _retract_in_draft(command, desk)
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


def _retract_in_draft(command: Retraction, desk: Desk) -> Kind | Refusal:
    """What was issued or received is known outside: it is never undone by a key."""
    last = desk.drafting_redo if command.act == "redo" else desk.drafting
    if last is None:
        what = "undo" if command.act == "redo" else "edit of yours"
        return Refusal(f"there is no {what} to take back in the draft", ("edit the paragraph",))
    if isinstance(last.entry.what, DraftIssued | DraftReceived):
        return Refusal(
            "a version went out or came back since: what came before stands",
            ("edit the paragraph", f"undo @{last.entry.id} takes even that back"),
        )
    return command.model_copy(update={"target": last.entry.id})


_UPKEEP = (Correction, Check, Done)
"""What is said of other entries: a mark for the worklist means what was said before it."""

RULES: Rules = {
    Correction: correct,
    Split: split,
    Settled: settle,
    Check: check,
    Done: done,
    Retraction: retract,
}
