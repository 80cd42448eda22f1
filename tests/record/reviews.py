"""A version under review, for the tests: issued in a room without composing anything."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from plenary_tui.record.bracketing import Bracket
from plenary_tui.record.kinds import (
    CorrectionAnswered,
    CorrectionAsked,
    DraftIssued,
    IssuedParagraph,
    IssuedSection,
    Kind,
    ParagraphRef,
    Review,
)
from plenary_tui.record.scribe import Prepared

from .rooms import Room, in_session

MINES = ParagraphRef(section="mines")
DATA = ParagraphRef(section="data")


def enter(room: Room, command: Kind, at: datetime | None = None) -> Prepared:
    """Enter a command, ten seconds after the last one or at a moment; keep what is kept."""
    room.now = at or room.now + timedelta(seconds=10)
    prepared = room.scribe.enter(command, room.now)
    room.flags = room.scribe.commit(prepared)
    room.last = prepared
    return prepared


def version(label: str = "1", *, brackets: bool = False, **fields: Any) -> DraftIssued:
    """Return a version of two paragraphs, the second with brackets where asked for."""
    words = "The Plenary welcomed [the] data." if brackets else "The Plenary welcomed the data."
    held = (Bracket(21, 26, by=("TR",)),) if brackets else ()
    return DraftIssued(
        label=label, symbol=f"TP/L.1/Rev.{label}",
        sections=(
            IssuedSection(key="mines", heading="Mines", blocks=(
                IssuedParagraph(ref=MINES, number="1", text="The Plenary noted the mines."),
            )),
            IssuedSection(key="data", heading="Data", blocks=(
                IssuedParagraph(ref=DATA, number="2", text=words, brackets=held),
            )),
        ),
        **fields,
    )  # fmt: skip


def issued(*lines: str, **fields: Any) -> tuple[Room, str]:
    """Return a room in which a version was issued, and the id of the entry that did."""
    room = in_session(*lines)
    return room, enter(room, version(**fields)).entry.id


def under_review(room: Room, hours: float = 24, **fields: Any) -> datetime:
    """Put the last version under review for some hours; return the deadline."""
    until = room.now + timedelta(hours=hours)
    done = enter(room, Review(act="under_review", until=until, **fields))
    assert done.verdict == "ok", done.why
    return until


def asks(room: Room, target: str, old: str, new: str, who: str = "TR", **fields: Any) -> str:
    """Ask for a correction; return its id."""
    command = CorrectionAsked(speaker=who, target=target, old=old, new=new, **fields)
    done = enter(room, command)
    assert done.verdict == "ok", done.why
    return done.entry.id


def answers(room: Room, target: str, verdict: Any, why: str = "") -> Prepared:
    """Answer a correction."""
    return enter(room, CorrectionAnswered(target=target, verdict=verdict, text=why))
