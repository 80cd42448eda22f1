"""A second folder: where a session goes on when its own takes no more writes.

The session as it can be read is copied to FOLDER/<session>/ and the station's log goes on there.
`FirstFolder` brings the first one up to date as soon as it takes writes again. Until then a small
file in the user's data folder says where the newest copy is, for whoever opens the session next.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_data_path

from plenary_tui.errors import NotDurable, StoreError, WrongUse

from .atomic import TYPING, write_whole
from .capture import Capture
from .chain import Line
from .clock import local_now
from .disk import Disk, RealDisk
from .growing import GrowingCopy
from .names import LOG
from .reading import SEALED
from .session import Session
from .sharing import Exchange, Share
from .withheld import Withheld

PROBE = 8192
"""Bytes that a folder must take before it counts as taking writes again."""


def go_on(session: Path, folder: Path, station: str, standing: Sequence[Line], disk: Disk) -> Path:
    """Copy a session into a second folder, and return its folder there.

    standing: lines of the station that may stand in the first one without anybody knowing: they
    stand in the copy, lest the two logs go apart. Raises WrongUse where the folder cannot be
    taken, StoreError where the session cannot be read, NotDurable.
    """
    target = folder / session.name
    if folder.resolve() == session.parent.resolve():
        raise WrongUse(
            f"{folder} is where the session lies already: name a folder on another disk."
        )
    if not disk.exists(folder):
        raise WrongUse(f"There is no folder {folder}: make it, or name another one.")
    source, there = GrowingCopy(disk, session), GrowingCopy(disk, target)
    try:
        lines = source.poll()
    except OSError as error:
        raise StoreError(
            f"The session cannot be read any more ({error.strerror or error}), so that it cannot "
            "be copied: put its disk back; what you type stays here."
        ) from error
    lines += [line for line in standing if line.h not in source.hashes]
    hashes = {line.h for line in lines}
    try:
        kept = there.poll()
        if kept and hashes.isdisjoint(there.hashes):
            raise WrongUse(f"{target} is another session: name another folder.")
        lacks = any(line.entry.station == station for line in lines if line.h not in there.hashes)
        has_more = any(line.entry.station == station for line in kept if line.h not in hashes)
        if lacks and has_more:
            raise WrongUse(
                f"In {target} the log of {station} went on apart from this one: name another "
                "folder, and merge the two later."
            )
        disk.make_folder(target / LOG)
        if there.add(lines, source.words):
            raise WrongUse(
                f"Another program records in {target}: close it, or name another folder."
            )
    except OSError as error:
        raise NotDurable(
            f"{folder} takes no writes ({error.strerror or error}): name another folder."
        ) from error
    return target


def go_on_recording(
    session: Session,
    capture: Capture | None,
    folder: Path,
    station: str,
    *,
    live: bool = True,
    file: bool = False,
    now: Callable[[], datetime] = local_now,
) -> Capture:
    """Go on recording in a second folder, and return the capture there; the old one is closed.

    What was entered and refused may be entered again: it is recorded once. Raises what `go_on`
    and `Capture` do; then the old capture stays as it is.
    """
    standing = capture.log.standing() if capture else []
    target = go_on(session.folder, folder, station, standing, session.disk)
    there = Session(target, session.disk, now=now)
    fresh = Capture(there, station, live=live, file=file, now=now)
    fresh.log.claim(standing)
    if capture is not None:
        capture.log.close()
    return fresh


class _Nothing(Withheld):
    """Between two folders of one person everything travels."""

    def __init__(self) -> None:
        self.said = []

    def hidden(self, recorded: list[Line], there: GrowingCopy) -> set[str]:
        """Hide nothing."""
        return set()

    def may_speak(self, line: Line, hidden: Collection[str]) -> bool:
        """Let all words travel."""
        return True


class FirstFolder(Share):
    """Brings the first folder of a session up to date from the second, once it takes writes."""

    EVERY = 5.0
    BACK = "The first folder takes writes again and is up to date: the record is in both now."

    def __init__(
        self, first: Path, second: Path, station: str, *, disk: Disk | None = None
    ) -> None:
        disk = disk or RealDisk()
        self.first = first
        super().__init__(second, first.parent, station, disk=disk, shared=disk)
        self._withheld = _Nothing()
        self._is_away = True

    def _read_anew(self) -> None:
        super()._read_anew()
        self._there = GrowingCopy(self._shared, self.first)

    def away(self, why: str) -> str:
        """Say that the first folder takes nothing."""
        return f"{self.first} takes no writes ({why}): the record goes on in {self.session}."

    def exchange(self) -> Exchange:
        """Copy what lacks in the first folder, and what is being typed."""
        done = super().exchange()
        if done.state == "shared":
            with suppress(OSError):
                self._copy_typing()
        return done

    def _reach(self) -> None:
        if not self._shared.exists(self.first / LOG):
            raise FileNotFoundError(errno.ENOENT, "it is not there")
        if self._is_away:
            probe = self.first / TYPING / f"{self.station}.probe"
            self._shared.make_folder(probe.parent)
            write_whole(self._shared, probe, b" " * PROBE)
            self._shared.remove(probe)
            self._forget_cached()

    def _forget_cached(self) -> None:
        """After a failed sync the cache may show lines that the medium never got."""
        for folder in (self.first / LOG, self.first / SEALED):
            for name in self._shared.names(folder):
                self._shared.forget(folder / name)

    def _copy_typing(self) -> None:
        """Else what was being typed when the first folder failed would come back some day."""
        here, there = (place / TYPING / self.station for place in (self.session, self.first))
        if self._disk.exists(here):
            typed = self._disk.read(here)
            if not self._shared.exists(there) or self._shared.read(there) != typed:
                write_whole(self._shared, there, typed)


def _pointer(first: Path, home: Path | None) -> Path:
    folder = home or user_data_path("plenary-tui", appauthor=False)
    digest = blake2b(str(first.absolute()).encode("utf-8", "replace"), digest_size=6).hexdigest()
    return folder / "second" / f"{first.name}-{digest}.json"


def leave_pointer(first: Path, second: Path, disk: Disk, *, home: Path | None = None) -> str:
    """Keep in mind where a session's newest copy is; return what to tell where that fails."""
    path = _pointer(first, home)
    told = {"session": str(first.absolute()), "second": str(second.absolute())}
    try:
        disk.make_folder(path.parent)
        write_whole(disk, path, json.dumps(told, ensure_ascii=False).encode("utf-8", "replace"))
    except OSError:
        return (
            "Where the newest copy is could not be written down: remember it, and open it with "
            f"--sessions {second.parent}."
        )
    return ""


def newer_copy(first: Path, disk: Disk, *, home: Path | None = None) -> Path | None:
    """Return where a session's newest copy was left, None where it is in its own folder."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        return Path(json.loads(disk.read(_pointer(first, home)))["second"])
    return None


def forget_pointer(first: Path, disk: Disk, *, home: Path | None = None) -> None:
    """Forget the newer copy: the session's own folder has everything."""
    with suppress(OSError):
        disk.remove(_pointer(first, home))


def reopen(first: Path, station: str, disk: Disk, *, home: Path | None = None) -> str:
    """Bring a session up to date from its newer copy, before it is opened; return what to tell."""
    second = newer_copy(first, disk, home=home)
    if second is None:
        return ""
    if not disk.exists(second / LOG):
        return (
            f"The newest entries of this session lie in {second}, which is not there: bring it "
            "back before you record, else the log goes on apart, and has to be merged."
        )
    done = FirstFolder(first, second, station, disk=disk).exchange()
    if done.state != "shared":
        return (
            f"The newest entries of this session lie in {second}, and {first} still takes no "
            f"writes: go on in {second.parent} as the second folder."
        )
    forget_pointer(first, disk, home=home)
    return f"Brought up to date from {second}, where the session had gone on."
