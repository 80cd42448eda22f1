"""A session shared through a folder: each station's lines go out to it and the others' come in.

Every station writes its own log on its own disk first. `Share.exchange` is one step: what lies in
FOLDER/<session>/ and not here is copied here, and the other way round, whole lines only. There is
no thread and no waiting in it; `courier.py` has the thread.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple

from plenary_tui.errors import PlenaryError, WrongUse

from .chain import Line, redact
from .create import create
from .disk import Disk, RealDisk
from .growing import GrowingCopy
from .names import LOG, find
from .platform import this_platform
from .reading import segments
from .withheld import Withheld

State = Literal["shared", "away", "apart", "stuck"]


class SharedDisk(RealDisk):
    """A folder that other people write too: whoever may write it may write what is made in it."""

    def __init__(self) -> None:
        platform = this_platform()
        platform.file_mode, platform.folder_mode = 0o666, 0o777
        super().__init__(platform)

    def make_folder(self, folder: Path) -> None:
        """Make a folder with the rights of the one above it."""
        if folder.is_dir():
            return
        self.make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        with suppress(OSError):  # not every network folder knows rights
            folder.chmod(stat.S_IMODE(folder.parent.stat().st_mode))

    def sync_folder(self, folder: Path) -> None:
        """Sync where the folder's system can: what is shared is durable at home already."""
        with suppress(OSError):
            super().sync_folder(folder)


@dataclass(frozen=True)
class Exchange:
    """What an exchange came to. came, went: lines. said: what is new for a person, a sentence each.

    state: `shared`; `away` where the folder cannot be had, `apart` where it holds another meeting,
    `stuck` where the disk of this computer refuses.
    """

    state: State
    came: int = 0
    went: int = 0
    said: tuple[str, ...] = ()


