"""The rapporteur's desk: the draft, the colours, and the ways out of the room."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.ui.conducting.arrivals import Made
from plenary_tui.ui.terminal.themes import after

from .base import RoomBase


class DeskKeys(RoomBase):
    """Go to another screen, change what this one looks like, leave."""

    def __init__(self) -> None:
        super().__init__()
        self._leaving: tuple[str, str] | None = None
        """Where to leave for once everything is on disk, and what stood in the line then."""

    def do_draft(self) -> None:
        """Show what is written from the record, at the first use of the selected entry."""
        from plenary_tui.ui.screens.draft import DraftScreen

        self.app.push_screen(DraftScreen(self, self.record.selected_entry))

    def do_review(self) -> None:
        """Show the review of the last version."""
        from plenary_tui.ui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self))

    def do_amendments(self) -> None:
        """Show what delegations ask for in the draft."""
        from plenary_tui.ui.screens.amendments import AmendmentsScreen

        self.app.push_screen(AmendmentsScreen(self))

    def do_charts(self) -> None:
        """Show what the record adds up to, for the Chair."""
        from plenary_tui.ui.screens.charts import ChartsScreen

        self.app.push_screen(ChartsScreen(self))

    def do_worklist(self) -> None:
        """Go through what is open."""
        if not (self.view.worklist or self.view.to_fill_in):
            self.says.last("Nothing is on the worklist.", "quiet")
            return
        from plenary_tui.ui.screens.worklist import WorklistScreen

        self.app.push_screen(WorklistScreen(self))

    def do_handover(self) -> None:
        """Show where we are, and hand over."""
        from plenary_tui.ui.screens.handover import HandoverScreen

        self.app.push_screen(HandoverScreen(self))

    def do_prepared(self) -> None:
        """Check the statement of who has the floor, else show those handed in."""
        from plenary_tui.ui.screens.statements import StatementsScreen

        self.app.push_screen(StatementsScreen(self, self.view.handed_in))

    def do_second_folder(self) -> None:
        """Ask for a second folder, and go on there."""
        from plenary_tui.ui.screens.second_folder import SecondFolder

        def take(made: Made | None) -> None:
            if made is not None:
                self.conductor.go_on_in(Path(made.name))

        self.app.push_screen(SecondFolder(self.second), take)

    def do_theme(self) -> None:
        """Change to the next theme, for this run."""
        self.app.theme = after(self.app.theme)

    def do_jump(self) -> None:
        """Show a letter beside each place, and go there."""
        from plenary_tui.ui.screens.jump import jump

        jump(self, {"floor": "list"})

    def do_settings(self) -> None:
        """Show the settings, and change them."""
        from plenary_tui.ui.screens.settings import SettingsScreen

        self.app.push_screen(SettingsScreen())

    def do_library(self) -> None:
        """Leave the room for the library."""
        self._leave("library")

    def do_quit(self) -> None:
        """Leave the program."""
        self._leave("quit")

    def _leave(self, to: str) -> None:
        if self.outbox.failing:
            self.says.last("Something is not on disk: mend what the top line says.", "warning")
        elif len(self.outbox):
            self._leaving = (to, self.capture.text)
            self.says.last("Leaving as soon as everything is on disk.", "quiet")
        elif self.view.open_sittings:
            from plenary_tui.ui.menus import gavel

            self.menu.offer(
                "A sitting is open. To leave never ends it; Escape stays here:",
                gavel.before_leaving(to),
            )
        else:
            self.leave(to)

    def go_on_leaving(self, *, wanted: bool) -> None:
        """Leave once all is on disk, unless typing went on or there is something to read."""
        if self._leaving is None or (wanted and len(self.outbox)):
            return
        (to, text), self._leaving = self._leaving, None
        if wanted and text == self.capture.text:
            self._leave(to)
