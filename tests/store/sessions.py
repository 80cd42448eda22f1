"""Sessions for the tests of the store: made, recorded and copied as people would."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plenary_tui.record.redaction import open_record
from plenary_tui.store.capture import Answer, Capture
from plenary_tui.store.session import Session

SETUP = (
    "Meeting: Training Plenary",
    "Dates: 2018-06-19/2018-06-20",
    "Delegation NV: Novaria; Participant",
    "Delegation OS: Ostrava Sea; Participant",
    "Delegation TR: Tarn; Participant",
    "Delegation GDA: Gem Dealers; Observer",
    "Body WGM: Working Group on Monitoring; chair NV",
    "Agenda 1: Opening",
    "Agenda 2: Mines; WGM",
    "Sitting: Plenary, Room 1",
    "Opened: 10:00",
    "Item 2",
)


def clock(
    offset: timedelta = timedelta(0), start: str = "2018-06-19T10:00"
) -> Callable[[], datetime]:
    """Return a wall clock that goes on by a second with every look."""
    moment = datetime.fromisoformat(start).replace(tzinfo=UTC) + offset

    def now() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return now


def record(
    folder: Path,
    station: str,
    lines: Iterable[str],
    *,
    now: Callable[[], datetime] | None = None,
    live: bool = True,
) -> list[Answer]:
    """Record lines at a station, each durable before the next."""
    now = now or clock()
    with Capture(Session(folder, now=now), station, live=live, now=now) as capture:
        return [answer for line in lines if (answer := capture.take(line)) is not None]


def new_session(folder: Path, *lines: str, station: str = "antwerp") -> Path:
    """Make a session with a roster, an agenda and an open sitting, and record lines into it."""
    folder.mkdir(parents=True)
    record(folder, station, (*SETUP, *lines))
    return folder


def copy_of(session: Path, target: Path) -> Path:
    """Copy a session's folder as a file manager would."""
    shutil.copytree(session, target)
    return target


def told(session: Path, *, whole: bool = True) -> dict[str, str]:
    """Return everything that the Meeting of a session says, by part, for comparing two copies."""
    record = Session(session).record
    meeting = (record if whole else open_record(record)).meeting
    return {name: repr(part) for name, part in sorted(vars(meeting).items())}


def read_all(folder: Path) -> bytes:
    """Return the bytes of all files of a folder, and their names."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return b"\n".join(str(path).encode() + path.read_bytes() for path in paths)
