"""A delegation's extract: its own words and positions as they stand in the record, to check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.draft import Draft, Listing, Paragraph, Section
from plenary_tui.documents.summary.sentences import write
from plenary_tui.documents.titles import item_title, sitting_title
from plenary_tui.documents.wording import Wording, capital, sentence, weekday
from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Alignment, DraftIssued, Review, Stance
from plenary_tui.record.reviewing import StageNow, stage_of
from plenary_tui.record.speech import QUOTED

from .own import is_own, own_record

REGISTER = "Extract of the record"
CHECK = "Check against delivery:"
TO_THE_CHAIR = "the office of the Chair"

_STANCES = {
    "supports": "supported", "opposes": "opposed", "flexible": "signalled flexibility on",
}  # fmt: skip


def extract(record: Record, who: str, now: datetime, *, whole: bool = False) -> Draft:
    """Compose what the record holds of one delegation, with the number of every entry.

    record: what may be shown; of sealed words only what it holds. who: as the record names them.
    now: decides whether corrections may still come. whole: sealed words are in it.
    """
    own = Chronicle(own_record(written_out(record), who), now)
    stage = stage_of(record.meeting.drafts, now)
    parts = [
        Section(weekday(on), sections=_items(own, entries, who))
        for on, entries in own.days_outside()
    ]
    for sitting in own.sittings():
        title = sitting_title(own, sitting)
        on = sitting.official_day
        heading = f"{title}, {weekday(on)}" if on else title
        parts.append(Section(heading, sections=_items(own, own.of_sitting(sitting.id), who)))
    said = [entry for entry in own.entries if is_own(entry.what, who)]
    closed = any(entry.marking == "restricted" or own.is_closed(entry) for entry in said)
    name = own.words.bare_name(who, now.astimezone(own.meeting.zone).date())
    head = Section("How to correct it", (Listing(tuple(_how(record, stage))),))
    draft = own.draft(REGISTER, head, *parts)
    made = now.astimezone(own.meeting.zone)
    about = (*draft.about, f"{capital(name)}: {_entries(len(said))}")
    marking = "RESTRICTED" if closed or whole else ""
    return replace(draft, about=about, made=made, marking=marking)


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries" if count else "no entries"


def _how(record: Record, stage: StageNow) -> Iterator[Paragraph]:
    """Yield what this is, how a correction is sent, by when and to whom."""
    yield Paragraph(
        "Below stands what the record holds under your name, and nothing of others: first as the "
        "summary record puts it, then as it was recorded. It is no transcript."
    )
    yield Paragraph(
        "A correction names the number of the entry, quotes the words as recorded, says how they "
        "should read, and why. Words in quotation marks stand as your own: check them against "
        "delivery."
    )
    version = stage.version
    if stage.name == "under_review" and version is not None:
        issued = version.entry.what
        symbol = issued.symbol if isinstance(issued, DraftIssued) else ""
        named = f" ({symbol})" if symbol else ""
        yield Paragraph(
            f"Version {version.label} of the draft{named} is under review too: name the number of "
            "the paragraph."
        )
    yield Paragraph(sentence(_deadline(stage, Wording(record.meeting))), lead="By when:")
    yield Paragraph(_whom(record, stage) or TO_THE_CHAIR, lead="To whom:")


def _deadline(stage: StageNow, words: Wording) -> str:
    if stage.name == "under_review" and stage.until is not None:
        return words.moment(stage.until)
    if stage.name == "draft":
        return "no review is open yet, and no deadline is set; corrections are taken all the same"
    since = f" on {words.moment(stage.since)}" if stage.name == "closed" and stage.since else ""
    return f"the review was closed{since}; corrections are still taken, and marked as late"


def _whom(record: Record, stage: StageNow) -> str:
    """Return whom corrections are sent to, as it was said when the review was opened last."""
    for one in reversed(record.meeting.drafts.stages):
        opened = record.entry(one.entry)
        of_it = stage.version is not None and one.version == stage.version.id
        if of_it and one.act == "under_review" and opened is not None:
            return opened.what.text if isinstance(opened.what, Review) else ""
    return ""


def _items(own: Chronicle, entries: tuple[Entry, ...], who: str) -> tuple[Section, ...]:
    """Return the sections of a sitting: one each time that another item is spoken to."""
    found: list[tuple[str, str, list[Paragraph]]] = []
    for entry in entries:
        if not is_own(entry.what, who):
            continue
        if not found or found[-1][0] != entry.item:
            found.append((entry.item, entry.id, []))
        found[-1][2].extend(_entry(own, entry))
    return tuple(
        Section(item_title(own, item, at), tuple(paragraphs)) for item, at, paragraphs in found
    )


def _entry(own: Chronicle, entry: Entry) -> Iterator[Paragraph]:
    """Yield an entry: its number and time, how the summary record gives it, and its own words."""
    time = own.words.time_of(entry.happened)
    lead = f"{entry.id}, {time}" if time else entry.id
    sources = own.sources(entry.id)
    yield Paragraph(_told(own, entry), sources, lead=lead)
    words = recorded_words(own, entry)
    if words:
        yield Paragraph(words, sources, lead="As recorded:", continues=True)
    quoted = [next(part for part in match if part) for match in QUOTED.findall(words)]
    if quoted:
        said = "; ".join(f"“{one}”" for one in quoted)
        yield Paragraph(said, sources, lead=CHECK, continues=True)


def _told(own: Chronicle, entry: Entry) -> str:
    """Return an entry in reported words; what names only another one is told by its number."""
    told = " ".join(f"{one.lead} {one.text}".strip() for one in write(own, entry))
    what = entry.what
    if told or not isinstance(what, Stance | Alignment):
        return told
    verb = _STANCES[what.stance] if isinstance(what, Stance) else "joined"
    names = own.words.names(what.who, own.meeting.day_of(entry))
    return sentence(f"{names} {verb} what entry {what.target} holds")


def recorded_words(chronicle: Chronicle, entry: Entry) -> str:
    """Return the words of an entry as they stand in the record, with what continues them."""
    speech = chronicle.meeting.speeches.get(entry.id)
    return speech.text if speech is not None else str(getattr(entry.what, "text", ""))
