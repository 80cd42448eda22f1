"""What differs between systems: locking, flushing, syncing a folder, file modes.

One small interface with a form for Linux, macOS and Windows; nothing else in the program asks
which system it runs on when it writes the record.
"""

from __future__ import annotations

import errno
import importlib
import os
import sys
from pathlib import Path
from typing import Any

LOCKED_BYTE = (1 << 31) - 2
"""Windows locks are mandatory: this byte lies behind anything a reader reads, and no position
beyond it can be locked with the C library's 32-bit offsets."""


class Platform:
    """The form for Linux, and what the other systems share with it."""

    file_mode = 0o600
    folder_mode = 0o700
    open_flags = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)

    def lock(self, handle: int) -> bool:
        """Take the exclusive lock of an open file; False when somebody else holds it.

        It goes with the handle, also when the process is killed.
        """
        fcntl: Any = importlib.import_module("fcntl")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            raise
        return True

    def flush(self, handle: int) -> None:
        """Return once the bytes and the length of the file are on the medium."""
        os.fdatasync(handle)

    def forget(self, handle: int) -> None:
        """Drop the cached copy, so that the next read tells what the medium holds.

        After a failed sync the cache may still show bytes that were never written.
        """
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)

    def sync_folder(self, folder: Path) -> None:
        """Make the names in a folder durable."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class MacOS(Platform):
    """`fsync` there stops at the drive's cache; F_FULLFSYNC (fcntl(2)) goes through it."""

    FULL_SYNC = 51

    def flush(self, handle: int) -> None:
        """Sync through the drive's cache, or as far as a network volume allows."""
        fcntl: Any = importlib.import_module("fcntl")
        try:
            fcntl.fcntl(handle, self.FULL_SYNC)
        except OSError as error:
            if error.errno not in (errno.ENOTSUP, errno.EINVAL):
                raise
            os.fsync(handle)

    def forget(self, handle: int) -> None:
        """There is no such call; a restart reads the medium."""


class Windows(Platform):
    """Locks a byte, flushes with `fsync` (FlushFileBuffers), and has no folders to sync."""

    def lock(self, handle: int) -> bool:
        """Lock one byte far behind the end, where it keeps no reader out."""
        msvcrt: Any = importlib.import_module("msvcrt")
        os.lseek(handle, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EDEADLK):
                return False
            raise
        return True

    def flush(self, handle: int) -> None:
        """Flush the file's buffers to the medium."""
        os.fsync(handle)

    def forget(self, handle: int) -> None:
        """There is no such call; a restart reads the medium."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing to do: NTFS journals its names and opens no folder for syncing."""


def this_platform(name: str = sys.platform) -> Platform:
    """Return the form for the system that runs this."""
    if name == "win32":
        return Windows()
    return MacOS() if name == "darwin" else Platform()
