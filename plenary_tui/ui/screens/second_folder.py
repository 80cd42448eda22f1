"""The form for a second folder, in which a session goes on when its disk fails."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plenary_tui.errors import WrongUse
from plenary_tui.ui.conducting.arrivals import Made, completed, typed_path
from plenary_tui.ui.screens.form import Form
from plenary_tui.ui.widgets.plain_input import Completing, PlainInput


class SecondFolder(Form):
    """Asks for a folder on another disk; what `plenary record --second-folder` does."""

    HEADING = "Go on in a second folder"
    VERB = "Go on there"
    UNDER_WAY = "Looking …"

    def __init__(self, offered: Path | None) -> None:
        super().__init__()
        self._offered = offered

    def fields(self) -> Iterator[tuple[str, PlainInput, str]]:
        """Yield the folder."""
        yield (
            "Folder",
            PlainInput(
                str(self._offered or ""),
                id="folder", placeholder="such as /media/stick", suggester=Completing(completed),
            ),
            "On another disk. The session is copied there and goes on there; its own folder is "
            "brought up to date by itself once it takes writes again.",
        )  # fmt: skip

    def act(self, values: dict[str, str]) -> Made:
        """Look whether there is such a folder."""
        folder = typed_path(values["folder"])
        if folder is None:
            raise WrongUse("Write the path of a folder on another disk.")
        if not folder.is_dir():
            raise WrongUse(f"There is no folder {folder}: make it, or name another one.")
        return Made(str(folder.absolute()), ())
