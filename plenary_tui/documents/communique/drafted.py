"""Paragraphs of the communiqué that were drafted in the room, cited there by their numbers."""

from __future__ import annotations

from plenary_tui.record.agenda import item_key
from plenary_tui.record.bracketing import Marked, mark
from plenary_tui.record.drafting import Paragraph as DraftedParagraph
from plenary_tui.record.kinds import Drafting

from ..draft import Paragraph
from ..wording import capital
from .outcomes import paragraph_marks
from .voice import Voice


def drafted(voice: Voice) -> list[Paragraph]:
    """Return the paragraphs drafted in the room, in the order of their numbers there.

    One that is agreed stands as worded last, with the brackets still open in it; of one that is
    open, every wording stands in brackets, with who gave it.
    """
    known = sorted(voice.chronicle.meeting.paragraphs.values(),
                   key=lambda one: (item_key(one.number), one.rank))  # fmt: skip
    found = [_paragraph(voice, one) for one in known]
    return [one for one in found if one.text]


def _paragraph(voice: Voice, held: DraftedParagraph) -> Paragraph:
    reads = voice.chronicle.record.reads
    worded = [(text, entry) for text, entry in held.wordings
              if text and voice.is_public(reads(entry))]  # fmt: skip
    if not worded:
        return Paragraph("")
    marks = paragraph_marks(voice, held.number)
    if held.status == "open":
        said = _open(voice, worded)
    else:
        said = voice.language.relabelled(mark(_voiced(voice, worded[-1][0]), marks))
        if held.status == "agreed_ad_ref":
            said = Marked(voice.say("drafted_ad_ref", text=said.text), said.brackets)
    ids = [entry for _, entry in (worded if held.status == "open" else worded[-1:])]
    ids += [one.source for one in marks]
    sources = voice.chronicle.sources(*ids, held.agreed_by)
    lead = voice.say("drafted_lead", number=held.number)
    return Paragraph(said.text, sources, lead=lead, brackets=said.brackets)


def _open(voice: Voice, worded: list[tuple[str, str]]) -> Marked:
    """Return every wording in brackets of its own, the earlier first."""
    found = Marked("")
    for place, (text, entry_id) in enumerate(worded):
        start = len(found.text) + (place > 0)
        label = voice.say("alternative") if place else ""
        gap = " " if place else ""
        longer = Marked(f"{found.text}{gap}{label}{_voiced(voice, text)}", found.brackets)
        owner = _owner(voice, entry_id)
        found = longer.wrapped(
            owner, voice.say("drafted_open"), (entry_id,), by=_by(voice, entry_id), start=start,
            alternative=bool(place),
        )  # fmt: skip
    return found


def _voiced(voice: Voice, text: str) -> str:
    """Return a wording as a sentence, in quotation marks where a delegation acts in it."""
    language = voice.language
    if voice.is_attributed(text):
        return voice.say("drafted_words", text=language.quoted(text))
    return language.sentence(language.as_recorded(text))


def _by(voice: Voice, entry_id: str) -> tuple[str, ...]:
    entry = voice.chronicle.record.reads(entry_id)
    what = entry.what if entry is not None else None
    return (what.speaker,) if isinstance(what, Drafting) and what.speaker else ()


def _owner(voice: Voice, entry_id: str) -> str:
    entry = voice.chronicle.record.reads(entry_id)
    return capital(voice.words.speaker(entry)) if entry and _by(voice, entry_id) else ""
