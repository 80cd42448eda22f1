"""The Chair's script, to be printed: what to read out from here on, with the ways out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from plenary_tui.record.history import Record

from ..chronicle import Chronicle
from ..draft import Draft, Listing, Paragraph, Section
from ..wording import capital
from .parts import Step, Way
from .running import running


def script(record: Record, now: datetime | None = None, language: str = "en") -> Draft:
    """Compose the script of an open record from where the station that recorded last stands.

    language: one that `data/script.toml` has.
    """
    chronicle = Chronicle(record, now)
    station = next((one.station for one in reversed(record.entries)), "")
    meeting = chronicle.meeting
    steps = running(meeting, meeting.station_sitting(station), now, language)
    return chronicle.draft(
        "Script for the Chair", *(Section(one.heading, tuple(_blocks(one))) for one in steps)
    )


def _blocks(step: Step) -> Iterator[Paragraph | Listing]:
    if step.quote:
        yield Paragraph(step.quote, step.sources)
    yield Paragraph(step.say, step.sources, lead="▸")
    if step.note:
        yield Paragraph(f"({step.note})")
    said = tuple(Paragraph(way.say, lead=_lead(way)) for way in step.ways if way.say)
    if said:
        yield Listing(said)


def _lead(way: Way) -> str:
    """Return when a way is taken; how its line goes on is for the screen."""
    return f"{capital(way.why.partition(':')[0])}:"
