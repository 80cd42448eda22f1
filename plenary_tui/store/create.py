"""Making a folder whole or not at all: it is filled under a hidden name and then renamed."""

from __future__ import annotations

import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plenary_tui.errors import WrongUse

from .atomic import write_all
from .disk import Disk, RealDisk, not_durable
from .names import slug

_PARTIAL = ".partial-"
_LEFT_BEHIND = 86_400  # seconds: no program fills a folder for a day


@contextmanager
def create(sessions: Path, name: str, disk: Disk | None = None) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes the session `name` at the end of the block.

    When the block raises, nothing is left. Raises WrongUse where the name is taken or is none,
    NotDurable where the disk refuses.
    """
    if slug(name) != name:
        raise WrongUse(f"{name!r} cannot name a session: take {slug(name)!r}.")
    with whole_folder(sessions / name, disk) as partial:
        yield partial


@contextmanager
def whole_folder(target: Path, disk: Disk | None = None) -> Iterator[Path]:
    """Give an empty folder that becomes `target` when the block ends, and vanishes if it raises.

    Raises WrongUse where there is such a folder already, NotDurable.
    """
    disk = disk or RealDisk()
    _check_free(disk, target)
    partial = target.parent / f".{target.name}{_PARTIAL}{secrets.token_hex(4)}"
    try:
        disk.make_folder(target.parent)
        _sweep(disk, target)
        disk.make_folder(partial)
        yield partial
        _check_free(disk, target)
        disk.replace(partial, target)
        disk.sync_folder(target.parent)
    except OSError as error:
        raise not_durable(error) from error
    finally:
        # After the renaming there is nothing here to remove.
        shutil.rmtree(partial, ignore_errors=True)


def _check_free(disk: Disk, target: Path) -> None:
    if disk.exists(target):
        raise WrongUse(f"{target.name} is in {target.parent} already: take another name.")


def _sweep(disk: Disk, target: Path) -> None:
    """Remove what a killed program left half made under this name."""
    for name in disk.names(target.parent):
        if name.startswith(f".{target.name}{_PARTIAL}"):
            with suppress(OSError):
                left = target.parent / name
                if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
                    shutil.rmtree(left, ignore_errors=True)


def write_new(disk: Disk, path: Path, data: bytes) -> None:
    """Write a file of a folder that nobody reads yet, durably. Raises OSError."""
    disk.make_folder(path.parent)
    file = disk.create(path)
    try:
        write_all(file.write, data)
        file.sync()
    finally:
        file.close()
    disk.sync_folder(path.parent)


def copy_folder(disk: Disk, source: Path, target: Path) -> None:
    """Copy a folder's files into another, which nobody reads yet, durably. Raises OSError."""
    for path in sorted(source.rglob("*")):
        if path.is_file():
            write_new(disk, target / path.relative_to(source), disk.read(path))
