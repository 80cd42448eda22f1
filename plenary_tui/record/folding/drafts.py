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
    EditAct,
    Handlers,
    IssuedParagraph,
    IssuedSection,
    ParagraphCarried,
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

from .held import change, keep

_SAME_WORDS = ("agreed", "reopened", "moved", "removed", "restored", "kept", "translated")
"""Acts after which a paragraph still has the words that it had; after `taken` those composed."""


def edit(meeting: Meeting, entry: Entry, what: DraftEdit) -> None:
    """Paragraphs read so from now on, and what was asked for is answered."""
    for text in what.paragraphs:
        _reads(meeting, entry, text, what.act)
    answers = meeting.drafts.answers
    for one in what.answers:
        key = (one.target, one.place)
        known = answers.get(key)
        about = one.paragraph.id if one.paragraph else known.paragraph if known else ""
        answers = answers.set(key, AnswerGiven(one.verdict, entry.id, about, what.who, what.note))
    change(meeting, answers=answers)


def _reads(meeting: Meeting, entry: Entry, text: ParagraphText, act: EditAct) -> None:
    ref = text.ref.written_by(entry.id)
    known = meeting.drafts.held.get(ref.id)
    if known is not None and (apart := _made_apart(meeting, entry, text, known)):
        which = f"paragraph {known.number}" if known.number else "a paragraph"
        meeting.conflict(f"{which} of the draft was changed twice, apart", apart, entry.id)
    same = known is not None and known.by_hand if act in _SAME_WORDS else act != "taken"
    keep(meeting, entry, text, by_hand=same)
    if text.moved:
        after = text.after.written_by(entry.id).id if text.after else ""
        placed = (one for one in meeting.drafts.placed if one.paragraph != ref.id)
        change(meeting, placed=(*placed, Placed(ref.id, text.section or ref.section, after)))


def _made_apart(meeting: Meeting, entry: Entry, text: ParagraphText, known: Held) -> str:
    """Return the entry of another station that a change of these words did not know of."""
    last = known.latest.get(text.language, "")
    if not last or last.rpartition("-")[0] == entry.station or meeting.drafts.version(last):
        return ""
    if text.before and text.before not in known.entries:
        return ""  # what it builds on was taken back since
    seen = known.entries.index(text.before) + 1 if text.before else 0
    return last if last in known.entries[seen:] else ""


def plan(meeting: Meeting, entry: Entry, what: DraftPlan) -> None:
    """The draft follows a plan."""
    change(
        meeting, plan=what.name, plan_heading=what.heading, plan_others=what.others,
        sections=what.sections,
    )  # fmt: skip


def issue(meeting: Meeting, entry: Entry, what: DraftIssued) -> None:
    """A version goes out: what was composed in it is held from now on, and numbers freeze."""
    drafts = meeting.drafts
    for earlier in drafts.versions:
        if (earlier.label, earlier.language) == (what.label, what.language):
            meeting.conflict(f"version {what.label} was issued twice", earlier.id, entry.id)
    order = tuple(
        (section.key, tuple(_paragraphs(section))) for section in what.sections if not section.annex
    )  # fmt: skip
    held, numbers = drafts.held.mutate(), drafts.numbers.mutate()
    latest = Map({what.language: entry.id})
    for _, paragraphs in order:
        for one in paragraphs:
            now = _held_as_issued(held.get(one.ref.id), one, what.language, latest)
            if one.number and not now.number:
                key = number_key(one.number)
                if numbers.get(key, now.id) != now.id:
                    meeting.flag(entry, f"number {one.number} belongs to another paragraph")
                else:
                    now, numbers[key] = replace(now, number=one.number), now.id
            held[now.id] = now
    changes: dict[str, Any] = {}
    if not what.language:
        ids = tuple((key, tuple(one.ref.id for one in some)) for key, some in order)
        issued = {one for _, some in ids for one in some}
        placed = tuple(one for one in drafts.placed if one.paragraph not in issued)
        changes = {"order": ids, "placed": placed}
    version = Version(entry, what.label, what.language)
    change(
        meeting, versions=(*drafts.versions, version), held=held.finish(),
        numbers=numbers.finish(), **changes,
    )  # fmt: skip


def _paragraphs(section: IssuedSection) -> Iterator[IssuedParagraph]:
    yield from (one for one in section.blocks if isinstance(one, IssuedParagraph))
    for inner in section.sections:
        yield from _paragraphs(inner)


