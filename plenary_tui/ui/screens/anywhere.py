"""Search, registers and charts, opened over any screen; Escape leads back to it."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen


class FromAnywhere(Screen[None]):
    """A screen of one session, whose folder lies beside those of all others."""

    @property
    def session_folder(self) -> Path | None:
        """The folder of the session; None where none is chosen."""
        raise NotImplementedError

    @property
    def folder_of_all(self) -> Path:
        """The folder that the sessions lie in."""
        assert self.session_folder is not None
        return self.session_folder.parent

    def do_search(self) -> None:
        """Find what was said in any session."""
        from .search import SearchScreen

        self.app.push_screen(SearchScreen(self.folder_of_all))

    def do_registers(self) -> None:
        """Show the registers of all sessions."""
        from .registers import RegistersScreen

        self.app.push_screen(RegistersScreen(self.folder_of_all))

    def do_charts(self) -> None:
        """Show what the session adds up to, for the Chair."""
        from .charts import SessionChartsScreen

        folder = self.session_folder
        if folder is not None:
            self.app.push_screen(SessionChartsScreen(folder))
