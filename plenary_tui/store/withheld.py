"""What of a session stays at home when it is shared, as `handover` has it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from plenary_tui.record import kinds as k
from plenary_tui.record.redaction import covered_ids, hidden_ids

from .chain import Line
from .disk import Disk
from .growing import GrowingCopy
from .session import Session


class Withheld:
    """Says of each line whether its words may travel.

    in_camera: whether those spoken in camera do. Words are sealed when they are recorded, so that
    most lines travel as they are; only what a later "In camera from …" covers stands in the open,
    and for that the record has to be folded.
    """

    def __init__(self, session: Path, disk: Disk, *, in_camera: bool) -> None:
        self._session = session
        self._disk = disk
        self._in_camera = in_camera
        self._has_covered = False
        self._folded: Session | None = None
        self.said: list[str] = []

    def hidden(self, recorded: list[Line], there: GrowingCopy) -> set[str]:
        """Return the hashes of the lines, of those new here, whose words stay here."""
        self.said = []
        covers = any(_covers(line.entry.what) for line in recorded)
        self._has_covered |= covers
        speaks = self._in_camera and any(line.entry.marking == "in_camera" for line in recorded)
        if not recorded or not (speaks or self._has_covered):
            return {line.h for line in recorded if line.entry.seals}
        if self._folded is None:
            self._folded = Session(self._session, self._disk)
        self._folded.poll()
        record = self._folded.record
        hidden = hidden_ids(record, in_camera=self._in_camera)
        if not self._in_camera:
            # Nobody knows yet whether an entry that waits for its place is covered.
            hidden |= record.waiting().keys()
        if covers and not self._in_camera:
            self._tell_gone(covered_ids(record), there)
        return {line.h for line in recorded if self._ids(line.entry.id) & hidden}

    def _ids(self, entry_id: str) -> set[str]:
        """Return all ids under which an entry may be read, where its log was forked."""
        forks = self._folded.forks if self._folded else ()
        return {entry_id, *(fork.id_of(entry_id) for fork in forks)}

    def _tell_gone(self, covered: Collection[str], there: GrowingCopy) -> None:
        lines = GrowingCopy(self._disk, self._session).poll()
        if any(line.entry.id in covered and there.has_open(line) for line in lines):
            self.said = [
                "What “In camera from …” covers had gone to the shared folder before: those words "
                "lie in it, and with the other stations."
            ]

    def may_speak(self, line: Line, hidden: Collection[str]) -> bool:
        """Whether the sealed words of an entry travel."""
        return self._in_camera and line.entry.marking == "in_camera" and line.h not in hidden


def _covers(what: k.Kind) -> bool:
    return isinstance(what, k.Marking) and what.level == "in_camera" and what.since is not None
