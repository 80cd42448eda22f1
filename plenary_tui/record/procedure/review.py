"""The rules of the review: no stage is skipped, and every correction gets an answer."""

from __future__ import annotations

from plenary_tui.record import reviewing
from plenary_tui.record.kinds import CorrectionAnswered, CorrectionAsked, Kind, Review
from plenary_tui.record.reviewing import Obstacle

from .ruling import Refusal, Rules, Situation


def review(command: Review, situation: Situation) -> Kind | Refusal:
    """A version passes from stage to stage; without a target the last one is meant.

    Who presides signs it off where nobody is named.
    """
    meeting = situation.meeting
    if not command.target and (last := reviewing.last_version(meeting.drafts)):
        command = command.model_copy(update={"target": last.id})
    if command.act == "signed_off" and not command.person:
        presides = situation.sitting.person or meeting.sitting("").person
        command = command.model_copy(update={"person": presides})
    barred = reviewing.review_obstacle(meeting.drafts, command, situation.happened, meeting.zone)
    return _unless(barred, command)


def ask(command: CorrectionAsked, situation: Situation) -> Kind | Refusal:
    """A correction of a paragraph without a target is one of the last version."""
    drafts = situation.meeting.drafts
    last = reviewing.last_version(drafts)
    if command.paragraph is not None and not command.target and last is not None:
        command = command.model_copy(update={"target": last.id})
    return _unless(reviewing.asking_obstacle(drafts, command), command)


def answer(command: CorrectionAnswered, situation: Situation) -> Kind | Refusal:
    """An answer without a target is one to the only correction that is open."""
    drafts = situation.meeting.drafts
    if not command.target:
        waiting = reviewing.open_corrections(drafts)
        if len(waiting) != 1:
            why = f"{len(waiting)} corrections are open" if waiting else "no correction is open"
            return Refusal(why, ("name the correction by its number",), command)
        command = command.model_copy(update={"target": waiting[0]})
    barred = reviewing.answering_obstacle(drafts, command.target, command.verdict, command.text)
    return _unless(barred, command)


def _unless(barred: Obstacle | None, command: Kind) -> Kind | Refusal:
    return Refusal(barred.why, barred.ways_out, command) if barred else command


RULES: Rules = {Review: review, CorrectionAsked: ask, CorrectionAnswered: answer}
