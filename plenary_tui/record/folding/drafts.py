"""How the draft changes: edits, its plan, versions issued and received, numbers, the review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from immutables import Map

from plenary_tui.record.drafts import (
    AnswerGiven,
    CorrectionRecord,
    Held,
    Placed,
    Stage,
    Version,
    number_key,
)
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    CorrectionAnswered,
    CorrectionAsked,
    DraftEdit,
    DraftIssued,
    DraftPlan,
    DraftReceived,
    DraftRenumbered,
    Handlers,
    IssuedParagraph,
    IssuedSection,
    ParagraphTaken,
    ParagraphText,
    Review,
)
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.reviewing import (
    answering_obstacle,
    asking_obstacle,
    is_late,
    review_obstacle,
)

_SAME_WORDS = ("agreed", "reopened", "moved", "kept", "taken")
"""Acts after which a paragraph still has the words that it was composed with."""


def _change(meeting: Meeting, **changes: Any) -> None:
    meeting.drafts = replace(meeting.drafts, **changes)


def edit(meeting: Meeting, entry: Entry, what: DraftEdit) -> None:
    """Paragraphs read so from now on, and what was asked for is answered."""
    for text in what.paragraphs:
        _reads(meeting, entry, text, by_hand=what.act not in _SAME_WORDS)
    answers = meeting.drafts.answers
    for one in what.answers:
        answers = answers.set((one.target, one.place), AnswerGiven(one.verdict, entry.id))
    _change(meeting, answers=answers)


def _reads(meeting: Meeting, entry: Entry, text: ParagraphText, *, by_hand: bool) -> None:
    ref = text.ref.written_by(entry.id)
    drafts = meeting.drafts
    known = drafts.held.get(ref.id)
    if known is not None:
        last = known.entries[-1]
        if last != text.before and last.rpartition("-")[0] != entry.station:
            meeting.conflict("a paragraph of the draft was changed twice, apart", last, entry.id)
    own = text.model_copy(update={"ref": ref})
    texts = known.texts if known and not _rewords(known, text) else Map()
    changed = known is None or known.status != text.status
    held = Held(
        ref,
        texts.set(text.language, own),
        (*(known.entries if known else ()), entry.id),
        known.number if known else "",
        by_hand or (known is not None and known.by_hand),
        entry.id if changed else known.settled if known else "",
    )
    placed = drafts.placed
    if text.moved:
        after = text.after.written_by(entry.id).id if text.after else ""
        placed = tuple(one for one in placed if one.paragraph != ref.id)
        placed = (*placed, Placed(ref.id, text.section or ref.section, after))
    _change(meeting, held=drafts.held.set(ref.id, held), placed=placed)
    _note_cleaned(meeting, entry, held)


def _rewords(known: Held, text: ParagraphText) -> bool:
    """Whether the original reads otherwise now: what was translated is other words then."""
    return not text.language and known.text.text != text.text


def _note_cleaned(meeting: Meeting, entry: Entry, held: Held) -> None:
    """What was asked for in the room and stands in no bracket any more is settled with it."""
    if not held.number:
        return
    standing = {source for one in held.text.brackets for source in one.sources}
    number = number_key(held.number)
    gone = {
        key: replace(asked, cleaned=entry.id)
        for key, asked in meeting.brackets.items()
        if not asked.cleaned and key not in standing and number_key(asked.para) == number
    }
    meeting.brackets = meeting.brackets.update(gone)


def plan(meeting: Meeting, entry: Entry, what: DraftPlan) -> None:
    """The draft follows a plan."""
    _change(meeting, plan=what.name, plan_heading=what.heading, sections=what.sections)


def issue(meeting: Meeting, entry: Entry, what: DraftIssued) -> None:
    """A version goes out: what was composed in it is held from now on, and numbers freeze."""
    for earlier in meeting.drafts.versions:
        if (earlier.label, earlier.language) == (what.label, what.language):
            meeting.conflict(f"version {what.label} was issued twice", earlier.id, entry.id)
    version = Version(entry, what.label, what.language)
    _change(meeting, versions=(*meeting.drafts.versions, version))
    order: list[tuple[str, tuple[str, ...]]] = []
    for section in what.sections:
        if not section.annex:
            paragraphs = list(_paragraphs(section))
            order.append((section.key, tuple(one.ref.id for one in paragraphs)))
            for paragraph in paragraphs:
                _freeze(meeting, entry, paragraph, what.language)
    if not what.language:
        _change(meeting, order=tuple(order), placed=())


def _paragraphs(section: IssuedSection) -> Iterator[IssuedParagraph]:
    yield from (one for one in section.blocks if isinstance(one, IssuedParagraph))
    for inner in section.sections:
        yield from _paragraphs(inner)


def _freeze(meeting: Meeting, entry: Entry, one: IssuedParagraph, language: str) -> None:
    drafts = meeting.drafts
    held = drafts.held.get(one.ref.id)
    if held is None or language not in held.texts:
        text = ParagraphText(
            ref=one.ref, text=one.text, lead=one.lead, brackets=one.brackets, sources=one.sources,
            form=one.form, status=one.status, language=language, basis=one.basis,
        )  # fmt: skip
        if held is None:
            held = Held(one.ref, Map(), (entry.id,))
        held = replace(held, texts=held.texts.set(language, text))
    numbers = drafts.numbers
    if one.number and not held.number:
        if number_key(one.number) in numbers:
            meeting.flag(entry, f"number {one.number} belongs to another paragraph")
        else:
            held = replace(held, number=one.number)
            numbers = numbers.set(number_key(one.number), one.ref.id)
    _change(meeting, held=drafts.held.set(one.ref.id, held), numbers=numbers)


def renumber(meeting: Meeting, entry: Entry, what: DraftRenumbered) -> None:
    """Every number is replaced as the table says; what is not in it keeps its own."""
    drafts = meeting.drafts
    held, numbers = drafts.held, drafts.numbers
    for row in what.table:
        key = number_key(row.old)
        numbers = numbers.delete(key) if key in numbers else numbers
    for row in what.table:
        known = held.get(row.ref.id)
        if known is not None:
            held = held.set(known.id, replace(known, number=row.new))
            numbers = numbers.set(number_key(row.new), known.id) if row.new else numbers
    _change(
        meeting, held=held, numbers=numbers,
        renumbered=(*drafts.renumbered, (entry.id, what.table)),
    )  # fmt: skip


def take(meeting: Meeting, entry: Entry, what: ParagraphTaken) -> None:
    """A paragraph is under discussion."""
    _change(meeting, taken=what.paragraph, taken_rank=meeting.count)


def receive(meeting: Meeting, entry: Entry, what: DraftReceived) -> None:
    """A copy of a version came back."""
    if meeting.drafts.version(what.target) is None:
        meeting.flag(entry, "the version that came back was never issued here")
    _change(meeting, received=(*meeting.drafts.received, entry))


def review(meeting: Meeting, entry: Entry, what: Review) -> None:
    """A version passes to a stage of its review."""
    barred = review_obstacle(meeting.drafts, what, entry.happened, meeting.zone)
    if barred is not None:
        meeting.flag(entry, barred.why)
    stage = Stage(what.act, what.target, entry.happened, entry.id, what.until)
    _change(meeting, stages=(*meeting.drafts.stages, stage))


def ask(meeting: Meeting, entry: Entry, what: CorrectionAsked) -> None:
    """A correction is asked for, be it late."""
    drafts = meeting.drafts
    barred = asking_obstacle(drafts, what)
    if barred is not None:
        meeting.flag(entry, barred.why)
    if is_late(drafts, entry.happened, what.target if what.paragraph else ""):
        meeting.flag(entry, "it came after the review was closed")
    asked = CorrectionRecord(entry)
    _change(meeting, corrections=meeting.drafts.corrections.set(entry.id, asked))


def answer(meeting: Meeting, entry: Entry, what: CorrectionAnswered) -> None:
    """It is accepted or refused; the last answer counts."""
    barred = answering_obstacle(meeting.drafts, what.target, what.verdict, what.text)
    if barred is not None:
        meeting.flag(entry, barred.why)
    asked = meeting.drafts.corrections.get(what.target)
    if asked is None:
        return
    told = asked._replace(verdict=what.verdict, answer=entry.id, reason=what.text)
    _change(meeting, corrections=meeting.drafts.corrections.set(what.target, told))


HANDLERS: Handlers = {
    DraftEdit: edit,
    DraftPlan: plan,
    DraftIssued: issue,
    DraftRenumbered: renumber,
    ParagraphTaken: take,
    DraftReceived: receive,
    Review: review,
    CorrectionAsked: ask,
    CorrectionAnswered: answer,
}
