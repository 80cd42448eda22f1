"""Drills on disk: each a folder of its own in the user's data, far from any session.

    drills/2021-11-training-plenary-1/
      drill.json       of which session, which stretch, how fast
      course.jsonl     what was heard when, a line a step
      practice-…-1/    the practice session: a session's folder like any other

No library, search, register or share looks there, whatever folder the sessions lie in; and a
practice session is alone in its drill's folder, so that nothing is carried from one into another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path
from pydantic import BaseModel, ConfigDict, ValidationError

from plenary_tui.errors import WrongUse
from plenary_tui.record.course import Step
from plenary_tui.record.kinds import Moment
from plenary_tui.record.words import Line

from .atomic import write_all
from .disk import Disk, OpenFile, RealDisk, not_durable
from .names import slug

SHEET = "drill.json"
COURSE = "course.jsonl"
PRACTICE = "practice-"
_NUMBER = re.compile(r"-(\d+)\Z")
_LONGEST = 40
"""Characters of a session's name that a drill's has, so that `practice-` and a number fit."""


class Sheet(BaseModel):
    """What a drill is of. folder: of the session. since, until, items, room: the stretch, as typed.

    practice: the name of the practice session.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    session: Line
    folder: Line
    practice: Line
    begun: Moment
    since: Line = ""
    until: Line = ""
    items: tuple[Line, ...] = ()
    room: Line = ""
    speed: float = 1.0


def drills_dir() -> Path:
    """Return the folder of the drills in the user's data folder."""
    return user_data_path("plenary-tui", appauthor=False) / "drills"


class Drill:
    """One drill's folder. Raises WrongUse where it cannot be read."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        self.folder = folder
        self._disk = disk or RealDisk()
        self._file: OpenFile | None = None
        try:
            self.sheet = Sheet.model_validate_json(self._disk.read(folder / SHEET))
        except (OSError, ValidationError) as error:
            raise WrongUse(
                f"The drill in {folder} cannot be read: begin another one with --anew."
            ) from error

    @property
    def practice(self) -> Path:
        """The folder of the practice session."""
        return self.folder / self.sheet.practice

    def steps(self) -> list[Step]:
        """Return the steps of its course; a line that a crash tore is passed over."""
        path = self.folder / COURSE
        try:
            lines = self._disk.read(path).splitlines() if self._disk.exists(path) else []
        except OSError as error:
            raise WrongUse(f"{path} cannot be read ({error.strerror or error}).") from error
        found = []
        for line in lines:
            with suppress(ValidationError):
                found.append(Step.model_validate_json(line))
        return sorted(found, key=lambda step: step.at)

    def note(self, step: Step) -> None:
        """Add a step to its course. It outlives the program, not a power cut. Raises NotDurable."""
        line = step.model_dump_json(exclude_defaults=True).encode()
        try:
            if self._file is None:
                self._file = self._disk.open_append(self.folder / COURSE)
            write_all(self._file.write, b"\n" + line)
        except OSError as error:
            raise not_durable(error) from error

    def close(self) -> None:
        """Let go of the course."""
        if self._file is not None:
            self._file.close()
            self._file = None


def drills_of(folder: Path, session: Path, disk: Disk | None = None) -> Iterator[Drill]:
    """Yield the drills of a session, the last one first."""
    disk = disk or RealDisk()
    stem = _stem(session.name)
    names = [one for one in disk.names(folder) if _NUMBER.sub("", one) == stem]
    for name in sorted(names, key=_number, reverse=True):
        with suppress(WrongUse):
            drill = Drill(folder / name, disk)
            if drill.sheet.folder == str(session.absolute()):
                yield drill


def next_name(folder: Path, session: str, disk: Disk | None = None) -> str:
    """Return what the next drill of a session is called."""
    stem = _stem(session)
    taken = [_number(one) for one in (disk or RealDisk()).names(folder)
             if _NUMBER.sub("", one) == stem]  # fmt: skip
    return f"{stem}-{max(taken, default=0) + 1}"


def _stem(session: str) -> str:
    return slug(session[:_LONGEST])


def _number(name: str) -> int:
    found = _NUMBER.search(name)
    return int(found[1]) if found else 0
