"""The body of a debate: the summary record's sections and sentences, each as what it is.

What somebody said is a `speech`, in reported speech; what the room did a `narrative` or a
`scene`; what the rapporteur summed up a `summary`; what was adopted `resolutions`, and whatever
else happened to a text `other`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from xml.etree.ElementTree import Element

from plenary_tui.documents.chronicle import Chronicle
from plenary_tui.documents.draft import Block, Draft, Listing, Paragraph, Section, Table
from plenary_tui.documents.wording import capital
from plenary_tui.record.entries import Entry
from plenary_tui.record.kinds import (
    Continuation,
    Intervention,
    ItemChange,
    Marking,
    Outcome,
    Paper,
    PointOfOrder,
    Presentation,
    Presiding,
    Pronouncement,
    Remark,
    Reply,
    Ruling,
    Sealed,
    Silence,
    SittingTime,
    Spoken,
    Statement,
    WalkOut,
)
from plenary_tui.record.sittings import SittingRecord
from plenary_tui.record.texts import ADOPTED

from .elements import Ids, put, write
from .references import References

_SPEECHES = (Intervention, Reply, PointOfOrder, Statement, Presentation, Paper)
_NARRATED = (ItemChange, Marking, Presiding, Sealed, SittingTime)
_SUMMED = (Continuation, Remark, Ruling)
_TIMES: dict[str, Literal["startEvent", "endEvent"]] = {
    "opened": "startEvent", "resumed": "startEvent", "suspended": "endEvent", "closed": "endEvent",
}  # fmt: skip


class Body:
    """Writes one debate's body. draft: the summary record, which gives every sentence."""

    def __init__(self, chronicle: Chronicle, draft: Draft, references: References) -> None:
        self._chronicle = chronicle
        self._draft = draft
        self._refer = references
        self._ids = Ids()
        self._adopted = {
            gavel.entry for text in chronicle.meeting.texts.values() for gavel in text.gavels
            if gavel.state in ADOPTED
        }  # fmt: skip

    def write(self, debate: Element) -> None:
        """Write the body; a record of nothing yet says so, since a body may not be empty."""
        body = put(debate, "debateBody")
        for section in self._draft.sections:
            self._section(body, section, 0)
        if not len(body):
            empty = self._ids.put(body, "debateSection", name="sitting")
            self._ids.put(empty, "narrative", "Nothing is recorded yet.")

    def _section(self, parent: Element, section: Section, depth: int) -> None:
        """Write a section: a sitting with its items, else a list at the end of the record."""
        sitting = self._sitting(section) if depth == 0 else None
        item = self._item(section) if depth else ""
        name = "sitting" if sitting else "item" if item else "part"
        refers = self._refer.event(sitting.id, section.heading) if sitting else item
        made = self._ids.put(parent, "debateSection", name=name, refersTo=refers)
        if section.heading:
            self._ids.put(made, "heading", section.heading)
        if sitting:
            self._roll_call(made, sitting)
        for block in section.blocks:
            self._block(made, block)
        for inner in section.sections:
            self._section(made, inner, depth + 1)

    def _sitting(self, section: Section) -> SittingRecord | None:
        """Return the sitting that a section is of: one that has items."""
        sittings = self._chronicle.meeting.sittings
        entry = self._first(section) if section.sections else None
        if entry is None:
            return None
        home = entry.id if entry.id in sittings else entry.sitting
        return sittings.get(home) if home else None

    def _item(self, section: Section) -> str:
        """Return the reference to the agenda item that a section is of; empty for none."""
        entry = self._first(section) if section.blocks else None
        if entry is None:
            return ""
        number = entry.what.number if isinstance(entry.what, ItemChange) else entry.item
        item = self._chronicle.meeting.agenda.get(number)
        title = f"Item {number}: {item.title}" if item and item.title else f"Item {number}"
        return self._refer.concept(f"item {number}", title) if number else ""

    def _first(self, section: Section) -> Entry | None:
        told = Draft("", "", sections=(section,)).paragraphs()
        return next((entry for one in told if (entry := self._entry(one))), None)

    def _roll_call(self, parent: Element, sitting: SittingRecord) -> None:
        """Say who was present at a sitting, each delegation with its reference."""
        entry = self._chronicle.record.reads(sitting.id)
        if entry is None or not sitting.present:
            return
        call = self._ids.put(parent, "rollCall")
        line = put(call, "p", "Present: ")
        on = sitting.official_day or self._chronicle.meeting.day_of(entry)
        for place, code in enumerate(sitting.present):
            write(line, ", " * bool(place))
            name = self._chronicle.words.name(code, on)
            put(line, "organization", capital(name) if not place else name,
                refersTo=self._refer.delegation(code, entry))  # fmt: skip
        write(line, ".")

    def _block(self, parent: Element, block: Block) -> None:
        if isinstance(block, Table):
            self._table(parent, block)
        elif isinstance(block, Listing):
            for item in block.items:
                self._other(parent, item)
        else:
            self._paragraph(parent, block)

    def _paragraph(self, parent: Element, told: Paragraph) -> None:
        entry = self._entry(told)
        what = entry.what if entry is not None else None
        if entry is None or what is None:
            self._other(parent, told)
        elif isinstance(what, _SPEECHES) and (what.speaker or what.capacity or what.person):
            holder = parent
            if isinstance(what, PointOfOrder):
                holder = self._ids.put(parent, "pointOfOrder")
            self._speech(holder, told, entry, what)
        elif isinstance(what, _NARRATED):
            self._narrative(parent, told, entry)
        elif isinstance(what, WalkOut):
            self._ids.put(parent, "scene", _words(told), entry=entry.id)
        elif isinstance(what, (*_SUMMED, Statement)):
            self._ids.put(parent, "summary", _words(told), entry=entry.id)
        elif self._is_resolution(entry):
            held = self._ids.put(parent, "resolutions", entry=entry.id)
            number = self._number(entry)
            if number:
                put(held, "num", number)
            put(held, "p", _words(told))
        else:
            self._other(parent, told)

    def _speech(self, parent: Element, told: Paragraph, entry: Entry, what: Spoken) -> None:
        by, role = self._refer.speaker(entry)
        made = self._ids.put(parent, "speech", entry=entry.id, by=by, as_=role,
                             startTime=self._time(entry.happened))  # fmt: skip
        who = capital(self._chronicle.words.speaker(entry))
        named = put(made, "from")
        before, person, after = who.partition(what.person) if what.person else (who, "", "")
        write(named, before)
        if person:
            put(named, "person", person, refersTo=self._refer.person(what.person), as_=role)
        write(named, f"{after}:")
        put(made, "p", _words(told))

    def _narrative(self, parent: Element, told: Paragraph, entry: Entry) -> None:
        """Tell what the room did; a sitting's time stands as a time."""
        made = self._ids.put(parent, "narrative", entry=entry.id)
        words = _words(told)
        said = self._chronicle.words.time_of(entry.happened)
        what = entry.what
        if not isinstance(what, SittingTime) or not said:
            write(made, words)
            return
        before, time, after = words.partition(said)
        write(made, before)
        put(made, "recordedTime", time, time=self._time(entry.happened), type=_TIMES[what.act])
        write(made, after)

    def _other(self, parent: Element, told: Paragraph) -> None:
        entry = self._entry(told)
        made = self._ids.put(parent, "other", entry=entry.id if entry else "")
        put(made, "p", _words(told))

    def _table(self, parent: Element, block: Table) -> None:
        made = self._ids.put(parent, "table")
        for name, cells in (("th", block.columns), *(("td", row.cells) for row in block.rows)):
            line = put(made, "tr")
            for cell in cells:
                put(put(line, name), "p", cell)

    def _entry(self, told: Paragraph) -> Entry | None:
        """Return the entry that a paragraph tells: those behind it come after it."""
        return self._chronicle.record.reads(told.sources[0]) if told.sources else None

    def _is_resolution(self, entry: Entry) -> bool:
        what = entry.what
        if isinstance(what, Pronouncement):
            return what.form == "recommendation"
        return isinstance(what, Outcome | Silence) and entry.id in self._adopted

    def _number(self, entry: Entry) -> str:
        texts = self._chronicle.meeting.texts.values()
        return next((text.number for text in texts if text.number
                     and any(gavel.entry == entry.id for gavel in text.gavels)), "")  # fmt: skip

    def _time(self, moment: datetime) -> str:
        """Return a moment with its zone; empty where only the day is known."""
        known = self._chronicle.words.time_of(moment)
        return (self._chronicle.at(moment) or "") if known else ""


def _words(told: Paragraph) -> str:
    return f"{told.lead} {told.text}".strip()
