"""The file system as the store sees it: injected, so that tests can make it fail."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Protocol

from plenary_tui.errors import NotDurable

from .platform import Platform, this_platform


class OpenFile(Protocol):
    """A file open for appending."""

    def write(self, data: bytes | memoryview) -> int:
        """Append, and return how many bytes were taken: perhaps fewer. Raises OSError."""

    def sync(self) -> None:
        """Return once everything written is durable. Raises OSError; then never ask again."""

    def lock(self) -> bool:
        """Take the exclusive lock, until closed; False when somebody else holds it."""

    def close(self) -> None:
        """Let go of the file and of its lock."""


class Disk(Protocol):
    """What the store needs of a file system. Every method may raise OSError."""

    def open_append(self, path: Path) -> OpenFile:
        """Open a file for appending; make it, readable for its owner only, when missing."""

    def create(self, path: Path) -> OpenFile:
        """Open a file for appending, empty."""

    def read(self, path: Path, start: int = 0) -> bytes:
        """Return the bytes from `start` to the end."""

    def size(self, path: Path) -> int:
        """Return the length of a file in bytes."""

    def exists(self, path: Path) -> bool:
        """Say whether there is such a file or folder."""

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, sorted; none when there is no folder."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder and what lies above it, each name durable."""

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name at once; durable with the next sync of the folder."""

    def remove(self, path: Path) -> None:
        """Remove a file; none there is fine."""

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""

    def forget(self, path: Path) -> None:
        """Drop the cached copy, so that the next read tells what the medium holds."""


class RealFile:
    """An open file of the real disk."""

    def __init__(self, path: Path, flags: int, platform: Platform) -> None:
        self._platform = platform
        self._handle = os.open(path, flags | platform.open_flags, platform.file_mode)

    def write(self, data: bytes | memoryview) -> int:
        """Append with one call of the system."""
        return os.write(self._handle, data)

    def sync(self) -> None:
        """Flush; what went into a file that was removed meanwhile counts as not written."""
        self._platform.flush(self._handle)
        if os.fstat(self._handle).st_nlink == 0:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    def lock(self) -> bool:
        """Take the exclusive lock, until closed."""
        return self._platform.lock(self._handle)

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


class RealDisk:
    """The disk of this computer."""

    def __init__(self, platform: Platform | None = None) -> None:
        self._platform = platform or this_platform()

    def open_append(self, path: Path) -> RealFile:
        """Open a file for appending; make it when missing."""
        return RealFile(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, self._platform)

    def create(self, path: Path) -> RealFile:
        """Open a file for appending, empty."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
        return RealFile(path, flags, self._platform)

    def read(self, path: Path, start: int = 0) -> bytes:
        """Return the bytes from `start` to the end."""
        with path.open("rb") as file:
            file.seek(start)
            return file.read()

    def size(self, path: Path) -> int:
        """Return the length of a file in bytes."""
        return path.stat().st_size

    def exists(self, path: Path) -> bool:
        """Say whether there is such a file or folder."""
        return path.exists()

    def names(self, folder: Path) -> list[str]:
        """Return the names in a folder, sorted; none when there is no folder."""
        try:
            return sorted(path.name for path in folder.iterdir())
        except FileNotFoundError:
            return []

    def make_folder(self, folder: Path) -> None:
        """Make a folder and what lies above it, each name durable."""
        if folder.is_dir():
            return
        self.make_folder(folder.parent)
        folder.mkdir(self._platform.folder_mode, exist_ok=True)
        self.sync_folder(folder.parent)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name at once."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file; none there is fine."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""
        self._platform.sync_folder(folder)

    def forget(self, path: Path) -> None:
        """Drop the cached copy of a file."""
        handle = os.open(path, os.O_RDONLY | self._platform.open_flags)
        try:
            self._platform.forget(handle)
        finally:
            os.close(handle)


_ADVICE = {
    errno.ENOSPC: "The disk is full: free some space",
    errno.EDQUOT: "Your quota on this disk is used up: free some space",
    errno.EFBIG: "The file may not grow any further here: move the session to another disk",
    errno.EROFS: "The disk is read-only: make it writable or move the session",
    errno.EACCES: "The session's folder may not be written: give yourself the right to",
    errno.EPERM: "The session's folder may not be written: give yourself the right to",
    errno.ENOENT: "The session's folder is gone: put it back",
    errno.EIO: "The disk failed: copy the session to another disk",
}


def not_durable(error: OSError) -> NotDurable:
    """Say in one sentence what the disk refused and what to do about it."""
    advice = _ADVICE.get(error.errno or 0)
    if advice is None:
        advice = f"The disk refused ({error.strerror or error}): look after it"
    return NotDurable(f"{advice}, then enter it again; it was not recorded.")
