"""A session as one file, and back.

An archive is a zip file with the session's folder in it and a list of its files with their
hashes, so that what comes back is what was put in. It is read as a stranger's: no name in it
leaves the folder, nothing in it is larger than it may be, and nothing but a session's files is
taken.
"""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from plenary_tui.errors import DoesNotHold, LogBusy, WrongUse
from plenary_tui.record.kinds import Provenance

from .beside import write_beside
from .capture import Capture
from .clock import local_now
from .create import create, write_new
from .disk import Disk, RealDisk, not_durable
from .handover import hand_over
from .names import LOG, slug
from .reading import SEALED
from .session import Session
from .station import LONGEST, this_station
from .verify import verify

LIST = "archive.json"
"""The list of the files, beside the session's folder in the archive."""
FORM = 1
LARGEST = 2 << 30
"""Bytes that an archive may unpack to."""
MOST = 20_000
"""Files that it may hold."""

_DRAFTS = "drafts"
_BESIDE = ("record.txt", "READ-ME.txt")
_KEPT = re.compile(
    rf"(?:(?:{LOG}|{SEALED})/[A-Za-z0-9][\w.~-]*\.jsonl|{_DRAFTS}/\w[\w .,()+-]*|"
    rf"{'|'.join(map(re.escape, _BESIDE))})"
)
"""The files of a session, by their path in its folder."""
_CHUNK = 1 << 20
_ARCHIVING = "-archive"
_UNZIPPED = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
)  # fmt: skip
"""What the reading of a zip file raises where it is none, or is not whole."""


@dataclass(frozen=True)
class Archived:
    """An archive that was made. lines: what to tell a person."""

    path: Path
    entries: int
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Restored:
    """A session that came back. lines: what to tell a person; empty where all is well."""

    folder: Path
    entries: int
    lines: tuple[str, ...]


def archive(
    session: Session, target: Path, *, whole: bool, station: str = "",
    now: Callable[[], datetime] = local_now,
) -> Archived:  # fmt: skip
    """Pack a session into a zip file, which must not be there yet.

    Without `whole` it is what a hand-over without in-camera words is; with it everything is in
    it, sealed words and drafts/ too. The session's log remembers either, in a log beside the
    station's own while that records. What is being typed stays here. Raises WrongUse where there
    is such a file, LogBusy where both logs are written, NotDurable.
    """
    if target.exists():
        raise WrongUse(f"{target} is there already: name another file.")
    station = station or this_station()
    try:
        return _archive(session, target, whole, station, now)
    except LogBusy:
        return _archive(session, target, whole, _beside(station), now)


def _beside(station: str) -> str:
    """Return the station that makes an entry while another program has the log of the first."""
    return f"{station[: LONGEST - len(_ARCHIVING)].rstrip('-')}{_ARCHIVING}"


def _archive(
    session: Session, target: Path, whole: bool, station: str, now: Callable[[], datetime]
) -> Archived:
    try:
        with tempfile.TemporaryDirectory(prefix="plenary-archive-") as place:
            if whole:
                with Capture(session, station, live=False, now=now) as capture:
                    text = f"{target.name}, with all sealed words"
                    capture.enter(Provenance(act="archived", text=text, in_camera=True))
                packed, lines = session.folder, _told_whole(session)
            else:
                packed = Path(place) / target.name
                report = hand_over(session, packed, False, station=station, act="archived", now=now)
                lines = report.lines[1:]
            files = list(_files(packed))
            report_ = verify(packed, session.disk)
            data = Path(place) / "packed.zip"
            _pack(data, session.name, packed, files, report_.entries, now())
            path = write_beside(target, data.read_bytes())
    except OSError as error:
        raise not_durable(error) from error
    return Archived(path, report_.entries, lines)


def restore(source: Path, sessions: Path, name: str = "", disk: Disk | None = None) -> Restored:
    """Make a session of an archive, whole or not at all; name: else the one that it had.

    Raises WrongUse where the file is no archive or the name is taken, DoesNotHold where it is
    not what was packed or asks for more than a session may, NotDurable.
    """
    disk = disk or RealDisk()
    try:
        with zipfile.ZipFile(source) as packed:
            listed = _listed(packed, source.name)
            folder = slug(name or str(listed["session"]))
            with create(sessions, folder, disk) as partial:
                for path, digest in _checked(packed, listed, source.name):
                    _take(packed, path, digest, disk, partial, source.name, str(listed["session"]))
                report = verify(partial, disk)
    except _UNZIPPED as error:
        if zipfile.is_zipfile(source):
            raise DoesNotHold(
                f"{source.name} is damaged, and nothing was restored: take another copy of it."
            ) from error
        raise WrongUse(
            f"{source.name} is no archive: it is no zip file, or one that breaks off. `plenary "
            "archive` makes one."
        ) from error
    except IsADirectoryError as error:
        raise WrongUse(f"{source} is a folder: name the archive, a zip file.") from error
    except FileNotFoundError as error:
        raise WrongUse(f"There is no {source}: check the name.") from error
    except OSError as error:
        raise not_durable(error) from error
    lines = () if report.holds else ("It was damaged when it was packed:", *report.lines)
    return Restored(sessions / folder, report.entries, lines)


