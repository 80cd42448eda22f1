"""The summary record: who spoke, what was said, what was decided, in reported speech."""

from __future__ import annotations

from datetime import datetime

from plenary_tui.record.abbreviations import written_out
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import ItemChange, Marking, Remark, Sealed
from plenary_tui.record.sittings import SittingRecord

from . import registers
from .chronicle import Chronicle
from .draft import Draft, Paragraph, Section
from .journal import closed_note, item_title, sitting_title
from .sentences import write
from .wording import sentence, weekday


def summary(record: Record, now: datetime | None = None) -> Draft:
    """Compose the summary record, a section a sitting, in it one an item as it was taken up.

    What was outside any sitting stands day by day. Chat lines are left out and counted.
    """
    chronicle = Chronicle(written_out(record), now)
    sittings = chronicle.sittings()
    parts = [_sitting(chronicle, sitting) for sitting in sittings]
    outside = tuple(
        Section(weekday(on), sections=items)
        for on, entries in chronicle.days_outside()
        if (items := _items(chronicle, entries))
    )
    heading = "Outside the sittings" if sittings else "Proceedings"
    parts.append(Section(heading, sections=outside))
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
    items = _items(chronicle, chronicle.of_sitting(sitting.id))
    return Section(f"{title}, {weekday(on)}" if on else title, sections=items)


class _Parts:
    """The parts of a section: each an item, the entry that it was taken up with, what was said."""

    def __init__(self) -> None:
        self.all: list[tuple[str, str, list[Paragraph]]] = []

    def add(self, item: str, at: str, *paragraphs: Paragraph) -> None:
        """Add to the item that is before the meeting; another one opens a part."""
        if not self.all or self.all[-1][0] != item:
            self.all.append((item, at, []))
        self.all[-1][2].extend(paragraphs)


def _items(chronicle: Chronicle, entries: tuple[Entry, ...]) -> tuple[Section, ...]:
    """Return the sections of a sitting: one each time that another item is taken up."""
    parts = _Parts()
    sealed: list[Entry] = []
    chat: list[str] = []
    item = last = ""
    for entry in entries:
        last = entry.id
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
        elif entry.item and written:
            item = entry.item
        if not written and not isinstance(what, ItemChange):
            continue
        # what was sealed before the line that closed the sitting was said after it
        closes = isinstance(what, Marking) and what.level == "in_camera"
        if sealed and not closes:
            parts.add(item, entry.id, closed_note(sealed))
            sealed = []
        parts.add(item, entry.id, *written)
    if sealed:
        parts.add(item, last, closed_note(sealed))
    if chat:
        count = f"{len(chat)} lines of chat are" if len(chat) > 1 else "1 line of chat is"
        said = f"{count} left out here; the notes hold {'them' if len(chat) > 1 else 'it'}"
        parts.add(item, last, Paragraph(sentence(said), tuple(chat)))
    return tuple(
        Section(item_title(chronicle, number, at), tuple(paragraphs))
        for number, at, paragraphs in parts.all
        if paragraphs
    )
