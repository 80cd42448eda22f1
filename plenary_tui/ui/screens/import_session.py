"""The form for a past meeting that is brought in from a file."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.widgets import Input

from plenary_tui.settings import Settings
from plenary_tui.ui.arrivals import Made, bring_in, completed, suggested_name
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput


class ImportSession(Form):
    """Asks for a file and a name; what `plenary import` does."""

    HEADING = "Import a past meeting"
    VERB = "Import"
    UNDER_WAY = "Importing …"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield file and name."""
        yield (
            "File",
            PlainInput(
                id="file", placeholder="such as ~/notes.txt", suggester=Completing(completed)
            ),
            "Notes or an IRC log. The right arrow completes the path.",
        )
        yield (
            "Name",
            PlainInput(id="name"),
            "The new session's name; left empty, the file's.",
        )

    @on(Input.Changed, "#file")
    def _propose(self, event: Input.Changed) -> None:
        self.query_one("#name", Input).placeholder = suggested_name(event.value)

    def act(self, values: dict[str, str]) -> Made:
        """Import the file."""
        return bring_in(self._settings, values["file"], values["name"])
