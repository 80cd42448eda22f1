"""Reads a session for a replay: once, without a lock, and without its sealed words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import DoesNotHold
from plenary_tui.store.disk import Disk, RealDisk

if TYPE_CHECKING:
    from .player import Player


def load(
    folder: Path, until: str | None = None, disk: Disk | None = None, room: str = ""
) -> Player:  # fmt: skip
    """Return a replay of a session, at its beginning or where `until` says; it writes nothing.

    room: the station whose room is shown. Raises PlenaryError where the session cannot be read,
    `until` is no moment of it, or nothing was written at that station.
    """
    from plenary_tui.documents.moments import limit_of
    from plenary_tui.record.redaction import open_record
    from plenary_tui.store.commit import is_unfinished
    from plenary_tui.store.reading import collector_paused
    from plenary_tui.store.session import Session

    from .player import Player

    disk = disk or RealDisk()
    if is_unfinished(disk, folder):
        raise DoesNotHold(
            f"{folder.name} is being merged: `plenary verify {folder.name}` ends that."
        )
    with collector_paused():
        record = Session(folder, disk).record
        limit = limit_of(record, until)
        player = Player(open_record(record))
    player.pin(room)
    if limit is not None:
        player.go_to(player.position_of(limit))
    return player
