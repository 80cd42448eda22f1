"""What several registers end with: follow-ups, meetings to come, annexes, what disagrees."""

from __future__ import annotations

from plenary_tui.record.kinds import Annex, Event
from plenary_tui.record.setup import interval

from .chronicle import Chronicle
from .draft import Listing, Paragraph, Row, Section, Table
from .wording import capital, day, sentence, span


def follow_ups(chronicle: Chronicle) -> Section:
    """Who owes what by when."""
    words = chronicle.words
    rows = []
    for owed in sorted(chronicle.meeting.follow_ups.values(), key=lambda one: one.rank):
        on = words.day_of(owed.entry.happened)
        state = "done" if owed.done else "open"
        if owed.result:
            state += f": {owed.result}"
        cells = (
            capital(words.name(owed.owner, on)) if owed.owner else "",
            owed.text,
            day(owed.due) if owed.due else "",
            state,
        )
        rows.append(Row(cells, chronicle.sources(owed.entry.id, owed.done)))
    table = (Table(("Owner", "What", "Due", "State"), tuple(rows)),) if rows else ()
    return Section("Follow-ups", table)


def events(chronicle: Chronicle) -> Section:
    """Meetings and visits to come."""
    rows = []
    for entry in chronicle.meeting.events:
        assert isinstance(entry.what, Event)
        cells = (entry.what.title, entry.what.place, dates_said(entry.what.dates))
        rows.append(Row(cells, chronicle.sources(entry.id)))
    table = (Table(("Title", "Place", "Dates"), tuple(rows)),) if rows else ()
    return Section("Meetings and visits to come", table)


def dates_said(dates: str) -> str:
    """Return dates as documents print them, as said where they are no exact days."""
    first, last = interval(dates)
    return span(first, last or first) if first else dates


def annexes(chronicle: Chronicle) -> Section:
    """What is to be annexed."""
    items = [
        Paragraph(sentence(entry.what.text), chronicle.sources(entry.id))
        for entry in chronicle.meeting.annexes
        if isinstance(entry.what, Annex)
    ]
    return Section("Annexes", (Listing(tuple(items)),) if items else ())


def conflicts(chronicle: Chronicle) -> Section:
    """What makes no sense together, for a person to settle."""
    items = []
    for conflict in chronicle.meeting.conflicts:
        sides = "; ".join(_side(chronicle, entry) for entry in conflict.entries)
        items.append(Paragraph(sentence(f"{conflict.what} ({sides})"), conflict.entries))
    return Section("What does not agree", (Listing(tuple(items)),) if items else ())


def _side(chronicle: Chronicle, entry_id: str) -> str:
    entry = chronicle.record.entry(entry_id)
    if entry is None:
        return f"entry {entry_id}"
    words = chronicle.words
    when = f"{day(words.day_of(entry.happened))} {words.time_of(entry.happened)}".strip()
    return f"entry {entry_id} of {when}"
