"""Capture: what was answered is on disk, and stations hear each other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from plenary_tui.errors import LogBusy, NotDurable
from plenary_tui.record.kinds import Check, Retraction
from plenary_tui.store.capture import Capture
from plenary_tui.store.disk import RealDisk, RealFile
from plenary_tui.store.session import Session

from .sessions import clock, new_session, record


def test_an_answer_names_an_entry_that_another_program_can_read_already(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    now = clock()
    with Capture(Session(folder), "antwerp", live=True, now=now) as capture:
        answer = capture.take("NV: the sub-team reports in May")
        assert answer is not None
        assert Session(folder).record.entry(answer.entry.id) == answer.entry
        assert capture.session.record.entry(answer.entry.id) == answer.entry
        assert capture.take("   ") is None


def test_a_refusal_gives_its_reason_and_the_ways_out_and_keeps_the_line(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s", "Proposal NV: a text", "Objection TR: not yet")
    (answer,) = record(folder, "antwerp", ["Adopted:"])
    assert answer.verdict == "refused"
    assert answer.why
    assert answer.ways_out
    kept = Session(folder).record.entry(answer.entry.id)
    assert kept is not None
    assert "Adopted:" in kept.what.to_json()
    (unclear,) = record(folder, "antwerp", ["Closed: when all is said"])
    assert unclear.verdict == "unclear"


def test_two_stations_capture_into_one_meeting(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    here, there = clock(), clock(timedelta(hours=-1))
    with (
        Capture(Session(folder, now=here), "antwerp", live=True, now=here) as one,
        Capture(Session(folder, now=there), "brussels", live=True, now=there) as other,
    ):
        one.take("Proposal NV: a text")
        other.take("+ OS")
        answer = one.take("Adopted:")
        assert answer is not None and answer.verdict == "ok"
        other.take("... more")
    record_ = Session(folder).record
    (text,) = record_.meeting.texts.values()
    assert [stance.who for stance in text.stances] == ["OS"]
    assert text.state == "adopted"
    assert record_.waiting() == {}


def test_a_second_program_at_the_same_station_is_told(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    with Capture(Session(folder), "antwerp", live=True), pytest.raises(LogBusy, match="--station"):
        Capture(Session(folder), "antwerp", live=True)


def test_a_command_is_entered_like_a_line(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    with Capture(Session(folder), "antwerp", live=True) as capture:
        answer = capture.enter(Check(what="missed"))
        assert answer.entry.id == "antwerp-13"
        undone = capture.take("undo")
    assert undone is not None and isinstance(undone.entry.what, Retraction)
    assert "antwerp-13" in Session(folder).record.retracted


def test_gathered_lines_are_on_disk_when_it_closes_and_read_the_same(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    session = Session(folder)
    with Capture(session, "antwerp", live=False, file=True, gather=True) as capture:
        for line in ("NV: first", "Private: hush", "... second", "Proposal: a text", "Adopted:"):
            capture.take(line)
        assert len(Session(folder).record.entries) == 12
    assert session.record.entries == Session(folder).record.entries
    assert session.record.meeting == Session(folder).record.meeting
    assert len(session.record.entries) == 17


def test_an_import_that_fails_writes_none_of_what_it_gathered(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    with (
        pytest.raises(ZeroDivisionError),
        Capture(Session(folder), "antwerp", live=False, gather=True) as capture,
    ):
        capture.take("NV: first")
        raise ZeroDivisionError
    assert len(Session(folder).record.entries) == 12


class _FullDisk(RealDisk):
    full = False

    def open_append(self, path: Path) -> RealFile:
        file = super().open_append(path)
        write = file.write

        def refuse(data: bytes | memoryview) -> int:
            if self.full:
                raise OSError(28, "No space left on device")
            return write(data)

        file.write = refuse  # type: ignore[method-assign]
        return file


def test_a_full_disk_records_nothing_and_the_same_line_goes_in_later(tmp_path: Path) -> None:
    folder = new_session(tmp_path / "s")
    disk = _FullDisk()
    with Capture(Session(folder, disk), "antwerp", live=True) as capture:
        capture.take("NV: first")
        disk.full = True
        with pytest.raises(NotDurable, match="full"):
            capture.take("NV: second")
        assert capture.session.record.entry("antwerp-14") is None
        disk.full = False
        answer = capture.take("NV: second")
        assert answer is not None and answer.entry.id == "antwerp-14"
    assert [entry.id for entry in Session(folder).record.entries[-2:]] == [
        "antwerp-13",
        "antwerp-14",
    ]


def test_what_was_seen_before_comes_before_what_is_recorded_then(tmp_path: Path) -> None:
    """Also where somebody else polled the session, and the other clock is ahead."""
    folder = new_session(tmp_path / "demo")
    session = Session(folder, now=clock())
    with Capture(session, "antwerp", live=True, now=clock(timedelta(minutes=30))) as capture:
        record(folder, "annex", ["NV: first"], now=clock(timedelta(minutes=30, seconds=50)))
        assert session.poll()
        capture.take("OS: after it")
    said = [getattr(entry.what, "text", "") for entry in Session(folder).record.entries]
    assert said[-2:] == ["first", "after it"]
