"""The summary record: who spoke, what was said, what was decided, in reported speech."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import count

from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Presiding, Remark, Sealed, SittingTime
from plenary_tui.record.sittings import NO_SITTING, SittingRecord

from .. import registers
from ..chronicle import Chronicle
from ..draft import Draft, Paragraph, Section
from ..titles import item_title, sitting_title
from ..wording import sentence, weekday
from .naming import Narrated
from .narrating import Narration
from .sentences import is_told, opening


def summary(record: Record, now: datetime | None = None) -> Draft:
    """Compose the summary record, a section a sitting, in it one an item as it was taken up.

    What was outside any sitting stands day by day. Its paragraphs are numbered throughout, so
    that a correction can name one. Names stand in full at their first use in a sitting. Chat
    lines are left out and counted.
    """
    chronicle = Narrated(written_out(record), now)
    plain = Chronicle(chronicle.record, now)
    numbers = count(1)
    sittings = chronicle.sittings()
    parts = [_sitting(chronicle, sitting, plain, numbers) for sitting in sittings]
    outside = tuple(
        Section(weekday(on), sections=items)
        for on, entries in chronicle.days_outside()
        if (items := _items(chronicle, NO_SITTING, entries, numbers))
    )
    heading = "Outside the sittings" if sittings else "Proceedings"
    parts.append(Section(heading, sections=outside))
    return plain.draft(
        "Summary record",
        *parts,
        registers.follow_ups(plain),
        registers.events(plain),
        registers.annexes(plain),
        registers.conflicts(plain),
    )


def _sitting(
    chronicle: Narrated, sitting: SittingRecord, plain: Chronicle, numbers: Iterator[int]
) -> Section:
    on = sitting.official_day
    title = sitting_title(plain, sitting)
    items = _items(chronicle, sitting, chronicle.of_sitting(sitting.id), numbers)
    return Section(f"{title}, {weekday(on)}" if on else title, sections=items)


def _items(
    chronicle: Narrated, sitting: SittingRecord, entries: tuple[Entry, ...], numbers: Iterator[int]
) -> tuple[Section, ...]:
    """Return the sections of a sitting: one each time that another item is taken up."""
    began = chronicle.whole.of_sitting(sitting.id) if sitting.id else entries
    chair, told_with_it = _first_chair(chronicle.whole, sitting, began)
    chronicle.words.begin(chair)
    narration = Narration(chronicle, numbers)
    chat: list[str] = []
    for entry in entries:
        what = entry.what
        if isinstance(what, Sealed):
            if entry.marking != "private":
                narration.seal(entry)
        elif isinstance(what, Remark) and what.author:
            chat.append(entry.id)
        elif chair and _opens(entry):
            ids = chronicle.sources(entry.id, *told_with_it)
            sources = (entry.id, *(one for one in ids if one != entry.id))
            narration.add(entry, Paragraph(opening(chronicle, entry, *chair), sources))
        elif entry.id not in told_with_it:
            narration.add(entry)
    told = narration.end(*([_left_out(chat)] if chat else []))
    return tuple(
        # what comes before any item needs no heading, where something else does
        Section(item_title(chronicle, one.number, one.at) if one.number or len(told) == 1 else "",
                tuple(one.paragraphs))
        for one in told
    )  # fmt: skip


def _left_out(chat: list[str]) -> Paragraph:
    count_ = f"{len(chat)} lines of chat are" if len(chat) > 1 else "1 line of chat is"
    said = f"{count_} left out here; the notes hold {'them' if len(chat) > 1 else 'it'}"
    return Paragraph(sentence(said), tuple(chat))


def _opens(entry: Entry) -> bool:
    return isinstance(entry.what, SittingTime) and entry.what.act == "opened"


def _first_chair(
    chronicle: Chronicle, sitting: SittingRecord, entries: tuple[Entry, ...]
) -> tuple[tuple[str, str] | None, tuple[str, ...]]:
    """Return who presided as a sitting was opened, and the entries that say so."""
    opened = False
    chairs: list[Entry] = []
    for entry in entries:
        if isinstance(entry.what, Presiding):
            chairs.append(entry)
        elif opened and is_told(chronicle, entry):
            break
        opened = opened or _opens(entry)
    if not opened:
        return None, ()
    if chairs:
        what = chairs[-1].what
        assert isinstance(what, Presiding)
        return (what.speaker, what.person), tuple(one.id for one in chairs)
    changed = any(isinstance(entry.what, Presiding) for entry in entries)
    known = sitting.presiding and not changed
    return ((sitting.presiding, sitting.person) if known else None), ()
