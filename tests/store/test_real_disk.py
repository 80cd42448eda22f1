"""The log on this computer's own disk: killed, crowded out, and refused by the system."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from plenary_tui.errors import LogBusy, NotDurable
from plenary_tui.store.disk import RealDisk, RealFile
from plenary_tui.store.log import StationLog
from plenary_tui.store.reading import LogReader

from .sweep import entry, words

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
KILLS = int(os.environ.get("PLENARY_KILLS", "4"))
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")


def start(session: Path, run: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.recorder", str(session), str(run)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT,
    )


@posix
def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for run in range(KILLS):
        program = start(tmp_path, run)
        assert program.stdout is not None
        acknowledged.append(program.stdout.readline())
        threading.Timer(0.05 + 0.037 * (run % 7), program.kill).start()
        acknowledged += program.stdout.read().splitlines(keepends=True)
        program.stdout.close()
        assert program.wait() == -signal.SIGKILL
    said = [line.split() for line in acknowledged if line.endswith("\n")]
    batch = LogReader(RealDisk(), tmp_path, "antwerp").poll()
    found = {line.entry.id: words(line.entry).split()[0] for line in batch.lines}
    assert len(said) > KILLS
    assert [found.get(id_) for _, id_, _ in said] == [name for _, _, name in said]
    assert set(Counter(found.values()).values()) == {1}
    assert len(found) <= len(said) + KILLS, "at most the one in flight came along"
    assert [d for d in batch.damages if d.kind != "scar"] == []


@posix
def test_a_second_program_is_told(tmp_path: Path) -> None:
    program = start(tmp_path, 0)
    assert program.stdout is not None
    program.stdout.readline()
    try:
        with pytest.raises(LogBusy, match=f"process {program.pid} on"):
            StationLog(tmp_path, "antwerp")
        assert LogReader(RealDisk(), tmp_path, "antwerp").poll().lines, "reading needs no lock"
    finally:
        program.kill()
        program.stdout.close()
        program.wait()
    with StationLog(tmp_path, "antwerp") as log:
        log.append(entry("mine now"))


@posix
def test_a_file_that_may_not_grow_refuses_and_recovers(tmp_path: Path) -> None:
    """RLIMIT_FSIZE makes the system take a part of a line, then none."""
    script = """
        import resource, sys
        from pathlib import Path
        from plenary_tui.errors import NotDurable
        from plenary_tui.store.log import StationLog
        from tests.store.sweep import entry
        log = StationLog(Path(sys.argv[1]), "antwerp")
        log.append(entry("one"))
        size = (Path(sys.argv[1]) / "log" / "antwerp.1.jsonl").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, resource.RLIM_INFINITY))
        try:
            log.append(entry("two"))
        except NotDurable as refused:
            print(refused)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        print(log.append(entry("two")).entry.id, *log.damages)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=ENVIRONMENT,
        check=True,
    )
    refused, recorded = done.stdout.splitlines()
    assert "may not grow" in refused
    assert recorded.startswith("antwerp-2 antwerp.1.jsonl, line 2")
    found = LogReader(RealDisk(), tmp_path, "antwerp").poll()
    assert [words(line.entry) for line in found.lines] == ["one", "two"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said(tmp_path: Path) -> None:
    class Full(RealDisk):
        full = False

        def open_append(self, path: Path) -> RealFile:
            return super().open_append(Path("/dev/full") if self.full else path)

    (tmp_path / "log").mkdir()
    disk = Full()
    disk.full = True
    with pytest.raises(NotDurable):
        StationLog(tmp_path, "antwerp", disk=disk).append(entry("one"))
    disk.full = False
    with StationLog(tmp_path, "antwerp", disk=disk) as log:
        assert log.append(entry("one")).entry.id == "antwerp-1"


@posix
def test_a_log_removed_under_the_program_is_not_written_into_nothing(tmp_path: Path) -> None:
    with StationLog(tmp_path, "antwerp") as log:
        log.append(entry("one"))
        (tmp_path / "log" / "antwerp.1.jsonl").unlink()
        assert log.append(entry("two")).entry.id == "antwerp-2"
        assert log.notices
    found = LogReader(RealDisk(), tmp_path, "antwerp").poll()
    assert [words(line.entry) for line in found.lines] == ["two"]
    assert [damage.kind for damage in found.damages] == ["break"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_without_the_right_to_write_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(NotDurable, match="give yourself the right"):
        StationLog(tmp_path / "s", "antwerp")
    tmp_path.chmod(0o700)


@posix
def test_a_reader_follows_while_another_program_writes(tmp_path: Path) -> None:
    program = start(tmp_path, 0)
    assert program.stdout is not None
    program.stdout.readline()
    reader = LogReader(RealDisk(), tmp_path, "antwerp")
    numbers: list[int] = []
    until = time.monotonic() + 0.4
    try:
        while time.monotonic() < until:
            batch = reader.poll()
            assert batch.damages == []
            assert all(line.joined or not line.sealed for line in batch.lines)
            numbers += [line.entry.number for line in batch.lines]
    finally:
        program.kill()
        program.stdout.close()
        program.wait()
    assert len(numbers) > 10
    assert numbers == list(range(1, len(numbers) + 1))


def test_threads_take_turns(tmp_path: Path) -> None:
    with StationLog(tmp_path, "antwerp") as log:

        def write(name: str) -> None:
            for number in range(20):
                log.append(entry(f"{name} {number}"))

        threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len({words(each) for each in log.entries}) == 60
    found = LogReader(RealDisk(), tmp_path, "antwerp").poll()
    assert [line.entry.number for line in found.lines] == list(range(1, 61))
    assert found.damages == []
