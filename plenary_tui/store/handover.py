"""The successor's copy of a session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from plenary_tui.record.kinds import Provenance
from plenary_tui.record.redaction import hidden_ids

from .capture import Capture
from .chain import Line, read_words, redact
from .clock import local_now
from .create import whole_folder, write_new
from .disk import not_durable
from .forks import ForkReader, reader_of
from .names import LOG
from .reading import SEALED, LogReader, sealed_files, sealed_name, segment_name
from .session import Session
from .station import this_station
from .verify import verify


@dataclass(frozen=True)
class HandOverReport:
    """What went into the copy. lines: sentences for a person. holds: whether the copy verifies."""

    folder: Path
    lines: tuple[str, ...]
    entries: int
    holds: bool


def hand_over(
    session: Session,
    target: Path,
    in_camera: bool,
    *,
    station: str = "",
    act: Literal["handed_over", "archived"] = "handed_over",
    now: Callable[[], datetime] = local_now,
) -> HandOverReport:
    """Make the successor's copy of a session in a new folder, whole or not at all.

    It never has the words of private notes, and those spoken in camera (also where the log had
    them in the open before its sitting went in camera) only with `in_camera`. Only lines that
    verify are copied, and nothing but the logs and the words. The session's log remembers it, by
    an entry of `station`, else of this installation, as an `act`. Raises WrongUse where the target
    exists, LogBusy while the station records, NotDurable.
    """
    disk = session.disk
    try:
        with (
            Capture(session, station or this_station(), live=False, now=now) as capture,
            whole_folder(target, disk) as partial,
        ):
            copying = _Copying(session, partial, in_camera)
            for name in session.stations:
                if name != capture.station:
                    copying.copy(name)
            way = "with" if in_camera else "without"
            text = f"{target.name}, {way} the words spoken in camera"
            capture.enter(Provenance(act=act, text=text, in_camera=in_camera))
            copying.copy(capture.station)
            holds = verify(partial, disk).holds
    except OSError as error:
        raise not_durable(error) from error
    return HandOverReport(target, tuple(copying.told(holds)), copying.entries, holds)


class _Copying:
    """Copies one log after another, and counts what goes and what stays."""

    def __init__(self, session: Session, target: Path, in_camera: bool) -> None:
        self._session = session
        self._target = target
        self._in_camera = in_camera
        record = session.record
        self._hidden = hidden_ids(record, in_camera=in_camera)
        if record.live.covered and not in_camera:
            # Nobody knows yet whether an entry that waits for its place is covered.
            self._hidden |= record.waiting().keys()
        self.entries = 0
        self._private = 0
        self._camera = 0
        self._left_out = 0

    def copy(self, name: str) -> None:
        """Copy a station's log, or a branch of one, and the words that may go. Raises OSError."""
        disk, folder = self._session.disk, self._session.folder
        reader = reader_of(disk, folder, name, words=False)
        batch = reader.poll(strict=True)
        self._left_out += len([one for one in batch.damages if one.kind != "break"])
        raws, travels = [], set()
        for line in batch.lines:
            is_hidden = self._is_hidden(reader, line)
            raws.append(redact(line.raw) if is_hidden else line.raw)
            if line.entry.marking == "private":
                self._private += 1
            elif is_hidden or line.sealed:
                self._camera += 1
            if line.sealed and line.entry.marking == "in_camera" and not is_hidden:
                travels.add(line.digest)
        self.entries += len(raws)
        self._write(LOG, segment_name(name, 1), raws)
        if travels and self._in_camera:
            self._write(SEALED, sealed_name(name, 1), self._words(name, travels))

    def _is_hidden(self, reader: LogReader, line: Line) -> bool:
        entry_id = line.entry.id
        if isinstance(reader, ForkReader):
            entry_id = reader.id_of(entry_id)
        return entry_id in self._hidden

    def _words(self, name: str, travels: set[str]) -> list[bytes]:
        disk, folder = self._session.disk, self._session.folder / SEALED
        found: dict[str, bytes] = {}
        for file in sealed_files(disk, folder.parent, name):
            for raw in disk.read(folder / file).split(b"\n"):
                words = read_words(raw)
                if words is not None and words.digest in travels:
                    found[words.digest] = raw
        return list(found.values())

    def _write(self, folder: str, name: str, raws: list[bytes]) -> None:
        data = b"".join(raw + b"\n" for raw in raws)
        write_new(self._session.disk, self._target / folder / name, data)

    def told(self, holds: bool) -> list[str]:
        """Return what to tell a person."""
        told = [f"Handed over: {_counted(self.entries)} of {self._session.name}."]
        if self._private:
            told.append(f"Private notes stay here: {self._private}.")
        if self._camera:
            way = "go with it" if self._in_camera else "stay here"
            told.append(f"Words spoken in camera {way}: {_counted(self._camera)}.")
        if self._left_out:
            told.append(f"Damaged lines were left out: {self._left_out}; verify says which.")
        if self._session.disk.names(self._session.folder / "drafts"):
            told.append("Documents in drafts/ stay here: export them for the successor anew.")
        if not holds:
            told.append("The copy does not verify, as this session does not: verify it, and merge.")
        return told


def _counted(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"
