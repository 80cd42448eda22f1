"""A station's log as its users see it: TinyDB's queries, ids, refusals, and what comes back."""

from __future__ import annotations

import errno
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tinydb import Query, where

from plenary_tui.errors import LogBusy, NotDurable, StoreError, WrongUse
from plenary_tui.record.kinds import Sealed
from plenary_tui.store.log import StationLog
from plenary_tui.store.reading import LogReader

from .simulated_disk import Chunk, Fault, SimulatedDisk
from .sweep import SESSION, entry, words

APPEND_ONLY = "append-only: correct or retract"


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return tmp_path / "a session"


def simulated(disk: SimulatedDisk) -> StationLog:
    return StationLog(SESSION, "antwerp", disk=disk)


def test_numbers_chain_and_order_go_on_over_runs(session: Path) -> None:
    hashes = [""]
    for number in range(1, 4):
        with StationLog(session, "antwerp") as log:
            assert log.next_id == f"antwerp-{number}"
            line = log.append(entry(f"line {number}"))
            assert line.entry.id == f"antwerp-{number}"
            assert line.p == hashes[-1]
            hashes.append(line.h)
    with StationLog(session, "antwerp") as log:
        assert [words(each) for each in log.entries] == ["line 1", "line 2", "line 3"]
        orders = [each.order for each in log.entries]
        assert orders == sorted(set(orders))


def test_queries_are_tinydbs(session: Path) -> None:
    with StationLog(session, "antwerp") as log:
        log.append_all([entry("one"), entry("two")])
        assert [found["id"] for found in log.search(where("what").text == "two")] == ["antwerp-2"]
        assert log.search(where("what").text == "three") == []
        log.append(entry("three"))
        found = log.search(Query().what.text == "three")
        assert [(each.doc_id, each["by"]) for each in found] == [(3, "R")]
        assert len(log) == log.count(where("marking") == "open") == 3
        got = log.get(doc_id=2)
        assert isinstance(got, dict)
        assert got["what"]["speaker"] == "NV"
        assert log.get(doc_id=9) is None
        assert [each["item"] for each in log.all()] == ["4.2"] * 3


def test_a_document_can_be_inserted(session: Path) -> None:
    document = {"at": datetime.now(UTC), "what": {"kind": "remark", "text": "a \x1b[31mred one"}}
    with StationLog(session, "antwerp") as log:
        assert log.insert(document) == 1
        assert log.insert_multiple([document, document]) == [2, 3]
        assert words(log.entries[0]) == "a \ufffdred one"
        with pytest.raises(StoreError, match="one table"):
            log.table("another").insert(document)


@pytest.mark.parametrize(
    "change",
    [
        lambda log: log.update({"by": "X"}),
        lambda log: log.update({"by": "X"}, doc_ids=[1]),
        lambda log: log.update_multiple([({"by": "X"}, where("by") == "R")]),
        lambda log: log.upsert({"by": "X"}, where("by") == "R"),
        lambda log: log.upsert({"by": "X"}, where("by") == "nobody"),
        lambda log: log.remove(where("by") == "R"),
        lambda log: log.remove(doc_ids=[1]),
        lambda log: log.truncate(),
        lambda log: log.drop_tables(),
        lambda log: log.drop_table("_default"),
    ],
)
def test_nothing_but_appending(session: Path, change: Callable[[StationLog], object]) -> None:
    with StationLog(session, "antwerp") as log:
        log.append(entry("stays"))
        with pytest.raises(StoreError, match=APPEND_ONLY):
            change(log)
        assert [words(each) for each in log.entries] == ["stays"]
    assert [words(each) for each in StationLog(session, "antwerp").entries] == ["stays"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_only_the_owner_reads_the_files(session: Path) -> None:
    with StationLog(session, "antwerp") as log:
        log.append(entry("between us", "private"))
        for path in session.rglob("*"):
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_sealed_words_are_not_in_the_log(session: Path) -> None:
    with StationLog(session, "antwerp") as log:
        line = log.append(entry("what nobody may read", "in_camera"))
        assert line.sealed
        assert words(line.entry) == "what nobody may read"
    raw = (session / "log" / "antwerp.1.jsonl").read_bytes()
    assert b"nobody" not in raw
    assert b"nobody" in (session / "sealed" / "antwerp.jsonl").read_bytes()
    with StationLog(session, "antwerp") as log:
        assert words(log.entries[0]) == "what nobody may read"
    (session / "sealed" / "antwerp.jsonl").unlink()
    with StationLog(session, "antwerp") as log:
        assert isinstance(log.entries[0].what, Sealed)
        assert log.damages == []


def test_who_comes_second_is_told_whom_to_ask(session: Path) -> None:
    with StationLog(session, "antwerp"):
        with pytest.raises(LogBusy, match=r"process \d+ on .*antwerp.*--station"):
            StationLog(session, "antwerp")
        StationLog(session, "paris").close()
    StationLog(session, "antwerp").close()


def test_a_station_is_no_path(session: Path) -> None:
    with pytest.raises(WrongUse):
        StationLog(session, "../antwerp")
    assert not session.exists()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "The disk is full: free some space"),
        (errno.EDQUOT, "quota"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "copy the session to another disk"),
        (errno.EBUSY, "look after it"),
    ],
)
def test_what_the_disk_refuses_is_said_in_one_sentence(code: int, said: str) -> None:
    disk = SimulatedDisk()
    log = simulated(disk)
    log.append(entry("one"))
    disk.fault = Fault(disk.count + 1, code)
    with pytest.raises(NotDurable, match=said) as refused:
        log.append(entry("two"))
    assert str(refused.value).endswith("not recorded.")
    assert [words(each) for each in log.entries] == ["one"]
    assert log.append(entry("two")).entry.id == "antwerp-2"