def _held_as_issued(
    known: Held | None, one: IssuedParagraph, language: str, latest: Map[str, str]
) -> Held:  # fmt: skip
    """Return a paragraph as it is held once it was issued: what is held already stays.

    latest: the entry that issued it, by its language.
    """
    if known is not None and language in known.texts:
        return known
    # its fields passed validation with the entry; five hundred of them once more take long
    text = ParagraphText.model_construct(
        ref=one.ref, text=one.text, lead=one.lead, brackets=one.brackets, sources=one.sources,
        form=one.form, status=one.status, language=language, basis=one.basis,
    )  # fmt: skip
    if known is None:
        return Held(one.ref, Map({language: text}), (latest[language],), latest=latest)
    return replace(
        known, texts=known.texts.set(language, text), latest=known.latest.update(latest)
    )  # fmt: skip


def renumber(meeting: Meeting, entry: Entry, what: DraftRenumbered) -> None:
    """Every number is replaced as the table says; what is not in it keeps its own."""
    drafts = meeting.drafts
    held, numbers = drafts.held.mutate(), drafts.numbers.mutate()
    promised = drafts.promised.mutate()
    for row in what.table:
        numbers.pop(number_key(row.old), None)
    for row in what.table:
        known = held.get(row.ref.id)
        if known is not None:
            held[known.id] = replace(known, number=row.new)
        else:
            promised[row.ref.id] = row.new
        if row.new:
            numbers[number_key(row.new)] = row.ref.id
    change(
        meeting, held=held.finish(), numbers=numbers.finish(), promised=promised.finish(),
        renumbered=(*drafts.renumbered, (entry.id, what.table)),
    )  # fmt: skip


def take(meeting: Meeting, entry: Entry, what: ParagraphTaken) -> None:
    """A paragraph is under discussion."""
    change(meeting, taken=what.paragraph, taken_rank=meeting.count)


def carry(meeting: Meeting, entry: Entry, what: ParagraphCarried) -> None:
    """A paragraph goes on into another session."""
    change(meeting, carried=meeting.drafts.carried.set(what.paragraph.id, entry.id))


def receive(meeting: Meeting, entry: Entry, what: DraftReceived) -> None:
    """A copy of a version came back."""
    if meeting.drafts.version(what.target) is None:
        meeting.flag(entry, "the version that came back was never issued here")
    change(meeting, received=(*meeting.drafts.received, entry))


def review(meeting: Meeting, entry: Entry, what: Review) -> None:
    """A version passes to a stage of its review."""
    barred = review_obstacle(meeting.drafts, what, entry.happened, meeting.zone)
    if barred is not None:
        meeting.flag(entry, barred.why)
    stage = Stage(what.act, what.target, entry.happened, entry.id, what.until)
    change(meeting, stages=(*meeting.drafts.stages, stage))


def ask(meeting: Meeting, entry: Entry, what: CorrectionAsked) -> None:
    """A correction is asked for, be it late."""
    drafts = meeting.drafts
    barred = asking_obstacle(drafts, what)
    if barred is not None:
        meeting.flag(entry, barred.why)
    if is_late(drafts, entry.happened, what.target if what.paragraph else ""):
        meeting.flag(entry, "it came after the review was closed")
    asked = CorrectionRecord(entry)
    change(meeting, corrections=meeting.drafts.corrections.set(entry.id, asked))


def answer(meeting: Meeting, entry: Entry, what: CorrectionAnswered) -> None:
    """It is accepted or refused; the last answer counts."""
    barred = answering_obstacle(meeting.drafts, what.target, what.verdict, what.text)
    if barred is not None:
        meeting.flag(entry, barred.why)
    asked = meeting.drafts.corrections.get(what.target)
    if asked is None:
        return
    told = asked._replace(verdict=what.verdict, answer=entry.id, reason=what.text)
    change(meeting, corrections=meeting.drafts.corrections.set(what.target, told))


HANDLERS: Handlers = {
    DraftEdit: edit,
    DraftPlan: plan,
    DraftIssued: issue,
    DraftRenumbered: renumber,
    ParagraphTaken: take,
    ParagraphCarried: carry,
    DraftReceived: receive,
    Review: review,
    CorrectionAsked: ask,
    CorrectionAnswered: answer,
}
