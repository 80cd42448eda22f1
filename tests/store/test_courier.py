"""The courier's thread: a folder that hangs is said, and nobody ever waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plenary_tui.store import courier
from plenary_tui.store.capture import Capture
from plenary_tui.store.courier import Courier
from plenary_tui.store.session import Session
from plenary_tui.store.sharing import Share, SharedDisk

from .sessions import clock, new_session, record


class HangingDisk(SharedDisk):
    """A network folder that does not answer until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()
        self.free.set()

    def exists(self, path: Path) -> bool:
        """Answer, at some time."""
        self.free.wait()
        return super().exists(path)


@pytest.fixture
def disk() -> Iterator[HangingDisk]:
    """The folder's disk; nothing hangs on it afterwards."""
    disk = HangingDisk()
    yield disk
    disk.free.set()


@pytest.fixture
def carrying(tmp_path: Path, disk: HangingDisk) -> Iterator[Courier]:
    """A courier of the session `demo`, which has ended afterwards."""
    (tmp_path / "share").mkdir()
    session = new_session(tmp_path / "demo")
    share = Share(session, tmp_path / "share", "antwerp", shared=disk)
    one = Courier(share)
    yield one
    disk.free.set()
    one.stop(10)


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.01)


def test_a_folder_that_hangs_is_said_and_recording_does_not_wait(
    carrying: Courier, disk: HangingDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "HANGS", 0.2)
    carrying.start(within=10)
    assert carrying.state == "shared"
    disk.free.clear()
    until(lambda: carrying.state == "away")
    (told,) = carrying.said()
    assert "does not answer" in told
    assert carrying.said() == []
    session = Session(carrying.share.session, now=clock())
    began = time.monotonic()
    with Capture(session, "antwerp", live=True) as capture:
        assert capture.take("NV: all the same") is not None
    assert time.monotonic() - began < 2
    disk.free.set()
    until(lambda: carrying.state == "shared")
    until(lambda: any("is back" in one for one in carrying.said()))
    there = carrying.share.folder / "demo" / "log" / "antwerp.1.jsonl"
    until(lambda: b"all the same" in there.read_bytes())


def test_to_end_takes_no_longer_than_it_may(carrying: Courier, disk: HangingDisk) -> None:
    disk.free.clear()
    began = time.monotonic()
    carrying.start(within=0.1)
    assert carrying.state == "starting"
    assert not carrying.stop(0.1)
    assert time.monotonic() - began < 2


def test_what_was_recorded_last_goes_out_at_the_end(carrying: Courier) -> None:
    carrying.start(within=10)
    record(carrying.share.session, "antwerp", ["NV: the last word"])
    assert carrying.stop(10)
    log = carrying.share.folder / "demo" / "log" / "antwerp.1.jsonl"
    assert b"the last word" in log.read_bytes()


def test_a_defect_is_told_once_and_ends_nothing(
    carrying: Courier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Share, "EVERY", 0.01)
    plain = Share.exchange
    failing = threading.Event()
    failing.set()

    def exchange(share: Share) -> object:
        if failing.is_set():
            raise RuntimeError("a defect")
        return plain(share)

    monkeypatch.setattr(Share, "exchange", exchange)
    carrying.start(within=10)
    until(lambda: carrying.state == "stuck")
    time.sleep(0.1)
    assert len(carrying.said()) == 1
    failing.clear()
    until(lambda: carrying.state == "shared")
