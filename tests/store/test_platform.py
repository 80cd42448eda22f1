"""The forms for other systems, as far as they can be tried here: with stand-ins for their calls."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from plenary_tui.store.disk import RealDisk
from plenary_tui.store.log import StationLog
from plenary_tui.store.platform import LOCKED_BYTE, MacOS, Platform, Windows, this_platform

from .sweep import entry, words


def test_each_system_has_its_form() -> None:
    assert isinstance(this_platform("win32"), Windows)
    assert isinstance(this_platform("darwin"), MacOS)
    assert type(this_platform("linux")) is Platform
    assert type(this_platform("freebsd14")) is Platform


@pytest.fixture
def msvcrt(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Stand in for Windows' locking, which locks where the file is positioned."""
    locked: list[int] = []

    def locking(handle: int, mode: int, size: int) -> None:
        assert (mode, size) == (2, 1)
        at = os.lseek(handle, 0, os.SEEK_CUR)
        if at in locked:
            raise OSError(errno.EACCES, "locked")
        locked.append(at)

    module = ModuleType("msvcrt")
    module.LK_NBLCK = 2  # type: ignore[attr-defined]
    module.locking = locking  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "msvcrt", module)
    return locked


def test_windows_locks_behind_what_anybody_reads(tmp_path: Path, msvcrt: list[int]) -> None:
    disk = RealDisk(Windows())
    one, two = disk.open_append(tmp_path / "f"), disk.open_append(tmp_path / "f")
    assert one.lock()
    assert not two.lock()
    assert msvcrt == [LOCKED_BYTE]
    one.write(b"first")
    assert disk.read(tmp_path / "f") == b"first", "the lock must not move what is appended"
    one.close()
    two.close()


def test_a_log_is_kept_with_the_form_for_windows(tmp_path: Path, msvcrt: list[int]) -> None:
    disk = RealDisk(Windows())
    with StationLog(tmp_path, "antwerp", disk=disk) as log:
        log.append(entry("one", "private"))
    msvcrt.clear()
    with StationLog(tmp_path, "antwerp", disk=disk) as log:
        assert [words(each) for each in log.entries] == ["one"]
    assert not [path for path in tmp_path.rglob("*") if ":" in path.name]


def test_macos_syncs_through_the_drives_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    module = ModuleType("fcntl")
    module.fcntl = lambda handle, command: asked.append(command)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fcntl", module)
    MacOS().flush(0)
    assert asked == [51]


def test_macos_syncs_a_network_volume_as_far_as_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = errno.ENOTSUP

    def refuse(handle: int, command: int) -> None:
        raise OSError(code, os.strerror(code))

    module = ModuleType("fcntl")
    module.fcntl = refuse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fcntl", module)
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    MacOS().flush(7)
    assert synced == [7]
    code = errno.EIO
    with pytest.raises(OSError, match="Input/output"):
        MacOS().flush(7)
