"""What several registers end with: follow-ups, meetings to come, annexes, what disagrees."""

from __future__ import annotations

from plenary_tui.record.carrying import read_went_to
from plenary_tui.record.kinds import Annex, Event
from plenary_tui.record.worklist import FollowUp

from .chronicle import Chronicle
from .draft import Listing, Paragraph, Row, Section, Table
from .language import ENGLISH, Language
from .wording import capital, day, sentence


def follow_ups(chronicle: Chronicle, language: Language = ENGLISH) -> Section:
    """Who owes what by when."""
    words = language.wording(chronicle.meeting)
    rows = []
    for owed in sorted(chronicle.meeting.follow_ups.values(), key=lambda one: one.rank):
        on = words.day_of(owed.entry.happened)
        cells = (
            capital(words.name(owed.owner, on)) if owed.owner else "",
            language.as_recorded(owed.text) if owed.text else "",
            language.day(owed.due) if owed.due else "",
            _state(owed, language),
        )
        rows.append(Row(cells, chronicle.sources(owed.entry.id, owed.ended)))
    columns = language.phrases.forms("follow_up_columns")
    table = (Table(columns, tuple(rows)),) if rows else ()
    return Section("Follow-ups", table)


def _state(owed: FollowUp, language: Language) -> str:
    """Return how a follow-up stands: what was done, or into which session it went."""
    place = read_went_to(owed.result) if owed.state == "carried_over" else None
    if place is not None:
        return language.say("follow_up_carried_to", session=place.session)
    state = language.say(f"follow_up_{owed.state}")
    if not owed.result:
        return state
    return language.say("follow_up_result", state=state, result=language.as_recorded(owed.result))


def events(chronicle: Chronicle) -> Section:
    """Meetings and visits to come."""
    rows = []
    for entry in chronicle.meeting.events:
        assert isinstance(entry.what, Event)
        cells = (entry.what.title, entry.what.place, ENGLISH.dates(entry.what.dates))
        rows.append(Row(cells, chronicle.sources(entry.id)))
    table = (Table(("Title", "Place", "Dates"), tuple(rows)),) if rows else ()
    return Section("Meetings and visits to come", table)


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
