"""How what is said is kept."""

from __future__ import annotations

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Alignment,
    Continuation,
    Handlers,
    Intervention,
    Paper,
    PreparedStatement,
    Presentation,
    Remark,
    Spoken,
    Stance,
    Statement,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.speech import (
    UNKNOWN_SPEAKER,
    PreparedRecord,
    RemarkRecord,
    Speech,
    StanceTaken,
    join_words,
)

from .turns import give_floor
from .worklist import add_todo


def say(meeting: Meeting, entry: Entry, what: Spoken) -> None:
    """Somebody speaks and has the floor."""
    sitting, speaker = entry.sitting, what.speaker
    room = meeting.sitting(sitting)
    meeting.speeches = meeting.speeches.set(
        entry.id, Speech(entry, meeting.count, what.text, room.before)
    )
    floor = meeting.floor(sitting)
    if floor.speaker != speaker or floor.presides != (what.capacity == "chair"):
        give_floor(meeting, entry, speaker)
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


def intervene(meeting: Meeting, entry: Entry, what: Intervention) -> None:
    """Somebody speaks, perhaps a statement that they had handed in."""
    say(meeting, entry, what)
    handed_in = meeting.prepared.get(what.prepared) if what.prepared else None
    if handed_in is not None:
        delivered = handed_in._replace(delivered=entry.id)
        meeting.prepared = meeting.prepared.set(what.prepared, delivered)


def hand_in(meeting: Meeting, entry: Entry, what: PreparedStatement) -> None:
    """A statement is handed in before it is given."""
    record = PreparedRecord(entry, meeting.count)
    meeting.prepared = meeting.prepared.set(entry.id, record)


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
    target = meeting.ends.get(what.target, what.target)
    speech = meeting.speeches.get(target)
    if speech is not None:
        grown = speech._replace(text=join_words(speech.text, what.text))
        meeting.speeches = meeting.speeches.set(target, grown)
        return
    noted = meeting.remarks.get(target)
    if noted is not None:
        longer = noted._replace(text=join_words(noted.text, what.text))
        meeting.remarks = meeting.remarks.set(target, longer)
        return
    if not meeting.extend_text(target, entry.id, what.text):
        orphan = RemarkRecord(entry, meeting.count, "", what.text)
        meeting.remarks = meeting.remarks.set(entry.id, orphan)
        if what.target:
            meeting.flag(entry, "what it continues takes no words")


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
    Intervention: intervene,
    PreparedStatement: hand_in,
    Statement: say,
    Presentation: say,
    Paper: say,
    Alignment: align,
    Remark: remark,
    Continuation: go_on,
    Stance: stand,
}
