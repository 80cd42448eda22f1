"""How texts fare: proposals, positions, the gavel, the written procedure and the numbers."""

from __future__ import annotations

from dataclasses import replace

from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    AGENDA,
    Amendment,
    AmendmentAccepted,
    CarriedOver,
    Handlers,
    Numbering,
    Outcome,
    Pronouncement,
    Proposal,
    Revision,
    Silence,
    Withdrawal,
)
from plenary_tui.record.kinds import Position as PositionKind
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.speech import UNKNOWN_SPEAKER
from plenary_tui.record.texts import (
    ADOPTED,
    PENDING,
    UNDECIDED,
    AmendmentRecord,
    Gavel,
    Position,
    TextRecord,
    TextState,
    Wording,
)

from .worklist import add_todo, carry_follow_up

_COLLISION = "two decisions have the number {}"


def propose(meeting: Meeting, entry: Entry, what: Proposal) -> None:
    """A text is put before the meeting and is on the floor."""
    text = TextRecord(
        entry, meeting.count, what.form, what.label, what.speaker,
        wordings=(Wording(what.text, entry.id, what.speaker),),
    )  # fmt: skip
    called = meeting.labels.get(what.label, ())
    meeting.labels = meeting.labels.set(what.label, (*called, entry.id))
    _keep(meeting, entry, text)


def revise(meeting: Meeting, entry: Entry, what: Revision) -> None:
    """A text is reworded."""
    text = _text(meeting, entry, what.target)
    if text is not None:
        if text.state not in PENDING:
            meeting.flag(entry, f"it was {text.state} when it was revised")
        _keep(meeting, entry, text.worded(what.text, entry.id, what.speaker))


def amend(meeting: Meeting, entry: Entry, what: Amendment) -> None:
    """A change is asked for."""
    text = _text(meeting, entry, what.target)
    if text is not None:
        asked = AmendmentRecord(what.speaker, what.text, entry.id)
        _keep(meeting, entry, replace(text, amendments=(*text.amendments, asked)))


def accept_amendment(meeting: Meeting, entry: Entry, what: AmendmentAccepted) -> None:
    """An amendment is taken into its text."""
    _settle_amendment(meeting, entry, what.target, "accepted")


def withdraw(meeting: Meeting, entry: Entry, what: Withdrawal) -> None:
    """A proposal, an amendment or an objection is withdrawn."""
    if what.of == "amendment":
        _settle_amendment(meeting, entry, what.target, "withdrawn")
    elif what.of == "proposal":
        text = _text(meeting, entry, what.target)
        if text is None:
            return
        if text.state not in PENDING:
            meeting.conflict(f"a text was {text.state} and withdrawn", _outcome(text), entry.id)
            return
        if what.who and text.by and text.by not in what.who:
            meeting.flag(entry, f"it was proposed by {text.by}")
        _keep(meeting, entry, replace(text, state="withdrawn"))
    else:
        _withdraw_objection(meeting, entry, what)


def _withdraw_objection(meeting: Meeting, entry: Entry, what: Withdrawal) -> None:
    for text in meeting.texts.values():
        if any(held.entry == what.target for held in text.positions):
            held = tuple(
                old._replace(withdrawn=entry.id) if old.entry == what.target else old
                for old in text.positions
            )
            _keep(meeting, entry, replace(text, positions=held))
            return
    meeting.flag(entry, "there is no such objection to withdraw")


def _settle_amendment(meeting: Meeting, entry: Entry, target: str, state: str) -> None:
    for text in meeting.texts.values():
        if any(asked.entry == target for asked in text.amendments):
            settled = tuple(
                AmendmentRecord(asked.who, asked.text, asked.entry, state)  # type: ignore[arg-type]
                if asked.entry == target else asked
                for asked in text.amendments
            )  # fmt: skip
            _keep(meeting, entry, replace(text, amendments=settled))
            return
    meeting.flag(entry, "there is no such amendment")