class Share:
    """One station's share in a folder. It remembers what it has read, and reads on.

    in_camera: whether the words spoken in camera travel; private notes never do.
    """

    EVERY: ClassVar = 1.0
    """Seconds between two exchanges."""
    BACK: ClassVar = (
        "The shared folder is back: what was recorded meanwhile has gone out and come in."
    )

    def __init__(
        self,
        session: Path,
        folder: Path,
        station: str,
        *,
        in_camera: bool = False,
        disk: Disk | None = None,
        shared: Disk | None = None,
    ) -> None:
        self.session = session
        self.folder = folder
        self.station = station
        self._place = folder / session.name
        self._disk = disk or RealDisk()
        self._shared = shared or SharedDisk()
        self._withheld = Withheld(session, self._disk, in_camera=in_camera)
        self._has_been = False
        self._is_away = False
        self._told: set[str] = set()
        self._read_anew()

    def _read_anew(self) -> None:
        self._here = GrowingCopy(self._disk, self.session)
        self._there = GrowingCopy(self._shared, self._place, locks=False)
        self._to_come: list[Line] = []

    def away(self, why: str) -> str:
        """Say that the folder cannot be had."""
        return (
            f"The shared folder is away ({why}): everything is on this disk; it goes out when the "
            "folder is back."
        )

    def exchange(self) -> Exchange:
        """Copy out what is lacking there, and in what is lacking here. Raises nothing."""
        try:
            self._reach()
            arrived = [*self._to_come, *self._there.poll()]
        except OSError as error:
            return self._away(error)
        try:
            recorded = self._here.poll()
            if self._are_strangers():
                return self._strangers()
            out = self._outgoing(recorded)
        except (OSError, PlenaryError) as error:
            return self._stuck(error)
        self._has_been = True
        try:
            if self._there.add(*out):
                raise BlockingIOError(errno.EAGAIN, "another program records there")
        except OSError as error:
            return self._away(error)
        said = [*self._back(), *self._withheld.said, *self._damages()]
        try:
            came = self._bring_in(arrived)
        except OSError as error:
            return self._stuck(error, len(out.lines), said)
        if any(line.entry.station == self.station for line in came) and self._here.begun:
            said.append(
                f"Another computer records as {self.station} too: close one of the two and start "
                "it with another --station; both logs are kept."
            )
        return self._answer("shared", said, len(came), len(out.lines))

    def _reach(self) -> None:
        """Make sure that the folder is there. It is never made; the session's in it is, once."""
        if not self._shared.exists(self.folder):
            raise FileNotFoundError(errno.ENOENT, "it is not there")
        if not self._shared.exists(self._place / LOG):
            if self._has_been:
                raise FileNotFoundError(errno.ENOENT, f"{self.session.name} is no longer in it")
            self._shared.make_folder(self._place / LOG)

    def _outgoing(self, recorded: list[Line]) -> _Outgoing:
        """Return the lines that lack there, as they may travel, and the words that may."""
        missing = [line for line in recorded if line.h not in self._there.hashes]
        if missing:
            self._make_durable()
        hidden = self._withheld.hidden(recorded, self._there)
        words = {
            line.digest: self._here.words[line.digest]
            for line in recorded
            if line.digest in self._here.words and self._withheld.may_speak(line, hidden)
        }
        lines = [
            line._replace(raw=redact(line.raw)) if line.h in hidden else line for line in missing
        ]
        return _Outgoing(lines, words)

    def _make_durable(self) -> None:
        """What goes out is on this disk first, also where its recording was cut short."""
        for name in segments(self._disk, self.session, self.station):
            try:
                file = self._disk.open_append(self.session / LOG / name)
            except OSError:
                continue  # it cannot be written at all: what stands there stands
            try:
                file.sync()
            finally:
                file.close()

    def _bring_in(self, arrived: list[Line]) -> list[Line]:
        """Add what others recorded, and the words that lack here; return what is new."""
        lines = [line for line in arrived if line.h not in self._here.hashes]
        words = {
            digest: raw
            for digest, raw in self._there.words.items()
            if digest not in self._there.private and digest not in self._here.words
        }
        self._to_come = self._here.add(lines, words, own=self.station)
        left = {line.h for line in self._to_come}
        return [line for line in lines if line.h not in left]

    def _are_strangers(self) -> bool:
        here, there = self._here.hashes, self._there.hashes
        return not self._has_been and bool(here and there) and here.isdisjoint(there)

    def _strangers(self) -> Exchange:
        self._read_anew()
        told = (
            f"{self._place} holds another meeting, with no entry in common: nothing is shared; "
            "take another folder, or give one of the two sessions another name."
        )
        return self._answer("apart", [told])

    def _away(self, error: OSError) -> Exchange:
        self._read_anew()
        if self._is_away:
            return Exchange("away")
        self._is_away = True
        return Exchange("away", said=(self.away(error.strerror or str(error)),))

    def _back(self) -> Iterable[str]:
        if self._is_away:
            self._is_away = False
            yield self.BACK

    def _stuck(
        self, error: OSError | PlenaryError, went: int = 0, said: Iterable[str] = ()
    ) -> Exchange:
        self._read_anew()
        why = getattr(error, "strerror", None) or error
        told = (
            f"Sharing waits, since this computer's disk refuses ({why}): it goes on by itself once "
            "the disk does."
        )
        return self._answer("stuck", [*said, told], went=went)

    def _damages(self) -> Iterable[str]:
        for damage in self._there.damages:
            if damage.kind != "scar":
                yield f"In the shared folder {LOG}/{damage}; what verifies is read on."

    def _answer(self, state: State, said: Iterable[str], came: int = 0, went: int = 0) -> Exchange:
        """Tell each thing once."""
        fresh = tuple(one for one in said if one == self.BACK or one not in self._told)
        self._told.update(fresh)
        return Exchange(state, came, went, fresh)


class _Outgoing(NamedTuple):
    lines: list[Line]
    words: dict[str, bytes]


def fetch(
    sessions: Path, name: str, folder: Path, *, disk: Disk | None = None, shared: Disk | None = None
) -> tuple[Path, int]:
    """Bring a session that is not here from a shared folder; return its folder and its entries.

    Raises WrongUse where there is none of that name or it cannot be read, NotDurable.
    """
    disk, shared = disk or RealDisk(), shared or SharedDisk()
    source = find(folder, name, shared)
    there = GrowingCopy(shared, source, locks=False)
    try:
        lines = there.poll()
    except OSError as error:
        raise WrongUse(
            f"{source} cannot be read ({error.strerror or error}): look after the shared folder."
        ) from error
    if not lines:
        raise WrongUse(f"{source} holds no entry yet: start where the session was made first.")
    with create(sessions, source.name, disk) as partial:
        words = {one: raw for one, raw in there.words.items() if one not in there.private}
        GrowingCopy(disk, partial).add(lines, words)
    return sessions / source.name, len(lines)
