"""A secret in every field of every kind, on a real disk: only `sealed/` holds it."""

from __future__ import annotations

import queue
from datetime import datetime
from pathlib import Path

import pytest

from plenary_tui.documents.card import card
from plenary_tui.documents.communique import communique
from plenary_tui.record.entries import EntryMarking
from plenary_tui.store.library import Library
from plenary_tui.store.log import StationLog
from plenary_tui.store.search import Index
from plenary_tui.store.session import Session
from plenary_tui.ui.conducting.composing import Composing
from plenary_tui.ui.conducting.events import Drafted, Event
from plenary_tui.ui.pages.shelf import caught_up
from plenary_tui.upkeep import write_documents
from tests.documents.test_secrets import SECRET, with_secrets
from tests.record.rooms import START


def now() -> datetime:
    """Return a moment after the meeting."""
    return START.replace(hour=20)


@pytest.fixture(params=["in_camera", "private"])
def sessions(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a folder with one session, in which every kind holds a secret under seal."""
    marking: EntryMarking = request.param
    record, planted = with_secrets(marking)
    with StationLog(tmp_path / "demo", "hall") as log:
        lines = log.append_all(record.entries)
    assert [line.entry.what for line in lines] == [entry.what for entry in record.entries]
    assert planted > 50
    return tmp_path


def test_the_sealed_file_holds_the_secret_and_the_log_does_not(sessions: Path) -> None:
    sealed = b"".join(path.read_bytes() for path in (sessions / "demo" / "sealed").iterdir())
    log = b"".join(path.read_bytes() for path in (sessions / "demo" / "log").iterdir())
    assert SECRET.encode() in sealed
    assert SECRET.encode() not in log


def test_neither_index_nor_catalogue_nor_a_readable_file_holds_it(sessions: Path) -> None:
    session = Session(sessions / "demo")
    Index(sessions).update(session)
    Library(sessions).update(session)
    write_documents(session)
    made = [path for path in sessions.iterdir() if path.is_file()]
    made += [path for path in (sessions / "demo").iterdir() if path.is_file()]
    assert {"index.sqlite", "library.json", "record.txt", "READ-ME.txt"} <= {
        path.name for path in made
    }
    for path in made:
        assert SECRET.encode() not in path.read_bytes(), path.name
    assert not Index(sessions).search(SECRET)


def test_neither_the_library_nor_the_draft_nor_the_card_shows_it(sessions: Path) -> None:
    rows, _ = caught_up(sessions)
    assert [row.name for row in rows] == ["demo"]
    assert SECRET not in repr(rows)
    told: queue.Queue[Event] = queue.Queue()
    composing = Composing(told.put, now)
    for compose in (communique, card):
        composing.follow(compose)
        composing.look(Session(sessions / "demo").record)
        drafted = told.get(timeout=20)
        assert isinstance(drafted, Drafted) and drafted.draft is not None
        assert SECRET not in repr(drafted)
    composing.stop()
