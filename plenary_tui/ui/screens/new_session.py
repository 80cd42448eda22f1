"""The form for a new session."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.settings import Settings
from plenary_tui.ui.conducting.arrivals import Made, completed, make
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput


class NewSession(Form):
    """Asks for a name and a template or plan; what `plenary new` does."""

    HEADING = "New session"
    VERB = "Make"
    UNDER_WAY = "Making it …"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield name, template and zone."""
        yield (
            "Name",
            PlainInput(id="name", placeholder="such as 2027-06-intersessional"),
            "The name of its folder: small letters, digits and hyphens.",
        )
        yield (
            "Template",
            PlainInput("intersessional", id="source", suggester=Completing(completed)),
            "intersessional, plenary, a plan (.toml), or nothing.",
        )
        yield (
            "Time zone",
            PlainInput(id="zone", placeholder="this computer's"),
            "For example Europe/Brussels; a plan may name it itself.",
        )

    def act(self, values: dict[str, str]) -> Made:
        """Make the session."""
        return make(self._settings, values["name"], values["source"], values["zone"])
