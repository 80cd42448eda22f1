"""The sessions that the program ships, as the tests read them. Nobody writes to them here."""

from __future__ import annotations

import os
import tomllib
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from plenary_tui.documents.data import picture
from plenary_tui.record.entries import Entry
from plenary_tui.record.history import Record
from plenary_tui.record.meeting import Meeting
from plenary_tui.record.texts import standing
from plenary_tui.store.session import Session

SESSIONS = Path(__file__).parents[2] / "sessions"
ANTWERP = "2018-06-antwerp-intersessional"
TRAINING = "2021-11-training-plenary"
BOTH = (ANTWERP, TRAINING)
NOW = datetime.fromisoformat("2022-01-01T12:00:00+00:00")
"""When the sessions are looked at: after both are over."""

RENEW = os.environ.get("PLENARY_RENEW_GOLDEN") == "1"
"""Whether golden files and the sessions' readable files are to be written anew, not compared."""

Fields = dict[str, Any]

CASES: dict[str, Fields] = tomllib.loads(
    (Path(__file__).parent / "training_cases.toml").read_text("utf-8")
)


@cache
def session(name: str) -> Session:
    """Return a shipped session."""
    return Session(SESSIONS / name)


@cache
def as_of(entry_id: str) -> Record:
    """Return the record of the training session just after an entry."""
    record = session(TRAINING).record
    assert record.entry(entry_id) is not None, f"there is no {entry_id}"
    return record.until(entry_id)


def meeting_at(entry_id: str) -> Meeting:
    """Return the Meeting of the training session just after an entry."""
    return as_of(entry_id).meeting


def state_at(text: str, entry_id: str) -> str:
    """Return the state of a text of the training session just after an entry."""
    meeting = meeting_at(entry_id)
    return standing(meeting.texts[text], ended=meeting.ended, now=None)


def entry(entry_id: str) -> Entry:
    """Return an entry of the training session, as it was entered."""
    found = session(TRAINING).record.entry(entry_id)
    assert found is not None, f"there is no {entry_id}"
    return found


def local(entry_id: str) -> str:
    """Return the day and time at which an entry happened, in the session's zone."""
    return f"{entry(entry_id).happened.astimezone(session(TRAINING).record.meeting.zone):%d %H:%M}"


@cache
def pictured(name: str, until: str = "") -> Fields:
    """Return the picture of a shipped session, of the training one also just after an entry."""
    if until:
        return picture(as_of(until), entry(until).happened)
    return picture(session(name).record, NOW)
