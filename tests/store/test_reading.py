"""Reading without a lock: while it grows, and whatever the file holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plenary_tui.store.chain import encode, redact
from plenary_tui.store.disk import RealDisk
from plenary_tui.store.log import StationLog
from plenary_tui.store.reading import LogReader, segments, stations

from .simulated_disk import Chunk, SimulatedContent, SimulatedDisk
from .sweep import SESSION, entry, words

FILE = SESSION / "log" / "antwerp.1.jsonl"


def holding(data: bytes) -> SimulatedDisk:
    disk = SimulatedDisk()
    disk.make_folder(FILE.parent)
    disk.files[FILE] = SimulatedContent([Chunk(data, "durable")])
    return disk


def lines(count: int, station: str = "antwerp") -> list[bytes]:
    disk = SimulatedDisk()
    with StationLog(SESSION, station, disk=disk) as log:
        return [log.append(entry(f"line {n}")).raw for n in range(1, count + 1)]


@given(st.lists(st.integers(1, 600), max_size=40))
@settings(deadline=None)
def test_a_tail_gives_every_line_once_however_it_grows(steps: list[int]) -> None:
    data = b"\n".join([*lines(5), b'{"p":"torn', *lines(5)[:1], b""])
    disk = holding(b"")
    reader = LogReader(disk, SESSION, "antwerp")
    found, damages = [], []
    for end in [*(sum(steps[: i + 1]) for i in range(len(steps))), len(data)]:
        disk.files[FILE].chunks = [Chunk(data[:end], "durable")]
        batch = reader.poll()
        found += [words(line.entry) for line in batch.lines]
        damages += batch.damages
    assert found == [f"line {n}" for n in range(1, 6)]
    assert [damage.offset for damage in damages if damage.kind == "scar"] == [
        data.index(b'{"p":"torn')
    ]


def test_an_unfinished_last_line_is_shown_and_read_when_it_is_whole() -> None:
    one, two = lines(2)
    disk = holding(one + b"\n" + two[:50])
    reader = LogReader(disk, SESSION, "antwerp")
    assert [words(line.entry) for line in reader.poll().lines] == ["line 1"]
    assert reader.tail is not None
    assert (reader.tail.line, reader.tail.offset) == (2, len(one) + 1)
    disk.files[FILE].chunks.append(Chunk(two[50:] + b"\n"))
    assert [words(line.entry) for line in reader.poll().lines] == ["line 2"]
    assert reader.tail is None


def test_a_changed_line_is_named_and_so_is_the_gap_it_leaves() -> None:
    data = b"\n".join([*lines(3), b""]).replace(b"line 2", b"lies 2")
    batch = LogReader(holding(data), SESSION, "antwerp").poll()
    assert [words(line.entry) for line in batch.lines] == ["line 1", "line 3"]
    assert [(d.kind, d.line) for d in batch.damages] == [("damaged", 2), ("break", 3)]
    assert "checksum" in str(batch.damages[0])
    assert "antwerp-3 does not follow antwerp-1" in str(batch.damages[1])


def test_a_removed_line_is_a_break() -> None:
    one, _, three = lines(3)
    batch = LogReader(holding(one + b"\n" + three + b"\n"), SESSION, "antwerp").poll()
    assert [d.kind for d in batch.damages] == ["break"]


def test_a_second_entry_under_an_id_is_a_twin() -> None:
    (one,) = lines(1)
    other = encode(
        entry("another").model_copy(update={"id": "antwerp-1", "order": "1529397000123.0000"}),
        "",
        "0" * 32,
    ).line.raw
    batch = LogReader(holding(one + b"\n" + other + b"\n"), SESSION, "antwerp").poll()
    assert [words(line.entry) for line in batch.lines] == ["line 1"]
    assert [d.kind for d in batch.damages] == ["twin"]


@pytest.mark.parametrize(
    "change",
    [
        {"id": "paris-1"},
        {"id": "antwerp-x"},
        {"id": "antwerp-1\x1b[31m"},
        {"id": "antwerp-²"},
        {"order": "soon"},
        {"sitting": "\x1b]0;title\x07"},
    ],
)
def test_a_line_that_verifies_and_does_not_belong_is_left_out(change: dict[str, str]) -> None:
    stamp = {"id": "antwerp-1", "order": "1529397000123.0000", **change}
    raw = encode(entry("x").model_copy(update=stamp), "", "0" * 32).line.raw
    batch = LogReader(holding(raw + b"\n"), SESSION, "antwerp").poll()
    assert batch.lines == []
    (damage,) = batch.damages
    assert damage.kind == "damaged"
    assert "\x1b" not in str(damage)


@given(st.binary(max_size=2000))
def test_anything_at_all_can_be_read(data: bytes) -> None:
    batch = LogReader(holding(data + b"\n" + lines(1)[0]), SESSION, "antwerp").poll()
    assert [words(line.entry) for line in batch.lines] == ["line 1"]
    for damage in batch.damages:
        assert data[: damage.offset].count(b"\n") == damage.line - 1


def test_control_characters_in_text_split_no_line(tmp_path: Path) -> None:
    text = "a\u2028b\u0085c\x1cd\x0be"
    with StationLog(tmp_path, "antwerp") as log:
        log.append(entry(text))
    batch = LogReader(RealDisk(), tmp_path, "antwerp").poll()
    assert [words(line.entry) for line in batch.lines] == ["a\nb\nc\ufffdd\ne"]
    assert batch.damages == []


def test_redacted_lines_follow_on_without_a_break() -> None:
    data = b"".join(redact(raw) + b"\n" for raw in lines(3))
    batch = LogReader(holding(data), SESSION, "antwerp").poll()
    assert [line.entry.what.kind for line in batch.lines] == ["sealed"] * 3
    assert batch.damages == []


def test_a_file_the_disk_does_not_give_out_is_told_once_and_tried_again() -> None:
    class Failing(SimulatedDisk):
        failing = True

        def read(self, path: Path, start: int = 0) -> bytes:
            if self.failing:
                raise OSError(5, "Input/output error")
            return super().read(path, start)

    disk = Failing()
    disk.make_folder(FILE.parent)
    disk.files[FILE] = SimulatedContent([Chunk(lines(1)[0] + b"\n")])
    reader = LogReader(disk, SESSION, "antwerp")
    assert [d.kind for d in reader.poll().damages] == ["unreadable"]
    assert reader.poll().damages == []
    disk.failing = False
    assert [words(line.entry) for line in reader.poll().lines] == ["line 1"]


def test_a_reader_without_words_never_opens_what_is_sealed(tmp_path: Path) -> None:
    with StationLog(tmp_path, "antwerp") as log:
        log.append(entry("hidden", "private"))

    class Watching(RealDisk):
        def read(self, path: Path, start: int = 0) -> bytes:
            assert path.parent.name != "sealed"
            return super().read(path, start)

    (line,) = LogReader(Watching(), tmp_path, "antwerp", words=False).poll().lines
    assert (line.sealed, line.joined, line.entry.by) == (True, False, "")
    (line,) = LogReader(RealDisk(), tmp_path, "antwerp").poll().lines
    assert (line.joined, words(line.entry)) == (True, "hidden")


def test_other_stations_and_other_files_are_not_ours(tmp_path: Path) -> None:
    for station in ("room", "room-2"):
        StationLog(tmp_path, station).close()
    for name in ("room.x.jsonl", "room.01.jsonl", "notes.txt", "room.2.jsonl.new"):
        (tmp_path / "log" / name).write_bytes(os.urandom(20))
    assert stations(RealDisk(), tmp_path) == ["room", "room-2"]
    assert segments(RealDisk(), tmp_path, "room") == ["room.1.jsonl"]
    assert stations(RealDisk(), tmp_path / "nowhere") == []