def _files(folder: Path) -> Iterator[str]:
    """Yield the files of a session that are kept, by their path in its folder."""
    for place in (LOG, SEALED, _DRAFTS):
        for path in sorted((folder / place).glob("*")):
            if path.is_file() and _KEPT.fullmatch(f"{place}/{path.name}"):
                yield f"{place}/{path.name}"
    yield from (name for name in _BESIDE if (folder / name).is_file())


def _pack(
    target: Path, name: str, folder: Path, files: list[str], entries: int, made: datetime
) -> None:
    listed: dict[str, Any] = {
        "form": FORM, "session": name, "entries": entries, "made": made.isoformat(),
        "files": {},
    }  # fmt: skip
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in files:
            digest = blake2b(digest_size=16)
            with (folder / path).open("rb") as file, packed.open(f"{name}/{path}", "w") as into:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    into.write(chunk)
            listed["files"][path] = digest.hexdigest()
        packed.writestr(LIST, json.dumps(listed, indent=1))


def _told_whole(session: Session) -> tuple[str, ...]:
    private, sealed = len(session.record.live.private), session.disk.names(session.folder / SEALED)
    told = (
        ["It holds everything, sealed words too: keep it as closed as they are."] if sealed else []
    )
    if private:
        told.append(f"Private notes are in it: {private}.")
    return tuple(told)


def _listed(packed: zipfile.ZipFile, name: str) -> dict[str, Any]:
    """Return the list of an archive. Raises WrongUse where there is none."""
    try:
        info = packed.NameToInfo.get(LIST)
        if info is None:
            raise ValueError("it has no list of its files")
        if info.file_size > _CHUNK * 16:
            raise ValueError("its list is too long")
        listed = json.loads(packed.read(info))
        files = listed["files"]
        if listed["form"] != FORM or not isinstance(files, dict) or not listed["session"]:
            raise ValueError("its list is of another form")
    except (KeyError, TypeError, ValueError) as error:
        why = str(error) if type(error) is ValueError else "its list cannot be read"
        raise WrongUse(
            f"{name} is no archive of a session ({why}): make one with `plenary archive`."
        ) from error
    assert isinstance(listed, dict)
    return listed


def _checked(
    packed: zipfile.ZipFile, listed: dict[str, Any], name: str
) -> Iterator[tuple[str, str]]:
    """Yield the files of an archive with their hashes, once all of it is what it may be."""
    infos = [info for info in packed.infolist() if not info.is_dir()]
    if len(infos) > MOST:
        raise DoesNotHold(f"{name} holds {len(infos):,} files, more than a session has.")
    if sum(info.file_size for info in infos) > LARGEST:
        raise DoesNotHold(f"{name} would unpack to more than {LARGEST >> 30} GB.")
    files: dict[str, Any] = listed["files"]
    expected = {LIST, *(f"{listed['session']}/{path}" for path in files)}
    found = [info.filename for info in infos]
    odd = sorted(set(found) ^ expected) or sorted({one for one in found if found.count(one) > 1})
    odd += [path for path in files if not _KEPT.fullmatch(path)]
    if odd:
        raise DoesNotHold(f"{name} is not as it was packed: look at {odd[0]!r} in it.")
    if any(info.external_attr >> 16 & 0o170000 == 0o120000 or info.flag_bits & 1 for info in infos):
        raise DoesNotHold(f"{name} holds links or encrypted files, which no session has.")
    if not any(path.startswith(f"{LOG}/") for path in files):
        raise DoesNotHold(f"{name} holds no log, and so no session.")
    for path, digest in files.items():
        yield path, str(digest)


def _take(
    packed: zipfile.ZipFile, path: str, digest: str, disk: Disk, target: Path, name: str,
    session: str,
) -> None:  # fmt: skip
    """Unpack one file, no further than it says that it is long. Raises DoesNotHold."""
    info = packed.getinfo(f"{session}/{path}")
    found = blake2b(digest_size=16)
    data = bytearray()
    with packed.open(info) as file:
        while chunk := file.read(_CHUNK):
            data += chunk
            found.update(chunk)
            if len(data) > info.file_size:
                break
    if len(data) != info.file_size or found.hexdigest() != digest:
        raise DoesNotHold(f"{name} is not as it was packed: {path} in it was changed.")
    write_new(disk, target / path, bytes(data))
