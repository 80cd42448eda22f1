"""Stations that share a session through a folder, each on a disk of its own, all simulated."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

from plenary_tui.record.redaction import open_record
from plenary_tui.store.capture import Capture
from plenary_tui.store.session import Session
from plenary_tui.store.sharing import Exchange, Share

from .sessions import SETUP, clock
from .simulated_disk import SimulatedDisk, SimulatedFile

HOME = Path("/desk/s")
FOLDER = Path("/share")


class Folder(SimulatedDisk):
    """The disk of the shared folder, which goes away while `away` is set."""

    away = False

    def __init__(self) -> None:
        super().__init__()
        self.make_folder(FOLDER)

    def _gone(self) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def exists(self, path: Path) -> bool:
        """Look, where it is there."""
        return not self.away and super().exists(path)

    def read(self, path: Path, start: int = 0) -> bytes:
        """Read, where it is there."""
        return self._gone() if self.away else super().read(path, start)

    def open_append(self, path: Path) -> SimulatedFile:
        """Open, where it is there."""
        return self._gone() if self.away else super().open_append(path)


class Office:
    """One station with a disk of its own, and its share in the folder."""

    def __init__(
        self, station: str, folder: Folder, *, in_camera: bool = False, ahead: int = 0
    ) -> None:
        self.station = station
        self.disk = SimulatedDisk()
        self.disk.make_folder(HOME / "log")
        self.now = clock(timedelta(minutes=ahead))
        self.folder = folder
        self.share = self.open(in_camera=in_camera)

    def open(self, *, in_camera: bool = False) -> Share:
        """Return the share as it is when the program starts."""
        return Share(
            HOME, FOLDER, self.station, in_camera=in_camera, disk=self.disk, shared=self.folder
        )

    def record(self, *lines: str) -> None:
        """Record lines, each durable before the next."""
        session = Session(HOME, self.disk, now=self.now)
        with Capture(session, self.station, live=True, now=self.now) as capture:
            for line in lines:
                capture.take(line)

    def begin(self, *lines: str) -> None:
        """Make the session here."""
        self.record(*SETUP, *lines)

    def exchange(self) -> Exchange:
        """Take one step."""
        return self.share.exchange()

    @property
    def session(self) -> Session:
        """The session as it lies here."""
        return Session(HOME, self.disk, now=self.now)

    def told(self, *, whole: bool = True) -> dict[str, str]:
        """Return everything that the Meeting says here, by part."""
        record = self.session.record
        meeting = (record if whole else open_record(record)).meeting
        return {name: repr(part) for name, part in sorted(vars(meeting).items())}

    @property
    def ids(self) -> list[str]:
        """The entries here in the order of folding."""
        return [entry.id for entry in self.session.record.entries]

    @property
    def open_ids(self) -> list[str]:
        """The entries here in the order of folding, as they read without what is sealed."""
        return [entry.id for entry in open_record(self.session.record).entries]

    @property
    def said(self) -> list[str]:
        """The texts of the entries here."""
        return [getattr(entry.what, "text", "") for entry in self.session.record.entries]
