"""Two real programs on a shared folder, one of them cut off for a while with its clock wrong."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from typing import TextIO

import pytest

from plenary_tui.store.session import Session
from tests.commands.conftest import Desk

SEEN_WITHIN = 5.0

WRONG_CLOCK = """
import sys
from datetime import timedelta
from plenary_tui.store import clock
right, wrong = clock.local_now, timedelta(hours=float(sys.argv.pop(1)))
clock.local_now = lambda: right() + wrong
from plenary_tui.cli import main
main()
"""


class Recorder:
    """A real `plenary record`, fed through a pipe."""

    def __init__(self, desk: Desk, *args: str | Path, hours: float = 0) -> None:
        head = ["-c", WRONG_CLOCK, str(hours)] if hours else ["-m", "plenary_tui"]
        self.folder = desk.folder / "demo"
        self._process = subprocess.Popen(
            [sys.executable, *head, "record", "demo", *map(str, args)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, encoding="utf-8", env=desk.env, cwd=desk.folder.parent,
        )  # fmt: skip
        self.answers: Queue[str] = Queue()
        self.told: Queue[str] = Queue()
        self._readers = []
        for stream, lines in ((self._process.stdout, self.answers),
                              (self._process.stderr, self.told)):  # fmt: skip
            assert stream
            reader = threading.Thread(target=self._read, args=(stream, lines), daemon=True)
            reader.start()
            self._readers.append(reader)

    def _read(self, stream: TextIO, lines: Queue[str]) -> None:
        with stream:
            for line in stream:
                lines.put(line)

    def enter(self, line: str) -> str:
        """Enter a line, and return the id of its entry once it is on disk."""
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        answer = self.answers.get(timeout=30)
        assert answer.startswith(("ok ", "refused ", "unclear ")), answer
        return answer.split()[1].rstrip(":")

    def expect(self, words: str, within: float = 30) -> None:
        """Wait until a sentence with these words was told."""
        end = time.monotonic() + within
        told = []
        while True:
            try:
                told.append(self.told.get(timeout=max(0.01, end - time.monotonic())))
            except Empty:
                raise AssertionError(f"not told: {words}; but {told}") from None
            if words in told[-1]:
                return

    def sees(self, entry_id: str) -> bool:
        """Whether an entry has arrived in the session that this program records into."""
        return Session(self.folder).record.entry(entry_id) is not None

    def end(self) -> None:
        """End the recording."""
        assert self._process.stdin
        self._process.stdin.close()
        assert self._process.wait(30) == 0, list(self.told.queue)

    def kill(self) -> None:
        """End it whatever it does."""
        self._process.kill()
        self._process.wait()
        for reader in self._readers:
            reader.join()
        assert self._process.stdin
        with suppress(BrokenPipeError):
            self._process.stdin.close()


@contextmanager
def recording(desk: Desk, *args: str | Path, hours: float = 0) -> Iterator[Recorder]:
    """Give a program that records; it has ended afterwards."""
    recorder = Recorder(desk, *args, hours=hours)
    try:
        yield recorder
    finally:
        recorder.kill()


def within(seconds: float, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"it did not come to hold within {seconds} s"
        time.sleep(0.05)


@pytest.fixture
def annex(demo: Desk, tmp_path: Path) -> Desk:
    """A second computer, with no session yet."""
    folder = tmp_path / "annex" / "sessions"
    folder.mkdir(parents=True)
    return Desk(folder, demo.plan, station="annex")


def picture(desk: Desk) -> dict[str, object]:
    """The picture of the whole session for programs, as this computer has it."""
    desk.ok("export", "demo", "data", "--whole", "-o", desk.folder.parent / "picture.json")
    data: dict[str, object] = json.loads(
        (desk.folder.parent / "picture.json").read_text(encoding="utf-8")
    )
    return data


def ids(desk: Desk) -> list[str]:
    return [entry.id for entry in desk.record().entries]


def test_two_stations_one_cut_off_with_its_clock_an_hour_wrong(
    demo: Desk, annex: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    # Each mounts the folder under a name of its own, so that one can be cut off.
    mount = tmp_path / "mount"
    mount.symlink_to(folder)
    with recording(demo, "--share", folder) as one:
        opened = one.enter("Opened: 10:00")
        within(SEEN_WITHIN, (folder / "demo" / "log" / "desk.1.jsonl").exists)
        with recording(annex, "--share", mount, "--share-in-camera", hours=-1) as two:
            two.expect("demo came from")
            within(SEEN_WITHIN, lambda: two.sees(opened))
            theirs = two.enter("Sitting: WGM, Room 3")
            within(SEEN_WITHIN, lambda: one.sees(theirs))
            text = one.enter("Proposal NV: the sub-team meets monthly")
            within(SEEN_WITHIN, lambda: two.sees(text))

            mount.unlink()
            two.expect("shared folder is away")
            apart = [two.enter("Opened:"), two.enter("TR: cut off"), two.enter("... and more")]
            alone = [one.enter("Adopted:"), one.enter("NV: alone")]
            assert not two.sees(alone[-1])
            mount.symlink_to(folder)
            two.expect("shared folder is back")
            within(SEEN_WITHIN, lambda: all(map(two.sees, alone)))
            within(SEEN_WITHIN, lambda: all(map(one.sees, apart)))
            last = one.enter("OS: together again")
            within(SEEN_WITHIN, lambda: two.sees(last))
            closing = two.enter("NV: the last word")
            two.end()
        one.end()
    everything = {opened, theirs, text, *apart, *alone, last, closing}
    assert everything <= set(ids(demo))
    assert ids(demo) == ids(annex)
    assert picture(demo) == picture(annex)
    for desk in (demo, annex):
        assert desk.run("verify", "demo").exit_code == 0


def test_the_same_station_on_two_computers_is_said_at_once(
    demo: Desk, annex: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "share"
    folder.mkdir()
    annex.station = demo.station
    with recording(demo, "--share", folder) as one:
        within(SEEN_WITHIN, (folder / "demo" / "log" / "desk.1.jsonl").exists)
        with recording(annex, "--share", folder) as two:
            two.expect("demo came from")
            two.enter("NV: from the second")
            one.expect("Another computer records as desk too")
            one.enter("NV: from the first")
            two.expect("Another computer records as desk too")
            one.end()
            two.end()
    texts = [getattr(entry.what, "text", "") for entry in demo.record().entries]
    assert {"from the first", "from the second"} <= set(texts)


def test_a_folder_that_cannot_be_shared_is_one_sentence(demo: Desk, tmp_path: Path) -> None:
    refused = demo.run("record", "demo", "--share", demo.folder, typed="NV: x\n")
    assert refused.exit_code == 2
    assert "name another folder" in refused.output
    nowhere = demo.run("record", "nowhere", "--share", tmp_path, typed="NV: x\n")
    assert nowhere.exit_code == 2
    away = demo.start("record", "demo", "--share", str(tmp_path / "gone"))
    out, err = away.communicate("NV: all the same\n", timeout=30)
    assert away.returncode == 0
    assert out.startswith("ok desk-")
    assert "shared folder is away" in err
    assert "Not everything is in the shared folder" in err
