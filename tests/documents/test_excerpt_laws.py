"""Laws of an excerpt: whatever is chosen, what it says is what the whole record says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plenary_tui.documents.data import picture
from plenary_tui.documents.draft import Draft, Paragraph, Section
from plenary_tui.documents.excerpt import alone, excerpt, excerpt_notes
from plenary_tui.documents.summary import summary
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.redaction import open_record
from tests.record.rooms import ROSTER, Room
from tests.record.test_laws import two_stations

NOW = datetime.fromisoformat("2028-01-01T12:00:00+00:00")
calm = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))

COURSE = (
    "Sitting: WGM, Room 2", "Sitting: CPC, Room 3", "Opened:", "Suspended:", "Resumed:", "Closed:",
    "Presiding: KE (Ms Karr)", "Presiding: OS (Mr Olm)", "Presiding: TR (Ms Tesk)", "Item 1",
    "Item 2", "NV: one word", "GDA: another", "Chair: that is so", "Draft decision NV: a levy",
    "Proposal NV: a fund", "Objection TR: none", "Adopted:", "Gavelled:", "Number P1: KP/7",
    "undo", "+ NV", "Walk-out GDA: no longer", "s/no longer/never again/",
    "Action WGM: report", "present+ NV, OS", "Paper KP/3 NV: a study",
)  # fmt: skip
PRESIDES = re.compile(r"(Novaria|Keldia|Ostrea|Tirania)\b[^.]* presid(?:ing|ed)")


@st.composite
def courses(draw: st.DrawFn) -> Room:
    """Return a meeting whose sittings open, close and change hands."""
    room = Room(*ROSTER, "Numbers: Decision {n}", "Presiding: NV (Ms Nall)", live=False)
    room("Agenda 1: Opening", "Agenda 2: Data", "Opened:")
    room(*draw(st.lists(st.sampled_from(COURSE), min_size=8, max_size=40)))
    return room


def some_of(data: st.DataObject, record: Record) -> list[str]:
    """Return the ids of a stretch of the record, or of a few of its entries."""
    ids = [entry.id for entry in record.entries]
    if data.draw(st.booleans()):
        low = data.draw(st.integers(0, len(ids) - 1))
        return ids[low : low + data.draw(st.integers(1, 12))]
    return data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=6))


def paragraphs(section: Section) -> Iterator[Paragraph]:
    """Yield the paragraphs of a section, also of those in it."""
    yield from (one for one in section.blocks if isinstance(one, Paragraph))
    for inner in section.sections:
        yield from paragraphs(inner)


def presiding_at(draft: Draft) -> dict[str, tuple[str, str]]:
    """Return for each entry told its sitting's heading, and who was last said to preside."""
    found = {}
    for section in draft.sections:
        if not section.heading.startswith("Sitting "):
            continue
        chair = ""
        for one in paragraphs(section):
            if said := PRESIDES.search(one.text):
                chair = said[1]
            for source in one.sources:
                found[source] = section.heading, chair
    return found


@calm
@given(courses(), st.data())
def test_sittings_and_chairs_in_an_excerpts_summary_are_those_of_the_whole(
    room: Room, data: st.DataObject
) -> None:
    record = open_record(room.record)
    chosen = some_of(data, record)
    whole = presiding_at(summary(record, NOW))
    part = presiding_at(summary(excerpt(record, chosen), NOW))
    assert {key: one for key, one in whole.items() if key in part} == part
    assert set(chosen) & set(whole) <= set(part)


@calm
@given(two_stations(), st.data())
def test_what_an_excerpts_data_say_the_data_of_the_whole_say(
    entries: list[Entry], data: st.DataObject
) -> None:
    record = open_record(Record(entries))
    whole, part = picture(record, NOW), picture(excerpt(record, some_of(data, record)), NOW)
    for key in ("meeting", "agenda", "delegations", "bodies", "numbers"):
        assert part[key] == whole[key]
    for key in (
        "sittings", "interventions", "statements", "proposals", "decisions", "follow_ups",
        "events", "annexes", "remarks", "worklist", "speaking", "conflicts", "flags",
    ):  # fmt: skip
        assert [one for one in whole[key] if one in part[key]] == part[key], key


def frame(record: Record) -> dict[str, Any]:
    """Return what must not depend on what was chosen: sittings and items, with their chairs."""
    meeting = record.meeting
    sittings = {
        key: (one.number, one.state, one.presiding, one.person, one.bodies, one.present)
        for key, one in meeting.sittings.items()
        if key
    }
    return {**sittings, **{one.number: (one.title, one.state) for one in meeting.items}}


@calm
@given(courses(), st.data())
def test_as_a_session_of_its_own_it_has_the_sittings_chairs_and_numbers_of_the_whole(
    room: Room, data: st.DataObject
) -> None:
    record = open_record(room.record)
    chosen = some_of(data, record)
    part = alone(record, chosen, "Excerpt: some")
    assert not part.waiting()
    assert frame(part) == frame(record)
    for entry in part.entries:
        then, now = (one.until(entry.id).meeting.sitting(entry.sitting) for one in (record, part))
        assert (now.number, now.presiding) == (then.number, then.presiding)
    for text in part.meeting.texts.values():
        known = record.meeting.texts[text.id]
        assert (text.number, text.label, text.state) == (known.number, known.label, known.state)
    again = Room(live=False)
    again(*(
        line for line in excerpt_notes(record, chosen, "Excerpt: some").splitlines()
        if not line.startswith("# ")
    ))  # fmt: skip
    assert again.meeting.facts["title"] == "Excerpt: some"
    assert set(frame(again.record).values()) == set(frame(record).values())
    numbered = {(one.number, one.text) for one in part.meeting.texts.values()}
    assert {(one.number, one.text) for one in again.meeting.texts.values()} == numbered
