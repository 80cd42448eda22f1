"""Where the sessions lie, which station writes, and what the person has set."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import NotDurable

if TYPE_CHECKING:
    from plenary_tui.preferences import Preferences


@dataclass
class Settings:
    """What --sessions and --station say; empty where they were not given."""

    sessions: str = ""
    station: str = ""

    @property
    def folder(self) -> Path:
        """The folder of all sessions; the user's own gets the shipped ones on first use."""
        from plenary_tui.store.names import sessions_dir, user_sessions

        folder = sessions_dir(self.sessions)
        if folder == user_sessions():
            from plenary_tui.store.shipped import unpack

            with suppress(NotDurable):  # they are an example: without them everything works
                unpack(folder)
        return folder

    def session(self, name: str) -> Path:
        """Return a session's folder by its name or a beginning of it. Raises WrongUse."""
        from plenary_tui.store.names import find

        return find(self.folder, name)

    @property
    def writer(self) -> str:
        """The station that this program writes as. Raises WrongUse, NotDurable."""
        from plenary_tui.store.station import this_station

        return this_station(self.station)

    @cached_property
    def preferences(self) -> Preferences:
        """What the person has set, read once; its `troubles` say what in the file is wrong."""
        from plenary_tui.preferences import read, settings_path

        return read(settings_path())