def test_a_whole_line_of_a_failed_append_is_not_recorded_twice() -> None:
    disk = SimulatedDisk()
    log = simulated(disk)
    size = len(log.append(entry("one")).raw)
    # Everything but the newline fits.
    disk.fault = Fault(disk.count + 1, errno.ENOSPC, take=size + 32, lasting=2)
    with pytest.raises(NotDurable):
        log.append(entry("two"))
    assert [words(each) for each in log.entries] == ["one"], "not shown before it is durable"
    line = log.append(entry("two"))
    assert line.entry.id == "antwerp-2"
    assert [words(each) for each in log.entries] == ["one", "two"]
    data = disk.read(SESSION / "log" / "antwerp.1.jsonl")
    assert data.count(b'"two"') == 1
    assert log.append(entry("two")).entry.id == "antwerp-3", "said twice on purpose is two entries"


def test_a_failed_sync_leads_to_a_new_file_and_a_notice() -> None:
    disk = SimulatedDisk()
    log = simulated(disk)
    log.append(entry("one"))
    disk.fault = Fault(disk.count + 2, errno.EIO)
    assert log.append(entry("two")).entry.id == "antwerp-2"
    log.append(entry("three"))
    assert disk.names(SESSION / "log") == ["antwerp.1.jsonl", "antwerp.2.jsonl"]
    assert len(log.notices) == 1
    assert "antwerp.2.jsonl" in log.notices[0]
    assert b'"two"' in disk.read(SESSION / "log" / "antwerp.2.jsonl")
    assert [words(line.entry) for line in LogReader(disk, SESSION, "antwerp").poll().lines] == [
        "one",
        "two",
        "three",
    ]


def test_a_scar_stays_and_is_told_with_its_place() -> None:
    disk = SimulatedDisk()
    log = simulated(disk)
    first = log.append(entry("one")).raw
    disk.fault = Fault(disk.count + 1, errno.ENOSPC, take=40, lasting=2)
    with pytest.raises(NotDurable):
        log.append(entry("two"))
    log.append(entry("three"))
    (damage,) = log.damages
    assert (damage.file, damage.line, damage.offset) == ("antwerp.1.jsonl", 2, len(first) + 1)
    assert damage.kind == "scar"
    assert "line 2" in str(damage)
    assert log.entries[-1].id == "antwerp-2"


def test_a_disk_that_cannot_be_read_back_is_left_for_a_new_file() -> None:
    class Unreadable(SimulatedDisk):
        broken = False

        def read(self, path: Path, start: int = 0) -> bytes:
            if self.broken and path.name == "antwerp.1.jsonl":
                raise OSError(errno.EIO, "Input/output error")
            return super().read(path, start)

    disk = Unreadable()
    log = simulated(disk)
    log.append(entry("one"))
    disk.files[SESSION / "log" / "antwerp.1.jsonl"].chunks.append(Chunk(b"torn", "durable"))
    disk.fault = Fault(disk.count + 1, errno.EIO)
    with pytest.raises(NotDurable):
        log.append(entry("two"))
    disk.broken = True
    assert log.append(entry("two")).entry.id == "antwerp-2"
    disk.broken = False
    assert [words(line.entry) for line in LogReader(disk, SESSION, "antwerp").poll().lines] == [
        "one",
        "two",
    ]


def test_a_batch_is_one_write_and_one_sync() -> None:
    disk = SimulatedDisk()
    log = simulated(disk)
    log.append(entry("one"))
    before = disk.count
    lines = log.append_all([entry(f"imported {n}") for n in range(100)])
    assert [what.split()[0] for what in disk.log[before:]] == ["write", "sync"]
    assert [line.entry.number for line in lines] == list(range(2, 102))
    assert log.append_all([]) == []


def test_more_than_nine_segments_stay_in_order() -> None:
    disk = SimulatedDisk()
    log = simulated(disk)
    for number in range(12):
        disk.fault = Fault(disk.count + 2, errno.EIO)
        log.append(entry(f"line {number}"))
    log.close()
    disk.fault = None
    assert "antwerp.10.jsonl" in disk.names(SESSION / "log")
    again = simulated(disk)
    assert [words(each) for each in again.entries] == [f"line {n}" for n in range(12)]
    assert again.damages == []
