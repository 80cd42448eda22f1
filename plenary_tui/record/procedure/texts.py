"""The rules of decision, under one consensus rule: no text stands against an objection.

Source: Rules of Procedure of the Kimberley Process; silence, a reservation, an explanation, an
interpretative statement and a dissociation do not block.
"""

from __future__ import annotations

import re

from plenary_tui.record.kinds import (
    AGENDA,
    Amendment,
    AmendmentAccepted,
    CarriedOver,
    Kind,
    Numbering,
    Outcome,
    Position,
    Proposal,
    Revision,
    Silence,
    Stance,
    Withdrawal,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import ADOPTED, PENDING, UNDECIDED, TextRecord

from .ruling import Refusal, Rules, Situation, named

NO_TEXT = (
    "no text is before the meeting",
    ("name it, as P3", "Proposal: text puts one before it", "give the words after the colon"),
)
"""Why words about a text are refused where there is none, and the ways out."""
OBJECTION_STANDS = (
    "Proposal {ref} rev: text", "Bracket {ref} {who}: words", "Deferred {ref}: to what",
    "Noted {ref}:", "Gavelled {ref}: records that the Chair gavelled all the same",
    "Referred {ref}: body", "Suspended: for consultations", "No consensus {ref}:",
    "Silence {ref}: until …", "Chair's statement: text",
)  # fmt: skip
"""The ways out of an objection, as lines, behind those that withdraw it."""


def propose(command: Proposal, situation: Situation) -> Kind | Refusal:
    """A text gets the next free label that this station knows."""
    return command.model_copy(update={"label": next_label(situation.meeting)})


def revise(command: Revision, situation: Situation) -> Kind | Refusal:
    """A text that was decided is not revised: a new one is proposed."""
    text = situation.text_spoken_of(command.target)
    if text is None:
        return Refusal(*NO_TEXT)
    resolved = command.model_copy(update={"target": text.id})
    if text.state in ADOPTED:
        return Refusal(
            f"{_called(text)} is {text.state.replace('_', ' ')} already",
            ("Proposal: text puts a new one before the meeting",),
            resolved,
        )
    return resolved


def about_text(command: Kind, situation: Situation) -> Kind | Refusal:
    """Words about a text need one: that on the floor, the last that was, or the one named."""
    text = situation.text_spoken_of(command.target)  # type: ignore[attr-defined]
    if text is None:
        return Refusal(*NO_TEXT)
    return command.model_copy(update={"target": text.id})


def carry_over(command: CarriedOver, situation: Situation) -> Kind | Refusal:
    """What is carried over is the follow-up named, else a text."""
    return (
        command
        if command.target in situation.meeting.follow_ups
        else about_text(command, situation)
    )


def take_position(command: Position, situation: Situation) -> Kind | Refusal:
    """A position is about the text on the floor, the last that was, or none in particular."""
    text = situation.text_spoken_of(command.target)
    return command.model_copy(update={"target": text.id if text else ""})


def stand(command: Stance, situation: Situation) -> Kind | Refusal:
    """A stance is on the text on the floor, or on the last intervention where there is none."""
    meeting = situation.meeting
    if command.target in meeting.speeches:
        return command
    text = situation.text(command.target)
    if text is not None:
        return command.model_copy(update={"target": text.id})
    speech = None if command.target else situation.last_speech()
    if speech is None:
        return Refusal("there is nothing to take a stance on", NO_TEXT[1], None)
    return command.model_copy(update={"target": speech.entry.id})


def accept_amendment(command: AmendmentAccepted, situation: Situation) -> Kind | Refusal:
    """The last amendment asked for is the one accepted."""
    found = _amendment(command.target, (), situation)
    if found is None:
        return Refusal("no amendment is open", ("Amendment NV: text asks for one",))
    return command.model_copy(update={"target": found})


def withdraw(command: Withdrawal, situation: Situation) -> Kind | Refusal:
    """What is withdrawn must stand, and be of who withdraws it."""
    if command.of == "amendment":
        found = _amendment(command.target, command.who, situation)
        if found is None:
            return Refusal("no such amendment is open", ("Amendment NV: text asks for one",))
        return command.model_copy(update={"target": found})
    if command.of == "objection":
        return _withdraw_objection(command, situation)
    text = situation.text(command.target)
    if text is None:
        return Refusal(*NO_TEXT)
    resolved = command.model_copy(update={"target": text.id})
    if text.state not in PENDING:
        return Refusal(f"{_called(text)} is {text.state} already", ("say it in prose",), resolved)
    return resolved


def _withdraw_objection(command: Withdrawal, situation: Situation) -> Kind | Refusal:
    text = situation.text_spoken_of(command.target)
    texts = [text] if text else sorted(situation.meeting.texts.values(), key=_rank, reverse=True)
    for one in texts:
        for held in reversed(one.positions):
            named_one = command.target == held.entry or not command.who or held.who in command.who
            if held.form == "objection" and not held.withdrawn and named_one:
                return command.model_copy(update={"target": held.entry})
    who = ", ".join(command.who) or "anybody"
    return Refusal(f"no objection of {who} stands", ("Objection NV: reason records one",))


def decide_text(command: Outcome, situation: Situation) -> Kind | Refusal:
    """The gavel. "Adopted" is not available while a Participant's objection stands."""
    meeting = situation.meeting
    if command.target == AGENDA:
        return command
    text = situation.text(command.target)
    if text is None:
        return command if command.text else Refusal(*NO_TEXT, command)
    resolved = _complete(command, text, situation)
    if command.state in ADOPTED and text.objections:
        who = list(dict.fromkeys(held.who for held in text.objections))
        ref = text.label or named("")
        about = "" if text.id == situation.sitting.before else f"{ref} "
        return Refusal(
            f"an objection of {', '.join(who)} stands",
            (
                *(f"Objection withdrawn {about}{one}" for one in who),
                *(way.format(who=who[0], ref=ref) for way in OBJECTION_STANDS),
            ),
            resolved,
        )
    if text.state not in UNDECIDED:
        at = text.decided_at.astimezone(meeting.zone).strftime("%H:%M") if text.decided_at else ""
        return Refusal(
            f"{_called(text)} was {text.state.replace('_', ' ')} at {at}",
            ("Proposal: text puts a new text before the meeting", "undo takes the outcome back"),
            resolved,
        )
    return resolved


def _complete(command: Outcome, text: TextRecord, situation: Situation) -> Outcome:
    update: dict[str, str] = {"target": text.id}
    meeting = situation.meeting
    sealed = text.entry.marking == "in_camera" or text.id in meeting.covered
    if command.state in ADOPTED and sealed and not command.text:
        update["text"] = text.text
    if command.state == "adopted" and not command.number and not text.number:
        update["number"] = number_for(text, situation)
    return command.model_copy(update=update)


def number_for(text: TextRecord, situation: Situation) -> str:
    """Return the next free number for an administrative decision; empty for any other text."""
    if text.form != "administrative_decision":
        return ""
    meeting = situation.meeting
    pattern = meeting.facts.get("numbers") or "Administrative Decision {n}"
    year = (meeting.first_day or situation.happened).year
    name = meeting.facts.get("name") or meeting.facts.get("kind", "").capitalize()
    pattern = pattern.replace("{year}", str(year)).replace("{meeting}", name)
    if "{n}" not in pattern:
        pattern += " {n}"
    head, _, tail = pattern.partition("{n}")
    shape = re.compile(re.escape(head) + r"(\d+)" + re.escape(tail))
    taken = [*meeting.numbers, *meeting.annulled]
    used = [int(match[1]) for number in taken if (match := shape.fullmatch(number))]
    return f"{head}{max(used, default=0) + 1}{tail}"


def hold_silence(command: Silence, situation: Situation) -> Kind | Refusal:
    """A written procedure opens with an expiry to come, and ends in one result."""
    text = situation.text(command.target) or (
        _silent(situation.meeting) if not command.target and command.act != "opened" else None
    )
    if text is None:
        if command.act == "opened" and command.text and not command.target:
            return command
        if command.act == "announced" and command.text:
            return command
        return Refusal("no written procedure is open", ("Silence P3: until DATE TIME opens one",))
    resolved = command.model_copy(update={"target": text.id})
    if command.act == "opened":
        if command.until is None:
            return Refusal("the written procedure needs its expiry", ("Silence: until DATE TIME",))
        if command.until <= situation.happened:
            return Refusal("the expiry is past", ("Silence: until a time to come",), resolved)
        return resolved
    if command.act == "announced":
        return resolved
    if text.state != "silence":
        return Refusal(
            f"no written procedure is open on {_called(text)}",
            ("Silence P3: until DATE TIME opens one",),
            resolved,
        )
    if command.act == "passed":
        resolved = _passed(resolved, text, situation)
        if text.until is not None and situation.happened < text.until:
            local = text.until.astimezone(situation.meeting.zone)
            return Refusal(
                f"the written procedure runs until {local:%Y-%m-%d %H:%M}",
                ("Silence extended: until … changes that", "wait for the expiry"),
                resolved,
            )
    return resolved


def _passed(command: Silence, text: TextRecord, situation: Situation) -> Silence:
    if command.number or text.number:
        return command
    return command.model_copy(update={"number": number_for(text, situation)})


def next_label(meeting: Meeting) -> str:
    """Return the next free label of a text, as P4."""
    taken = (int(label[1:]) for label in meeting.labels if label[1:].isdigit())
    retracted = (
        int(entry.what.label[1:]) for entry in meeting.history
        if isinstance(entry.what, Proposal) and entry.what.label[1:].isdigit()
    )  # fmt: skip
    return f"P{max((*taken, *retracted), default=0) + 1}"


def _rank(one: TextRecord) -> int:
    return one.rank


def _amendment(target: str, who: tuple[str, ...], situation: Situation) -> str | None:
    text = situation.text_spoken_of(target)
    if text is None:
        return None
    for asked in reversed(text.amendments):
        if asked.state == "asked" and (not who or asked.who in who):
            return asked.entry
    return None


def _silent(meeting: Meeting) -> TextRecord | None:
    silent = [text for text in meeting.texts.values() if text.state == "silence"]
    return silent[0] if len(silent) == 1 else None


def _called(text: TextRecord) -> str:
    return text.label or "the text"


RULES: Rules = {
    Proposal: propose,
    Revision: revise,
    Amendment: about_text,
    Numbering: about_text,
    CarriedOver: carry_over,
    Position: take_position,
    Stance: stand,
    AmendmentAccepted: accept_amendment,
    Withdrawal: withdraw,
    Outcome: decide_text,
    Silence: hold_silence,
}