def take_position(meeting: Meeting, entry: Entry, what: PositionKind) -> None:
    """An objection, a reservation, an explanation …; only a Participant's objection blocks.

    One of a speaker not yet known blocks until it is: better a delay than a false adoption.
    """
    text = meeting.texts.get(what.target)
    unknown = what.speaker in ("", UNKNOWN_SPEAKER)
    if unknown:
        add_todo(meeting, entry, "unknown speaker", what.text)
    blocks = what.form == "objection" and (
        unknown or meeting.roster.decides(what.speaker, meeting.day_of(entry))
    )
    if what.form == "objection" and not blocks:
        meeting.flag(entry, f"{what.speaker} is no Participant: the objection does not block")
    if text is None:
        loose = Position(what.form, what.speaker, what.text, entry.id)
        meeting.positions = (*meeting.positions, loose)
        meeting.flag(entry, "no text was before the meeting")
        return
    late = what.form == "objection" and text.state not in UNDECIDED
    if late:
        meeting.flag(entry, f"a late objection: the text was already {text.state}")
        before = _outcome(text)
        if blocks and text.state in ADOPTED and before.rpartition("-")[0] != entry.station:
            meeting.conflict("adopted in one place, objected to in another", before, entry.id)
    held = Position(what.form, what.speaker, what.text, entry.id, blocks, late)
    _keep(meeting, entry, replace(text, positions=(*text.positions, held)))


def gavel(meeting: Meeting, entry: Entry, what: Outcome) -> None:
    """An outcome. Over a standing objection "adopted" is not available: it reads disputed."""
    if what.target == AGENDA:
        meeting.agenda_decision = entry.id
    text = meeting.texts.get(what.target) if what.target and what.target != AGENDA else None
    if text is None:
        if what.target and what.target != AGENDA and not what.text:
            meeting.flag(entry, "the text that it decides is not at hand")
        # only administrative decisions are numbered
        text = TextRecord(
            entry, meeting.count, "administrative_decision" if what.number else "decision"
        )
    state: TextState = what.state
    before = text.state
    if state in ADOPTED and text.objections:
        state = "disputed"
        for held in text.objections:
            meeting.conflict("adopted over an objection that stands", held.entry, entry.id)
    if before in ADOPTED and what.state in ADOPTED and before != "adopted_ad_ref":
        meeting.conflict("decided twice", _outcome(text), entry.id)
    elif before not in UNDECIDED:
        meeting.conflict(f"{before}, then {what.state}", _outcome(text), entry.id)
    still = sum(one.on == text.id and not one.cleaned for one in meeting.brackets.values())
    if state in ADOPTED and still:
        meeting.flag(entry, "brackets are open in it" if still > 1 else "a bracket is open in it")
    if state in ADOPTED and meeting.kind == "intersessional":
        meeting.flag(entry, "an Intersessional normally recommends to the Plenary")
    text = text.worded(what.text, entry.id)
    text = replace(
        text,
        state=state,
        gavels=(*text.gavels, Gavel(state, what.verb, entry.happened, entry.id, what.to)),
    )
    _keep(meeting, entry, _numbered(meeting, entry, text, what.number))


def hold_silence(meeting: Meeting, entry: Entry, what: Silence) -> None:
    """The written procedure, from its opening to its result."""
    text = meeting.texts.get(what.target)
    if text is None:
        if what.act != "opened":
            meeting.flag(entry, "no written procedure is open on that text")
        text = TextRecord(entry, meeting.count)
        text = text.worded(what.text, entry.id)
    if what.act == "opened":
        text = replace(text, state="silence", until=what.until, silence_broken="")
    elif what.act == "extended":
        text = replace(text, until=what.until or text.until)
    elif what.act == "broken":
        text = _broken(meeting, entry, what, text)
    elif what.act == "passed":
        if text.state != "silence" or text.objections:
            meeting.conflict("a written procedure passed that was not open", text.id, entry.id)
        else:
            done = Gavel("adopted", "adopted", entry.happened, entry.id)
            text = replace(text, state="adopted", gavels=(*text.gavels, done))
            text = _numbered(meeting, entry, text, what.number)
    else:
        meeting.announced = meeting.announced.set(text.id, entry.id)
    _keep(meeting, entry, text)


def _broken(meeting: Meeting, entry: Entry, what: Silence, text: TextRecord) -> TextRecord:
    if text.until is not None and entry.happened > text.until:
        meeting.flag(entry, "it came after the expiry of the written procedure")
        late = Position("objection", what.speaker, what.text, entry.id, True, True)
        return replace(text, positions=(*text.positions, late))
    if text.state != "silence":
        meeting.conflict(f"a written procedure was broken on a text {text.state}",
                         _outcome(text), entry.id)  # fmt: skip
        return text
    broke = Position("objection", what.speaker, what.text, entry.id)
    return replace(
        text, state="proposed", silence_broken=entry.id, positions=(*text.positions, broke)
    )


