"""A second folder: whatever the first disk does, nothing acknowledged is lost, and no text."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plenary_tui.errors import NotDurable, WrongUse
from plenary_tui.store.capture import Capture
from plenary_tui.store.disk import Disk, RealDisk
from plenary_tui.store.reading import LogReader
from plenary_tui.store.second import (
    FirstFolder,
    forget_pointer,
    go_on,
    go_on_recording,
    leave_pointer,
    newer_copy,
    reopen,
)
from plenary_tui.store.session import Session
from plenary_tui.store.verify import verify

from .sessions import SETUP, clock, copy_of, new_session, read_all, record, told
from .simulated_disk import Fault, SimulatedDisk

FIRST = Path("/first/s")
STICK = Path("/stick")
LINES = ("NV: one", "Private: a thought", "OS: " + "at length " * 60, "In camera:", "TR: hidden")


class TwoDisks:
    """The first folder on a disk of its own, everything else on another."""

    def __init__(self) -> None:
        self.first = SimulatedDisk()
        self.other = SimulatedDisk()
        self.first.make_folder(FIRST)
        self.other.make_folder(STICK)

    def _of(self, path: Path) -> SimulatedDisk:
        return self.first if path.is_relative_to(FIRST.parent) else self.other

    def __getattr__(self, name: str) -> Any:
        return lambda path, *rest: getattr(self._of(path), name)(path, *rest)


class Desk:
    """A rapporteur who enters a line again until it is taken, in whatever folder."""

    def __init__(self, disks: TwoDisks) -> None:
        self.disks = disks
        self.disk: Disk = disks
        self.now = clock()
        self.folder = FIRST
        self.acknowledged: list[str] = []
        session = Session(FIRST, disks, now=self.now)
        self.capture = Capture(session, "desk", live=True, now=self.now)

    def enter(self, line: str) -> None:
        """Record a line, in the second folder where the first refuses."""
        while True:
            try:
                answer = self.capture.take(line)
            except NotDurable:
                if self.folder == FIRST:
                    self._move()
                continue
            assert answer is not None
            self.acknowledged.append(answer.entry.id)
            return

    def _move(self) -> None:
        for _ in range(20):
            try:
                self.capture = go_on_recording(
                    self.capture.session, self.capture, STICK, "desk", now=self.now
                )
            except NotDurable:
                continue
            self.folder = self.capture.session.folder
            return
        raise AssertionError("the second folder took nothing")


def _begun() -> Desk:
    desk = Desk(TwoDisks())
    for line in SETUP:
        desk.enter(line)
    return desk


def _operations() -> list[str]:
    desk = _begun()
    before = len(desk.disks.first.log)
    for line in LINES:
        desk.enter(line)
    return desk.disks.first.log[before:]


def _faults() -> Iterator[Fault]:
    for at, operation in enumerate(_operations(), 1):
        yield Fault(at, errno.EIO, 0, 10_000)
        if operation.startswith("write"):
            for take in (1, 200, 100_000):
                yield Fault(at, errno.ENOSPC, take, 10_000)
        if operation.startswith("sync"):
            yield Fault(at, errno.EIO, 0, 1)


FAULTS = list(_faults())


def _hold(desk: Desk, folder: Path, disk: Disk) -> None:
    """Everything acknowledged is there once, in order, and no log went apart."""
    session = Session(folder, disk)
    assert [one.id for one in session.record.entries if one.id in set(desk.acknowledged)] == (
        desk.acknowledged
    )
    texts = [getattr(one.what, "text", "") for one in session.record.entries]
    for line in LINES:
        text = line.partition(": ")[2].strip()
        assert not text or texts.count(text) == 1, f"{text!r} stands {texts.count(text)} times"
    assert not session.forks
    report = verify(folder, disk)
    assert report.holds, report.lines


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_whatever_the_first_disk_does_everything_is_in_the_second_and_then_in_both(
    fault: Fault,
) -> None:
    desk = _begun()
    first = desk.disks.first
    first.fault = Fault(first.count + fault.at, fault.code, fault.take, fault.lasting)
    for line in LINES:
        desk.enter(line)
    assert len(set(desk.acknowledged)) == len(SETUP) + len(LINES)
    _hold(desk, desk.folder, desk.disk)
    if desk.folder == FIRST:
        return
    share = FirstFolder(FIRST, desk.folder, "desk", disk=desk.disk)
    share.exchange()
    first.fault = None
    back = share.exchange()
    assert back.state == "shared"
    _hold(desk, FIRST, desk.disk)
    desk.enter("NV: and on")
    assert share.exchange().went == 1
    desk.capture.close()
    for left in first.after_cut():
        desk.disks.first = left
        FirstFolder(FIRST, desk.folder, "desk", disk=desk.disk).exchange()
        _hold(desk, FIRST, desk.disk)


@pytest.mark.parametrize("at", range(1, 60, 3))
def test_a_second_folder_that_fails_too_is_tried_again_and_nothing_is_mixed(at: int) -> None:
    desk = _begun()
    desk.disks.first.fault = Fault(desk.disks.first.count + 2, errno.ENOSPC, 100, 10_000)
    desk.disks.other.fault = Fault(desk.disks.other.count + at, errno.ENOSPC, 50, 3)
    for line in LINES:
        desk.enter(line)
    desk.disks.other.fault = None
    _hold(desk, desk.folder, desk.disk)


def test_nothing_is_said_of_the_first_folder_before_it_takes_writes() -> None:
    """It lacks nothing yet: that is no sign that it could take something."""
    desk = _begun()
    desk.capture.close()
    desk.disks.first.fault = Fault(1, errno.EROFS, 0, 10_000)
    second = go_on(FIRST, STICK, "desk", [], desk.disk)
    share = FirstFolder(FIRST, second, "desk", disk=desk.disk)
    assert share.exchange().state == "away"
    desk.disks.first.fault = None
    assert any("takes writes again" in one for one in share.exchange().said)
    assert share.exchange().said == ()


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    disk = RealDisk()
    one = new_session(tmp_path / "one" / "demo", "NV: first")
    stick = tmp_path / "stick"
    with pytest.raises(WrongUse, match="no folder"):
        go_on(one, stick, "antwerp", [], disk)
    with pytest.raises(WrongUse, match="already"):
        go_on(one, tmp_path / "one", "antwerp", [], disk)
    other = new_session(stick / "demo", "OS: other", station="elsewhere")
    before = read_all(other)
    with pytest.raises(WrongUse, match="another session"):
        go_on(one, stick, "antwerp", [], disk)
    assert read_all(other) == before
    fork = copy_of(one, tmp_path / "fork" / "demo")
    record(one, "antwerp", ["NV: here"])
    record(fork, "antwerp", ["NV: there"])
    before = read_all(fork)
    with pytest.raises(WrongUse, match="went on apart"):
        go_on(one, tmp_path / "fork", "antwerp", [], disk)
    assert read_all(fork) == before


def test_an_older_copy_there_is_brought_up_to_date_and_a_newer_one_goes_on(tmp_path: Path) -> None:
    disk = RealDisk()
    one = new_session(tmp_path / "one" / "demo", "NV: first")
    stick = copy_of(one, tmp_path / "stick" / "demo").parent
    record(one, "antwerp", ["Private: mine", "NV: second"])
    second = go_on(one, stick, "antwerp", [], disk)
    assert told(second) == told(one)
    record(second, "antwerp", ["NV: third"])
    assert go_on(one, stick, "antwerp", [], disk) == second
    assert "third" in repr(Session(second).record.entries[-1].what)


def test_a_line_that_the_first_disk_may_have_stands_in_the_second(tmp_path: Path) -> None:
    """The disk does not give it out now; later it may be there: then it is the same line."""
    one = new_session(tmp_path / "one" / "demo", "NV: first")
    later = copy_of(one, tmp_path / "later" / "demo")
    record(later, "antwerp", ["NV: nobody knows"])
    (tmp_path / "stick").mkdir()
    line = LogReader(RealDisk(), later, "antwerp").poll().lines[-1]
    second = go_on(one, tmp_path / "stick", "antwerp", [line], RealDisk())
    assert told(second) == told(later)


def test_who_opens_the_session_next_is_told_where_the_newest_copy_is(tmp_path: Path) -> None:
    disk, home = RealDisk(), tmp_path / "home"
    one = new_session(tmp_path / "one" / "demo", "NV: first")
    (tmp_path / "stick").mkdir()
    assert reopen(one, "antwerp", disk, home=home) == ""
    second = go_on(one, tmp_path / "stick", "antwerp", [], disk)
    assert leave_pointer(one, second, disk, home=home) == ""
    assert newer_copy(one, disk, home=home) == second
    record(second, "antwerp", ["NV: newest"])
    away = second.rename(tmp_path / "unplugged")
    assert "bring it back" in reopen(one, "antwerp", disk, home=home)
    away.rename(second)
    assert "Brought up to date" in reopen(one, "antwerp", disk, home=home)
    assert told(one) == told(second)
    assert reopen(one, "antwerp", disk, home=home) == ""
    leave_pointer(one, second, disk, home=home)
    forget_pointer(one, disk, home=home)
    assert newer_copy(one, disk, home=home) is None


def test_a_pointer_that_cannot_be_written_is_told_with_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told_ = leave_pointer(tmp_path / "demo", tmp_path / "stick" / "demo", RealDisk(),
                          home=tmp_path / "file")  # fmt: skip
    assert f"--sessions {tmp_path / 'stick'}" in told_


def test_what_is_being_typed_comes_back_from_the_second_folder(tmp_path: Path) -> None:
    one = new_session(tmp_path / "one" / "demo")
    (tmp_path / "stick").mkdir()
    second = go_on(one, tmp_path / "stick", "antwerp", [], RealDisk())
    for place, text in ((one, "old"), (second, "new")):
        (place / "typing").mkdir(exist_ok=True)
        (place / "typing" / "antwerp").write_text(text)
    FirstFolder(one, second, "antwerp").exchange()
    assert (one / "typing" / "antwerp").read_text() == "new"
