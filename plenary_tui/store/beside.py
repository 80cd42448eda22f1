"""A file that a person asked for: whole or not at all, and never over one that is in use."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

from .atomic import write_whole
from .disk import RealDisk

_IN_USE = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)
_MOST = 99


def write_beside(target: Path, data: bytes) -> Path:
    """Write a file and return its path: `target`, or the next free name beside it.

    Another name is taken where the target is open in an office program, or may not be replaced.
    Raises OSError.
    """
    disk = RealDisk()
    refused: OSError | None = None
    for path in _names(target):
        if path != target and path.exists():
            continue
        if path == target and _is_taken(path):
            continue
        try:
            write_whole(disk, path, data)
        except OSError as error:
            if error.errno not in _IN_USE or refused is not None:
                raise
            refused = error
        else:
            return path
    raise refused or FileExistsError(errno.EEXIST, "every name beside it is taken", str(target))


def _names(target: Path) -> Iterator[Path]:
    yield target
    for number in range(2, _MOST):
        yield target.with_name(f"{target.stem} ({number}){target.suffix}")


def _is_taken(path: Path) -> bool:
    """Whether an office program says that it has the file open, or the file is read-only."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    marks = (f".~lock.{path.name}#", f"~${path.name}", f"~${path.name[2:]}")
    if any(path.with_name(mark).exists() for mark in marks):
        return True
    return path.exists() and not os.access(path, os.W_OK)