def pronounce(meeting: Meeting, entry: Entry, what: Pronouncement) -> None:
    """A recommendation is made by the meeting; a notice or statement is the Chair's own."""
    state: TextState = "adopted" if what.form == "recommendation" else "issued"
    text = TextRecord(
        entry, meeting.count, what.form, by="Chair" if state == "issued" else "",
        wordings=(Wording(what.text, entry.id, ""),),
    )  # fmt: skip
    done = Gavel(state, "", entry.happened, entry.id)
    _keep(meeting, entry, replace(text, state=state, gavels=(done,)))


def renumber(meeting: Meeting, entry: Entry, what: Numbering) -> None:
    """A decision is given another number."""
    text = _text(meeting, entry, what.target)
    if text is not None:
        if meeting.numbers.get(text.number) == text.id:
            _free_number(meeting, text)
        _keep(meeting, entry, _numbered(meeting, entry, text, what.number))
        _settle_number(meeting, text.number)


def _settle_number(meeting: Meeting, number: str) -> None:
    """A collision is over when nobody disputes the number any more; its flag stays."""
    if not any(one.disputed_number and one.number == number for one in meeting.texts.values()):
        collision = _COLLISION.format(number)
        meeting.conflicts = tuple(one for one in meeting.conflicts if one.what != collision)


def _free_number(meeting: Meeting, text: TextRecord) -> None:
    """Take a number from a text; whoever disputed it has it now."""
    meeting.numbers = meeting.numbers.delete(text.number)
    rivals = [one for one in meeting.texts.values() if one.number == text.number and one != text]
    if rivals:
        first = min(rivals, key=lambda one: one.rank)
        meeting.numbers = meeting.numbers.set(first.number, first.id)
        meeting.texts = meeting.texts.set(first.id, replace(first, disputed_number=False))


def carry_over(meeting: Meeting, entry: Entry, what: CarriedOver) -> None:
    """A text or a follow-up is carried beyond the meeting."""
    owed = meeting.follow_ups.get(what.target)
    if owed is not None:
        carry_follow_up(meeting, entry, owed, what.to)
        return
    text = _text(meeting, entry, what.target)
    if text is not None:
        meeting.texts = meeting.texts.set(text.id, replace(text, carried=entry.id))


def _numbered(meeting: Meeting, entry: Entry, text: TextRecord, number: str) -> TextRecord:
    """The first in order keeps a number; the other reads as disputed until it is renumbered."""
    if not number:
        return text
    holder = meeting.numbers.get(number)
    if holder is not None and holder != text.id:
        meeting.conflict(_COLLISION.format(number), holder, entry.id)
        return replace(text, number=number, disputed_number=True)
    meeting.numbers = meeting.numbers.set(number, text.id)
    return replace(text, number=number, disputed_number=False)


def _text(meeting: Meeting, entry: Entry, target: str) -> TextRecord | None:
    text = meeting.texts.get(target)
    if text is None:
        meeting.flag(entry, "the text that it is about is not before the meeting")
    return text


def _outcome(text: TextRecord) -> str:
    return text.gavels[-1].entry if text.gavels else text.id


def _keep(meeting: Meeting, entry: Entry, text: TextRecord) -> None:
    """Keep a text; while it is pending it is the one on the floor of the entry's sitting."""
    meeting.texts = meeting.texts.set(text.id, text)
    before = text.id if text.state == "proposed" else ""
    sitting = meeting.sitting(entry.sitting)
    if not before and sitting.before not in ("", text.id):
        before = sitting.before
    meeting.change_sitting(entry.sitting, before=before, last_text=text.id)


HANDLERS: Handlers = {
    Proposal: propose,
    Revision: revise,
    Amendment: amend,
    AmendmentAccepted: accept_amendment,
    Withdrawal: withdraw,
    PositionKind: take_position,
    Outcome: gavel,
    Silence: hold_silence,
    Pronouncement: pronounce,
    Numbering: renumber,
    CarriedOver: carry_over,
}
