"""The sessions that the program ships, copied once to the user's own folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import plenary_tui
from plenary_tui.errors import WrongUse

from .atomic import write_whole
from .create import copy_folder, whole_folder
from .disk import Disk, RealDisk, not_durable
from .names import session_names

_OFFERED = ".shipped"
"""Names what was copied here before, so that what a person removed stays removed."""


def shipped_sessions() -> Path | None:
    """Return the folder of the shipped sessions: in the wheel, or beside the sources."""
    package = Path(plenary_tui.__file__).parent
    places = (package / "data" / "sessions", package.parent / "sessions")
    return next((place for place in places if place.is_dir()), None)


def unpack(target: Path, source: Path | None = None, disk: Disk | None = None) -> list[str]:
    """Copy the shipped sessions into `target` the first time, and return the names of the new.

    Nothing that is there is overwritten. Raises NotDurable.
    """
    disk = disk or RealDisk()
    source = source or shipped_sessions()
    if source is None or source.resolve() == target.resolve():
        return []
    try:
        record = target / _OFFERED
        offered = disk.read(record).decode().split() if disk.exists(record) else []
        fresh = []
        for name in session_names(source, disk):
            if name in offered:
                continue
            with suppress(WrongUse), whole_folder(target / name, disk) as partial:
                copy_folder(disk, source / name, partial)
                fresh.append(name)
            offered.append(name)
            write_whole(disk, record, "\n".join(offered).encode())
    except OSError as error:
        raise not_durable(error) from error
    return fresh
