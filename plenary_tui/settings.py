"""Where the sessions lie, which station writes, and what the person has set."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plenary_tui.errors import NotDurable, WrongUse

if TYPE_CHECKING:
    from plenary_tui.preferences import Preferences
    from plenary_tui.store.sharing import Share


@dataclass
class Settings:
    """What the options say, of every command and of those that record; empty where not given."""

    sessions: str = ""
    station: str = ""
    share: str = ""
    share_in_camera: bool = False
    second_folder: str = ""

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

    def copy(self, named: str) -> Path:
        """Return the folder of a session by its path, else by its name. Raises WrongUse."""
        from plenary_tui.store.names import LOG

        path = Path(named)
        if (path / LOG).is_dir():
            return path
        if path.is_dir() and len(path.parts) > 1:
            raise WrongUse(f"{named} is no session: name a folder that holds log/.")
        return self.session(named)

    @property
    def writer(self) -> str:
        """The station that this program writes as. Raises WrongUse, NotDurable."""
        from plenary_tui.store.station import this_station

        return this_station(self.station)

    @property
    def shared_folder(self) -> Path | None:
        """The folder that the stations share, None where there is none. Raises WrongUse."""
        folder = Path(self.share) if self.share else self.preferences.share
        if folder is not None and folder.absolute() == self.folder.absolute():
            raise WrongUse(
                f"{folder} is where the sessions lie: name another folder for stations to share."
            )
        return folder

    @property
    def second(self) -> Path | None:
        """The folder in which a session goes on when its disk fails, None where none is named."""
        return Path(self.second_folder) if self.second_folder else self.preferences.second_folder

    def share_of(self, session: Path) -> Share | None:
        """Return this station's share of a session, None where it is not shared."""
        from plenary_tui.store.sharing import Share

        folder = self.shared_folder
        if folder is None:
            return None
        return Share(session, folder, self.writer, in_camera=self.share_in_camera)

    @cached_property
    def preferences(self) -> Preferences:
        """What the person has set, read once; its `troubles` say what in the file is wrong."""
        from plenary_tui.preferences import read, settings_path

        return read(settings_path())
