"""Changing several files of a session at once: all of them, or none.

The new files are laid out in a hidden folder beside the old ones; renaming that folder is the
one moment that counts. Before it, nothing has happened; after it, whoever opens the session
next finishes what a crash interrupted.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from .create import write_new
from .disk import Disk

_PREPARED = ".merging"
_DECIDED = ".merged"
_GONE = ".gone"


def change_files(disk: Disk, session: Path, files: Mapping[str, bytes | None]) -> None:
    """Give the files of a session, named from its folder, their new bytes; None removes one.

    Raises OSError; then all old files stand, or `finish` completes the change.
    """
    if not files:
        return
    prepared = session / _PREPARED
    shutil.rmtree(prepared, ignore_errors=True)
    try:
        for name, data in files.items():
            mark = _GONE if data is None else ""
            write_new(disk, prepared / f"{name}{mark}", data or b"")
        disk.sync_folder(prepared)
        disk.replace(prepared, session / _DECIDED)
    except OSError:
        shutil.rmtree(prepared, ignore_errors=True)
        raise
    disk.sync_folder(session)
    finish(disk, session)


def is_unfinished(disk: Disk, session: Path) -> bool:
    """Whether a change was decided that `finish` has to complete. Raises OSError."""
    return disk.exists(session / _DECIDED)


def finish(disk: Disk, session: Path) -> None:
    """Complete a change that was decided and interrupted. Raises OSError."""
    if not is_unfinished(disk, session):
        return
    decided = session / _DECIDED
    for folder in disk.names(decided):
        disk.make_folder(session / folder)
        for name in disk.names(decided / folder):
            # Two programs may finish at once: what one has moved is no longer there.
            with suppress(FileNotFoundError):
                if name.endswith(_GONE):
                    disk.remove(session / folder / name.removesuffix(_GONE))
                else:
                    disk.replace(decided / folder / name, session / folder / name)
        disk.sync_folder(session / folder)
    shutil.rmtree(decided, ignore_errors=True)
    disk.sync_folder(session)
