"""The drill: what is typed into the room, line by line and as it was once said, is the record.

A log is imported, its notes are typed through a pseudo-terminal into the room of a session with
the same set-up, and the two records must give the same picture: the one that `plenary export
NAME data --whole` writes, with each entry's place in the record for its id. Every typed line
carries the moment at which it happened, so that times are the same as well.
"""

from __future__ import annotations

import json
import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from plenary_tui.documents.data import data
from plenary_tui.documents.notes import notes
from plenary_tui.importers.making import import_session
from plenary_tui.record.history import Record
from plenary_tui.record.kinds import Unread
from plenary_tui.record.notation import logical_lines
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from tests.documents.ordinals import with_ordinals
from tests.importers.logs import REAL
from tests.importers.test_irc_real import LOGS
from tests.terminal.conftest import ROOT, House
from tests.terminal.terminal import Terminal

PACE = 20
"""How many times faster than the meeting was the lines are typed, where the test may last."""
LASTS = 90.0
"""Seconds that typing a real log may take: a longer meeting is typed faster."""
SOME_LAST = 12.0
"""The same for the lines of the shipped session."""
REST = 0.06
"""Seconds before and after Enter: a finger takes as long, and who pastes has none."""
SOME = 90
"""Lines of the shipped session's meeting that are typed."""
LATER = datetime(2031, 1, 1, tzinfo=UTC)
REFUSED = {
    "w3c-ccg/2020-06-09.log": ["q- <JoeAndrieu>"],
    "w3c-scribe/sample-team.txt": ["q- <plh>", "q- <krisk>"],
}
"""What a room refuses and an import records without effect: who leaves a list is on it."""
_HEAD = re.compile(r"(#\d+ )(?:\d{4}-\d\d-\d\d )?(?:\d\d:\d\d(?::\d\d(?:\.\d+)?)? )?")

real_logs = pytest.mark.skipif(
    not REAL.is_dir(), reason="the real logs are not here: PLENARY_REAL_LOGS names their folder"
)


class Line(NamedTuple):
    """A line as it is typed, and when it was said first."""

    at: datetime
    text: str


def lines_of(record: Record) -> list[Line]:
    """Return the notes of a record, each line with the whole moment at which it happened."""
    text = notes(record, whole=True)
    lines = [line for _, line in logical_lines(text) if not line.startswith("# ")]
    zone = record.live.zone
    found = []
    for line, entry in zip(lines, record.entries, strict=True):
        head = _HEAD.match(line)
        assert head is not None, line
        at = entry.happened.astimezone(zone)
        moment = f"{at:%Y-%m-%d %H:%M:%S}.{at.microsecond // 1000:03}"
        found.append(Line(at, f"{head[1]}{moment} {line[head.end() :]}"))
    return found


def set_up(record: Record) -> int:
    """Return how many entries stand before the first one of a sitting."""
    return next(
        place for place, entry in enumerate(record.entries)
        if entry.sitting or entry.what.kind in ("sitting", "sitting_time")
    )  # fmt: skip


def begin(folder: Path, lines: list[Line]) -> Session:
    """Make a session of the lines that stand before the meeting."""
    folder.mkdir(parents=True)
    with Capture(Session(folder), "desk", live=False, file=True, gather=True) as capture:
        for line in lines:
            capture.take(line.text)
    return Session(folder)


def picture(record: Record) -> dict[str, object]:
    """Return what the record comes to, with places in the record for ids."""
    found = with_ordinals(json.loads(data(record, now=LATER, whole=True)), record)
    assert isinstance(found, dict)
    return found


def type_in(house: House, terminal: Terminal, lines: list[Line], lasts: float) -> float:
    """Type lines at their own pace, so many times faster as is returned.

    Never three ahead of the disk: a busy machine reads them at once, and takes them for a paste.
    """
    begun = house.on_disk("typed")
    first = lines[0].at
    spoken = (lines[-1].at - first).total_seconds()
    faster = max(PACE, spoken / lasts)
    began = time.monotonic()
    for number, line in enumerate(lines, begun):
        house.wait_on_disk(terminal, number - 1, "typed")
        due = began + (line.at - first).total_seconds() / faster
        terminal.pump(max(REST, due - time.monotonic()))
        if "\n" in line.text:
            terminal.paste(line.text)
        else:
            for word in re.findall(r"\S+\s*", line.text):
                terminal.write(word)
                terminal.pump()
        terminal.pump(REST)
        terminal.press("enter")
    return faster


def drill(house: House, record: Record, lasts: float) -> None:
    """Type a record into a room, and compare what comes of it."""
    lines = lines_of(record)
    before = set_up(record)
    folder = house.folder / "typed"
    begin(folder, lines[:before])
    terminal = house.start("run", "typed", size=(120, 40))
    terminal.wait_for("● on disk")
    faster = type_in(house, terminal, lines[before:], lasts)
    print(f"{len(lines) - before} lines at {faster:.0f} times their pace")
    house.wait_on_disk(terminal, len(lines), "typed")
    terminal.press("ctrl+q")
    assert terminal.end() == 0
    typed = Session(folder).record
    assert [entry.what.kind for entry in typed.entries] == [
        entry.what.kind for entry in record.entries
    ]
    assert picture(typed) == picture(record)


@real_logs
def test_a_real_log_typed_into_the_room_is_the_record_of_its_import(house: House) -> None:
    name = "w3c-ccg/2021-04-22-vchttpapi.log"
    session = import_session(house.folder, "log", "archive", file=REAL / name).session
    drill(house, session.record, LASTS)


def test_the_shipped_session_typed_into_the_room_is_the_record_of_its_import(
    house: House, tmp_path: Path
) -> None:
    """Its first lines, closed behind them, so that this stays short."""
    whole = Session(ROOT / "sessions" / "2021-11-training-plenary").record
    part = Record(whole.entries[: set_up(whole) + SOME])
    file = tmp_path / "part.txt"
    file.write_text(notes(part, whole=True) + "Closed:\n", "utf-8")
    session = import_session(house.folder, "notes", "archive", file=file).session
    drill(house, session.record, SOME_LAST)


@real_logs
@pytest.mark.parametrize("name", LOGS)
def test_a_real_log_taken_live_differs_by_what_the_rules_refuse(tmp_path: Path, name: str) -> None:
    """Without a terminal, each log whole: the line mode and the room share this capture."""
    record = import_session(tmp_path, "log", "archive", file=REAL / name).session.record
    lines = lines_of(record)
    before = set_up(record)
    session = begin(tmp_path / "live", lines[:before])
    with Capture(session, "desk", live=True) as capture:
        for line in lines[before:]:
            capture.take(line.text)
    live = session.record
    kept = {entry.id: entry.what.line for entry in live.entries if isinstance(entry.what, Unread)
            and entry.what.state == "refused"}  # fmt: skip
    assert [line.split(" ", 3)[3] for line in kept.values()] == REFUSED.get(name, [])
    mine, theirs = picture(live), picture(record)
    places = {f"#{place}" for place, entry in enumerate(live.entries, 1) if entry.id in kept}
    worklist = mine["worklist"]
    assert isinstance(worklist, list)
    mine["worklist"] = [todo for todo in worklist if todo["id"] not in places]
    assert mine == theirs
