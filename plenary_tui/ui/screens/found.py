"""What search and registers share: a list of lines, each leading to the session that it is of."""

from __future__ import annotations

from pathlib import Path

from textual.getters import query_one

from plenary_tui.ui.widgets.found_list import FoundList

from .anywhere import FromAnywhere


class FoundScreen(FromAnywhere):
    """A screen over all sessions, with a list of lines from any of them. folder: of all."""

    list = query_one("#search-list", FoundList)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    @property
    def session_folder(self) -> Path | None:
        """The folder of the session that the chosen line is of."""
        line = self.list.line
        return self._folder / line.session if line and line.session else None

    @property
    def folder_of_all(self) -> Path:
        """The folder that the sessions lie in."""
        return self._folder
