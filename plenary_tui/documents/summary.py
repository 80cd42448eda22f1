"""The summary record: who spoke, what was said, what was decided, in reported speech."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import ItemChange, Remark, Sealed
from plenary_tui.record.sittings import SittingRecord

from . import registers
from .chronicle import Chronicle
from .draft import Draft, Paragraph, Section
from .journal import closed_note, item_title, sitting_title
from .sentences import write
from .wording import sentence, weekday


def summary(record: Record, now: datetime | None = None) -> Draft:
    """Compose the summary record, a section a sitting, in it one an item as it was taken up.

    Chat lines are left out and counted.
    """
    chronicle = Chronicle(record, now)
    sittings = chronicle.sittings()
    parts = [_sitting(chronicle, sitting) for sitting in sittings]
    heading = "Outside the sittings" if sittings else "Proceedings"
    parts.append(Section(heading, sections=_items(chronicle, "")))
    return chronicle.draft(
        "Summary record",
        *parts,
        registers.follow_ups(chronicle),
        registers.events(chronicle),
        registers.annexes(chronicle),
        registers.conflicts(chronicle),
    )


def _sitting(chronicle: Chronicle, sitting: SittingRecord) -> Section:
    on = sitting.official_day
    title = sitting_title(chronicle, sitting)
    return Section(
        f"{title}, {weekday(on)}" if on else title, sections=_items(chronicle, sitting.id)
    )


def _items(chronicle: Chronicle, sitting: str) -> tuple[Section, ...]:
    """Return the sections of a sitting: one each time that another item is taken up."""
    parts: list[tuple[str, list[Paragraph]]] = []
    sealed: list[Entry] = []
    chat: list[str] = []
    item = ""
    for entry in chronicle.of_sitting(sitting):
        what = entry.what
        if isinstance(what, Sealed):
            if entry.marking != "private":
                sealed.append(entry)
            continue
        if isinstance(what, Remark) and what.author:
            chat.append(entry.id)
            continue
        written = write(chronicle, entry)
        if isinstance(what, ItemChange) and what.act in ("taken_up", "reopened"):
            item = what.number
            written = written or []
        elif entry.item and written:
            item = entry.item
        if not written and not isinstance(what, ItemChange):
            continue
        if sealed:
            _under(parts, item).append(closed_note(sealed))
            sealed = []
        _under(parts, item).extend(written)
    if sealed:
        _under(parts, item).append(closed_note(sealed))
    if chat:
        count = f"{len(chat)} lines of chat are" if len(chat) > 1 else "1 line of chat is"
        said = f"{count} left out here; the notes hold {'them' if len(chat) > 1 else 'it'}"
        _under(parts, item).append(Paragraph(sentence(said), tuple(chat)))
    return tuple(
        Section(item_title(chronicle, number), tuple(paragraphs))
        for number, paragraphs in parts
        if paragraphs
    )


def _under(parts: list[tuple[str, list[Paragraph]]], item: str) -> list[Paragraph]:
    if not parts or parts[-1][0] != item:
        parts.append((item, []))
    return parts[-1][1]
