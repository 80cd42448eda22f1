"""A session on disk with a conductor or a screen on it, and a disk that can be made to refuse."""

from __future__ import annotations

import errno
import os
import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from textual.pilot import Pilot

from plenary_tui.settings import Settings
from plenary_tui.store.disk import OpenFile, RealDisk, RealFile
from plenary_tui.ui.app import PlenaryApp
from plenary_tui.ui.conducting.conductor import Conductor
from plenary_tui.ui.conducting.events import Event
from plenary_tui.ui.screens.room import RoomScreen

PATIENCE = 10.0
E = TypeVar("E")


class _File:
    def __init__(self, file: RealFile, disk: FullDisk) -> None:
        self._file = file
        self._disk = disk
        self.sync = file.sync
        self.lock = file.lock
        self.close = file.close

    def write(self, data: bytes | memoryview) -> int:
        self._disk.refuse()
        return self._file.write(data)


class FullDisk(RealDisk):
    """A disk that is full while `full` is set."""

    full = False

    def refuse(self) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def open_append(self, path: Path) -> OpenFile:  # type: ignore[override]
        return _File(super().open_append(path), self)

    def create(self, path: Path) -> OpenFile:  # type: ignore[override]
        self.refuse()
        return _File(super().create(path), self)


class Stage:
    """A conductor and everything that it told."""

    def __init__(self, folder: Path, disk: RealDisk | None = None, station: str = "desk") -> None:
        self.folder = folder
        self._told: queue.Queue[Event] = queue.Queue()
        self.conductor = Conductor(folder, station, self._told.put, disk=disk)

    def expect(self, kind: type[E]) -> E:
        """Return the next event of a kind, passing over others."""
        until = time.monotonic() + PATIENCE
        while True:
            event = self._told.get(timeout=max(0.01, until - time.monotonic()))
            if isinstance(event, kind):
                return event

    @property
    def typing(self) -> str:
        """What is being typed, as it is on disk."""
        path = self.folder / "typing" / self.conductor.station
        return path.read_text(encoding="utf-8") if path.exists() else ""


@contextmanager
def on_stage(folder: Path, disk: RealDisk | None = None, station: str = "desk") -> Iterator[Stage]:
    """Give a conductor that serves; it has ended afterwards."""
    stage = Stage(folder, disk, station)
    stage.conductor.start()
    try:
        yield stage
    finally:
        assert stage.conductor.stop(PATIENCE)


def until(holds: Callable[[], bool], within: float = PATIENCE) -> None:
    """Wait until something holds."""
    end = time.monotonic() + within
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.01)


def app_on(folder: Path) -> PlenaryApp:
    """Return the program with the room of a session."""
    return PlenaryApp(Settings(sessions=str(folder.parent), station="desk"), folder)


def room_of(pilot: Pilot[None]) -> RoomScreen:
    """Return the room that is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, RoomScreen)
    return screen


async def settled(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the screen go on until something holds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        await pilot.pause(0.02)
