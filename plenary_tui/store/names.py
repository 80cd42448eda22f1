"""Where sessions lie, and what they are called."""

from __future__ import annotations

import difflib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from platformdirs import user_data_path

from plenary_tui.errors import WrongUse
from plenary_tui.record.clean import clean_line

from .disk import Disk, RealDisk

VARIABLE = "PLENARY_SESSIONS"
LOG = "log"
"""The folder of a session's logs; a folder that has one is a session."""
LONGEST = 60
_ALIKE = 0.8
"""From here on a name is suggested: a letter or two differ, not another year and month."""
LOG_GONE = (
    f"its {LOG}/ is gone, and with it the record: put the {LOG}/ of another copy back into it, or "
    "restore its archive under another name"
)
_PARTS = frozenset(("sealed", "typing", "drafts", "record.txt", "READ-ME.txt"))
"""What a session's folder holds beside its logs."""

_RESERVED = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")  # device names on Windows
_SPELT = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "þ": "th"})


def slug(text: str) -> str:
    """Return a folder's name for `text`: at most 60 small letters, digits and hyphens.

    It is never empty, and a name that is one already comes back as it is.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-")
    if not name or _RESERVED.fullmatch(name):
        return f"session-{name}".strip("-")
    return name


def renaming(asked: str, name: str) -> str:
    """Return what to say where a session is not called as it was asked for; else nothing."""
    if asked.strip() in ("", name):
        return ""
    asked = clean_line(asked.strip())
    return f"{asked} is named {name}: a folder's name has small letters, digits and hyphens."


def session_names(sessions: Path, disk: Disk | None = None) -> list[str]:
    """Return the names of the sessions in a folder."""
    disk = disk or RealDisk()
    return [
        name
        for name in disk.names(sessions)
        if not name.startswith(".") and disk.exists(sessions / name / LOG)
    ]


def strays(
    sessions: Path, there: Iterable[str] | None = None, disk: Disk | None = None
) -> dict[str, str]:
    """Return the folders beside the sessions that are none, each with what it is instead.

    there: the sessions, where they are known already.
    """
    disk = disk or RealDisk()
    known = frozenset(session_names(sessions, disk) if there is None else there)
    return {
        name: what
        for name in disk.names(sessions)
        if name not in known and not name.startswith(".")
        if (what := _stray(disk, sessions / name))
    }


def _stray(disk: Disk, folder: Path) -> str:
    try:
        inside = set(disk.names(folder))
    except NotADirectoryError:
        return ""
    except OSError as error:
        return f"the folder cannot be read ({error.strerror or error})"
    if not inside:
        return "an empty folder: nothing of a session is in it"
    if inside & _PARTS:
        return LOG_GONE
    return f"a folder without {LOG}/: no session"


def find(sessions: Path, name: str, disk: Disk | None = None) -> Path:
    """Return the folder of the session of that name, or of the only one that begins so.

    Raises WrongUse, naming those that it could be, or the nearest.
    """
    if "/" in name or "\\" in name:
        raise WrongUse(f"{name!r} is a path: name a session, and its folder with --sessions.")
    there = session_names(sessions, disk)
    wanted = name.casefold()
    if wanted in there:
        return sessions / wanted
    begins = [one for one in there if wanted and one.casefold().startswith(wanted)]
    if name in there or len(begins) == 1:
        return sessions / (name if name in there else begins[0])
    if begins:
        raise WrongUse(f"{name!r} begins {_spelt(begins)}: write more of the name.")
    if what := strays(sessions, there, disk).get(name):
        raise WrongUse(f"{name} cannot be opened: {what}.")
    near = sorted(there, key=lambda one: -_likeness(wanted, one))[:3]
    near = [one for one in near if _likeness(wanted, one) >= _ALIKE]
    if near:
        raise WrongUse(f"There is no session {name!r} in {sessions}: do you mean {_spelt(near)}?")
    if there:
        raise WrongUse(f"There is no session {name!r} in {sessions}: it has {_spelt(there)}.")
    raise WrongUse(f"There is no session in {sessions}: make one with `plenary new {name}`.")


def _likeness(wanted: str, name: str) -> float:
    """Return how like a name is to what was typed, or its beginning: 1 is the same."""
    ends = {len(wanted), len(name)}
    return max(difflib.SequenceMatcher(None, wanted, name[:end]).ratio() for end in ends)


def _spelt(names: list[str]) -> str:
    shown = names[:5] + (["…"] if len(names) > 5 else [])
    return ", ".join(shown)


def sessions_dir(given: str | Path = "") -> Path:
    """Return the folder of the sessions: as given, else `PLENARY_SESSIONS`, else as found.

    That is `sessions/` here where it exists, else the user's data folder.
    """
    named = given or os.environ.get(VARIABLE, "")
    if named:
        return Path(named)
    here = Path("sessions")
    return here if here.is_dir() else user_sessions()


def user_sessions() -> Path:
    """Return the folder of the sessions in the user's data folder."""
    return user_data_path("plenary-tui", appauthor=False) / "sessions"
