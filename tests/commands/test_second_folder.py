"""`plenary record` on a disk that fills up: it goes on in a second folder, and comes back."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from plenary_tui.store.session import Session
from tests.commands.conftest import Desk
from tests.commands.failing import FULL_WHILE


def start(desk: Desk, flag: Path, *args: str | Path) -> subprocess.Popen[str]:
    """Start a real recording whose sessions lie on a disk that is full while `flag` stands."""
    return subprocess.Popen(
        [sys.executable, "-c", FULL_WHILE, str(flag), str(desk.folder), "record", "demo",
         *map(str, args)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=desk.env,
    )  # fmt: skip


def enter(process: subprocess.Popen[str], line: str) -> str:
    assert process.stdin and process.stdout
    process.stdin.write(line + "\n")
    process.stdin.flush()
    return process.stdout.readline()


def texts(folder: Path) -> list[str]:
    return [getattr(entry.what, "text", "") for entry in Session(folder).record.entries]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder on another disk."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_full_disk_goes_on_in_the_second_folder_and_is_brought_up_to_date(
    demo: Desk, stick: Path, tmp_path: Path
) -> None:
    flag = tmp_path / "full"
    process = start(demo, flag, "--second-folder", stick)
    assert enter(process, "NV: before").startswith("ok desk-")
    flag.touch()
    assert enter(process, "NV: while it was full").startswith("ok desk-")
    assert texts(stick / "demo")[-2:] == ["before", "while it was full"]
    assert "while it was full" not in texts(demo.folder / "demo")
    flag.unlink()
    end = time.monotonic() + 20
    while "while it was full" not in texts(demo.folder / "demo"):
        assert time.monotonic() < end
        time.sleep(0.1)
    assert enter(process, "NV: and after").startswith("ok desk-")
    _, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert f"The disk is full: free some space; the record goes on in {stick / 'demo'}" in err
    assert "takes writes again" in err
    assert texts(demo.folder / "demo") == texts(stick / "demo")
    assert demo.ok("record", "demo", typed="NV: goes on\n").startswith("ok desk-")
    assert demo.run("verify", "demo").exit_code == 0
    report = demo.ok("merge", "demo", stick / "demo")
    assert "Nothing to add" in report


def test_after_the_end_whoever_opens_it_is_told_and_has_everything(
    demo: Desk, stick: Path, tmp_path: Path
) -> None:
    flag = tmp_path / "full"
    process = start(demo, flag, "--second-folder", stick)
    flag.touch()
    assert enter(process, "NV: only on the stick").startswith("ok desk-")
    process.kill()
    process.communicate()
    away = stick.rename(tmp_path / "unplugged")
    result = demo.run("record", "demo", typed="")
    assert "bring it back" in result.output
    away.rename(stick)
    result = demo.run("record", "demo", typed="NV: goes on\n")
    assert "Brought up to date" in result.output
    assert texts(demo.folder / "demo")[-2:] == ["only on the stick", "goes on"]
    assert demo.run("verify", "demo").exit_code == 0


def test_a_session_that_cannot_be_opened_for_writing_begins_in_the_second_folder(
    demo: Desk, stick: Path
) -> None:
    code = (
        "from plenary_tui.store.disk import RealDisk\n"
        "from pathlib import Path\n"
        "import sys\n"
        "first, plain = sys.argv.pop(1), RealDisk.open_append\n"
        "def refuse(self, path):\n"
        "    if str(path).startswith(first):\n"
        "        raise OSError(30, 'read-only')\n"
        "    return plain(self, path)\n"
        "RealDisk.open_append = refuse\n"
        "from plenary_tui.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(demo.folder), "record", "demo", "--second-folder",
         str(stick)],
        input="NV: on the stick\n", capture_output=True, text=True, env=demo.env, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert texts(stick / "demo")[-1] == "on the stick"
    assert "The newest entries lie in" in done.stderr


def test_a_second_folder_that_is_not_there_is_said_and_the_lines_come_back(
    demo: Desk, tmp_path: Path
) -> None:
    flag = tmp_path / "full"
    process = start(demo, flag, "--second-folder", tmp_path / "nowhere")
    flag.touch()
    _, err = process.communicate("NV: not lost\n", timeout=60)
    assert process.returncode == 1
    assert "There is no folder" in err
    assert err.count("There is no folder") == 1
    assert err.rstrip().endswith("NV: not lost")
