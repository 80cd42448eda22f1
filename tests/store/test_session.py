"""A session is the union of its logs, read while it grows, whatever is wrong with one of them."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from plenary_tui.errors import StoreError, WrongUse
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session

from .sessions import SETUP, clock, copy_of, new_session, read_all, record


def flip(path: Path, line: int) -> int:
    """Change one letter of a line, counted from 1, and return the line's offset."""
    lines = path.read_bytes().split(b"\n")
    at = lines[line - 1].index(b'"what"') + 20
    broken = bytearray(lines[line - 1])
    broken[at] ^= 1
    lines[line - 1] = bytes(broken)
    path.write_bytes(b"\n".join(lines))
    return sum(len(one) + 1 for one in lines[: line - 1])


def test_a_session_is_followed_while_others_record(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    watcher = Session(folder)
    assert watcher.poll() == []
    record(folder, "antwerp", ["NV: first"])
    record(folder, "brussels", ["OS: second"])
    assert {entry.id for entry in watcher.poll()} == {"antwerp-13", "brussels-1"}
    assert watcher.poll() == []
    assert len(watcher.record.live.speeches) == 2
    assert watcher.stations == ["antwerp", "brussels"]


def test_a_damaged_line_is_named_and_what_follows_it_is_still_read(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s", "NV: first", "NV: second", "NV: third")
    offset = flip(folder / "log" / "antwerp.1.jsonl", 14)
    session = Session(folder)
    assert session.record.waiting() == {}
    assert session.record.lost == {"antwerp-14"}
    assert {one.text for one in session.record.live.speeches.values()} == {"first", "third"}
    damaged = next(notice for notice in session.notices if "checksum" in notice)
    assert f"log/antwerp.1.jsonl, line 14 (byte {offset})" in damaged
    assert "plenary merge" in damaged


def test_capture_goes_on_after_damage_and_sees_its_own_entries(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s", "NV: first", "NV: second", "NV: third")
    flip(folder / "log" / "antwerp.1.jsonl", 14)
    with Capture(Session(folder), "antwerp", live=True) as capture:
        answer = capture.take("... and more")
        assert answer is not None and answer.entry.id == "antwerp-16"
        assert capture.session.record.live.speeches["antwerp-15"].text == "third and more"


def test_a_line_that_is_lost_while_one_watches_holds_nothing_up(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    watcher = Session(folder)
    record(folder, "antwerp", ["NV: first", "NV: second"])
    flip(folder / "log" / "antwerp.1.jsonl", 13)
    assert [entry.id for entry in watcher.poll()] == ["antwerp-14"]
    assert [one.text for one in watcher.record.live.speeches.values()] == ["second"]


def test_a_copy_without_its_sealed_words_folds_and_shows_that_something_was_there(
    tmp_path: Path,
) -> None:
    folder = new_session(
        tmp_path / "s", "In camera:", "NV: the hidden matter", "Private: a hunch",
        "Proposal: seats", "Adopted: five seats", "Open session:", "NV: welcome back",
    )  # fmt: skip
    whole = Session(folder)
    assert whole.notices == []
    bare = copy_of(folder, tmp_path / "copy")
    shutil.rmtree(bare / "sealed")
    session = Session(bare)
    assert [e.id for e in session.record.entries] == [e.id for e in whole.record.entries]
    assert session.record.waiting() == {}
    hidden = session.record.entry("antwerp-14")
    assert hidden is not None
    assert (hidden.what.kind, hidden.marking) == ("sealed", "in_camera")
    assert "five seats" in [text.text for text in session.record.live.texts.values()]
    assert any("3 entries" in notice and "seal" in notice for notice in session.notices)
    assert b"hidden matter" not in read_all(bare)


def test_a_clock_that_is_ahead_is_told(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    record(folder, "brussels", ["NV: early"], now=clock(timedelta(hours=1)))
    notices = Session(folder, now=clock()).notices
    assert [n for n in notices if "brussels" in n and "60 min ahead" in n] == notices


def test_a_record_of_the_future_says_so_and_a_folder_that_is_none_too(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="no session"):
        Session(tmp_path / "nowhere")
    folder = new_session(tmp_path / "s")
    (folder / "log" / "not-a-log.txt").write_text("scribbles")
    (folder / ".merged").mkdir()
    (folder / ".merged" / "log").write_text("in the way of a folder")
    with pytest.raises(StoreError, match="interrupted"):
        Session(folder)
    shutil.rmtree(folder / ".merged")
    assert len(Session(folder).record.entries) == len(SETUP)


def test_the_hash_of_a_record_is_that_of_all_its_lines_wherever_they_lie(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s", "NV: first")
    before = Session(folder).hash()
    assert before == Session(copy_of(folder, tmp_path / "copy")).hash()
    record(folder, "brussels", ["OS: second"])
    session = Session(folder)
    assert session.hash() != before
    record(folder, "antwerp", ["NV: third"])
    after = session.hash()
    assert session.poll() and session.hash() != after
