"""This installation's station: the id under which it writes, made once and kept."""

from __future__ import annotations

import os
import re
import secrets
import socket
from pathlib import Path

from platformdirs import user_data_path

from plenary_tui.errors import WrongUse

from .atomic import write_whole
from .disk import Disk, RealDisk, not_durable

VARIABLE = "PLENARY_STATION"
LONGEST = 24

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,23}", re.ASCII)
_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # device names on Windows
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


def is_station(name: str) -> bool:
    """Whether a name can be a station's id, and a file's name on every system."""
    return bool(_SLUG.fullmatch(name)) and not _RESERVED.fullmatch(name)


def check_station(name: str) -> str:
    """Return a station's id, or raise WrongUse where the name cannot be one."""
    if not is_station(name):
        raise WrongUse(
            f"{name!r} cannot name a station: take up to {LONGEST} small letters, digits and "
            "hyphens, beginning with a letter or a digit."
        )
    return name


def new_station(host: str) -> str:
    """Make an id that a person can read: from the computer's name, and a few random letters."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(4))
    stem = re.sub(r"[^a-z0-9]+", "-", host.split(".")[0].casefold(), flags=re.ASCII).strip("-")
    stem = stem[: LONGEST - 5].strip("-") or "station"
    return f"{stem}-{letters}"


def this_station(given: str = "", *, folder: Path | None = None, disk: Disk | None = None) -> str:
    """Return the id of this station: as given, else `PLENARY_STATION`, else the kept one.

    It is made on first use and kept in the user's data folder, outside all sessions, so that a
    copied session never makes two programs write one log. Raises WrongUse, NotDurable.
    """
    named = given or os.environ.get(VARIABLE, "")
    if named:
        return check_station(named)
    disk = disk or RealDisk()
    path = (folder or user_data_path("plenary-tui", appauthor=False)) / "station"
    try:
        kept = _kept(disk, path)
        if not kept:
            disk.make_folder(path.parent)
            write_whole(disk, path, new_station(socket.gethostname()).encode())
            kept = _kept(disk, path)
    except OSError as error:
        raise not_durable(error) from error
    return kept


def _kept(disk: Disk, path: Path) -> str:
    if not disk.exists(path):
        return ""
    name = disk.read(path).decode("ascii", "replace").strip()
    return name if is_station(name) else ""
